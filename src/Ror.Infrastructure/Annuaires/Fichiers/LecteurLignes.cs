using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;
using Ror.Domain.Annuaires;
using Ror.Domain.Commun;

namespace Ror.Infrastructure.Annuaires.Fichiers;

/// <summary>Encodings that the lines of a file are in; a line of ASCII alone is in any of them.</summary>
[Flags]
internal enum Encodages
{
    Ascii = 0,
    Utf8 = 1,
    Windows1252 = 2,
}

/// <param name="Numero">From 1.</param>
/// <param name="Texte">Without its end of line; of a line that is too long, the beginning.</param>
/// <param name="Faute">Why the line cannot be used; its text is there to tell whom it speaks of.</param>
internal readonly record struct LigneLue(int Numero, string Texte, Erreur? Faute);

/// <summary>
/// Lines of a text of any size, ended by LF or CRLF; memory holds one. Each is strict UTF-8, else Windows-1252: the extracts have been in one and in the
/// other, and nothing in them says which.
/// </summary>
/// <param name="max">Bytes of a line; a longer one is passed over without being held.</param>
internal sealed class LecteurLignes(Stream flux, int max = LecteurLignes.OctetsMax)
{
    public const int OctetsMax = 64 << 10;

    private const int Lecture = 64 << 10;
    private const int DebutGarde = 200;

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    // A tabulation is a space that somebody typed.
    private static readonly SearchValues<byte> Controles = SearchValues.Create([.. Enumerable.Range(0, 32).Where(c => c != '\t').Select(c => (byte)c), 0x7F]);

    private static readonly SearchValues<char> ControlesDuTexte = SearchValues.Create([.. Enumerable.Range(0, 0xA0).Select(c => (char)c).Where(c => char.IsControl(c) && c != '\t')]);

    private readonly byte[] _tampon = new byte[max + Lecture];
    private string? _tropLongue;
    private bool _epuise;
    private int _debut;
    private int _fin;
    private int _numero;

    /// <summary>Of the lines read so far.</summary>
    public Encodages Encodages { get; private set; }

    public async IAsyncEnumerable<LigneLue> LireAsync([EnumeratorCancellation] CancellationToken ct = default)
    {
        while (true)
        {
            while (Suivante() is { } ligne)
            {
                yield return ligne;
            }

            if (_epuise)
            {
                yield break;
            }

            await RemplirAsync(ct);
        }
    }

    private async ValueTask RemplirAsync(CancellationToken ct)
    {
        _tampon.AsSpan(_debut, _fin - _debut).CopyTo(_tampon);
        (_debut, _fin) = (0, _fin - _debut);
        var lus = await flux.ReadAsync(_tampon.AsMemory(_fin), ct);
        _fin += lus;
        _epuise = lus == 0;
    }

    private LigneLue? Suivante()
    {
        var reste = _tampon.AsSpan(_debut, _fin - _debut);
        var fin = reste.IndexOf((byte)'\n');
        if (fin < 0 && !_epuise)
        {
            PasserSiTropLongue(reste);
            return null;
        }

        if (fin < 0 && reste.IsEmpty && _tropLongue is null)
        {
            return null;
        }

        _debut += fin < 0 ? reste.Length : fin + 1;
        return Lire(fin < 0 ? reste : reste[..fin]);
    }

    // One byte more than allowed may still be the CR of a CRLF.
    private void PasserSiTropLongue(ReadOnlySpan<byte> reste)
    {
        if (_tropLongue is not null || reste.Length > max + 1)
        {
            _tropLongue ??= Debut(reste);
            _debut = _fin;
        }
    }

    private LigneLue Lire(ReadOnlySpan<byte> octets)
    {
        octets = octets is [.., (byte)'\r'] ? octets[..^1] : octets;
        octets = ++_numero == 1 && octets is [0xEF, 0xBB, 0xBF, ..] ? octets[3..] : octets;
        var debut = octets.Length > max ? _tropLongue ?? Debut(octets) : _tropLongue;
        _tropLongue = null;
        if (debut is not null)
        {
            return new(_numero, debut, AnnuaireErreurs.LigneTropLongue.Avec(max).ALaLigne(_numero));
        }

        var texte = Decoder(octets);
        var controle = octets.IndexOfAny(Controles) >= 0 || texte.AsSpan().ContainsAnyInRange('\u0080', '\u009F') ? texte.AsSpan().IndexOfAny(ControlesDuTexte) : -1;
        return new(_numero, texte, controle < 0 ? null : AnnuaireErreurs.CaractereInterdit.Avec($"{(int)texte[controle]:X4}", controle + 1).ALaLigne(_numero));
    }

    private string Decoder(ReadOnlySpan<byte> octets)
    {
        if (!Utf8.IsValid(octets))
        {
            Encodages |= Encodages.Windows1252;
            return Windows1252.GetString(octets);
        }

        var texte = Encoding.UTF8.GetString(octets);
        Encodages |= texte.Length == octets.Length ? Encodages.Ascii : Encodages.Utf8;
        return texte;
    }

    private static string Debut(ReadOnlySpan<byte> octets) => Encoding.Latin1.GetString(octets[..Math.Min(octets.Length, DebutGarde)]);
}
