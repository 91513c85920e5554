using MediatR;
using Ror.Api.Acces;
using Ror.Api.Http;
using Ror.Application.Acces;
using Ror.Application.Demo;
using Ror.Application.Offres;
using Ror.Application.Offres.ParcoursStructure;
using Ror.Application.Structures;
using Ror.Domain.Offres;
using Ror.Domain.Offres.Sections;
using Ror.Domain.Structures;

namespace Ror.Api.Endpoints;

/// <summary>Reading the tree, and "Créer +" on its pages.</summary>
internal static class StructuresEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        MapMoi(api);
        MapEntitesGeographiques(api);
        MapOrganisationsInternes(api);
    }

    // No role is needed to learn that one has none.
    public static void MapMoi(RouteGroupBuilder api)
    {
        api.MapGet("/moi", ConsulterMoi).WithName(nameof(ConsulterMoi)).WithTags("Moi").WithSummary("Qui suis-je : rôles, périmètre, profil d'accès").Lit<MoiLu>().AvecParametresStricts();
    }

    private static void MapEntitesGeographiques(RouteGroupBuilder api)
    {
        var groupe = api.MapGroup("/entites-geographiques").RequireAuthorization(Authentification.RoleRequis).WithTags("Structures");
        groupe.MapGet("", RechercherEntitesGeographiques).WithName(nameof(RechercherEntitesGeographiques)).WithSummary("« Mes établissements », dans mon périmètre")
            .Lit<PageLue<EntiteGeographiqueResumee>>().AvecParametresStricts().AvecExemple("recherche", "albi");

        groupe.MapFermetures<EntiteGeographique>(TypeNoeud.EntiteGeographique, IdsDemo.ChAlbi, IdsDemo.EhpadMicocouliers, "referent-occitanie");

        var eg = groupe.MapGroup("/{id:guid}").AvecAcces(TypeNoeud.EntiteGeographique).AvecParametresStricts();
        eg.MapGet("", ConsulterEntiteGeographique).WithName(nameof(ConsulterEntiteGeographique)).WithSummary("« Détails » d'un établissement")
            .Lit<EntiteGeographiqueLue>(404).AvecExemple("id", IdsDemo.ChAlbi);
        eg.MapGet("/arborescence", ConsulterArborescence).WithName(nameof(ConsulterArborescence)).WithSummary("« Mes offres » : tout l'établissement en un appel")
            .Lit<Arborescence>(404).AvecExemple("id", IdsDemo.ChAlbi).AvecExemple("inclureFermees", true);
        eg.MapGet("/formulaire-offre", ConsulterFormulaireOffreDansEntiteGeographique).WithName(nameof(ConsulterFormulaireOffreDansEntiteGeographique))
            .WithSummary("Formulaire de l'étape 1, avant qu'un brouillon existe")
            .Lit<EtapeLue<InformationsGenerales>>(404, 409).AvecPersona("responsable-ehpad").AvecExemple("id", IdsDemo.EhpadMicocouliers).AvecExemple("champActivite", "04");
        eg.MapPost("/offres", CreerOffreDansEntiteGeographique).WithName(nameof(CreerOffreDansEntiteGeographique))
            .WithSummary("« Créer + » une offre médico-sociale ou de ville : étape 1 du parcours")
            .CreeOffre().AvecPersona("responsable-ehpad").AvecExemple("id", IdsDemo.EhpadMicocouliers).AvecCorpsExemple(Exemples.InformationsEhpad);
    }

    private static void MapOrganisationsInternes(RouteGroupBuilder api)
    {
        var poles = api.MapGroup("/poles").RequireAuthorization(Authentification.RoleRequis).WithTags("Structures");
        poles.MapFermetures<Pole>(TypeNoeud.Pole, IdsDemo.PoleAnesthesieChirurgie, IdsDemo.PoleMedecine, PersonaDocumente.ParDefaut);
        var pole = poles.MapGroup("/{id:guid}").AvecAcces(TypeNoeud.Pole).AvecParametresStricts();
        pole.MapGet("", ConsulterPole).WithName(nameof(ConsulterPole)).WithSummary("« Détails » d'un pôle").Lit<PoleLu>(404).AvecExemple("id", IdsDemo.PoleAnesthesieChirurgie);

        var unites = api.MapGroup("/unites-fonctionnelles").RequireAuthorization(Authentification.RoleRequis).WithTags("Structures");
        unites.MapFermetures<UniteFonctionnelle>(TypeNoeud.UniteFonctionnelle, IdsDemo.UfConsultations, IdsDemo.UfMedicoChirurgicale, PersonaDocumente.ParDefaut);
        var uf = unites.MapGroup("/{id:guid}").AvecAcces(TypeNoeud.UniteFonctionnelle).AvecParametresStricts();
        uf.MapGet("", ConsulterUniteFonctionnelle).WithName(nameof(ConsulterUniteFonctionnelle)).WithSummary("« Détails » d'une unité fonctionnelle")
            .Lit<UniteFonctionnelleLue>(404).AvecExemple("id", IdsDemo.UfHcChirurgies);
        uf.MapGet("/formulaire-offre", ConsulterFormulaireOffreDansUniteFonctionnelle).WithName(nameof(ConsulterFormulaireOffreDansUniteFonctionnelle))
            .WithSummary("Formulaire de l'étape 1, avant qu'un brouillon existe")
            .Lit<EtapeLue<InformationsGenerales>>(404, 409).AvecExemple("id", IdsDemo.UfHcChirurgies).AvecExemple("champActivite", "01");
        uf.MapPost("/offres", CreerOffreDansUniteFonctionnelle).WithName(nameof(CreerOffreDansUniteFonctionnelle))
            .WithSummary("« Créer + » une offre sanitaire : étape 1 du parcours")
            .CreeOffre().AvecExemple("id", IdsDemo.UfHcChirurgies).AvecCorpsExemple(Exemples.InformationsChirurgie);
    }

    private static async Task<IResult> ConsulterMoi(IMediator mediator, JsonFil json, CancellationToken ct) =>
        Reponse.De((await mediator.Send(new ConsulterMoiQuery(), ct)).Valeur, json, version: 1);

    private static Task<IResult> RechercherEntitesGeographiques(
        string? recherche, [AsParameters] ParametresPage page, IMediator mediator, Pagination pagination, HttpContext http, JsonFil json, CancellationToken ct) =>
        mediator.LirePage(p => new RechercherEntitesGeographiquesQuery(recherche, p), page, pagination, http, json, ct);

    private static Task<IResult> ConsulterEntiteGeographique(Guid id, IMediator mediator, JsonFil json, CancellationToken ct) =>
        mediator.Lire(new ConsulterEntiteGeographiqueQuery(id), json, ct);

    private static Task<IResult> ConsulterArborescence(Guid id, bool? inclureFermees, IMediator mediator, JsonFil json, CancellationToken ct) =>
        mediator.Lire(new ConsulterArborescenceQuery(id, inclureFermees is true), json, ct);

    private static Task<IResult> ConsulterFormulaireOffreDansEntiteGeographique(Guid id, string? champActivite, IMediator mediator, JsonFil json, CancellationToken ct) =>
        mediator.Lire(new ConsulterFormulaireOffreQuery(new Rattachement(TypeNoeud.EntiteGeographique, id), champActivite), json, ct);

    private static Task<IResult> CreerOffreDansEntiteGeographique(Guid id, Corps<InformationsGenerales> corps, EcritureHttp ecriture, CancellationToken ct) =>
        ecriture.Creer(corps, section => new CreerOffreDansEntiteGeographiqueCommand(id, section), ct);

    private static Task<IResult> ConsulterPole(Guid id, IMediator mediator, JsonFil json, CancellationToken ct) => mediator.Lire(new ConsulterPoleQuery(id), json, ct);

    private static Task<IResult> ConsulterUniteFonctionnelle(Guid id, IMediator mediator, JsonFil json, CancellationToken ct) =>
        mediator.Lire(new ConsulterUniteFonctionnelleQuery(id), json, ct);

    private static Task<IResult> ConsulterFormulaireOffreDansUniteFonctionnelle(Guid id, string? champActivite, IMediator mediator, JsonFil json, CancellationToken ct) =>
        mediator.Lire(new ConsulterFormulaireOffreQuery(new Rattachement(TypeNoeud.UniteFonctionnelle, id), champActivite), json, ct);

    private static Task<IResult> CreerOffreDansUniteFonctionnelle(Guid id, Corps<InformationsGenerales> corps, EcritureHttp ecriture, CancellationToken ct) =>
        ecriture.Creer(corps, section => new CreerOffreDansUniteFonctionnelleCommand(id, section), ct);
}
