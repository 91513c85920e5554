using System.Globalization;
using System.Text;
using Ror.Domain.Champs;

namespace Ror.Infrastructure.Annuaires.Fichiers;

/// <summary>Texts of national files, as our fields admit them.</summary>
internal static class TexteNational
{
    private const int LongueurMax = 255;

    /// <summary>Without spaces around, doubled ones, nor invisible characters, and no longer than a field; null when nothing is left.</summary>
    public static string? Nettoyer(ReadOnlySpan<char> texte, int max = LongueurMax)
    {
        texte = texte.Trim();
        var propre = EstPropre(texte) ? texte : Reecrire(texte);
        return propre.IsEmpty ? null : Couper(propre, max).ToString();
    }

    /// <summary>The record, with its texts and those of its objects cut to what their declarations admit.</summary>
    public static T Couper<T>(T fiche)
        where T : class, IChamps => (T)Couper(T.Champs, fiche);

    private static object Couper(IReadOnlyList<Champ> champs, object fiche) => champs.Aggregate(fiche, (f, champ) => champ.Lire(f) switch
    {
        string texte when texte.Length > champ.LongueurMax => champ.Ecrire(f, Couper(texte, champ.LongueurMax).ToString()),
        { } objet when champ.Type == TypeChamp.Objet => champ.Ecrire(f, Couper(champ.Colonnes, objet)),
        _ => f,
    });

    private static ReadOnlySpan<char> Couper(ReadOnlySpan<char> texte, int max) =>
        texte.Length <= max ? texte : texte[..(char.IsHighSurrogate(texte[max - 1]) ? max - 1 : max)].TrimEnd();

    private static bool EstPropre(ReadOnlySpan<char> texte)
    {
        for (var i = 0; i < texte.Length; i++)
        {
            if (texte[i] == ' ' ? texte[i - 1] == ' ' : char.IsWhiteSpace(texte[i]) || (!char.IsAscii(texte[i]) && EstInvisible(texte[i])))
            {
                return false;
            }
        }

        return true;
    }

    private static string Reecrire(ReadOnlySpan<char> texte)
    {
        var propre = new StringBuilder(texte.Length);
        foreach (var c in texte)
        {
            if (!char.IsWhiteSpace(c) ? !EstInvisible(c) : propre.Length > 0 && propre[^1] != ' ')
            {
                _ = propre.Append(char.IsWhiteSpace(c) ? ' ' : c);
            }
        }

        return propre.ToString().TrimEnd();
    }

    private static bool EstInvisible(char c) => char.IsControl(c) || c is '\uFFFE' or '\uFFFF' || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format;
}
