using FluentValidation;
using MediatR;
using Ror.Application.Commun;
using Ror.Domain.Commun;
using Ror.Domain.Offres;
using Ror.Domain.Offres.Parcours;

namespace Ror.Application.Offres.ParcoursLiberal;

/// <summary>Step 2: what the professional does, and for whom.</summary>
public sealed record EnregistrerDescriptionCommand(Guid OffreId, VersionAttendue Version, DescriptionOffre Saisie) : ICommande;

internal sealed class EnregistrerDescriptionValidator : AbstractValidator<EnregistrerDescriptionCommand>
{
    public EnregistrerDescriptionValidator(EtapeValidator<DescriptionOffre> saisie) => RuleFor(c => c.Saisie).SetValidator(saisie);
}

internal sealed class EnregistrerDescriptionHandler(AccesOffres offres) : IRequestHandler<EnregistrerDescriptionCommand, Resultat<Ecriture>>
{
    public Task<Resultat<Ecriture>> Handle(EnregistrerDescriptionCommand request, CancellationToken cancellationToken) => offres.Modifier(
        request.OffreId,
        request.Version,
        ActionOffre.Modifier,
        o => o.Offre.ValiderEtape(request.Saisie, o.Environnement),
        cancellationToken);
}
