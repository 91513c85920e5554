using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Ror.TestKit;
using Ror.TestKit.Moteurs;

namespace Ror.Benchmarks;

/// <summary>
/// The round of a bed manager: every figure of many lieux of an établissement in one write, all of them new, then again with other values. A real process,
/// commits on disk, over HTTP; history, journal and published rows are part of it.
/// </summary>
internal static class Capacites
{
    private const int Tours = 7;

    // Status, temporality, gender, kind of closing, kind of additional bed: ten of the combinations.
    private static readonly (string Statut, string Temporalite, string? Genre, string? Fermeture, string? Lit)[] Dimensions =
    [
        ("01", "01", null, null, null), ("02", "01", "01", null, null), ("02", "01", "02", null, null), ("02", "02", null, null, null), ("02", "03", null, null, null),
        ("03", "01", null, null, null), ("04", "01", null, null, null), ("05", "01", null, "01", null), ("05", "01", null, "02", null), ("06", "01", null, null, "03"),
    ];

    public static async Task<int> MesurerAsync(int lieux)
    {
        foreach (var moteur in MoteurDeTest.Tous.Where(m => m.Absence is null))
        {
            var (connexion, dossier) = (moteur.Nouvelle(), Directory.CreateTempSubdirectory("ror-mesure-").FullName);
            using (var service = await ProcessusRor.DemarrerAsync(dossier, "Development", [.. moteur.Variables(connexion), ("Limites__Debit", "0"), ("Logging__LogLevel__Default", "Warning")]))
            {
                await MesurerAsync(moteur.Nom, service, lieux);
            }

            moteur.Supprimer(connexion);
            Directory.Delete(dossier, recursive: true);
        }

        return 0;
    }

    private static async Task MesurerAsync(string moteur, ProcessusRor service, int lieux)
    {
        var client = await service.EnAsync("responsable-ch-albi");
        for (var i = 0; i < lieux; i++)
        {
            (await client.PostAsync($"/api/v1/entites-geographiques/{Demo.ChAlbi}/lieux", new { nom = $"Zone {i}", adresse = new { codePostal = "81000", localite = "Albi", commune = "81004" }, idExterneSynchro = $"Z{i}" })).Doit(201);
        }

        var durees = new List<double>();
        var taille = 0;
        for (var tour = 0; tour < Tours; tour++)
        {
            var corps = Corps(lieux, tour);
            taille = corps.Length;
            var debut = Stopwatch.GetTimestamp();
            var ecrit = (await client.BrutAsync(HttpMethod.Put, "/api/v1/capacites/lieux?etablissement=1810990010", corps)).Doit(200);
            durees.Add(Stopwatch.GetElapsedTime(debut).TotalSeconds);
            if (ecrit.Corps.GetProperty("acceptes").GetInt32() != lieux)
            {
                throw new InvalidOperationException(ecrit.Texte);
            }
        }

        var chauds = durees.Skip(1).Order().ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{moteur} : {lieux} lieux × {Dimensions.Length} indicateurs, {taille / 1024} Kio ; première écriture {durees[0]:0.00} s, ensuite médiane {chauds[chauds.Count / 2]:0.00} s, maximum {chauds[^1]:0.00} s"));
    }

    private static byte[] Corps(int lieux, int tour)
    {
        var instant = DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
        return Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new
        {
            lieux = Enumerable.Range(0, lieux).Select(i => new { lieuExterne = $"Z{i}", indicateurs = Dimensions.Select((d, rang) => Indicateur(d, (i + rang + tour) % 30, instant)) }),
        }));
    }

    private static Dictionary<string, object> Indicateur((string Statut, string Temporalite, string? Genre, string? Fermeture, string? Lit) d, int nombre, string instant)
    {
        var indicateur = new Dictionary<string, object>
        {
            ["nature"] = Code("01"),
            ["statut"] = Code(d.Statut),
            ["temporalite"] = Code(d.Temporalite),
            ["nombre"] = nombre,
            ["source"] = Code("02"),
            ["dateMaj"] = instant,
        };
        foreach (var (nom, code) in new[] { ("genre", d.Genre), ("typeFermeture", d.Fermeture), ("typeLitSupplementaire", d.Lit) })
        {
            if (code is not null)
            {
                indicateur[nom] = Code(code);
            }
        }

        return indicateur;
    }

    private static object Code(string code) => new { code };
}
