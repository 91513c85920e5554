namespace Ror.Domain.Identifiants;

/// <summary>Luhn key, shared by FINESS, SIREN, SIRET and RPPS.</summary>
internal static class Cle
{
    public static bool EstJuste(string chiffres) => Somme(chiffres) % 10 == 0;

    public static bool SontDesChiffres(string valeur, int longueur) => valeur.Length == longueur && valeur.All(char.IsAsciiDigit);

    private static int Somme(string chiffres)
    {
        var somme = 0;
        for (var i = 0; i < chiffres.Length; i++)
        {
            var chiffre = chiffres[^(i + 1)] - '0';
            var poids = i % 2 == 0 ? chiffre : chiffre * 2;
            somme += poids > 9 ? poids - 9 : poids;
        }

        return somme;
    }
}
