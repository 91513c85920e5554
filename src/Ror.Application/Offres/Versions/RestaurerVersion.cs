using MediatR;
using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Domain.Commun;
using Ror.Domain.Offres;

namespace Ror.Application.Offres.Versions;

/// <summary>Puts a former version into the working copy; the world reads the last one until it is validated.</summary>
public sealed record RestaurerVersionCommand(Guid OffreId, VersionAttendue Version, int Numero) : ICommande;

internal sealed class RestaurerVersionHandler(ISaisieDb db, AccesOffres offres) : IRequestHandler<RestaurerVersionCommand, Resultat<Ecriture>>
{
    public async Task<Resultat<Ecriture>> Handle(RestaurerVersionCommand request, CancellationToken cancellationToken)
    {
        var version = await db.VersionsOffre.AsNoTracking().SingleOrDefaultAsync(v => v.OffreId == request.OffreId && v.Numero == request.Numero, cancellationToken);
        return version is null
            ? OffreErreurs.VersionIntrouvable.Avec(request.Numero)
            : await offres.Modifier(request.OffreId, request.Version, ActionOffre.Modifier, o => o.Offre.Restaurer(version, o.Environnement), cancellationToken);
    }
}
