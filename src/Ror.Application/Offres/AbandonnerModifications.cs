using MediatR;
using Ror.Application.Commun;
using Ror.Domain.Commun;
using Ror.Domain.Offres;

namespace Ror.Application.Offres;

public sealed record AbandonnerModificationsCommand(Guid OffreId, VersionAttendue Version) : ICommande;

internal sealed class AbandonnerModificationsHandler(AccesOffres offres) : IRequestHandler<AbandonnerModificationsCommand, Resultat<Ecriture>>
{
    public Task<Resultat<Ecriture>> Handle(AbandonnerModificationsCommand request, CancellationToken cancellationToken) => offres.Modifier(
        request.OffreId, request.Version, ActionOffre.Abandonner, o => o.Offre.AbandonnerModifications(o.Environnement), cancellationToken);
}
