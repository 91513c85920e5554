using MediatR;
using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Application.Offres;
using Ror.Domain.Anomalies;
using Ror.Domain.Commun;
using Ror.Domain.Offres;
using Ror.Domain.Structures;

namespace Ror.Application.Anomalies;

public sealed record ConsulterAnomalieQuery(Guid Id) : IRequete<AnomalieLue>;

/// <summary>Does the caller see it? Asked before the body of a write is read.</summary>
public sealed record VerifierAnomalieQuery(Guid Id) : IRequete<Rien>;

internal sealed class ConsulterAnomalieHandler(AccesAnomalies anomalies, AccesOffres offres, IAppelant appelant, IReferentiels referentiels) :
    IRequestHandler<ConsulterAnomalieQuery, Resultat<AnomalieLue>>,
    IRequestHandler<VerifierAnomalieQuery, Resultat<Rien>>
{
    public async Task<Resultat<AnomalieLue>> Handle(ConsulterAnomalieQuery request, CancellationToken cancellationToken) =>
        await anomalies.Visibles.AsNoTracking().SingleOrDefaultAsync(a => a.Id == request.Id, cancellationToken) is { } anomalie
            ? referentiels.Nomenclatures.Lire(anomalie, anomalies.Roles(anomalie), appelant.Perimetre, await EstModifiable(anomalie, cancellationToken))
            : AnomalieErreurs.Introuvable.Avec();

    // Of an offer: whoever accepts an anomaly writes the section that it is about.
    private async Task<bool> EstModifiable(Anomalie anomalie, CancellationToken ct) => anomalie is not { ObjetType: TypeObjetAnomalie.Offre, Section: { } section }
        || (await offres.Lire(anomalie.ObjetId, ct) is { EstSucces: true, Valeur: var (offre, eg, environnement) }
            && appelant.Perimetre.Refuser(ActionOffre.Modifier, TypeNoeud.Offre, eg.Region, offre.Rpps) is null && offre.RefuserSection(section, environnement) is null);

    public async Task<Resultat<Rien>> Handle(VerifierAnomalieQuery request, CancellationToken cancellationToken) =>
        await anomalies.Visibles.AnyAsync(a => a.Id == request.Id, cancellationToken) ? default(Rien) : AnomalieErreurs.Introuvable.Avec();
}
