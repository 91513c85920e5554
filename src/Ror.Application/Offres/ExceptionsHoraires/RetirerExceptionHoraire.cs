using MediatR;
using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Domain.Commun;
using Ror.Domain.Offres;

namespace Ror.Application.Offres.ExceptionsHoraires;

public sealed record RetirerExceptionHoraireCommand(Guid OffreId, VersionAttendue Version, Guid ExceptionId) : ICommande;

internal sealed class RetirerExceptionHoraireHandler(ISaisieDb db, AccesOffres offres) : IRequestHandler<RetirerExceptionHoraireCommand, Resultat<Ecriture>>
{
    public async Task<Resultat<Ecriture>> Handle(RetirerExceptionHoraireCommand request, CancellationToken cancellationToken)
    {
        // An unknown one is told before a stale version.
        var contenu = await db.Offres.AsNoTracking().Where(o => o.Id == request.OffreId).Select(o => o.Contenu).SingleOrDefaultAsync(cancellationToken);
        return contenu is not null && contenu.Horaires?.Exceptions?.Any(e => e.Id == request.ExceptionId.ToString()) is not true
            ? OffreErreurs.ExceptionIntrouvable.Avec(request.ExceptionId)
            : await offres.Modifier(request.OffreId, request.Version, ActionOffre.Modifier, o => o.Offre.RetirerException(request.ExceptionId, o.Environnement), cancellationToken);
    }
}
