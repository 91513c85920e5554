using FluentValidation;
using MediatR;
using Ror.Application.Commun;
using Ror.Domain.Commun;
using Ror.Domain.Offres;
using Ror.Domain.Offres.Sections;

namespace Ror.Application.Offres.ParcoursStructure;

public sealed record EnregistrerAccueilPriseEnChargeCommand(Guid OffreId, VersionAttendue Version, AccueilPriseEnCharge Section) : ICommande;

internal sealed class EnregistrerAccueilPriseEnChargeValidator : AbstractValidator<EnregistrerAccueilPriseEnChargeCommand>
{
    public EnregistrerAccueilPriseEnChargeValidator(SectionValidator<AccueilPriseEnCharge> section) => RuleFor(c => c.Section).SetValidator(section);
}

internal sealed class EnregistrerAccueilPriseEnChargeHandler(AccesOffres offres) : IRequestHandler<EnregistrerAccueilPriseEnChargeCommand, Resultat<Ecriture>>
{
    public Task<Resultat<Ecriture>> Handle(EnregistrerAccueilPriseEnChargeCommand request, CancellationToken cancellationToken) => offres.Modifier(
        request.OffreId,
        request.Version,
        ActionOffre.Modifier,
        o => o.Offre.ValiderEtape(AccueilPriseEnCharge.Cle, [request.Section], o.Environnement),
        cancellationToken);
}
