using Ror.Domain.Commun;

namespace Ror.Domain.Structures;

public enum Secteur
{
    Sanitaire,
    MedicoSocial,
    Ville,
}

/// <summary>The secteur of an établissement follows from its category (J55); the table is <c>secteur-par-categorie.csv</c>.</summary>
public static class Secteurs
{
    /// <summary>H2: the champs d'activité (J20) that each secteur may offer.</summary>
    public static IReadOnlyDictionary<Secteur, IReadOnlyList<string>> Champs { get; } = new Dictionary<Secteur, IReadOnlyList<string>>
    {
        [Secteur.Sanitaire] = ["01", "02", "03"],
        [Secteur.MedicoSocial] = ["04", "06"],
        [Secteur.Ville] = ["05"],
    };

    /// <summary>Category code (J55) → secteur.</summary>
    public static IReadOnlyDictionary<string, Secteur> ParCategorie { get; } =
        TableCsv.Lire("secteur-par-categorie.csv").ToDictionary(l => l[0], l => Enum.Parse<Secteur>(l[1]));

    /// <summary>Practices of liberal professionals: no offer is opened there by the structure parcours.</summary>
    public static IReadOnlyList<string> Cabinets { get; } = ["SA07", "SA08", "SA09"];

    /// <summary>Their offer is the establishment's own, not the pharmacist's.</summary>
    public static IReadOnlyList<string> Pharmacies { get; } = ["620", "627", "628", "629", "641"];

    public static Secteur? De(string categorie) => ParCategorie.TryGetValue(categorie, out var secteur) ? secteur : null;
}
