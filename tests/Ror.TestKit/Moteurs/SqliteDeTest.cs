using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Ror.TestKit.Moteurs;

/// <summary>One file in a temporary folder of its own.</summary>
internal sealed class SqliteDeTest : MoteurDeTest
{
    public override string Nom => "Sqlite";

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

    private static string Fichier(string connexion) => new SqliteConnectionStringBuilder(connexion).DataSource;
}
