using System.Text.Json.Serialization;
using Ror.Application.Commun;
using Ror.Application.Lieux;
using Ror.Application.Lieux.Capacites;
using Ror.Application.Professionnels;
using Ror.Domain.Diffusion;
using Ror.Domain.Lieux;
using Ror.Domain.Offres;
using Ror.Domain.Structures;

namespace Ror.Application.Diffusion;

/// <summary>What callers of one access profile all read alike, until its version changes.</summary>
public interface IRenduPublie : IVersionnee
{
    /// <summary>What it is asked for by: identifier of an offer, id of a structure.</summary>
    string Cle { get; }

    /// <summary>UTC instant from which it reads otherwise, though nothing has changed; null when only a change makes it read otherwise.</summary>
    DateTime? PerimeLe => null;
}

/// <summary>One published offer as the caller's access profile may read it.</summary>
/// <param name="NumeroVersion">Number of the published version.</param>
/// <param name="FermeturePrevue">What closes it next, planned for itself or for a structure above.</param>
/// <param name="Structures">The branch of the tree above it.</param>
/// <param name="Localisations">Where it is: its lieux, else its address, else that of its établissement.</param>
/// <param name="Sections">Published values; what the profile may not see is absent.</param>
/// <param name="Masques">JSON Pointers of what is there and may not be seen; never told to profile 0.</param>
public sealed record OffrePublieeLue(
    Guid Id,
    string Identifiant,
    string Nom,
    StatutOffre Statut,
    int NumeroVersion,
    DateTime ValideeLe,
    string Region,
    string Departement,
    Secteur Secteur,
    FermetureLue? Fermeture,
    FermetureLue? FermeturePrevue,
    StructuresPubliees Structures,
    IReadOnlyList<LocalisationLue> Localisations,
    ContenuOffre Sections,
    IReadOnlyList<string>? Masques,
    string Href,
    [property: JsonIgnore] long Version) : IRenduPublie
{
    [JsonIgnore]
    public string Cle => Identifiant;

    /// <summary>The first exception of its hours has passed by then (RG_EXP_018).</summary>
    [JsonIgnore]
    public DateTime? PerimeLe { get; init; }
}

/// <summary>One published structure as the caller's access profile may read it; one of the three fiches, after its type.</summary>
/// <param name="ParentId">The structure that it hangs on.</param>
/// <param name="Masques">JSON Pointers of what is there and may not be seen; never told to profile 0.</param>
public sealed record StructurePublieeLue(
    Guid Id,
    TypeNoeud Type,
    string Identifiant,
    string Nom,
    Guid? ParentId,
    Guid? EntiteGeographiqueId,
    string? Region,
    string? Departement,
    Secteur? Secteur,
    StatutOffre Statut,
    FermetureLue? Fermeture,
    FermetureLue? FermeturePrevue,
    FicheEntiteJuridique? FicheEntiteJuridique,
    FicheEntiteGeographique? FicheEntiteGeographique,
    FicheOrganisationInterne? FicheOrganisationInterne,
    IReadOnlyList<string>? Masques,
    string Href,
    [property: JsonIgnore] long Version) : IRenduPublie
{
    [JsonIgnore]
    public string Cle => Id.ToString();
}

/// <summary>One published lieu as the caller's access profile may read it.</summary>
/// <param name="Statut">J224.</param>
/// <param name="Region">Of its établissement, as its département and its secteur.</param>
/// <param name="Capacites">The figures that the profile reads.</param>
/// <param name="Offres">Published offers that are delivered there.</param>
/// <param name="Masques">JSON Pointers of what is there and may not be seen; never told to profile 0.</param>
public sealed record LieuPublieLu(
    Guid Id,
    string Identifiant,
    string Nom,
    CodeLu Statut,
    StructureNommee EntiteGeographique,
    string Region,
    string Departement,
    Secteur Secteur,
    FermetureLue? Fermeture,
    FermetureLue? FermeturePrevue,
    FicheLieu Fiche,
    EquipementsLieu Equipements,
    IReadOnlyList<IndicateurLu> Capacites,
    IReadOnlyList<OffreCitee> Offres,
    IReadOnlyList<string>? Masques,
    string Href,
    [property: JsonIgnore] long Version) : IRenduPublie
{
    [JsonIgnore]
    public string Cle => CleDe(Identifiant);

    /// <summary>The first of its figures is stale by then.</summary>
    [JsonIgnore]
    public DateTime? PerimeLe { get; init; }

    /// <summary>Offers have identifiers of the same form.</summary>
    public static string CleDe(string identifiant) => $"lieu {identifiant}";
}
