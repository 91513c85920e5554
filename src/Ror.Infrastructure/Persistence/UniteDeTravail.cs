using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Ror.Application.Commun;

namespace Ror.Infrastructure.Persistence;

/// <summary>
/// One transaction per act. On SQLite it takes the write lock at once, so that what the act reads is what it changes. A server that fails in
/// passing makes the whole act run again; a commit whose outcome is unknown is never repeated.
/// </summary>
internal sealed class UniteDeTravail(RorDbContext db, IMoteur moteur) : IUniteDeTravail
{
    public Task<T> ExecuterAsync<T>(Func<Task<T>> acte, Func<T, bool> reussi, CancellationToken ct) => db.Database.CurrentTransaction is not null
        ? Sauver(acte, reussi, ct)
        : db.Database.CreateExecutionStrategy().ExecuteAsync(jeton => EnTransaction(acte, reussi, jeton), ct);

    private async Task<T> EnTransaction<T>(Func<Task<T>> acte, Func<T, bool> reussi, CancellationToken ct)
    {
        using var tour = await moteur.PrendreSonTourAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var garde = false;
        try
        {
            var resultat = await Sauver(acte, reussi, ct);
            garde = reussi(resultat);
            if (garde)
            {
                await Conclure(transaction);
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

    // Once the act is decided its caller cannot take it back by hanging up.
    private static async Task Conclure(IDbContextTransaction transaction)
    {
        try
        {
            await transaction.CommitAsync(CancellationToken.None);
        }
        catch (DbException e)
        {
            throw new IssueIncertaineException(e);
        }
    }

    private async Task<T> Sauver<T>(Func<Task<T>> acte, Func<T, bool> reussi, CancellationToken ct)
    {
        var resultat = await acte();
        if (reussi(resultat))
        {
            await Sauver(ct);
        }

        return resultat;
    }

    private async Task Sauver(CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (moteur.EstViolationUnicite(e))
        {
            throw new DoublonException(e);
        }
    }
}
