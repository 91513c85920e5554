using FluentValidation;
using MediatR;
using Ror.Application.Commun;
using Ror.Domain.Commun;
using Ror.Domain.Offres;
using Ror.Domain.Offres.Sections;

namespace Ror.Application.Offres.ParcoursLiberal;

/// <summary>Step 5: the typical week.</summary>
public sealed record EnregistrerHorairesCommand(Guid OffreId, VersionAttendue Version, Horaires Saisie) : ICommande;

internal sealed class EnregistrerHorairesValidator : AbstractValidator<EnregistrerHorairesCommand>
{
    public EnregistrerHorairesValidator(SectionValidator<Horaires> saisie) => RuleFor(c => c.Saisie).SetValidator(saisie);
}

internal sealed class EnregistrerHorairesHandler(AccesOffres offres) : IRequestHandler<EnregistrerHorairesCommand, Resultat<Ecriture>>
{
    public Task<Resultat<Ecriture>> Handle(EnregistrerHorairesCommand request, CancellationToken cancellationToken) => offres.Modifier(
        request.OffreId,
        request.Version,
        ActionOffre.Modifier,
        o => o.Offre.ValiderEtape(Horaires.Cle, [request.Saisie], o.Environnement),
        cancellationToken);
}
