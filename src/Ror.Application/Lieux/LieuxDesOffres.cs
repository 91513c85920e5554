using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Domain.Lieux;

namespace Ror.Application.Lieux;

/// <summary>Where published offers are delivered.</summary>
internal static class LieuxDesOffres
{
    private const int Lot = 500;

    /// <summary>By id of the offer, in the order of the lieux.</summary>
    public static async Task<ILookup<Guid, LieuRealisationOffre>> LieuxPubliesAsync(this ISaisieDb db, IReadOnlyCollection<Guid> offres, CancellationToken ct)
    {
        var lus = new List<(Guid OffreId, LieuRealisationOffre Lieu)>();
        foreach (var lot in offres.Chunk(Lot))
        {
            var ici = await db.LiensLieux.Where(l => l.Publie && lot.Contains(l.OffreId)).Join(db.Lieux.AsNoTracking(), l => l.Lieu, x => x.Identifiant, (l, Lieu) => new { l.OffreId, Lieu }).ToListAsync(ct);
            lus.AddRange(ici.Select(l => (l.OffreId, l.Lieu)));
        }

        return lus.OrderBy(l => l.Lieu.Id).ToLookup(l => l.OffreId, l => l.Lieu);
    }
}
