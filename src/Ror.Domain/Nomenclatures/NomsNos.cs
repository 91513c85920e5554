using System.Text.RegularExpressions;

namespace Ror.Domain.Nomenclatures;

/// <summary>
/// One list has four names: that of its file (<c>JDV_J19-ModePriseEnCharge-ROR</c>), of its FHIR id (hyphens only), of its FHIR name (underscores only), and for
/// lists since 2025 all in lower case with hyphens (<c>tre-r394-competence-metier</c>). All are brought to the third.
/// </summary>
public static partial class NomsNos
{
    /// <returns>Null when it is no name of the NOS.</returns>
    public static string? Officiel(string? nom)
    {
        var sansSuffixe = nom is null ? "" : Extension().Replace(nom.Trim(), "");
        return Forme().Match(sansSuffixe) is { Success: true } lu
            ? $"{lu.Groups["genre"].Value.ToUpperInvariant()}_{lu.Groups["numero"].Value.ToUpperInvariant()}{lu.Groups["reste"].Value.Replace('-', '_')}"
            : null;
    }

    /// <summary><c>J19</c>, <c>R213</c>, <c>A14</c>.</summary>
    public static string? Court(string? nom) => Officiel(nom)?.Split('_')[1];

    public static GenreListe? Genre(string? nom) => Officiel(nom)?[..3] switch
    {
        "TRE" => GenreListe.Terminologie,
        "JDV" => GenreListe.JeuDeValeurs,
        "ASS" => GenreListe.Association,
        _ => null,
    };

    /// <summary>The name of the list in its canonical URL; null when there is none.</summary>
    public static string? DeUrl(string? url) => url?.Split('/').Select(Officiel).LastOrDefault(n => n is not null);

    /// <summary>The canonical URL of a list whose file gives the address of its folder: <c>…/NOS/JDV_J19-X</c> is <c>…/NOS/JDV_J19-X/FHIR/JDV-J19-X</c>.</summary>
    public static string? Canonique(string? urlFichier)
    {
        var dossier = urlFichier?.Trim().TrimEnd('/');
        return Officiel(dossier?.Split('/')[^1]) is null ? null : $"{dossier}/FHIR/{dossier!.Split('/')[^1].Replace('_', '-')}";
    }

    [GeneratedRegex(@"^(?<genre>TRE|JDV|ASS)[-_](?<numero>[A-Z][0-9]{1,4})(?<reste>([-_][A-Za-z0-9]+)*)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Forme();

    [GeneratedRegex(@"\.(tabs|json|xml|svs)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Extension();
}
