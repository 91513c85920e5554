using System.Globalization;

namespace Ror.Infrastructure.Annuaires.Finess;

internal static class Jours
{
    // What the first systems wrote for an unknown day.
    private static readonly DateOnly Inconnu = new(1900, 1, 1);

    /// <summary><c>yyyy-MM-dd</c>, alone or before an hour.</summary>
    public static DateOnly? Lire(string? texte) =>
        texte is { Length: >= 10 } && DateOnly.TryParseExact(texte.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var jour) && jour != Inconnu ? jour : null;
}
