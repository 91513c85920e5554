using Microsoft.Extensions.Diagnostics.HealthChecks;
using Ror.Application.Commun;
using Ror.Infrastructure.Persistence;

namespace Ror.Infrastructure.Demarrage;

/// <summary>Ready once migrated and loaded, while the database answers.</summary>
internal sealed class SantePret(RorDbContext db, IDemarrage demarrage) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        demarrage.Termine && await db.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
}
