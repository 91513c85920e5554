using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Ror.Infrastructure.Persistence.PostgreSql;
using Ror.Infrastructure.Persistence.Sqlite;
using Ror.Infrastructure.SqlServer;

namespace Ror.DesignTime;

/// <summary>An engine's context and the folder of its migrations, inside the project of the context.</summary>
internal sealed record MoteurConception(Type Contexte, string Dossier, Func<DbContext> Creer)
{
    public bool EstAJour()
    {
        using var contexte = Creer();
        return contexte.Database.GetMigrations().Any() && !contexte.Database.HasPendingModelChanges();
    }
}

internal static class Moteurs
{
    public static IReadOnlyList<MoteurConception> Tous { get; } =
    [
        new(typeof(SqliteRorDbContext), "Persistence/Sqlite/Migrations", () => new SqliteFactory().CreateDbContext([])),
        new(typeof(PostgreSqlRorDbContext), "Persistence/PostgreSql/Migrations", () => new PostgreSqlFactory().CreateDbContext([])),
        new(typeof(SqlServerRorDbContext), "Migrations", () => new SqlServerFactory().CreateDbContext([])),
    ];

    public static string Racine { get; } = Chercher(AppContext.BaseDirectory);

    private static string Chercher(string dossier) =>
        File.Exists(Path.Combine(dossier, "Ror.Api.sln")) ? dossier : Chercher(Path.GetDirectoryName(dossier) ?? throw new InvalidOperationException("Ror.Api.sln introuvable."));
}

// Found by EF Design; no database is touched.
public sealed class SqliteFactory : IDesignTimeDbContextFactory<SqliteRorDbContext>
{
    public SqliteRorDbContext CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<SqliteRorDbContext>().UseSqlite("Data Source=conception.db").Options);
}

public sealed class PostgreSqlFactory : IDesignTimeDbContextFactory<PostgreSqlRorDbContext>
{
    public PostgreSqlRorDbContext CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<PostgreSqlRorDbContext>().UseNpgsql("Host=conception").Options);
}

public sealed class SqlServerFactory : IDesignTimeDbContextFactory<SqlServerRorDbContext>
{
    public SqlServerRorDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqlServerRorDbContext>();
        MoteurSqlServer.Configurer(options, "Server=conception");
        return new(options.Options);
    }
}
