using System.Buffers.Binary;
using System.Globalization;
using Ror.Application.Diffusion;

namespace Ror.Api.Http;

/// <summary>
/// The cursor of the change feed: what it counts, how far it has come, sealed like those of lists. It never expires. A bare number is one too: the
/// number of a change, to go on after it.
/// </summary>
internal static class CurseurFlux
{
    private const int Longueur = 17;
    private const byte Etat = 0x80;

    public static string Ecrire(PositionFlux position, Pagination pagination, HttpRequest requete)
    {
        var octets = new byte[Longueur];
        octets[0] = (byte)(position.Profil | (position.Borne is null ? 0 : Etat));
        BinaryPrimitives.WriteInt64BigEndian(octets.AsSpan(1), position.Position);
        BinaryPrimitives.WriteInt64BigEndian(octets.AsSpan(9), position.Borne ?? 0);
        return pagination.Sceller(octets, requete);
    }

    /// <param name="profil">Of the caller: a bare number counts in the numbers that they were shown.</param>
    /// <returns>False when it is no cursor of this feed; a null position begins with the present state.</returns>
    public static bool Lire(string? depuis, int profil, Pagination pagination, HttpRequest requete, out PositionFlux? position)
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

        if (pagination.Ouvrir(depuis, Longueur, requete) is not { } octets)
        {
            return false;
        }

        var borne = BinaryPrimitives.ReadInt64BigEndian(octets.AsSpan(9));
        position = new(octets[0] & ~Etat, BinaryPrimitives.ReadInt64BigEndian(octets.AsSpan(1)), (octets[0] & Etat) != 0 ? borne : null);
        return true;
    }
}
