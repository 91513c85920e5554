using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Ror.Application.Commun;
using Ror.Domain.Anomalies;
using Ror.Domain.Commun;

namespace Ror.Application.Anomalies;

/// <summary>The end date of a tolerance has come. Asked by every node; the first to hold the anomaly does it, the others find nothing to do.</summary>
public sealed record TerminerToleranceCommand(Guid Id) : ICommande;

internal sealed class TerminerToleranceHandler(ISaisieDb db, IVerrous verrous, TimeProvider horloge) : IRequestHandler<TerminerToleranceCommand, Resultat<Ecriture>>
{
    public async Task<Resultat<Ecriture>> Handle(TerminerToleranceCommand request, CancellationToken cancellationToken)
    {
        await verrous.Reserver<Anomalie>(request.Id, cancellationToken);
        if (await db.Anomalies.SingleOrDefaultAsync(a => a.Id == request.Id, cancellationToken) is not { } anomalie)
        {
            return AnomalieErreurs.Introuvable.Avec();
        }

        var instant = horloge.Instant();
        var termine = anomalie.TerminerTolerance(AccesAnomalies.Jour(anomalie.Region, instant), instant);
        return new Ecriture(TypeObjet.Anomalie, anomalie.Id, anomalie.Version, termine, []);
    }
}

/// <summary>All the tolerances whose end has come.</summary>
public sealed class TolerancesEchues(IServiceScopeFactory portees, TimeProvider horloge, ILogger<TolerancesEchues> journal)
{
    /// <summary>Each is an act of its own: one that fails does not hold the others.</summary>
    public async Task ExecuterAsync(CancellationToken ct)
    {
        foreach (var id in await DuesAsync(ct))
        {
            await using var portee = portees.CreateAsyncScope();
            try
            {
                var resultat = await portee.ServiceProvider.GetRequiredService<IMediator>().Send(new TerminerToleranceCommand(id), ct);
                if (!resultat.EstSucces)
                {
                    journal.LogError("La tolérance de l'anomalie {Id} n'a pas pu finir : {Erreurs}", id, string.Join(" ; ", resultat.Erreurs));
                }
            }
            catch (Exception e) when (!ct.IsCancellationRequested)
            {
                journal.LogError(e, "La tolérance de l'anomalie {Id} n'a pas pu finir.", id);
            }
        }
    }

    private async Task<List<Guid>> DuesAsync(CancellationToken ct)
    {
        await using var portee = portees.CreateAsyncScope();
        var instant = horloge.Instant();

        // The day begins in the east: each region then looks at its own.
        var dernier = DateOnly.FromDateTime(instant).AddDays(1);
        var dues = await portee.ServiceProvider.GetRequiredService<ISaisieDb>().Anomalies.Where(a => a.Echeance <= dernier).OrderBy(a => a.Id).Select(a => new { a.Id, a.Echeance, a.Region }).ToListAsync(ct);
        return [.. dues.Where(d => d.Echeance <= AccesAnomalies.Jour(d.Region, instant)).Select(d => d.Id)];
    }
}
