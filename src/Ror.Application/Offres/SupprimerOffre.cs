using MediatR;
using Ror.Application.Commun;
using Ror.Domain.Commun;
using Ror.Domain.Offres;

namespace Ror.Application.Offres;

/// <summary>H5: only a draft that was never published goes away.</summary>
public sealed record SupprimerOffreCommand(Guid OffreId, VersionAttendue Version) : ICommande;

internal sealed class SupprimerOffreHandler(ISaisieDb db, AccesOffres offres) : IRequestHandler<SupprimerOffreCommand, Resultat<Ecriture>>
{
    public Task<Resultat<Ecriture>> Handle(SupprimerOffreCommand request, CancellationToken cancellationToken) => offres.Modifier(
        request.OffreId,
        request.Version,
        ActionOffre.Supprimer,
        o =>
        {
            if (o.Offre.Refuser(ActionOffre.Supprimer, o.Environnement) is { } refus)
            {
                return refus;
            }

            db.Offres.Remove(o.Offre);
            return default(Rien);
        },
        cancellationToken);
}
