using System.Data;
using System.Data.Common;
using Npgsql;

namespace Ror.TestKit.Moteurs;

/// <summary>Databases on the server that <c>ROR_TEST_POSTGRESQL</c> names (a connection string whose user may create databases).</summary>
internal sealed class PostgreSqlDeTest : MoteurDeTest
{
    private static readonly string? Serveur = Environment.GetEnvironmentVariable("ROR_TEST_POSTGRESQL");

    public override string Nom => "PostgreSql";

    public override string? Absence => string.IsNullOrEmpty(Serveur) ? "PostgreSQL absent : donnez ROR_TEST_POSTGRESQL, ou lancez tools/avec-postgresql dotnet test Ror.Api.sln." : null;

    public override string LireDurabilite => "SHOW fsync";

    public override string Nouvelle() => new NpgsqlConnectionStringBuilder(Serveur) { Database = $"ror_test_{Guid.CreateVersion7():N}" }.ToString();

    public override string Copier(string connexion)
    {
        // A template must not be in use.
        NpgsqlConnection.ClearPool(new NpgsqlConnection(connexion));
        var copie = Nouvelle();
        Administrer($"CREATE DATABASE {Base(copie)} TEMPLATE {Base(connexion)}");
        return copie;
    }

    public override void Supprimer(string connexion) => Administrer($"DROP DATABASE IF EXISTS {Base(connexion)} WITH (FORCE)");

    public override DbConnection Ouvrir(string connexion)
    {
        // Of its own: a test may cut every connection of a database.
        var ouverte = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connexion) { Pooling = false }.ToString());
        ouverte.Open();
        return ouverte;
    }

    public override DbTransaction Figer(DbConnection connexion) => connexion.BeginTransaction(IsolationLevel.RepeatableRead);

    private static string Base(string connexion) => new NpgsqlConnectionStringBuilder(connexion).Database!;

    private static void Administrer(string sql)
    {
        using var connexion = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Serveur) { Database = "postgres" }.ToString());
        connexion.Open();
        using var commande = new NpgsqlCommand(sql, connexion);
        commande.ExecuteNonQuery();
    }
}
