using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Ror.Infrastructure.Persistence.Sqlite;

namespace Ror.DesignTime;

/// <summary>Makes a context for <c>dotnet ef</c>; no database is touched.</summary>
public sealed class SqliteFactory : IDesignTimeDbContextFactory<SqliteRorDbContext>
{
    public SqliteRorDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteRorDbContext>().UseSqlite("Data Source=conception.db").Options);
}

internal static class Program
{
    private static void Main() => Console.WriteLine("dotnet ef migrations add NOM --project src/Ror.Infrastructure --startup-project tools/Ror.DesignTime --context SqliteRorDbContext");
}
