using Microsoft.Data.Sqlite;

namespace Ror.Consommateur;

/// <summary>
/// The copy: one row per object, and the cursor beside them. A page and its cursor are kept in one transaction: killed at any moment, the copy is as it was
/// after some page, and goes on from there.
/// </summary>
internal sealed class Copie : IDisposable
{
    private readonly SqliteConnection _base;

    public Copie(string fichier)
    {
        SQLitePCL.Batteries_V2.Init();
        _base = new SqliteConnection($"Data Source={fichier}");
        _base.Open();
        Executer("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
        Executer("CREATE TABLE IF NOT EXISTS Objets (Id TEXT PRIMARY KEY, Type TEXT NOT NULL, Contenu TEXT NOT NULL); CREATE TABLE IF NOT EXISTS Curseur (Valeur TEXT NOT NULL)");
    }

    /// <summary>0 begins with the present state.</summary>
    public string Curseur => (string?)Commande("SELECT Valeur FROM Curseur").ExecuteScalar() ?? "0";

    public long Nombre => (long)Commande("SELECT COUNT(*) FROM Objets").ExecuteScalar()!;

    public IReadOnlyDictionary<string, string> Tout
    {
        get
        {
            using var lecteur = Commande("SELECT Id, Contenu FROM Objets").ExecuteReader();
            var tout = new Dictionary<string, string>();
            while (lecteur.Read())
            {
                tout[lecteur.GetString(0)] = lecteur.GetString(1);
            }

            return tout;
        }
    }

    /// <summary>Keeps a page: what it says of each object, in its order, and where the next one begins.</summary>
    public void Garder(PageChangements page)
    {
        using var transaction = _base.BeginTransaction();
        foreach (var changement in page.Elements)
        {
            // Whatever happened, the object is as the page shows it; a retrait shows nothing any more.
            if (changement.Contenu is { } contenu)
            {
                Executer("INSERT INTO Objets (Id, Type, Contenu) VALUES ($id, $type, $contenu) ON CONFLICT (Id) DO UPDATE SET Contenu = $contenu",
                    ("$id", changement.Objet.Id), ("$type", changement.Objet.Type), ("$contenu", contenu.GetRawText()));
            }
            else
            {
                Executer("DELETE FROM Objets WHERE Id = $id", ("$id", changement.Objet.Id));
            }
        }

        Executer("DELETE FROM Curseur");
        Executer("INSERT INTO Curseur VALUES ($valeur)", ("$valeur", page.Suivant));
        transaction.Commit();
    }

    /// <summary>Begins again from nothing.</summary>
    public void Vider() => Executer("BEGIN; DELETE FROM Objets; DELETE FROM Curseur; COMMIT");

    public void Dispose() => _base.Dispose();

    private void Executer(string sql, params (string Nom, string Valeur)[] parametres)
    {
        using var commande = Commande(sql);
        foreach (var (nom, valeur) in parametres)
        {
            commande.Parameters.AddWithValue(nom, valeur);
        }

        commande.ExecuteNonQuery();
    }

    private SqliteCommand Commande(string sql)
    {
        var commande = _base.CreateCommand();
        commande.CommandText = sql;
        return commande;
    }
}
