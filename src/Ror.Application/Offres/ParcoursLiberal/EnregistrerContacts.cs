using FluentValidation;
using MediatR;
using Ror.Application.Commun;
using Ror.Domain.Commun;
using Ror.Domain.Offres;
using Ror.Domain.Offres.Sections;

namespace Ror.Application.Offres.ParcoursLiberal;

/// <summary>Step 4: how patients and professionals reach the offer.</summary>
public sealed record EnregistrerContactsCommand(Guid OffreId, VersionAttendue Version, Contacts Saisie) : ICommande;

internal sealed class EnregistrerContactsValidator : AbstractValidator<EnregistrerContactsCommand>
{
    public EnregistrerContactsValidator(SectionValidator<Contacts> saisie) => RuleFor(c => c.Saisie).SetValidator(saisie);
}

internal sealed class EnregistrerContactsHandler(AccesOffres offres) : IRequestHandler<EnregistrerContactsCommand, Resultat<Ecriture>>
{
    public Task<Resultat<Ecriture>> Handle(EnregistrerContactsCommand request, CancellationToken cancellationToken) => offres.Modifier(
        request.OffreId,
        request.Version,
        ActionOffre.Modifier,
        o => o.Offre.ValiderEtape(Contacts.Cle, [request.Saisie], o.Environnement),
        cancellationToken);
}
