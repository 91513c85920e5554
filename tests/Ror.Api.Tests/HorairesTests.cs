using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Ror.Application.Diffusion;
using Ror.TestKit;

namespace Ror.Api.Tests;

/// <summary>Exceptions of the typical week, one per request; and what the hours come to.</summary>
public sealed class HorairesTests : IAsyncDisposable
{
    private readonly HorlogeReglable _horloge = new();
    private readonly ServeurRor _serveur;

    public HorairesTests() => _serveur = ServeurRor.Avec(services => services.AddSingleton<TimeProvider>(_horloge));

    // Days begin where the offers are.
    private string Dans(int jours) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeBySystemTimeZoneId(_horloge.GetUtcNow(), "Europe/Paris").DateTime).AddDays(jours).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private object Fermeture(int debut, int fin, string motif = "Congés") => new { type = "FermetureTemporaire", dateDebut = Dans(debut), dateFin = Dans(fin), motif };

    [Fact]
    public async Task Une_exception_s_ajoute_et_se_retire_aussitot_sans_valider_d_etape()
    {
        var client = await _serveur.EnAsync("responsable-ch-albi");
        var (id, etag) = await client.BrouillonAsync("Exceptions en brouillon");
        var route = $"/api/v1/offres/{id}";
        var etats = (await client.GetAsync(route)).Etats();
        Assert.Contains("ajouter-exception-horaire", (await client.GetAsync(route)).Actions());

        var ajoutee = (await client.PostAsync($"{route}/exceptions-horaires", Fermeture(9, 12), ("If-Match", etag))).Doit(201);
        Assert.Equal((id, "Brouillon"), (ajoutee.Corps.Lu("id"), ajoutee.Corps.Lu("statut")));
        Assert.Equal(etats, ajoutee.Etats());
        var lue = Assert.Single(ajoutee.Corps.Membre("sections/horaires/exceptions").EnumerateArray());
        Assert.Equal(("FermetureTemporaire", "08", "Horaire de fermeture", Dans(9), Dans(12), "Congés"), (lue.Lu("type"), lue.Lu("typeHoraire/code"), lue.Lu("typeHoraire/libelle"), lue.Lu("dateDebut"), lue.Lu("dateFin"), lue.Lu("motif")));
        Assert.Equal(7, Guid.Parse(lue.Lu("id")).Version);

        var exceptionnel = new { type = "HoraireExceptionnel", dateDebut = Dans(2), dateFin = Dans(8), plages = new object[] { new { type = Demo.Code("07"), jour = 1, debut = "09:00", fin = "24:00" }, new { type = Demo.Code("01"), debut = "10:00", fin = "11:00" } } };
        var seconde = (await client.PostAsync($"{route}/exceptions-horaires", exceptionnel, ("If-Match", ajoutee.ETag))).Doit(201);
        Assert.Equal(["HoraireExceptionnel", "FermetureTemporaire"], seconde.Corps.Liste("sections/horaires/exceptions", "type"));
        Assert.False(seconde.Corps.Membre("sections/horaires/exceptions/0").Possede("typeHoraire"));

        var retiree = (await client.DeleteAsync($"{route}/exceptions-horaires/{lue.Lu("id")}", ("If-Match", seconde.ETag))).Doit(200);
        Assert.Equal(["HoraireExceptionnel"], retiree.Corps.Liste("sections/horaires/exceptions", "type"));
        Assert.Equal(retiree.Texte, (await client.GetAsync(route)).Doit(200).Texte);
    }

    [Fact]
    public async Task Un_corps_demesure_est_refuse_sans_etre_juge()
    {
        var client = await _serveur.EnAsync("responsable-ch-albi");
        var route = $"/api/v1/offres/{Demo.HcChirurgieBariatrique}";
        var etag = await client.ETagAsync(Demo.HcChirurgieBariatrique);
        (await client.PostAsync($"{route}/exceptions-horaires", Fermeture(1, 2, new string('x', 1 << 20)), ("If-Match", etag))).Doit(413);
        Assert.Equal([(null, "/motif", "texte.trop-long")], (await client.PostAsync($"{route}/exceptions-horaires", Fermeture(1, 2, new string('x', 256)), ("If-Match", etag))).Doit(422).Erreurs);
        var plages = Enumerable.Repeat(new { type = Demo.Code("01"), debut = "09:00", fin = "10:00" }, 10_000);
        var refus = (await client.PostAsync($"{route}/exceptions-horaires", new { type = "HoraireExceptionnel", dateDebut = Dans(1), dateFin = Dans(2), plages }, ("If-Match", etag))).Doit(422);
        Assert.Equal([(null, "/plages", "liste.trop-longue")], refus.Erreurs);
        Assert.Equal(etag, await client.ETagAsync(Demo.HcChirurgieBariatrique));
    }

    [Fact]
    public async Task Deux_exceptions_ne_se_chevauchent_pas_et_la_cent_unieme_est_refusee()
    {
        var client = await _serveur.EnAsync("responsable-ch-albi");
        var (id, etag) = await client.BrouillonAsync("Cent exceptions");
        var route = $"/api/v1/offres/{id}/exceptions-horaires";
        for (var n = 0; n < 100; n++)
        {
            etag = (await client.PostAsync(route, Fermeture(2 * n, 2 * n), ("If-Match", etag))).Doit(201).ETag;
        }

        (await client.PostAsync(route, Fermeture(1001, 1001), ("If-Match", etag))).Refuse(422, "liste.trop-longue");
        var refus = (await client.PostAsync(route, Fermeture(1, 4), ("If-Match", etag))).Doit(422);
        var dit = refus.Corps.GetProperty("erreurs").EnumerateArray().Single(e => e.Lu("code") == "horaire.exceptions-chevauchees").Lu("message");
        Assert.All([$"FermetureTemporaire {Dans(1)}/{Dans(4)}", $"FermetureTemporaire {Dans(2)}/{Dans(2)}"], nommee => Assert.Contains(nommee, dit, StringComparison.Ordinal));
        Assert.Equal(etag, await client.ETagAsync(id));
    }

    [Fact]
    public async Task Une_cle_d_idempotence_n_ajoute_qu_une_fois_meme_si_la_version_a_change()
    {
        var client = await _serveur.EnAsync("responsable-ch-albi");
        var (id, etag) = await client.BrouillonAsync("Une seule fois");
        var route = $"/api/v1/offres/{id}/exceptions-horaires";
        (string, string)[] entetes = [("If-Match", etag), ("Idempotency-Key", "exception-1")];
        var simultanees = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => client.PostAsync(route, Fermeture(1, 2), entetes)));
        Assert.All(simultanees, r => Assert.Equal(simultanees[0].Texte, r.Doit(201).Texte));
        var apres = (await client.PostAsync(route, Fermeture(5, 6), ("If-Match", simultanees[0].ETag))).Doit(201).ETag;
        Assert.Equal(simultanees[0].Texte, (await client.PostAsync(route, Fermeture(1, 2), entetes)).Doit(201).Texte);
        (await client.PostAsync(route, Fermeture(8, 9), entetes)).Refuse(422, "idempotence.corps-different");

        // Refusals are not kept: with the current version, the same key passes.
        (string, string)[] autre = [("If-Match", etag), ("Idempotency-Key", "exception-2")];
        Assert.Equal(apres, (await client.PostAsync(route, Fermeture(8, 9), autre)).Refuse(412, "version.perimee").ETag);
        (await client.PostAsync(route, Fermeture(8, 9), ("If-Match", apres), ("Idempotency-Key", "exception-2"))).Doit(201);
        Assert.Equal(3, (await client.GetAsync($"/api/v1/offres/{id}")).Doit(200).Corps.Membre("sections/horaires/exceptions").GetArrayLength());
    }

    [Fact]
    public async Task Sur_la_meme_version_une_seule_des_ecritures_simultanees_passe()
    {
        var client = await _serveur.EnAsync("responsable-ch-albi");
        var (id, etag) = await client.BrouillonAsync("Course");
        var ajouts = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => client.PostAsync($"/api/v1/offres/{id}/exceptions-horaires", Fermeture(3 * n, 3 * n), ("If-Match", etag))));
        Assert.Equal([201, 412, 412, 412, 412, 412], ajouts.Select(a => a.Statut).Order());
    }

    [Fact]
    public async Task Les_refus_viennent_dans_l_ordre_du_contrat()
    {
        var (client, etranger, monde) = (await _serveur.EnAsync("responsable-ch-albi"), await _serveur.EnAsync("responsable-ehpad"), await _serveur.EnAsync("plateforme-occitanie"));
        var etag = await client.ETagAsync(Demo.HcChirurgieBariatrique);
        foreach (var autre in new[] { etranger, monde })
        {
            (await autre.PostAsync($"/api/v1/offres/{Demo.HcChirurgieBariatrique}/exceptions-horaires", null)).Doit(404);
            (await autre.DeleteAsync($"/api/v1/offres/{Demo.HcChirurgieBariatrique}/exceptions-horaires/{Outils.Inconnu}")).Doit(404);
            (await autre.GetAsync($"/api/v1/offres/{Demo.HcChirurgieBariatrique}/ouverture")).Doit(404);
        }

        var route = $"/api/v1/offres/{Demo.HcChirurgieBariatrique}/exceptions-horaires";
        (await client.PostAsync($"/api/v1/offres/{Outils.Inconnu}/exceptions-horaires", Fermeture(1, 2), ("If-Match", etag))).Refuse(404, "offre.introuvable");
        (await client.PostAsync(route, Fermeture(1, 2))).Refuse(428, "version.requise");
        (await client.DeleteAsync($"{route}/{Outils.Inconnu}")).Refuse(428, "version.requise");
        (await client.DeleteAsync($"{route}/{Outils.Inconnu}", ("If-Match", etag))).Refuse(404, "horaire.exception-introuvable");
        (await client.DeleteAsync($"{route}/{Outils.Inconnu}", ("If-Match", "\"1.autre\""))).Refuse(404, "horaire.exception-introuvable");
        (await client.DeleteAsync($"{route}/la-premiere", ("If-Match", etag))).Doit(404);
        (await client.DeleteAsync($"{route}?tout=true", ("If-Match", etag))).Doit(405);
        (await client.PostAsync($"{route}?a=1", Fermeture(1, 2), ("If-Match", etag))).Refuse(400, "parametre.inconnu");

        var ajoutee = (await client.PostAsync(route, Fermeture(1, 2), ("If-Match", etag))).Doit(201);
        var id = ajoutee.Corps.Membre("sections/horaires/exceptions/0").Lu("id");
        Assert.Equal(ajoutee.ETag, (await client.DeleteAsync($"{route}/{id}", ("If-Match", etag))).Refuse(412, "version.perimee").ETag);
        (await client.DeleteAsync($"{route}/{id}", ("If-Match", ajoutee.ETag))).Doit(200);

        var fermee = $"/api/v1/offres/{Demo.ConsultationFermee}";
        (await client.PostAsync($"{fermee}/exceptions-horaires", Fermeture(1, 2), ("If-Match", (await client.GetAsync(fermee)).ETag))).Refuse(409, "offre.transition-interdite");
    }

    [Fact]
    public async Task La_section_se_relit_et_se_rend_telle_quelle_et_ses_exceptions_ne_s_y_changent_pas()
    {
        var client = await _serveur.EnAsync("responsable-ch-albi");
        var (id, etag) = await client.BrouillonAsync("Aller et retour");
        var section = $"/api/v1/offres/{id}/sections/horaires";
        var semaine = new[] { new { type = Demo.Code("07"), jour = 1, debut = "09:00", fin = "12:00" } };
        etag = (await client.PutAsync(section, new { semaineType = semaine, exceptions = Array.Empty<object>() }, ("If-Match", etag))).Doit(200).ETag;
        etag = (await client.PostAsync($"/api/v1/offres/{id}/exceptions-horaires", new { type = "HoraireExceptionnel", dateDebut = Dans(1), dateFin = Dans(7), plages = semaine }, ("If-Match", etag))).Doit(201).ETag;
        var lue = (await client.GetAsync(section)).Doit(200);
        Assert.Equal(etag.Split('.')[0], (await client.PutAsync(section, lue.Corps, ("If-Match", etag))).Doit(200).ETag.Split('.')[0]);

        var sans = (await client.PutAsync(section, new { semaineType = Array.Empty<object>() }, ("If-Match", etag))).Doit(200);
        Assert.Equal(lue.Corps.Membre("exceptions").GetRawText(), sans.Corps.Membre("sections/horaires/exceptions").GetRawText());
        foreach (var exceptions in new object[] { Array.Empty<object>(), new[] { Fermeture(3, 4) }, new[] { Fermeture(3, 4), Fermeture(6, 7) } })
        {
            Assert.Contains(("horaires", "/exceptions", "champ.lecture-seule"), (await client.PutAsync(section, new { exceptions }, ("If-Match", sans.ETag))).Doit(422).Erreurs);
        }

        Assert.Equal(sans.ETag, await client.ETagAsync(id));
    }

    [Fact]
    public async Task Ce_qui_se_chevauche_dans_la_semaine_est_nomme_deux_fois()
    {
        var client = await _serveur.EnAsync("responsable-ch-albi");
        var (id, etag) = await client.BrouillonAsync("Chevauchement");
        var semaineType = new[] { new { type = Demo.Code("07"), jour = 1, debut = "09:00", fin = "11:00" }, new { type = Demo.Code("06"), jour = 1, debut = "09:00", fin = "11:00" }, new { type = Demo.Code("07"), jour = 1, debut = "10:00", fin = "12:00" } };
        var refus = (await client.PutAsync($"/api/v1/offres/{id}/sections/horaires", new { semaineType }, ("If-Match", etag), ("Accept-Language", "en"))).Doit(422);
        Assert.Equal([("horaires", "/semaineType/0", "horaire.chevauchement"), ("horaires", "/semaineType/2", "horaire.chevauchement")], refus.Erreurs);
        Assert.Equal("Two rows of the same type (07) overlap: /semaineType/0 (Monday 09:00–11:00) and /semaineType/2 (Monday 10:00–12:00).", refus.Corps.Membre("erreurs/0").Lu("message"));
    }

    [Fact]
    public async Task Une_exception_se_publie_par_la_validation_et_disparait_a_minuit_sans_que_rien_ait_change()
    {
        // Tokens are of the real clock.
        var (client, monde) = (await _serveur.EnAsync("responsable-ch-albi"), await _serveur.EnAsync("plateforme-occitanie"));
        _horloge.AllerADemainMidi();
        var (id, etag) = await client.PublierOffreAsync("Fermée aujourd'hui");
        var (route, publiee) = ($"/api/v1/offres/{id}", $"/api/v1/diffusion/offres/{await client.IdentifiantAsync(id)}");
        etag = (await client.PostAsync($"{route}/exceptions-horaires", Fermeture(0, 0), ("If-Match", etag))).Doit(201).ETag;
        var enAttente = (await client.PostAsync($"{route}/exceptions-horaires", Fermeture(5, 6), ("If-Match", etag))).Doit(201);
        Assert.Equal(("Validee", true), (enAttente.Corps.Lu("statut"), enAttente.Corps.GetProperty("modificationsEnAttente").GetBoolean()));
        Assert.False((await monde.GetAsync(publiee)).Doit(200).Corps.GetProperty("sections").Possede("horaires"));

        var validee = (await client.PostAsync($"{route}/validation", new { relu = true }, ("If-Match", enAttente.ETag))).Doit(200);
        var avant = await MemoiserAsync(monde, publiee);
        Assert.Equal(["08", "08"], avant.Corps.Liste("sections/horaires/exceptions", "typeHoraire/code"));
        Assert.Equal("Validee", avant.Corps.Lu("statut"));
        Assert.Equal(304, (await monde.GetAsync(publiee, ("If-None-Match", avant.ETag))).Statut);
        var saisie = (await client.GetAsync(route)).Doit(200);
        var (curseur, _) = await SuiteAsync(monde, "0");

        _horloge.Avancer(1);
        foreach (var entetes in new (string, string)[][] { [("If-None-Match", avant.ETag)], [("Cache-Control", "no-cache")], [] })
        {
            var apres = (await monde.GetAsync(publiee, entetes)).Doit(200);
            Assert.Equal([Dans(4)], apres.Corps.Liste("sections/horaires/exceptions", "dateDebut"));
            Assert.Equal(avant.ETag.Split('.')[0], apres.ETag.Split('.')[0]);
        }

        Assert.DoesNotContain(await monde.ToutLireAsync("/api/v1/diffusion/offres"), o => o.Lu("id") == id && o.Membre("sections/horaires/exceptions").GetArrayLength() != 1);
        Assert.Equal(1, (await client.GetAsync(route, ("If-None-Match", saisie.ETag))).Doit(200).Corps.Membre("sections/horaires/exceptions").GetArrayLength());
        Assert.Equal(1, (await client.GetAsync($"{route}/sections/horaires")).Doit(200).Corps.Membre("exceptions").GetArrayLength());
        Assert.False((await client.GetAsync(route)).Corps.GetProperty("modificationsEnAttente").GetBoolean());
        Assert.Equal(0, (await SuiteAsync(monde, curseur)).Changements);
        Assert.Empty((await _serveur.Services.GetRequiredService<Reconstruction>().ExecuterAsync(CancellationToken.None)).Differences);
        Assert.Equal(2, (await client.GetAsync($"{route}/versions/2")).Doit(200).Corps.Membre("sections/horaires/exceptions").GetArrayLength());

        // What is given back as it was read is no modification; the last one passes too, and nothing is left to show.
        var relue = (await client.GetAsync($"{route}/sections/horaires")).Doit(200);
        Assert.Equal(validee.ETag.Split('.')[0], (await client.PutAsync($"{route}/sections/horaires", relue.Corps, ("If-Match", relue.ETag))).Doit(200).ETag.Split('.')[0]);
        _horloge.Avancer(6);
        Assert.False((await monde.GetAsync(publiee)).Doit(200).Corps.GetProperty("sections").Possede("horaires"));

        // Nor do past ones stand in the way of a proposed value.
        var proposees = new object[] { new { type = Demo.Code("07"), jour = 1, debut = "09:00", fin = "12:00" } };
        var anomalie = (await monde.PostAsync("/api/v1/anomalies", AnomaliesTests.Declaration(id, "horaires", "/semaineType", proposees, null, "Offre"))).Doit(201).Corps.Lu("id");
        (await client.PostAsync($"/api/v1/anomalies/{anomalie}/acceptation", null, ("If-Match", (await client.GetAsync($"/api/v1/anomalies/{anomalie}")).Doit(200).ETag))).Doit(200);
    }

    [Fact]
    public async Task Ouverte_a_cet_instant_par_la_copie_de_travail_et_par_ce_qui_est_publie()
    {
        var (client, monde) = (await _serveur.EnAsync("responsable-ch-albi"), await _serveur.EnAsync("grand-public"));
        var (id, etag) = await client.PublierOffreAsync("Ouverte le lundi");
        var (saisie, publiee) = ($"/api/v1/offres/{id}/ouverture", $"/api/v1/diffusion/offres/{await client.IdentifiantAsync(id)}/ouverture");
        var semaineType = new object[] { new { type = Demo.Code("07"), jour = 1, debut = "09:00", fin = "12:00" }, new { type = Demo.Code("10"), jour = 2, debut = "09:00", fin = "12:00" } };
        etag = (await client.PutAsync($"/api/v1/offres/{id}/sections/horaires", new { semaineType }, ("If-Match", etag))).Doit(200).ETag;

        // Monday 6 January 2059; the working copy alone knows.
        Assert.Equal("""{"le":"2059-01-06T08:30:00Z","fuseau":"Europe/Paris","statut":"Validee","ouverte":true,"jusqua":"2059-01-06T11:00:00Z","prochaineOuverture":"2059-01-13T08:00:00Z"}""", (await client.GetAsync($"{saisie}?le=2059-01-06T09:30:00%2B01:00")).Doit(200).Texte);
        Assert.Equal("""{"le":"2059-01-06T08:30:00Z","fuseau":"Europe/Paris","statut":"Validee","ouverte":false}""", (await monde.GetAsync($"{publiee}?le=2059-01-06T08:30Z")).Doit(200).Texte);
        etag = (await client.PostAsync($"/api/v1/offres/{id}/validation", new { relu = true }, ("If-Match", etag))).Doit(200).ETag;
        var lue = (await monde.GetAsync($"{publiee}?le=2059-01-06T08:30:00.000Z")).Doit(200);
        Assert.True(lue.Corps.GetProperty("ouverte").GetBoolean());
        Assert.Equal(304, (await monde.GetAsync($"{publiee}?le=2059-01-06T08:30:00Z", ("If-None-Match", lue.ETag))).Statut);
        Assert.Equal("2059-01-07T08:00:00Z", (await monde.GetAsync($"{publiee}?le=2059-01-06T08:30:00Z&type=10")).Doit(200).Corps.Lu("prochaineOuverture"));
        Assert.False((await monde.GetAsync($"{publiee}?le=2059-01-06T08:30:00Z&type=03")).Doit(200).Corps.Possede("prochaineOuverture"));
        Assert.True((await monde.GetAsync(publiee)).Doit(200).Corps.Possede("prochaineOuverture"));

        // A closing that is planned closes from that day on.
        etag = (await client.PostAsync($"/api/v1/offres/{id}/fermeture", new { type = Demo.Code("DEF"), dateFermeture = "2059-01-10" }, ("If-Match", etag))).Doit(200).ETag;
        foreach (var prevue in new[] { await client.GetAsync($"{saisie}?le=2059-01-06T12:00:00Z"), await monde.GetAsync($"{publiee}?le=2059-01-06T12:00:00Z"), await monde.GetAsync($"{publiee}?le=2059-01-13T08:30:00Z") })
        {
            Assert.False(prevue.Doit(200).Corps.GetProperty("ouverte").GetBoolean());
            Assert.False(prevue.Corps.Possede("prochaineOuverture"));
        }

        etag = (await client.DeleteAsync($"/api/v1/offres/{id}/fermeture-prevue", ("If-Match", etag))).Doit(200).ETag;
        etag = (await client.PostAsync($"/api/v1/offres/{id}/fermeture", new { type = Demo.Code("PRO"), dateFermeture = Dans(0) }, ("If-Match", etag))).Doit(200).ETag;
        foreach (var fermee in new[] { await client.GetAsync($"{saisie}?le=2059-01-06T08:30:00Z"), await monde.GetAsync($"{publiee}?le=2059-01-06T08:30:00Z") })
        {
            Assert.Equal("""{"le":"2059-01-06T08:30:00Z","fuseau":"Europe/Paris","statut":"FermeeTemporairement","ouverte":false}""", fermee.Doit(200).Texte);
        }
    }

    [Fact]
    public async Task Une_offre_que_l_on_ne_voit_pas_n_a_pas_d_ouverture()
    {
        var (client, regulation, monde) = (await _serveur.EnAsync("responsable-ch-albi"), await _serveur.EnAsync("regulation"), await _serveur.EnAsync("grand-public"));
        var sensible = $"/api/v1/diffusion/offres/{await client.IdentifiantAsync(Demo.ConsultationSensible)}/ouverture";
        (await regulation.GetAsync(sensible)).Doit(200);
        (await monde.GetAsync(sensible)).Refuse(404, "offre.introuvable");
        (await monde.GetAsync($"/api/v1/diffusion/offres/{await client.IdentifiantAsync(Demo.HcChirurgieBariatrique)}/ouverture")).Refuse(404, "offre.introuvable");
        (await monde.GetAsync("/api/v1/diffusion/offres/pas-un-identifiant/ouverture")).Refuse(404, "offre.introuvable");
        (await client.GetAsync($"/api/v1/offres/{Outils.Inconnu}/ouverture")).Refuse(404, "offre.introuvable");
    }

    public ValueTask DisposeAsync() => _serveur.DisposeAsync();

    // Until it is served from memory.
    private static async Task<Reponse> MemoiserAsync(ClientRor client, string route)
    {
        await client.GetAsync(route);
        await Task.Delay(500);
        await client.GetAsync(route);
        return (await client.GetAsync(route)).Doit(200);
    }

    private static async Task<(string Curseur, int Changements)> SuiteAsync(ClientRor client, string depuis)
    {
        for (var changements = 0; ;)
        {
            var page = (await client.GetAsync($"/api/v1/diffusion/changements?depuis={depuis}&limite=200")).Doit(200).Corps;
            (depuis, changements) = (page.Lu("suivant"), changements + page.GetProperty("elements").GetArrayLength());
            if (!page.GetProperty("encore").GetBoolean())
            {
                return (depuis, changements);
            }
        }
    }
}
