using Ror.Domain.Commun;

namespace Ror.Domain.Offres;

/// <summary>Which types d'offre (J238) fit which champs d'activité (J20): RG_EXP_028, as data.</summary>
public static class TypesOffre
{
    /// <summary>Type → champs; a type without a row fits any.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Champs { get; } =
        TableCsv.Lire("type-offre-champs.csv").ToDictionary(l => l[0], IReadOnlyList<string> (l) => l[1].Split(','));

    /// <summary>Categories (J55) that no type d'offre describes: the type is optional there.</summary>
    public static IReadOnlySet<string> CategoriesSansType { get; } = TableCsv.Lire("categories-sans-type-offre.csv").Select(l => l[0]).ToHashSet();

    public static bool Convient(string typeOffre, string? champActivite) =>
        champActivite is null || !Champs.TryGetValue(typeOffre, out var champs) || champs.Contains(champActivite);

    /// <summary>Is there a type to choose for this champ in this category?</summary>
    public static bool EnExiste(string? champActivite, string categorie) =>
        !CategoriesSansType.Contains(categorie) && champActivite is not null && Champs.Values.Any(c => c.Contains(champActivite));
}
