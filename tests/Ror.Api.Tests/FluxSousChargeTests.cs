using System.Diagnostics;
using System.Globalization;
using Ror.TestKit;
using Ror.TestKit.Charge;
using Ror.TestKit.Moteurs;

namespace Ror.Api.Tests;

/// <summary>Writers, readers of the feed and a node that dies: nothing lost, nothing twice, no gap, and every copy equals a full read.</summary>
public sealed class FluxSousChargeTests(ITestOutputHelper sortie)
{
    // Three minutes with ROR_DUREE=180.
    private static readonly TimeSpan Duree = TimeSpan.FromSeconds(
        int.TryParse(Environment.GetEnvironmentVariable("ROR_DUREE"), CultureInfo.InvariantCulture, out var secondes) ? secondes : 20);

    // A machine that does something else goes on until something has happened.
    private static readonly TimeSpan DureeMax = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task Huit_ecrivains_quatre_lecteurs_et_un_noeud_tue_le_flux_ne_perd_et_ne_double_rien()
    {
        sortie.WriteLine($"ROR_SEED={Grappe.Graine}");
        await using var noeuds = await NoeudsRor.DemarrerAsync(MoteurDeTest.Courant.Noeuds == 1 ? 1 : 3);
        var alea = new Random(Grappe.Graine);
        using var arret = new CancellationTokenSource();
        var agitateurs = Enumerable.Range(0, 3).Select(_ => new Agitateur(() => UnNoeudAsync(noeuds, "referent-occitanie"), alea.Next())).ToList();
        var lecteurs = ((string[])["regulation", "plateforme-occitanie", "grand-public", "regulation"]).Select(p => new LecteurFlux(() => UnNoeudAsync(noeuds, p), TimeProvider.System)).ToList();
        List<Task> travaux = [.. agitateurs.Select(a => a.AgirAsync(arret.Token)), .. lecteurs.Select(l => l.SuivreAsync(arret.Token))];

        var (horloge, ecrivains, morts) = (Stopwatch.StartNew(), new List<Ecrivain>(), 0);
        while (horloge.Elapsed < Duree || (!Assez() && horloge.Elapsed < DureeMax))
        {
            // One of each generation of writers loses its node in the middle of its work.
            using var tour = new CancellationTokenSource();
            var generation = new List<Ecrivain>();
            for (var rang = 0; rang < 5; rang++)
            {
                generation.Add(new(await noeuds.EnAsync(rang % noeuds.Nombre), $"{morts}-{rang}", alea.Next(), patient: true));
            }

            var ecritures = generation.Select(e => e.TravaillerAsync(tour.Token)).ToList();
            await Task.Delay(alea.Next(3_000, 6_000));
            var victime = morts++ % noeuds.Nombre;
            noeuds.Tuer(victime);
            await noeuds.RelancerAsync(victime);
            await tour.CancelAsync();
            await Task.WhenAll(ecritures);
            ecrivains.AddRange(generation);
        }

        await arret.CancelAsync();
        await Task.WhenAll(travaux);

        await Constats.DoitEtreCoherenteAsync(noeuds.Connexion, ecrivains, await UnNoeudAsync(noeuds, "referent-occitanie"));
        Assert.Empty(agitateurs.SelectMany(a => a.Anomalies));
        foreach (var lecteur in lecteurs)
        {
            Assert.Empty(await lecteur.ComparerAsync());
        }

        var retards = lecteurs.SelectMany(l => l.Retards).Order().ToList();
        sortie.WriteLine($"{morts} arrêts brutaux, {ecrivains.Sum(e => e.Confirmes)} écritures et {agitateurs.Sum(a => a.Faits)} actes confirmés, {lecteurs.Sum(l => l.Lus)} changements lus,"
            + $" retard médian {retards[retards.Count / 2]:F2} s, 99 % {retards[retards.Count * 99 / 100]:F2} s.");
        Assert.True(Assez(), "Presque rien ne s'est passé : cela ne prouve rien.");

        bool Assez() => agitateurs.Sum(a => a.Faits) > 10 && lecteurs.All(l => l.Lus > 20);
    }

    // Any that runs; the one that died answers again soon.
    private static async Task<ClientRor> UnNoeudAsync(NoeudsRor noeuds, string persona)
    {
        for (var essai = 0; ; essai++)
        {
            try
            {
                var client = await noeuds.EnAsync(Random.Shared.Next(noeuds.Nombre), persona);
                _ = (await client.GetAsync("/health/ready")).Doit(200);
                return client;
            }
            catch (Exception e) when (e is HttpRequestException or IOException or InvalidOperationException && essai < 600)
            {
                await Task.Delay(50);
            }
        }
    }
}
