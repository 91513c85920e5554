using System.Text.RegularExpressions;

namespace Ror.Domain.Identifiants;

/// <summary>Shape and key of the national identifiers (domain §1); each answers whether a text is one.</summary>
public static partial class IdentifiantsNationaux
{
    /// <summary>Nine characters, Luhn; a Corsican number (2A, 2B) has a letter and is checked by shape only.</summary>
    public static bool EstFiness(string valeur) =>
        FinessCorse().IsMatch(valeur) || (Cle.SontDesChiffres(valeur, 9) && Cle.EstJuste(valeur));

    /// <summary>Nine digits, Luhn.</summary>
    public static bool EstSiren(string valeur) => Cle.SontDesChiffres(valeur, 9) && Cle.EstJuste(valeur);

    /// <summary>Fourteen digits, Luhn; the sites of La Poste (SIREN 356000000) have a digit sum divisible by five.</summary>
    public static bool EstSiret(string valeur) =>
        Cle.SontDesChiffres(valeur, 14)
        && (Cle.EstJuste(valeur) || (valeur.StartsWith("356000000", StringComparison.Ordinal) && valeur.Sum(c => c - '0') % 5 == 0));

    /// <summary>Eleven digits, Luhn.</summary>
    public static bool EstRpps(string valeur) => Cle.SontDesChiffres(valeur, 11) && Cle.EstJuste(valeur);

    /// <summary>Fourteen digits: RPPS and rang of the practice, Luhn on the whole.</summary>
    public static bool EstRppsRang(string valeur) => Cle.SontDesChiffres(valeur, 14) && Cle.EstJuste(valeur);

    /// <summary>Eleven characters: ADELI number and rang, no key.</summary>
    public static bool EstAdeliRang(string valeur) => AdeliRang().IsMatch(valeur);

    [GeneratedRegex(@"^2[AB][0-9]{7}\z", RegexOptions.CultureInvariant)]
    private static partial Regex FinessCorse();

    [GeneratedRegex(@"^[0-9][0-9AB][0-9]{9}\z", RegexOptions.CultureInvariant)]
    private static partial Regex AdeliRang();
}
