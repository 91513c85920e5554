using System.Text.RegularExpressions;

namespace Ror.Domain.Identifiants;

/// <summary>
/// Identifier given by the ROR to an offer, an internal organisation or a lieu: region code, slash, number (<c>76/100012</c>).
/// In URL paths the slash is a hyphen (<c>76-100012</c>).
/// </summary>
public sealed partial record IdentifiantRegional
{
    private IdentifiantRegional(string valeur) => Valeur = valeur;

    public string Valeur { get; }

    /// <summary>The form used in URL paths.</summary>
    public string DansUrl => Valeur.Replace('/', '-');

    public static IdentifiantRegional Creer(string region, long numero) => new($"{region}/{numero}");

    /// <summary>Reads the national form or the one of URL paths; null when it is neither.</summary>
    public static IdentifiantRegional? Lire(string? valeur) =>
        valeur is not null && Forme().IsMatch(valeur) ? new(valeur.Replace('-', '/')) : null;

    public override string ToString() => Valeur;

    /// <summary>The form of both spellings.</summary>
    public const string Motif = "^[0-9]{2}[/-][0-9]{1,12}$";

    [GeneratedRegex(@"^[0-9]{2}[/-][0-9]{1,12}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Forme();
}
