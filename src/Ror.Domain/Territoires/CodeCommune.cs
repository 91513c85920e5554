using Ror.Domain.Champs;

namespace Ror.Domain.Territoires;

/// <summary>INSEE code of a commune of today, or of an arrondissement of Paris, Lyon or Marseille.</summary>
public sealed record CodeCommune
{
    private CodeCommune(string valeur) => Valeur = valeur;

    public static Motif Motif { get; } = new("^([0-9]{5}|2[AB][0-9]{3})$", TerritoireErreurs.CommuneForme);

    public string Valeur { get; }

    public string Departement => Departements.DeCommune(Valeur);

    /// <summary>Null in the collectivités that have none.</summary>
    public string? Region => Departements.Region(Departement);

    /// <summary>A former code (commune déléguée, associée, merged, renumbered) is read as the commune of today. Null when no commune has or had it.</summary>
    public static CodeCommune? Lire(string? valeur) => valeur is not null && Communes.Resoudre(valeur) is { } actuelle ? new(actuelle) : null;

    /// <summary>One that was checked when it was stored: the table may have lost it since, and what was stored is read all the same.</summary>
    public static CodeCommune Relire(string valeur) => Lire(valeur) ?? new(valeur);

    /// <summary>The code to store: of today where there is one.</summary>
    public static string? Actualiser(string? valeur) => Lire(valeur)?.Valeur ?? valeur;

    /// <summary>A text that does not look like a code is told so, and nothing else.</summary>
    internal static bool EstConnuOuInforme(string valeur) => !Motif.Convient(valeur) || Lire(valeur) is not null;

    public override string ToString() => Valeur;
}
