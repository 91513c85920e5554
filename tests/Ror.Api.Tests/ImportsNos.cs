using System.Text.Json;
using Ror.TestKit;

namespace Ror.Api.Tests;

/// <summary>Imports as an administrator makes them.</summary>
internal static class ImportsNos
{
    public static async Task<string> DeposerAsync(this ClientRor client, byte[] fichier, string nom = "liste.json", bool simulation = false) =>
        (await client.BrutAsync(HttpMethod.Post, $"/api/v1/nomenclatures/imports?fichier={Uri.EscapeDataString(nom)}{(simulation ? "&simulation=true" : "")}", fichier, "application/octet-stream")).Doit(202).Corps.Lu("href");

    public static async Task<JsonElement> FiniAsync(this ClientRor client, string href)
    {
        using var limite = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var import = (await client.GetAsync(href)).Doit(200).Corps;
            if (import.Lu("etat") is not ("EnAttente" or "EnCours"))
            {
                return import;
            }

            await Task.Delay(50, limite.Token);
        }
    }

    /// <summary>Leaves a file, waits, and reads the report.</summary>
    public static async Task<List<JsonElement>> ImporterAsync(this ClientRor client, byte[] fichier, string nom = "liste.json", bool simulation = false)
    {
        var import = await client.FiniAsync(await client.DeposerAsync(fichier, nom, simulation));
        return import.Lu("etat") == "Termine" ? await client.ToutLireAsync($"{import.Lu("rapport")}?limite=200") : throw new InvalidOperationException(import.ToString());
    }

    public static async Task<JsonElement> UneListeAsync(this ClientRor client, byte[] fichier, string nom = "liste.json", bool simulation = false) => (await client.ImporterAsync(fichier, nom, simulation)).Single();

    /// <summary>The list is in force on that node: it looks four times a second.</summary>
    public static async Task<JsonElement> EnVigueurAsync(this ClientRor client, string nom, Func<JsonElement, bool> attendu)
    {
        using var limite = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        while (true)
        {
            var lue = await client.GetAsync($"/api/v1/nomenclatures/{nom}/contenu");
            if (lue.Statut == 200 && attendu(lue.Corps))
            {
                return lue.Corps;
            }

            await Task.Delay(50, limite.Token);
        }
    }

    public static string Issue(this JsonElement liste) => liste.Lu("issue");

    /// <summary><c>nature code</c>, in the order of the report.</summary>
    public static string[] Ecarts(this JsonElement liste) => [.. liste.GetProperty("ecarts").EnumerateArray().Select(e => $"{e.Lu("nature")} {e.Lu("code")}")];

    /// <summary><c>code place</c> of each fault.</summary>
    public static string[] Fautes(this JsonElement liste) => [.. liste.GetProperty("fautes").EnumerateArray().Select(f => $"{f.Lu("code")} {(f.Possede("place") ? f.Lu("place") : "")}".Trim())];
}
