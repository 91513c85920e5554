using Ror.TestKit;

namespace Ror.Api.Tests;

/// <summary>Closing and reopening over HTTP: cascade, preview, planned closings, and what the world then reads.</summary>
public sealed class FermeturesTests : IAsyncDisposable
{
    private readonly ServeurRor _serveur = new();

    private static object Demande(string type, string date = "2026-01-05", string? reouverture = null) =>
        reouverture is null ? new { type = Demo.Code(type), dateFermeture = date } : new { type = Demo.Code(type), dateFermeture = date, dateReouverture = reouverture };

    [Fact]
    public async Task La_simulation_dit_exactement_ce_que_la_fermeture_touche_et_ne_stocke_rien()
    {
        var client = await _serveur.EnAsync("responsable-ch-albi");
        var route = $"/api/v1/poles/{Demo.PoleAnesthesieChirurgie}";
        var avant = (await client.GetAsync(route)).Doit(200);

        var simulee = (await client.PostAsync($"{route}/fermeture?simulation=true", Demande("PRO"), ("If-Match", avant.ETag))).Doit(200).Corps;
        Assert.True(simulee.GetProperty("simulation").GetBoolean());
        Assert.Equal(avant.Texte, (await client.GetAsync(route)).Doit(200).Texte);

        var faite = (await client.PostAsync($"{route}/fermeture", Demande("PRO"), ("If-Match", avant.ETag))).Doit(200);
        Assert.Equal(simulee.GetProperty("effets").GetRawText(), faite.Corps.GetProperty("effets").GetRawText());
        Assert.Equal(
            ["FermeeTemporairement"],
            faite.Corps.Liste("effets", "apres").Distinct());
        Assert.Equal(["Offre", "Pole", "UniteFonctionnelle"], faite.Corps.Liste("effets", "type").Distinct().Order());
    }

    [Fact]
    public async Task Rouvrir_un_pole_rend_exactement_ce_que_sa_fermeture_avait_ferme_et_le_monde_le_lit()
    {
        var client = await _serveur.EnAsync("responsable-ch-albi");
        var monde = await _serveur.EnAsync("plateforme-occitanie");
        var identifiant = await client.IdentifiantAsync(Demo.ConsultationAnesthesie);
        var offre = (await client.GetAsync($"/api/v1/offres/{Demo.ConsultationAnesthesie}")).Doit(200);
        (await client.PostAsync($"/api/v1/offres/{Demo.ConsultationAnesthesie}/fermeture", Demande("PRO", reouverture: "2027-01-01"), ("If-Match", offre.ETag))).Doit(200);

        var route = $"/api/v1/poles/{Demo.PoleAnesthesieChirurgie}";
        var fermee = (await client.PostAsync($"{route}/fermeture", Demande("PRO", reouverture: "2026-12-01"), ("If-Match", (await client.GetAsync(route)).ETag))).Doit(200);
        Assert.DoesNotContain(Demo.ConsultationAnesthesie, fermee.Corps.Liste("effets", "id"));

        var rouverte = (await client.PostAsync($"{route}/reouverture", null, ("If-Match", fermee.ETag))).Doit(200);
        Assert.Equal(fermee.Corps.Liste("effets", "id"), rouverte.Corps.Liste("effets", "id"));
        var publiee = (await monde.GetAsync($"/api/v1/diffusion/offres/{identifiant}")).Doit(200).Corps;
        Assert.Equal(("FermeeTemporairement", "PRO", "2027-01-01"), (publiee.Lu("statut"), publiee.Lu("fermeture/type/code"), publiee.Lu("fermeture/reouverture")));
    }

    [Fact]
    public async Task Une_fermeture_planifiee_se_publie_PRE_et_ne_change_pas_le_statut()
    {
        var client = await _serveur.EnAsync("responsable-ch-albi");
        var lue = (await client.GetAsync($"/api/v1/offres/{Demo.ConsultationAnesthesie}")).Doit(200);
        (await client.PostAsync($"/api/v1/offres/{Demo.ConsultationAnesthesie}/fermeture", Demande("DEF", "2090-01-01"), ("If-Match", lue.ETag))).Doit(200);

        var relue = (await client.GetAsync($"/api/v1/offres/{Demo.ConsultationAnesthesie}")).Doit(200);
        Assert.Equal(("Validee", "PRE", "2090-01-01"), (relue.Corps.Lu("statut"), relue.Corps.Lu("fermeture/type/code"), relue.Corps.Lu("fermeture/date")));
        Assert.Contains("rouvrir", relue.Actions());
        var publiee = (await (await _serveur.EnAsync("grand-public")).GetAsync($"/api/v1/diffusion/offres/{relue.Corps.Lu("identifiant").Replace('/', '-')}")).Doit(200).Corps;
        Assert.Equal("PRE", publiee.Lu("fermeture/type/code"));
    }

    [Fact]
    public async Task Une_fermeture_planifiee_plus_haut_se_dit_et_se_publie_sur_tout_ce_qu_elle_fermera()
    {
        var client = await _serveur.EnAsync("responsable-ch-albi");
        var monde = await _serveur.EnAsync("grand-public");
        var (route, offre) = ($"/api/v1/poles/{Demo.PoleAnesthesieChirurgie}", $"/api/v1/offres/{Demo.ConsultationAnesthesie}");
        var publiee = $"/api/v1/diffusion/offres/{await client.IdentifiantAsync(Demo.ConsultationAnesthesie)}";
        var (avant, publieeAvant) = ((await client.GetAsync(offre)).Doit(200), (await monde.GetAsync(publiee)).Doit(200));

        var apercu = (await client.PostAsync($"{route}/fermeture?simulation=true", Demande("DEF", "2089-01-01"), ("If-Match", (await client.GetAsync(route)).ETag))).Doit(200).Corps;
        var prevue = (await client.PostAsync($"{route}/fermeture", Demande("DEF", "2089-01-01"), ("If-Match", (await client.GetAsync(route)).ETag))).Doit(200);
        Assert.Equal(apercu.GetProperty("effets").GetRawText(), prevue.Corps.GetProperty("effets").GetRawText());
        Assert.Equal(["Offre", "Pole", "UniteFonctionnelle"], prevue.Corps.Liste("effets", "type").Distinct().Order());
        Assert.Equal(["Validee"], prevue.Corps.Liste("effets", "apres").Distinct());

        // Nothing of the offer itself has changed, and everybody knows what is to come.
        var apres = (await client.GetAsync(offre)).Doit(200);
        Assert.Equal(Version(avant.ETag), Version(apres.ETag));
        Assert.Equal(("Validee", "PRE", "DEF", Demo.PoleAnesthesieChirurgie),
            (apres.Corps.Lu("statut"), apres.Corps.Lu("fermeture/type/code"), apres.Corps.Lu("fermeturePrevue/type/code"), apres.Corps.Lu("fermeturePrevue/origine")));
        Assert.DoesNotContain("annuler-fermeture-prevue", apres.Actions());
        var publieeApres = (await monde.GetAsync(publiee)).Doit(200);
        Assert.Equal(("Validee", "PRE", "2089-01-01", "DEF"),
            (publieeApres.Corps.Lu("statut"), publieeApres.Corps.Lu("fermeture/type/code"), publieeApres.Corps.Lu("fermeture/date"), publieeApres.Corps.Lu("fermeturePrevue/type/code")));
        Assert.NotEqual(Version(publieeAvant.ETag), Version(publieeApres.ETag));

        // What is published or comes meanwhile knows it too.
        var (nouvelle, _) = await client.PublierOffreAsync("Publiée sous une fermeture prévue");
        Assert.Equal("2089-01-01", (await monde.GetAsync($"/api/v1/diffusion/offres/{await client.IdentifiantAsync(nouvelle)}")).Doit(200).Corps.Lu("fermeture/date"));

        (await client.DeleteAsync($"{route}/fermeture-prevue", ("If-Match", prevue.ETag))).Doit(200);
        Assert.False((await monde.GetAsync(publiee)).Doit(200).Corps.Possede("fermeture"));
        Assert.False((await client.GetAsync(offre)).Doit(200).Corps.Possede("fermeturePrevue"));
    }

    [Fact]
    public async Task Une_fermeture_definitive_prevue_se_voit_et_s_annule_sous_une_fermeture_temporaire()
    {
        var client = await _serveur.EnAsync("responsable-ch-albi");
        var route = $"/api/v1/offres/{Demo.ConsultationAnesthesie}";
        var fermee = (await client.PostAsync($"{route}/fermeture", Demande("PRO"), ("If-Match", (await client.GetAsync(route)).ETag))).Doit(200);
        (await client.DeleteAsync($"{route}/fermeture-prevue", ("If-Match", fermee.ETag))).Refuse(409, "offre.transition-interdite");
        var prevue = (await client.PostAsync($"{route}/fermeture", Demande("DEF", "2090-01-01"), ("If-Match", fermee.ETag))).Doit(200);
        var lue = (await client.GetAsync(route)).Doit(200);
        Assert.Equal(("PRO", "DEF", "2090-01-01"), (lue.Corps.Lu("fermeture/type/code"), lue.Corps.Lu("fermeturePrevue/type/code"), lue.Corps.Lu("fermeturePrevue/date")));
        Assert.Contains("annuler-fermeture-prevue", lue.Actions());

        (await client.DeleteAsync($"{route}/fermeture-prevue", ("If-Match", fermee.ETag))).Refuse(412, "version.perimee");
        (await client.DeleteAsync($"{route}/fermeture-prevue?simulation=true", ("If-Match", prevue.ETag))).Doit(200);
        (await client.DeleteAsync($"{route}/fermeture-prevue", ("If-Match", prevue.ETag))).Doit(200);
        var apres = (await client.GetAsync(route)).Doit(200);
        Assert.Equal("FermeeTemporairement", apres.Corps.Lu("statut"));
        Assert.False(apres.Corps.Possede("fermeturePrevue"));
        (await client.DeleteAsync($"/api/v1/offres/{Outils.Inconnu}/fermeture-prevue", ("If-Match", prevue.ETag))).Refuse(404, "offre.introuvable");
        (await (await _serveur.EnAsync("responsable-ehpad")).DeleteAsync($"{route}/fermeture-prevue", ("If-Match", apres.ETag))).Refuse(404, "offre.introuvable");
        (await client.DeleteAsync($"/api/v1/entites-geographiques/{Demo.ChAlbi}/fermeture-prevue", ("If-Match", apres.ETag))).Refuse(403, "acces.interdit");
    }

    [Fact]
    public async Task La_fermeture_se_tient_a_son_apercu_ou_ne_se_fait_pas()
    {
        var client = await _serveur.EnAsync("responsable-ch-albi");
        var route = $"/api/v1/unites-fonctionnelles/{Demo.UfHcChirurgies}";
        var etag = (await client.GetAsync(route)).ETag;
        var vue = (await client.PostAsync($"{route}/fermeture?simulation=true", Demande("PRO"), ("If-Match", etag))).Doit(200).Corps.Lu("empreinte");

        // An offer more, which the level itself does not know of.
        await client.PublierOffreAsync("Publiée entre l'aperçu et l'acte");
        (await client.PostAsync($"{route}/fermeture?empreinte={vue}", Demande("PRO"), ("If-Match", etag))).Refuse(409, "fermeture.apercu-perime");
        Assert.False((await client.GetAsync(route)).Doit(200).Corps.Possede("fermeture"));

        var revue = (await client.PostAsync($"{route}/fermeture?simulation=true", Demande("PRO"), ("If-Match", etag))).Doit(200).Corps.Lu("empreinte");
        Assert.NotEqual(vue, revue);
        Assert.Equal(revue, (await client.PostAsync($"{route}/fermeture?empreinte={revue}", Demande("PRO"), ("If-Match", etag))).Doit(200).Corps.Lu("empreinte"));
    }

    [Fact]
    public async Task Une_offre_deja_fermee_recoit_en_change_ou_perd_son_successeur()
    {
        var client = await _serveur.EnAsync("responsable-ch-albi");
        var monde = await _serveur.EnAsync("grand-public");
        var (route, remplacante) = ($"/api/v1/offres/{Demo.ConsultationAnesthesie}", (await client.GetAsync($"/api/v1/offres/{Demo.ConsultationCardiologie}")).Corps.Lu("identifiant"));
        var publiee = $"/api/v1/diffusion/offres/{await client.IdentifiantAsync(Demo.ConsultationAnesthesie)}";
        var uf = $"/api/v1/unites-fonctionnelles/{Demo.UfConsultations}";
        var ouverte = (await client.GetAsync(route)).Doit(200);
        (await client.PutAsync($"{route}/successeur", new { successeur = remplacante }, ("If-Match", ouverte.ETag))).Refuse(409, "offre.transition-interdite");

        // Closed with its level: nobody could name one then.
        (await client.PostAsync($"{uf}/fermeture", Demande("DEF"), ("If-Match", (await client.GetAsync(uf)).ETag))).Doit(200);
        var fermee = (await client.GetAsync(route)).Doit(200);
        Assert.Equal(["designer-successeur"], fermee.Actions());
        (await client.PutAsync($"{route}/successeur", new { successeur = "Cardiologie" }, ("If-Match", fermee.ETag))).Refuse(422, "fermeture.successeur-invalide");
        (await client.PutAsync($"{route}/successeur", new { successeur = ouverte.Corps.Lu("identifiant") }, ("If-Match", fermee.ETag))).Refuse(422, "fermeture.successeur-introuvable");
        (await client.PutAsync($"{route}/successeur", new { }, ("If-Match", ouverte.ETag))).Refuse(412, "version.perimee");
        var nommee = (await client.PutAsync($"{route}/successeur", new { successeur = remplacante }, ("If-Match", fermee.ETag))).Doit(200);
        Assert.Equal(remplacante, nommee.Corps.Lu("fermeture/successeur"));
        Assert.Equal(remplacante, (await monde.GetAsync(publiee)).Doit(200).Corps.Lu("fermeture/successeur"));
        Assert.Equal(Version(nommee.ETag), Version((await client.PutAsync($"{route}/successeur", new { successeur = remplacante }, ("If-Match", nommee.ETag))).Doit(200).ETag));

        (await client.PutAsync($"{route}/successeur", new { }, ("If-Match", nommee.ETag))).Doit(200);
        Assert.False((await monde.GetAsync(publiee)).Doit(200).Corps.GetProperty("fermeture").Possede("successeur"));
        (await client.PutAsync($"/api/v1/offres/{Outils.Inconnu}/successeur", new { }, ("If-Match", nommee.ETag))).Refuse(404, "offre.introuvable");
    }

    [Fact]
    public async Task Le_successeur_d_une_offre_fermee_lui_reste_quand_son_niveau_ferme_pour_de_bon()
    {
        var client = await _serveur.EnAsync("responsable-ch-albi");
        var (route, uf) = ($"/api/v1/offres/{Demo.ConsultationAnesthesie}", $"/api/v1/unites-fonctionnelles/{Demo.UfConsultations}");
        var remplacante = (await client.GetAsync($"/api/v1/offres/{Demo.ConsultationCardiologie}")).Corps.Lu("identifiant");
        var demande = new { type = Demo.Code("PRO"), dateFermeture = "2026-01-05", successeur = remplacante };
        (await client.PostAsync($"{route}/fermeture", demande, ("If-Match", (await client.GetAsync(route)).ETag))).Doit(200);
        (await client.PostAsync($"{uf}/fermeture", Demande("DEF"), ("If-Match", (await client.GetAsync(uf)).ETag))).Doit(200);
        var lue = (await client.GetAsync(route)).Doit(200).Corps;
        Assert.Equal(("FermeeDefinitivement", remplacante), (lue.Lu("statut"), lue.Lu("fermeture/successeur")));
    }

    [Fact]
    public async Task Un_etablissement_se_ferme_par_un_referent_et_jamais_par_un_responsable()
    {
        var route = $"/api/v1/entites-geographiques/{Demo.ChAlbi}";
        var (responsable, referent) = (await _serveur.EnAsync("responsable-ch-albi"), await _serveur.EnAsync("referent-occitanie"));
        var etag = (await referent.GetAsync(route)).ETag;
        (await responsable.PostAsync($"{route}/fermeture", Demande("DEF"), ("If-Match", etag))).Refuse(403, "acces.interdit");
        (await (await _serveur.EnAsync("responsable-ehpad")).PostAsync($"{route}/fermeture", Demande("DEF"), ("If-Match", etag))).Refuse(404, "structure.introuvable");

        (await referent.PostAsync($"{route}/fermeture", Demande("DEF"), ("If-Match", etag))).Doit(200);
        (await referent.PostAsync($"{route}/reouverture", null, ("If-Match", (await referent.GetAsync(route)).ETag))).Refuse(409, "offre.transition-interdite");
        (await responsable.PostAsync($"/api/v1/unites-fonctionnelles/{Demo.UfHcChirurgies}/offres", Demo.InformationsChirurgie())).Refuse(409, "hierarchie.parent-ferme");
    }

    [Theory]
    [InlineData("""{}""", 422, "contenu.invalide")]
    [InlineData("""{"type":{"code":"PRE"},"dateFermeture":"2026-01-05"}""", 422, "code.non-admis")]
    [InlineData("""{"type":{"code":"XXX"},"dateFermeture":"2026-01-05"}""", 422, "contenu.invalide")]
    [InlineData("""{"type":{"code":"DEF"},"dateFermeture":"2026-01-05","dateReouverture":"2026-02-01"}""", 422, "fermeture.reouverture-interdite")]
    [InlineData("""{"type":{"code":"PRO"},"dateFermeture":"2026-01-05","dateReouverture":"2026-01-05"}""", 422, "fermeture.reouverture-avant-fermeture")]
    [InlineData("""{"type":{"code":"PRO"},"dateFermeture":"0001-01-01"}""", 422, "date.invraisemblable")]
    [InlineData("""{"type":{"code":"PRO"},"dateFermeture":"5 janvier"}""", 400, "corps.type-invalide")]
    [InlineData("""{"type":{"code":"PRO"},"dateFermeture":"2026-02-30"}""", 400, "corps.type-invalide")]
    [InlineData("""{"type":{"code":"PRO"},"dateFermeture":"2026-01-05","motif":"x"}""", 400, "corps.membre-inconnu")]
    public async Task Une_mauvaise_demande_est_refusee_et_rien_n_est_ferme(string corps, int statut, string code)
    {
        var client = await _serveur.EnAsync("responsable-ch-albi");
        var route = $"/api/v1/unites-fonctionnelles/{Demo.UfConsultations}";
        var avant = (await client.GetAsync(route)).Doit(200);
        (await client.BrutAsync(HttpMethod.Post, $"{route}/fermeture", System.Text.Encoding.UTF8.GetBytes(corps), "application/json", ("If-Match", avant.ETag))).Refuse(statut, code);
        Assert.Equal(avant.Texte, (await client.GetAsync(route)).Texte);
    }

    [Fact]
    public async Task Une_offre_fermee_nomme_celle_qui_la_remplace()
    {
        var client = await _serveur.EnAsync("responsable-ch-albi");
        var (remplacee, remplacante) = (await client.IdentifiantAsync(Demo.ConsultationAnesthesie), (await client.GetAsync($"/api/v1/offres/{Demo.ConsultationCardiologie}")).Corps.Lu("identifiant"));
        var fermee = (await Fermer(client, Demo.ConsultationAnesthesie, remplacante)).Doit(200).Corps;
        Assert.Equal(remplacante, fermee.Lu("effets/0/fermeture/successeur"));
        var publiee = (await (await _serveur.EnAsync("grand-public")).GetAsync($"/api/v1/diffusion/offres/{remplacee}")).Doit(200).Corps;
        Assert.Equal(("FermeeDefinitivement", remplacante), (publiee.Lu("statut"), publiee.Lu("fermeture/successeur")));

        // The other way round would be a circle; so would a detour.
        (await Fermer(client, Demo.ConsultationCardiologie, remplacee)).Refuse(422, "fermeture.successeur-introuvable");
    }

    [Fact]
    public async Task De_fermetures_planifiees_aucun_cercle_de_successeurs()
    {
        var client = await _serveur.EnAsync("responsable-ch-albi");
        string[] offres = [Demo.ConsultationAnesthesie, Demo.ConsultationCardiologie, "01920000-0000-7000-8000-000000000402"];
        var identifiants = new List<string>();
        foreach (var offre in offres)
        {
            identifiants.Add((await client.GetAsync($"/api/v1/offres/{offre}")).Doit(200).Corps.Lu("identifiant"));
        }

        (await Fermer(client, offres[0], identifiants[1], "2090-01-01")).Doit(200);
        (await Fermer(client, offres[1], identifiants[2], "2090-01-01")).Doit(200);
        (await Fermer(client, offres[2], identifiants[0], "2090-01-01")).Refuse(422, "fermeture.successeur-en-boucle").Contient("/successeur", "fermeture.successeur-en-boucle");
        (await Fermer(client, offres[2], identifiants[2], "2090-01-01")).Refuse(422, "fermeture.successeur-en-boucle");

        // Each names the other at the same time: one of them only is heard.
        var (une, autre) = (await client.PublierOffreAsync("Une"), await client.PublierOffreAsync("Autre"));
        var noms = new[] { await client.IdentifiantAsync(une.Id), await client.IdentifiantAsync(autre.Id) }.Select(i => i.Replace('-', '/')).ToArray();
        var reponses = await Task.WhenAll(Fermer(client, une.Id, noms[1], "2090-01-01"), Fermer(client, autre.Id, noms[0], "2090-01-01"));
        Assert.Equal([200, 422], reponses.Select(r => r.Statut).Order());
    }

    [Theory]
    [InlineData("76/999999", 422, "fermeture.successeur-introuvable")]
    [InlineData("Anesthésie", 422, "fermeture.successeur-invalide")]
    [InlineData(Demo.ConsultationEndocrinologie, 422, "fermeture.successeur-introuvable")]
    [InlineData(Demo.ConsultationFermee, 422, "fermeture.successeur-introuvable")]
    public async Task Un_successeur_qui_n_est_pas_une_offre_publiee_et_ouverte_est_refuse(string successeur, int statut, string code)
    {
        var client = await _serveur.EnAsync("responsable-ch-albi");
        var nom = Guid.TryParse(successeur, out _) ? (await client.GetAsync($"/api/v1/offres/{successeur}")).Doit(200).Corps.Lu("identifiant") : successeur;
        (await Fermer(client, Demo.ConsultationAnesthesie, nom)).Refuse(statut, code);
        Assert.Equal("Validee", (await client.GetAsync($"/api/v1/offres/{Demo.ConsultationAnesthesie}")).Corps.Lu("statut"));
        var route = $"/api/v1/poles/{Demo.PoleAnesthesieChirurgie}";
        (await client.PostAsync($"{route}/fermeture", new { type = Demo.Code("DEF"), dateFermeture = "2026-01-05", successeur = "76/100001" }, ("If-Match", (await client.GetAsync(route)).ETag)))
            .Refuse(422, "fermeture.successeur-d-offre");
    }

    [Fact]
    public async Task Un_successeur_sensible_n_est_nomme_qu_a_qui_peut_le_voir()
    {
        var client = await _serveur.EnAsync("responsable-ch-albi");
        var sensible = (await client.GetAsync($"/api/v1/offres/{Demo.ConsultationSensible}")).Doit(200).Corps.Lu("identifiant");
        var remplacee = await client.IdentifiantAsync(Demo.ConsultationAnesthesie);
        (await Fermer(client, Demo.ConsultationAnesthesie, sensible)).Doit(200);
        Assert.False((await (await _serveur.EnAsync("grand-public")).GetAsync($"/api/v1/diffusion/offres/{remplacee}")).Doit(200).Corps.GetProperty("fermeture").Possede("successeur"));
        Assert.Equal(sensible, (await (await _serveur.EnAsync("regulation")).GetAsync($"/api/v1/diffusion/offres/{remplacee}")).Doit(200).Corps.Lu("fermeture/successeur"));
    }

    [Fact]
    public async Task Deux_cascades_qui_se_croisent_passent_l_une_apres_l_autre_et_rien_n_est_a_moitie_ferme()
    {
        var referent = await _serveur.EnAsync("referent-occitanie");
        var (pole, uf) = ($"/api/v1/poles/{Demo.PoleAnesthesieChirurgie}", $"/api/v1/unites-fonctionnelles/{Demo.UfConsultations}");
        var eg = $"/api/v1/entites-geographiques/{Demo.ChAlbi}";
        var etags = new[] { (await referent.GetAsync(pole)).ETag, (await referent.GetAsync(uf)).ETag, (await referent.GetAsync(eg)).ETag };
        var reponses = await Task.WhenAll(
            referent.PostAsync($"{pole}/fermeture", Demande("PRO"), ("If-Match", etags[0])),
            referent.PostAsync($"{uf}/fermeture", Demande("PRO", reouverture: "2027-01-01"), ("If-Match", etags[1])),
            referent.PostAsync($"{eg}/fermeture", Demande("DEF"), ("If-Match", etags[2])),
            referent.PostAsync($"/api/v1/unites-fonctionnelles/{Demo.UfConsultations}/offres", Demo.InformationsChirurgie()));
        Assert.All(reponses, r => Assert.True(r.Statut is 200 or 201 or 409 or 412, r.ToString()));
        Assert.Equal(200, reponses[2].Statut);
        var arbre = (await referent.GetAsync($"{eg}/arborescence?inclureFermees=true")).Doit(200).Corps.GetProperty("racine");
        Assert.All(Noeuds(arbre).Where(n => !n.Possede("statut") || n.Lu("statut") != "Brouillon"), n => Assert.Equal("DEF", n.Lu("fermeture/type/code")));
        var publiees = (await (await _serveur.EnAsync("regulation")).GetAsync("/api/v1/diffusion/offres?limite=200")).Doit(200).Corps.GetProperty("elements").EnumerateArray()
            .Where(o => o.Lu("structures/entiteGeographique/id") == Demo.ChAlbi).ToList();
        Assert.NotEmpty(publiees);
        Assert.All(publiees, o => Assert.Equal("FermeeDefinitivement", o.Lu("statut")));
    }

    [Fact]
    public async Task Un_parent_ferme_entre_la_lecture_et_la_validation_retient_le_brouillon()
    {
        var client = await _serveur.EnAsync("responsable-ch-albi");
        var (id, etag) = await client.CreerOffreCompleteAsync("Prise de vitesse");
        var route = $"/api/v1/unites-fonctionnelles/{Demo.UfHcChirurgies}";
        (await client.PostAsync($"{route}/fermeture", Demande("PRO"), ("If-Match", (await client.GetAsync(route)).ETag))).Doit(200);
        (await client.PostAsync($"/api/v1/offres/{id}/validation", new { relu = true }, ("If-Match", etag))).Refuse(409, "hierarchie.parent-ferme");
        (await client.PostAsync($"{route}/reouverture", null, ("If-Match", (await client.GetAsync(route)).ETag))).Doit(200);
        (await client.PostAsync($"/api/v1/offres/{id}/validation", new { relu = true }, ("If-Match", etag))).Doit(200);
    }

    [Fact]
    public async Task L_etat_se_dit_avant_le_contenu()
    {
        var client = await _serveur.EnAsync("responsable-ch-albi");
        var route = $"/api/v1/offres/{Demo.ConsultationFermee}";
        var si = ("If-Match", (await client.GetAsync(route)).ETag);
        foreach (var corps in new object[] { new { }, new { type = Demo.Code("XXX") }, new { type = Demo.Code("DEF"), dateFermeture = "2026-01-05", successeur = "76/999999" } })
        {
            var refus = (await client.PostAsync($"{route}/fermeture", corps, si)).Refuse(409, "offre.transition-interdite").Corps;
            Assert.Equal("FermeeDefinitivement designer-successeur", $"{refus.Lu("etat")} {string.Join(' ', refus.GetProperty("actionsPossibles").EnumerateArray())}");
        }

        var ouverte = $"/api/v1/offres/{Demo.ConsultationAnesthesie}";
        var fermee = (await client.PostAsync($"{ouverte}/fermeture", Demande("PRO"), ("If-Match", (await client.GetAsync(ouverte)).ETag))).Doit(200);
        (await client.PostAsync($"{ouverte}/fermeture", Demande("PRO", "2026-02-01", "2026-01-15"), ("If-Match", fermee.ETag))).Refuse(409, "fermeture.deja-fermee");
    }

    [Fact]
    public async Task Sans_If_Match_428_et_avec_un_ETag_perime_412_et_l_ETag_courant()
    {
        var client = await _serveur.EnAsync("responsable-ch-albi");
        var route = $"/api/v1/unites-fonctionnelles/{Demo.UfConsultations}";
        (await client.PostAsync($"{route}/fermeture", Demande("PRO"))).Refuse(428, "version.requise");
        var refus = (await client.PostAsync($"{route}/fermeture", Demande("PRO"), ("If-Match", "\"999.0\""))).Refuse(412, "version.perimee");
        Assert.Equal((await client.GetAsync(route)).ETag, refus.ETag);
    }

    [Fact]
    public async Task Transferer_garde_l_identifiant_et_se_lit_aussitot()
    {
        var referent = await _serveur.EnAsync("referent-occitanie");
        var route = $"/api/v1/offres/{Demo.ConsultationAnesthesie}";
        var avant = (await referent.GetAsync(route)).Doit(200);
        var destination = new { type = "UniteFonctionnelle", id = Demo.UfHcChirurgies };
        (await (await _serveur.EnAsync("responsable-ch-albi")).PostAsync($"{route}/transfert", destination, ("If-Match", avant.ETag))).Refuse(403, "acces.interdit");

        var apres = (await referent.PostAsync($"{route}/transfert", destination, ("If-Match", avant.ETag))).Doit(200);

        Assert.Equal((avant.Corps.Lu("identifiant"), Demo.UfHcChirurgies), (apres.Corps.Lu("identifiant"), apres.Corps.Lu("rattachement/id")));
        var publiee = (await (await _serveur.EnAsync("grand-public")).GetAsync($"/api/v1/diffusion/offres/{avant.Corps.Lu("identifiant").Replace('/', '-')}")).Doit(200).Corps;
        Assert.Equal(Demo.UfHcChirurgies, publiee.Lu("structures/uniteFonctionnelle/id"));
        (await referent.PostAsync($"{route}/transfert", new { type = "EntiteGeographique", id = Demo.Ehpad }, ("If-Match", apres.ETag))).Refuse(409, "transfert.autre-secteur");
        (await referent.PostAsync($"{route}/transfert", new { type = "EntiteGeographique", id = Demo.ChAlbi }, ("If-Match", apres.ETag))).Refuse(409, "hierarchie.parent-interdit");
        (await referent.PostAsync($"{route}/transfert", new { type = "UniteFonctionnelle", id = Outils.Inconnu }, ("If-Match", apres.ETag))).Doit(422);
        (await referent.PostAsync($"{route}/transfert", new { type = "Pole", id = "x" }, ("If-Match", apres.ETag))).Doit(422);
    }

    public ValueTask DisposeAsync() => _serveur.DisposeAsync();

    private static string Version(string etag) => etag.Split('.')[0];

    private static async Task<Reponse> Fermer(ClientRor client, string offre, string successeur, string date = "2026-01-05") => await client.PostAsync(
        $"/api/v1/offres/{offre}/fermeture",
        new { type = Demo.Code("DEF"), dateFermeture = date, successeur },
        ("If-Match", (await client.GetAsync($"/api/v1/offres/{offre}")).Doit(200).ETag));

    private static IEnumerable<System.Text.Json.JsonElement> Noeuds(System.Text.Json.JsonElement noeud) =>
        noeud.GetProperty("enfants").EnumerateArray().SelectMany(Noeuds).Prepend(noeud);
}
