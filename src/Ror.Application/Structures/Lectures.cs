using System.Text.Json.Serialization;
using Ror.Application.Commun;
using Ror.Domain.Structures;

namespace Ror.Application.Structures;

/// <summary>A structure named in passing, with the path of its details.</summary>
/// <param name="Identifiant">idNat_Struct of an EJ or EG, regional identifier (national form) of a pôle or UF.</param>
public sealed record StructureCitee(Guid Id, TypeNoeud Type, string Nom, string Identifiant, string? Href);

/// <summary>A child in a page of details.</summary>
/// <param name="Statut">State, for an offer.</param>
public sealed record EnfantLu(Guid Id, TypeNoeud Type, string Nom, string Identifiant, Domain.Offres.StatutOffre? Statut, FermetureLue? Fermeture, string Href);

public sealed record AdresseLue(string? Voie, string? CodePostal, string Localite, string Commune, string Departement, string Region)
{
    public static AdresseLue De(Adresse a) => new(a.Voie, a.CodePostal, a.Localite, a.Commune.Valeur, a.Commune.Departement, a.Commune.Region);
}

public sealed record EntiteGeographiqueResumee(
    Guid Id, string IdNatStruct, string Denomination, CodeLu Categorie, Secteur Secteur, AdresseLue Adresse, FermetureLue? Fermeture, string Href);

public sealed record EntiteGeographiqueLue(
    Guid Id,
    string IdNatStruct,
    string Denomination,
    CodeLu Categorie,
    Secteur Secteur,
    AdresseLue Adresse,
    StructureCitee EntiteJuridique,
    FermetureLue? Fermeture,
    IReadOnlyList<EnfantLu> Enfants,
    IReadOnlyList<ActionLue> Actions,
    [property: JsonIgnore] long Version) : IVersionnee;

public sealed record PoleLu(
    Guid Id,
    string Identifiant,
    string Nom,
    StructureCitee EntiteGeographique,
    FermetureLue? Fermeture,
    IReadOnlyList<EnfantLu> Enfants,
    IReadOnlyList<ActionLue> Actions,
    [property: JsonIgnore] long Version) : IVersionnee;

public sealed record UniteFonctionnelleLue(
    Guid Id,
    string Identifiant,
    string Nom,
    StructureCitee EntiteGeographique,
    StructureCitee Pole,
    FermetureLue? Fermeture,
    IReadOnlyList<EnfantLu> Enfants,
    IReadOnlyList<ActionLue> Actions,
    [property: JsonIgnore] long Version) : IVersionnee;
