using System.Text;
using Ror.TestKit.Nos;

namespace Ror.TestKit.Annuaires;

/// <summary>National files made for the tests: nobody in them exists, keys are right.</summary>
public static class FichiersAnnuaires
{
    /// <summary>The story of a few liberal professionals around Albi, and their neighbours: see the names.</summary>
    public const string Rpps = "rpps.txt";

    public const string Conventionnements = "conventionnements.csv";

    /// <summary>One of <c>Annuaires/fichiers</c>.</summary>
    public static byte[] Fichier(string nom) => FichiersNos.Fichier(nom);

    public static string Texte(string nom) => Encoding.UTF8.GetString(Fichier(nom));

    /// <summary>Header, then lines, without their ends.</summary>
    public static string[] Lignes(string nom) => Texte(nom).TrimEnd('\n').Split('\n');

    /// <summary>The file with other cells: all lines, header first, each one as its cells.</summary>
    public static byte[] RppsAvec(Func<string[], string[]> changer, string fin = "\n") =>
        Encoding.UTF8.GetBytes(string.Concat(Lignes(Rpps).Select(l => string.Join('|', changer(l.Split('|'))) + fin)));

    /// <summary>As an extract was before 2022.</summary>
    public static byte[] Rpps52Colonnes() => RppsAvec(cellules => cellules[..52]);

    /// <summary>With the separator at the end of each line, the header too, that some editions have.</summary>
    public static byte[] Rpps57Cellules() => RppsAvec(cellules => [.. cellules, ""], "\r\n");

    public static byte[] RppsSansColonne(params string[] noms)
    {
        var garder = Lignes(Rpps)[0].Split('|').Select(nom => !noms.Contains(nom)).ToArray();
        return RppsAvec(cellules => [.. cellules.Where((_, i) => garder[i])]);
    }

    public static byte[] EnWindows1252(byte[] utf8) =>
        Encoding.Convert(Encoding.UTF8, CodePagesEncodingProvider.Instance.GetEncoding(1252)!, utf8);

    public static byte[] AvecMarque(byte[] utf8) => [0xEF, 0xBB, 0xBF, .. utf8];
}
