using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Ror.Infrastructure.Persistence.PostgreSql;

/// <summary>PostgreSQL 15 or later, at READ COMMITTED.</summary>
internal sealed class MoteurPostgreSql : IMoteur
{
    /// <summary>Any number does, as long as every node has the same.</summary>
    private const long VerrouDeDemarrage = 0x524F52;

    public string Nom => "PostgreSql";

    public string? Telemetrie => "Npgsql";

    public IEnumerable<string> Fautes(string connexion)
    {
        var lue = new NpgsqlConnectionStringBuilder(connexion);
        return string.IsNullOrEmpty(lue.Host) || string.IsNullOrEmpty(lue.Database) ? ["ConnectionStrings:Ror : PostgreSQL demande Host et Database."] : [];
    }

    public void Inscrire(IServiceCollection services, string connexion) => services.AddDbContext<RorDbContext, PostgreSqlRorDbContext>(
        o => o.UseNpgsql(connexion, npgsql => npgsql.EnableRetryOnFailure(Reprises.Nombre, Reprises.AttenteMax, null)));

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
        var sql = $"""SELECT 1 FROM "{type.GetTableName()}" WHERE "Id" = @id FOR {(seul ? "NO KEY UPDATE" : "SHARE")}""";
        return db.Database.ExecuteSqlRawAsync(sql, [new NpgsqlParameter("id", id)], ct);
    }

    public bool EstViolationUnicite(DbUpdateException erreur) => erreur.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    public bool EstIndisponible(Exception exception) => Reprises.EstPassagere(exception);
}
