using MediatR;
using Ror.Api.Acces;
using Ror.Api.Http;
using Ror.Application.Acces;
using Ror.Application.Demo;
using Ror.Application.Offres;
using Ror.Application.Offres.ParcoursStructure;
using Ror.Application.Structures;
using Ror.Application.Structures.Arborescences;
using Ror.Domain.Offres;
using Ror.Domain.Offres.Sections;
using Ror.Domain.Structures;

namespace Ror.Api.Endpoints;

/// <summary>Reading the tree, and "Créer +" on its pages.</summary>
internal static class StructuresEndpoints
{
    private const string Referent = "referent-occitanie";

    public static void Map(RouteGroupBuilder api)
    {
        MapMoi(api);
        MapEntitesJuridiques(api);
        MapEntitesGeographiques(api);
        MapOrganisationsInternes(api);
    }

    // No role is needed to learn that one has none.
    public static void MapMoi(RouteGroupBuilder api)
    {
        api.MapGet("/moi", ConsulterMoi).WithName(nameof(ConsulterMoi)).WithTags("Moi").WithSummary("Qui suis-je : rôles, périmètre, profil d'accès").Lit<MoiLu>().AvecParametresStricts();
    }

    private static void MapEntitesJuridiques(RouteGroupBuilder api)
    {
        api.MapGet("/recherche-identifiant", RechercherParIdentifiant).WithName(nameof(RechercherParIdentifiant)).WithTags("Structures")
            .WithSummary("Un objet de mon périmètre, par n'importe lequel de ses identifiants")
            .RequireAuthorization(Authentification.RoleRequis).AvecParametresStricts().Lit<ObjetsTrouves>().AvecExemple("valeur", "810990010");

        var groupe = api.MapGroup("/entites-juridiques").RequireAuthorization(Authentification.RoleRequis).WithTags("Structures");
        groupe.MapPost("", CreerEntiteJuridique).AvecDroit(TypeNoeud.EntiteJuridique).AvecParametresStricts().WithName(nameof(CreerEntiteJuridique))
            .WithSummary("Créer une entité juridique").Cree<EntiteJuridiqueLue>().AvecPersona(Referent).AvecCorpsExemple(Exemples.EntiteJuridique);
        groupe.MapGroup("/{id:guid}").AvecAcces(TypeNoeud.EntiteJuridique).AvecParametresStricts()
            .MapGet("", ConsulterEntiteJuridique).WithName(nameof(ConsulterEntiteJuridique)).WithSummary("« Détails » d'une entité juridique")
            .Lit<EntiteJuridiqueLue>(404).AvecPersona(Referent).AvecExemple("id", IdsDemo.EjChAlbi);
        groupe.MapGroup("/{id:guid}").AvecAcces(TypeNoeud.EntiteJuridique, ActionOffre.Modifier).AvecParametresStricts()
            .MapPut("", ModifierEntiteJuridique).WithName(nameof(ModifierEntiteJuridique)).WithSummary("Modifier une entité juridique")
            .Ecrit<EntiteJuridiqueLue>().AvecPersona(Referent).AvecExemple("id", IdsDemo.EjChAlbi).AvecCorpsExemple(Exemples.EntiteJuridiqueModifiee);
    }

    private static void MapEntitesGeographiques(RouteGroupBuilder api)
    {
        var groupe = api.MapGroup("/entites-geographiques").RequireAuthorization(Authentification.RoleRequis).WithTags("Structures");
        groupe.MapGet("", RechercherEntitesGeographiques).WithName(nameof(RechercherEntitesGeographiques)).WithSummary("« Mes établissements », dans mon périmètre")
            .Lit<PageLue<EntiteGeographiqueResumee>>().AvecParametresStricts().AvecExemple("recherche", "albi");

        groupe.MapPost("", CreerEntiteGeographique).AvecDroit(TypeNoeud.EntiteGeographique).AvecParametresStricts().WithName(nameof(CreerEntiteGeographique))
            .WithSummary("Créer un établissement").Cree<EntiteGeographiqueLue>().AvecPersona(Referent).AvecCorpsExemple(Exemples.EntiteGeographique);
        groupe.MapGroup("/{id:guid}").AvecAcces(TypeNoeud.EntiteGeographique, ActionOffre.Modifier).AvecParametresStricts()
            .MapPut("", ModifierEntiteGeographique).WithName(nameof(ModifierEntiteGeographique)).WithSummary("Modifier un établissement")
            .Ecrit<EntiteGeographiqueLue>().AvecPersona(Referent).AvecExemple("id", IdsDemo.ChAlbi).AvecCorpsExemple(Exemples.EntiteGeographiqueModifiee);
        groupe.MapFermetures<EntiteGeographique>(TypeNoeud.EntiteGeographique, IdsDemo.ChAlbi, IdsDemo.EhpadMicocouliers, Referent);

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
            .Cree<OffreLue>().AvecPersona("responsable-ehpad").AvecExemple("id", IdsDemo.EhpadMicocouliers).AvecCorpsExemple(Exemples.InformationsEhpad);
        eg.MapPost("/poles", CreerPole).WithName(nameof(CreerPole)).WithSummary("« Créer + » un pôle").Cree<PoleLu>().AvecExemple("id", IdsDemo.ChAlbi).AvecCorpsExemple(Exemples.Organisation);
    }

    private static void MapOrganisationsInternes(RouteGroupBuilder api)
    {
        var poles = api.MapGroup("/poles").RequireAuthorization(Authentification.RoleRequis).WithTags("Structures");
        poles.MapFermetures<Pole>(TypeNoeud.Pole, IdsDemo.PoleAnesthesieChirurgie, IdsDemo.PoleMedecine, PersonaDocumente.ParDefaut);
        var pole = poles.MapGroup("/{id:guid}").AvecAcces(TypeNoeud.Pole).AvecParametresStricts();
        pole.MapGet("", ConsulterPole).WithName(nameof(ConsulterPole)).WithSummary("« Détails » d'un pôle").Lit<PoleLu>(404).AvecExemple("id", IdsDemo.PoleAnesthesieChirurgie);
        pole.MapPut("", ModifierOrganisationInterne<Pole>).WithName("ModifierPole").WithSummary("Modifier un pôle")
            .Ecrit<PoleLu>().AvecExemple("id", IdsDemo.PoleAnesthesieChirurgie).AvecCorpsExemple(Exemples.Organisation);
        pole.MapPost("/unites-fonctionnelles", CreerUniteFonctionnelle).WithName(nameof(CreerUniteFonctionnelle)).WithSummary("« Créer + » une unité fonctionnelle")
            .Cree<UniteFonctionnelleLue>().AvecExemple("id", IdsDemo.PoleAnesthesieChirurgie).AvecCorpsExemple(Exemples.Organisation);

        var unites = api.MapGroup("/unites-fonctionnelles").RequireAuthorization(Authentification.RoleRequis).WithTags("Structures");
        unites.MapFermetures<UniteFonctionnelle>(TypeNoeud.UniteFonctionnelle, IdsDemo.UfConsultations, IdsDemo.UfMedicoChirurgicale, PersonaDocumente.ParDefaut);
        var uf = unites.MapGroup("/{id:guid}").AvecAcces(TypeNoeud.UniteFonctionnelle).AvecParametresStricts();
        uf.MapGet("", ConsulterUniteFonctionnelle).WithName(nameof(ConsulterUniteFonctionnelle)).WithSummary("« Détails » d'une unité fonctionnelle")
            .Lit<UniteFonctionnelleLue>(404).AvecExemple("id", IdsDemo.UfHcChirurgies);
        uf.MapPut("", ModifierOrganisationInterne<UniteFonctionnelle>).WithName("ModifierUniteFonctionnelle").WithSummary("Modifier une unité fonctionnelle")
            .Ecrit<UniteFonctionnelleLue>().AvecExemple("id", IdsDemo.UfHcChirurgies).AvecCorpsExemple(Exemples.Organisation);
        uf.MapGet("/formulaire-offre", ConsulterFormulaireOffreDansUniteFonctionnelle).WithName(nameof(ConsulterFormulaireOffreDansUniteFonctionnelle))
            .WithSummary("Formulaire de l'étape 1, avant qu'un brouillon existe")
            .Lit<EtapeLue<InformationsGenerales>>(404, 409).AvecExemple("id", IdsDemo.UfHcChirurgies).AvecExemple("champActivite", "01");
        uf.MapPost("/offres", CreerOffreDansUniteFonctionnelle).WithName(nameof(CreerOffreDansUniteFonctionnelle))
            .WithSummary("« Créer + » une offre sanitaire : étape 1 du parcours")
            .Cree<OffreLue>().AvecExemple("id", IdsDemo.UfHcChirurgies).AvecCorpsExemple(Exemples.InformationsChirurgie);
    }

    private static async Task<IResult> ConsulterMoi(IMediator mediator, JsonFil json, CancellationToken ct) =>
        Reponse.De((await mediator.Send(new ConsulterMoiQuery(), ct)).Valeur, json, version: 1);

    private static Task<IResult> RechercherEntitesGeographiques(
        string? recherche, [AsParameters] ParametresPage page, IMediator mediator, Pagination pagination, HttpContext http, JsonFil json, CancellationToken ct) =>
        mediator.LirePage(p => new RechercherEntitesGeographiquesQuery(recherche, p), page, pagination, http, json, ct);

    private static Task<IResult> ConsulterEntiteGeographique(Guid id, IMediator mediator, JsonFil json, CancellationToken ct) =>
        mediator.Lire(new ConsulterEntiteGeographiqueQuery(id), json, ct);

    private static Task<IResult> ConsulterArborescence(Guid id, bool? inclureFermees, IMediator mediator, HttpContext http, JsonFil json, CancellationToken ct) =>
        mediator.LireSiChangee(new ConsulterEtatArborescenceQuery(id, inclureFermees is true), new ConsulterArborescenceQuery(id, inclureFermees is true), http, json, ct);

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

    private static async Task<IResult> RechercherParIdentifiant(string valeur, IMediator mediator, JsonFil json, CancellationToken ct)
    {
        var lu = await mediator.Send(new RechercherParIdentifiantQuery(valeur), ct);
        return lu.EstSucces ? Reponse.De(lu.Valeur, json, version: 1) : new Probleme(lu.Erreurs);
    }

    private static Task<IResult> ConsulterEntiteJuridique(Guid id, IMediator mediator, JsonFil json, CancellationToken ct) => mediator.Lire(new ConsulterEntiteJuridiqueQuery(id), json, ct);

    private static Task<IResult> CreerEntiteJuridique(Corps<FicheEntiteJuridique> corps, EcritureHttp ecriture, CancellationToken ct) =>
        ecriture.Creer(corps, fiche => new CreerEntiteJuridiqueCommand(fiche), ct);

    private static Task<IResult> ModifierEntiteJuridique(Guid id, Corps<FicheEntiteJuridique> corps, EcritureHttp ecriture, CancellationToken ct) =>
        ecriture.Modifier(corps, (version, fiche) => new ModifierEntiteJuridiqueCommand(id, version, fiche), ct);

    private static Task<IResult> CreerEntiteGeographique(Corps<FicheEntiteGeographique> corps, EcritureHttp ecriture, CancellationToken ct) =>
        ecriture.Creer(corps, fiche => new CreerEntiteGeographiqueCommand(fiche), ct);

    private static Task<IResult> ModifierEntiteGeographique(Guid id, Corps<FicheEntiteGeographique> corps, EcritureHttp ecriture, CancellationToken ct) =>
        ecriture.Modifier(corps, (version, fiche) => new ModifierEntiteGeographiqueCommand(id, version, fiche), ct);

    private static Task<IResult> CreerPole(Guid id, Corps<FicheOrganisationInterne> corps, EcritureHttp ecriture, CancellationToken ct) =>
        ecriture.Creer(corps, fiche => new CreerPoleCommand(id, fiche), ct);

    private static Task<IResult> CreerUniteFonctionnelle(Guid id, Corps<FicheOrganisationInterne> corps, EcritureHttp ecriture, CancellationToken ct) =>
        ecriture.Creer(corps, fiche => new CreerUniteFonctionnelleCommand(id, fiche), ct);

    private static Task<IResult> ModifierOrganisationInterne<TNoeud>(Guid id, Corps<FicheOrganisationInterne> corps, EcritureHttp ecriture, CancellationToken ct)
        where TNoeud : OrganisationInterne => ecriture.Modifier(corps, (version, fiche) => new ModifierCommand<TNoeud>(id, version, fiche), ct);
}
