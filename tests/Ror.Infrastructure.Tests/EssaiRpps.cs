using Ror.Infrastructure.Annuaires.Rpps;
using Ror.TestKit.Annuaires;

namespace Ror.Infrastructure.Tests;

/// <summary>One line of the sample file, with other cells.</summary>
internal static class EssaiRpps
{
    /// <summary>Line of the file, from 2: the first practice of the first general practitioner.</summary>
    public const int Cabinet = 2;

    public const int Hopital = 4;
    public const int Groupe = 6;
    public const int DeuxiemeSavoirFaire = 8;
    public const int Societe = 9;
    public const int Clinique = 10;
    public const int Officine = 11;
    public const int Adeli = 12;
    public const int Corse = 13;
    public const int Reunion = 14;
    public const int SansActivite = 15;

    private static readonly string[] Lignes = FichiersAnnuaires.Lignes(FichiersAnnuaires.Rpps);
    private static readonly EnteteRpps Entete = EnteteRpps.Lire(Lignes[0]);

    public static string Brute(int numero) => Lignes[numero - 1];

    public static LectureRpps Lire(int numero, params (ColonneRpps Colonne, string Valeur)[] changements)
    {
        var cellules = Brute(numero).Split('|');
        foreach (var (colonne, valeur) in changements)
        {
            cellules[(int)colonne] = valeur;
        }

        return Lire(numero, string.Join('|', cellules));
    }

    // One a call: tests run side by side.
    public static LectureRpps Lire(int numero, string ligne) =>
        new InterpreteRpps(Entete, code => code is "R" or "CHE" or "PL" or "BD" or "AV" or "CRS" or "RTE").Interpreter(numero, ligne);

    public static LigneRpps Ligne(int numero, params (ColonneRpps Colonne, string Valeur)[] changements)
    {
        var (ligne, faute) = Lire(numero, changements);
        Assert.Null(faute);
        return ligne!;
    }
}
