using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Ror.Application.Diffusion;
using Ror.TestKit;

namespace Ror.Api.Tests;

/// <summary>What becomes of an anomaly is in the feed of its declarer, and betrays itself to nobody else.</summary>
public sealed class AnomaliesDansLeFluxTests : IAsyncDisposable
{
    private const string Route = "/api/v1/diffusion/changements";
    private const string Anomalies = "/api/v1/anomalies";

    private readonly ServeurRor _serveur = new();

    [Fact]
    public async Task Le_declarant_suit_chaque_changement_les_autres_n_en_devinent_rien()
    {
        var (client, plateforme, autre, regulation) = (await _serveur.EnAsync("responsable-ch-albi"), await _serveur.EnAsync("plateforme-occitanie"), await _serveur.EnAsync("grand-public"), await _serveur.EnAsync("regulation"));
        var ((_, mien), (_, sien), (_, complet)) = (await ToutLireAsync(plateforme, "0"), await ToutLireAsync(autre, "0"), await ToutLireAsync(regulation, "0"));

        var id = (await plateforme.PostAsync(Anomalies, AnomaliesTests.Declaration(Demo.ConsultationAnesthesie))).Doit(201).Corps.Lu("id");
        await AnomaliesTests.PasserAsync(client, id, "05");
        await client.PublierOffreAsync("Entre deux");
        await AnomaliesTests.PasserAsync(client, id, "09");

        var (vus, suivant) = await ToutLireAsync(plateforme, mien, "limite=1");
        Assert.Equal(["publication Anomalie 02 1", "modification Anomalie 05 2", "publication Offre", "modification Anomalie 09 3"], vus.Select(Dire));
        Assert.Equal(vus.Select(v => v.GetProperty("sequence").GetInt64()).Order(), vus.Select(v => v.GetProperty("sequence").GetInt64()));
        Assert.Equal((id, $"{Anomalies}/{id}", "/statut"), (vus[0].Lu("objet/id"), vus[0].Lu("objet/href"), vus[1].Lu("champs/0")));
        Assert.Empty((await ToutLireAsync(plateforme, suivant)).Elements);

        // The recipient, a platform that sees more, one that sees less: the offer alone, one number further.
        var (lusDAutre, apresAutre) = await ToutLireAsync(autre, sien);
        var (lusDeRegulation, apresRegulation) = await ToutLireAsync(regulation, complet);
        (await plateforme.PostAsync(Anomalies, AnomaliesTests.Declaration(Demo.ConsultationAnesthesie, champ: "/ageMax"))).Doit(201);
        await client.PublierOffreAsync("Suivante");
        foreach (var (lecteur, lus, apres) in new[] { (autre, lusDAutre, apresAutre), (regulation, lusDeRegulation, apresRegulation) })
        {
            Assert.Equal(["publication Offre"], lus.Select(Dire));
            Assert.Equal(lus[0].GetProperty("sequence").GetInt64() + 1, Assert.Single((await ToutLireAsync(lecteur, apres)).Elements).GetProperty("sequence").GetInt64());
        }

        Assert.DoesNotContain((await ToutLireAsync(client, "0")).Elements, e => e.Lu("objet/type") == "Anomalie");
    }

    [Fact]
    public async Task Depuis_0_chaque_anomalie_une_fois_dans_son_dernier_etat_et_un_numero_est_un_curseur()
    {
        var (client, plateforme) = (await _serveur.EnAsync("responsable-ch-albi"), await _serveur.EnAsync("plateforme-occitanie"));
        var ids = new List<string>();
        foreach (var champ in new[] { "/ageMin", "/ageMax", "/publicsPrisEnCharge" })
        {
            ids.Add((await plateforme.PostAsync(Anomalies, AnomaliesTests.Declaration(Demo.ConsultationAnesthesie, champ: champ))).Doit(201).Corps.Lu("id"));
        }

        await AnomaliesTests.PasserAsync(client, ids[0], "05");
        foreach (var pages in new[] { "limite=1", "limite=3", "limite=200&contenu=true" })
        {
            var (elements, suivant) = await ToutLireAsync(plateforme, "0", pages);
            Assert.All(elements, e => Assert.Equal("publication", e.Lu("nature")));
            Assert.Equal(elements.Count, elements.Select(e => e.Lu("objet/id")).Distinct().Count());
            Assert.Equal([$"{ids[1]} 02", $"{ids[2]} 02", $"{ids[0]} 05"], elements.Where(e => e.Lu("objet/type") == "Anomalie").Select(e => $"{e.Lu("objet/id")} {e.Lu("statut/code")}"));
            Assert.Empty((await ToutLireAsync(plateforme, suivant)).Elements);
        }

        // While the state is read, what changes comes with the changes.
        var page = (await plateforme.GetAsync($"{Route}?limite=1")).Doit(200).Corps;
        await AnomaliesTests.PasserAsync(client, ids[1], "08");
        var (reste, fin) = await ToutLireAsync(plateforme, page.Lu("suivant"), "limite=2");
        Assert.Equal(["modification Anomalie 08 2"], reste.Where(e => e.Lu("objet/id") == ids[1]).Select(Dire));

        // Whoever only kept a number misses nothing of theirs.
        await client.PublierOffreAsync("Repère");
        var numero = Assert.Single((await ToutLireAsync(plateforme, fin)).Elements).GetProperty("sequence").GetInt64();
        await AnomaliesTests.PasserAsync(client, ids[2], "08");
        Assert.Equal(["modification Anomalie 08 2"], (await ToutLireAsync(plateforme, $"{numero}")).Elements.Select(Dire));

        // Filters of the directory hold for them: by region and établissement, never by champ d'activité.
        foreach (var (filtre, nombre) in new[] { ("region=76", 3), ("region=11", 0), ("etablissement=1810990010", 3), ("champActivite=01", 0) })
        {
            Assert.Equal(nombre, (await ToutLireAsync(plateforme, "0", filtre)).Elements.Count(e => e.Lu("objet/type") == "Anomalie"));
        }
    }

    [Fact]
    public async Task Le_curseur_d_un_autre_ne_cache_pas_les_siennes_et_les_anciens_curseurs_valent_toujours()
    {
        var (plateforme, medecin) = (await _serveur.EnAsync("plateforme-occitanie"), await _serveur.EnAsync("medecin-liberal"));
        (await plateforme.PostAsync(Anomalies, AnomaliesTests.Declaration(Demo.ConsultationAnesthesie))).Doit(201);
        (await medecin.PostAsync(Anomalies, new { objet = new { type = "Professionnel", id = "01920000-0000-7000-8000-000000000c01" }, description = "Essai." })).Doit(201);
        var (_, sien) = await ToutLireAsync(plateforme, "0");
        Assert.Equal("Anomalie", Assert.Single((await ToutLireAsync(medecin, sien)).Elements).Lu("objet/type"));
        (await plateforme.GetAsync($"{Route}?depuis={sien[..^4]}AAAA")).Refuse(400, "curseur.invalide");
    }

    [Fact]
    public async Task Qui_attend_est_reveille_par_ce_qui_arrive_a_ses_anomalies_sur_chaque_noeud()
    {
        var (client, plateforme) = (await _serveur.EnAsync("responsable-ch-albi"), await _serveur.EnAsync("plateforme-occitanie"));
        var id = (await plateforme.PostAsync(Anomalies, AnomaliesTests.Declaration(Demo.ConsultationAnesthesie))).Doit(201).Corps.Lu("id");
        var (_, suivant) = await ToutLireAsync(plateforme, "0");
        await using var autre = ServeurRor.Redemarrer(_serveur.Connexion);
        var loin = await autre.EnAsync("plateforme-occitanie");
        var debut = Stopwatch.GetTimestamp();
        var (ici, la) = (plateforme.GetAsync($"{Route}?depuis={suivant}&attente=30"), loin.GetAsync($"{Route}?depuis={suivant}&attente=30"));
        await Task.Delay(700);
        await AnomaliesTests.PasserAsync(client, id, "08");
        foreach (var attente in new[] { await ici, await la })
        {
            Assert.Equal(["modification Anomalie 08 2"], attente.Doit(200).Corps.GetProperty("elements").EnumerateArray().Select(Dire));
        }

        Assert.True(Stopwatch.GetElapsedTime(debut) < TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Sous_des_ecritures_croisees_le_declarant_ne_manque_aucun_changement()
    {
        var (client, plateforme) = (await _serveur.EnAsync("responsable-ch-albi"), await _serveur.EnAsync("plateforme-occitanie"));
        var (_, curseur) = await ToutLireAsync(plateforme, "0");
        var ecritures = Task.WhenAll(new[] { "/ageMin", "/ageMax", "/publicsPrisEnCharge" }.Select(async champ =>
        {
            for (var i = 0; i < 6; i++)
            {
                var id = (await plateforme.PostAsync(Anomalies, AnomaliesTests.Declaration(Demo.ConsultationAnesthesie, champ: champ))).Doit(201).Corps.Lu("id");
                await AnomaliesTests.PasserAsync(client, id, "05");
                await AnomaliesTests.PasserAsync(client, id, "08");
            }
        }).Append(Task.Run(async () =>
        {
            for (var i = 0; i < 5; i++)
            {
                await client.PublierOffreAsync($"Pendant {i}");
            }
        })));
        var vus = new List<string>();
        for (var fini = false; !fini;)
        {
            fini = ecritures.IsCompleted;
            var (elements, suivant) = await ToutLireAsync(plateforme, curseur, "limite=2");
            vus.AddRange(elements.Where(e => e.Lu("objet/type") == "Anomalie").Select(e => $"{e.Lu("objet/id")} {e.GetProperty("version").GetInt64()}"));
            curseur = suivant;
        }

        await ecritures;
        Assert.Equal((54, 54), (vus.Count, vus.Distinct().Count()));
        Assert.All(vus.GroupBy(v => v.Split(' ')[0]), g => Assert.Equal(["1", "2", "3"], g.Select(v => v.Split(' ')[1])));
    }

    [Fact]
    public async Task Reconstruire_les_laisse_en_paix()
    {
        var plateforme = await _serveur.EnAsync("plateforme-occitanie");
        (await plateforme.PostAsync(Anomalies, AnomaliesTests.Declaration(Demo.ConsultationAnesthesie))).Doit(201);
        var (_, suivant) = await ToutLireAsync(plateforme, "0");
        await _serveur.Services.GetRequiredService<Reconstruction>().ExecuterAsync(CancellationToken.None);
        Assert.Empty((await ToutLireAsync(plateforme, suivant)).Elements);
        Assert.Single((await ToutLireAsync(plateforme, "0")).Elements, e => e.Lu("objet/type") == "Anomalie");
    }

    public ValueTask DisposeAsync() => _serveur.DisposeAsync();

    private static string Dire(JsonElement e) => e.Lu("objet/type") == "Anomalie"
        ? $"{e.Lu("nature")} Anomalie {e.Lu("statut/code")} {e.GetProperty("version").GetInt64()}" : $"{e.Lu("nature")} {e.Lu("objet/type")}";

    private static async Task<(List<JsonElement> Elements, string Suivant)> ToutLireAsync(ClientRor client, string depuis, string parametres = "limite=200")
    {
        var elements = new List<JsonElement>();
        while (true)
        {
            var page = (await client.GetAsync($"{Route}?depuis={depuis}&{parametres}")).Doit(200).Corps;
            elements.AddRange(page.GetProperty("elements").EnumerateArray());
            depuis = page.Lu("suivant");
            if (!page.GetProperty("encore").GetBoolean())
            {
                return (elements, depuis);
            }
        }
    }
}
