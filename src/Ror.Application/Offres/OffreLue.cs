using System.Text.Json.Serialization;
using Ror.Application.Commun;
using Ror.Application.Lieux;
using Ror.Application.Professionnels;
using Ror.Application.Structures;
using Ror.Domain.Offres;
using Ror.Domain.Offres.Parcours;

namespace Ror.Application.Offres;

/// <summary>The working representation of an offer.</summary>
/// <param name="Identifiant">National identifier, <c>76/100012</c>.</param>
/// <param name="NumeroVersion">Last published version; absent before the first publication.</param>
/// <param name="Rattachement">Direct parent.</param>
/// <param name="ExacteLe">Last time that somebody said that what is published is still exact.</param>
/// <param name="Completude">From the function that refuses.</param>
/// <param name="Sections">Working values; a section never written is absent.</param>
/// <param name="Actions">What the caller may do now.</param>
public sealed record OffreLue(
    Guid Id,
    string Identifiant,
    string Nom,
    string Parcours,
    StatutOffre Statut,
    bool ModificationsEnAttente,
    int? NumeroVersion,
    StructureCitee Rattachement,
    StructureCitee EntiteGeographique,
    FermetureLue? Fermeture,
    FermetureLue? FermeturePrevue,
    DateTime CreeLe,
    DateTime ModifieLe,
    DateTime? ValideeLe,
    DateTime? ExacteLe,
    CompletudeLue Completude,
    IReadOnlyList<EtapeResumee> Etapes,
    ContenuOffre Sections,
    IReadOnlyList<ActionLue> Actions,
    [property: JsonIgnore] long Version) : IVersionnee
{
    /// <summary>H7: of a liberal offer, the practice that it belongs to; its <c>rattachement</c> is a maison de santé while it is attached to one.</summary>
    public StructureCitee? Cabinet { get; init; }

    /// <summary>P5: of a published liberal offer, the others of its professional that it may fill.</summary>
    public IReadOnlyList<OffreCitee>? Preremplissages { get; init; }

    /// <summary>Where it is delivered: its lieux, else its address, else that of its établissement.</summary>
    public IReadOnlyList<LocalisationLue> Localisations { get; init; } = [];

    /// <summary>In the answer of a write: what lost its validity by it.</summary>
    public IReadOnlyList<ErreurLue>? Avertissements { get; init; }
}

/// <param name="Obligatoires">Mandatory fields of this offer.</param>
/// <param name="Renseignes">Those that are filled.</param>
/// <param name="Manquants">What <c>valider</c> would refuse.</param>
public sealed record CompletudeLue(int Obligatoires, int Renseignes, IReadOnlyList<ErreurLue> Manquants);

/// <summary>One step of the indicator.</summary>
/// <param name="Manquants">What the step still lacks.</param>
/// <param name="Accessible">May it be validated now?</param>
/// <param name="Prerempli">Its values come from another offer, and were not validated since; absent otherwise.</param>
public sealed record EtapeResumee(string Cle, string Titre, string ImportantASavoir, EtatEtape Etat, bool Accessible, bool? Prerempli, IReadOnlyList<ErreurLue> Manquants, string Href);

/// <summary>An offer in a list.</summary>
/// <param name="Localisations">Where its draft or working copy says it is.</param>
public sealed record OffreResumee(
    Guid Id,
    string Identifiant,
    string Nom,
    StatutOffre Statut,
    bool ModificationsEnAttente,
    Guid RattachementId,
    Guid EntiteGeographiqueId,
    IReadOnlyList<LocalisationLue> Localisations,
    DateTime ModifieLe,
    string Href)
{
    public static OffreResumee De(Offre o, IReadOnlyList<LocalisationLue> localisations) =>
        new(o.Id, o.Identifiant.Valeur, o.Nom, o.Statut, o.ModificationsEnAttente, o.ParentId, o.EntiteGeographiqueId, localisations, o.ModifieLe, Liens.Offre(o.Id));
}
