using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Ror.Consommateur;

/// <summary>What is told of an object.</summary>
internal sealed record Objet(string Type, string Id, string Identifiant);

/// <summary>One change; the object as it is now, or nothing when it is withdrawn.</summary>
internal sealed record Changement(long Sequence, string Nature, Objet Objet, JsonElement? Offre, JsonElement? Structure, JsonElement? Lieu)
{
    public JsonElement? Contenu => Nature == "retrait" ? null : Offre ?? Structure ?? Lieu;
}

internal sealed record PageChangements(IReadOnlyList<Changement> Elements, string Suivant, bool Encore);

/// <summary>Calls the service, and calls again when it may answer later.</summary>
internal sealed class ClientRor(HttpClient http) : IDisposable
{
    private static readonly TimeSpan Relance = TimeSpan.FromSeconds(1);

    // The cursor no longer serves this caller, or the service has gone back in time.
    private static readonly string[] ARecommencer = ["curseur.invalide", "flux.autre-perimetre", "flux.au-dela"];

    public static ClientRor De(Uri adresse) =>
        new(new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All }) { BaseAddress = adresse, Timeout = TimeSpan.FromMinutes(2) });

    /// <returns>Null when the cursor no longer serves this caller: begin again from 0.</returns>
    public async Task<PageChangements?> LireAsync(string depuis, int attente, CancellationToken ct)
    {
        using var reponse = await AppelerAsync($"/api/v1/diffusion/changements?depuis={depuis}&contenu=true&limite=200&attente={attente}", ct);
        var code = reponse.StatusCode == HttpStatusCode.BadRequest ? (await reponse.Content.ReadFromJsonAsync<Refus>(ct))?.Code : null;
        return code is not null && ARecommencer.Contains(code) ? null : await reponse.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<PageChangements>(ct);
    }

    /// <summary>Every object of a list, page after page.</summary>
    public async IAsyncEnumerable<JsonElement> ToutLireAsync(string liste, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        for (string? curseur = ""; curseur is not null;)
        {
            using var reponse = await AppelerAsync($"{liste}?limite=200{curseur}", ct);
            var page = await reponse.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(ct);
            foreach (var element in page.GetProperty("elements").EnumerateArray())
            {
                yield return element;
            }

            curseur = page.TryGetProperty("suivant", out var suivant) ? $"&curseur={suivant.GetString()}" : null;
        }
    }

    public void Dispose() => http.Dispose();

    private sealed record Refus(string Code);

    // The token in ROR_JETON; without one, as the regional platform of the demo.
    private async Task SIdentifierAsync(CancellationToken ct)
    {
        var jeton = Environment.GetEnvironmentVariable("ROR_JETON");
        if (jeton is null)
        {
            using var reponse = await http.PostAsJsonAsync("/dev/jetons", new { persona = "plateforme-occitanie" }, ct);
            jeton = (await reponse.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(ct)).GetProperty("access_token").GetString();
        }

        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", jeton);
    }

    // Not there, too busy, starting, a token at its end: the same call later. Nothing is lost by asking twice.
    private async Task<HttpResponseMessage> AppelerAsync(string route, CancellationToken ct)
    {
        while (true)
        {
            var attente = Relance;
            try
            {
                if (http.DefaultRequestHeaders.Authorization is null)
                {
                    await SIdentifierAsync(ct);
                }

                var reponse = await http.GetAsync(route, ct);
                if (reponse.StatusCode == HttpStatusCode.Unauthorized)
                {
                    Console.Error.WriteLine("Le service refuse le jeton.");
                    http.DefaultRequestHeaders.Authorization = null;
                }
                else if (reponse.StatusCode is not (HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError))
                {
                    return reponse;
                }

                attente = reponse.Headers.RetryAfter?.Delta ?? Relance;
                reponse.Dispose();
            }
            catch (Exception e) when (e is HttpRequestException or IOException || (e is TaskCanceledException && !ct.IsCancellationRequested))
            {
                Console.Error.WriteLine($"Le service ne répond pas ({e.Message}).");
            }

            await Task.Delay(attente, ct);
        }
    }
}
