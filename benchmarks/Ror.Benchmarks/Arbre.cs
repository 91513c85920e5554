using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Ror.Application.Commun;
using Ror.Application.Structures.Arborescences;
using Ror.TestKit;
using Ror.TestKit.Moteurs;

namespace Ror.Benchmarks;

/// <summary>
/// The tree of one établissement, in one thread: handler and serialisation, against the very statement that it sends, read by ADO.NET column by column, with the
/// serialisation of equal rows; then the 304. They take turns, after the first read of a service that has just started, beside the first of the floor.
/// </summary>
internal static class Arbre
{
    private const int Tours = 60;

    private static readonly Guid Eg = Guid.Parse(Demo.ChAlbi);

    public static async Task<int> MesurerAsync(int noeuds)
    {
        foreach (var moteur in MoteurDeTest.Tous.Where(m => m.Absence is null))
        {
            await MesurerAsync(moteur, noeuds);
        }

        return 0;
    }

    private static async Task MesurerAsync(MoteurDeTest moteur, int noeuds)
    {
        var connexion = moteur.Nouvelle();
        var espion = new EspionCommandes();
        await using (var service = await ServiceMesure.DemarrerAsync(moteur, connexion))
        {
            await new Generateur(service.Services, 20261130).AgrandirAsync(Eg, noeuds);
            var preparation = await Chronometrer(() => service.Services.GetRequiredService<ApercusPerimes>().ExecuterAsync(CancellationToken.None));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{moteur.Nom} : aperçus préparés en {preparation:0} ms"));
        }

        await using (var service = await ServiceMesure.DemarrerAsync(moteur, connexion, espion.Installer))
        {
            await using var mesure = new Mesure(service.Services, moteur, connexion, espion);
            await mesure.PreparerAsync();
            var (service_, plancher, inchange) = (new List<double>(), new List<double>(), new List<double>());
            for (var tour = 0; tour < Tours; tour++)
            {
                service_.Add(await Chronometrer(mesure.ServiceAsync));
                plancher.Add(await Chronometrer(mesure.PlancherAsync));
                inchange.Add(await Chronometrer(mesure.InchangeAsync));
            }

            Console.WriteLine($"{moteur.Nom} : {mesure.Noeuds} nœuds, {mesure.Octets} octets, médianes de {Tours} tours");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  première lecture d'un processus     {mesure.Froid,8:0.00} ms   {mesure.Instructions} instruction(s) ; première du plancher {mesure.PlancherFroid:0.00} ms"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  plancher : ADO.NET et sérialisation {Mediane(plancher),8:0.00} ms"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  service : gestionnaire et sérial.   {Mediane(service_),8:0.00} ms   × {Mediane(service_) / Mediane(plancher):0.00}"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  état seul, pour un 304              {Mediane(inchange),8:0.00} ms"));
        }

        moteur.Supprimer(connexion);
    }

    private static double Mediane(List<double> durees) => durees.Order().ElementAt(durees.Count / 2);

    private static async Task<double> Chronometrer(Func<Task> acte)
    {
        var depart = Stopwatch.GetTimestamp();
        await acte();
        return Stopwatch.GetElapsedTime(depart).TotalMilliseconds;
    }

    private sealed class Mesure(IServiceProvider services, MoteurDeTest moteur, string connexion, EspionCommandes espion) : IAsyncDisposable
    {
        private readonly JsonSerializerOptions _json = JsonRor.Creer();
        private DbConnection? _db;
        private string _instruction = "";

        public int Noeuds { get; private set; }

        public int Octets { get; private set; }

        /// <summary>Code compiled, connection opened: what the very first read costs.</summary>
        public double Froid { get; private set; }

        public double PlancherFroid { get; private set; }

        /// <summary>Upon the tables of the tree, by the first read.</summary>
        public int Instructions { get; private set; }

        public async Task PreparerAsync()
        {
            espion.Vider();
            Froid = await Chronometrer(ServiceAsync);
            var instructions = espion.Vider().Where(i => i.Contains("\"EntitesGeographiques\"", StringComparison.Ordinal) || i.Contains("\"Offres\"", StringComparison.Ordinal)).ToList();
            (Instructions, _instruction) = (instructions.Count, instructions.Single(i => i.Contains("UNION ALL", StringComparison.Ordinal)));
            _db = DbProviderFactories.GetFactory(moteur.Ouvrir(connexion))!.CreateConnection()!;
            _db.ConnectionString = connexion;
            await _db.OpenAsync();
            PlancherFroid = await Chronometrer(PlancherAsync);
        }

        public async Task ServiceAsync()
        {
            await using var portee = ServiceMesure.EnReferent(services);
            var lu = await portee.ServiceProvider.GetRequiredService<IMediator>().Send(new ConsulterArborescenceQuery(Eg, true));
            Octets = JsonSerializer.SerializeToUtf8Bytes(lu.Valeur, _json).Length;
            Noeuds = Compter(lu.Valeur.Racine);
        }

        public async Task InchangeAsync()
        {
            await using var portee = ServiceMesure.EnReferent(services);
            _ = (await portee.ServiceProvider.GetRequiredService<IMediator>().Send(new ConsulterEtatArborescenceQuery(Eg, true))).Valeur;
        }

        // Each row becomes an object of as many members, and all of them one text: what reading and writing them costs at the least.
        public async Task PlancherAsync()
        {
            await using var commande = _db!.CreateCommand();
            commande.CommandText = _instruction;
            Ajouter(commande, "@id", moteur.Nom == "Sqlite" ? Eg.ToString().ToUpperInvariant() : Eg);
            var lignes = new List<Ligne>();
            await using (var lecteur = await commande.ExecuteReaderAsync())
            {
                var colonnes = Ligne.Rangs(lecteur);
                while (await lecteur.ReadAsync())
                {
                    lignes.Add(Ligne.Lire(lecteur, colonnes));
                }
            }

            _ = lignes.Count == Noeuds ? JsonSerializer.SerializeToUtf8Bytes(lignes, _json) : throw new InvalidOperationException($"{lignes.Count} lignes pour {Noeuds} nœuds");
        }

        public async ValueTask DisposeAsync() => await _db!.DisposeAsync();

        private static int Compter(NoeudLu noeud) => 1 + noeud.Enfants.Sum(Compter);

        private static void Ajouter(DbCommand commande, string nom, object valeur)
        {
            var parametre = commande.CreateParameter();
            (parametre.ParameterName, parametre.Value) = (nom, valeur);
            commande.Parameters.Add(parametre);
        }
    }

    /// <summary>As many members, as long, as a node of the tree.</summary>
    private sealed record Ligne(
        Guid Id, string Type, string Nom, string Identifiant, string Statut, bool ModificationsEnAttente, CompletudeDeLigne Completude, bool Fermee, string? Fermeture, string? FermeturePrevue, string Href, Guid[] Enfants)
    {
        private static readonly string[] Colonnes = ["Id", "EstBrouillon", "ParentId", "Version", "VersionsLiees", "EstRattachee", "Organisation", "Rang", "Identifiant", "Fermeture", "FermeturePrevue", "Base", "Apercu"];

        /// <param name="colonnes">Rank of each column, as <see cref="Rangs"/> found it.</param>
        public static Ligne Lire(DbDataReader lecteur, int[] colonnes)
        {
            var id = lecteur.GetGuid(colonnes[0]);
            var brouillon = lecteur.GetBoolean(colonnes[1]);
            _ = (lecteur.GetGuid(colonnes[2]), lecteur.GetInt64(colonnes[3]), lecteur.GetInt64(colonnes[4]), lecteur.GetBoolean(colonnes[5]));
            _ = Texte(lecteur, colonnes[11]);
            var nom = (Texte(lecteur, colonnes[6]) ?? Texte(lecteur, colonnes[12]) ?? "") is var texte && texte.Length > 40 ? texte[..40] : texte;
            return new(
                id, lecteur.GetInt32(colonnes[7]) == 4 ? "Offre" : "UniteFonctionnelle", nom, Texte(lecteur, colonnes[8]) ?? "", brouillon ? "Brouillon" : "Validee", false, new(9, 9, true), false,
                Texte(lecteur, colonnes[9]), Texte(lecteur, colonnes[10]), $"/api/v1/offres/{id}", []);
        }

        public static int[] Rangs(DbDataReader lecteur) => [.. Colonnes.Select(lecteur.GetOrdinal)];

        private static string? Texte(DbDataReader lecteur, int colonne) => lecteur.IsDBNull(colonne) ? null : lecteur.GetString(colonne);
    }

    private sealed record CompletudeDeLigne(int Obligatoires, int Renseignes, bool Complete);
}
