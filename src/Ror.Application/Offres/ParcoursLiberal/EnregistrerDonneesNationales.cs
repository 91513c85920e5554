using FluentValidation;
using MediatR;
using Ror.Application.Commun;
using Ror.Domain.Commun;
using Ror.Domain.Offres;
using Ror.Domain.Offres.Sections;

namespace Ror.Application.Offres.ParcoursLiberal;

/// <summary>Step 1: agree with what the national directories say, or declare an anomaly.</summary>
public sealed record EnregistrerDonneesNationalesCommand(Guid OffreId, VersionAttendue Version, DonneesNationales Saisie) : ICommande;

internal sealed class EnregistrerDonneesNationalesValidator : AbstractValidator<EnregistrerDonneesNationalesCommand>
{
    public EnregistrerDonneesNationalesValidator(SectionValidator<DonneesNationales> saisie) => RuleFor(c => c.Saisie).SetValidator(saisie);
}

internal sealed class EnregistrerDonneesNationalesHandler(AccesOffres offres) : IRequestHandler<EnregistrerDonneesNationalesCommand, Resultat<Ecriture>>
{
    public Task<Resultat<Ecriture>> Handle(EnregistrerDonneesNationalesCommand request, CancellationToken cancellationToken) => offres.Modifier(
        request.OffreId,
        request.Version,
        ActionOffre.Modifier,
        o => o.Offre.ValiderEtape(DonneesNationales.Cle, [request.Saisie], o.Environnement),
        cancellationToken);
}
