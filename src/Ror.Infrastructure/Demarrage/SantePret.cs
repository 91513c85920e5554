using Microsoft.Extensions.Diagnostics.HealthChecks;
using Ror.Infrastructure.Persistence;

namespace Ror.Infrastructure.Demarrage;

/// <summary>Ready when the database answers and the lists are in memory.</summary>
internal sealed class SantePret(RorDbContext db, Referentiels referentiels) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        referentiels.Charges && await db.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
}
