using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using Ror.Infrastructure.Nomenclatures;

namespace Ror.Infrastructure.Annuaires.Fichiers;

/// <param name="Nom">Of a file in an archive, <c>archive.zip/dossier/fichier</c>.</param>
/// <param name="Flux">To be read before the next one is asked for. Reading throws <see cref="FichierRefuseException"/> where the content is cut or corrupt.</param>
internal readonly record struct FichierOuvert(string Nom, Stream Flux);

/// <summary>Text files of a path, whatever holds them: the file itself, gzip, or an archive. Nothing is kept open between two calls: a path can be read twice.</summary>
internal static class FichiersNationaux
{
    /// <summary>Once opened: five times the largest of the national files.</summary>
    public const long TailleMax = 4L << 30;

    private const int Tampon = 1 << 16;

    private sealed record Source(string Nom, Func<CancellationToken, Task<Stream>> Ouvrir, Empreinte? Annonce);

    /// <param name="nom">What the file is called in what is told of it; the path may be one of our own.</param>
    /// <param name="estUtile">Which files of an archive are wanted, by their name without folder. A file alone is always wanted.</param>
    /// <param name="progres">Bytes of the path that were consumed, and how many it has.</param>
    /// <param name="max">Bytes of text.</param>
    /// <exception cref="FichierRefuseException">Before anything is read: a broken or hostile archive, one without the wanted files, an empty file.</exception>
    public static async IAsyncEnumerable<FichierOuvert> OuvrirAsync(
        string chemin, string nom, Func<string, bool> estUtile, Action<long, long>? progres = null, long max = TailleMax, [EnumeratorCancellation] CancellationToken ct = default)
    {
        await using var fichier = new FileStream(chemin, FileMode.Open, FileAccess.Read, FileShare.Read, Tampon, FileOptions.Asynchronous | FileOptions.SequentialScan);
        var total = fichier.Length;
        var format = await Archives.FormatAsync(fichier, ct);
        using var archive = format == FormatFichier.Zip ? Archives.Ouvrir(nom, fichier) : null;
        foreach (var (ici, ouvrir, annonce) in archive is null ? [Seul(fichier, nom, format)] : Entrees(archive, nom, estUtile, max))
        {
            await using var source = await LectureAsync(ouvrir, ct);
            await using var flux = new FluxNational(new FluxBorne(source, max), fichier, annonce, progres);
            await flux.RefuserArchiveAsync(ct);
            yield return new(ici, flux);
        }

        progres?.Invoke(total, total);
    }

    private static Source Seul(FileStream fichier, string nom, FormatFichier format) => format == FormatFichier.Gzip
        ? new(nom, _ => Task.FromResult<Stream>(new GZipStream(fichier, CompressionMode.Decompress, leaveOpen: true)), Annonce(fichier))
        : new(nom, _ => Task.FromResult<Stream>(fichier), null);

    // The last eight bytes of a gzip. It may be made of several, one after the other; national files are not.
    private static Empreinte Annonce(FileStream fichier)
    {
        Span<byte> fin = stackalloc byte[8];
        fichier.Position = Math.Max(0, fichier.Length - fin.Length);
        _ = fichier.ReadAtLeast(fin, fin.Length, throwOnEndOfStream: false);
        fichier.Position = 0;
        return new(BinaryPrimitives.ReadUInt32LittleEndian(fin[4..]), BinaryPrimitives.ReadUInt32LittleEndian(fin));
    }

    // All are looked at before the first is given: what is half loaded cannot be taken back.
    private static List<Source> Entrees(ZipArchive archive, string nom, Func<string, bool> estUtile, long max)
    {
        var utiles = archive.Entries.Where(e => e.Name.Length > 0 && estUtile(e.Name)).ToList();
        var total = 0L;
        foreach (var entree in utiles)
        {
            total += entree.Length;
            if ((entree.IsEncrypted ? new("Ce fichier est chiffré.") : Archives.Refus(entree, total, max)) is { } refus)
            {
                throw new FichierRefuseException(refus.Message, $"{nom}/{entree.FullName}");
            }
        }

        return utiles.Count > 0
            ? [.. utiles.Select(e => new Source($"{nom}/{e.FullName}", e.OpenAsync, new((uint)e.Length, e.Crc32)))]
            : throw new FichierRefuseException($"Aucun des fichiers attendus dans cette archive ; elle contient : {string.Join(", ", archive.Entries.Take(5).Select(e => e.FullName))}.");
    }

    private static async Task<Stream> LectureAsync(Func<CancellationToken, Task<Stream>> ouvrir, CancellationToken ct)
    {
        try
        {
            return await ouvrir(ct);
        }
        catch (InvalidDataException e)
        {
            throw FluxNational.Corrompu(e);
        }
    }
}
