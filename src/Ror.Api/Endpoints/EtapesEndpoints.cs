using MediatR;
using Ror.Api.Http;
using Ror.Application.Demo;
using Ror.Application.Offres;
using Ror.Application.Offres.ParcoursStructure;
using Ror.Domain.Offres.Parcours;
using Ror.Domain.Offres.Sections;

namespace Ror.Api.Endpoints;

/// <summary>The structure parcours: the indicator, and one typed pair of operations per step.</summary>
internal static class EtapesEndpoints
{
    private const string Patientele = "/" + PatienteleEtSpecificites.Cle;

    public static void Map(RouteGroupBuilder offre)
    {
        var etapes = offre.MapGroup("/etapes").WithTags("Parcours structure");
        etapes.MapGet("", ListerEtapes).WithName(nameof(ListerEtapes)).WithSummary("Indicateur d'étapes").Lit<Etapes>(404).AvecExemple("id", IdsDemo.HcChirurgieBariatrique);

        etapes = offre.MapGroup("/etapes").AvecParcours(LesParcours.Structure.Cle).WithTags("Parcours structure");
        etapes.MapGet("/informations-generales", ConsulterEtapeInformationsGenerales).WithName(nameof(ConsulterEtapeInformationsGenerales))
            .WithSummary("Formulaire de l'étape 1").Lit<EtapeLue<InformationsGenerales>>(404).AvecExemple("id", IdsDemo.HcChirurgieBariatrique);
        etapes.MapPut("/informations-generales", EnregistrerInformationsGenerales).WithName(nameof(EnregistrerInformationsGenerales))
            .WithSummary("Valider l'étape 1").EcritOffre().AvecExemple("id", IdsDemo.HcChirurgieBariatrique).AvecCorpsExemple(Exemples.InformationsChirurgie);

        etapes.MapGet("/accueil-prise-en-charge", ConsulterEtapeAccueilPriseEnCharge).WithName(nameof(ConsulterEtapeAccueilPriseEnCharge))
            .WithSummary("Formulaire de l'étape 2").Lit<EtapeLue<AccueilPriseEnCharge>>(404).AvecExemple("id", IdsDemo.HcChirurgieBariatrique);
        etapes.MapPut("/accueil-prise-en-charge", EnregistrerAccueilPriseEnCharge).WithName(nameof(EnregistrerAccueilPriseEnCharge))
            .WithSummary("Valider l'étape 2").EcritOffre().AvecExemple("id", IdsDemo.HcChirurgieBariatrique).AvecCorpsExemple(Exemples.AccueilChirurgie);

        etapes.MapGet(Patientele, ConsulterEtapePatienteleEtSpecificites).WithName(nameof(ConsulterEtapePatienteleEtSpecificites))
            .WithSummary("Formulaire de l'étape 3").Lit<EtapeLue<PatienteleEtSpecificites>>(404).AvecExemple("id", IdsDemo.HcChirurgieBariatrique);
        etapes.MapPut(Patientele, EnregistrerPatienteleEtSpecificites).WithName(nameof(EnregistrerPatienteleEtSpecificites))
            .WithSummary("Valider l'étape 3").EcritOffre().AvecExemple("id", IdsDemo.HcChirurgieBariatrique).AvecCorpsExemple(Exemples.PatienteleEtSpecificites);
    }

    private static Task<IResult> ListerEtapes(Guid id, IMediator mediator, JsonFil json, CancellationToken ct) => mediator.Lire(new ListerEtapesQuery(id), json, ct);

    private static Task<IResult> ConsulterEtapeInformationsGenerales(Guid id, IMediator mediator, JsonFil json, CancellationToken ct) =>
        mediator.Lire(new ConsulterEtapeInformationsGeneralesQuery(id), json, ct);

    private static Task<IResult> EnregistrerInformationsGenerales(Guid id, Corps<InformationsGenerales> corps, EcritureHttp ecriture, CancellationToken ct) =>
        ecriture.Modifier(corps, (version, section) => new EnregistrerInformationsGeneralesCommand(id, version, section), ct);

    private static Task<IResult> ConsulterEtapeAccueilPriseEnCharge(Guid id, IMediator mediator, JsonFil json, CancellationToken ct) =>
        mediator.Lire(new ConsulterEtapeAccueilPriseEnChargeQuery(id), json, ct);

    private static Task<IResult> EnregistrerAccueilPriseEnCharge(Guid id, Corps<AccueilPriseEnCharge> corps, EcritureHttp ecriture, CancellationToken ct) =>
        ecriture.Modifier(corps, (version, section) => new EnregistrerAccueilPriseEnChargeCommand(id, version, section), ct);

    private static Task<IResult> ConsulterEtapePatienteleEtSpecificites(Guid id, IMediator mediator, JsonFil json, CancellationToken ct) =>
        mediator.Lire(new ConsulterEtapePatienteleEtSpecificitesQuery(id), json, ct);

    private static Task<IResult> EnregistrerPatienteleEtSpecificites(Guid id, Corps<PatienteleEtSpecificites> corps, EcritureHttp ecriture, CancellationToken ct) =>
        ecriture.Modifier(corps, (version, etape) => new EnregistrerPatienteleEtSpecificitesCommand(id, version, etape), ct, prefixerParSection: true);
}
