using System.Text.RegularExpressions;

namespace Ror.Domain.Offres.Sections;

/// <summary>Phone numbers, entered as people write them and kept in E.164 (docs/adr/0007).</summary>
public static partial class Telephone
{
    /// <summary>First three digits of a national number → country code of the overseas territories.</summary>
    private static readonly Dictionary<string, string> OutreMer = new()
    {
        ["590"] = "590",
        ["690"] = "590",
        ["691"] = "590",
        ["596"] = "596",
        ["696"] = "596",
        ["697"] = "596",
        ["594"] = "594",
        ["694"] = "594",
        ["262"] = "262",
        ["263"] = "262",
        ["692"] = "262",
        ["693"] = "262",
        ["269"] = "262",
        ["639"] = "262",
    };

    /// <summary>E.164, or null when the text is not a phone number.</summary>
    public static string? Normaliser(string saisie)
    {
        var chiffres = Separateurs().Replace(saisie.Trim(), "");
        chiffres = chiffres.StartsWith("00", StringComparison.Ordinal) ? "+" + chiffres[2..] : chiffres;
        if (National().IsMatch(chiffres))
        {
            return $"+{OutreMer.GetValueOrDefault(chiffres[1..4], "33")}{chiffres[1..]}";
        }

        // "+33 (0)5 …" is a common way of writing.
        var international = FranceAvecZero().Replace(chiffres, "+33");
        return international.StartsWith("+33", StringComparison.Ordinal) ? (France().IsMatch(international) ? international : null)
            : International().IsMatch(international) ? international : null;
    }

    [GeneratedRegex(@"[\s.\-/\u00A0\u202F]", RegexOptions.CultureInvariant)]
    private static partial Regex Separateurs();

    [GeneratedRegex(@"^0[1-9][0-9]{8}\z", RegexOptions.CultureInvariant)]
    private static partial Regex National();

    [GeneratedRegex(@"^\+33\(0\)", RegexOptions.CultureInvariant)]
    private static partial Regex FranceAvecZero();

    [GeneratedRegex(@"^\+33[1-9][0-9]{8}\z", RegexOptions.CultureInvariant)]
    private static partial Regex France();

    [GeneratedRegex(@"^\+[1-9][0-9]{6,14}\z", RegexOptions.CultureInvariant)]
    private static partial Regex International();
}
