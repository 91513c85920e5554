using System.Text.Json.Serialization;
using Ror.Application.Commun;
using Ror.Application.Lieux.Capacites;
using Ror.Application.Structures;
using Ror.Domain.Lieux;
using Ror.Domain.Offres;

namespace Ror.Application.Lieux;

/// <summary>A lieu of an établissement, with what it serves and what it has.</summary>
/// <param name="Identifiant">Regional identifier, <c>76/100012</c>.</param>
/// <param name="Statut">J224.</param>
/// <param name="Fiche">Exactly the body of its PUT.</param>
/// <param name="Equipements">Exactly the body of its PUT <c>equipements</c>.</param>
/// <param name="Capacites">Figures, one per key; absent for a professional of an établissement that is not theirs.</param>
public sealed record LieuLu(
    Guid Id,
    string Identifiant,
    string Nom,
    StructureCitee EntiteGeographique,
    CodeLu Statut,
    FermetureLue? Fermeture,
    FermetureLue? FermeturePrevue,
    FicheLieu Fiche,
    EquipementsLieu Equipements,
    IReadOnlyList<OffreDuLieu> Offres,
    IReadOnlyList<IndicateurLu>? Capacites,
    DateTime CreeLe,
    DateTime ModifieLe,
    IReadOnlyList<ActionLue> Actions,
    [property: JsonIgnore] long Version) : IVersionnee;

/// <summary>An offer that is delivered at a lieu.</summary>
/// <param name="Saisie">In its draft or working copy.</param>
/// <param name="Publiee">In what the world reads.</param>
public sealed record OffreDuLieu(Guid Id, string Identifiant, string Nom, StatutOffre Statut, bool Saisie, bool Publiee, string Href);

/// <summary>A lieu in a list.</summary>
/// <param name="Statut">J224.</param>
public sealed record LieuResume(Guid Id, string Identifiant, string Nom, CodeLu? Fonction, string Commune, string? IdExterneSynchro, CodeLu Statut, Guid EntiteGeographiqueId, string Href);

/// <summary>A lieu named in passing.</summary>
public sealed record LieuCite(Guid Id, string Identifiant, string Nom, CodeLu? Fonction, string Href);
