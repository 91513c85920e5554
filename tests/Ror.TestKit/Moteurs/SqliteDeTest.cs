using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Ror.Infrastructure.Persistence.Sqlite;
using Ror.TestKit.SqlServer;

namespace Ror.TestKit.Moteurs;

/// <summary>One file in a temporary folder of its own.</summary>
internal sealed class SqliteDeTest : MoteurDeTest
{
    public override string Nom => "Sqlite";

    public override int Noeuds => 1;

    public override string? Absence => null;

    public override string LireDurabilite => "PRAGMA synchronous";

    public override string Nouvelle() => $"Data Source={Path.Combine(Directory.CreateTempSubdirectory("ror-test-").FullName, "ror.db")}";

    public override string Copier(string connexion)
    {
        SqliteConnection.ClearAllPools();
        var copie = Nouvelle();
        File.Copy(Fichier(connexion), Fichier(copie));
        return copie;
    }

    public override void Supprimer(string connexion)
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(Path.GetDirectoryName(Fichier(connexion))!, recursive: true);
    }

    public override DbConnection Ouvrir(string connexion)
    {
        var lecture = new SqliteConnection($"{connexion};Mode=ReadOnly");
        lecture.Open();
        return lecture;
    }

    /// <summary>There is no SQL Server where these tests run: what is played here is proven for it too.</summary>
    public override void Preparer(IServiceCollection services) => services.AjouterEspionSqlServer<SqliteRorDbContext>();

    /// <summary>Deferred: a writer is not waited for, and what is read does not move.</summary>
    public override DbTransaction Figer(DbConnection connexion) => ((SqliteConnection)connexion).BeginTransaction(deferred: true);

    public override IEnumerable<string> Alterations(DbConnection connexion, DbTransaction transaction)
    {
        foreach (var verification in new[] { "integrity_check", "foreign_key_check" })
        {
            using var commande = connexion.CreateCommand();
            (commande.CommandText, commande.Transaction) = ($"PRAGMA {verification}", transaction);
            using var lecteur = commande.ExecuteReader();
            while (lecteur.Read())
            {
                if (lecteur.GetString(0) != "ok")
                {
                    yield return $"{verification} : {lecteur.GetString(0)}";
                }
            }
        }
    }

    private static string Fichier(string connexion) => new SqliteConnectionStringBuilder(connexion).DataSource;
}
