using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Npgsql.EntityFrameworkCore.PostgreSQL;

namespace Ror.Infrastructure.Persistence.PostgreSql;

/// <summary>PostgreSQL 15 or later, at READ COMMITTED.</summary>
internal sealed partial class MoteurPostgreSql : IMoteur
{
    /// <summary>Any number does, as long as every node has the same.</summary>
    private const long VerrouDeDemarrage = 0x524F52;

    /// <summary>Seconds that a write waits for a row that another one holds.</summary>
    private const int AttenteVerrou = 5;

    public string Nom => "PostgreSql";

    public string? Telemetrie => "Npgsql";

    public IEnumerable<string> Fautes(string connexion)
    {
        var lue = new NpgsqlConnectionStringBuilder(connexion);
        return string.IsNullOrEmpty(lue.Host) || string.IsNullOrEmpty(lue.Database) ? ["ConnectionStrings:Ror : PostgreSQL demande Host et Database."] : [];
    }

    public void Inscrire(IServiceCollection services, string connexion) => services.AddDbContextPool<RorDbContext, PostgreSqlRorDbContext>(
        o => o.UseNpgsql(connexion, npgsql => npgsql.ExecutionStrategy(d => new RepriseSansDelais(d))));

    public async Task<IAsyncDisposable> VerrouillerAsync(RorDbContext db, CancellationToken ct)
    {
        // A connection of its own, outside the pool: closing it, or dying, lets the lock go.
        var connexion = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(db.Database.GetConnectionString()) { Pooling = false }.ToString());
        try
        {
            await connexion.OpenAsync(ct);
            await using var prendre = new NpgsqlCommand("SELECT pg_advisory_lock(@cle)", connexion) { CommandTimeout = 0 };
            prendre.Parameters.AddWithValue("cle", VerrouDeDemarrage);
            await prendre.ExecuteNonQueryAsync(ct);
            return connexion;
        }
        catch
        {
            await connexion.DisposeAsync();
            throw;
        }
    }

    public Task TenirLigneAsync(RorDbContext db, IEntityType type, Guid id, bool seul, CancellationToken ct)
    {
        // A row that somebody holds for long is told, not waited for: the whole node would end up waiting.
        var sql = $"""SET LOCAL lock_timeout = '{AttenteVerrou}s'; SELECT 1 FROM "{type.GetTableName()}" WHERE "Id" = @id FOR {(seul ? "NO KEY UPDATE" : "SHARE")}""";
        return db.Database.ExecuteSqlRawAsync(sql, [new NpgsqlParameter("id", id)], ct);
    }

    public async Task InsererAsync(RorDbContext db, IEntityType type, IReadOnlyCollection<object> lignes, CancellationToken ct)
    {
        var colonnes = Colonnes.De(type);
        var types = colonnes.Select(c => Facettes().Replace(c.Type.StoreType, "")).ToList();
        var connexion = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var copie = await connexion.BeginBinaryImportAsync($"""COPY "{type.GetTableName()}" ({string.Join(", ", colonnes.Select(c => $"\"{c.Nom}\""))}) FROM STDIN (FORMAT BINARY)""", ct);
        foreach (var ligne in lignes)
        {
            await copie.StartRowAsync(ct);
            for (var i = 0; i < colonnes.Count; i++)
            {
                await (colonnes[i].Valeur(ligne) is { } valeur ? copie.WriteAsync(valeur, types[i], ct) : copie.WriteNullAsync(ct));
            }
        }

        await copie.CompleteAsync(ct);
    }

    public bool EstViolationUnicite(DbUpdateException erreur) => erreur.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    public bool EstIndisponible(Exception exception) => Reprises.EstPassagere(exception)
        || (exception as PostgresException ?? exception.InnerException) is PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable };

    // COPY wants the name of a type without its length or precision.
    [GeneratedRegex(@"\([0-9, ]+\)", RegexOptions.CultureInvariant)]
    private static partial Regex Facettes();

    /// <summary>A command that ran out of time has had its chance: running it again would hold the caller for minutes.</summary>
    private sealed class RepriseSansDelais(ExecutionStrategyDependencies dependances) : NpgsqlRetryingExecutionStrategy(dependances, Reprises.Nombre, Reprises.AttenteMax, null)
    {
        protected override bool ShouldRetryOn(Exception? exception) =>
            exception is PublicationDepasseeException || (exception is not NpgsqlException { InnerException: TimeoutException } && base.ShouldRetryOn(exception));
    }
}
