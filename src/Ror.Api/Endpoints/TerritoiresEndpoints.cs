using MediatR;
using Ror.Api.Acces;
using Ror.Api.Http;
using Ror.Application.Territoires;
using Ror.Domain.Commun;

namespace Ror.Api.Endpoints;

/// <summary>Régions, départements and communes, for all: they change with the release of the service, once a year.</summary>
internal static class TerritoiresEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var territoires = api.MapGroup("/territoires").RequireAuthorization(Authentification.RoleRequis).WithTags("Territoires").AvecParametresStricts();
        territoires.MapGet("/regions", ListerRegions).WithName(nameof(ListerRegions)).WithSummary("Régions").Lit<PageLue<RegionLue>>();
        territoires.MapGet("/regions/{code}/departements", ListerDepartements).WithName(nameof(ListerDepartements)).WithSummary("Départements d'une région")
            .Lit<PageLue<DepartementLu>>(404).AvecExemple("code", "76");
        territoires.MapGet("/departements/{code}/communes", ListerCommunes).WithName(nameof(ListerCommunes)).WithSummary("Communes et arrondissements municipaux d'un département, par code")
            .Lit<PageLue<CommuneLue>>(404).AvecExemple("code", "81");
        territoires.MapGet("/communes", RechercherCommunes).WithName(nameof(RechercherCommunes))
            .WithSummary("Communes dont le nom ou le code postal commence par les mots cherchés, la plus ressemblante puis la plus peuplée d'abord")
            .Lit<PageLue<CommuneLue>>().AvecExemple("recherche", "st affrique");
        territoires.MapGet("/communes/{code}", ConsulterCommune).WithName(nameof(ConsulterCommune)).WithSummary("Une commune, par son code actuel ou par un ancien")
            .Lit<CommuneLue>(404).AvecExemple("code", "81004");
    }

    private static async Task<IResult> ListerRegions(IMediator mediator, JsonFil json, CancellationToken ct) => Tout(await mediator.Send(new ListerRegionsQuery(), ct), json);

    private static async Task<IResult> ListerDepartements(string code, IMediator mediator, JsonFil json, CancellationToken ct) =>
        Tout(await mediator.Send(new ListerDepartementsQuery(code), ct), json);

    private static Task<IResult> ListerCommunes(
        string code, [AsParameters] ParametresPage page, IMediator mediator, Pagination pagination, HttpContext http, JsonFil json, CancellationToken ct) =>
        Paginer((apres, limite) => mediator.Send(new ListerCommunesQuery(code, apres, limite), ct), page, pagination, http, json);

    private static Task<IResult> RechercherCommunes(
        string recherche, string? departement, string? region, [AsParameters] ParametresPage page, IMediator mediator, Pagination pagination, HttpContext http, JsonFil json, CancellationToken ct) =>
        Paginer((apres, limite) => mediator.Send(new RechercherCommunesQuery(recherche, departement, region, apres, limite), ct), page, pagination, http, json);

    private static async Task<IResult> ConsulterCommune(string code, IMediator mediator, JsonFil json, CancellationToken ct)
    {
        var lue = await mediator.Send(new ConsulterCommuneQuery(code), ct);
        return lue.EstSucces ? Reponse.De(lue.Valeur, json, Etiquettes.SansVersion) : new Probleme(lue.Erreurs);
    }

    private static async Task<IResult> Paginer(
        Func<int, int, Task<Resultat<CommunesTrouvees>>> lire, ParametresPage parametres, Pagination pagination, HttpContext http, JsonFil json)
    {
        var page = pagination.Lire(parametres, http.Request);
        if (!page.EstSucces)
        {
            return new Probleme(page.Erreurs);
        }

        var lues = await lire(Rangs.Lire(page.Valeur.Apres), page.Valeur.Limite);
        return lues.EstSucces
            ? pagination.RepondreEtiquetee(lues.Valeur.Elements, Rangs.Ecrire(lues.Valeur.Suivant), parametres.Total is true ? lues.Valeur.Total : null, http, json)
            : new Probleme(lues.Erreurs);
    }

    private static IResult Tout<T>(Resultat<IReadOnlyList<T>> lus, JsonFil json) =>
        lus.EstSucces ? Reponse.De(new PageLue<T>(lus.Valeur, null, null), json, Etiquettes.SansVersion) : new Probleme(lus.Erreurs);
}
