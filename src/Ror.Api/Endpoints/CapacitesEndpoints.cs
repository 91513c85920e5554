using MediatR;
using Ror.Api.Acces;
using Ror.Api.Http;
using Ror.Application.Demo;
using Ror.Application.Diffusion;
using Ror.Application.Lieux.Capacites;
using Ror.Domain.Commun;
using Ror.Domain.Identifiants;
using Ror.Domain.Lieux;

namespace Ror.Api.Endpoints;

/// <summary>Figures of beds and places: bed managers write them, by the id of a lieu or by the external one; everybody reads their part.</summary>
internal static class CapacitesEndpoints
{
    // A thousand lieux of some forty figures.
    private const int EcritureMax = 8 << 20;

    private const string Plateforme = "plateforme-occitanie";

    public static void Map(RouteGroupBuilder api)
    {
        var lieu = api.MapGroup("/lieux/{id:guid}/capacites").RequireAuthorization(Authentification.RoleRequis).WithTags("Capacités").AvecParametresStricts();
        lieu.MapGet("", ConsulterCapacitesLieu).WithName(nameof(ConsulterCapacitesLieu)).WithSummary("Capacités d'un lieu, chacune fraîche ou périmée").Lit<CapacitesLues>(404).AvecExemple("id", IdsDemo.LieuChirurgie);
        lieu.MapPut("", EcrireCapacitesLieu).WithName(nameof(EcrireCapacitesLieu)).WithSummary("Écrire des capacités d'un lieu ; les autres restent")
            .EcritCapacites<CapacitesLues>().AvecExemple("id", IdsDemo.LieuChirurgie).AvecCorpsExemple(Exemples.Mesures);
        lieu.MapGet("/historique", ListerMesures).WithName(nameof(ListerMesures)).WithSummary("Ce que furent les capacités d'un lieu").Lit<PageLue<MesureLue>>(404).AvecExemple("id", IdsDemo.LieuChirurgie);

        var capacites = api.MapGroup("/capacites").RequireAuthorization(Authentification.RoleRequis).WithTags("Capacités").AvecParametresStricts();
        capacites.MapPut("", EcrireCapacitesLieuExterne).WithName(nameof(EcrireCapacitesLieuExterne)).WithSummary("Écrire des capacités d'un lieu désigné par son établissement et son identifiant externe")
            .EcritCapacites<CapacitesLues>().AvecPersona(Plateforme).AvecExemple("etablissement", "1810990010").AvecExemple("lieuExterne", "ZL-CHIR-2").AvecCorpsExemple(Exemples.Mesures);
        capacites.MapPut("/lieux", EcrireCapacites).WithName(nameof(EcrireCapacites)).WithSummary("Écrire des capacités de plusieurs lieux d'un établissement : tout ou rien, ou lieu par lieu")
            .EcritCapacites<EcrituresCapacites>().WithMetadata(new TailleCorps(EcritureMax)).AvecPersona(Plateforme).AvecExemple("etablissement", "1810990010").AvecCorpsExemple(Exemples.MesuresDeLieux);

        api.MapGroup("/entites-geographiques/{id:guid}").RequireAuthorization(Authentification.RoleRequis).WithTags("Capacités").AvecParametresStricts()
            .MapGet("/capacites", ConsulterCapacitesEntiteGeographique).WithName(nameof(ConsulterCapacitesEntiteGeographique)).WithSummary("Totaux des capacités d'un établissement, chaque lieu compté une fois")
            .Lit<TotauxCapacites>(404).AvecExemple("id", IdsDemo.ChAlbi);
        api.MapGroup("/offres/{id:guid}").RequireAuthorization(Authentification.RoleRequis).WithTags("Capacités").AvecParametresStricts()
            .MapGet("/capacites", ConsulterCapacitesOffre).WithName(nameof(ConsulterCapacitesOffre)).WithSummary("Totaux des capacités des lieux d'une offre")
            .Lit<TotauxCapacites>(404).AvecExemple("id", IdsDemo.ConsultationAnesthesie);
    }

    public static void MapPubliees(RouteGroupBuilder diffusion)
    {
        var lieux = diffusion.MapGroup("/lieux");
        lieux.MapGet("", ListerLieuxPublies).WithName(nameof(ListerLieuxPublies)).WithSummary("Lieux publiés").Lit<PageLue<LieuPublieLu>>();
        lieux.MapGet("/{identifiant}", ConsulterLieuPublie).WithName(nameof(ConsulterLieuPublie)).WithSummary("Un lieu publié (identifiant avec un tiret : 76-100001)").Lit<LieuPublieLu>(404).AvecExemple("identifiant", "76-100001");
        diffusion.MapGet("/capacites", ConsulterCapacitesPubliees).WithName(nameof(ConsulterCapacitesPubliees))
            .WithSummary("Totaux des capacités publiées, par offre, établissement, département ou région ; un au moins").Lit<TotauxCapacites>().AvecPersona(Plateforme).AvecExemple("departement", "81");
    }

    private static RouteHandlerBuilder EcritCapacites<T>(this RouteHandlerBuilder builder) => builder.AvecProblemes(400, 401, 403, 404, 409, 412).Produces<T>();

    private static Task<IResult> ConsulterCapacitesLieu(Guid id, IMediator mediator, JsonFil json, CancellationToken ct) => mediator.Lire(new ConsulterCapacitesLieuQuery(id), json, ct);

    private static Task<IResult> ListerMesures(Guid id, string? cle, [AsParameters] ParametresPage page, IMediator mediator, Pagination pagination, HttpContext http, JsonFil json, CancellationToken ct) =>
        mediator.LirePage(p => new ListerMesuresQuery(id, cle, p), page, pagination, http, json, ct);

    private static async Task<IResult> EcrireCapacitesLieu(Guid id, bool? forcer, Corps<Mesures> corps, IMediator mediator, EcritureCapacitesHttp ecriture, CancellationToken ct) =>
        await mediator.Send(new VerifierAccesCapacitesQuery(id, null), ct) is { EstSucces: false } refus ? new Probleme(refus.Erreurs)
            : await ecriture.UnLieu(corps, mesures => new(null, new() { Lieux = [new() { Lieu = id.ToString(), Indicateurs = mesures.Indicateurs }] }, forcer is true, ParElement: false), ct);

    private static async Task<IResult> EcrireCapacitesLieuExterne(string etablissement, string lieuExterne, bool? forcer, Corps<Mesures> corps, IMediator mediator, EcritureCapacitesHttp ecriture, CancellationToken ct) =>
        await mediator.Send(new VerifierAccesCapacitesQuery(null, etablissement), ct) is { EstSucces: false } refus ? new Probleme(refus.Erreurs)
            : await ecriture.UnLieu(corps, mesures => new(etablissement, new() { Lieux = [new() { LieuExterne = lieuExterne, Indicateurs = mesures.Indicateurs }] }, forcer is true, ParElement: false), ct);

    private static async Task<IResult> EcrireCapacites(
        string etablissement, bool? forcer, bool? parElement, Corps<MesuresDeLieux> corps, IMediator mediator, EcritureCapacitesHttp ecriture, CancellationToken ct) =>
        await mediator.Send(new VerifierAccesCapacitesQuery(null, etablissement), ct) is { EstSucces: false } refus ? new Probleme(refus.Erreurs)
            : await ecriture.DesLieux(corps, mesures => new(etablissement, mesures, forcer is true, parElement is true), ct);

    private static Task<IResult> ConsulterCapacitesEntiteGeographique(Guid id, IMediator mediator, JsonFil json, CancellationToken ct) =>
        Totaux(mediator.Send(new ConsulterCapacitesEntiteGeographiqueQuery(id), ct), json);

    private static Task<IResult> ConsulterCapacitesOffre(Guid id, IMediator mediator, JsonFil json, CancellationToken ct) => Totaux(mediator.Send(new ConsulterCapacitesOffreQuery(id), ct), json);

    private static Task<IResult> ListerLieuxPublies([AsParameters] ParametresPage page, IMediator mediator, Pagination pagination, HttpContext http, JsonFil json, CancellationToken ct) =>
        mediator.LirePage(p => new ListerLieuxPubliesQuery(p), page, pagination, http, json, ct);

    private static Task<IResult> ConsulterLieuPublie(string identifiant, LecturePubliee lecture, HttpContext http, CancellationToken ct) =>
        IdentifiantRegional.Lire(identifiant) is { } lu
            ? lecture.Lire(LieuPublieLu.CleDe(lu.Valeur), new ConsulterLieuPublieQuery(lu), http.Request, ct)
            : Task.FromResult<IResult>(new Probleme(LieuErreurs.Introuvable.Avec()));

    private static Task<IResult> ConsulterCapacitesPubliees(string? offre, string? etablissement, string? departement, string? region, IMediator mediator, JsonFil json, CancellationToken ct) =>
        Totaux(mediator.Send(new ConsulterCapacitesPublieesQuery(offre, etablissement, departement, region), ct), json);

    // Sums have no version: their bytes say all.
    private static async Task<IResult> Totaux(Task<Resultat<TotauxCapacites>> totaux, JsonFil json) =>
        await totaux is { EstSucces: true } lus ? Reponse.De(lus.Valeur, json, Etiquettes.SansVersion) : new Probleme((await totaux).Erreurs);
}
