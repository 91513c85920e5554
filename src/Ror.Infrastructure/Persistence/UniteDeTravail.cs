using Ror.Application.Commun;

namespace Ror.Infrastructure.Persistence;

/// <summary>One transaction per act. On SQLite it takes the write lock at once, so that what the act reads is what it changes.</summary>
internal sealed class UniteDeTravail(RorDbContext db) : IUniteDeTravail
{
    public async Task<T> ExecuterAsync<T>(Func<Task<T>> acte, Func<T, bool> reussi, CancellationToken ct)
    {
        if (db.Database.CurrentTransaction is not null)
        {
            return await Sauver(acte, reussi, ct);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var garde = false;
        try
        {
            var resultat = await Sauver(acte, reussi, ct);
            garde = reussi(resultat);
            if (garde)
            {
                await transaction.CommitAsync(ct);
            }

            return resultat;
        }
        finally
        {
            if (!garde)
            {
                // What was tracked never happened: a later read of this request must not see it.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<T> Sauver<T>(Func<Task<T>> acte, Func<T, bool> reussi, CancellationToken ct)
    {
        var resultat = await acte();
        if (reussi(resultat))
        {
            await db.SaveChangesAsync(ct);
        }

        return resultat;
    }
}
