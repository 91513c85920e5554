using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Ror.Infrastructure.Persistence;
using Ror.TestKit;

namespace Ror.Api.Tests;

/// <summary>Published objects are served from memory, and never after they have changed.</summary>
public sealed class LecturesRapidesTests : IAsyncDisposable
{
    private static readonly string[] Personas = ["grand-public", "regulation", "plateforme-occitanie"];

    private readonly ServeurRor _serveur = new();

    [Fact]
    public async Task La_seconde_lecture_ne_demande_rien_a_la_base_sauf_si_on_le_veut()
    {
        var client = await _serveur.EnAsync("plateforme-occitanie");
        foreach (var (route, table) in new[] { ("/api/v1/diffusion/offres/76-100001", "OffresPubliees"), ($"/api/v1/diffusion/structures/{Demo.ChAlbi}", "StructuresPubliees") })
        {
            await AttendreMemoireAsync(client, route);
            var avant = (await client.GetAsync(route)).Doit(200);
            await BrouillerAsync(table, 1000);
            Assert.Equal((avant.ETag, avant.Texte), Dit((await client.GetAsync(route)).Doit(200)));
            Assert.Equal(304, (await client.GetAsync(route, ("If-None-Match", avant.ETag))).Statut);

            var dejaLu = (await client.GetAsync(route, ("Cache-Control", "no-cache"))).Doit(200);
            Assert.NotEqual(avant.ETag, dejaLu.ETag);
            await BrouillerAsync(table, -1000);
        }
    }

    [Fact]
    public async Task Ce_qu_un_acte_change_se_lit_aussitot_pour_tous_les_profils()
    {
        var client = await _serveur.EnAsync("responsable-ch-albi");
        var (id, etag) = await client.PublierOffreAsync("Avant");
        var (offre, uf) = ($"/api/v1/diffusion/offres/{await client.IdentifiantAsync(id)}", $"/api/v1/diffusion/structures/{Demo.UfMedicoChirurgicale}");
        await LireAsync(offre, uf);
        etag = (await client.PostAsync($"/api/v1/offres/{id}/fermeture", new { type = Demo.Code("PRO"), dateFermeture = "2026-01-05" }, ("If-Match", etag))).Doit(200).ETag;
        Assert.All(await LireAsync(offre), l => Assert.Equal("FermeeTemporairement", l.Corps.Lu("statut")));
        etag = (await client.PostAsync($"/api/v1/offres/{id}/reouverture", null, ("If-Match", etag))).Doit(200).ETag;
        Assert.All(await LireAsync(offre), l => Assert.Equal("Validee", l.Corps.Lu("statut")));

        foreach (var (niveau, chemin) in new[] { (Demo.UfMedicoChirurgicale, "unites-fonctionnelles"), (Demo.PoleMedecine, "poles") })
        {
            var nom = $"Renommé {chemin}";
            (await client.PutAsync($"/api/v1/{chemin}/{niveau}", new { nom }, ("If-Match", (await client.GetAsync($"/api/v1/{chemin}/{niveau}")).ETag))).Doit(200);
            Assert.All(await LireAsync($"/api/v1/diffusion/structures/{niveau}"), l => Assert.Equal(nom, l.Corps.Lu("nom")));
            Assert.All(await LireAsync($"/api/v1/diffusion/offres/76-100004"), l => Assert.Contains(nom, l.Texte, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Une_offre_devenue_sensible_disparait_de_la_memoire_et_n_est_plus_nommee_comme_successeur()
    {
        var (client, public0, regulation) = (await _serveur.EnAsync("responsable-ch-albi"), await _serveur.EnAsync("grand-public"), await _serveur.EnAsync("regulation"));
        var (fermee, etagFermee) = await client.PublierOffreAsync("Fermée");
        var (successeur, etag) = await client.PublierOffreAsync("Qui la remplace");
        var (routeFermee, routeSuccesseur) = ($"/api/v1/diffusion/offres/{await client.IdentifiantAsync(fermee)}", $"/api/v1/diffusion/offres/{await client.IdentifiantAsync(successeur)}");
        var identifiant = (await client.GetAsync($"/api/v1/offres/{successeur}")).Corps.Lu("identifiant");
        (await client.PostAsync($"/api/v1/offres/{fermee}/fermeture", new { type = Demo.Code("DEF"), dateFermeture = "2026-01-05", successeur = identifiant }, ("If-Match", etagFermee))).Doit(200);
        await LireAsync(routeFermee, routeSuccesseur);
        var (depuisPublic, depuisRegulation) = (await DernierAsync(public0), await DernierAsync(regulation));
        Assert.Equal(identifiant, (await public0.GetAsync(routeFermee)).Corps.Lu("fermeture/successeur"));

        var informations = new { nom = "Qui la remplace", champActivite = Demo.Code("01"), modeleSaisie = Demo.ModeleChirurgie, uniteSensible = true };
        etag = (await client.PutAsync($"/api/v1/offres/{successeur}/sections/informations-generales", informations, ("If-Match", etag))).Doit(200).ETag;
        etag = (await client.PostAsync($"/api/v1/offres/{successeur}/validation", new { relu = true }, ("If-Match", etag))).Doit(200).ETag;
        (await public0.GetAsync(routeSuccesseur)).Doit(404);
        Assert.DoesNotContain(identifiant, (await public0.GetAsync(routeFermee)).Doit(200).Texte, StringComparison.Ordinal);
        Assert.Equal(identifiant, (await regulation.GetAsync(routeFermee)).Corps.Lu("fermeture/successeur"));

        // The feed tells it to those for whom something changed, and gives no reason that would name the sensitive unit.
        Assert.Equal([$"retrait {successeur}", $"modification {fermee} /fermeture"], await SuiteAsync(public0, depuisPublic));
        Assert.StartsWith($"modification {successeur} /numeroVersion /sections/informationsGenerales/uniteSensible", Assert.Single(await SuiteAsync(regulation, depuisRegulation)), StringComparison.Ordinal);

        // Naming it anew, while it is sensitive, changes nothing that they could notice: no version, no number.
        var (vue, fermeeLue) = ((await public0.GetAsync(routeFermee)).ETag, (await client.GetAsync($"/api/v1/offres/{fermee}")).ETag);
        depuisPublic = await DernierAsync(public0);
        var sans = (await client.PutAsync($"/api/v1/offres/{fermee}/successeur", new { }, ("If-Match", fermeeLue))).Doit(200).ETag;
        (await client.PutAsync($"/api/v1/offres/{fermee}/successeur", new { successeur = identifiant }, ("If-Match", sans))).Doit(200);
        Assert.Equal(vue, (await public0.GetAsync(routeFermee, ("Cache-Control", "no-cache"))).ETag);
        Assert.Empty(await SuiteAsync(public0, depuisPublic));
        Assert.Equal(depuisPublic, await DernierAsync(public0));

        (depuisPublic, depuisRegulation) = (await DernierAsync(public0), await DernierAsync(regulation));
        etag = (await client.PutAsync($"/api/v1/offres/{successeur}/sections/informations-generales", informations with { uniteSensible = false }, ("If-Match", etag))).Doit(200).ETag;
        (await client.PostAsync($"/api/v1/offres/{successeur}/validation", new { relu = true }, ("If-Match", etag))).Doit(200);
        Assert.Equal(identifiant, (await public0.GetAsync(routeFermee)).Doit(200).Corps.Lu("fermeture/successeur"));
        Assert.Equal([$"publication {successeur}", $"modification {fermee} /fermeture"], await SuiteAsync(public0, depuisPublic));
        Assert.Single(await SuiteAsync(regulation, depuisRegulation));
    }

    [Fact]
    public async Task Un_autre_noeud_lit_le_changement_dans_la_seconde_et_tout_de_suite_s_il_le_demande()
    {
        await using var autre = ServeurRor.Redemarrer(_serveur.Connexion);
        var (client, ici, la) = (await _serveur.EnAsync("responsable-ch-albi"), await _serveur.EnAsync("plateforme-occitanie"), await autre.EnAsync("plateforme-occitanie"));
        var route = $"/api/v1/diffusion/structures/{Demo.UfConsultations}";
        for (var tour = 0; tour < 3; tour++)
        {
            await AttendreMemoireAsync(la, route);
            var (nom, saisie) = ($"Consultations {tour}", $"/api/v1/unites-fonctionnelles/{Demo.UfConsultations}");
            (await client.PutAsync(saisie, new { nom }, ("If-Match", (await client.GetAsync(saisie)).ETag))).Doit(200);
            Assert.Equal(nom, (await ici.GetAsync(route)).Doit(200).Corps.Lu("nom"));
            Assert.Equal(nom, (await la.GetAsync(route, ("Cache-Control", "no-cache"))).Doit(200).Corps.Lu("nom"));
            Assert.Contains(nom, (await la.GetAsync("/api/v1/diffusion/offres/76-100001", ("Cache-Control", "no-cache"))).Doit(200).Texte, StringComparison.Ordinal);

            // A page names the versions that the database has: it is never behind.
            Assert.Contains((await la.GetAsync("/api/v1/diffusion/offres?limite=200")).Doit(200).Corps.GetProperty("elements").EnumerateArray(), o => o.GetRawText().Contains(nom, StringComparison.Ordinal));

            // Whoever has read of a change reads what it left.
            await DernierAsync(la);
            Assert.Equal(nom, (await la.GetAsync(route)).Doit(200).Corps.Lu("nom"));
        }
    }

    [Fact]
    public async Task Pendant_que_l_on_ecrit_aucune_lecture_ne_revient_en_arriere()
    {
        var (client, route) = (await _serveur.EnAsync("responsable-ch-albi"), $"/api/v1/diffusion/structures/{Demo.UfConsultations}");
        using var fin = new CancellationTokenSource();
        var ecrit = 0;
        var lecteurs = Enumerable.Range(0, 6).Select(rang => Task.Run(async () =>
        {
            var (lecteur, lus) = (await _serveur.EnAsync(Personas[rang % Personas.Length]), 0);
            while (!fin.IsCancellationRequested)
            {
                var confirme = Volatile.Read(ref ecrit);
                var nom = (await lecteur.GetAsync(route)).Doit(200).Corps.Lu("nom");
                Assert.True(confirme == 0 || int.Parse(nom.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture) >= confirme, $"{nom} après {confirme}");
                lus++;
            }

            return lus;
        })).ToList();
        for (var n = 1; n <= 60; n++)
        {
            var saisie = $"/api/v1/unites-fonctionnelles/{Demo.UfConsultations}";
            (await client.PutAsync(saisie, new { nom = $"Consultations {n}" }, ("If-Match", (await client.GetAsync(saisie)).ETag))).Doit(200);
            Volatile.Write(ref ecrit, n);
        }

        await fin.CancelAsync();
        Assert.All(await Task.WhenAll(lecteurs), lus => Assert.True(lus > 10));
    }

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip, br", "br")]
    [InlineData("gzip;q=1, br;q=0.1", "gzip")]
    [InlineData("identity", null)]
    [InlineData("br;q=0", null)]
    [InlineData("zstd", null)]
    public async Task Une_reponse_se_lit_compressee(string accepte, string? codage)
    {
        var client = await _serveur.EnAsync("plateforme-occitanie");
        foreach (var route in new[] { "/api/v1/diffusion/offres/76-100001", "/api/v1/diffusion/offres?limite=200", $"/api/v1/entites-geographiques/{Demo.ChAlbi}/arborescence" })
        {
            var lecteur = route.Contains("diffusion", StringComparison.Ordinal) ? client : await _serveur.EnAsync("responsable-ch-albi");
            var claire = (await lecteur.GetAsync(route)).Doit(200);
            for (var fois = 0; fois < 2; fois++)
            {
                var lue = (await lecteur.GetAsync(route, ("Accept-Encoding", accepte))).Doit(200);
                Assert.Equal(claire.Texte, Decompresser(lue.Octets, codage));
                Assert.True(codage is null || lue.Octets.Length < claire.Octets.Length);
                Assert.Contains("Accept-Encoding", lue.Entetes.Vary);
                if (claire.Entetes.ETag is { } etag)
                {
                    Assert.Equal(codage is null, etag.ToString() == lue.ETag);
                    Assert.Equal(304, (await lecteur.GetAsync(route, ("Accept-Encoding", accepte), ("If-None-Match", lue.ETag))).Statut);
                }
            }
        }
    }

    [Fact]
    public async Task L_etiquette_d_une_reponse_compressee_sert_aussi_a_ecrire()
    {
        var client = await _serveur.EnAsync("responsable-ch-albi");
        var (id, _) = await client.PublierOffreAsync("Lue compressée");
        var lue = (await client.GetAsync($"/api/v1/offres/{id}", ("Accept-Encoding", "br"))).Doit(200);
        Assert.EndsWith("-br\"", lue.ETag, StringComparison.Ordinal);
        (await client.PutAsync($"/api/v1/offres/{id}/sections/contacts", Demo.Contacts(), ("If-Match", lue.ETag))).Doit(200);
    }

    public ValueTask DisposeAsync() => _serveur.DisposeAsync();

    private static async Task<string> DernierAsync(ClientRor client)
    {
        var depuis = "0";
        while ((await client.GetAsync($"/api/v1/diffusion/changements?depuis={depuis}&limite=200")).Doit(200).Corps is var page)
        {
            depuis = page.Lu("suivant");
            if (!page.GetProperty("encore").GetBoolean())
            {
                break;
            }
        }

        return depuis;
    }

    private static async Task<List<string>> SuiteAsync(ClientRor client, string depuis)
    {
        var elements = (await client.GetAsync($"/api/v1/diffusion/changements?depuis={depuis}")).Doit(200).Corps.GetProperty("elements").EnumerateArray().ToList();
        Assert.DoesNotContain(elements, e => e.Possede("raison"));
        return [.. elements.Select(e => string.Join(' ', [e.Lu("nature"), e.Lu("objet/id"), .. e.Possede("champs") ? e.GetProperty("champs").EnumerateArray().Select(c => c.GetString()!) : []]))];
    }

    private static (string ETag, string Texte) Dit(Reponse reponse) => (reponse.ETag, reponse.Texte);

    private async Task<List<Reponse>> LireAsync(params string[] routes)
    {
        var lues = new List<Reponse>();
        foreach (var (persona, route) in Personas.SelectMany(p => routes, (p, r) => (p, r)))
        {
            var client = await _serveur.EnAsync(persona);
            lues.Add((await client.GetAsync(route)).Doit(200));
            lues.Add((await client.GetAsync(route)).Doit(200));
        }

        return lues;
    }

    // What another act changed while it was read is not kept: what is read now is, once nothing changes.
    private static async Task AttendreMemoireAsync(ClientRor client, string route)
    {
        for (var fois = 0; fois < 3; fois++)
        {
            (await client.GetAsync(route)).Doit(200);
            await Task.Delay(300);
        }
    }

    // Behind the back of the service: only who asks the database sees it.
    private async Task BrouillerAsync(string table, int de)
    {
        await using var portee = _serveur.Services.CreateAsyncScope();
        var db = portee.ServiceProvider.GetRequiredService<RorDbContext>();
        await (table == "OffresPubliees"
            ? db.OffresPubliees.ExecuteUpdateAsync(s => s.SetProperty(o => o.SequenceOuverte, o => o.SequenceOuverte + de))
            : db.StructuresPubliees.ExecuteUpdateAsync(s => s.SetProperty(o => o.SequenceOuverte, o => o.SequenceOuverte + de)));
    }

    private static string Decompresser(byte[] octets, string? codage)
    {
        using var source = new MemoryStream(octets);
        using Stream lecture = codage switch { "br" => new BrotliStream(source, CompressionMode.Decompress), "gzip" => new GZipStream(source, CompressionMode.Decompress), _ => source };
        using var lecteur = new StreamReader(lecture);
        return lecteur.ReadToEnd();
    }
}
