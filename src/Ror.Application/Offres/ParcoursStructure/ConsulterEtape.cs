using MediatR;
using Ror.Application.Commun;
using Ror.Domain.Commun;
using Ror.Domain.Offres.Sections;

namespace Ror.Application.Offres.ParcoursStructure;

public sealed record ConsulterEtapeInformationsGeneralesQuery(Guid OffreId) : IRequete<EtapeLue<InformationsGenerales>>;

public sealed record ConsulterEtapeAccueilPriseEnChargeQuery(Guid OffreId) : IRequete<EtapeLue<AccueilPriseEnCharge>>;

public sealed record ConsulterEtapePatienteleEtSpecificitesQuery(Guid OffreId) : IRequete<EtapeLue<PatienteleEtSpecificites>>;

/// <summary>The form of one step: fields after the modèle, presets, current values.</summary>
internal sealed class ConsulterEtapeHandler(FormulairesEtape formulaires) :
    IRequestHandler<ConsulterEtapeInformationsGeneralesQuery, Resultat<EtapeLue<InformationsGenerales>>>,
    IRequestHandler<ConsulterEtapeAccueilPriseEnChargeQuery, Resultat<EtapeLue<AccueilPriseEnCharge>>>,
    IRequestHandler<ConsulterEtapePatienteleEtSpecificitesQuery, Resultat<EtapeLue<PatienteleEtSpecificites>>>
{
    public Task<Resultat<EtapeLue<InformationsGenerales>>> Handle(ConsulterEtapeInformationsGeneralesQuery request, CancellationToken cancellationToken) =>
        formulaires.Lire(request.OffreId, InformationsGenerales.Cle, contenu => contenu.InformationsGenerales!, cancellationToken);

    public Task<Resultat<EtapeLue<AccueilPriseEnCharge>>> Handle(ConsulterEtapeAccueilPriseEnChargeQuery request, CancellationToken cancellationToken) =>
        formulaires.Lire(request.OffreId, AccueilPriseEnCharge.Cle, contenu => contenu.AccueilPriseEnCharge!, cancellationToken);

    public Task<Resultat<EtapeLue<PatienteleEtSpecificites>>> Handle(ConsulterEtapePatienteleEtSpecificitesQuery request, CancellationToken cancellationToken) =>
        formulaires.Lire(request.OffreId, PatienteleEtSpecificites.Cle, c => new PatienteleEtSpecificites { Patientele = c.Patientele!, Specificites = c.Specificites! }, cancellationToken);
}
