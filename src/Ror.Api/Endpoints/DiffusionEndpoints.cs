using MediatR;
using Ror.Api.Acces;
using Ror.Api.Http;
using Ror.Application.Diffusion;
using Ror.Domain.Identifiants;
using Ror.Domain.Offres;

namespace Ror.Api.Endpoints;

/// <summary>Published data only, filtered by the access profile of the caller.</summary>
internal static class DiffusionEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var offres = api.MapGroup("/diffusion/offres").RequireAuthorization(Authentification.RoleRequis).WithTags("Diffusion").AvecParametresStricts();
        offres.MapGet("", ListerOffresPubliees).WithName(nameof(ListerOffresPubliees)).WithSummary("Offres publiées ; un paramètre répété vaut OU, deux paramètres valent ET")
            .Lit<PageLue<OffrePublieeLue>>().AvecExemple("champActivite", Exemples.ChampsActivite);
        offres.MapGet("/{identifiant}", ConsulterOffrePubliee).WithName(nameof(ConsulterOffrePubliee)).WithSummary("Une offre publiée (identifiant avec un tiret : 76-100001)")
            .Lit<OffrePublieeLue>(404).AvecExemple("identifiant", "76-100001");
    }

    private static Task<IResult> ListerOffresPubliees(
        string[]? champActivite,
        string[]? region,
        string[]? departement,
        [AsParameters] ParametresPage page,
        IMediator mediator,
        Pagination pagination,
        HttpContext http,
        JsonFil json,
        CancellationToken ct) =>
        mediator.LirePage(p => new ListerOffresPublieesQuery(champActivite ?? [], region ?? [], departement ?? [], p), page, pagination, http, json, ct);

    private static Task<IResult> ConsulterOffrePubliee(string identifiant, IMediator mediator, JsonFil json, CancellationToken ct) =>
        IdentifiantRegional.Lire(identifiant) is { } lu
            ? mediator.Lire(new ConsulterOffrePublieeQuery(lu), json, ct)
            : Task.FromResult<IResult>(new Probleme(OffreErreurs.Introuvable.Avec()));
}
