using Ror.Domain.Champs;

namespace Ror.Domain.Territoires;

/// <summary>INSEE code of a commune: five characters, checked by shape and known département.</summary>
public sealed record CodeCommune
{
    private CodeCommune(string valeur) => Valeur = valeur;

    public static Motif Motif { get; } = new("^([0-9]{5}|2[AB][0-9]{3})$", TerritoireErreurs.CommuneForme);

    public string Valeur { get; }

    /// <summary>Two characters, three overseas (971–976).</summary>
    public string Departement => DepartementDe(Valeur);

    public string Region => Departements.Region(Departement)!;

    public static CodeCommune? Lire(string? valeur) =>
        valeur is not null && Motif.Convient(valeur) && Departements.Region(DepartementDe(valeur)) is not null ? new(valeur) : null;

    public override string ToString() => Valeur;

    private static string DepartementDe(string commune) => commune.StartsWith("97", StringComparison.Ordinal) ? commune[..3] : commune[..2];
}
