using MediatR;
using Ror.Application.Commun;
using Ror.Domain.Commun;
using Ror.Domain.Offres;

namespace Ror.Application.Offres;

/// <summary>"Toujours exact".</summary>
public sealed record ConfirmerOffreCommand(Guid OffreId, VersionAttendue Version) : ICommande;

internal sealed class ConfirmerOffreHandler(AccesOffres offres) : IRequestHandler<ConfirmerOffreCommand, Resultat<Ecriture>>
{
    public Task<Resultat<Ecriture>> Handle(ConfirmerOffreCommand request, CancellationToken cancellationToken) => offres.Modifier(
        request.OffreId, request.Version, ActionOffre.Confirmer, o => o.Offre.Confirmer(o.Environnement), cancellationToken);
}
