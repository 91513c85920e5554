using FluentValidation;
using MediatR;
using Ror.Application.Commun;
using Ror.Domain.Commun;
using Ror.Domain.Offres;
using Ror.Domain.Offres.Sections;

namespace Ror.Application.Offres.ParcoursStructure;

public sealed record EnregistrerInformationsGeneralesCommand(Guid OffreId, VersionAttendue Version, InformationsGenerales Section) : ICommande;

internal sealed class EnregistrerInformationsGeneralesValidator : AbstractValidator<EnregistrerInformationsGeneralesCommand>
{
    public EnregistrerInformationsGeneralesValidator(SectionValidator<InformationsGenerales> section) => RuleFor(c => c.Section).SetValidator(section);
}

internal sealed class EnregistrerInformationsGeneralesHandler(AccesOffres offres) : IRequestHandler<EnregistrerInformationsGeneralesCommand, Resultat<Ecriture>>
{
    public Task<Resultat<Ecriture>> Handle(EnregistrerInformationsGeneralesCommand request, CancellationToken cancellationToken) => offres.Modifier(
        request.OffreId,
        request.Version,
        ActionOffre.Modifier,
        o => o.Offre.ValiderEtape(InformationsGenerales.Cle, [request.Section], o.Environnement),
        cancellationToken);
}
