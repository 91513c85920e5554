using MediatR;
using Ror.Application.Commun;
using Ror.Domain.Commun;

namespace Ror.Application.Offres.Versions;

/// <summary>What changed in an offer since the version that a stale write names.</summary>
public sealed record ConsulterSectionsModifieesQuery(Guid OffreId, VersionAttendue Depuis) : IRequete<SectionsModifiees>;

/// <param name="Cles">Null when no version that the offer has had is named.</param>
public sealed record SectionsModifiees(IReadOnlyList<string>? Cles);

internal sealed class ConsulterSectionsModifieesHandler(AccesOffres offres) : IRequestHandler<ConsulterSectionsModifieesQuery, Resultat<SectionsModifiees>>
{
    public async Task<Resultat<SectionsModifiees>> Handle(ConsulterSectionsModifieesQuery request, CancellationToken cancellationToken)
    {
        var lu = await offres.Lire(request.OffreId, cancellationToken);
        if (!lu.EstSucces)
        {
            return Resultat<SectionsModifiees>.Echec(lu.Erreurs);
        }

        var connues = request.Depuis.Versions.Where(v => v <= lu.Valeur.Offre.Version).ToList();
        return new SectionsModifiees(connues.Count == 0 ? null : lu.Valeur.Offre.SectionsModifieesDepuis(connues.Max()));
    }
}
