using System.Diagnostics;
using Ror.Api.Tests;
using Ror.TestKit;
using Ror.TestKit.Charge;

namespace Ror.Api.PostgreSql.Tests;

/// <summary>The database goes away and comes back: 503 meanwhile, nothing stored that was not said, no restart of the service. A real server, stopped.</summary>
[Collection(Grappe.Nom)]
public sealed class BasePerdueTests(ITestOutputHelper sortie)
{
    private static readonly TimeSpan AssezVite = TimeSpan.FromSeconds(20);
    private static readonly string Creation = $"/api/v1/unites-fonctionnelles/{Demo.UfHcChirurgies}/offres";

    [Fact]
    public async Task Sans_base_tout_repond_503_et_tout_revient_de_soi_meme()
    {
        await using var serveur = await PostgreSqlPrive.DemarrerAsync();
        await using var noeuds = await NoeudsRor.DemarrerAsync(2, serveur.Base("ror"));
        var (moi, froid) = (await noeuds.EnAsync(0), await noeuds.EnAsync(1));
        var (id, etag) = await moi.PublierOffreAsync("Avant la panne");
        var suite = $"/api/v1/offres?limite=3&curseur={(await moi.GetAsync("/api/v1/offres?limite=3")).Doit(200).Corps.Lu("suivant")}";
        var attendue = (await moi.GetAsync(suite)).Doit(200).Texte;

        // The second node has served nothing yet: the keys of tokens and cursors are still in the database only.
        await serveur.TomberAsync();
        await Task.WhenAll(DoitRepondre503Async(moi, id, etag, suite), DoitRepondre503Async(froid, id, etag, suite));
        await DoitNePasEtrePretAsync(noeuds);
        await serveur.RedemarrerAsync();
        await noeuds.AttendrePretsAsync();
        (await froid.GetAsync("/api/v1/moi")).Doit(200);
        (await moi.PutAsync($"/api/v1/offres/{id}/sections/contacts", Demo.Contacts("05 36 49 00 13"), ("If-Match", etag))).Doit(200);
        (await moi.PostAsync(Creation, Demo.InformationsChirurgie("Pendant la panne"), ("Idempotency-Key", "panne"))).Doit(201);
        Assert.Single(await moi.ToutLireAsync("/api/v1/offres?limite=200"), o => o.Lu("nom") == "Pendant la panne");

        // Now it knows the first of the two keys.
        await serveur.ArreterAsync();
        await DoitRepondre503Async(froid, id, etag, suite);
        await serveur.RedemarrerAsync();
        await noeuds.AttendrePretsAsync();
        Assert.Equal(attendue, (await froid.GetAsync(suite)).Doit(200).Texte);
        Constats.DoitTenir(noeuds.Connexion);
    }

    [Fact]
    public async Task Une_base_qui_tombe_trois_fois_pendant_les_ecritures_ne_laisse_rien_a_moitie_fait()
    {
        await using var serveur = await PostgreSqlPrive.DemarrerAsync();
        await using var noeuds = await NoeudsRor.DemarrerAsync(1, serveur.Base("ror"));
        var alea = new Random(Grappe.Graine);
        sortie.WriteLine($"ROR_SEED={Grappe.Graine}");
        var ecrivains = (await noeuds.ClientsAsync(8)).Select((client, rang) => new Ecrivain(client, $"Panne {rang}", alea.Next(), patient: true)).ToList();
        using var arret = new CancellationTokenSource();
        var travaux = ecrivains.Select(e => e.TravaillerAsync(arret.Token)).ToList();
        foreach (var tomber in new[] { serveur.TomberAsync, serveur.ArreterAsync, serveur.TomberAsync })
        {
            await Constats.AvancerAsync(ecrivains);
            await Task.Delay(alea.Next(1, 200));
            var avant = ecrivains.Sum(e => e.Pannes);
            await tomber();
            await Constats.AttendreAsync(() => ecrivains.Sum(e => e.Pannes) > avant);
            await serveur.RedemarrerAsync();
        }

        await Constats.AvancerAsync(ecrivains);
        await arret.CancelAsync();
        await Task.WhenAll(travaux);
        sortie.WriteLine($"{ecrivains.Sum(e => e.Confirmes)} écritures confirmées, {ecrivains.Sum(e => e.Pannes)} réponses 503.");
        Assert.True(ecrivains.Sum(e => e.Pannes) > 0, "Aucune écriture n'a rencontré la panne.");
        await Constats.DoitEtreCoherenteAsync(noeuds.Connexion, ecrivains, await noeuds.EnAsync(0));
    }

    private static async Task DoitRepondre503Async(ClientRor client, string id, string etag, string suite)
    {
        var requetes = new Func<Task<Reponse>>[]
        {
            () => client.GetAsync(suite),
            () => client.GetAsync("/api/v1/diffusion/offres"),
            () => client.GetAsync($"/api/v1/offres/{id}"),
            () => client.PutAsync($"/api/v1/offres/{id}/sections/contacts", Demo.Contacts(), ("If-Match", etag)),
            () => client.PostAsync($"/api/v1/offres/{id}/validation", new { relu = true }, ("If-Match", etag)),
            () => client.DeleteAsync($"/api/v1/offres/{id}/modifications", ("If-Match", etag)),
            () => client.PostAsync(Creation, Demo.InformationsChirurgie("Pendant la panne")),
            () => client.PostAsync(Creation, Demo.InformationsChirurgie("Pendant la panne"), ("Idempotency-Key", "panne")),
        };
        var duree = Stopwatch.StartNew();
        var reponses = await Task.WhenAll(requetes.Select(r => r()));
        Assert.All(reponses, r => Assert.Equal("1", Assert.Single(r.Refuse(503, "service.base-indisponible").Entetes.GetValues("Retry-After"))));
        Assert.True(duree.Elapsed < AssezVite, $"{duree.Elapsed} pour dire que la base ne répond pas.");
    }

    private static async Task DoitNePasEtrePretAsync(NoeudsRor noeuds)
    {
        for (var noeud = 0; noeud < noeuds.Nombre; noeud++)
        {
            var sante = (await noeuds[noeud].Client.GetAsync("/health/ready")).Doit(503);
            Assert.False(sante.Corps.GetProperty("verifications").Ou("nom", "base").GetProperty("reussie").GetBoolean());
            (await noeuds[noeud].Client.GetAsync("/health/live")).Doit(200);
        }
    }
}
