using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Ror.TestKit;

namespace Ror.Api.Tests;

/// <summary>The served document is the source; the committed one is its copy; every example works as it stands.</summary>
public sealed partial class OpenApiTests(ServeurRor serveur) : IClassFixture<ServeurRor>
{
    private static readonly string[] Methodes = ["get", "post", "put", "delete"];

    public static TheoryData<string> Operations() => [.. Garde().Select(o => o.Id)];

    [Fact]
    public async Task Le_document_servi_est_celui_du_depot()
    {
        var servi = (await serveur.Anonyme.GetAsync("/openapi/v1.json")).Doit(200).Texte;
        Assert.Null(Depot.Comparer("docs/openapi/ror-v1.json", servi.ReplaceLineEndings("\n").TrimEnd() + "\n", "ROR_MAJ_OPENAPI"));
    }

    [Fact]
    public async Task Le_document_est_en_OpenAPI_3_1_et_chaque_operation_dit_ses_refus()
    {
        var document = (await serveur.Anonyme.GetAsync("/openapi/v1.json")).Doit(200).Corps;
        Assert.StartsWith("3.1", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        Assert.All(Lire(document), o =>
        {
            Assert.True(o.Operation.GetProperty("responses").TryGetProperty("401", out _), o.Id);
            Assert.True(o.Operation.TryGetProperty("summary", out _), o.Id);
        });
        Assert.DoesNotContain(document.GetProperty("components").GetProperty("schemas").EnumerateObject(), s => s.Name.Contains('`') || s.Name.Contains("Anonymous", StringComparison.Ordinal));
    }

    [Fact]
    public void Aucun_champ_de_corps_n_est_requis_par_le_schema_mais_sa_marque_y_est()
    {
        var schemas = JsonElement.Parse(File.ReadAllText(Depot.Chemin("docs/openapi/ror-v1.json"))).GetProperty("components").GetProperty("schemas");
        foreach (var section in new[] { "InformationsGenerales", "AccueilPriseEnCharge", "Patientele", "Specificites", "Contacts", "Contact", "Telecom", "CodeSaisi", "Age" })
        {
            Assert.False(schemas.GetProperty(section).TryGetProperty("required", out _), section);
        }

        Assert.Equal("toujours", schemas.GetProperty("InformationsGenerales").GetProperty("properties").GetProperty("nom").GetProperty("x-obligatoire").GetString());
        Assert.Equal("J19", schemas.GetProperty("AccueilPriseEnCharge").GetProperty("properties").GetProperty("modePriseEnCharge").GetProperty("x-nomenclature").GetString());
        Assert.Contains("identifiant", schemas.GetProperty("Offre").GetProperty("required").EnumerateArray().Select(r => r.GetString()));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task L_exemple_de_chaque_operation_reussit_sur_une_base_neuve(string operationId)
    {
        var (_, methode, chemin, operation) = Garde().Single(o => o.Id == operationId);

        // Reads change nothing: they share the server of the class, on which nothing writes.
        await using var neuf = methode == "get" ? null : new ServeurRor();
        var client = await (neuf ?? serveur).EnAsync(operation.GetProperty("x-persona").GetString()!);
        var route = Parametres(operation, "path").Aggregate(chemin, (r, p) => r.Replace($"{{{p.Nom}}}", p.Exemple, StringComparison.Ordinal));
        var requete = string.Join('&', Parametres(operation, "query").Select(p => $"{p.Nom}={p.Exemple}"));
        var entetes = new List<(string, string)>();
        foreach (var (nom, exemple) in Parametres(operation, "header"))
        {
            entetes.Add((nom, exemple == "\"courant\"" ? (await client.GetAsync(Changee(route))).Doit(200).ETag : exemple));
        }

        // A file is the text of its example; anything else is JSON.
        var corps = !operation.TryGetProperty("requestBody", out var b) ? null
            : b.GetProperty("content").TryGetProperty("application/json", out var json) ? Encoding.UTF8.GetBytes(json.GetProperty("example").GetRawText())
            : Encoding.UTF8.GetBytes(b.GetProperty("content").GetProperty("application/octet-stream").GetProperty("example").GetString()!);
        var adresse = requete.Length > 0 ? $"{route}?{requete}" : route;
        var reponse = methode == "get" ? await client.GetAsync(adresse, [.. entetes])
            : await client.BrutAsync(new HttpMethod(methode.ToUpperInvariant()), adresse, corps ?? [], entetes: [.. entetes]);
        Assert.True(reponse.Statut is >= 200 and < 300, $"{methode} {adresse} : {reponse.Statut}\n{reponse.Texte}");
        Assert.True(operation.GetProperty("responses").TryGetProperty($"{reponse.Statut}", out _), $"{reponse.Statut} n'est pas documenté.");
    }

    private static List<(string Id, string Methode, string Chemin, JsonElement Operation)> Garde() => Lire(JsonElement.Parse(File.ReadAllText(Depot.Chemin("docs/openapi/ror-v1.json"))));

    private static List<(string Id, string Methode, string Chemin, JsonElement Operation)> Lire(JsonElement document) =>
    [
        .. from chemin in document.GetProperty("paths").EnumerateObject()
           from methode in chemin.Value.EnumerateObject()
           where Methodes.Contains(methode.Name)
           select (methode.Value.GetProperty("operationId").GetString()!, methode.Name, chemin.Name, methode.Value),
    ];

    private static List<(string Nom, string Exemple)> Parametres(JsonElement operation, string lieu) => !operation.TryGetProperty("parameters", out var parametres) ? [] :
    [
        .. from p in parametres.EnumerateArray()
           where p.GetProperty("in").GetString() == lieu && p.TryGetProperty("example", out _)
           let e = p.GetProperty("example")
           select (p.GetProperty("name").GetString()!, e.ValueKind == JsonValueKind.Array ? e[0].ToString() : e.ToString()),
    ];

    // An offer at a lieu: the offer.
    private static string Changee(string route) => ParLieu().Match(route) is { Success: true } offre ? $"/api/v1{offre.Groups[1].Value}" : Ressource().Match(route).Value;

    [GeneratedRegex("^/api/v1/lieux/[^/]+(/offres/[^/]+)$")]
    private static partial Regex ParLieu();

    [GeneratedRegex("^/api/v1/[^/]+/[^/]+")]
    private static partial Regex Ressource();
}
