using MediatR;
using Ror.Application.Commun;
using Ror.Domain.Commun;

namespace Ror.Application.Offres.Versions;

/// <summary>What changed in an offer since the version that a stale write names.</summary>
public sealed record ConsulterSectionsModifieesQuery(Guid OffreId, VersionAttendue Depuis) : IRequete<IReadOnlyList<string>>;

internal sealed class ConsulterSectionsModifieesHandler(AccesOffres offres) : IRequestHandler<ConsulterSectionsModifieesQuery, Resultat<IReadOnlyList<string>>>
{
    public async Task<Resultat<IReadOnlyList<string>>> Handle(ConsulterSectionsModifieesQuery request, CancellationToken cancellationToken)
    {
        var lu = await offres.Lire(request.OffreId, cancellationToken);
        return lu.EstSucces
            ? Resultat<IReadOnlyList<string>>.Succes(lu.Valeur.Offre.SectionsModifieesDepuis(request.Depuis.Versions.DefaultIfEmpty(0).Max()))
            : Resultat<IReadOnlyList<string>>.Echec(lu.Erreurs);
    }
}
