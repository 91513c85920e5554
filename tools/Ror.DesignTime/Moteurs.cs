using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Sqlite.Design.Internal;
using Microsoft.EntityFrameworkCore.SqlServer.Design.Internal;
using Npgsql.EntityFrameworkCore.PostgreSQL.Design.Internal;
using Ror.Infrastructure.Persistence.PostgreSql;
using Ror.Infrastructure.Persistence.Sqlite;
using Ror.Infrastructure.SqlServer;

#pragma warning disable EF1001 // The design services of a provider have no other name.

namespace Ror.DesignTime;

/// <summary>Where the migrations of an engine live; no database is touched.</summary>
internal sealed record MoteurConception(string Projet, string EspaceDeNoms, Func<DbContext> Creer, Func<IDesignTimeServices> Services)
{
    public string Dossier => Path.Combine(Moteurs.Racine, "src", Projet);
}

internal static class Moteurs
{
    public static IReadOnlyList<MoteurConception> Tous { get; } =
    [
        new("Ror.Infrastructure", "Persistence.Sqlite.Migrations",
            () => new SqliteRorDbContext(Options<SqliteRorDbContext>(o => o.UseSqlite("Data Source=conception.db"))), () => new SqliteDesignTimeServices()),
        new("Ror.Infrastructure", "Persistence.PostgreSql.Migrations",
            () => new PostgreSqlRorDbContext(Options<PostgreSqlRorDbContext>(o => o.UseNpgsql("Host=conception"))), () => new NpgsqlDesignTimeServices()),
        new("Ror.Infrastructure.SqlServer", "Migrations",
            () => new SqlServerRorDbContext(Options<SqlServerRorDbContext>(o => MoteurSqlServer.Configurer(o, "Server=conception"))), () => new SqlServerDesignTimeServices()),
    ];

    public static string Racine { get; } = Chercher(AppContext.BaseDirectory);

    private static DbContextOptions<T> Options<T>(Action<DbContextOptionsBuilder> configurer)
        where T : DbContext
    {
        var options = new DbContextOptionsBuilder<T>();
        configurer(options);
        return options.Options;
    }

    private static string Chercher(string dossier) =>
        File.Exists(Path.Combine(dossier, "Ror.Api.sln")) ? dossier : Chercher(Path.GetDirectoryName(dossier) ?? throw new InvalidOperationException("Ror.Api.sln introuvable."));
}
