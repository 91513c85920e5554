using System.Diagnostics;
using System.Globalization;
using Ror.TestKit;
using Ror.TestKit.Moteurs;
using Ror.TestKit.Nos;

namespace Ror.Benchmarks;

/// <summary>The official lists of a folder put in force by the command line, a real process; and what a file costs in memory, whatever its size.</summary>
internal static class Nomenclatures
{
    /// <summary>96 MiB: what a process holds without one is what its collector has not yet looked at.</summary>
    private const string Tas = "0x6000000";

    public static async Task<int> MesurerAsync(string dossier)
    {
        var travail = Directory.CreateTempSubdirectory("ror-mesure-").FullName;
        var corpus = Path.Combine(travail, "nos.zip");
        await File.WriteAllBytesAsync(corpus, FichiersNos.Corpus(dossier));
        foreach (var moteur in MoteurDeTest.Tous.Where(m => m.Absence is null))
        {
            var bases = new List<string>();
            foreach (var (titre, fichier) in new[] { ("corpus, simulation", corpus), ("corpus", corpus), ("corpus, encore", corpus), ("1 000 codes", Liste(travail, 1_000)), ("10 000 codes", Liste(travail, 10_000)), ("40 000 codes", Liste(travail, 40_000)), ("40 000 codes et du texte", Liste(travail, 40_000, new('x', 1000))), ("refusé : 64 Mo de vide", Vide(travail)) })
            {
                // The corpus comes again on itself; large lists, each in a database of its own: the one in force is in memory too.
                if (bases.Count == 0 || !titre.StartsWith("corpus", StringComparison.Ordinal))
                {
                    bases.Add(moteur.Nouvelle());
                    (await ProcessusRor.ExecuterAsync(travail, "Development", ["migrer"], moteur.Variables(bases[^1]))).Code.Doit(0);
                }

                var horloge = Stopwatch.StartNew();
                var (code, sortie, memoire) = await ProcessusRor.MesurerAsync(travail, "Development", titre.EndsWith("simulation", StringComparison.Ordinal) ? ["importer-nos", fichier, "simulation"] : ["importer-nos", fichier], [.. moteur.Variables(bases[^1]), ("DOTNET_GCHeapHardLimit", Tas)]);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{moteur.Nom}, {titre,-24} {new FileInfo(fichier).Length / 1048576.0,5:0.0} Mo {horloge.Elapsed.TotalSeconds,6:0.0} s, {memoire >> 20,5} Mo de mémoire, {sortie.Split('\n').Count(l => l.Contains("Appliquee", StringComparison.Ordinal))} listes en vigueur, code {code}"));
            }

            bases.ForEach(moteur.Supprimer);
        }

        Directory.Delete(travail, recursive: true);
        return 0;
    }

    private static void Doit(this int code, int attendu) => _ = code == attendu ? true : throw new InvalidOperationException($"code {code}");

    private static string Liste(string dossier, int codes, string texte = "")
    {
        var fichier = Path.Combine(dossier, $"{codes}{texte.Length}.json");
        File.WriteAllBytes(fichier, FichiersNos.Terminologie($"TRE_R{codes / 1000 + 900 + texte.Length}_Communes", "20250131120000", Enumerable.Range(0, codes).Select(i => ($"{i:00000}", $"Commune fictive numéro {i} sur Rivière", (string?)"2020-01-31", (string?)null, new[] { ("niveau", "4"), ("ror", "true"), ("note", $"n{texte}"), ("status", "active") }))));
        return fichier;
    }

    private static string Vide(string dossier)
    {
        var fichier = Path.Combine(dossier, "vide.json");
        using var flux = new StreamWriter(fichier);
        flux.Write("{\"resourceType\":\"CodeSystem\",\"concept\":[");
        for (var i = 0; i < 20_000_000; i++)
        {
            flux.Write("{},");
        }

        flux.Write("{}]}");
        return fichier;
    }
}
