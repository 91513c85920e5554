using System.Text.Json.Serialization;
using Ror.Application.Commun;
using Ror.Domain.Offres;
using Ror.Domain.Structures;
using Ror.Domain.Territoires;

namespace Ror.Application.Structures;

/// <summary>A structure named in passing, with the path of its details.</summary>
/// <param name="Identifiant">idNat_Struct of an EJ or EG, regional identifier (national form) of a pôle or UF.</param>
public sealed record StructureCitee(Guid Id, TypeNoeud Type, string Nom, string Identifiant, string? Href);

/// <summary>A child in a page of details.</summary>
/// <param name="Statut">A level is Validee as long as it is open.</param>
public sealed record EnfantLu(Guid Id, TypeNoeud Type, string Nom, string Identifiant, StatutOffre Statut, FermetureLue? Fermeture, FermetureLue? FermeturePrevue, string Href);

public sealed record EntiteGeographiqueResumee(
    Guid Id, string IdNatStruct, string Denomination, CodeLu Categorie, Secteur Secteur, Adresse Adresse, string Departement, string Region, FermetureLue? Fermeture, FermetureLue? FermeturePrevue, string Href);

/// <param name="Fiche">Exactly the body of its PUT.</param>
public sealed record EntiteJuridiqueLue(
    Guid Id,
    string IdNatStruct,
    string RaisonSociale,
    FicheEntiteJuridique Fiche,
    DateTime CreeLe,
    DateTime ModifieLe,
    IReadOnlyList<EnfantLu> Enfants,
    IReadOnlyList<ActionLue> Actions,
    [property: JsonIgnore] long Version) : IVersionnee;

/// <param name="Fiche">Exactly the body of its PUT.</param>
public sealed record EntiteGeographiqueLue(
    Guid Id,
    string IdNatStruct,
    string Denomination,
    Secteur Secteur,
    string Departement,
    string Region,
    StructureCitee EntiteJuridique,
    FicheEntiteGeographique Fiche,
    StatutOffre Statut,
    FermetureLue? Fermeture,
    FermetureLue? FermeturePrevue,
    DateTime CreeLe,
    DateTime ModifieLe,
    IReadOnlyList<EnfantLu> Enfants,
    IReadOnlyList<ActionLue> Actions,
    [property: JsonIgnore] long Version) : IVersionnee;

/// <param name="Fiche">Exactly the body of its PUT.</param>
public sealed record PoleLu(
    Guid Id,
    string Identifiant,
    string Nom,
    StructureCitee EntiteGeographique,
    FicheOrganisationInterne Fiche,
    StatutOffre Statut,
    FermetureLue? Fermeture,
    FermetureLue? FermeturePrevue,
    DateTime CreeLe,
    DateTime ModifieLe,
    IReadOnlyList<EnfantLu> Enfants,
    IReadOnlyList<ActionLue> Actions,
    [property: JsonIgnore] long Version) : IVersionnee;

/// <param name="Fiche">Exactly the body of its PUT.</param>
public sealed record UniteFonctionnelleLue(
    Guid Id,
    string Identifiant,
    string Nom,
    StructureCitee EntiteGeographique,
    StructureCitee Pole,
    FicheOrganisationInterne Fiche,
    StatutOffre Statut,
    FermetureLue? Fermeture,
    FermetureLue? FermeturePrevue,
    DateTime CreeLe,
    DateTime ModifieLe,
    IReadOnlyList<EnfantLu> Enfants,
    IReadOnlyList<ActionLue> Actions,
    [property: JsonIgnore] long Version) : IVersionnee;
