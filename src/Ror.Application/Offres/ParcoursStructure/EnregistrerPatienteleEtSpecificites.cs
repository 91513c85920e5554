using FluentValidation;
using MediatR;
using Ror.Application.Commun;
using Ror.Domain.Commun;
using Ror.Domain.Offres;
using Ror.Domain.Offres.Sections;

namespace Ror.Application.Offres.ParcoursStructure;

/// <summary>Body and values of the third step: one member per section.</summary>
public sealed record PatienteleEtSpecificites
{
    public const string Cle = "patientele-et-specificites";

    public Patientele Patientele { get; init; } = new();

    public Specificites Specificites { get; init; } = new();
}

public sealed record EnregistrerPatienteleEtSpecificitesCommand(Guid OffreId, VersionAttendue Version, PatienteleEtSpecificites Etape) : ICommande;

internal sealed class EnregistrerPatienteleEtSpecificitesValidator : AbstractValidator<EnregistrerPatienteleEtSpecificitesCommand>
{
    public EnregistrerPatienteleEtSpecificitesValidator(SectionValidator<Patientele> patientele, SectionValidator<Specificites> specificites)
    {
        RuleFor(c => c.Etape.Patientele).SetValidator(patientele);
        RuleFor(c => c.Etape.Specificites).SetValidator(specificites);
    }
}

internal sealed class EnregistrerPatienteleEtSpecificitesHandler(AccesOffres offres) : IRequestHandler<EnregistrerPatienteleEtSpecificitesCommand, Resultat<Ecriture>>
{
    public Task<Resultat<Ecriture>> Handle(EnregistrerPatienteleEtSpecificitesCommand request, CancellationToken cancellationToken) => offres.Modifier(
        request.OffreId,
        request.Version,
        ActionOffre.Modifier,
        o => o.Offre.ValiderEtape(PatienteleEtSpecificites.Cle, [request.Etape.Patientele, request.Etape.Specificites], o.Environnement),
        cancellationToken);
}
