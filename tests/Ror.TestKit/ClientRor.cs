using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Ror.TestKit;

/// <summary>HTTP as a user speaks it: routes are written out, bodies are plain objects or raw bytes.</summary>
public sealed class ClientRor(HttpClient http)
{
    public Task<Reponse> GetAsync(string route, params (string Nom, string Valeur)[] entetes) => EnvoyerAsync(HttpMethod.Get, route, null, entetes);

    public Task<Reponse> PostAsync(string route, object? corps, params (string Nom, string Valeur)[] entetes) => EnvoyerAsync(HttpMethod.Post, route, Json(corps), entetes);

    public Task<Reponse> PutAsync(string route, object? corps, params (string Nom, string Valeur)[] entetes) => EnvoyerAsync(HttpMethod.Put, route, Json(corps), entetes);

    public Task<Reponse> DeleteAsync(string route, params (string Nom, string Valeur)[] entetes) => EnvoyerAsync(HttpMethod.Delete, route, null, entetes);

    /// <summary>A body as it is, with its media type.</summary>
    public Task<Reponse> BrutAsync(HttpMethod methode, string route, byte[] corps, string type = "application/json", params (string Nom, string Valeur)[] entetes)
    {
        var contenu = new ByteArrayContent(corps);
        contenu.Headers.TryAddWithoutValidation("Content-Type", type);
        return EnvoyerAsync(methode, route, contenu, entetes);
    }

    private static StringContent? Json(object? corps) => corps is null ? null : new(JsonSerializer.Serialize(corps), Encoding.UTF8, "application/json");

    private async Task<Reponse> EnvoyerAsync(HttpMethod methode, string route, HttpContent? contenu, (string Nom, string Valeur)[] entetes)
    {
        using var requete = new HttpRequestMessage(methode, route) { Content = contenu };
        foreach (var (nom, valeur) in entetes)
        {
            requete.Headers.TryAddWithoutValidation(nom, valeur);
        }

        using var reponse = await http.SendAsync(requete);
        return await Reponse.LireAsync($"{methode} {route}", reponse);
    }
}

/// <summary>An answer, read whole.</summary>
public sealed record Reponse(string Requete, int Statut, HttpResponseHeaders Entetes, string? Type, byte[] Octets)
{
    /// <summary>Quoted, as the header has it.</summary>
    public string ETag => Entetes.ETag?.ToString() ?? throw new InvalidOperationException($"{Requete} : pas d'ETag.");

    public string Texte => Encoding.UTF8.GetString(Octets);

    public JsonElement Corps => JsonElement.Parse(Octets);

    /// <summary>Value of the <c>code</c> of a problem.</summary>
    public string? Code => Type == "application/problem+json" ? Corps.GetProperty("code").GetString() : null;

    /// <summary>The errors of a problem as <c>(section, champ, code)</c>.</summary>
    public IReadOnlyList<(string? Section, string? Champ, string Code)> Erreurs => Corps.TryGetProperty("erreurs", out var erreurs)
        ? [.. erreurs.EnumerateArray().Select(e => (Membre(e, "section"), Membre(e, "champ"), e.GetProperty("code").GetString()!))]
        : [];

    public static async Task<Reponse> LireAsync(string requete, HttpResponseMessage reponse) =>
        new(requete, (int)reponse.StatusCode, reponse.Headers, reponse.Content.Headers.ContentType?.MediaType, await reponse.Content.ReadAsByteArrayAsync());

    /// <summary>Asserts the status, and shows the body when it is another.</summary>
    public Reponse Doit(int statut) => Statut == statut ? this : throw new InvalidOperationException($"{Requete} : {Statut} au lieu de {statut}.\n{Texte}");

    /// <summary>Asserts a refusal: status, problem media type and code.</summary>
    public Reponse Refuse(int statut, string code) => Doit(statut).Code == code ? this : throw new InvalidOperationException($"{Requete} : code {Code} au lieu de {code}.\n{Texte}");

    public override string ToString() => $"{Requete} : {Statut} {Texte}";

    private static string? Membre(JsonElement objet, string nom) => objet.TryGetProperty(nom, out var membre) ? membre.GetString() : null;
}

/// <summary>What several requests make.</summary>
public static class Parcourir
{
    /// <summary>Every element of a list, page after page.</summary>
    public static async Task<List<JsonElement>> ToutLireAsync(this ClientRor client, string route)
    {
        var (tout, curseur) = (new List<JsonElement>(), "");
        do
        {
            var page = (await client.GetAsync(route + curseur)).Doit(200).Corps;
            tout.AddRange(page.GetProperty("elements").EnumerateArray());
            curseur = page.TryGetProperty("suivant", out var suivant) ? $"{(route.Contains('?', StringComparison.Ordinal) ? '&' : '?')}curseur={suivant.GetString()}" : "";
        }
        while (curseur.Length > 0);
        return tout;
    }
}
