using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Ror.Application.Commun;
using Ror.Application.Demo;
using Ror.Infrastructure.Persistence;

namespace Ror.Infrastructure.Demarrage;

/// <summary>
/// Migrate, load, read; demo data in Development only. The server listens meanwhile and answers that it is starting; a failure stops the host.
/// </summary>
internal sealed class ServiceDemarrage(IServiceScopeFactory portees, IMoteur moteur, IHostEnvironment environnement) : BackgroundService, IDemarrage
{
    private volatile bool _termine;

    public bool Termine => _termine;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var portee = portees.CreateAsyncScope();
        var db = portee.ServiceProvider.GetRequiredService<RorDbContext>();
        await moteur.PreparerAsync(db, stoppingToken);
        await MigrerAsync(db, stoppingToken);

        var chargement = portee.ServiceProvider.GetRequiredService<Chargement>();
        await chargement.RemplirAsync(stoppingToken);
        await chargement.LireAsync(stoppingToken);
        if (environnement.IsDevelopment())
        {
            await portee.ServiceProvider.GetRequiredService<JeuDeDemonstration>().ChargerAsync(stoppingToken);
        }

        _termine = true;
    }

    // Migrating compares the whole model with its snapshot, even when there is nothing to do.
    private static async Task MigrerAsync(RorDbContext db, CancellationToken ct)
    {
        if ((await db.Database.GetPendingMigrationsAsync(ct)).Any())
        {
            await db.Database.MigrateAsync(ct);
        }
    }
}
