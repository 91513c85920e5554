using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ror.TestKit;
using Ror.TestKit.Moteurs;

namespace Ror.Benchmarks;

/// <summary>Closing and reopening an établissement of 10 000 published offers: one transaction each, the same answer on every engine.</summary>
internal static class Cascade
{
    private const int Offres = 10_000;
    private static readonly string[] Tables = ["Offres", "OffresPubliees"];

    public static async Task<int> MesurerAsync()
    {
        foreach (var moteur in MoteurDeTest.Tous.Where(m => m.Absence is null))
        {
            var (connexion, dossier) = (moteur.Nouvelle(), Directory.CreateTempSubdirectory("ror-mesure-").FullName);
            using (var service = await ProcessusRor.DemarrerAsync(dossier, "Development", [.. moteur.Variables(connexion), ("Logging__LogLevel__Default", "Warning")]))
            {
                Multiplier(moteur, connexion);
                Console.WriteLine($"\n{moteur.Nom}");
                var client = await service.EnAsync("referent-occitanie");
                var route = $"/api/v1/entites-geographiques/{Demo.ChAlbi}";
                var demande = new { type = Demo.Code("PRO"), dateFermeture = "2026-01-05", dateReouverture = "2030-01-01" };
                foreach (var (nom, chemin, corps) in new (string, string, object?)[]
                {
                    ("simulation", "fermeture?simulation=true", demande), ("fermeture", "fermeture", demande), ("réouverture", "reouverture", null), ("fermeture", "fermeture", demande),
                })
                {
                    var etag = (await client.GetAsync(route)).Doit(200).ETag;
                    var debut = Stopwatch.GetTimestamp();
                    var effets = (await client.PostAsync($"{route}/{chemin}", corps, ("If-Match", etag))).Doit(200).Corps.GetProperty("effets");
                    Console.WriteLine($"  {nom,-12} {Stopwatch.GetElapsedTime(debut).TotalSeconds,6:0.00} s   {effets.GetArrayLength()} objets, empreinte {Empreinte(effets)}");
                }
            }

            moteur.Supprimer(connexion);
            Directory.Delete(dossier, recursive: true);
        }

        return 0;
    }

    // What is touched, whatever the ids.
    private static string Empreinte(System.Text.Json.JsonElement effets)
    {
        var lignes = effets.EnumerateArray().Select(e => $"{e.GetProperty("type")} {e.GetProperty("identifiant")} {e.GetProperty("avant")} {e.GetProperty("apres")} {(e.TryGetProperty("fermeture", out var fermeture) ? fermeture.GetRawText() : "")}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lignes.Order(StringComparer.Ordinal)))))[..12];
    }

    // The same offer, many times over, as the entry side and the published side have it.
    private static void Multiplier(MoteurDeTest moteur, string connexion)
    {
        using var lecture = moteur.Ouvrir(connexion);
        using var db = DbProviderFactories.GetFactory(lecture)!.CreateConnection()!;
        db.ConnectionString = connexion;
        db.Open();
        using var transaction = db.BeginTransaction();
        var modeles = Tables.Select(table => (Table: table, Ligne: Lire(db, transaction, table))).ToList();
        for (var n = 0; n < Offres; n++)
        {
            var id = Guid.CreateVersion7();
            foreach (var (table, ligne) in modeles)
            {
                Copier(db, transaction, table, ligne, id, string.Create(CultureInfo.InvariantCulture, $"76/{500_000 + n}"));
            }
        }

        transaction.Commit();
    }

    private static Dictionary<string, object?> Lire(DbConnection db, DbTransaction transaction, string table)
    {
        using var commande = db.CreateCommand();
        (commande.Transaction, commande.CommandText) = (transaction, $"SELECT * FROM \"{table}\" WHERE \"Identifiant\" = '76/100001'");
        using var lecteur = commande.ExecuteReader();
        lecteur.Read();
        return Enumerable.Range(0, lecteur.FieldCount).ToDictionary(lecteur.GetName, i => lecteur.IsDBNull(i) ? null : lecteur.GetValue(i));
    }

    private static void Copier(DbConnection db, DbTransaction transaction, string table, Dictionary<string, object?> ligne, Guid id, string identifiant)
    {
        using var commande = db.CreateCommand();
        commande.Transaction = transaction;
        commande.CommandText = $"INSERT INTO \"{table}\" ({string.Join(", ", ligne.Keys.Select(c => $"\"{c}\""))}) VALUES ({string.Join(", ", ligne.Keys.Select((_, i) => $"@p{i}"))})";
        foreach (var (colonne, rang) in ligne.Keys.Select((c, i) => (c, i)))
        {
            var parametre = commande.CreateParameter();
            parametre.ParameterName = $"@p{rang}";
            parametre.Value = colonne switch
            {
                // An engine without uuids keeps them as text.
                "Id" => ligne[colonne] is string ? id.ToString().ToUpperInvariant() : id,
                "Identifiant" => identifiant,
                _ => ligne[colonne] ?? DBNull.Value,
            };
            commande.Parameters.Add(parametre);
        }

        commande.ExecuteNonQuery();
    }
}
