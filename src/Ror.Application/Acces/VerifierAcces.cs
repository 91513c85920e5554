using MediatR;
using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Application.Structures;
using Ror.Domain.Commun;
using Ror.Domain.Lieux;
using Ror.Domain.Offres;
using Ror.Domain.Structures;

namespace Ror.Application.Acces;

/// <summary>
/// May the caller write to this object? Asked before the body is read, so that 404 and 403 come before 400. An unknown object and an
/// invisible one give the same 404.
/// </summary>
/// <param name="Action">Null: to see it is enough.</param>
public sealed record VerifierAccesQuery(TypeNoeud Type, Guid Id, ActionOffre? Action) : IRequete<Rien>;

internal sealed class VerifierAccesHandler(ISaisieDb db, IAppelant appelant) : IRequestHandler<VerifierAccesQuery, Resultat<Rien>>
{
    public async Task<Resultat<Rien>> Handle(VerifierAccesQuery request, CancellationToken cancellationToken)
    {
        var visibles = db.EntitesGeographiques.Visibles(appelant.Perimetre).AsNoTracking();
        var visible = request.Type switch
        {
            TypeNoeud.Offre => db.OffresVisibles(appelant.Perimetre).AnyAsync(o => o.Id == request.Id, cancellationToken),
            TypeNoeud.UniteFonctionnelle => visibles.AnyAsync(eg => db.UnitesFonctionnelles.Any(u => u.Id == request.Id && u.EntiteGeographiqueId == eg.Id), cancellationToken),
            TypeNoeud.Pole => visibles.AnyAsync(eg => db.Poles.Any(p => p.Id == request.Id && p.EntiteGeographiqueId == eg.Id), cancellationToken),
            TypeNoeud.EntiteGeographique => visibles.AnyAsync(eg => eg.Id == request.Id, cancellationToken),
            TypeNoeud.EntiteJuridique => db.EntitesJuridiques.Visibles(db, appelant.Perimetre).AnyAsync(ej => ej.Id == request.Id, cancellationToken),
            TypeNoeud.LieuRealisationOffre => db.LieuxVisibles(appelant.Perimetre).AnyAsync(l => l.Id == request.Id, cancellationToken),
        };
        if (!await visible)
        {
            return (request.Type switch
            {
                TypeNoeud.Offre => OffreErreurs.Introuvable,
                TypeNoeud.LieuRealisationOffre => LieuErreurs.Introuvable,
                _ => StructureErreurs.Introuvable,
            }).Avec();
        }

        return await Refuser(request, cancellationToken) is { } interdit ? interdit : default(Rien);
    }

    private async Task<Erreur?> Refuser(VerifierAccesQuery request, CancellationToken ct)
    {
        if (request.Action is not { } action)
        {
            return null;
        }

        if (request.Type == TypeNoeud.EntiteJuridique)
        {
            return appelant.Perimetre.RefuserEntiteJuridique(
                await db.EntitesGeographiques.Where(eg => eg.EntiteJuridiqueId == request.Id).Select(eg => eg.Region).Distinct().ToListAsync(ct));
        }

        var rpps = request.Type == TypeNoeud.Offre ? await db.Offres.Where(o => o.Id == request.Id).Select(o => o.Rpps).SingleAsync(ct) : null;
        var region = request.Type switch
        {
            TypeNoeud.EntiteGeographique => await db.EntitesGeographiques.Where(eg => eg.Id == request.Id).Select(eg => eg.Region).SingleAsync(ct),
            TypeNoeud.Offre => await db.EntitesGeographiques.Where(eg => db.Offres.Any(o => o.Id == request.Id && o.EntiteGeographiqueId == eg.Id)).Select(eg => eg.Region).SingleAsync(ct),
            _ => null,
        };
        return appelant.Perimetre.Refuser(action, request.Type, region, rpps);
    }
}
