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
    public async Task ExecuterAsync(CancellationToken ct)
    {
        // The earliest day of all zones; each établissement then looks at its own.
        var demain = DateOnly.FromDateTime(horloge.Instant()).AddDays(1);
        await Executer(db.EntitesGeographiques, demain, ct);
        await Executer(db.Poles, demain, ct);
        await Executer(db.UnitesFonctionnelles, demain, ct);
        await Executer(db.Offres, demain, ct);
    }

    private async Task Executer<TNoeud>(IQueryable<TNoeud> noeuds, DateOnly jour, CancellationToken ct)
        where TNoeud : Noeud
    {
        foreach (var id in await noeuds.Where(n => n.PrevueLe <= jour).OrderBy(n => n.PrevueLe).ThenBy(n => n.Id).Select(n => n.Id).ToListAsync(ct))
        {
            _ = await mediator.Send(new ExecuterFermeturePrevueCommand<TNoeud>(id), ct);
        }
    }
}
