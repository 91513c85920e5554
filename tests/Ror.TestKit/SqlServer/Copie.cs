using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Ror.TestKit.SqlServer;

/// <summary>The pending changes of a context, in another one. Values are copied: saving there leaves the real entities as they are.</summary>
internal static class Copie
{
    /// <returns>How many there are.</returns>
    public static int Copier(this DbContext vers, ChangeTracker changements)
    {
        var entrees = changements.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        entrees.ForEach(e => Copier(e, vers));
        return entrees.Count;
    }

    private static void Copier(EntityEntry entree, DbContext vers)
    {
        var copie = vers.Entry(entree.CurrentValues.ToObject());
        copie.State = entree.State == EntityState.Added ? EntityState.Added : EntityState.Unchanged;
        if (entree.State == EntityState.Added)
        {
            return;
        }

        copie.OriginalValues.SetValues(entree.OriginalValues.ToObject());
        foreach (var propriete in entree.Properties.Where(p => p.IsModified))
        {
            copie.Property(propriete.Metadata.Name).IsModified = true;
        }

        if (entree.State == EntityState.Deleted)
        {
            copie.State = EntityState.Deleted;
        }
    }
}
