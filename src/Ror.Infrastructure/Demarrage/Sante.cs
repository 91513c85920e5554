using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Ror.Application.Commun;
using Ror.Infrastructure.Persistence;

namespace Ror.Infrastructure.Demarrage;

/// <summary>The database answers.</summary>
internal sealed class SanteBase(RorDbContext db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await db.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("La base ne répond pas.");
}

/// <summary>Nothing is left to migrate.</summary>
internal sealed class SanteMigrations(RorDbContext db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var enAttente = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Count();
        return enAttente == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy($"{enAttente} migration(s) en attente.");
    }
}

/// <summary>The lists and modèles in force are in memory.</summary>
internal sealed class SanteNomenclatures(IDemarrage demarrage) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(demarrage.Termine ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("Chargement en cours."));
}
