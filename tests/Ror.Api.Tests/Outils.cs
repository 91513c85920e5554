using System.Text.Json;
using Ror.TestKit;

namespace Ror.Api.Tests;

/// <summary>Short words for reading answers; every one of them fails loudly when what it reads is not there.</summary>
internal static class Outils
{
    /// <summary>An id that nobody has.</summary>
    public const string Inconnu = "01920000-0000-7000-8000-ffffffffffff";

    public const string J186Sante = "https://mos.esante.gouv.fr/NOS/TRE_G15-ProfessionSante/FHIR/TRE-G15-ProfessionSante";

    /// <summary>The member at a path: <c>sections/contacts/patients/0</c>.</summary>
    public static JsonElement Membre(this JsonElement element, string chemin) => chemin.Split('/').Aggregate(
        element, (e, pas) => e.ValueKind == JsonValueKind.Array ? e[int.Parse(pas, System.Globalization.CultureInfo.InvariantCulture)] : e.GetProperty(pas));

    /// <summary>The text at a path.</summary>
    public static string Lu(this JsonElement element, string chemin) => element.Membre(chemin).GetString()!;

    public static bool Possede(this JsonElement element, string membre) => element.TryGetProperty(membre, out _);

    /// <summary>One member of each element of a list.</summary>
    public static string[] Liste(this JsonElement element, string chemin, string membre) => [.. element.Membre(chemin).EnumerateArray().Select(e => e.Lu(membre))];

    /// <summary>The element of a list that has that value.</summary>
    public static JsonElement Ou(this JsonElement liste, string membre, string valeur) => liste.EnumerateArray().Single(e => e.Lu(membre) == valeur);

    /// <summary>State of each step, in order.</summary>
    public static string[] Etats(this Reponse reponse) => reponse.Corps.Liste("etapes", "etat");

    /// <summary>Names of the actions; with their target when there is one.</summary>
    public static string[] Actions(this Reponse reponse) =>
        [.. reponse.Corps.GetProperty("actions").EnumerateArray().Select(a => a.Possede("cible") ? $"{a.Lu("nom")} {a.Lu("cible")}" : a.Lu("nom"))];

    /// <summary>What is missing, as <c>section champ code</c>.</summary>
    public static string[] Manquants(this JsonElement manquants) => [.. manquants.EnumerateArray().Select(m =>
        $"{(m.Possede("section") ? m.Lu("section") : "")} {(m.Possede("champ") ? m.Lu("champ") : "")} {m.Lu("code")}")];

    /// <summary>Asserts that a refusal holds that error.</summary>
    public static Reponse Contient(this Reponse reponse, string champ, string code)
    {
        Assert.Contains(reponse.Erreurs, e => e.Champ == champ && e.Code == code);
        return reponse;
    }

    /// <summary>A draft with step 1 validated, in the UF of the guide.</summary>
    public static async Task<(string Id, string ETag)> BrouillonAsync(this ClientRor client, string nom = "Brouillon de test")
    {
        var creee = (await client.PostAsync($"/api/v1/unites-fonctionnelles/{Demo.UfHcChirurgies}/offres", Demo.InformationsChirurgie(nom))).Doit(201);
        return (creee.Corps.Lu("id"), creee.ETag);
    }

    /// <summary>A draft with step 1 validated, in the EHPAD.</summary>
    public static async Task<(string Id, string ETag)> BrouillonEhpadAsync(this ClientRor client, string nom = "Accueil de jour de test")
    {
        var creee = (await client.PostAsync($"/api/v1/entites-geographiques/{Demo.Ehpad}/offres",
            new { nom, champActivite = Demo.Code("04"), modeleSaisie = Demo.ModeleEhpad, uniteSensible = false })).Doit(201);
        return (creee.Corps.Lu("id"), creee.ETag);
    }

    public static async Task<string> ETagAsync(this ClientRor client, string id) => (await client.GetAsync($"/api/v1/offres/{id}")).Doit(200).ETag;

    /// <summary>National identifier, as URLs write it.</summary>
    public static async Task<string> IdentifiantAsync(this ClientRor client, string id) =>
        (await client.GetAsync($"/api/v1/offres/{id}")).Doit(200).Corps.Lu("identifiant").Replace('/', '-');
}
