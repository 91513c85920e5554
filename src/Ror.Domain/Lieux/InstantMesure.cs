using System.Globalization;
using System.Text.RegularExpressions;

namespace Ror.Domain.Lieux;

/// <summary>The instant of a measure: given with its offset, kept in UTC to the millisecond, in a form whose texts order like the instants.</summary>
public static partial class InstantMesure
{
    public const string Motif = @"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,7})?)?(Z|[+-][0-9]{2}:[0-9]{2})$";

    private const string Forme = "yyyy-MM-ddTHH:mm:ss.fffZ";

    /// <summary>Null when it is no instant.</summary>
    public static DateTime? Lire(string? valeur) =>
        valeur is not null && Expression().IsMatch(valeur) && DateTimeOffset.TryParse(valeur, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant) && instant.UtcDateTime is { Year: >= 2000 and <= 2100 } utc
            ? utc : null;

    /// <param name="instant">UTC.</param>
    public static string Ecrire(DateTime instant) => instant.ToString(Forme, CultureInfo.InvariantCulture);

    internal static string? Canonique(string? valeur) => Lire(valeur) is { } instant ? Ecrire(instant) : valeur;

    // One that does not have the form is told by it.
    internal static bool EstJusteOuInforme(string valeur) => !Expression().IsMatch(valeur) || Lire(valeur) is not null;

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,7})?)?(Z|[+-][0-9]{2}:[0-9]{2})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Expression();
}
