using System.Data;
using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;

namespace Ror.TestKit.Moteurs;

/// <summary>
/// Databases for the tests, on the engine of the test project that runs: the same tests are compiled once per engine, and
/// <c>Ror.MoteurDeTest</c> of the project file says which.
/// </summary>
public abstract class MoteurDeTest
{
    public static IReadOnlyList<MoteurDeTest> Tous { get; } = [new SqliteDeTest(), new PostgreSqlDeTest(), new SqlServerDeTest()];

    public static MoteurDeTest Courant { get; } = Tous.Single(m => m.Nom == (AppContext.GetData("Ror.MoteurDeTest") as string ?? "Sqlite"));

    /// <summary>Value of <c>Persistance:Moteur</c>.</summary>
    public abstract string Nom { get; }

    /// <summary>How many processes serve one database in operation: an embedded engine has one.</summary>
    public virtual int Noeuds => 3;

    /// <summary>Why nothing can be run on this engine here; null when it can.</summary>
    public abstract string? Absence { get; }

    /// <summary>Reads whether a commit is on disk before it is answered.</summary>
    public abstract string LireDurabilite { get; }

    /// <summary>Connection string of a database that does not exist yet.</summary>
    public abstract string Nouvelle();

    /// <summary>A copy of a database that nobody uses now; its connection string.</summary>
    public abstract string Copier(string connexion);

    public abstract void Supprimer(string connexion);

    /// <summary>An open connection, to read what no route tells.</summary>
    public abstract DbConnection Ouvrir(string connexion);

    /// <summary>Adds to a service what its tests need on this engine.</summary>
    public virtual void Preparer(IServiceCollection services)
    {
    }

    /// <summary>A transaction in which every read sees the same moment.</summary>
    public virtual DbTransaction Figer(DbConnection connexion) => connexion.BeginTransaction(IsolationLevel.Serializable);

    /// <summary>What the engine itself finds wrong in its files, one sentence each.</summary>
    public virtual IEnumerable<string> Alterations(DbConnection connexion, DbTransaction transaction) => [];

    /// <summary>Settings of a service on that database, as environment variables.</summary>
    public (string Nom, string Valeur)[] Variables(string connexion) => [("Persistance__Moteur", Nom), ("ConnectionStrings__Ror", connexion)];
}
