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

    /// <summary>A control character other than tab and line ends: some engines refuse to store it, none should show it.</summary>
    public static bool EstSain(string texte) =>
        !texte.Any(c => (char.IsControl(c) && c is not ('\t' or '\n' or '\r')) || c == '\uFFFE' || c == '\uFFFF') && !AUnSubstitutSeul(texte);

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
