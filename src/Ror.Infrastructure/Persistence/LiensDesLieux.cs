using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Ror.Application.Lieux;
using Ror.Domain.Commun;
using Ror.Domain.Identifiants;
using Ror.Domain.Offres;

namespace Ror.Infrastructure.Persistence;

/// <summary>Keeps a row per lieu of an offer beside it: written by the same save, and only when the lieux have changed.</summary>
internal static class LiensDesLieux
{
    /// <summary>Before what changed is saved.</summary>
    public static async Task SuivreAsync(RorDbContext db, CancellationToken ct)
    {
        var changes = db.ChangeTracker.Entries<Offre>().Where(Ailleurs).ToList();
        foreach (var entree in changes)
        {
            var offre = entree.Entity;
            var voulus = entree.State == EntityState.Deleted ? [] : Voulus(offre);
            var connus = entree.State == EntityState.Added ? [] : await db.LiensLieux.Where(l => l.OffreId == offre.Id).ToListAsync(ct);
            db.LiensLieux.RemoveRange(connus.Where(c => voulus.TrueForAll(v => v.Lieu != c.Lieu)));
            foreach (var voulu in voulus)
            {
                if (connus.Find(c => c.Lieu == voulu.Lieu) is { } connu)
                {
                    db.Entry(connu).CurrentValues.SetValues(voulu);
                }
                else
                {
                    db.LiensLieux.Add(voulu);
                }
            }
        }
    }

    private static List<LienLieu> Voulus(Offre offre) =>
        [.. offre.Lieux.Union(offre.LieuxPublies).Select(l => new LienLieu(offre.Id, IdentifiantRegional.Lire(l)!, offre.Lieux.Contains(l), offre.LieuxPublies.Contains(l)))];

    // Nearly every save of an offer leaves its lieux alone.
    private static bool Ailleurs(EntityEntry<Offre> entree) => entree.State switch
    {
        EntityState.Added or EntityState.Deleted => entree.Entity.Lieux.Count + entree.Entity.LieuxPublies.Count > 0,
        EntityState.Modified => !Lieux(entree, nameof(Offre.Contenu)).Equals(entree.Entity.Lieux) || !Lieux(entree, nameof(Offre.Publie)).Equals(entree.Entity.LieuxPublies),
        _ => false,
    };

    private static Liste<string> Lieux(EntityEntry<Offre> entree, string contenu) => entree.OriginalValues.GetValue<ContenuOffre?>(contenu)?.Lieux?.Lieux ?? [];
}
