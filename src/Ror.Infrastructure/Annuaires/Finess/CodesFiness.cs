using System.Globalization;
using System.Text.RegularExpressions;

namespace Ror.Infrastructure.Annuaires.Finess;

/// <summary>FINESS numbers and the commune codes that the flat files hold in their own way.</summary>
internal static partial class CodesFiness
{
    private const uint Suites = 10_000_000;

    /// <summary>The nine characters of a number in four bytes, since all those of a file are held; null when it is none. Its key is not judged.</summary>
    public static uint? Compacter(string numero) => Forme().IsMatch(numero)
        ? ((((uint)(numero[0] - '0') * 36) + (uint)(char.IsAsciiDigit(numero[1]) ? numero[1] - '0' : numero[1] - 'A' + 10)) * Suites) + uint.Parse(numero.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture)
        : null;

    /// <summary>The number again.</summary>
    public static string Etendre(uint compact)
    {
        var (tete, suite) = (compact / Suites, compact % Suites);
        var (premier, second) = (tete / 36, tete % 36);
        return string.Create(CultureInfo.InvariantCulture, $"{premier}{(char)(second < 10 ? '0' + second : 'A' + second - 10)}{suite:D7}");
    }

    /// <summary>
    /// The INSEE code. Overseas, départements are <c>9A</c>…<c>9J</c> and the three digits of the commune already hold the last one of the département.
    /// </summary>
    /// <returns>What was written, one after the other, where it is neither: the message shows it.</returns>
    public static string Commune(string departement, string commune)
    {
        var trois = commune.PadLeft(3, '0');
        return Actuelle(departement switch
        {
            ['9', 'J'] => "98" + trois,
            ['9', >= 'A' and <= 'F'] => "97" + trois,
            _ => departement + trois,
        });
    }

    /// <summary>Saint-Barthélemy and Saint-Martin are still written as communes of Guadeloupe.</summary>
    public static string Actuelle(string insee) => insee switch
    {
        "97123" => "97701",
        "97127" => "97801",
        _ => insee,
    };

    [GeneratedRegex(@"^[0-9][0-9A-Z][0-9]{7}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Forme();
}
