using Microsoft.EntityFrameworkCore;

namespace Ror.Infrastructure.Persistence;

/// <summary>What an engine does its own way.</summary>
internal interface IMoteur
{
    /// <summary>Before the migrations: the database, its folder, its modes.</summary>
    Task PreparerAsync(RorDbContext db, CancellationToken ct);

    /// <summary>Recognised by number, never by message.</summary>
    bool EstViolationUnicite(DbUpdateException erreur);
}
