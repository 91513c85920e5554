using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Application.Lieux;
using Ror.Domain.Identifiants;
using Ror.Domain.Offres;
using Ror.Domain.Qualite;

namespace Ror.Application.Qualite;

/// <summary>An open offer, as it was measured.</summary>
internal sealed record OffreMesuree(Guid Id, Guid EntiteGeographiqueId, IdentifiantRegional Identifiant, string Nom, DateTime? ToucheeLe, Peuplement Peuplement);

/// <summary>Open offers, measured as they are read: their rows first, then their content some hundreds at a time.</summary>
internal sealed class OffresOuvertes(ISaisieDb db, IReferentiels referentiels)
{
    public const int Lot = 500;

    /// <param name="offres">Of those établissements.</param>
    /// <param name="categories">Category (J55) by établissement.</param>
    /// <param name="jour">The day by which codes are in force.</param>
    public async IAsyncEnumerable<OffreMesuree> Mesurer(
        IQueryable<Offre> offres, IReadOnlyDictionary<Guid, string> categories, DateOnly jour, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var ouvertes = await offres.Where(o => o.Statut == StatutOffre.Validee).OrderBy(o => o.Id)
            .Select(o => new { o.Id, o.EntiteGeographiqueId, o.Identifiant, o.ValideeLe, o.ExacteLe }).ToListAsync(ct);
        foreach (var lot in ouvertes.Chunk(Lot))
        {
            var ids = lot.Select(o => o.Id).ToList();
            var contenus = await db.Offres.AsNoTracking().Where(o => ids.Contains(o.Id)).Select(o => new { o.Id, o.Publie }).ToDictionaryAsync(o => o.Id, o => o.Publie, ct);

            var lieux = await db.LieuxPubliesAsync(ids, ct);

            // One may have gone since.
            foreach (var offre in lot.Where(o => contenus.GetValueOrDefault(o.Id) is not null && categories.ContainsKey(o.EntiteGeographiqueId)))
            {
                var contenu = contenus[offre.Id]!;
                yield return new(
                    offre.Id,
                    offre.EntiteGeographiqueId,
                    offre.Identifiant,
                    contenu.InformationsGenerales?.Nom ?? "",
                    Fraicheur.ToucheeLe(offre.ValideeLe, offre.ExacteLe),
                    Peuplement.De(new(contenu, categories[offre.EntiteGeographiqueId], referentiels.Nomenclatures, jour, [.. lieux[offre.Id].Select(l => l.Fiche.Adresse!)])));
            }
        }
    }
}
