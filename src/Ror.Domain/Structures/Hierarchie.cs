using Ror.Domain.Commun;

namespace Ror.Domain.Structures;

/// <summary>What can stand in the tree.</summary>
public enum TypeNoeud
{
    EntiteJuridique,
    EntiteGeographique,
    Pole,
    UniteFonctionnelle,
    Offre,
    LieuRealisationOffre,
}

/// <summary>One line of the table of domain §2: under this parent, in these secteurs, that child is allowed.</summary>
/// <param name="SaufCategories">Categories (J55) of the établissement that are excepted.</param>
/// <param name="Parcours">Key of the parcours of the offers that this line is about; null of all.</param>
public sealed record ParentAdmis(TypeNoeud Enfant, TypeNoeud Parent, IReadOnlyList<Secteur> Secteurs, IReadOnlyList<string> SaufCategories, string? Parcours = null);

/// <summary>The imposed tree (H1), as data.</summary>
public static class Hierarchie
{
    private const string Structure = "structure";
    private const string Liberal = "liberal";

    private static readonly Secteur[] Tous = Enum.GetValues<Secteur>();

    public static IReadOnlyList<ParentAdmis> Table { get; } =
    [
        new(TypeNoeud.EntiteGeographique, TypeNoeud.EntiteJuridique, Tous, []),
        new(TypeNoeud.Pole, TypeNoeud.EntiteGeographique, [Secteur.Sanitaire], []),
        new(TypeNoeud.UniteFonctionnelle, TypeNoeud.Pole, Tous, []),
        new(TypeNoeud.Offre, TypeNoeud.UniteFonctionnelle, [Secteur.Sanitaire], [], Structure),
        new(TypeNoeud.Offre, TypeNoeud.EntiteGeographique, [Secteur.MedicoSocial], [], Structure),
        new(TypeNoeud.Offre, TypeNoeud.EntiteGeographique, [Secteur.Ville], Secteurs.Cabinets, Structure),
        new(TypeNoeud.Offre, TypeNoeud.EntiteGeographique, [Secteur.Ville], Secteurs.Pharmacies, Liberal),
        new(TypeNoeud.LieuRealisationOffre, TypeNoeud.EntiteGeographique, Tous, []),
    ];

    /// <summary>
    /// The closing that counts for what hangs below: a closed level closes every level under it (H3), and what is closed for good stays so whatever is
    /// closed above it for a time (H8).
    /// </summary>
    public static Fermeture? FermetureEffective(EntiteGeographique entiteGeographique, UniteFonctionnelle? uniteFonctionnelle) =>
        uniteFonctionnelle?.Fermeture is { Type: TypeFermeture.Definitive } definitive ? definitive : entiteGeographique.Fermeture ?? uniteFonctionnelle?.Fermeture;

    /// <summary>H1 and H8: null when the parent may have such a child now.</summary>
    public static Erreur? Refuser(TypeNoeud enfant, TypeNoeud parent, Secteur secteur, string categorie, Fermeture? fermeture, string parcours = Structure)
    {
        var lignes = Table.Where(l => l.Enfant == enfant && l.Secteurs.Contains(secteur) && !l.SaufCategories.Contains(categorie) && (l.Parcours is null || l.Parcours == parcours)).ToList();
        var admis = lignes.Any(l => l.Parent == parent);
        if (!admis)
        {
            var parents = lignes.Select(l => l.Parent.ToString()).Distinct().ToList();
            return StructureErreurs.ParentInterdit.Avec(enfant, parent, secteur) with
            {
                ValeursAdmises = parents,
                Precisions = new Dictionary<string, object> { ["regle"] = "H1", ["parent"] = parent.ToString(), ["parentsAdmis"] = parents },
            };
        }

        return fermeture is null ? null : StructureErreurs.ParentFerme.Avec(parent);
    }
}
