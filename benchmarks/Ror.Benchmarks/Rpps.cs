using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Ror.TestKit;
using Ror.TestKit.Annuaires;
using Ror.TestKit.Moteurs;

namespace Ror.Benchmarks;

/// <summary>
/// A generated extract put in by the command line, a real process: for good, again, and without a few persons; beside it, in the same run, the bare insertion of
/// the very rows that it wrote, by prepared statements, in transactions of ten thousand.
/// </summary>
internal static class Rpps
{
    private const int LignesParTransaction = 10_000;
    private const int Partis = 10;

    // A database starts with its migrations and lists.
    private static readonly string[] Tables = ["EntitesJuridiques", "EntitesGeographiques", "Professionnels", "Offres", "CodesDesObjets", "Audit", "StructuresPubliees", "Journal", "LignesImport"];

    public static async Task<int> MesurerAsync(int lignes)
    {
        var travail = Directory.CreateTempSubdirectory("ror-mesure-").FullName;
        var (extrait, sans) = (Path.Combine(travail, "PS_LibreAcces_Personne_activite_202611290800.txt"), Path.Combine(travail, "PS_LibreAcces_Personne_activite_202611300800.txt"));
        Generer(extrait, sans, lignes);
        foreach (var moteur in MoteurDeTest.Tous.Where(m => m.Absence is null))
        {
            var (importee, nue) = (moteur.Nouvelle(), moteur.Nouvelle());
            foreach (var connexion in new[] { importee, nue })
            {
                _ = await ProcessusRor.ExecuterAsync(travail, "Production", ["migrer"], moteur.Variables(connexion));
            }

            var import = await ImporterAsync(moteur, importee, travail, extrait);
            var (rangees, bare) = Inserer(moteur, importee, nue);
            Console.WriteLine($"{moteur.Nom}, insertion nue : {rangees} rangées en {Dire(bare)} ; l'import prend {import.TotalSeconds / bare.TotalSeconds:0.00} fois ce temps");
            var avant = Offres(moteur, importee);
            var encore = await ImporterAsync(moteur, importee, travail, extrait);
            Console.WriteLine($"{moteur.Nom}, encore : {encore.TotalSeconds / import.TotalSeconds:0.00} fois le premier ; {Changees(avant, Offres(moteur, importee))} offres changées");
            await ImporterAsync(moteur, importee, travail, sans);
            Console.WriteLine($"{moteur.Nom}, sans {Partis} personnes : {Changees(avant, Offres(moteur, importee))} offres changées ou parties de {avant.Count}");
            moteur.Supprimer(importee);
            moteur.Supprimer(nue);
        }

        Directory.Delete(travail, recursive: true);
        return 0;
    }

    private static void Generer(string extrait, string sans, int lignes)
    {
        using (var sortie = new StreamWriter(extrait, append: false, new UTF8Encoding(false)))
        {
            new GenerateurRpps().Ecrire(sortie, lignes);
        }

        var partis = File.ReadLines(extrait).Skip(1).Where(l => l.Contains("|L|Libéral|", StringComparison.Ordinal)).Select(l => l.Split('|')[1]).Distinct().Take(Partis).ToHashSet();
        File.WriteAllLines(sans, File.ReadLines(extrait).Where(l => !partis.Contains(l.Split('|')[1])));
    }

    private static async Task<TimeSpan> ImporterAsync(MoteurDeTest moteur, string connexion, string travail, string fichier)
    {
        var horloge = Stopwatch.StartNew();
        var (code, sortie, memoire) = await ProcessusRor.MesurerAsync(travail, "Production", ["importer-rpps", fichier], moteur.Variables(connexion));
        var duree = horloge.Elapsed;
        var bilan = string.Join(", ", sortie.Split('\n').Where(l => l.Contains(" : ", StringComparison.Ordinal)).Select(l => l.Split(" (")[0]).Take(12));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{moteur.Nom}, import de {new FileInfo(fichier).Length / 1048576.0:0} Mo : {Dire(duree)}, {memoire >> 20} Mo de mémoire, code {code}\n  {bilan}"));
        return duree;
    }

    // Rows are read beside the clock, and bound as the client of the engine takes them.
    private static (long Rangees, TimeSpan Duree) Inserer(MoteurDeTest moteur, string depuis, string vers)
    {
        using var source = moteur.Ouvrir(depuis);
        using var cible = (DbConnection)Activator.CreateInstance(source.GetType())!;
        cible.ConnectionString = vers;
        cible.Open();
        var (horloge, rangees) = (new Stopwatch(), 0L);
        foreach (var table in Tables)
        {
            using var lire = source.CreateCommand();
            lire.CommandText = $"SELECT * FROM \"{table}\"";
            using var lecteur = lire.ExecuteReader();
            var lot = new List<object[]>(LignesParTransaction);
            while (true)
            {
                var encore = lecteur.Read();
                if (encore)
                {
                    var valeurs = new object[lecteur.FieldCount];
                    lecteur.GetValues(valeurs);
                    lot.Add(valeurs);
                }

                if (lot.Count == LignesParTransaction || (!encore && lot.Count > 0))
                {
                    rangees += lot.Count;
                    horloge.Start();
                    Inserer(cible, table, [.. Enumerable.Range(0, lecteur.FieldCount).Select(lecteur.GetName)], lot);
                    horloge.Stop();
                    lot.Clear();
                }

                if (!encore)
                {
                    break;
                }
            }
        }

        return (rangees, horloge.Elapsed);
    }

    private static void Inserer(DbConnection cible, string table, string[] colonnes, List<object[]> lot)
    {
        using var transaction = cible.BeginTransaction();
        using var commande = cible.CreateCommand();
        commande.Transaction = transaction;
        commande.CommandText = $"INSERT INTO \"{table}\" ({string.Join(", ", colonnes.Select(c => $"\"{c}\""))}) VALUES ({string.Join(", ", colonnes.Select((_, i) => $"@p{i}"))})";
        var parametres = colonnes.Select((_, i) =>
        {
            var parametre = commande.CreateParameter();
            parametre.ParameterName = $"@p{i}";
            commande.Parameters.Add(parametre);
            return parametre;
        }).ToList();
        foreach (var valeurs in lot)
        {
            for (var i = 0; i < valeurs.Length; i++)
            {
                parametres[i].Value = valeurs[i];
            }

            commande.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    private static Dictionary<string, string> Offres(MoteurDeTest moteur, string connexion)
    {
        using var db = moteur.Ouvrir(connexion);
        using var lire = db.CreateCommand();
        lire.CommandText = "SELECT \"Id\", \"Version\", \"Contenu\", \"Statut\" FROM \"Offres\"";
        using var lecteur = lire.ExecuteReader();
        var offres = new Dictionary<string, string>();
        while (lecteur.Read())
        {
            offres.Add($"{lecteur.GetValue(0)}", Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes($"{lecteur.GetValue(1)}|{lecteur.GetValue(2)}|{lecteur.GetValue(3)}"))));
        }

        return offres;
    }

    private static int Changees(Dictionary<string, string> avant, Dictionary<string, string> apres) =>
        avant.Count(o => apres.GetValueOrDefault(o.Key) != o.Value) + apres.Keys.Count(id => !avant.ContainsKey(id));

    private static string Dire(TimeSpan duree) => string.Create(CultureInfo.InvariantCulture, $"{duree.TotalSeconds:0.0} s");
}
