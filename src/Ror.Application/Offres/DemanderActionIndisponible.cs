using MediatR;
using Ror.Application.Commun;
using Ror.Domain.Commun;
using Ror.Domain.Offres;

namespace Ror.Application.Offres;

/// <summary>Closing, reopening and moving: the life cycle knows them, the service does not carry them out yet. Never succeeds.</summary>
public sealed record DemanderActionIndisponibleCommand(Guid OffreId, VersionAttendue Version, ActionOffre Action) : ICommande;

internal sealed class DemanderActionIndisponibleHandler(AccesOffres offres) : IRequestHandler<DemanderActionIndisponibleCommand, Resultat<Ecriture>>
{
    public Task<Resultat<Ecriture>> Handle(DemanderActionIndisponibleCommand request, CancellationToken cancellationToken) => offres.Modifier(
        request.OffreId,
        request.Version,
        request.Action,
        o => o.Offre.Refuser(request.Action, o.Environnement) ?? OffreErreurs.ActionIndisponible.Avec(request.Action),
        cancellationToken);
}
