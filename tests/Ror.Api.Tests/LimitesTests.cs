using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Ror.TestKit;

namespace Ror.Api.Tests;

/// <summary>What one caller may ask: so many requests, bodies so big, lists so long.</summary>
public sealed class LimitesTests
{
    private static readonly (string, string)[] UneParSeconde = [("Limites:Debit", "1"), ("Limites:Rafale", "5")];

    [Fact]
    public async Task La_rafale_passe_et_la_requete_suivante_est_un_429_qui_dit_quand_revenir()
    {
        await using var serveur = ServeurRor.Regle(UneParSeconde);
        var (client, autre) = (await serveur.EnAsync("responsable-ch-albi"), await serveur.EnAsync("grand-public"));

        // A quiet bucket holds the burst and no more.
        (await autre.GetAsync("/api/v1/moi")).Doit(200);
        await Task.Delay(2500);
        var debut = Stopwatch.GetTimestamp();
        var (passees, refus) = await EpuiserAsync(() => client.GetAsync("/api/v1/moi"));
        Assert.InRange(passees.Count, 5, 5 + (int)Stopwatch.GetElapsedTime(debut).TotalSeconds);
        Assert.All(passees, r => Assert.Equal(200, r.Statut));
        Assert.Equal("\"debit\";q=5;w=5", Entete(passees[0], "RateLimit-Policy"));
        Assert.Equal("\"debit\";r=4;t=1", Entete(passees[0], "RateLimit"));
        Assert.False(passees[0].Entetes.Contains("Retry-After"));

        refus.Refuse(429, "limite.debit-depasse");
        Assert.Equal("\"debit\";q=5;w=5", Entete(refus, "RateLimit-Policy"));
        Assert.Equal("\"debit\";r=0;t=2", Entete(refus, "RateLimit"));
        Assert.Equal("2", Entete(refus, "Retry-After"));
        Assert.Equal("Trop de requêtes", refus.Corps.Lu("title"));
        Assert.Equal("Plus de 1 requêtes par seconde ; recommencez dans 2 s.", refus.Corps.Lu("detail"));
        Assert.Equal("/erreurs#limite.debit-depasse", refus.Corps.Lu("type"));
        Assert.Equal("/api/v1/moi", refus.Corps.Lu("instance"));
        Assert.NotEmpty(refus.Corps.Lu("traceId"));
        var anglais = (await EpuiserAsync(() => client.GetAsync("/api/v1/moi", ("Accept-Language", "en")))).Refus;
        Assert.Equal("More than 1 requests per second; retry in 2 s.", anglais.Corps.Lu("detail"));

        (await autre.GetAsync("/api/v1/moi")).Doit(200);
        (await serveur.Anonyme.GetAsync("/api/v1/moi")).Doit(401);
        await Task.Delay(TimeSpan.FromSeconds(2));
        (await client.GetAsync("/api/v1/moi")).Doit(200);
    }

    [Fact]
    public async Task Une_autre_methode_une_autre_adresse_ou_un_refus_comptent_autant()
    {
        await using var serveur = ServeurRor.Regle(UneParSeconde);
        var client = await serveur.EnAsync("responsable-ch-albi");
        Reponse[] debut =
        [
            await client.GetAsync("/api/v1/rien"),
            await client.BrutAsync(HttpMethod.Options, "/api/v1/moi", []),
            await client.BrutAsync(HttpMethod.Head, "/api/v1/moi", []),
            await client.GetAsync("/API/V1/MOI/"),
            await client.PostAsync($"/api/v1/unites-fonctionnelles/{Demo.UfHcChirurgies}/offres", new { inconnu = 1 }),
        ];
        Assert.Equal([404, 405, 405, 200, 400], debut.Select(r => r.Statut));
        Assert.Equal(5, debut.Select(r => Entete(r, "RateLimit")).Distinct().Count());
        foreach (var (methode, route) in new[] { (HttpMethod.Options, "/api/v1/moi"), (HttpMethod.Head, "/api/v1/rien"), (HttpMethod.Get, "/%61pi/v1/moi"), (HttpMethod.Get, "/Api/v1/moi?x=1"), (HttpMethod.Get, "/api/v1") })
        {
            Assert.Equal(429, (await EpuiserAsync(() => client.BrutAsync(methode, route, []))).Refus.Statut);
        }
    }

    [Fact]
    public async Task Sans_jeton_valide_la_limite_est_celle_de_l_adresse()
    {
        await using var serveur = ServeurRor.Regle(UneParSeconde);
        var connu = await serveur.EnAsync("responsable-ch-albi");
        var essais = 0;
        var (passees, _) = await EpuiserAsync(() => (essais++ % 2 == 0 ? serveur.Anonyme : serveur.Avec($"jeton.{essais}.faux")).GetAsync($"/api/v1/moi/{essais}"));
        Assert.Subset(new HashSet<int> { 401, 404 }, passees.Select(r => r.Statut).ToHashSet());
        Assert.InRange(passees.Count, 5, 7);
        (await EpuiserAsync(() => serveur.Avec("encore.un.autre").GetAsync("/api/v1/moi"))).Refus.Refuse(429, "limite.debit-depasse");
        (await connu.GetAsync("/api/v1/moi")).Doit(200);

        for (var i = 0; i < 20; i++)
        {
            foreach (var route in new[] { "/health/live", "/health/ready", "/openapi/v1.json", "/swagger/index.html", "/erreurs" })
            {
                Assert.False((await serveur.Anonyme.GetAsync(route)).Doit(200).Entetes.Contains("RateLimit"), route);
            }
        }
    }

    [Fact]
    public async Task Zero_ne_limite_rien()
    {
        await using var serveur = ServeurRor.Regle(("Limites:Debit", "0"));
        var client = await serveur.EnAsync("responsable-ch-albi");
        for (var i = 0; i < 700; i++)
        {
            Assert.False((await client.GetAsync("/api/v1/rien")).Doit(404).Entetes.Contains("RateLimit"));
        }
    }

    [Fact]
    public async Task Sans_reglage_c_est_600_requetes_d_un_coup_et_300_par_seconde()
    {
        await using var serveur = ServeurRor.Regle();
        var lue = (await serveur.Anonyme.GetAsync("/api/v1/moi")).Doit(401);
        Assert.Equal("\"debit\";q=600;w=2", Entete(lue, "RateLimit-Policy"));
        Assert.Equal("\"debit\";r=599;t=1", Entete(lue, "RateLimit"));
    }

    [Fact]
    public async Task Toute_operation_qui_lit_un_corps_refuse_plus_de_1_Mio_et_celle_de_mille_lieux_plus_de_8()
    {
        await using var serveur = new ServeurRor();
        static byte[] Corps(int mebioctets) => Encoding.UTF8.GetBytes($"\"{new string('a', mebioctets * 1024 * 1024)}\"");
        var (corps, gros) = (Corps(1), Corps(8));
        var operations = Operations().Where(o => o.Operation.TryGetProperty("requestBody", out var corpsDecrit) && corpsDecrit.GetProperty("content").TryGetProperty("application/json", out _)).ToList();
        Assert.NotEmpty(operations);
        foreach (var (methode, chemin, operation) in operations)
        {
            var client = await serveur.EnAsync(operation.Lu("x-persona"));
            var reponse = await client.BrutAsync(new HttpMethod(methode.ToUpperInvariant()), $"{Adresse(chemin, operation)}?{Requis(operation).TrimStart('&')}", operation.Lu("operationId") == "EcrireCapacites" ? gros : corps, entetes: ("If-Match", "\"1.x\""));
            Assert.True(reponse is { Statut: 413, Code: "corps.trop-gros" }, $"{reponse}");
            Assert.True(operation.GetProperty("responses").TryGetProperty("413", out _), chemin);
        }
    }

    [Fact]
    public async Task Toute_liste_refuse_plus_de_200_elements()
    {
        await using var serveur = new ServeurRor();
        var listes = Operations().Where(o => Parametre(o.Operation, "curseur") is not null).ToList();
        Assert.NotEmpty(listes);
        foreach (var (_, chemin, operation) in listes)
        {
            var client = await serveur.EnAsync(operation.Lu("x-persona"));
            (await client.GetAsync($"{Adresse(chemin, operation)}?limite=200{Requis(operation)}")).Doit(200);
            (await client.GetAsync($"{Adresse(chemin, operation)}?limite=201{Requis(operation)}")).Refuse(400, "parametre.invalide");
            Assert.Equal(200, Parametre(operation, "limite")!.Value.GetProperty("schema").GetProperty("maximum").GetInt32());
        }
    }

    [Fact]
    public void Le_contrat_dit_les_limites()
    {
        foreach (var (methode, chemin, operation) in Operations())
        {
            Assert.True(operation.GetProperty("responses").TryGetProperty("429", out var refus), $"{methode} {chemin}");
            Assert.Equal(["RateLimit", "RateLimit-Policy", "Retry-After"], refus.GetProperty("headers").EnumerateObject().Select(e => e.Name).Order(StringComparer.Ordinal));
            Assert.All(operation.GetProperty("responses").EnumerateObject().Where(r => r.Name[0] == '2'), r => Assert.True(r.Value.GetProperty("headers").TryGetProperty("RateLimit", out _)));
        }

        var schemas = Document().GetProperty("components").GetProperty("schemas");
        var listesSansBorne = (from nom in CorpsDeRequete(schemas)
                               let schema = schemas.GetProperty(nom)
                               where schema.TryGetProperty("properties", out _)
                               from membre in schema.GetProperty("properties").EnumerateObject()
                               where membre.Value.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.GetString() == "array" && !membre.Value.TryGetProperty("maxItems", out _)
                               select $"{nom}.{membre.Name}").ToList();
        Assert.Empty(listesSansBorne);
    }

    private static async Task<(List<Reponse> Passees, Reponse Refus)> EpuiserAsync(Func<Task<Reponse>> appeler)
    {
        var passees = new List<Reponse>();
        while (passees.Count < 100)
        {
            var reponse = await appeler();
            if (reponse.Statut == 429)
            {
                return (passees, reponse);
            }

            passees.Add(reponse);
        }

        throw new InvalidOperationException("Cent requêtes ont passé.");
    }

    private static string Entete(Reponse reponse, string nom) => string.Join(", ", reponse.Entetes.GetValues(nom));

    private static JsonElement Document() => JsonElement.Parse(File.ReadAllText(Depot.Chemin("docs/openapi/ror-v1.json")));

    private static List<(string Methode, string Chemin, JsonElement Operation)> Operations() =>
        [.. from chemin in Document().GetProperty("paths").EnumerateObject() from methode in chemin.Value.EnumerateObject() select (methode.Name, chemin.Name, methode.Value)];

    private static JsonElement? Parametre(JsonElement operation, string nom) => !operation.TryGetProperty("parameters", out var parametres) ? null
        : parametres.EnumerateArray().Where(p => p.Lu("name") == nom).Select(p => (JsonElement?)p).SingleOrDefault();

    private static string Adresse(string chemin, JsonElement operation) => !operation.TryGetProperty("parameters", out var parametres) ? chemin
        : parametres.EnumerateArray().Where(p => p.Lu("in") == "path")
            .Aggregate(chemin, (c, p) => c.Replace(string.Create(CultureInfo.InvariantCulture, $"{{{p.Lu("name")}}}"), p.Lu("example"), StringComparison.Ordinal));

    // What it cannot do without, each after a "&".
    private static string Requis(JsonElement operation) => !operation.TryGetProperty("parameters", out var parametres) ? ""
        : string.Concat(parametres.EnumerateArray().Where(p => p.Lu("in") == "query" && p.Possede("required")).Select(p => $"&{p.Lu("name")}={p.Lu("example")}"));

    // The schemas that a request body reaches.
    private static HashSet<string> CorpsDeRequete(JsonElement schemas)
    {
        var atteints = new HashSet<string>();
        var aVoir = new Stack<string>(Operations().Where(o => o.Operation.TryGetProperty("requestBody", out _)).SelectMany(o => References(o.Operation.GetProperty("requestBody"))));
        while (aVoir.TryPop(out var nom))
        {
            if (atteints.Add(nom))
            {
                References(schemas.GetProperty(nom)).ForEach(aVoir.Push);
            }
        }

        return atteints;
    }

    private static List<string> References(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => [.. element.EnumerateObject().SelectMany(m => m.Name == "$ref" ? [m.Value.GetString()!.Split('/')[^1]] : References(m.Value))],
        JsonValueKind.Array => [.. element.EnumerateArray().SelectMany(References)],
        _ => [],
    };
}
