using MediatR;
using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Application.Lieux;
using Ror.Application.Offres;
using Ror.Application.Structures;
using Ror.Domain.Commun;
using Ror.Domain.Offres;
using Ror.Domain.Offres.Parcours;
using Ror.Domain.Professionnels;
using Ror.Domain.Structures;

namespace Ror.Application.Professionnels;

/// <summary>The home of a liberal professional: their offers with state and progress.</summary>
/// <param name="InclureFermees">Definitively closed offers too.</param>
public sealed record ListerOffresProfessionnelQuery(string Rpps, bool InclureFermees, Page Page) : IRequete<Tranche<OffreDuProfessionnel>>;

/// <param name="Structure">Where it is shown and published.</param>
/// <param name="DansUneMaisonDeSante">It may be detached from that structure (H7).</param>
/// <param name="Localisations">Where its draft or working copy says it is.</param>
/// <param name="Renseigner">Path of its step indicator: "Renseigner mon offre".</param>
public sealed record OffreDuProfessionnel(
    Guid Id,
    string Identifiant,
    string Nom,
    StatutOffre Statut,
    bool ModificationsEnAttente,
    StructureCitee Structure,
    bool DansUneMaisonDeSante,
    ProgressionLue Progression,
    IReadOnlyList<LocalisationLue> Localisations,
    DateTime ModifieLe,
    DateTime? ValideeLe,
    string Href,
    string Renseigner);

/// <param name="Validees">Steps that are validated, of <paramref name="Etapes"/>.</param>
/// <param name="ARevoir">Keys of the steps to review.</param>
/// <param name="Suivante">Key of the first step that is not validated; absent when all are.</param>
/// <param name="Obligatoires">Mandatory fields of this offer.</param>
/// <param name="Renseignes">Those that are filled.</param>
public sealed record ProgressionLue(int Validees, int Etapes, IReadOnlyList<string> ARevoir, string? Suivante, int Obligatoires, int Renseignes);

internal sealed class ListerOffresProfessionnelHandler(ISaisieDb db, IAppelant appelant, IReferentiels referentiels, EnvironnementsDesOffres environnements)
    : IRequestHandler<ListerOffresProfessionnelQuery, Resultat<Tranche<OffreDuProfessionnel>>>
{
    public async Task<Resultat<Tranche<OffreDuProfessionnel>>> Handle(ListerOffresProfessionnelQuery request, CancellationToken cancellationToken)
    {
        var page = request.Page;
        if (await db.ProfessionnelVisibleAsync(appelant.Perimetre, request.Rpps, cancellationToken) is null)
        {
            return ProfessionnelErreurs.Introuvable.Avec();
        }

        // A référent of one region does not see what stands in another.
        var offres = db.OffresVisibles(appelant.Perimetre).Where(o => o.Rpps == request.Rpps && (request.InclureFermees || o.Statut != StatutOffre.FermeeDefinitivement));
        int? total = page.AvecTotal ? await offres.CountAsync(cancellationToken) : null;
        offres = page.Apres is { } apres ? offres.Where(o => o.Id > apres) : offres;
        var lues = await offres.OrderBy(o => o.Id).Take(page.Limite + 1).ToListAsync(cancellationToken);
        var lieux = lues.Select(o => o.EntiteGeographiqueId).Distinct().ToList();
        var structures = await db.EntitesGeographiques.AsNoTracking().Where(e => lieux.Contains(e.Id)).ToDictionaryAsync(e => e.Id, cancellationToken);
        var autour = await environnements.LireAsync(lues, structures, cancellationToken);
        var localisations = await db.Lieux.LocaliserAsync([.. lues.Select(o => (o.Contenu, structures[o.EntiteGeographiqueId].Adresse))], referentiels.Nomenclatures, cancellationToken);
        var elements = lues.Zip(localisations, (o, ou) => Lire(o, structures[o.EntiteGeographiqueId], ou, autour[o.Id]));
        return Tranche<OffreDuProfessionnel>.De([.. elements], page, o => o.Id, total);
    }

    private OffreDuProfessionnel Lire(Offre offre, EntiteGeographique eg, IReadOnlyList<LocalisationLue> localisations, Environnement environnement)
    {
        var (etapes, bilan, href) = (offre.EvaluerEtapes(environnement), offre.Bilan(environnement), Liens.Offre(offre.Id));
        return new(
            offre.Id,
            offre.Identifiant.Valeur,
            offre.Nom,
            offre.Statut,
            offre.ModificationsEnAttente,
            new(eg.Id, eg.Type, eg.Denomination, eg.IdNatStruct.Valeur, appelant.Perimetre.Voit(eg.IdNatStruct.Valeur, eg.Region) ? Liens.EntiteGeographique(eg.Id) : null),
            offre.EstRattachee,
            new(
                etapes.Count(e => e.Etat == EtatEtape.Validee),
                etapes.Count,
                [.. etapes.Where(e => e.Etat == EtatEtape.ARevoir).Select(e => e.Etape.Cle)],
                etapes.FirstOrDefault(e => e.Etat != EtatEtape.Validee)?.Etape.Cle,
                bilan.Obligatoires,
                bilan.Renseignes),
            localisations,
            offre.ModifieLe,
            offre.ValideeLe,
            href,
            $"{href}/etapes");
    }
}
