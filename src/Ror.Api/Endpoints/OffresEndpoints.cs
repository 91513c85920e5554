using MediatR;
using Ror.Api.Acces;
using Ror.Api.Http;
using Ror.Application.Demo;
using Ror.Application.Offres;
using Ror.Domain.Offres;
using Ror.Domain.Structures;

namespace Ror.Api.Endpoints;

/// <summary>An offer and its life.</summary>
internal static class OffresEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var groupe = api.MapGroup("/offres").RequireAuthorization(Authentification.RoleRequis).WithTags("Offres");
        groupe.MapGet("", ListerOffres).WithName(nameof(ListerOffres)).WithSummary("Brouillons et offres de mon périmètre")
            .Lit<PageLue<OffreResumee>>().AvecParametresStricts().AvecExemple("statut", StatutOffre.Brouillon);

        var offre = groupe.MapGroup("/{id:guid}").AvecAcces(TypeNoeud.Offre).AvecParametresStricts();
        offre.MapGet("", ConsulterOffre).WithName(nameof(ConsulterOffre)).WithSummary("« Consulter mon offre »").Lit<OffreLue>(404).AvecExemple("id", IdsDemo.ConsultationCardiologie);
        offre.MapDelete("", SupprimerOffre).WithName(nameof(SupprimerOffre)).WithSummary("Supprimer un brouillon jamais publié")
            .EcritOffre(StatusCodes.Status204NoContent).AvecExemple("id", IdsDemo.ConsultationDermatologie);
        offre.MapPost("/validation", ValiderOffre).WithName(nameof(ValiderOffre)).WithSummary("« J'ai relu l'offre et je la valide » : publie")
            .EcritOffre().AvecExemple("id", IdsDemo.ConsultationEndocrinologie).AvecCorpsExemple(Exemples.Relecture);
        offre.MapGet("/changement-modele", PrevoirModele).WithName(nameof(PrevoirModele)).WithSummary("Ce que l'offre deviendrait sous un autre modèle de saisie, ou sous la version suivante du sien")
            .Lit<ChangementModeleLu>(404, 409, 422).AvecExemple("id", IdsDemo.ConsultationCardiologie).AvecExemple("modele", Exemples.InformationsConsultation.ModeleSaisie!);
        offre.MapPost("/changement-modele", ChangerModele).WithName(nameof(ChangerModele)).WithSummary("Passer l'offre sous un autre modèle de saisie : les étapes qu'il touche sont à revoir")
            .EcritOffre().AvecExemple("id", IdsDemo.ConsultationCardiologie).AvecCorpsExemple(new AutreModele { ModeleSaisie = Exemples.InformationsConsultation.ModeleSaisie });
        offre.MapDelete("/modifications", AbandonnerModifications).WithName(nameof(AbandonnerModifications)).WithSummary("Abandonner les modifications en attente")
            .EcritOffre().AvecExemple("id", IdsDemo.ConsultationCardiologie);

        EtapesEndpoints.Map(offre);
        EtapesLiberalesEndpoints.Map(offre);
        EtapesLiberalesEndpoints.MapMaisonSante(groupe);
        SectionsEndpoints.Map(offre);
        HorairesEndpoints.Map(offre);
        VersionsEndpoints.Map(offre);
        groupe.MapFermetures<Offre>(TypeNoeud.Offre, IdsDemo.ConsultationOrthopedie, IdsDemo.ConsultationViscerale, PersonaDocumente.ParDefaut);
        groupe.MapGroup("/{id:guid}").AvecAcces(TypeNoeud.Offre, ActionOffre.DesignerSuccesseur).AvecParametresStricts()
            .MapPut("/successeur", DesignerSuccesseur).WithName(nameof(DesignerSuccesseur)).WithSummary("Nommer l'offre qui remplace celle-ci, fermée")
            .EcritOffre().AvecExemple("id", IdsDemo.ConsultationTabacologie).AvecCorpsExemple(Exemples.Succession);
        groupe.MapGroup("/{id:guid}").AvecAcces(TypeNoeud.Offre, ActionOffre.Transferer).AvecParametresStricts()
            .MapPost("/transfert", TransfererOffre).WithName(nameof(TransfererOffre)).WithSummary("Rattacher l'offre à une autre structure du même secteur")
            .EcritOffre().AvecPersona("referent-occitanie").AvecExemple("id", IdsDemo.ConsultationCardiologie).AvecCorpsExemple(Exemples.Destination);
    }

    private static Task<IResult> ListerOffres(
        StatutOffre? statut, Guid? rattachement, [AsParameters] ParametresPage page, IMediator mediator, Pagination pagination, HttpContext http, JsonFil json, CancellationToken ct) =>
        mediator.LirePage(p => new ListerOffresQuery(statut, rattachement, p), page, pagination, http, json, ct);

    private static Task<IResult> ConsulterOffre(Guid id, IMediator mediator, JsonFil json, CancellationToken ct) => mediator.Lire(new ConsulterOffreQuery(id), json, ct);

    private static Task<IResult> SupprimerOffre(Guid id, EcritureHttp ecriture, CancellationToken ct) => ecriture.Supprimer(version => new SupprimerOffreCommand(id, version), ct);

    private static Task<IResult> ValiderOffre(Guid id, Corps<Relecture> corps, EcritureHttp ecriture, CancellationToken ct) =>
        ecriture.Modifier(corps, (version, relecture) => new ValiderOffreCommand(id, version, relecture), ct, OffreErreurs.ValidationIncomplete);

    private static Task<IResult> AbandonnerModifications(Guid id, EcritureHttp ecriture, CancellationToken ct) =>
        ecriture.Executer(version => new AbandonnerModificationsCommand(id, version), ct);

    private static Task<IResult> PrevoirModele(Guid id, string? modele, IMediator mediator, JsonFil json, CancellationToken ct) => mediator.Lire(new PrevoirModeleQuery(id, modele), json, ct);

    private static Task<IResult> ChangerModele(Guid id, Corps<AutreModele> corps, EcritureHttp ecriture, CancellationToken ct) =>
        ecriture.Modifier(corps, (version, modele) => new ChangerModeleCommand(id, version, modele), ct);

    private static Task<IResult> DesignerSuccesseur(Guid id, Corps<Succession> corps, EcritureHttp ecriture, CancellationToken ct) =>
        ecriture.Modifier(corps, (version, succession) => new DesignerSuccesseurCommand(id, version, succession), ct);

    private static Task<IResult> TransfererOffre(Guid id, Corps<Destination> corps, EcritureHttp ecriture, CancellationToken ct) =>
        ecriture.Modifier(corps, (version, destination) => new TransfererOffreCommand(id, version, destination), ct);
}
