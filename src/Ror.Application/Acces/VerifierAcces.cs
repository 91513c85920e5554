using MediatR;
using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Application.Structures;
using Ror.Domain.Commun;
using Ror.Domain.Offres;
using Ror.Domain.Structures;

namespace Ror.Application.Acces;

/// <summary>
/// May the caller write to this object? Asked before the body is read, so that 404 and 403 come before 400. An unknown object and an
/// invisible one give the same 404.
/// </summary>
public sealed record VerifierAccesQuery(TypeNoeud Type, Guid Id, ActionOffre Action = ActionOffre.Modifier) : IRequete<Rien>;

internal sealed class VerifierAccesHandler(ISaisieDb db, IAppelant appelant) : IRequestHandler<VerifierAccesQuery, Resultat<Rien>>
{
    public async Task<Resultat<Rien>> Handle(VerifierAccesQuery request, CancellationToken cancellationToken)
    {
        var visibles = db.EntitesGeographiques.Visibles(appelant.Perimetre).AsNoTracking();
        var visible = request.Type switch
        {
            TypeNoeud.Offre => visibles.AnyAsync(eg => db.Offres.Any(o => o.Id == request.Id && o.EntiteGeographiqueId == eg.Id), cancellationToken),
            TypeNoeud.UniteFonctionnelle => visibles.AnyAsync(eg => db.UnitesFonctionnelles.Any(u => u.Id == request.Id && u.EntiteGeographiqueId == eg.Id), cancellationToken),
            TypeNoeud.Pole => visibles.AnyAsync(eg => db.Poles.Any(p => p.Id == request.Id && p.EntiteGeographiqueId == eg.Id), cancellationToken),
            TypeNoeud.EntiteGeographique => visibles.AnyAsync(eg => eg.Id == request.Id, cancellationToken),
            TypeNoeud.EntiteJuridique or TypeNoeud.LieuRealisationOffre => Task.FromResult(false),
        };
        if (!await visible)
        {
            return (request.Type == TypeNoeud.Offre ? OffreErreurs.Introuvable : StructureErreurs.Introuvable).Avec();
        }

        return appelant.Perimetre.Refuser(request.Action) is { } interdit ? interdit : default(Rien);
    }
}
