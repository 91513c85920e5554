using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Ror.Application.Demo;
using Ror.Infrastructure.Persistence;

namespace Ror.Infrastructure.Demarrage;

/// <summary>Before the first request: migrate, load, read. Demo data in Development only.</summary>
internal sealed class ServiceDemarrage(IServiceScopeFactory portees, IMoteur moteur, IHostEnvironment environnement) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var portee = portees.CreateAsyncScope();
        var db = portee.ServiceProvider.GetRequiredService<RorDbContext>();
        await moteur.PreparerAsync(db, cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);

        var chargement = portee.ServiceProvider.GetRequiredService<Chargement>();
        await chargement.RemplirAsync(cancellationToken);
        await chargement.LireAsync(cancellationToken);
        if (environnement.IsDevelopment())
        {
            await portee.ServiceProvider.GetRequiredService<JeuDeDemonstration>().ChargerAsync(cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
