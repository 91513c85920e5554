using System.Text.Json;
using Ror.TestKit;

namespace Ror.Api.Tests;

/// <summary>Modèles de saisie as an administrator governs them, and what offers see of it.</summary>
public sealed class ModelesGouvernesTests(ServeurRor serveur) : IClassFixture<ServeurRor>
{
    private const string Racine = "/api/v1/modeles-saisie";

    private Task<ClientRor> Admin => serveur.EnAsync("administrateur");

    [Fact]
    public async Task Un_modele_nait_se_modifie_s_active_a_une_suite_et_se_retire()
    {
        var (admin, moi) = (await Admin, await serveur.EnAsync("responsable-ch-albi"));
        var cree = (await admin.PostAsync(Racine, Corps("vie"))).Doit(201);
        var href = cree.Entetes.Location!.ToString();
        Assert.Equal(("Projet", "1"), (cree.Corps.Lu("statut"), cree.Corps.Lu("version")));
        Assert.Equal(["modifier", "activer", "supprimer"], cree.Actions());

        // A Projet is nobody else's, and is not proposed.
        (await moi.GetAsync(href)).Refuse(404, "modele.introuvable");
        Assert.DoesNotContain(cree.Corps.Lu("reference"), (await moi.GetAsync(Racine)).Doit(200).Corps.Liste("elements", "reference"));
        Assert.DoesNotContain(cree.Corps.Lu("reference"), (await admin.GetAsync($"{Racine}?categorie=355&champActivite=02")).Doit(200).Corps.Liste("elements", "reference"));

        // What a GET gives is what a PUT takes.
        var modifie = (await admin.PutAsync(href, Editable(cree.Corps, titre: "Autre titre"), ("If-Match", cree.ETag))).Doit(200);
        Assert.Equal("Autre titre", modifie.Corps.Lu("titre"));
        Assert.Equal(cree.Corps.GetProperty("regles").GetRawText(), modifie.Corps.GetProperty("regles").GetRawText());
        (await admin.PutAsync(href, Editable(cree.Corps), ("If-Match", cree.ETag))).Refuse(412, "version.perimee");
        (await admin.PutAsync(href, Editable(cree.Corps))).Doit(428);

        var actif = (await admin.PostAsync($"{href}/activation", null, ("If-Match", modifie.ETag))).Doit(200);
        Assert.Equal("Actif", actif.Corps.Lu("statut"));
        Assert.Contains(cree.Corps.Lu("reference"), (await moi.GetAsync($"{Racine}?categorie=355&champActivite=02")).Doit(200).Corps.Liste("elements", "reference"));
        (await admin.PutAsync(href, Editable(cree.Corps), ("If-Match", actif.ETag))).Refuse(409, "modele.fige");
        (await admin.DeleteAsync(href, ("If-Match", actif.ETag))).Refuse(409, "modele.pas-un-projet");
        (await admin.PostAsync($"{href}/activation", null, ("If-Match", actif.ETag))).Refuse(409, "modele.pas-un-projet");

        // The next version takes the place of the active one.
        var suite = (await admin.PostAsync($"{href}/versions", null, ("Idempotency-Key", "suite"))).Doit(201);
        Assert.Equal(suite.Texte, (await admin.PostAsync($"{href}/versions", null, ("Idempotency-Key", "suite"))).Doit(201).Texte);
        Assert.Equal(("Projet", "2"), (suite.Corps.Lu("statut"), suite.Corps.Lu("version")));
        (await admin.PostAsync($"{href}/versions", null)).Refuse(409, "modele.projet-existant");
        var suivant = suite.Entetes.Location!.ToString();
        var active = (await admin.PostAsync($"{suivant}/activation", null, ("If-Match", suite.ETag))).Doit(200);
        Assert.Equal("Retire", (await admin.GetAsync(href)).Doit(200).Corps.Lu("statut"));
        Assert.Equal("Retire", (await admin.PostAsync($"{suivant}/retrait", null, ("If-Match", active.ETag))).Doit(200).Corps.Lu("statut"));
        Assert.Empty((await moi.GetAsync($"{Racine}?categorie=355&champActivite=02")).Doit(200).Corps.GetProperty("elements").EnumerateArray());

        var essai = (await admin.PostAsync(Racine, Corps("jetable"))).Doit(201);
        (await admin.DeleteAsync(essai.Entetes.Location!.ToString(), ("If-Match", essai.ETag))).Doit(204);
        (await admin.GetAsync(essai.Entetes.Location!.ToString())).Refuse(404, "modele.introuvable");
    }

    // The last of a page may retire before the next is asked for: the walk goes on from it.
    [Theory]
    [InlineData("")]
    [InlineData("&categorie=355&champActivite=02")]
    public async Task La_liste_se_lit_par_pages_meme_quand_un_modele_se_retire(string contexte)
    {
        await using var neuf = new ServeurRor();
        var admin = await neuf.EnAsync("administrateur");
        foreach (var nom in (string[])["a", "b", "c", "d", "e"])
        {
            var cree = (await admin.PostAsync(Racine, Corps(nom))).Doit(201);
            (await admin.PostAsync($"{cree.Entetes.Location}/activation", null, ("If-Match", cree.ETag))).Doit(200);
        }

        List<string> tous = [.. (await admin.GetAsync($"{Racine}?limite=200{contexte}")).Doit(200).Corps.Liste("elements", "reference")];
        List<string> lus = [];
        for (string? curseur = null; ;)
        {
            var page = (await admin.GetAsync($"{Racine}?limite=2&total=true{contexte}{(curseur is null ? "" : $"&curseur={curseur}")}")).Doit(200).Corps;
            lus.AddRange(page.Liste("elements", "reference"));
            Assert.True(lus.Count == tous.Count || page.GetProperty("elements").GetArrayLength() == 2);
            if (lus.Count == 2)
            {
                Assert.Equal(tous.Count, page.GetProperty("total").GetInt32());
                var dernier = await admin.GetAsync(page.GetProperty("elements")[1].Lu("href"));
                (await admin.PostAsync($"{page.GetProperty("elements")[1].Lu("href")}/retrait", null, ("If-Match", dernier.ETag))).Doit(200);
            }

            if (!page.Possede("suivant"))
            {
                break;
            }

            curseur = page.Lu("suivant");
        }

        Assert.True(tous.Count >= 5);
        Assert.Equal(tous, lus);
        (await admin.GetAsync($"{Racine}?curseur=faux")).Doit(400);
    }

    [Fact]
    public async Task Toutes_les_contradictions_se_disent_a_l_activation_et_avant()
    {
        var admin = await Admin;
        var cree = (await admin.PostAsync(Racine, new
        {
            url = "https://exemple.test/contradictions",
            titre = "Contradictoire",
            parcours = "structure",
            contexte = new { champsActivite = new[] { Demo.Code("02") } },
            regles = new object[]
            {
                new { section = "accueil-prise-en-charge", champ = "couleur", obligatoire = true },
                new { section = "accueil-prise-en-charge", champ = "modePriseEnCharge", codesAutorises = new[] { Demo.Code("28"), Demo.Code("ZZ") } },
                new { section = "accueil-prise-en-charge", champ = "modePriseEnCharge", fixe = true },
                new { section = "patientele", champ = "ageMin", masque = true },
                new { section = "patientele", champ = "publicsPrisEnCharge", fixe = true },
            },
        })).Doit(201);
        string[] attendues = ["modele.sans-categorie", "modele.champ-inconnu", "code.inconnu", "modele.regle-double", "modele.fixe-sans-valeur", "modele.fixe-sans-valeur", "modele.masque-obligatoire"];
        Assert.Equal(attendues.Order(), cree.Corps.Liste("contradictions", "code").Order());
        var refus = (await admin.PostAsync($"{cree.Entetes.Location}/activation", null, ("If-Match", cree.ETag))).Doit(422);
        Assert.Equal(attendues.Order(), refus.Erreurs.Select(e => e.Code).Order());
        Assert.Contains((null, "/regles/0/codesAutorises/1", "code.inconnu"), refus.Erreurs);

        // With a category, a field that its offers must have cannot be hidden.
        var complete = Editable(cree.Corps);
        complete["contexte"] = JsonSerializer.SerializeToNode(new { categories = new[] { Demo.Code("355") }, champsActivite = new[] { Demo.Code("02") } });
        var modifie = (await admin.PutAsync(cree.Entetes.Location!.ToString(), complete, ("If-Match", cree.ETag))).Doit(200);
        Assert.Contains("modele.masque-obligatoire", modifie.Corps.Liste("contradictions", "code"));
        (await admin.GetAsync($"{cree.Entetes.Location}/questionnaire")).Refuse(409, "modele.contradictoire");
    }

    [Fact]
    public async Task Ce_qui_est_mal_ecrit_est_refuse_et_rien_n_est_garde()
    {
        var admin = await Admin;
        var avant = (await admin.GetAsync(Racine)).Doit(200).Corps.GetProperty("elements").GetArrayLength();
        (await admin.PostAsync(Racine, new { })).Doit(422).Contient("/url", "champ.obligatoire").Contient("/titre", "champ.obligatoire").Contient("/parcours", "champ.obligatoire");
        (await admin.PostAsync(Racine, Corps("espace ici"))).Doit(422).Contient("/url", "modele.url-invalide");
        (await admin.PostAsync(Racine, Corps("barre|1"))).Doit(422).Contient("/url", "modele.url-invalide");
        (await admin.PostAsync(Racine, new { url = "https://exemple.test/x", titre = "x", parcours = "maritime" })).Doit(422).Contient("/parcours", "texte.hors-liste");
        (await admin.PostAsync(Racine, new { url = "https://exemple.test/x", titre = "x", parcours = "structure", contexte = new { categories = new[] { Demo.Code("ZZZ") } } })).Doit(422).Contient("/contexte/categories/0", "code.inconnu");
        (await admin.PostAsync(Racine, new { url = "https://exemple.test/x", titre = "x", parcours = "structure", couleur = "bleu" })).Doit(400);
        (await admin.PostAsync(Racine, new { url = "https://exemple.test/x", titre = "x", parcours = "structure", regles = Enumerable.Range(0, 201).Select(i => new { section = "s", champ = $"c{i}" }) })).Doit(422).Contient("/regles", "liste.trop-longue");
        (await admin.PostAsync(Racine, new { url = "https://ror.example/modeles-saisie/ehpad", titre = "x", parcours = "structure" })).Refuse(409, "modele.version-existante");
        (await (await serveur.EnAsync("referent-occitanie")).PostAsync(Racine, Corps("interdit"))).Doit(403);
        (await admin.PostAsync($"{Racine}/{Outils.Inconnu}/versions", null)).Refuse(404, "modele.introuvable");
        (await admin.PostAsync($"{Racine}/{Outils.Inconnu}/activation", null, ("If-Match", "\"1.abc\""))).Refuse(404, "modele.introuvable");
        Assert.Equal(avant, (await admin.GetAsync(Racine)).Doit(200).Corps.GetProperty("elements").GetArrayLength());
    }

    [Fact]
    public async Task Une_offre_passe_a_la_version_suivante_et_seules_les_etapes_touchees_sont_a_revoir()
    {
        await using var neuf = new ServeurRor();
        var (admin, moi) = (await neuf.EnAsync("administrateur"), await neuf.EnAsync("responsable-ch-albi"));
        var (id, etag) = await moi.BrouillonAsync();
        var etape2 = (await moi.GetAsync($"/api/v1/offres/{id}/etapes/accueil-prise-en-charge")).Doit(200);
        var apres2 = (await moi.PutAsync($"/api/v1/offres/{id}/etapes/accueil-prise-en-charge", etape2.Corps.GetProperty("valeurs"), ("If-Match", etag))).Doit(200);
        var etape3 = (await moi.GetAsync($"/api/v1/offres/{id}/etapes/patientele-et-specificites")).Doit(200);
        var pret = (await moi.PutAsync($"/api/v1/offres/{id}/etapes/patientele-et-specificites", etape3.Corps.GetProperty("valeurs"), ("If-Match", apres2.ETag))).Doit(200);
        var reference = pret.Corps.Lu("sections/informationsGenerales/modeleSaisie");
        var publiee = await moi.PublierOffreAsync();

        // Nothing newer: nothing changes.
        var rien = (await moi.GetAsync($"/api/v1/offres/{id}/changement-modele")).Doit(200).Corps;
        Assert.Equal((reference, reference), (rien.Lu("avant"), rien.Lu("apres")));
        Assert.Empty(rien.GetProperty("sections").EnumerateArray());

        // The next version: another mode fixed, one public no longer allowed, a field mandatory.
        var modele = (await admin.GetAsync(Racine)).Doit(200).Corps.GetProperty("elements").Ou("reference", reference).Lu("href");
        var suite = (await admin.PostAsync($"{modele}/versions", null)).Doit(201);
        var corps = Editable(suite.Corps);
        foreach (var regle in corps["regles"]!.AsArray().Where(r => (string)r!["champ"]! == "modePriseEnCharge"))
        {
            regle!["codesAutorises"] = JsonSerializer.SerializeToNode(new[] { Demo.Code("29") });
            regle["fixe"] = true;
        }

        corps["regles"]!.AsArray().Add(JsonSerializer.SerializeToNode(new { section = "accueil-prise-en-charge", champ = "temporaliteAccueil", obligatoire = true }));
        corps["prereglages"]!["accueilPriseEnCharge"]!["modePriseEnCharge"] = JsonSerializer.SerializeToNode(Demo.Code("29"));
        var prete = (await admin.PutAsync(suite.Entetes.Location!.ToString(), corps, ("If-Match", suite.ETag))).Doit(200);
        var nouvelle = (await admin.PostAsync($"{suite.Entetes.Location}/activation", null, ("If-Match", prete.ETag))).Doit(200).Corps.Lu("reference");

        // Old offers are judged by their pinned version for ever.
        Assert.Equal(["validee", "validee", "validee"], (await moi.GetAsync($"/api/v1/offres/{id}")).Doit(200).Etats());

        var prevu = (await moi.GetAsync($"/api/v1/offres/{id}/changement-modele")).Doit(200).Corps;
        Assert.Equal((reference, nouvelle), (prevu.Lu("avant"), prevu.Lu("apres")));
        Assert.Equal(["/temporaliteAccueil"], prevu.Liste("obligatoires", "chemin"));
        Assert.Equal(["/modePriseEnCharge"], prevu.Liste("reglees", "chemin"));
        Assert.Equal("29", prevu.Lu("valeurs/accueilPriseEnCharge/modePriseEnCharge/code"));
        Assert.Equal(["accueil-prise-en-charge"], prevu.GetProperty("etapes").EnumerateArray().Select(e => e.GetString()));
        var avant = (await moi.GetAsync($"/api/v1/offres/{id}")).Doit(200);
        Assert.Equal(pret.ETag.Split('.')[0], avant.ETag.Split('.')[0]);
        Assert.Contains("changer-modele", avant.Actions());

        var change = (await moi.PostAsync($"/api/v1/offres/{id}/changement-modele", new { modeleSaisie = nouvelle }, ("If-Match", pret.ETag))).Doit(200);
        Assert.Equal(["validee", "a-revoir", "validee"], change.Etats());
        Assert.DoesNotContain("changer-modele", change.Actions());
        Assert.Equal("29", change.Corps.Lu("sections/accueilPriseEnCharge/modePriseEnCharge/code"));
        Assert.Contains("parcours.etapes-a-revoir", change.Corps.Liste("avertissements", "code"));
        Assert.Equal(change.ETag, (await moi.PostAsync($"/api/v1/offres/{id}/changement-modele", new { modeleSaisie = nouvelle }, ("If-Match", change.ETag))).Doit(200).ETag);
        (await moi.PostAsync($"/api/v1/offres/{id}/changement-modele", new { modeleSaisie = nouvelle }, ("If-Match", pret.ETag))).Refuse(412, "version.perimee");
        (await moi.PostAsync($"/api/v1/offres/{id}/changement-modele", new { modeleSaisie = "https://exemple.test/inconnu|1" }, ("If-Match", change.ETag))).Doit(422).Contient("/modeleSaisie", "modele.inadapte");

        // A published mode never changes: a version that excludes it does not fit.
        var (idPubliee, etagPubliee) = publiee;
        (await moi.PostAsync($"/api/v1/offres/{idPubliee}/changement-modele", new { }, ("If-Match", etagPubliee))).Doit(422).Contient("/modeleSaisie", "modele.exclut-publie");
        Assert.DoesNotContain("changer-modele", (await moi.GetAsync($"/api/v1/offres/{idPubliee}")).Doit(200).Actions());

        var usages = (await admin.GetAsync($"{modele}/usages")).Doit(200).Corps;
        Assert.Equal(reference, usages.Lu("reference"));
        Assert.True(usages.GetProperty("offresPubliees").GetInt32() > 0);
        var deLaSuite = (await admin.GetAsync($"{suite.Entetes.Location}/usages")).Doit(200).Corps;
        Assert.Equal((0, 1), (deLaSuite.GetProperty("offresPubliees").GetInt32(), deLaSuite.GetProperty("brouillons").GetInt32()));
        var jamais = deLaSuite.GetProperty("codesJamaisChoisis").EnumerateArray().Select(c => c.Lu("champ")).ToList();
        Assert.DoesNotContain("modePriseEnCharge", jamais);
        Assert.Contains("actesSpecifiques", jamais);
    }

    // What will be preset in a step that was never written is told too; an offer without a modèle names the one that it takes.
    [Fact]
    public async Task L_apercu_dit_aussi_les_prereglages_des_etapes_a_venir()
    {
        await using var neuf = new ServeurRor();
        var (admin, moi) = (await neuf.EnAsync("administrateur"), await neuf.EnAsync("responsable-ch-albi"));
        var (id, _) = await moi.BrouillonAsync();
        var reference = (await moi.GetAsync($"/api/v1/offres/{id}")).Doit(200).Corps.Lu("sections/informationsGenerales/modeleSaisie");
        var modele = (await admin.GetAsync(Racine)).Doit(200).Corps.GetProperty("elements").Ou("reference", reference).Lu("href");
        var suite = (await admin.PostAsync($"{modele}/versions", null)).Doit(201);
        var corps = Editable(suite.Corps);
        corps["prereglages"]!["accueilPriseEnCharge"]!["modePriseEnCharge"] = JsonSerializer.SerializeToNode(Demo.Code("29"));
        var prete = (await admin.PutAsync(suite.Entetes.Location!.ToString(), corps, ("If-Match", suite.ETag))).Doit(200);
        (await admin.PostAsync($"{suite.Entetes.Location}/activation", null, ("If-Match", prete.ETag))).Doit(200);
        var prevu = (await moi.GetAsync($"/api/v1/offres/{id}/changement-modele")).Doit(200).Corps;
        Assert.Equal(["/modePriseEnCharge"], prevu.Liste("reglees", "chemin"));
        Assert.Equal("29", prevu.Lu("valeurs/accueilPriseEnCharge/modePriseEnCharge/code"));
        Assert.False((await moi.GetAsync($"/api/v1/offres/{id}")).Doit(200).Corps.GetProperty("sections").Possede("accueilPriseEnCharge"));
    }

    // Two fields of one list: a code chosen in one was not chosen in the other.
    [Fact]
    public async Task Les_codes_jamais_choisis_le_sont_champ_par_champ()
    {
        await using var neuf = new ServeurRor();
        var (admin, moi) = (await neuf.EnAsync("administrateur"), await neuf.EnAsync("responsable-ch-albi"));
        string[] actes = ["0016", "0054"];
        var cree = (await admin.PostAsync(Racine, new
        {
            url = "https://exemple.test/actes",
            titre = "Actes",
            parcours = "structure",
            contexte = new { categories = new[] { Demo.Code("355") }, champsActivite = new[] { Demo.Code("01") } },
            regles = new[] { "actesSpecifiques", "actesHorsCabinet" }.Select(champ => new { section = "specificites", champ, codesAutorises = actes.Select(a => Demo.Code(a)) }),
            prereglages = new { specificites = new { actesSpecifiques = new[] { Demo.Code("0016") } } },
        })).Doit(201);
        (await admin.PostAsync($"{cree.Entetes.Location}/activation", null, ("If-Match", cree.ETag))).Doit(200);
        var offre = (await moi.PostAsync($"/api/v1/unites-fonctionnelles/{Demo.UfHcChirurgies}/offres", new { nom = "Actes", champActivite = Demo.Code("01"), modeleSaisie = cree.Corps.Lu("reference"), uniteSensible = false })).Doit(201);
        var (href, etag) = (offre.Entetes.Location!.ToString(), offre.ETag);
        var etape2 = (await moi.PutAsync($"{href}/etapes/accueil-prise-en-charge", new { typesOffre = new[] { Demo.Code("153") }, modePriseEnCharge = Demo.Code("28") }, ("If-Match", etag))).Doit(200);
        (await moi.PutAsync($"{href}/etapes/patientele-et-specificites", new
        {
            patientele = new { ageMin = new { valeur = 0, unite = "d" }, ageMax = new { valeur = 120, unite = "a" } },
            specificites = new { activites = new[] { new { activite = Demo.Code("033") } }, actesSpecifiques = new[] { Demo.Code("0016") } },
        }, ("If-Match", etape2.ETag))).Doit(200);
        var usages = (await admin.GetAsync($"{cree.Entetes.Location}/usages")).Doit(200);
        Assert.NotEmpty(usages.ETag);
        var jamais = usages.Corps.GetProperty("codesJamaisChoisis");
        Assert.Equal(["0054"], jamais.Ou("champ", "actesSpecifiques").Liste("codes", "code"));
        Assert.Equal(actes, jamais.Ou("champ", "actesHorsCabinet").Liste("codes", "code"));
    }

    [Fact]
    public async Task Un_import_qui_perime_un_code_montre_les_modeles_qui_le_nomment()
    {
        await using var neuf = new ServeurRor();
        var admin = await neuf.EnAsync("administrateur");
        Assert.Empty((await admin.GetAsync($"{Racine}?codesObsoletes=true")).Doit(200).Corps.GetProperty("elements").EnumerateArray());
        var j19 = (await admin.GetAsync("/api/v1/nomenclatures/J19/contenu")).Doit(200).Corps;
        var codes = j19.GetProperty("codes").EnumerateArray().Where(c => c.Lu("code") != "34").Select(c => (c.Lu("code"), c.Lu("libelle"), c.Lu("systeme")));
        await admin.UneListeAsync(Ror.TestKit.Nos.FichiersNos.Jeu(j19.Lu("nomOfficiel"), "20991231120000", codes));
        await admin.EnVigueurAsync("J19", c => c.GetProperty("rang").GetInt32() == 1);
        var touches = (await admin.GetAsync($"{Racine}?codesObsoletes=true")).Doit(200).Corps;
        Assert.Contains(Demo.ModeleChirurgie, touches.Liste("elements", "reference"));
        var usages = (await admin.GetAsync($"{touches.GetProperty("elements").Ou("reference", Demo.ModeleChirurgie).Lu("href")}/usages")).Doit(200).Corps;
        Assert.Equal(["34"], usages.GetProperty("codesObsoletes").Ou("liste", "J19").Liste("codes", "code"));
    }

    private static object Corps(string nom) => new
    {
        url = $"https://exemple.test/modeles/{nom}",
        titre = "Soins médicaux et de réadaptation",
        parcours = "structure",
        contexte = new { categories = new[] { Demo.Code("355") }, champsActivite = new[] { Demo.Code("02") } },
        regles = new object[]
        {
            new { section = "accueil-prise-en-charge", champ = "modePriseEnCharge", codesAutorises = new[] { Demo.Code("28"), Demo.Code("29") } },
            new { section = "patientele", champ = "publicsPrisEnCharge", obligatoire = true },
        },
        prereglages = new { accueilPriseEnCharge = new { modePriseEnCharge = Demo.Code("28") }, patientele = new { ageMin = new { valeur = 18, unite = "a" } } },
    };

    // As a front end edits what it has read.
    private static System.Text.Json.Nodes.JsonObject Editable(JsonElement lu, string? titre = null)
    {
        var corps = System.Text.Json.Nodes.JsonNode.Parse(lu.GetRawText())!.AsObject();
        foreach (var membre in corps.Select(m => m.Key).Except(["url", "titre", "parcours", "contexte", "regles", "prereglages"]).ToList())
        {
            corps.Remove(membre);
        }

        corps["titre"] = titre ?? lu.Lu("titre");
        return corps;
    }
}
