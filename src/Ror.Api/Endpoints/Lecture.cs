using MediatR;
using Ror.Api.Http;
using Ror.Application.Commun;

namespace Ror.Api.Endpoints;

/// <summary>The one sequence of every read of one resource.</summary>
internal static class Lecture
{
    public static async Task<IResult> Lire<T>(this IMediator mediator, IRequete<T> requete, JsonFil json, CancellationToken ct)
        where T : IVersionnee
    {
        var lu = await mediator.Send(requete, ct);
        return lu.EstSucces ? Reponse.De(lu.Valeur, json) : new Probleme(lu.Erreurs);
    }

    /// <summary>A read that is told unchanged before it is built.</summary>
    /// <param name="etat">What it depends upon.</param>
    public static async Task<IResult> LireSiChangee<T>(this IMediator mediator, IRequete<EtatLecture> etat, IRequete<T> requete, HttpContext http, JsonFil json, CancellationToken ct)
        where T : IDEtat
    {
        if (http.Request.Headers.IfNoneMatch.Count > 0 && await mediator.Send(etat, ct) is { EstSucces: true, Valeur: var courant } && ReponseInchangee.Si(http, courant) is { } inchangee)
        {
            return inchangee;
        }

        var lu = await mediator.Send(requete, ct);
        return lu.EstSucces ? Reponse.DEtat(lu.Valeur, json) : new Probleme(lu.Erreurs);
    }

    public static async Task<IResult> LirePage<T>(
        this IMediator mediator, Func<Page, IRequete<Tranche<T>>> requete, ParametresPage parametres, Pagination pagination, HttpContext http, JsonFil json, CancellationToken ct)
    {
        var page = pagination.Page(parametres, http.Request);
        if (!page.EstSucces)
        {
            return new Probleme(page.Erreurs);
        }

        var lu = await mediator.Send(requete(page.Valeur), ct);
        return lu.EstSucces ? pagination.Repondre(lu.Valeur.Elements, lu.Valeur.Suivant, lu.Valeur.Total, http, json) : new Probleme(lu.Erreurs);
    }
}
