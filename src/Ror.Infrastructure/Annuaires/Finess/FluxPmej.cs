using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Unicode;
using Ror.Infrastructure.Nomenclatures;

namespace Ror.Infrastructure.Annuaires.Finess;

/// <summary>
/// Objects of the <c>pmej</c> of a JSON of any size, one at a time: the file has a gigabyte, memory holds the largest of its objects. Other keys may come
/// before or after, and are passed over without being held.
/// </summary>
internal sealed class FluxPmej(Stream flux, int objetMax = FluxPmej.ObjetMax)
{
    /// <summary>The largest legal entities have hundreds of établissements of some kilobytes each.</summary>
    public const int ObjetMax = 16 << 20;

    private static ReadOnlySpan<byte> Bom => [0xEF, 0xBB, 0xBF];

    private byte[] _tampon = new byte[Math.Min(objetMax, 1 << 18)];
    private JsonReaderState _etat = new(new() { MaxDepth = 64 });
    private string _cle = "";
    private bool _commence;
    private bool _epuise;
    private bool _aPmej;
    private int _debut;
    private int _fin;
    private int _rang;

    /// <summary>As written; null until it is met.</summary>
    public string? GenereLe { get; private set; }

    /// <summary>Each is valid until the next is asked for.</summary>
    /// <exception cref="FichierRefuseException">Malformed, cut, too deep, or not of this shape.</exception>
    public async IAsyncEnumerable<(int Rang, ReadOnlyMemory<byte> Objet)> LireAsync([EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            await RemplirAsync(ct);
            while (Suivant() is { } objet)
            {
                yield return (_rang, objet);
            }

            if (_epuise)
            {
                break;
            }
        }

        if (!_aPmej)
        {
            throw new FichierRefuseException("Ce JSON n'a pas de « pmej » : ce n'est pas celui des structures de FINESS.");
        }
    }

    // Full each time: what is not whole yet is looked at again from its beginning, in a buffer that has doubled.
    private async ValueTask RemplirAsync(CancellationToken ct)
    {
        if (_debut == 0 && _fin == _tampon.Length)
        {
            if (_tampon.Length >= objetMax)
            {
                throw Refuser($"Plus de {objetMax >> 20} Mo.");
            }

            Array.Resize(ref _tampon, Math.Min(_tampon.Length * 2, objetMax));
        }

        _tampon.AsSpan(_debut, _fin - _debut).CopyTo(_tampon);
        (_debut, _fin) = (0, _fin - _debut);
        var place = _tampon.AsMemory(_fin);
        var lus = await flux.ReadAtLeastAsync(place, place.Length, throwOnEndOfStream: false, ct);
        _epuise = lus < place.Length;
        _fin += lus;
        _debut = _commence || !_tampon.AsSpan(0, _fin).StartsWith(Bom) ? 0 : Bom.Length;
        _commence = true;
    }

    private ReadOnlyMemory<byte>? Suivant()
    {
        try
        {
            return Chercher();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw Refuser($"JSON malformé ou tronqué : {e.Message}");
        }
    }

    /// <summary>The next object that is whole in the buffer; null when the buffer is at its end.</summary>
    private ReadOnlyMemory<byte>? Chercher()
    {
        var lecteur = new Utf8JsonReader(_tampon.AsSpan(_debut, _fin - _debut), _epuise, _etat);
        while (true)
        {
            var avant = lecteur;
            if (!lecteur.Read())
            {
                Garder(lecteur);
                return null;
            }

            if (Suivre(ref lecteur))
            {
                var debut = _debut + (int)lecteur.TokenStartIndex;
                if (!lecteur.TrySkip())
                {
                    Garder(avant);
                    return null;
                }

                Garder(lecteur);
                return Verifier(_tampon.AsMemory(debut, _debut - debut));
            }
        }
    }

    private void Garder(in Utf8JsonReader lecteur)
    {
        _debut += (int)lecteur.BytesConsumed;
        _etat = lecteur.CurrentState;
    }

    /// <returns>True at the beginning of an object of the <c>pmej</c>.</returns>
    private bool Suivre(ref Utf8JsonReader lecteur)
    {
        switch (lecteur.CurrentDepth)
        {
            case 0 when lecteur.TokenType is not (JsonTokenType.StartObject or JsonTokenType.EndObject):
                throw Refuser("La racine de ce JSON n'est pas un objet.");
            case 1 when lecteur.TokenType == JsonTokenType.PropertyName:
                _cle = lecteur.ValueTextEquals("pmej"u8) ? "pmej" : lecteur.ValueTextEquals("generatedAt"u8) ? "generatedAt" : "";
                return false;
            case 1 when _cle == "pmej" && lecteur.TokenType is not (JsonTokenType.StartArray or JsonTokenType.EndArray):
                throw Refuser("« pmej » n'est pas un tableau.");
            case 1 when _cle == "pmej":
                _aPmej = true;
                return false;
            case 1 when _cle == "generatedAt" && lecteur.TokenType == JsonTokenType.String:
                GenereLe = lecteur.GetString();
                return false;
            case 2 when _cle == "pmej":
                return lecteur.TokenType == JsonTokenType.StartObject ? true : throw Refuser("Ce qui suit n'est pas un objet.");
            default:
                return false;
        }
    }

    private ReadOnlyMemory<byte> Verifier(ReadOnlyMemory<byte> objet)
    {
        _rang++;
        return Utf8.IsValid(objet.Span) ? objet : throw Refuser("Ce JSON n'est pas en UTF-8.");
    }

    private FichierRefuseException Refuser(string faute) => new(faute, _rang == 0 ? null : $"pmej, après l'objet {_rang}");
}
