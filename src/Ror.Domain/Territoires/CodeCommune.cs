using System.Text.RegularExpressions;

namespace Ror.Domain.Territoires;

/// <summary>INSEE code of a commune: five characters, checked by shape and known département.</summary>
public sealed partial record CodeCommune
{
    private CodeCommune(string valeur) => Valeur = valeur;

    public string Valeur { get; }

    /// <summary>Two characters, three overseas (971–976).</summary>
    public string Departement => DepartementDe(Valeur);

    public string Region => Departements.Region(Departement)!;

    public static CodeCommune? Lire(string? valeur) =>
        valeur is not null && Forme().IsMatch(valeur) && Departements.Region(DepartementDe(valeur)) is not null ? new(valeur) : null;

    public override string ToString() => Valeur;

    private static string DepartementDe(string commune) => commune.StartsWith("97", StringComparison.Ordinal) ? commune[..3] : commune[..2];

    [GeneratedRegex(@"^([0-9]{5}|2[AB][0-9]{3})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Forme();
}
