using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Ror.Infrastructure.Persistence.Sqlite;

/// <summary>The embedded default: one file, write-ahead log, every commit on disk before it is answered.</summary>
internal sealed class MoteurSqlite : IMoteur
{
    private const int Occupe = 5;
    private const int CleDejaPrise = 1555;
    private const int IndexUnique = 2067;

    // Writers that find the file locked poll it and may be overtaken for seconds: those of this process stand in a queue instead.
    private readonly FileDAttente _ecrivains = new();

    public string Nom => "Sqlite";

    /// <summary>Data in the current folder.</summary>
    public string? ConnexionParDefaut => "Data Source=data/ror.db";

    public IEnumerable<string> Fautes(string connexion)
    {
        var lue = new SqliteConnectionStringBuilder(connexion);
        if (lue.DataSource.Length == 0 || lue.DataSource.StartsWith(':') || lue.DataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
        {
            yield return "ConnectionStrings:Ror : SQLite demande le chemin d'un fichier (Data Source=…).";
        }

        if (lue.Mode is SqliteOpenMode.Memory or SqliteOpenMode.ReadOnly || lue.Password.Length > 0)
        {
            yield return "ConnectionStrings:Ror : ni Mode=Memory, ni Mode=ReadOnly, ni Password avec SQLite.";
        }
    }

    public void Inscrire(IServiceCollection services, string connexion) =>
        services.AddDbContextPool<RorDbContext, SqliteRorDbContext>(o => o.UseSqlite(connexion));

    public async Task CreerAsync(RorDbContext db, CancellationToken ct)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Fichier(db))!);
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", ct);
    }

    /// <summary>A lock on a file beside the database: it ends with the process, however that ends.</summary>
    public async Task<IAsyncDisposable> VerrouillerAsync(RorDbContext db, CancellationToken ct)
    {
        var verrou = await PrendreAsync(Fichier(db) + ".verrou", ct);

        // EF keeps its own lock in a table, which a process killed while migrating leaves behind for ever. Whoever holds the file is alone.
        await db.Database.ExecuteSqlRawAsync("""CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL)""", ct);
        await db.Database.ExecuteSqlRawAsync("""DELETE FROM "__EFMigrationsLock" """, ct);
        return verrou;
    }

    public async ValueTask<IDisposable?> PrendreSonTourAsync(CancellationToken ct) => await _ecrivains.EntrerAsync(ct);

    /// <summary>There is one writer at a time.</summary>
    public Task TenirLigneAsync(RorDbContext db, IEntityType type, Guid id, bool seul, CancellationToken ct) => Task.CompletedTask;

    public async Task InsererAsync(RorDbContext db, IEntityType type, IReadOnlyCollection<object> lignes, CancellationToken ct)
    {
        var colonnes = Colonnes.De(type);
        await using var commande = (SqliteCommand)db.Database.GetDbConnection().CreateCommand();
        commande.Transaction = (SqliteTransaction)db.Database.CurrentTransaction!.GetDbTransaction();
        commande.CommandText = $"INSERT INTO \"{type.GetTableName()}\" ({string.Join(", ", colonnes.Select(c => $"\"{c.Nom}\""))}) VALUES ({string.Join(", ", colonnes.Select((_, i) => $"$p{i}"))})";
        var parametres = colonnes.Select((_, i) => commande.Parameters.Add(new SqliteParameter($"$p{i}", null))).ToList();
        foreach (var ligne in lignes)
        {
            for (var i = 0; i < parametres.Count; i++)
            {
                parametres[i].Value = colonnes[i].Valeur(ligne) ?? DBNull.Value;
            }

            // Nothing here waits for anything: SQLite has no asynchronous calls.
            commande.ExecuteNonQuery();
        }
    }

    public bool EstViolationUnicite(DbUpdateException erreur) =>
        erreur.InnerException is SqliteException { SqliteExtendedErrorCode: CleDejaPrise or IndexUnique };

    public bool EstIndisponible(Exception exception) => (exception as SqliteException ?? exception.InnerException) is SqliteException { SqliteErrorCode: Occupe };

    public Func<string, CancellationToken, Task>? Sauvegarde(string connexion) => async (fichier, ct) =>
    {
        // It has its name once it is whole and on disk: SQLite does not wait for the disk here, and whoever copies may be killed.
        var partielle = fichier + ".partielle";
        File.Delete(partielle);
        await using (var source = new SqliteConnection(new SqliteConnectionStringBuilder(connexion) { Mode = SqliteOpenMode.ReadWrite }.ToString()))
        {
            await source.OpenAsync(ct);
            await using var copier = source.CreateCommand();
            copier.CommandText = "VACUUM INTO $fichier";
            copier.Parameters.AddWithValue("$fichier", partielle);
            await copier.ExecuteNonQueryAsync(ct);
        }

        await using (var copie = new FileStream(partielle, FileMode.Open, FileAccess.ReadWrite))
        {
            copie.Flush(flushToDisk: true);
        }

        File.Move(partielle, fichier);
    };

    private static string Fichier(RorDbContext db) => Path.GetFullPath(new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource);

    private static async Task<FileStream> PrendreAsync(string fichier, CancellationToken ct)
    {
        while (true)
        {
            try
            {
                return new FileStream(fichier, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(fichier))
            {
                await Task.Delay(50, ct);
            }
        }
    }
}
