using System.IO.Hashing;
using Ror.Infrastructure.Nomenclatures;

namespace Ror.Infrastructure.Annuaires.Fichiers;

/// <summary>What a zip or a gzip says of a text, to tell whether all of it came out.</summary>
/// <param name="Octets">Modulo 2^32, as a gzip counts.</param>
internal readonly record struct Empreinte(uint Octets, uint Crc);

/// <summary>A text on its way out of what holds it: says how far it is, and refuses what is cut, corrupt, or an archive again.</summary>
/// <param name="fichier">Where the bytes come from; its position tells the progress.</param>
/// <param name="annonce">Null when nothing is announced. The streams of the framework do not look at it: they end early without a word.</param>
internal sealed class FluxNational(FluxBorne source, FileStream fichier, Empreinte? annonce, Action<long, long>? progres) : FluxLecture
{
    private readonly long _total = fichier.Length;
    private readonly Crc32 _crc = new();
    private long _lus;

    public static FichierRefuseException Corrompu(Exception cause) => new($"Le contenu est corrompu : {cause.Message}");

    public async Task RefuserArchiveAsync(CancellationToken ct)
    {
        var debut = await TraduireAsync(() => new ValueTask<ReadOnlyMemory<byte>>(source.RegarderAsync(ct)));
        if (debut.IsEmpty)
        {
            throw new FichierRefuseException("Ce fichier est vide.");
        }

        if (Archives.Format(debut.Span) != FormatFichier.Nu)
        {
            throw new FichierRefuseException("Une archive dans une archive n'est pas lue.");
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var lus = await TraduireAsync(() => source.ReadAsync(buffer, cancellationToken));
        if (annonce is not null)
        {
            _lus += lus;
            _crc.Append(buffer.Span[..lus]);
            Verifier(estFini: lus == 0 && buffer.Length > 0);
        }

        progres?.Invoke(fichier.Position, _total);
        return lus;
    }

    private void Verifier(bool estFini)
    {
        if (estFini && annonce != new Empreinte((uint)_lus, _crc.GetCurrentHashAsUInt32()))
        {
            throw new FichierRefuseException("Ce fichier est tronqué ou corrompu : son contenu n'est pas celui qu'il annonce.");
        }
    }

    private static async ValueTask<T> TraduireAsync<T>(Func<ValueTask<T>> lire)
    {
        try
        {
            return await lire();
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw Corrompu(e);
        }
    }
}
