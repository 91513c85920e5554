using MediatR;
using Ror.Application.Commun;
using Ror.Application.Offres;
using Ror.Application.Structures;
using Ror.Domain.Structures;

namespace Ror.Api.Http;

/// <summary>What kind of object a route names, so that a stale write on it can be told the current ETag.</summary>
internal sealed record TypeDeRoute(TypeNoeud Type);

internal static class Representations
{
    /// <summary>The object that the route names, as its GET serves it; null when it is no longer in sight.</summary>
    public static async Task<Reponse?> Lire(HttpContext http, IMediator mediator, JsonFil json, CancellationToken ct)
    {
        var id = Guid.Parse((string)http.GetRouteValue("id")!);
        return http.GetEndpoint()!.Metadata.GetRequiredMetadata<TypeDeRoute>().Type switch
        {
            TypeNoeud.Offre => await Lire(new ConsulterOffreQuery(id)),
            TypeNoeud.UniteFonctionnelle => await Lire(new ConsulterUniteFonctionnelleQuery(id)),
            TypeNoeud.Pole => await Lire(new ConsulterPoleQuery(id)),
            TypeNoeud.EntiteGeographique => await Lire(new ConsulterEntiteGeographiqueQuery(id)),
            TypeNoeud.EntiteJuridique or TypeNoeud.LieuRealisationOffre => null,
        };

        async Task<Reponse?> Lire<T>(IRequete<T> requete)
            where T : IVersionnee => await mediator.Send(requete, ct) is { EstSucces: true, Valeur: var valeur } ? Reponse.De(valeur, json) : null;
    }
}
