using MediatR;
using Ror.Application.Commun;
using Ror.Domain.Commun;
using Ror.Domain.Offres;

namespace Ror.Application.Offres;

/// <summary>Body of the validation: "J'ai relu l'offre et je la valide".</summary>
public sealed record Relecture
{
    public bool? Relu { get; init; }
}

public sealed record ValiderOffreCommand(Guid OffreId, VersionAttendue Version, Relecture Relecture) : ICommande;

internal sealed class ValiderOffreHandler(AccesOffres offres) : IRequestHandler<ValiderOffreCommand, Resultat<Ecriture>>
{
    public Task<Resultat<Ecriture>> Handle(ValiderOffreCommand request, CancellationToken cancellationToken) => offres.Modifier(
        request.OffreId,
        request.Version,
        ActionOffre.Valider,
        o => o.Offre.EstLiberale ? OffreErreurs.ValiderParRecapitulatif.Avec() : o.Offre.Valider(request.Relecture.Relu is true, o.Environnement),
        cancellationToken);
}
