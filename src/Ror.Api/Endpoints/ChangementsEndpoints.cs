using MediatR;
using Ror.Api.Http;
using Ror.Application.Commun;
using Ror.Application.Diffusion;

namespace Ror.Api.Endpoints;

/// <summary>One page of the feed.</summary>
/// <param name="Suivant">The cursor to come back with, now or in a year.</param>
/// <param name="Encore">More is there already.</param>
public sealed record PageChangements(IReadOnlyList<ChangementLu> Elements, string Suivant, bool Encore);

/// <summary>The change feed: what regional platforms copy from.</summary>
internal static class ChangementsEndpoints
{
    public const int AttenteMax = 60;

    public static void Map(RouteGroupBuilder diffusion) => diffusion.MapGet("/changements", LireChangements).WithName(nameof(LireChangements))
        .WithSummary("Tout ce qui change, dans l'ordre ; depuis 0 : l'état présent, puis les changements")
        .Lit<PageChangements>().AvecExemple("depuis", "0").AvecExemple("limite", 20);

    private static async Task<IResult> LireChangements(
        string? depuis,
        int? limite,
        int? attente,
        bool? contenu,
        string[]? region,
        string[]? etablissement,
        string[]? champActivite,
        IMediator mediator,
        IAppelant appelant,
        Pagination pagination,
        HttpContext http,
        JsonFil json,
        CancellationToken ct)
    {
        if (limite is < 1 or > Pagination.LimiteMax || attente is < 0 or > AttenteMax)
        {
            return new Probleme(RequeteErreurs.ParametreInvalide.Avec($"limite (1–{Pagination.LimiteMax}), attente (0–{AttenteMax} s)"));
        }

        if (!CurseurFlux.Lire(depuis, appelant.Perimetre.Profil, appelant.Sujet, pagination, http.Request, out var position))
        {
            return new Probleme(HttpErreurs.CurseurInvalide.Avec());
        }

        var lu = await mediator.Send(
            new LireChangementsQuery(
                position, new(region ?? [], etablissement ?? [], champActivite ?? []), limite ?? Pagination.LimiteParDefaut, TimeSpan.FromSeconds(attente ?? 0), contenu is true),
            ct);
        return lu.EstSucces
            ? Reponse.De(new PageChangements(lu.Valeur.Elements, CurseurFlux.Ecrire(lu.Valeur.Suivant, appelant.Sujet, pagination, http.Request), lu.Valeur.Encore), json, version: null)
            : new Probleme(lu.Erreurs);
    }
}
