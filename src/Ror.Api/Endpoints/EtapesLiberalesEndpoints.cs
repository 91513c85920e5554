using MediatR;
using Ror.Api.Http;
using Ror.Application.Demo;
using Ror.Application.Offres;
using Ror.Application.Offres.ParcoursLiberal;
using Ror.Domain.Offres;
using Ror.Domain.Offres.Parcours;
using Ror.Domain.Offres.Sections;
using Ror.Domain.Structures;

namespace Ror.Api.Endpoints;

/// <summary>The liberal parcours: one typed pair of operations per step, the maison de santé, and the prefill of the other offers.</summary>
internal static class EtapesLiberalesEndpoints
{
    private const string Persona = "medecin-liberal";

    public static void Map(RouteGroupBuilder offre)
    {
        var etapes = offre.MapGroup("/etapes").AvecParcours(LesParcours.Liberal.Cle).WithTags("Parcours libéral");
        Etape<DonneesNationales>(etapes, DonneesNationales.Cle, "1", nameof(ConsulterEtapeDonneesNationales), ConsulterEtapeDonneesNationales, nameof(EnregistrerDonneesNationales), EnregistrerDonneesNationales, Exemples.Accord);
        Etape<DescriptionOffre>(etapes, DescriptionOffre.Cle, "2", nameof(ConsulterEtapeDescription), ConsulterEtapeDescription, nameof(EnregistrerDescription), EnregistrerDescription, Exemples.DescriptionOffre);
        Etape<ModalitesIntervention>(etapes, ModalitesIntervention.Cle, "3", nameof(ConsulterEtapeModalites), ConsulterEtapeModalites, nameof(EnregistrerModalites), EnregistrerModalites, Exemples.Modalites);
        Etape<Contacts>(etapes, Contacts.Cle, "4", nameof(ConsulterEtapeContacts), ConsulterEtapeContacts, nameof(EnregistrerContacts), EnregistrerContacts, Exemples.ContactsLiberaux);
        Etape<Horaires>(etapes, Horaires.Cle, "5", nameof(ConsulterEtapeHoraires), ConsulterEtapeHoraires, nameof(EnregistrerHoraires), EnregistrerHoraires, Exemples.Horaires);
        etapes.MapGet(LesParcours.CleRecapitulatif, ConsulterRecapitulatif).WithName(nameof(ConsulterRecapitulatif)).WithSummary("Étape 6 : tout ce qui sera publié, et ce qui manque")
            .Lit<RecapitulatifLu>(404).AvecPersona(Persona).AvecExemple("id", IdsDemo.LiberalGaillac);
        etapes.MapPut(LesParcours.CleRecapitulatif, ValiderRecapitulatif).WithName(nameof(ValiderRecapitulatif)).WithSummary("Valider l'étape 6 : publie l'offre")
            .EcritOffre().AvecPersona(Persona).AvecExemple("id", IdsDemo.LiberalGaillac).AvecCorpsExemple(Exemples.Relecture);

        var liberal = offre.MapGroup("").WithTags("Parcours libéral");
        liberal.MapGet("/preremplissages", ListerPreremplissages).WithName(nameof(ListerPreremplissages)).WithSummary("Mes autres offres, et ce que celle-ci y changerait étape par étape")
            .Lit<Preremplissages>(404, 409).AvecPersona(Persona).AvecExemple("id", IdsDemo.LiberalCastres);
        liberal.MapPost("/preremplissages", PreremplirOffre).WithName(nameof(PreremplirOffre)).WithSummary("Pré-remplir des étapes d'une autre de mes offres ; la réponse est cette autre offre")
            .EcritOffre().AvecPersona(Persona).AvecExemple("id", IdsDemo.LiberalCastres).AvecCorpsExemple(Exemples.Preremplissage);
    }

    /// <summary>Rights of their own: a référent has them too.</summary>
    public static void MapMaisonSante(RouteGroupBuilder offres)
    {
        offres.MapGroup("/{id:guid}").AvecAcces(TypeNoeud.Offre, ActionOffre.Detacher).AvecParametresStricts().WithTags("Parcours libéral")
            .MapPost("/detachement", DetacherOffre).WithName(nameof(DetacherOffre)).WithSummary("« Détacher mon offre de cette structure » ; la réponse est l'étape 1 rafraîchie")
            .Ecrit<EtapeLue<DonneesNationales>>().AvecPersona(Persona).AvecExemple("id", IdsDemo.LiberalMaisonSante);
        offres.MapGroup("/{id:guid}").AvecAcces(TypeNoeud.Offre, ActionOffre.RattacherMsp).AvecParametresStricts().WithTags("Parcours libéral")
            .MapPost("/rattachement-msp", RattacherMsp).WithName(nameof(RattacherMsp)).WithSummary("Associer une offre libérale à une maison de santé")
            .EcritOffre().AvecPersona("referent-occitanie").AvecExemple("id", IdsDemo.LiberalAlbi).AvecCorpsExemple(Exemples.RattachementMsp);
    }

    private static void Etape<T>(RouteGroupBuilder etapes, string cle, string numero, string lecture, Delegate lire, string ecriture, Delegate ecrire, object exemple)
    {
        etapes.MapGet(cle, lire).WithName(lecture).WithSummary($"Étape {numero} : formulaire").Lit<EtapeLue<T>>(404).AvecPersona(Persona).AvecExemple("id", IdsDemo.LiberalAlbi);
        etapes.MapPut(cle, ecrire).WithName(ecriture).WithSummary($"Valider l'étape {numero}").EcritOffre().AvecPersona(Persona).AvecExemple("id", IdsDemo.LiberalAlbi).AvecCorpsExemple(exemple);
    }

    private static Task<IResult> ConsulterEtapeDonneesNationales(Guid id, IMediator mediator, JsonFil json, CancellationToken ct) => mediator.Lire(new ConsulterEtapeDonneesNationalesQuery(id), json, ct);

    private static Task<IResult> EnregistrerDonneesNationales(Guid id, Corps<DonneesNationales> corps, EcritureHttp ecriture, CancellationToken ct) =>
        ecriture.Modifier(corps, (version, saisie) => new EnregistrerDonneesNationalesCommand(id, version, saisie), ct);

    private static Task<IResult> ConsulterEtapeDescription(Guid id, IMediator mediator, JsonFil json, CancellationToken ct) => mediator.Lire(new ConsulterEtapeDescriptionQuery(id), json, ct);

    private static Task<IResult> EnregistrerDescription(Guid id, Corps<DescriptionOffre> corps, EcritureHttp ecriture, CancellationToken ct) =>
        ecriture.Modifier(corps, (version, saisie) => new EnregistrerDescriptionCommand(id, version, saisie), ct);

    private static Task<IResult> ConsulterEtapeModalites(Guid id, IMediator mediator, JsonFil json, CancellationToken ct) => mediator.Lire(new ConsulterEtapeModalitesQuery(id), json, ct);

    private static Task<IResult> EnregistrerModalites(Guid id, Corps<ModalitesIntervention> corps, EcritureHttp ecriture, CancellationToken ct) =>
        ecriture.Modifier(corps, (version, saisie) => new EnregistrerModalitesCommand(id, version, saisie), ct);

    private static Task<IResult> ConsulterEtapeContacts(Guid id, IMediator mediator, JsonFil json, CancellationToken ct) => mediator.Lire(new ConsulterEtapeContactsQuery(id), json, ct);

    private static Task<IResult> EnregistrerContacts(Guid id, Corps<Contacts> corps, EcritureHttp ecriture, CancellationToken ct) =>
        ecriture.Modifier(corps, (version, saisie) => new EnregistrerContactsCommand(id, version, saisie), ct);

    private static Task<IResult> ConsulterEtapeHoraires(Guid id, IMediator mediator, JsonFil json, CancellationToken ct) => mediator.Lire(new ConsulterEtapeHorairesQuery(id), json, ct);

    private static Task<IResult> EnregistrerHoraires(Guid id, Corps<Horaires> corps, EcritureHttp ecriture, CancellationToken ct) =>
        ecriture.Modifier(corps, (version, saisie) => new EnregistrerHorairesCommand(id, version, saisie), ct);

    private static Task<IResult> ConsulterRecapitulatif(Guid id, IMediator mediator, JsonFil json, CancellationToken ct) => mediator.Lire(new ConsulterRecapitulatifQuery(id), json, ct);

    private static Task<IResult> ValiderRecapitulatif(Guid id, Corps<Relecture> corps, EcritureHttp ecriture, CancellationToken ct) =>
        ecriture.Modifier(corps, (version, relecture) => new ValiderRecapitulatifCommand(id, version, relecture), ct, OffreErreurs.ValidationIncomplete);

    private static Task<IResult> DetacherOffre(Guid id, EcritureHttp ecriture, CancellationToken ct) =>
        ecriture.ExecuterPuisLire(version => new DetacherOffreCommand(id, version), new ConsulterEtapeDonneesNationalesQuery(id), (etape, avertissements) => etape with { Avertissements = avertissements }, ct);

    private static Task<IResult> RattacherMsp(Guid id, Corps<RattachementMsp> corps, EcritureHttp ecriture, CancellationToken ct) =>
        ecriture.Modifier(corps, (version, rattachement) => new RattacherMspCommand(id, version, rattachement), ct);

    private static Task<IResult> ListerPreremplissages(Guid id, IMediator mediator, JsonFil json, CancellationToken ct) => mediator.Lire(new ListerPreremplissagesQuery(id), json, ct);

    private static Task<IResult> PreremplirOffre(Guid id, Corps<DemandePreremplissage> corps, EcritureHttp ecriture, CancellationToken ct) =>
        ecriture.Modifier(corps, (version, demande) => new PreremplirOffreCommand(id, version, demande), ct);
}
