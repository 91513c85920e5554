using System.IO.Compression;

namespace Ror.Infrastructure.Nomenclatures;

internal enum FormatFichier
{
    Nu,
    Zip,
    Gzip,
}

/// <summary>What is refused of an archive before anything of it is read. What it says of itself is not believed afterwards either: see <see cref="FluxBorne"/>.</summary>
internal static class Archives
{
    private const int FichiersMax = 5_000;
    private const int RapportMax = 200;
    private const int SansSoupcon = 1 << 20;

    /// <summary>By its first bytes: a name proves nothing.</summary>
    public static FormatFichier Format(ReadOnlySpan<byte> debut) => debut switch
    {
        [(byte)'P', (byte)'K', 3 or 5, 4 or 6, ..] => FormatFichier.Zip,
        [0x1F, 0x8B, ..] => FormatFichier.Gzip,
        _ => FormatFichier.Nu,
    };

    /// <param name="flux">Seekable; it stays where it was.</param>
    public static async Task<FormatFichier> FormatAsync(Stream flux, CancellationToken ct)
    {
        var debut = new byte[4];
        var lus = await flux.ReadAtLeastAsync(debut, debut.Length, throwOnEndOfStream: false, ct);
        flux.Seek(-lus, SeekOrigin.Current);
        return Format(debut.AsSpan(0, lus));
    }

    /// <param name="nom">What the archive is called in what is told of it.</param>
    /// <exception cref="FichierRefuseException">It cannot be opened, or holds too many files.</exception>
    public static ZipArchive Ouvrir(string nom, Stream flux)
    {
        try
        {
            var archive = new ZipArchive(flux, ZipArchiveMode.Read, leaveOpen: true);
            return archive.Entries.Count <= FichiersMax ? archive : throw new FichierRefuseException($"{archive.Entries.Count} fichiers dans {nom} ; {FichiersMax} au plus.");
        }
        catch (InvalidDataException e)
        {
            throw new FichierRefuseException($"Cette archive est illisible : {e.Message}");
        }
    }

    /// <summary>Nothing is ever written under the name that an entry gives itself; one that tries to leave its folder is hostile all the same.</summary>
    /// <param name="total">Bytes of the entries that are read, this one included, once opened.</param>
    public static FichierRefuseException? Refus(ZipArchiveEntry entree, long total, long max) =>
        entree.FullName.Contains("..", StringComparison.Ordinal) || Path.IsPathRooted(entree.FullName) || entree.FullName.Contains('\\', StringComparison.Ordinal)
            ? new("Le nom de ce fichier sort de l'archive.")
        : entree.Length > Math.Max(1, entree.CompressedLength) * RapportMax && entree.Length > SansSoupcon ? new($"Comprimé plus de {RapportMax} fois : une bombe.")
        : total > max ? new($"L'archive dépasse {max >> 20} Mo une fois ouverte.")
        : null;
}
