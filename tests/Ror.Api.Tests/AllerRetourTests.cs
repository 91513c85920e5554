using System.Text;
using System.Text.Json.Nodes;
using Ror.Domain.Champs;
using Ror.Domain.Offres.Sections;
using Ror.TestKit;

namespace Ror.Api.Tests;

/// <summary>Modèles by chance, written here, exported, read back under another address.</summary>
public sealed class AllerRetourTests(ServeurRor serveur, ITestOutputHelper sortie) : IClassFixture<ServeurRor>
{
    private const int Modeles = 40;

    [Fact]
    public async Task Un_modele_tire_au_sort_revient_le_meme()
    {
        var graine = int.TryParse(Environment.GetEnvironmentVariable("ROR_SEED"), out var donnee) ? donnee : Random.Shared.Next();
        sortie.WriteLine($"ROR_SEED={graine}");
        var (alea, admin, exportes) = (new Random(graine), await serveur.EnAsync("administrateur"), 0);
        for (var i = 0; i < Modeles; i++)
        {
            var cree = (await admin.PostAsync("/api/v1/modeles-saisie", await CorpsAsync(admin, alea, $"https://exemple.test/hasard/{graine}/{i}"))).Doit(201).Corps;
            var exporte = await admin.GetAsync($"/api/v1/modeles-saisie/{cree.Lu("id")}/questionnaire");
            if (exporte.Statut == 409)
            {
                continue;
            }

            exportes++;
            var questionnaire = exporte.Doit(200).Texte.Replace("\"url\":\"https://exemple.test/hasard/", "\"url\":\"https://exemple.test/relu/", StringComparison.Ordinal);
            var relu = (await admin.BrutAsync(HttpMethod.Post, "/api/v1/modeles-saisie/questionnaires", Encoding.UTF8.GetBytes(questionnaire), "application/fhir+json")).Doit(201).Corps;
            Assert.Equal("questionnaire.presentation", Assert.Single(relu.GetProperty("avertissements").EnumerateArray()).Lu("code"));
            Assert.All(Items(JsonNode.Parse(questionnaire)!), i => Assert.Equal((string)i["type"]! == "group", i["item"] is JsonArray { Count: > 0 }));
            foreach (var membre in (string[])["titre", "parcours", "contexte", "regles", "prereglages"])
            {
                Assert.Equal(cree.GetProperty(membre).GetRawText(), relu.GetProperty(membre).GetRawText());
            }
        }

        Assert.True(exportes > Modeles / 4, $"{exportes} modèles sans contradiction.");
    }

    private static IEnumerable<JsonNode> Items(JsonNode noeud) => (noeud["item"]?.AsArray() ?? []).SelectMany(i => Items(i!).Prepend(i!));

    // Rules that mostly hold: chance would else contradict itself every time.
    private static async Task<JsonObject> CorpsAsync(ClientRor client, Random alea, string url)
    {
        var (regles, prereglages) = (new JsonArray(), new JsonObject());
        foreach (var (section, champ) in LesSections.Toutes.SelectMany(s => s.Champs, (s, c) => (s, c)).Where(c => c.c.Nom is not ("modeleSaisie" or "champActivite" or "typesOffre") && !c.c.ParOperations && c.s.Cle != "donnees-nationales" && alea.Next(3) == 0))
        {
            var regle = new JsonObject { ["section"] = section.Cle, ["champ"] = champ.Nom };
            var (obligatoire, codes) = (champ.Obligatoire is not null, champ.Nomenclature is { } liste ? await CodesAsync(client, alea, liste) : []);
            if (!obligatoire && alea.Next(4) == 0)
            {
                regle["masque"] = true;
                regles.Add(regle);
                continue;
            }

            if (codes.Count > 0 && alea.Next(2) == 0)
            {
                regle["codesAutorises"] = new JsonArray([.. codes.Select(c => c.DeepClone())]);
            }

            if (Valeur(champ, codes, alea) is { } valeur && alea.Next(2) == 0)
            {
                (prereglages[section.Membre] ??= new JsonObject())[champ.Nom] = valeur;
                regle["fixe"] = alea.Next(3) == 0;
            }

            regle["obligatoire"] = alea.Next(3) == 0 && champ.Nom != "secteurPsychiatrique";
            regles.Add(regle);
        }

        return new()
        {
            ["url"] = url,
            ["titre"] = $"Modèle « {alea.Next()} » d'essai",
            ["parcours"] = "structure",
            ["contexte"] = new JsonObject { ["categories"] = Codes("355", "101"), ["champsActivite"] = Codes("03") },
            ["regles"] = regles,
            ["prereglages"] = prereglages,
        };
    }

    private static async Task<List<JsonObject>> CodesAsync(ClientRor client, Random alea, string liste)
    {
        var codes = (await client.GetAsync($"/api/v1/nomenclatures/{liste}/codes?limite=200&valideLe=2026-11-23")).Doit(200).Corps.GetProperty("elements").EnumerateArray().ToList();
        return [.. codes.OrderBy(_ => alea.Next()).Take(alea.Next(1, 12)).Select(c => new JsonObject { ["code"] = c.Lu("code"), ["systeme"] = c.Lu("systeme") })];
    }

    private static JsonNode? Valeur(Champ champ, List<JsonObject> codes, Random alea) => champ.Type switch
    {
        TypeChamp.Texte => champ.ValeursAdmises is null && champ.Motif is null && champ.Forme is null ? JsonValue.Create($"Texte « {alea.Next()} » \\ / é") : null,
        TypeChamp.Nombre => JsonValue.Create(alea.Next(champ.Bornes.Min * 1000, champ.Bornes.Max * 1000) / 1000m),
        TypeChamp.Booleen => JsonValue.Create(alea.Next(2) == 0),
        TypeChamp.Age => new JsonObject { ["valeur"] = champ.Nom == "ageMin" ? alea.Next(20) : alea.Next(60, 120), ["unite"] = "a" },
        TypeChamp.Code => codes[0].DeepClone(),
        TypeChamp.Codes => new JsonArray([.. codes.Take(alea.Next(1, 4)).Select(c => c.DeepClone())]),
        TypeChamp.Lignes when champ.Nomenclature is not null => new JsonArray([.. codes.Take(3).Select(c => new JsonObject { ["activite"] = c.DeepClone() })]),
        _ => null,
    };

    private static JsonArray Codes(params string[] codes) => [.. codes.Select(c => new JsonObject { ["code"] = c })];
}
