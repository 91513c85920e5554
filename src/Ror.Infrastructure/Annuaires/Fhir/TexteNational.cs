using System.Globalization;
using System.Text;

namespace Ror.Infrastructure.Annuaires.Fhir;

/// <summary>Texts of the directory, as our fields admit them.</summary>
internal static class TexteNational
{
    /// <summary>Without what cannot be kept nor seen, blanks made one, at most so long; null when nothing is left.</summary>
    public static string? Propre(string? texte, int longueurMax = 255)
    {
        var propre = new StringBuilder(texte?.Length ?? 0);
        foreach (var rune in (texte ?? "").EnumerateRunes())
        {
            var sorte = Rune.GetUnicodeCategory(rune);
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                _ = propre.Length > 0 && propre[^1] != ' ' ? propre.Append(' ') : propre;
            }
            else if (sorte is not (UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse) && rune != Rune.ReplacementChar)
            {
                propre.Append(rune.ToString());
            }
        }

        return propre.Length == 0 ? null : Couper(propre.ToString(), longueurMax).TrimEnd() is { Length: > 0 } reste ? reste : null;
    }

    private static string Couper(string texte, int longueur) =>
        texte.Length <= longueur ? texte : texte[..(char.IsHighSurrogate(texte[longueur - 1]) ? longueur - 1 : longueur)];
}
