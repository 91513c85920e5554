using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Hosting;
using Ror.Application.Commun;
using Ror.Application.Demo;
using Ror.Application.Diffusion;
using Ror.Infrastructure.Persistence;

namespace Ror.Infrastructure.Demarrage;

/// <summary>
/// Create, migrate, fill, read what is in force: one node at a time, whatever the engine, so that nodes that start together do it once.
/// </summary>
internal sealed class PreparationBase(RorDbContext db, Persistance persistance, Chargement chargement, Reconstruction reconstruction, CodesDesObjets codes, JeuDeDemonstration demonstration, IHostEnvironment environnement)
{
    private static readonly TimeSpan Relance = TimeSpan.FromSeconds(1);

    /// <summary>At the start of a node: migrates when it is allowed to, else waits for whoever does.</summary>
    public async Task AuDemarrageAsync(CancellationToken ct)
    {
        if (persistance.Options.MigrerAuDemarrage)
        {
            await persistance.Moteur.CreerAsync(db, ct);
        }
        else
        {
            await AttendreAsync(ct);
        }

        await PreparerAsync(ct);
    }

    /// <summary>The <c>migrer</c> command.</summary>
    /// <returns>Names of the migrations that it applied.</returns>
    public async Task<IReadOnlyList<string>> MigrerAsync(CancellationToken ct)
    {
        await persistance.Moteur.CreerAsync(db, ct);
        return await PreparerAsync(ct);
    }

    private async Task<IReadOnlyList<string>> PreparerAsync(CancellationToken ct)
    {
        await persistance.Moteur.VerifierAsync(db, ct);
        await using var verrou = await persistance.Moteur.VerrouillerAsync(db, ct);

        // Migrating compares the whole model with its snapshot, even when there is nothing to do.
        // Without its history the database is new: asking for it would log an error at every installation.
        IReadOnlyList<string> enAttente = await db.GetService<IHistoryRepository>().ExistsAsync(ct) ? [.. await db.Database.GetPendingMigrationsAsync(ct)] : [.. db.Database.GetMigrations()];
        if (enAttente.Count > 0)
        {
            await db.Database.MigrateAsync(ct);
        }

        await UneFoisAsync(chargement.RemplirAsync, ct);
        await chargement.LireAsync(ct);

        await codes.CompleterAsync(ct);

        // A database from before the journal: everything that it publishes takes its first number, one établissement after the other.
        if (await db.EntitesGeographiques.AnyAsync(e => !db.StructuresPubliees.Any(s => s.Id == e.Id), ct))
        {
            await reconstruction.ExecuterAsync(ct);
        }

        if (environnement.IsDevelopment())
        {
            await UneFoisAsync(demonstration.ChargerAsync, ct);
        }

        return enAttente;
    }

    // A node killed while it was committing has let the lock go, and may have succeeded after this one looked: what it loaded is there then.
    private static async Task UneFoisAsync(Func<CancellationToken, Task<bool>> charger, CancellationToken ct)
    {
        try
        {
            await charger(ct);
        }
        catch (DoublonException)
        {
            await charger(ct);
        }
    }

    private async Task AttendreAsync(CancellationToken ct)
    {
        while (!await EstMigreeAsync(ct))
        {
            await Task.Delay(Relance, ct);
        }
    }

    // A server that is away is waited for like the rest.
    private async Task<bool> EstMigreeAsync(CancellationToken ct)
    {
        try
        {
            return await db.GetService<IRelationalDatabaseCreator>().ExistsAsync(ct)
                && await db.GetService<IHistoryRepository>().ExistsAsync(ct)
                && !(await db.Database.GetPendingMigrationsAsync(ct)).Any();
        }
        catch (Exception e) when (persistance.Moteur.EstIndisponible(e))
        {
            return false;
        }
    }
}
