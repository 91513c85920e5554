using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ror.Application.Diffusion;

namespace Ror.Api.Http;

/// <summary>
/// The cursor of the change feed: what it counts, how far it has come, sealed like those of lists. It never expires. A bare number is one too: the
/// number of a change, to go on after it.
/// </summary>
internal static class CurseurFlux
{
    // As they were before anomalies came with the feed.
    private const int LongueurSansAnomalies = 17;
    private const int Longueur = LongueurSansAnomalies + 16 + LongueurSujet;
    private const int LongueurSujet = 8;
    private const byte Etat = 0x80;

    public static string Ecrire(PositionFlux position, string sujet, Pagination pagination, HttpRequest requete)
    {
        var octets = new byte[Longueur];
        octets[0] = (byte)(position.Profil | (position.Borne is null ? 0 : Etat));
        BinaryPrimitives.WriteInt64BigEndian(octets.AsSpan(1), position.Position);
        BinaryPrimitives.WriteInt64BigEndian(octets.AsSpan(9), position.Borne ?? 0);
        BinaryPrimitives.WriteInt64BigEndian(octets.AsSpan(17), position.Anomalies!.Numero);
        BinaryPrimitives.WriteInt64BigEndian(octets.AsSpan(25), position.Anomalies.Borne ?? -1);
        De(sujet).CopyTo(octets, 33);
        return pagination.Sceller(octets, requete);
    }

    /// <param name="profil">Of the caller: a bare number counts in the numbers that they were shown.</param>
    /// <param name="sujet">Of the caller: somebody else has read other anomalies.</param>
    /// <returns>False when it is no cursor of this feed; a null position begins with the present state.</returns>
    public static bool Lire(string? depuis, int profil, string sujet, Pagination pagination, HttpRequest requete, out PositionFlux? position)
    {
        position = null;
        if (depuis is null or "0")
        {
            return true;
        }

        if (long.TryParse(depuis, NumberStyles.None, CultureInfo.InvariantCulture, out var numero))
        {
            position = new(profil, numero, null);
            return true;
        }

        if ((pagination.Ouvrir(depuis, Longueur, requete) ?? pagination.Ouvrir(depuis, LongueurSansAnomalies, requete)) is not { } octets)
        {
            return false;
        }

        var borne = BinaryPrimitives.ReadInt64BigEndian(octets.AsSpan(9));
        position = new(octets[0] & ~Etat, BinaryPrimitives.ReadInt64BigEndian(octets.AsSpan(1)), (octets[0] & Etat) != 0 ? borne : null) { Anomalies = octets.Length == Longueur ? Anomalies(octets, sujet) : null };
        return true;
    }

    private static PositionAnomalies Anomalies(byte[] octets, string sujet) => !octets.AsSpan(33).SequenceEqual(De(sujet)) ? new(0, null)
        : new(BinaryPrimitives.ReadInt64BigEndian(octets.AsSpan(17)), BinaryPrimitives.ReadInt64BigEndian(octets.AsSpan(25)) is >= 0 and var borne ? borne : null);

    private static byte[] De(string sujet) => SHA256.HashData(Encoding.UTF8.GetBytes(sujet))[..LongueurSujet];
}
