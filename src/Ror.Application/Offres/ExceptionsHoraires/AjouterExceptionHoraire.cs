using FluentValidation;
using MediatR;
using Ror.Application.Commun;
using Ror.Domain.Commun;
using Ror.Domain.Offres;
using Ror.Domain.Offres.Sections;

namespace Ror.Application.Offres.ExceptionsHoraires;

/// <summary>One temporary closing or exceptional hours, at once; no step is validated by it.</summary>
public sealed record AjouterExceptionHoraireCommand(Guid OffreId, VersionAttendue Version, ExceptionHoraire Exception) : ICommande;

internal sealed class AjouterExceptionHoraireValidator : AbstractValidator<AjouterExceptionHoraireCommand>
{
    public AjouterExceptionHoraireValidator(FicheValidator<ExceptionHoraire> exception) => RuleFor(c => c.Exception).SetValidator(exception);
}

internal sealed class AjouterExceptionHoraireHandler(AccesOffres offres, TimeProvider horloge) : IRequestHandler<AjouterExceptionHoraireCommand, Resultat<Ecriture>>
{
    public Task<Resultat<Ecriture>> Handle(AjouterExceptionHoraireCommand request, CancellationToken cancellationToken) => offres.Modifier(
        request.OffreId, request.Version, ActionOffre.Modifier, o => o.Offre.AjouterException(horloge.NouvelId(), request.Exception, o.Environnement), cancellationToken);
}
