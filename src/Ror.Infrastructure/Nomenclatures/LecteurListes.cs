using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using Ror.Domain.Nomenclatures;

namespace Ror.Infrastructure.Nomenclatures;

/// <summary>A list that a file holds, or why it holds none.</summary>
/// <param name="Fichier">Its name; of a file in an archive, <c>archive.zip/dossier/fichier</c>.</param>
internal sealed record ListeDeFichier(string Fichier, ListeNos? Liste, FichierRefuseException? Faute);

/// <summary>Lists of a file of any format, of a folder, of an archive of many. One file after the other: memory holds one list at a time.</summary>
internal static class LecteurListes
{
    /// <summary>The largest list of the NOS, 39 700 communes with all their properties, takes a tenth of it.</summary>
    public const long TailleMax = 64L << 20;


    private static readonly Dictionary<string, string> Aucune = [];
    private static readonly string[] Extensions = [".json", ".xml", ".svs", ".tabs", ".zip"];

    /// <summary>Files that will be read.</summary>
    public static int Compter(string chemin)
    {
        if (Directory.Exists(chemin))
        {
            return Fichiers(chemin).Count();
        }

        using var flux = File.OpenRead(chemin);
        using var archive = Ouvrir("", flux).Archive;
        return archive?.Entries.Count(EstListe) ?? 1;
    }

    /// <param name="nom">What the file or the folder is called in what is told of it.</param>
    public static async IAsyncEnumerable<ListeDeFichier> LireAsync(string chemin, string nom, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var (fichier, ici) in Directory.Exists(chemin) ? Fichiers(chemin).Select(f => (f, Path.GetRelativePath(chemin, f))) : [(chemin, nom)])
        {
            await using var flux = File.OpenRead(fichier);
            await foreach (var liste in LireAsync(ici, flux, ct))
            {
                yield return liste;
            }
        }
    }

    // An archive comes with its readme and its index.
    private static bool EstListe(ZipArchiveEntry entree) => Extensions.Contains(Path.GetExtension(entree.Name).ToLowerInvariant());

    private static IEnumerable<string> Fichiers(string dossier) =>
        Directory.EnumerateFiles(dossier, "*", SearchOption.AllDirectories).Where(f => Extensions.Contains(Path.GetExtension(f).ToLowerInvariant())).Order(StringComparer.Ordinal);

    /// <param name="flux">Seekable: an archive is read from its end.</param>
    private static async IAsyncEnumerable<ListeDeFichier> LireAsync(string nom, Stream flux, [EnumeratorCancellation] CancellationToken ct)
    {
        if (await Archives.FormatAsync(flux, ct) != FormatFichier.Zip)
        {
            foreach (var liste in await UnFichierAsync(nom, () => Task.FromResult(flux), ct))
            {
                yield return liste;
            }

            yield break;
        }

        var (archive, faute) = Ouvrir(nom, flux);
        if (archive is null)
        {
            yield return new(nom, null, faute);
            yield break;
        }

        using (archive)
        {
            var total = 0L;
            foreach (var entree in archive.Entries.Where(EstListe))
            {
                var ici = $"{nom}/{entree.FullName}";
                total += entree.Length;
                if (Archives.Refus(entree, total, TailleMax * 4) is { } refus)
                {
                    yield return new(ici, null, refus);
                    continue;
                }

                foreach (var liste in await UnFichierAsync(ici, () => entree.OpenAsync(ct), ct))
                {
                    yield return liste;
                }
            }
        }
    }

    private static (ZipArchive? Archive, FichierRefuseException? Faute) Ouvrir(string nom, Stream flux)
    {
        try
        {
            return (Archives.Ouvrir(nom, flux), null);
        }
        catch (FichierRefuseException faute)
        {
            return (null, faute);
        }
    }

    private static async Task<IReadOnlyList<ListeDeFichier>> UnFichierAsync(string nom, Func<Task<Stream>> ouvrir, CancellationToken ct)
    {
        Bornes.Commencer();
        try
        {
            await using var flux = await ouvrir();
            await using var borne = new FluxBorne(flux, TailleMax);
            var debut = Encoding.UTF8.GetString((await borne.RegarderAsync(ct)).Span).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
            var listes = debut switch
            {
                ['{', ..] => await LecteurFhirJson.LireAsync(borne, ct),
                ['<', 'O', 'I', 'D', ..] => [await LecteurTabs.LireAsync(borne, ct)],
                ['<', ..] => await LecteurXml.LireAsync(borne, ct),
                ['P', 'K', ..] => throw new FichierRefuseException("Une archive dans une archive n'est pas lue."),
                [] => throw new FichierRefuseException("Ce fichier est vide."),
                _ => throw new FichierRefuseException("Ni FHIR (JSON ou XML), ni SVS, ni .tabs."),
            };

            // The same resource twice in a row is one; two that differ are a fault of the file.
            return [.. listes.GroupBy(l => l.NomOfficiel).Select(g => g.All(l => SontEgales(l, g.First()))
                ? new ListeDeFichier(nom, g.First(), null)
                : new ListeDeFichier(nom, null, new($"{g.Key} y est deux fois, avec deux contenus.")))];
        }
        catch (FichierRefuseException faute)
        {
            return [new(nom, null, faute)];
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException or ArgumentException or FormatException or NotSupportedException)
        {
            // Whatever a parser makes of bytes that are no text: one file is refused, the others are read.
            return [new(nom, null, new($"Le contenu est corrompu : {e.Message}"))];
        }
    }

    private static bool SontEgales(ListeNos une, ListeNos autre) =>
        une.Version == autre.Version && une.Codes.Select(c => c with { Proprietes = Aucune }).SequenceEqual(autre.Codes.Select(c => c with { Proprietes = Aucune })) && une.Paires.SequenceEqual(autre.Paires) && une.Filtres.Count == autre.Filtres.Count;
}
