using MediatR;
using Ror.Application.Commun;
using Ror.Domain.Commun;
using Ror.Domain.Offres;
using Ror.Domain.Structures;

namespace Ror.Application.Structures.Fermetures;

/// <summary>Cancels a planned closing, and leaves the closing in force as it is.</summary>
public sealed record AnnulerFermeturePrevueCommand<TNoeud>(Guid Id, VersionAttendue Version, Apercu Apercu) : ICommande
    where TNoeud : Noeud;

internal sealed class AnnulerFermeturePrevueHandler<TNoeud>(AccesNoeuds noeuds) : IRequestHandler<AnnulerFermeturePrevueCommand<TNoeud>, Resultat<Ecriture>>
    where TNoeud : Noeud
{
    public Task<Resultat<Ecriture>> Handle(AnnulerFermeturePrevueCommand<TNoeud> request, CancellationToken cancellationToken) =>
        noeuds.Appliquer<TNoeud>(request.Id, request.Version, ActionOffre.AnnulerFermeturePrevue, request.Apercu, cascade => cascade.Annuler(), cancellationToken);
}
