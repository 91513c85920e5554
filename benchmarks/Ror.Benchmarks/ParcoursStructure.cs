using System.Data.Common;
using System.Diagnostics;
using Ror.TestKit;
using Ror.TestKit.Moteurs;

namespace Ror.Benchmarks;

/// <summary>
/// The whole structure parcours, as 8 clients walk it at once: creation, two steps, contacts, validation, reading of what is published.
/// Real processes, commits on disk; the engines take turns, so that a noisy machine is noisy for each.
/// </summary>
internal static class ParcoursStructure
{
    private const int Clients = 8;
    private const int Tours = 3;
    private static readonly TimeSpan Duree = TimeSpan.FromSeconds(8);

    public static async Task<int> MesurerAsync()
    {
        var bancs = new List<Banc>();
        foreach (var moteur in MoteurDeTest.Tous.Where(m => m.Absence is null))
        {
            bancs.Add(await Banc.DemarrerAsync(moteur));
        }

        foreach (var tour in Enumerable.Range(0, Tours + 1))
        {
            foreach (var banc in bancs)
            {
                // The first turn warms up.
                await banc.TournerAsync(Clients, Duree, garder: tour > 0);
            }
        }

        foreach (var banc in bancs)
        {
            banc.Rapporter(Tours * Duree.TotalSeconds, bancs[0].Parcours);
            banc.Dispose();
        }

        return 0;
    }

    private sealed class Banc(MoteurDeTest moteur, string connexion, string dossier, ProcessusRor service) : IDisposable
    {
        private readonly Lock _verrou = new();
        private readonly Dictionary<string, List<double>> _durees = [];

        public int Parcours { get; private set; }

        public static async Task<Banc> DemarrerAsync(MoteurDeTest moteur)
        {
            var (connexion, dossier) = (moteur.Nouvelle(), Directory.CreateTempSubdirectory("ror-mesure-").FullName);
            var service = await ProcessusRor.DemarrerAsync(dossier, "Development", [.. moteur.Variables(connexion), ("Limites__Debit", "0"), ("Logging__LogLevel__Default", "Warning")]);
            return new(moteur, connexion, dossier, service);
        }

        public async Task TournerAsync(int clients, TimeSpan duree, bool garder)
        {
            var fin = Stopwatch.GetTimestamp() + (long)(duree.TotalSeconds * Stopwatch.Frequency);
            await Task.WhenAll(Enumerable.Range(0, clients).Select(async _ =>
            {
                var client = await service.EnAsync("responsable-ch-albi");
                while (Stopwatch.GetTimestamp() < fin)
                {
                    await UnParcoursAsync(client, garder);
                }
            }));
        }

        public void Rapporter(double secondes, int reference)
        {
            Console.WriteLine($"\n{moteur.Nom} ({Durabilite()}) : {Parcours / secondes:0.0} parcours/s, {_durees.Values.Sum(d => d.Count) / secondes:0} requêtes/s, rapport {(double)Parcours / reference:0.00}");
            foreach (var (etape, durees) in _durees)
            {
                durees.Sort();
                Console.WriteLine($"  {etape,-14} p50 {Centile(durees, 0.5),7:0.0} ms   p95 {Centile(durees, 0.95),7:0.0} ms   p99 {Centile(durees, 0.99),7:0.0} ms");
            }
        }

        public void Dispose()
        {
            service.Dispose();
            moteur.Supprimer(connexion);
            Directory.Delete(dossier, recursive: true);
        }

        private static double Centile(List<double> durees, double part) => durees[(int)(part * (durees.Count - 1))];

        private async Task UnParcoursAsync(ClientRor client, bool garder)
        {
            var creee = await Chronometrer("création", garder, () => client.PostAsync($"/api/v1/unites-fonctionnelles/{Demo.UfHcChirurgies}/offres", Demo.InformationsChirurgie()), 201);
            var id = creee.Corps.GetProperty("id").GetString();
            var accueil = await Chronometrer("étape 2", garder, () => client.PutAsync($"/api/v1/offres/{id}/etapes/accueil-prise-en-charge", Demo.AccueilChirurgie(), ("If-Match", creee.ETag)));
            var fin = await Chronometrer("étape 3", garder, () => client.PutAsync($"/api/v1/offres/{id}/etapes/patientele-et-specificites", Demo.PatienteleEtSpecificites(), ("If-Match", accueil.ETag)));
            var contacts = await Chronometrer("contacts", garder, () => client.PutAsync($"/api/v1/offres/{id}/sections/contacts", Demo.Contacts(), ("If-Match", fin.ETag)));
            var validee = await Chronometrer("validation", garder, () => client.PostAsync($"/api/v1/offres/{id}/validation", new { relu = true }, ("If-Match", contacts.ETag)));
            var identifiant = validee.Corps.GetProperty("identifiant").GetString()!.Replace('/', '-');
            await Chronometrer("lecture", garder, () => client.GetAsync($"/api/v1/diffusion/offres/{identifiant}"));
            lock (_verrou)
            {
                Parcours += garder ? 1 : 0;
            }
        }

        private async Task<Reponse> Chronometrer(string etape, bool garder, Func<Task<Reponse>> requete, int statut = 200)
        {
            var debut = Stopwatch.GetTimestamp();
            var reponse = (await requete()).Doit(statut);
            var duree = Stopwatch.GetElapsedTime(debut).TotalMilliseconds;
            lock (_verrou)
            {
                if (garder)
                {
                    (_durees.TryGetValue(etape, out var durees) ? durees : _durees[etape] = []).Add(duree);
                }
            }

            return reponse;
        }

        private string Durabilite()
        {
            using DbConnection lecture = moteur.Ouvrir(connexion);
            using var commande = lecture.CreateCommand();
            commande.CommandText = moteur.LireDurabilite;
            return $"{moteur.LireDurabilite} = {commande.ExecuteScalar()}";
        }
    }
}
