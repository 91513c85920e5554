using Ror.TestKit;
using Ror.TestKit.Charge;

namespace Ror.Api.Tests;

/// <summary>Contract, rule 5: a page walk under concurrent writes shows no object twice and misses none that existed throughout, on every node.</summary>
[Collection(Grappe.Nom)]
public sealed class MarcheSousChargeTests(Grappe grappe, ITestOutputHelper sortie)
{
    private const int Ecrivains = 16;
    private const int Marches = 2;

    [Theory]
    [InlineData("/api/v1/offres", 0)]
    [InlineData("/api/v1/diffusion/offres", 1)]
    public async Task Les_pages_ne_doublent_et_ne_manquent_rien_pendant_que_seize_clients_ecrivent(string liste, int publicationsAuMoins)
    {
        sortie.WriteLine($"ROR_SEED={Grappe.Graine}");
        var (noeuds, alea) = (await grappe.NoeudsAsync(), new Random(Grappe.Graine));
        var deja = await MarcherAsync(noeuds, liste, 200, 0);
        var ecrivains = (await noeuds.ClientsAsync(Ecrivains)).Select((client, rang) => new Ecrivain(client, $"Marche {liste} {rang}", alea.Next())).ToList();
        using var arret = new CancellationTokenSource();
        var travaux = ecrivains.Select(e => e.TravaillerAsync(arret.Token)).ToList();
        try
        {
            await Constats.AttendreAsync(() => ecrivains.All(e => e.Anomalies.Count > 0 || e.Offres.Any(o => o.EstListee && o.NumeroVersion >= publicationsAuMoins)));
            for (var marche = 0; marche < Marches; marche++)
            {
                await Constats.AvancerAsync(ecrivains);
                var listees = ecrivains.SelectMany(e => e.Offres).Where(o => o.EstListee && o.NumeroVersion >= publicationsAuMoins).ToList();
                var vues = await MarcherAsync(noeuds, liste, 3 + (4 * marche), marche);
                var attendues = listees.Where(o => o.EstListee).Select(o => o.Id!).ToList();
                Assert.Equal(vues.Distinct(), vues);
                Assert.Equal(vues.Order(StringComparer.Ordinal), vues);
                Assert.Empty(deja.Concat(attendues).Except(vues));
                sortie.WriteLine($"{vues.Count} offres vues, {attendues.Count} créées pendant les écritures et tenues d'y être.");
            }
        }
        finally
        {
            await arret.CancelAsync();
            await Task.WhenAll(travaux);
        }

        Assert.True(ecrivains.Sum(e => e.Confirmes) > Ecrivains, "Presque rien ne s'est écrit pendant les marches.");
        await Constats.DoitEtreCoherenteAsync(noeuds.Connexion, ecrivains, await noeuds.EnAsync(0));
    }

    // Every page on another node than the one before.
    private static async Task<List<string>> MarcherAsync(NoeudsRor noeuds, string liste, int limite, int depart)
    {
        var (vues, curseur) = (new List<string>(), "");
        for (var page = depart; ; page++)
        {
            var client = await noeuds.EnAsync(page % noeuds.Nombre, "referent-occitanie");
            var lue = (await client.GetAsync($"{liste}?limite={limite}{curseur}")).Doit(200).Corps;
            vues.AddRange(lue.Liste("elements", "id"));
            if (!lue.TryGetProperty("suivant", out var suivant))
            {
                return vues;
            }

            curseur = $"&curseur={suivant.GetString()}";
        }
    }
}
