using Ror.Domain.Commun;

namespace Ror.Domain.Territoires;

/// <summary>A région of the Code officiel géographique, as far as the ROR has it (JDV_J237).</summary>
public sealed record Region(string Code, string Nom);

/// <param name="Region">
/// Code of the région that answers for it: Guadeloupe for Saint-Barthélemy and Saint-Martin, whose agence régionale de santé is there. Null for the
/// other collectivités, which have none.
/// </param>
public sealed record Departement(string Code, string? Region, string Nom);

/// <summary>Départements and collectivités with their région: <c>regions.csv</c>, <c>departements.csv</c>.</summary>
public static class Departements
{
    /// <summary>By code.</summary>
    public static IReadOnlyList<Region> Regions { get; } = [.. TableCsv.Lire("regions.csv").Select(l => new Region(l[0], l[1]))];

    /// <summary>By code.</summary>
    public static IReadOnlyList<Departement> Tous { get; } = [.. TableCsv.Lire("departements.csv").Select(l => new Departement(l[0], l[1].Length > 0 ? l[1] : null, l[2]))];

    /// <summary>Region code → its départements.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> ParRegion { get; } =
        Regions.ToDictionary(r => r.Code, IReadOnlyList<string> (r) => [.. Tous.Where(d => d.Region == r.Code).Select(d => d.Code)]);

    private static readonly Dictionary<string, Departement> ParCode = Tous.ToDictionary(d => d.Code);

    public static Departement? Trouver(string code) => ParCode.GetValueOrDefault(code);

    /// <summary>Null when the département is unknown, or in no region.</summary>
    public static string? Region(string departement) => Trouver(departement)?.Region;

    /// <summary>Two characters, three overseas (97, 98).</summary>
    /// <param name="commune">A code of today: before, some communes stood in another département.</param>
    public static string DeCommune(string commune) => commune[..(commune.StartsWith("97", StringComparison.Ordinal) || commune.StartsWith("98", StringComparison.Ordinal) ? 3 : 2)];
}
