using System.Globalization;
using System.Text;

namespace Ror.Domain.Commun;

public static class Texte
{
    // The invariant mode of the runtime, which needs nothing on the machine, does not decompose letters.
    private const string Accentuees = "àáâãäåāăąçćĉċčďđèéêëēĕėęěĝğġģĥħìíîïĩīĭįıĵķĺļľŀłñńņňòóôõöøōŏőŕŗřśŝşšșţťŧțùúûüũūŭůűųŵýÿŷźżž";
    private const string Nues = "aaaaaaaaacccccddeeeeeeeeegggghhiiiiiiiiijklllllnnnnooooooooorrrsssssttttuuuuuuuuuuwyyyzzz";

    /// <summary>
    /// Folds a text for searching: no accents, lower case, ligatures opened, anything but letters and digits a single space.
    /// Stored in a column of its own, so that every engine searches alike.
    /// </summary>
    public static string Plier(string texte)
    {
        var plie = new StringBuilder(texte.Length);
        foreach (var c in texte)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            _ = char.ToLowerInvariant(c) switch
            {
                'œ' => plie.Append("oe"),
                'æ' => plie.Append("ae"),
                'ß' => plie.Append("ss"),
                var lettre when Accentuees.IndexOf(lettre, StringComparison.Ordinal) is >= 0 and var rang => plie.Append(Nues[rang]),
                var lettre when char.IsLetterOrDigit(lettre) => plie.Append(lettre),
                _ when plie.Length > 0 && plie[^1] != ' ' => plie.Append(' '),
                _ => plie,
            };
        }

        return plie.ToString().TrimEnd();
    }

    /// <summary>The words of a search, folded; at most twelve, so that a pasted page does not become a query.</summary>
    public static IReadOnlyList<string> Mots(string? recherche) =>
        string.IsNullOrWhiteSpace(recherche) ? [] : [.. Plier(recherche).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(12)];

    /// <summary>Something was searched, and nothing of it can be found: neither a letter nor a digit.</summary>
    public static bool EstVaine(string? recherche) => !string.IsNullOrWhiteSpace(recherche) && Mots(recherche).Count == 0;

    /// <summary>No control or invisible character (some engines refuse to store them, none should show them); line ends where they make sense.</summary>
    public static bool EstSain(string texte, bool multiligne = false) =>
        !texte.Any(c => (char.IsControl(c) && (!multiligne || c is not ('\t' or '\n' or '\r'))) || EstInvisible(c)) && !AUnSubstitutSeul(texte);

    private static bool EstInvisible(char c) => c is '\uFFFE' or '\uFFFF' || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format;

    private static bool AUnSubstitutSeul(string texte)
    {
        for (var i = 0; i < texte.Length; i++)
        {
            if (char.IsHighSurrogate(texte[i]) && i + 1 < texte.Length && char.IsLowSurrogate(texte[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(texte[i]))
            {
                return true;
            }
        }

        return false;
    }
}
