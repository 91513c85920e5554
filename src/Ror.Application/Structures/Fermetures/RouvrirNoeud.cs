using MediatR;
using Ror.Application.Commun;
using Ror.Domain.Commun;
using Ror.Domain.Offres;
using Ror.Domain.Structures;

namespace Ror.Application.Structures.Fermetures;

/// <summary>Reopens what a temporary closing closed, and nothing else; cancels a planned closing.</summary>
public sealed record RouvrirCommand<TNoeud>(Guid Id, VersionAttendue Version, Apercu Apercu) : ICommande
    where TNoeud : Noeud;

internal sealed class RouvrirHandler<TNoeud>(AccesNoeuds noeuds) : IRequestHandler<RouvrirCommand<TNoeud>, Resultat<Ecriture>>
    where TNoeud : Noeud
{
    public Task<Resultat<Ecriture>> Handle(RouvrirCommand<TNoeud> request, CancellationToken cancellationToken) =>
        noeuds.Appliquer<TNoeud>(request.Id, request.Version, ActionOffre.Rouvrir, request.Apercu, cascade => cascade.Rouvrir(), cancellationToken);
}
