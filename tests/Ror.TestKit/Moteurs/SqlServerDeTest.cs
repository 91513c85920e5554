using System.Data.Common;
using Microsoft.Data.SqlClient;

namespace Ror.TestKit.Moteurs;

/// <summary>
/// Databases on the server that <c>ROR_TEST_SQLSERVER</c> names, else on a container. Both need the complete client (docs/adr/0013).
/// </summary>
internal sealed class SqlServerDeTest : MoteurDeTest
{
#if SQLSERVER_COMPLET
    private static readonly Lazy<(string? Serveur, string? Absence)> Trouve = new(Chercher);

    public override string? Absence => Trouve.Value.Absence;

    private static string? Serveur => Trouve.Value.Serveur;

    private static (string? Serveur, string? Absence) Chercher()
    {
        if (Environment.GetEnvironmentVariable("ROR_TEST_SQLSERVER") is { Length: > 0 } donne)
        {
            return (donne, null);
        }

        try
        {
            var conteneur = new Testcontainers.MsSql.MsSqlBuilder("mcr.microsoft.com/mssql/server:2022-latest").Build();
            conteneur.StartAsync().GetAwaiter().GetResult();
            return (conteneur.GetConnectionString(), null);
        }
        catch (Exception e)
        {
            return (null, $"SQL Server absent : donnez ROR_TEST_SQLSERVER ; aucun moteur de conteneurs ne répond ({e.Message}).");
        }
    }
#else
    private static readonly string? Serveur = Environment.GetEnvironmentVariable("ROR_TEST_SQLSERVER");

    public override string? Absence => "SQL Server absent : les tests demandent -p:SqlServerComplet=true, et ROR_TEST_SQLSERVER ou un moteur de conteneurs.";
#endif

    public override string Nom => "SqlServer";

    public override string LireDurabilite => "SELECT delayed_durability_desc FROM sys.databases WHERE name = DB_NAME()";

    public override string Nouvelle() => new SqlConnectionStringBuilder(Serveur) { InitialCatalog = $"ror_test_{Guid.CreateVersion7():N}" }.ToString();

    public override string Copier(string connexion)
    {
        // The server has no template databases: a copy goes through a backup beside its own files.
        SqlConnection.ClearAllPools();
        var copie = Nouvelle();
        var (origine, cible) = (Base(connexion), Base(copie));
        Administrer($"""
            DECLARE @dossier nvarchar(400) = CAST(SERVERPROPERTY('InstanceDefaultDataPath') AS nvarchar(400));
            DECLARE @sauvegarde nvarchar(400) = @dossier + N'{cible}.bak', @mdf nvarchar(400) = @dossier + N'{cible}.mdf', @ldf nvarchar(400) = @dossier + N'{cible}.ldf';
            BACKUP DATABASE [{origine}] TO DISK = @sauvegarde WITH COPY_ONLY;
            RESTORE DATABASE [{cible}] FROM DISK = @sauvegarde WITH MOVE N'{origine}' TO @mdf, MOVE N'{origine}_log' TO @ldf;
            """);
        return copie;
    }

    public override void Supprimer(string connexion) =>
        Administrer($"ALTER DATABASE [{Base(connexion)}] SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE [{Base(connexion)}];");

    public override DbConnection Ouvrir(string connexion)
    {
        var ouverte = new SqlConnection(connexion);
        ouverte.Open();
        return ouverte;
    }

    private static string Base(string connexion) => new SqlConnectionStringBuilder(connexion).InitialCatalog;

    private static void Administrer(string sql)
    {
        using var connexion = new SqlConnection(new SqlConnectionStringBuilder(Serveur) { InitialCatalog = "master" }.ToString());
        connexion.Open();
        using var commande = new SqlCommand(sql, connexion) { CommandTimeout = 300 };
        commande.ExecuteNonQuery();
    }
}
