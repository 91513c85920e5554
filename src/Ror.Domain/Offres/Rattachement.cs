using Ror.Domain.Champs;
using Ror.Domain.Identifiants;
using Ror.Domain.ModelesSaisie;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Offres.Sections;
using Ror.Domain.Structures;
using Ror.Domain.Territoires;

namespace Ror.Domain.Offres;

/// <summary>Where an offer hangs in the tree.</summary>
public sealed record Rattachement(TypeNoeud Type, Guid Id);

/// <summary>What an offer needs to know of its place and of the lists in force.</summary>
/// <param name="FermetureParent">Closing of the level it hangs on; a cascade closes every level below (H3), so one level tells all.</param>
public sealed record Environnement(
    Secteur Secteur, string Categorie, Fermeture? FermetureParent, CatalogueNomenclatures Nomenclatures, CatalogueModeles Modeles, DateTime Instant)
{
    /// <summary>Proposed to an offer that has no address of its own.</summary>
    public Adresse? AdresseEtablissement { get; init; }

    /// <summary>Of a liberal offer, what the national directories say now.</summary>
    public ExtraitNational? ExtraitNational { get; init; }

    /// <summary>H7: of an offer in a maison de santé, the name of its practice when that one is closed.</summary>
    public string? CabinetFerme { get; init; }

    /// <summary>Identifiers of lieux of the établissement that are closed for good; of those that the offer names and does not publish yet, all.</summary>
    public IReadOnlyCollection<string> LieuxFermes { get; init; } = [];

    /// <summary>Of the établissement: where it stands tells its time zone.</summary>
    internal string Departement => AdresseEtablissement?.Commune is null ? "" : AdresseEtablissement.LireCommune().Departement;

    public ContexteSaisie Contexte(string parcours, ContenuOffre contenu) =>
        new(parcours, Secteur, Categorie, contenu, Nomenclatures, Modeles, DateOnly.FromDateTime(Instant)) { AdresseEtablissement = AdresseEtablissement, ExtraitNational = ExtraitNational, LieuxFermes = LieuxFermes };
}

/// <summary>All that opening an offer takes: step 1 of the structure parcours.</summary>
public sealed record OuvertureOffre(Guid Id, IdentifiantRegional Identifiant, EntiteGeographique EntiteGeographique, InformationsGenerales Informations, Environnement Environnement);
