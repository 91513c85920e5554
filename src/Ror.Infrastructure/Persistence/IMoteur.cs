using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Ror.Application.Commun;

namespace Ror.Infrastructure.Persistence;

/// <summary>What an engine does its own way; everything else is written once. Chosen by <c>Persistance:Moteur</c>.</summary>
public interface IMoteur : IPannes
{
    /// <summary>As the configuration names it.</summary>
    string Nom { get; }

    /// <summary>In Development; null where the operator must say.</summary>
    string? ConnexionParDefaut => null;

    /// <summary>Why this build cannot run the engine at all; null when it can.</summary>
    string? Empechement => null;

    /// <summary>Name under which its client publishes traces and metrics, when it does.</summary>
    string? Telemetrie => null;

    /// <summary>What forbids to start on that connection, one sentence each; nothing is opened.</summary>
    IEnumerable<string> Fautes(string connexion);

    void Inscrire(IServiceCollection services, string connexion);

    /// <summary>The database, when missing.</summary>
    async Task CreerAsync(RorDbContext db, CancellationToken ct)
    {
        var createur = db.GetService<IRelationalDatabaseCreator>();
        if (await createur.ExistsAsync(ct))
        {
            return;
        }

        try
        {
            await createur.CreateAsync(ct);
        }
        catch (Exception e) when (e is System.Data.Common.DbException or RetryLimitExceededException)
        {
            // Another node may have made it meanwhile.
            if (!await createur.ExistsAsync(ct))
            {
                throw;
            }
        }
    }

    /// <summary>Lets one node at a time prepare the database; a node that dies lets go.</summary>
    Task<IAsyncDisposable> VerrouillerAsync(RorDbContext db, CancellationToken ct);

    /// <summary>The modes of the database that the service counts on.</summary>
    /// <exception cref="Demarrage.DemarrageImpossibleException">One of them is off.</exception>
    Task VerifierAsync(RorDbContext db, CancellationToken ct) => Task.CompletedTask;

    /// <summary>Waits until this process may open a transaction that writes; disposing lets the next one in. Null where the server queues by itself.</summary>
    ValueTask<IDisposable?> PrendreSonTourAsync(CancellationToken ct) => ValueTask.FromResult<IDisposable?>(null);

    /// <summary>Holds one row until the end of the transaction: alone, or with others that only read it.</summary>
    Task TenirLigneAsync(RorDbContext db, IEntityType type, Guid id, bool seul, CancellationToken ct);

    /// <summary>Writes many new rows of one table in the open transaction, in the fastest way that the engine has; nothing is tracked.</summary>
    async Task InsererAsync(RorDbContext db, IEntityType type, IReadOnlyCollection<object> lignes, CancellationToken ct)
    {
        db.AddRange(lignes);
        await db.SauverTelQuelAsync(ct);
        foreach (var ligne in lignes)
        {
            db.Entry(ligne).State = EntityState.Detached;
        }
    }

    /// <summary>Recognised by number, never by message.</summary>
    bool EstViolationUnicite(DbUpdateException erreur);

    /// <summary>Copies the database to a file while it is in use; null when the engine has its own tools for it.</summary>
    Func<string, CancellationToken, Task>? Sauvegarde(string connexion) => null;
}
