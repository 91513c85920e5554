using System.Globalization;
using System.Text;
using Ror.Domain.Commun;

namespace Ror.Infrastructure.Annuaires.Finess;

internal static class Textes
{
    // What the first systems wrote for an unknown day.
    private static readonly DateOnly Inconnue = new(1900, 1, 1);

    /// <summary>Without padding, double spaces and what no field of ours holds (controls, invisible characters); null when nothing is left.</summary>
    public static string? Nettoyer(string? texte)
    {
        if (string.IsNullOrWhiteSpace(texte))
        {
            return null;
        }

        var propre = Texte.EstSain(texte) ? texte : Assainir(texte);
        return string.Join(' ', propre.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } reste ? reste : null;
    }

    public static string? Couper(string? texte, int max) =>
        texte is null || texte.Length <= max ? texte : texte[..(char.IsHighSurrogate(texte[max - 1]) ? max - 1 : max)].TrimEnd();

    /// <summary><c>yyyy-MM-dd</c>, alone or before an hour.</summary>
    public static DateOnly? Jour(string? texte) =>
        texte is { Length: >= 10 } && DateOnly.TryParseExact(texte.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var jour) && jour != Inconnue ? jour : null;

    private static string Assainir(string texte)
    {
        var propre = new StringBuilder(texte.Length);
        foreach (var rune in texte.EnumerateRunes())
        {
            _ = rune == Rune.ReplacementChar || !Texte.EstSain(rune.ToString()) ? propre.Append(' ') : propre.Append(rune);
        }

        return propre.ToString();
    }
}
