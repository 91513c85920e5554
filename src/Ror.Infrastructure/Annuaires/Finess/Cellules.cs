namespace Ror.Infrastructure.Annuaires.Finess;

/// <summary>
/// Cells of one line of a flat file (RFC 4180, <c>;</c>). A line ends where it ends: a stray quote spoils its own line at most, never the rest of the file.
/// </summary>
internal static class Cellules
{
    private const char Separateur = ';';
    private const char Guillemet = '"';

    /// <returns>As they would be without quotes where the quotes do not match: the number of cells then says whether that makes sense.</returns>
    public static IReadOnlyList<string> Decouper(string ligne) =>
        ligne.Contains(Guillemet, StringComparison.Ordinal) && AvecGuillemets(ligne) is { } cellules ? cellules : ligne.Split(Separateur);

    private static List<string>? AvecGuillemets(string ligne)
    {
        var cellules = new List<string>();
        for (var debut = 0; debut <= ligne.Length;)
        {
            var fin = debut < ligne.Length && ligne[debut] == Guillemet ? FinCitee(ligne, debut) : FinNue(ligne, debut);
            if (fin < 0)
            {
                return null;
            }

            var cellule = ligne[debut..fin];
            cellules.Add(cellule is [Guillemet, ..] ? cellule[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : cellule);
            debut = fin + 1;
        }

        return cellules;
    }

    private static int FinNue(string ligne, int debut) => ligne.IndexOf(Separateur, debut) is var fin && fin < 0 ? ligne.Length : fin;

    // After a closing quote comes a separator, or nothing.
    private static int FinCitee(string ligne, int debut)
    {
        for (var i = debut + 1; i < ligne.Length; i++)
        {
            if (ligne[i] != Guillemet)
            {
                continue;
            }

            if (i + 1 < ligne.Length && ligne[i + 1] == Guillemet)
            {
                i++;
                continue;
            }

            return i + 1 == ligne.Length || ligne[i + 1] == Separateur ? i + 1 : -1;
        }

        return -1;
    }
}
