using MediatR;
using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Domain.Anomalies;
using Ror.Domain.Commun;

namespace Ror.Application.Anomalies;

public sealed record ConsulterAnomalieQuery(Guid Id) : IRequete<AnomalieLue>;

/// <summary>Does the caller see it? Asked before the body of a write is read.</summary>
public sealed record VerifierAnomalieQuery(Guid Id) : IRequete<Rien>;

internal sealed class ConsulterAnomalieHandler(AccesAnomalies anomalies, IAppelant appelant, IReferentiels referentiels) :
    IRequestHandler<ConsulterAnomalieQuery, Resultat<AnomalieLue>>,
    IRequestHandler<VerifierAnomalieQuery, Resultat<Rien>>
{
    public async Task<Resultat<AnomalieLue>> Handle(ConsulterAnomalieQuery request, CancellationToken cancellationToken) =>
        await anomalies.Visibles.AsNoTracking().SingleOrDefaultAsync(a => a.Id == request.Id, cancellationToken) is { } anomalie
            ? referentiels.Nomenclatures.Lire(anomalie, anomalies.Roles(anomalie), appelant.Perimetre)
            : AnomalieErreurs.Introuvable.Avec();

    public async Task<Resultat<Rien>> Handle(VerifierAnomalieQuery request, CancellationToken cancellationToken) =>
        await anomalies.Visibles.AnyAsync(a => a.Id == request.Id, cancellationToken) ? default(Rien) : AnomalieErreurs.Introuvable.Avec();
}
