using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Ror.TestKit.SqlServer;

/// <summary>Plays each save on SQL Server before it is made where it was asked.</summary>
internal sealed class SauvegardesEspionnees(EspionSqlServer espion) : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        espion.Jouer(eventData.Context!.ChangeTracker);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        new(SavingChanges(eventData, result));
}
