using MediatR;
using Ror.Api.Acces;
using Ror.Api.Http;
using Ror.Application.Commun;
using Ror.Application.Demo;
using Ror.Application.Diffusion;
using Ror.Domain.Commun;
using Ror.Domain.Identifiants;
using Ror.Domain.Offres;

namespace Ror.Api.Endpoints;

/// <summary>Published data only, filtered by the access profile of the caller.</summary>
internal static class DiffusionEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var diffusion = api.MapGroup("/diffusion").RequireAuthorization(Authentification.RoleRequis).WithTags("Diffusion").AvecParametresStricts();
        ChangementsEndpoints.Map(diffusion);
        var structures = diffusion.MapGroup("/structures");
        structures.MapGet("", ListerStructuresPubliees).WithName(nameof(ListerStructuresPubliees)).WithSummary("Structures publiées : entités juridiques, établissements, pôles, UF")
            .Lit<PageLue<StructurePublieeLue>>();
        structures.MapGet("/{id:guid}", ConsulterStructurePubliee).WithName(nameof(ConsulterStructurePubliee)).WithSummary("Une structure publiée")
            .Lit<StructurePublieeLue>(404).AvecExemple("id", IdsDemo.ChAlbi);
        var offres = diffusion.MapGroup("/offres");
        offres.MapGet("", ListerOffresPubliees).WithName(nameof(ListerOffresPubliees)).WithSummary("Offres publiées ; un paramètre répété vaut OU, deux paramètres valent ET")
            .Lit<PageLue<OffrePublieeLue>>().AvecExemple("champActivite", Exemples.ChampsActivite);
        offres.MapGet("/{identifiant}", ConsulterOffrePubliee).WithName(nameof(ConsulterOffrePubliee)).WithSummary("Une offre publiée (identifiant avec un tiret : 76-100001)")
            .Lit<OffrePublieeLue>(404).AvecExemple("identifiant", "76-100001");
        HorairesEndpoints.MapPubliees(offres);
        CapacitesEndpoints.MapPubliees(diffusion);
    }

    private static async Task<IResult> ListerOffresPubliees(
        string[]? champActivite,
        string[]? region,
        string[]? departement,
        [AsParameters] ParametresPage page,
        IMediator mediator,
        LecturePubliee lecture,
        Pagination pagination,
        HttpContext http,
        JsonFil json,
        CancellationToken ct)
    {
        var lue = pagination.Page(page, http.Request);
        var offres = lue.EstSucces ? await mediator.Send(new ListerOffresPublieesQuery(champActivite ?? [], region ?? [], departement ?? [], lue.Valeur), ct) : Resultat<Tranche<OffreVisible>>.Echec(lue.Erreurs);
        return offres.EstSucces
            ? pagination.Repondre(await lecture.Lire(offres.Valeur.Elements, ct), offres.Valeur.Suivant, offres.Valeur.Total, http, json)
            : new Probleme(offres.Erreurs);
    }

    private static Task<IResult> ListerStructuresPubliees(
        [AsParameters] ParametresPage page, IMediator mediator, Pagination pagination, HttpContext http, JsonFil json, CancellationToken ct) =>
        mediator.LirePage(p => new ListerStructuresPublieesQuery(p), page, pagination, http, json, ct);

    private static Task<IResult> ConsulterStructurePubliee(Guid id, LecturePubliee lecture, HttpContext http, CancellationToken ct) =>
        lecture.Lire(id.ToString(), new ConsulterStructurePublieeQuery(id), http.Request, ct);

    private static Task<IResult> ConsulterOffrePubliee(string identifiant, LecturePubliee lecture, HttpContext http, CancellationToken ct) =>
        IdentifiantRegional.Lire(identifiant) is { } lu
            ? lecture.Lire(lu.Valeur, new ConsulterOffrePublieeQuery(lu), http.Request, ct)
            : Task.FromResult<IResult>(new Probleme(OffreErreurs.Introuvable.Avec()));
}
