using System.Data;
using System.Reflection;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Ror.Infrastructure.Demarrage;
using Ror.Infrastructure.Persistence;

namespace Ror.Infrastructure.SqlServer;

/// <summary>SQL Server 2019 or later, and Azure SQL, with READ_COMMITTED_SNAPSHOT.</summary>
public sealed class MoteurSqlServer : IMoteur
{
    /// <summary>Of the SQL that is written, whatever the server: nothing newer is used.</summary>
    public const int NiveauCompatibilite = 160;

    private const int IndexUnique = 2601;
    private const int CleDejaPrise = 2627;
    private const int DelaiDepasse = -2;
    private const byte ConnexionPerdue = 20;

    public string Nom => "SqlServer";

    public string? Empechement => ClientComplet() ? null
        : "Ce service a été construit sans le client SQL Server complet : construisez-le avec -p:SqlServerComplet=true (le Dockerfile le fait).";

    public IEnumerable<string> Fautes(string connexion)
    {
        var lue = new SqlConnectionStringBuilder(connexion);
        if (lue.DataSource.Length == 0 || lue.InitialCatalog.Length == 0)
        {
            yield return "ConnectionStrings:Ror : SQL Server demande Server et Database.";
        }
    }

    public void Inscrire(IServiceCollection services, string connexion) => services.AddDbContextPool<RorDbContext, SqlServerRorDbContext>(
        o => Configurer(o, connexion));

    /// <summary>The options that every use of the engine has, tools and tests included.</summary>
    public static void Configurer(DbContextOptionsBuilder options, string connexion) => options.UseSqlServer(connexion, serveur => serveur
        .UseCompatibilityLevel(NiveauCompatibilite)
        .EnableRetryOnFailure(Reprises.Nombre, Reprises.AttenteMax, null));

    public async Task<IAsyncDisposable> VerrouillerAsync(RorDbContext db, CancellationToken ct)
    {
        // A connection of its own, outside the pool: closing it, or dying, lets the lock go.
        var verrou = new SqlServerRorDbContext((DbContextOptions<SqlServerRorDbContext>)db.GetService<IDbContextOptions>());
        try
        {
            verrou.Database.SetConnectionString(new SqlConnectionStringBuilder(db.Database.GetConnectionString()) { Pooling = false }.ToString());
            verrou.Database.SetCommandTimeout(TimeSpan.Zero);
            await verrou.Database.OpenConnectionAsync(ct);
            await verrou.Database.ExecuteSqlRawAsync(
                "DECLARE @r int; EXEC @r = sp_getapplock @Resource = N'ror-demarrage', @LockMode = N'Exclusive', @LockOwner = N'Session', @LockTimeout = -1; IF @r < 0 THROW 51000, N'sp_getapplock', 1;",
                ct);
            return verrou;
        }
        catch
        {
            await verrou.DisposeAsync();
            throw;
        }
    }

    /// <summary>Without it readers wait for writers, and a page walk blocks every parcours.</summary>
    public async Task VerifierAsync(RorDbContext db, CancellationToken ct)
    {
        var actif = await db.Database.SqlQueryRaw<bool>("SELECT is_read_committed_snapshot_on AS Value FROM sys.databases WHERE name = DB_NAME()").SingleAsync(ct);
        if (!actif)
        {
            throw new DemarrageImpossibleException("La base doit être en READ_COMMITTED_SNAPSHOT : ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE.");
        }
    }

    public Task TenirLigneAsync(RorDbContext db, IEntityType type, Guid id, bool seul, CancellationToken ct)
    {
        // An update lock would let readers that hold the row in, and they let it in: only an exclusive one is alone.
        var sql = $"SELECT 1 FROM [{type.GetTableName()}] WITH (ROWLOCK, {(seul ? "XLOCK" : "REPEATABLEREAD")}) WHERE [Id] = @id";

        // Of the type of the column: a text in Unicode would be compared by converting every id.
        return db.Database.ExecuteSqlRawAsync(sql, [new SqlParameter("id", SqlDbType.Char, SqlServerRorDbContext.LongueurGuid) { Value = id.ToString() }], ct);
    }

    public bool EstViolationUnicite(DbUpdateException erreur) => erreur.InnerException is SqlException { Number: IndexUnique or CleDejaPrise };

    /// <summary>The client never says that a failure is transient, and a server that does not answer is not one that EF retries.</summary>
    public bool EstIndisponible(Exception exception) => Reprises.EstPassagere(exception)
        || (exception as SqlException ?? exception.InnerException) is SqlException { Class: >= ConnexionPerdue } or SqlException { Number: DelaiDepasse };

    // The download form lacks an assembly that every command with a parameter needs.
    private static bool ClientComplet()
    {
        try
        {
            Assembly.Load("Microsoft.SqlServer.Server");
            return true;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
    }
}
