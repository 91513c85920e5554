using MediatR;
using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Application.Lieux;
using Ror.Application.Structures;
using Ror.Domain.Commun;
using Ror.Domain.Offres;

namespace Ror.Application.Offres;

/// <summary>Drafts and offers of the perimeter.</summary>
/// <param name="Rattachement">Id of the UF or of the établissement that they hang on, directly or not.</param>
public sealed record ListerOffresQuery(StatutOffre? Statut, Guid? Rattachement, Page Page) : IRequete<Tranche<OffreResumee>>;

internal sealed class ListerOffresHandler(ISaisieDb db, IAppelant appelant, IReferentiels referentiels) : IRequestHandler<ListerOffresQuery, Resultat<Tranche<OffreResumee>>>
{
    public async Task<Resultat<Tranche<OffreResumee>>> Handle(ListerOffresQuery request, CancellationToken cancellationToken)
    {
        var offres = db.OffresVisibles(appelant.Perimetre);
        offres = request.Statut is { } statut ? offres.Where(o => o.Statut == statut) : offres;
        offres = request.Rattachement is { } parent ? offres.Where(o => o.ParentId == parent || o.EntiteGeographiqueId == parent) : offres;
        int? total = request.Page.AvecTotal ? await offres.CountAsync(cancellationToken) : null;
        offres = request.Page.Apres is { } apres ? offres.Where(o => o.Id > apres) : offres;
        var lues = await offres.OrderBy(o => o.Id).Take(request.Page.Limite + 1).ToListAsync(cancellationToken);
        var egs = lues.Select(o => o.EntiteGeographiqueId).Distinct().ToList();
        var adresses = await db.EntitesGeographiques.Where(e => egs.Contains(e.Id)).Select(e => new { e.Id, e.Fiche }).ToDictionaryAsync(e => e.Id, e => e.Fiche.Adresse!, cancellationToken);
        var localisations = await db.Lieux.LocaliserAsync([.. lues.Select(o => (o.Contenu, adresses[o.EntiteGeographiqueId]))], referentiels.Nomenclatures, cancellationToken);
        return Tranche<OffreResumee>.De([.. lues.Zip(localisations, OffreResumee.De)], request.Page, o => o.Id, total);
    }
}
