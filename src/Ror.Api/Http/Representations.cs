using MediatR;
using Ror.Application.Anomalies;
using Ror.Application.Commun;
using Ror.Application.Lieux;
using Ror.Application.ModelesSaisie;
using Ror.Application.Offres;
using Ror.Application.Structures;
using Ror.Domain.Structures;

namespace Ror.Api.Http;

/// <summary>What kind of object a route names, so that a stale write on it can be told the current ETag.</summary>
internal sealed record TypeDeRoute(TypeObjet Type);

/// <summary>Objects as their GET serves them.</summary>
internal static class Representations
{
    /// <returns>Null when the object is not in sight.</returns>
    public static Task<Reponse?> Lire(
        IMediator mediator, JsonFil json, TypeObjet type, Guid id, CancellationToken ct, int statut = StatusCodes.Status200OK, IReadOnlyList<ErreurLue>? avertissements = null)
    {
        return type.EstAnomalie ? Lire(new ConsulterAnomalieQuery(id)) : type.Noeud is not { } noeud ? Lire(new ConsulterModeleSaisieQuery(id), avertissements is { Count: > 0 } ? modele => modele with { Avertissements = avertissements } : null) : noeud switch
        {
            TypeNoeud.Offre => Lire(new ConsulterOffreQuery(id), avertissements is { Count: > 0 } ? offre => offre with { Avertissements = avertissements } : null),
            TypeNoeud.UniteFonctionnelle => Lire(new ConsulterUniteFonctionnelleQuery(id)),
            TypeNoeud.Pole => Lire(new ConsulterPoleQuery(id)),
            TypeNoeud.EntiteGeographique => Lire(new ConsulterEntiteGeographiqueQuery(id)),
            TypeNoeud.EntiteJuridique => Lire(new ConsulterEntiteJuridiqueQuery(id)),
            TypeNoeud.LieuRealisationOffre => Lire(new ConsulterLieuQuery(id)),
        };

        async Task<Reponse?> Lire<T>(IRequete<T> requete, Func<T, T>? avertir = null)
            where T : class, IVersionnee
        {
            var lu = await mediator.Send(requete, ct);
            return !lu.EstSucces ? null : Reponse.De(
                avertir is null ? lu.Valeur : avertir(lu.Valeur),
                json,
                lu.Valeur.Version,
                statut,
                statut == StatusCodes.Status201Created ? Liens.De(type, id) : null,
                avertir is null ? null : lu.Valeur);
        }
    }
}
