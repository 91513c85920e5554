using MediatR;
using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Domain.Commun;
using Ror.Domain.Offres;
using Ror.Domain.Structures;

namespace Ror.Application.Structures.Fermetures;

/// <summary>The day of a planned closing has come. Asked by every node; the first to hold the établissement does it, the others find nothing to do.</summary>
public sealed record ExecuterFermeturePrevueCommand<TNoeud>(Guid Id) : ICommande
    where TNoeud : Noeud;

internal sealed class ExecuterFermeturePrevueHandler<TNoeud>(AccesNoeuds noeuds) : IRequestHandler<ExecuterFermeturePrevueCommand<TNoeud>, Resultat<Ecriture>>
    where TNoeud : Noeud
{
    public Task<Resultat<Ecriture>> Handle(ExecuterFermeturePrevueCommand<TNoeud> request, CancellationToken cancellationToken) => noeuds.Appliquer<TNoeud>(
        request.Id, version: null, ActionOffre.FermerDefinitivement, simulation: false, cascade => cascade.ExecuterLaFermeturePrevue(), cancellationToken);
}

/// <summary>All the closings whose day has come, somewhere in France.</summary>
public sealed class FermeturesPrevues(ISaisieDb db, IMediator mediator, TimeProvider horloge)
{
    /// <summary>In the order of their days, from the établissement down: days that nobody carried out end as if each had been.</summary>
    public async Task ExecuterAsync(CancellationToken ct)
    {
        List<(DateOnly Jour, IRequest<Resultat<Ecriture>> Commande)> dues =
        [
            .. await Dues(db.EntitesGeographiques, ct), .. await Dues(db.Poles, ct), .. await Dues(db.UnitesFonctionnelles, ct), .. await Dues(db.Offres, ct),
        ];
        foreach (var (_, commande) in dues.OrderBy(d => d.Jour))
        {
            _ = await mediator.Send(commande, ct);
        }
    }

    private async Task<IEnumerable<(DateOnly, IRequest<Resultat<Ecriture>>)>> Dues<TNoeud>(IQueryable<TNoeud> noeuds, CancellationToken ct)
        where TNoeud : Noeud
    {
        // The earliest day of all zones; each établissement then looks at its own.
        var demain = DateOnly.FromDateTime(horloge.Instant()).AddDays(1);
        var trouvees = await noeuds.Where(n => n.PrevueLe <= demain).OrderBy(n => n.Id).Select(n => new { n.Id, n.PrevueLe }).ToListAsync(ct);
        return trouvees.Select(n => (n.PrevueLe!.Value, (IRequest<Resultat<Ecriture>>)new ExecuterFermeturePrevueCommand<TNoeud>(n.Id)));
    }
}
