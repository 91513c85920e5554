using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Ror.Infrastructure.Persistence.Sqlite;

/// <summary>The embedded default: one file, write-ahead log.</summary>
internal sealed class MoteurSqlite : IMoteur
{
    private const int CleDejaPrise = 1555;
    private const int IndexUnique = 2067;

    public static void Inscrire(IServiceCollection services, string connexion)
    {
        services.AddDbContext<RorDbContext, SqliteRorDbContext>(o => o.UseSqlite(connexion));
        services.AddSingleton<IMoteur, MoteurSqlite>();
    }

    public async Task PreparerAsync(RorDbContext db, CancellationToken ct)
    {
        var fichier = new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;
        if (Path.GetDirectoryName(Path.GetFullPath(fichier)) is { } dossier)
        {
            Directory.CreateDirectory(dossier);
        }

        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", ct);
    }

    public bool EstViolationUnicite(DbUpdateException erreur) =>
        erreur.InnerException is SqliteException { SqliteExtendedErrorCode: CleDejaPrise or IndexUnique };
}
