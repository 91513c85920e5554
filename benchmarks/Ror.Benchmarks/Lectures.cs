using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Ror.Api.Acces;
using Ror.Application.Diffusion;
using Ror.TestKit;
using Ror.TestKit.Moteurs;

namespace Ror.Benchmarks;

/// <summary>
/// Reading what is published, under wrk, over many offers: by id against the same bytes from memory (floor a), by page against the same query by ADO.NET
/// with the same bytes (floor b). Floors and service share one process, one Kestrel and one authentication, and take turns.
/// </summary>
internal static partial class Lectures
{
    private const int Graine = 20261122;
    private const int Tours = 3;
    private static readonly TimeSpan Tour = TimeSpan.FromSeconds(4);

    public static async Task<int> MesurerAsync(int offres)
    {
        foreach (var moteur in MoteurDeTest.Tous.Where(m => m.Absence is null))
        {
            await MesurerAsync(moteur, offres);
        }

        return 0;
    }

    private static async Task MesurerAsync(MoteurDeTest moteur, int offres)
    {
        var connexion = moteur.Nouvelle();
        try
        {
            var plancher = new Plancher(moteur, connexion);
            await using var service = new Service(moteur, connexion, plancher);
            service.UseKestrel(0);
            service.StartServer();
            var http = new HttpClient { BaseAddress = service.ClientOptions.BaseAddress };
            while (!(await http.GetAsync("/health/ready")).IsSuccessStatusCode)
            {
                await Task.Delay(50);
            }

            await PreparerAsync(service.Services, offres, moteur.Nom);
            var jeton = (await new ClientRor(http).PostAsync("/dev/jetons", new { persona = "plateforme-occitanie" })).Doit(200).Corps.GetProperty("access_token").GetString()!;
            http.DefaultRequestHeaders.Authorization = new("Bearer", jeton);
            var (parId, pages) = await plancher.ChargerAsync(new ClientRor(http));
            Console.WriteLine($"{parId.Count} offres lues par leur adresse, {pages.Count} pages de 50");

            var adresse = http.BaseAddress!.ToString().TrimEnd('/');
            Comparer("GET par identifiant", adresse, jeton, [("plancher a : octets en mémoire", parId.Select(i => $"/plancher/octets/{i}"), ""), ("service", parId.Select(i => $"/api/v1/diffusion/offres/{i}"), "")]);
            Comparer(
                "GET par identifiant, autres formes",
                adresse,
                jeton,
                [("sans plancher : 304", parId.Select(i => $"/api/v1/diffusion/offres/{i}"), "If-None-Match: *"), ("br", parId.Select(i => $"/api/v1/diffusion/offres/{i}"), "Accept-Encoding: br"), ("no-cache", parId.Select(i => $"/api/v1/diffusion/offres/{i}"), "Cache-Control: no-cache")]);
            Comparer(
                "page de 50",
                adresse,
                jeton,
                [("plancher b : requête ADO.NET, octets en mémoire", pages.Select(p => $"/plancher/page?region={p.Region}&apres={p.Apres}"), ""), ("service", pages.Select(p => p.Route), "")]);
        }
        finally
        {
            moteur.Supprimer(connexion);
        }
    }

    private static async Task PreparerAsync(IServiceProvider services, int offres, string moteur)
    {
        var horloge = Stopwatch.StartNew();
        await new Generateur(services, Graine).PeuplerAsync(offres);
        var genere = horloge.Elapsed;
        horloge.Restart();
        var bilan = await services.GetRequiredService<Reconstruction>().ExecuterAsync(CancellationToken.None);
        var construit = horloge.Elapsed;
        horloge.Restart();
        var egal = await services.GetRequiredService<Reconstruction>().ExecuterAsync(CancellationToken.None);
        Console.WriteLine($"{moteur}, graine {Graine} : {offres} offres écrites en {genere.TotalSeconds:0} s, publiées par reconstruire en {construit.TotalSeconds:0} s ({bilan.Differences.Count} objets), vérifiées en {horloge.Elapsed.TotalSeconds:0} s ({egal.Differences.Count} différences)");
    }

    private static void Comparer(string titre, string adresse, string jeton, IReadOnlyList<(string Nom, IEnumerable<string> Routes, string Entete)> candidats)
    {
        Console.WriteLine($"\n{titre}");
        var mesures = candidats.Select(_ => new List<Mesure>()).ToList();
        for (var tour = 0; tour <= Tours; tour++)
        {
            for (var rang = 0; rang < candidats.Count; rang++)
            {
                var mesure = Wrk(adresse, jeton, candidats[rang].Routes, candidats[rang].Entete);
                if (tour > 0)
                {
                    mesures[rang].Add(mesure);
                }
            }
        }

        var premier = Mediane(mesures[0]).ParSeconde;
        foreach (var (nom, mesure) in candidats.Zip(mesures, (c, m) => (c.Nom, Mediane(m))))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {nom,-52} {mesure.ParSeconde,8:0} /s   p50 {mesure.P50,8}   p99 {mesure.P99,8}   × {mesure.ParSeconde / premier:0.00}"));
        }
    }

    private static Mesure Mediane(List<Mesure> mesures) => mesures.OrderBy(m => m.ParSeconde).ElementAt(mesures.Count / 2);

    private static Mesure Wrk(string adresse, string jeton, IEnumerable<string> routes, string entete)
    {
        var (liste, script) = (Path.GetTempFileName(), Path.GetTempFileName());
        File.WriteAllLines(liste, routes);
        File.WriteAllText(script, """
            local requetes, rang = {}, 0
            function init(arguments)
              local entetes = { ["Authorization"] = "Bearer " .. arguments[2] }
              if arguments[3] then
                local nom, valeur = arguments[3]:match("^(.-): (.*)$")
                entetes[nom] = valeur
              end
              for route in io.lines(arguments[1]) do
                requetes[#requetes + 1] = wrk.format("GET", route, entetes)
              end
            end
            function request()
              rang = rang % #requetes + 1
              return requetes[rang]
            end
            """);
        var commande = new ProcessStartInfo("wrk", ["-t1", "-c16", $"-d{Tour.TotalSeconds}s", "--latency", "-s", script, adresse, "--", liste, jeton, .. entete.Length > 0 ? [entete] : Array.Empty<string>()]) { RedirectStandardOutput = true };
        using var wrk = Process.Start(commande)!;
        var sortie = wrk.StandardOutput.ReadToEnd();
        wrk.WaitForExit();
        File.Delete(liste);
        File.Delete(script);
        return sortie.Contains("Non-2xx", StringComparison.Ordinal) || sortie.Contains("Socket errors", StringComparison.Ordinal) || !Debit().IsMatch(sortie)
            ? throw new InvalidOperationException(sortie)
            : new(double.Parse(Debit().Match(sortie).Groups[1].Value, CultureInfo.InvariantCulture), P50().Match(sortie).Groups[1].Value, P99().Match(sortie).Groups[1].Value);
    }

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex Debit();

    [GeneratedRegex(@"\n\s+50%\s+([\d.]+\w+)")]
    private static partial Regex P50();

    [GeneratedRegex(@"\n\s+99%\s+([\d.]+\w+)")]
    private static partial Regex P99();

    private sealed record Mesure(double ParSeconde, string P50, string P99);

    private sealed record PageVue(string Route, string Region, string Apres);

    /// <summary>The service as it is shipped, without its rate limit, with the floors beside it.</summary>
    private sealed class Service(MoteurDeTest moteur, string connexion, Plancher plancher) : WebApplicationFactory<OptionsAuthentification>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
            .UseEnvironment("Development")
            .UseSetting("Limites:Debit", "0")
            .UseSetting("Persistance:Moteur", moteur.Nom)
            .UseSetting("ConnectionStrings:Ror", connexion)
            .ConfigureTestServices(services => services.AddSingleton<IStartupFilter>(plancher))
            .ConfigureLogging(journaux => journaux.ClearProviders());
    }

    /// <summary>What the same answers cost at the least, behind the same authentication.</summary>
    private sealed class Plancher(MoteurDeTest moteur, string connexion) : IStartupFilter
    {
        private readonly Dictionary<string, (string ETag, byte[] Octets)> _octets = [];

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Map("/plancher", plancher => plancher.UseRouting().UseAuthentication().UseAuthorization().UseEndpoints(routes =>
            {
                routes.MapGet("/octets/{identifiant}", (string identifiant, HttpContext http) => Octets(identifiant, http)).RequireAuthorization("role-requis");
                routes.MapGet("/page", (string region, string apres, HttpContext http) => PageAsync(region, apres, http)).RequireAuthorization("role-requis");
            }));
            next(app);
        };

        /// <summary>Reads from the service what the floors will answer with.</summary>
        public async Task<(List<string> ParId, List<PageVue> Pages)> ChargerAsync(ClientRor client)
        {
            var (parId, pages) = (new List<string>(), new List<PageVue>());
            foreach (var region in (string[])["11", "24", "27", "28", "32", "44", "52", "53", "75", "76", "84", "93"])
            {
                var (route, apres) = ($"/api/v1/diffusion/offres?region={region}", Guid.Empty.ToString());
                for (var page = 0; page < 6; page++)
                {
                    var lue = (await client.GetAsync(route)).Doit(200);
                    pages.Add(new(route, region, apres));
                    foreach (var offre in lue.Corps.GetProperty("elements").EnumerateArray())
                    {
                        var identifiant = offre.GetProperty("identifiant").GetString()!;
                        var seule = (await client.GetAsync($"/api/v1/diffusion/offres/{identifiant.Replace('/', '-')}")).Doit(200);
                        _octets[identifiant] = (seule.ETag, seule.Octets);
                        parId.Add(identifiant.Replace('/', '-'));
                        apres = offre.GetProperty("id").GetString()!;
                    }

                    Verifier(lue, await client.GetAsync($"/plancher/page?region={region}&apres={pages[^1].Apres}"));
                    if (!lue.Corps.TryGetProperty("suivant", out var suivant))
                    {
                        break;
                    }

                    route = $"/api/v1/diffusion/offres?region={region}&curseur={suivant.GetString()}";
                }
            }

            return (parId, pages);
        }

        // The cursor apart, both are the same bytes.
        private static void Verifier(Reponse service, Reponse plancher)
        {
            var (attendu, lu) = (service.Corps.GetProperty("elements").GetRawText(), plancher.Doit(200).Corps.GetProperty("elements").GetRawText());
            _ = attendu == lu ? true : throw new InvalidOperationException($"{service.Requete} : le plancher ne rend pas la même page.\n{attendu}\n{lu}");
        }

        private Task Octets(string identifiant, HttpContext http)
        {
            var (etag, octets) = _octets[identifiant.Replace('-', '/')];
            (http.Response.ContentType, http.Response.ContentLength, http.Response.Headers.ETag) = ("application/json; charset=utf-8", octets.Length, etag);
            return http.Response.Body.WriteAsync(octets, 0, octets.Length);
        }

        private async Task PageAsync(string region, string apres, HttpContext http)
        {
            await using var db = DbProviderFactories.GetFactory(_modele ??= moteur.Ouvrir(connexion))!.CreateConnection()!;
            db.ConnectionString = connexion;
            await db.OpenAsync();
            await using var commande = db.CreateCommand();
            commande.CommandText = """SELECT "Id", "Identifiant", "Version" FROM "OffresPubliees" WHERE NOT "UniteSensible" AND "Region" = @region AND "Id" > @apres ORDER BY "Id" LIMIT 51""";
            Ajouter(commande, "@region", region);
            Ajouter(commande, "@apres", moteur.Nom == "Sqlite" ? apres.ToUpperInvariant() : Guid.Parse(apres));
            using var page = new MemoryStream(256 << 10);
            page.Write("{\"elements\":["u8);
            await using (var lecteur = await commande.ExecuteReaderAsync())
            {
                for (var rang = 0; rang < 50 && await lecteur.ReadAsync(); rang++)
                {
                    if (rang > 0)
                    {
                        page.WriteByte((byte)',');
                    }

                    page.Write(_octets[lecteur.GetString(1)].Octets);
                }
            }

            page.Write("],\"suivant\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"}"u8);
            (http.Response.ContentType, http.Response.ContentLength) = ("application/json; charset=utf-8", page.Length);
            await http.Response.Body.WriteAsync(page.GetBuffer().AsMemory(0, (int)page.Length));
        }

        private DbConnection? _modele;

        private static void Ajouter(DbCommand commande, string nom, object valeur)
        {
            var parametre = commande.CreateParameter();
            (parametre.ParameterName, parametre.Value) = (nom, valeur);
            commande.Parameters.Add(parametre);
        }
    }
}
