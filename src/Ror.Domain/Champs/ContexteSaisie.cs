using Ror.Domain.ModelesSaisie;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Offres;
using Ror.Domain.Structures;

namespace Ror.Domain.Champs;

/// <summary>All that a field's declaration may ask about: the offer as it would be, where it stands, and the lists in force.</summary>
/// <param name="Parcours">Key of the parcours: <c>structure</c> or <c>liberal</c>.</param>
/// <param name="Categorie">Category (J55) of the établissement.</param>
/// <param name="Jour">The day by which codes are in force or not.</param>
public sealed record ContexteSaisie(
    string Parcours, Secteur Secteur, string Categorie, ContenuOffre Contenu, CatalogueNomenclatures Nomenclatures, CatalogueModeles Modeles, DateOnly Jour)
{
    /// <summary>Modèles that the offer already had: they judge it for ever, even retired.</summary>
    public IReadOnlyList<string?> ModelesEpingles { get; init; } = [];

    public string? ChampActivite => Contenu.InformationsGenerales?.ChampActivite?.Code;

    /// <summary>The modèle that the offer is pinned to.</summary>
    public ModeleSaisie? Modele => Modeles.Trouver(Contenu.InformationsGenerales?.ModeleSaisie);

    public IReadOnlyList<ModeleSaisie> ModelesProposes => Modeles.Proposer(Parcours, Categorie, ChampActivite);

    public bool EstChamp(string champActivite) => ChampActivite == champActivite;
}
