using Ror.Application.Commun;
using Ror.Domain.Acces;
using Ror.Domain.Anomalies;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Structures;

namespace Ror.Application.Anomalies;

/// <summary>From an anomaly to what its callers read of it.</summary>
internal static class LectureAnomalies
{
    /// <param name="modifiable">May the caller write what it is about?</param>
    public static AnomalieLue Lire(this CatalogueNomenclatures nomenclatures, Anomalie a, IReadOnlyCollection<RoleAnomalie> roles, Perimetre perimetre, bool modifiable) => new(
        a.Id,
        nomenclatures.Lire(a.Statut),
        nomenclatures.Lire("J241", a.Theme),
        nomenclatures.Lire("J242", a.Action),
        Objet(a, perimetre),
        a.Section,
        a.Champ,
        a.Nationale,
        a.ValeurErronee,
        a.ValeurProposee,
        a.Description,
        a.Systeme,
        a.Declarant,
        a.NomDeclarant,
        a.Regle,
        Destinataire(a),
        a.Region,
        a.Echeance,
        a.CreeLe,
        a.ModifieLe,
        [.. a.Historique.Select(p => new PassageLu(p.De is { } de ? nomenclatures.Lire(de) : null, nomenclatures.Lire(p.Vers), p.Par, p.Le, p.Commentaire))],
        Actions(a, roles, modifiable),
        a.Version);

    public static AnomalieResumee Resumer(this CatalogueNomenclatures nomenclatures, Anomalie a, Perimetre perimetre) => new(
        a.Id,
        nomenclatures.Lire(a.Statut),
        nomenclatures.Lire("J241", a.Theme),
        nomenclatures.Lire("J242", a.Action),
        Objet(a, perimetre),
        a.Section,
        a.Champ,
        a.Description,
        a.Declarant,
        Destinataire(a),
        a.Echeance,
        a.CreeLe,
        a.ModifieLe,
        Liens.Anomalie(a.Id));

    private static CodeLu Lire(this CatalogueNomenclatures nomenclatures, StatutAnomalie statut) => nomenclatures.Lire("J244", statut.Code());

    private static DestinataireLu? Destinataire(Anomalie a) => a.Destinataire is { } d ? new(d.Role, d.Cle) : null;

    // Whoever only reads what is published is sent there.
    private static ObjetAnomalieLu Objet(Anomalie a, Perimetre perimetre) => new(a.ObjetType, a.ObjetId, a.ObjetIdentifiant, (a.ObjetType, perimetre.Roles.All(r => r == Role.Plateforme)) switch
    {
        (TypeObjetAnomalie.Professionnel, _) => Liens.Professionnel(a.ObjetIdentifiant),
        (TypeObjetAnomalie.Offre, true) => Liens.OffrePubliee(a.ObjetIdentifiant.Replace('/', '-')),
        (TypeObjetAnomalie.LieuRealisationOffre, true) => Liens.LieuPublie(a.ObjetIdentifiant),
        (_, true) => Liens.StructurePubliee(a.ObjetId),
        (var type, false) => Liens.De(Enum.Parse<TypeNoeud>(type.ToString()), a.ObjetId),
    });

    private static List<ActionLue> Actions(Anomalie a, IReadOnlyCollection<RoleAnomalie> roles, bool modifiable) =>
    [
        .. CycleAnomalie.Possibles(a.Statut, roles).Order().Select(s => new ActionLue("changer-statut", s.Code(), "POST", $"{Liens.Anomalie(a.Id)}/transitions")),
        .. modifiable && AccepterAnomalieHandler.Refuser(a, roles) is null ? [new ActionLue("accepter", null, "POST", $"{Liens.Anomalie(a.Id)}/acceptation")] : Array.Empty<ActionLue>(),
    ];
}
