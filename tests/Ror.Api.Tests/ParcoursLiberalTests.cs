using Ror.TestKit;

namespace Ror.Api.Tests;

/// <summary>The six steps of a liberal professional, one by one, and what each refuses.</summary>
public sealed class ParcoursLiberalTests : IAsyncLifetime
{
    private ServeurRor _serveur = null!;
    private ClientRor _moi = null!;

    public async ValueTask InitializeAsync()
    {
        _serveur = new ServeurRor();
        _moi = await _serveur.EnAsync("medecin-liberal");
    }

    public async ValueTask DisposeAsync() => await _serveur.DisposeAsync();

    [Fact]
    public async Task Mon_espace_montre_mes_offres_leur_etat_leur_avancement_et_ou_les_renseigner()
    {
        var offres = (await _moi.GetAsync($"/api/v1/professionnels/{Liberal.Rpps}/offres")).Doit(200).Corps.GetProperty("elements");

        Assert.Equal(["Brouillon", "Brouillon", "Brouillon", "Validee"], offres.EnumerateArray().Select(o => o.Lu("statut")));
        var maison = offres.Ou("id", Liberal.DansLaMaison);
        Assert.True(maison.GetProperty("dansUneMaisonDeSante").GetBoolean());
        Assert.Equal("MAISON DE SANTE DU REALMONTAIS", maison.Lu("structure/nom"));
        var (albi, gaillac) = (offres.Ou("id", Liberal.Albi), offres.Ou("id", Liberal.Gaillac));
        Assert.Equal((0, 6, "donnees-nationales"), (albi.Membre("progression/validees").GetInt32(), albi.Membre("progression/etapes").GetInt32(), albi.Lu("progression/suivante")));
        Assert.Equal((5, "recapitulatif"), (gaillac.Membre("progression/validees").GetInt32(), gaillac.Lu("progression/suivante")));
        var etapes = (await _moi.GetAsync(albi.Lu("renseigner"))).Doit(200).Corps;
        Assert.Equal(["donnees-nationales", "description", "modalites", "contacts", "horaires", "recapitulatif"], etapes.Liste("elements", "cle"));
        Assert.All(etapes.GetProperty("elements").EnumerateArray(), e => Assert.NotEmpty(e.Lu("importantASavoir")));
    }

    [Theory]
    [InlineData("10990000019")]
    [InlineData("00000000000")]
    [InlineData("abc")]
    public async Task L_espace_d_un_autre_n_existe_pas_pour_moi(string rpps) => (await _moi.GetAsync($"/api/v1/professionnels/{rpps}/offres")).Refuse(404, "professionnel.introuvable");

    [Fact]
    public async Task Une_offre_d_autrui_se_lit_et_ne_s_ecrit_que_par_son_professionnel()
    {
        var (referent, autre) = (await _serveur.EnAsync("referent-occitanie"), await _serveur.EnAsync("responsable-ch-albi"));
        (await autre.GetAsync($"/api/v1/offres/{Liberal.Albi}")).Refuse(404, "offre.introuvable");
        var lue = (await referent.GetAsync($"/api/v1/offres/{Liberal.Albi}")).Doit(200);
        Assert.Equal(["rattacher-msp"], lue.Actions());
        foreach (var (cle, corps) in new[] { ("donnees-nationales", Liberal.Accord), ("description", Liberal.Description()), ("recapitulatif", Liberal.Relu) })
        {
            (await referent.PutAsync(Liberal.Etape(Liberal.Albi, cle), corps, ("If-Match", lue.ETag))).Refuse(403, "acces.interdit");
            (await autre.PutAsync(Liberal.Etape(Liberal.Albi, cle), corps, ("If-Match", lue.ETag))).Refuse(404, "offre.introuvable");
        }

        // Nor is a structure's offer the professional's.
        (await _moi.GetAsync($"/api/v1/offres/{Demo.HcChirurgieBariatrique}")).Refuse(404, "offre.introuvable");
    }

    [Theory]
    [InlineData("horaires", "contacts", "modalites", "description", "donnees-nationales")]
    [InlineData("donnees-nationales", "description", "modalites", "contacts", "horaires")]
    [InlineData("contacts", "modalites", "horaires", "donnees-nationales", "description")]
    public async Task Les_etapes_se_valident_dans_n_importe_quel_ordre_et_en_huit_requetes_au_plus(params string[] ordre)
    {
        var corps = new Dictionary<string, object>
        {
            ["horaires"] = Liberal.Semaine(Liberal.Plage("07", 1, "09:00", "12:00"), Liberal.Plage("05", 2, "14:00", "17:00")),
            ["contacts"] = Liberal.Contacts(),
            ["modalites"] = Liberal.ADomicile("81004"),
            ["description"] = Liberal.Description(),
            ["donnees-nationales"] = Liberal.Accord,
            ["recapitulatif"] = Liberal.Relu,
        };

        // Home, then one request per step: each answer carries the ETag of the next.
        var requetes = 1;
        var id = (await _moi.GetAsync($"/api/v1/professionnels/{Liberal.Rpps}/offres")).Doit(200).Corps.GetProperty("elements").Ou("id", Liberal.Albi).Lu("id");
        var reponse = (await _moi.GetAsync($"/api/v1/offres/{id}")).Doit(200);
        requetes++;
        foreach (var cle in ordre.Append("recapitulatif"))
        {
            reponse = (await _moi.PutAsync(Liberal.Etape(id, cle), corps[cle], ("If-Match", reponse.ETag))).Doit(200);
            requetes++;
        }

        Assert.Equal("Validee", reponse.Corps.Lu("statut"));
        Assert.All(reponse.Etats(), etat => Assert.Equal("validee", etat));
        Assert.True(requetes <= 8, $"{requetes} requêtes");
    }

    [Fact]
    public async Task Le_formulaire_d_une_etape_donne_exactement_le_corps_de_sa_validation()
    {
        await _moi.RemplirAsync(Liberal.Albi, Liberal.ADomicile("81004"));
        foreach (var cle in new[] { "donnees-nationales", "description", "modalites", "contacts", "horaires" })
        {
            var etape = (await _moi.GetAsync(Liberal.Etape(Liberal.Albi, cle))).Doit(200);
            var rendue = (await _moi.PutAsync(Liberal.Etape(Liberal.Albi, cle), etape.Corps.GetProperty("valeurs"), ("If-Match", etape.ETag))).Doit(200);
            Assert.Equal(etape.ETag.Split('.')[0], rendue.ETag.Split('.')[0]);
            Assert.Equal("validee", etape.Corps.Lu("etat"));
        }
    }

    [Fact]
    public async Task Une_etape_n_ecrit_que_ses_champs()
    {
        (await _moi.ValiderAsync(Liberal.Albi, "description", new
        {
            nom = "Cabinet",
            activites = new[] { new { activite = Demo.Code("437") } },
            ageMin = new { valeur = 0, unite = "d" },
            ageMax = new { valeur = 120, unite = "a" },
            teleExpertise = new[] { new { canal = Demo.Code("2"), valeur = "05 36 49 00 31" } },
            modalitesAccueil = Liberal.Codes("11"),
        })).Doit(200);
        var apres = (await _moi.ValiderAsync(Liberal.Albi, "modalites", new { modalitesAccueil = Liberal.Codes("04"), liensTeleconsultation = new[] { "https://t.example/dr" } })).Doit(200).Corps;

        Assert.Equal(["11", "04"], apres.Liste("sections/accueilPriseEnCharge/modalitesAccueil", "code"));
        Assert.Equal("437", apres.Lu("sections/specificites/activites/0/activite/code"));
        Assert.Equal("+33536490031", apres.Lu("sections/specificites/teleExpertise/0/valeur"));
        apres = (await _moi.ValiderAsync(Liberal.Albi, "description", Liberal.Description())).Doit(200).Corps;
        Assert.Equal(["04"], apres.Liste("sections/accueilPriseEnCharge/modalitesAccueil", "code"));
        Assert.Equal("https://t.example/dr", apres.Membre("sections/specificites/liensTeleconsultation/0").GetString());
        Assert.False(apres.Membre("sections/specificites").Possede("teleExpertise"));
    }

    [Fact]
    public async Task La_description_vient_avec_ce_que_la_specialite_propose_et_rien_n_en_est_garde_avant_la_validation()
    {
        var etape = (await _moi.GetAsync(Liberal.Etape(Liberal.Albi, "description"))).Doit(200).Corps;

        Assert.Equal(["437"], etape.GetProperty("valeurs").GetProperty("activites").EnumerateArray().Select(a => a.Lu("activite/code")));
        var propositions = etape.GetProperty("propositions").EnumerateArray().ToList();
        Assert.Contains(propositions, p => p.Lu("champ") == "/activites" && p.Lu("code/code") == "437" && p.GetProperty("coche").GetBoolean());
        Assert.Contains(propositions, p => p.Lu("champ") == "/actesSpecifiques" && !p.GetProperty("coche").GetBoolean() && p.Lu("code/libelle").Length > 0);
        Assert.False((await _moi.GetAsync($"/api/v1/offres/{Liberal.Albi}")).Doit(200).Corps.GetProperty("sections").Possede("specificites"));

        // What the modèle does not admit is not proposed, and is refused.
        (await _moi.ValiderAsync(Liberal.Albi, "description", new { nom = "x", activites = new[] { new { activite = Demo.Code("033") } } })).Doit(422)
            .Contient("/activites/0/activite", "code.hors-modele").Contient("/ageMin", "champ.obligatoire").Contient("/ageMax", "champ.obligatoire");
        (await _moi.ValiderAsync(Liberal.Albi, "description", new { })).Doit(422).Contient("/nom", "champ.obligatoire").Contient("/activites", "champ.obligatoire");
        (await _moi.ValiderAsync(Liberal.Albi, "description", new { modalitesAccueil = Liberal.Codes("03") })).Doit(422).Contient("/modalitesAccueil/0", "code.non-admis");
        (await _moi.ValiderAsync(Liberal.Albi, "description", new { typesOffre = Liberal.Codes("196") })).Refuse(400, "corps.membre-inconnu");
    }

    [Fact]
    public async Task A_domicile_demande_une_zone_qu_un_departement_entier_remplit()
    {
        (await _moi.ValiderAsync(Liberal.Albi, "modalites", new { modalitesAccueil = Liberal.Codes("05") })).Doit(422).Contient("/communes", "champ.obligatoire");
        (await _moi.ValiderAsync(Liberal.Albi, "modalites", new { })).Doit(422).Contient("/modalitesAccueil", "champ.obligatoire");
        (await _moi.ValiderAsync(Liberal.Albi, "modalites", Liberal.ADomicile("99999"))).Doit(422).Contient("/communes/0", "commune.inconnue");
        (await _moi.ValiderAsync(Liberal.Albi, "modalites", new { modalitesAccueil = Liberal.Codes("05"), departements = new[] { "99" } })).Doit(422).Contient("/departements/0", "departement.inconnu");
        (await _moi.ValiderAsync(Liberal.Albi, "modalites", new { modalitesAccueil = Liberal.Codes("14") })).Doit(422).Contient("/modalitesAccueil/0", "code.non-admis");
        (await _moi.ValiderAsync(Liberal.Albi, "modalites", new { modalitesAccueil = Liberal.Codes("10") })).Doit(422).Contient("/modalitesAccueil/0", "code.non-admis");

        var etape = (await _moi.ValiderAsync(Liberal.Albi, "modalites", new { modalitesAccueil = Liberal.Codes("03", "05"), departements = new[] { "81", "62" }, communes = new[] { "31555" } })).Doit(200).Corps;
        var communes = etape.Membre("sections/zoneIntervention/communes").EnumerateArray().Select(c => c.GetString()!).ToList();
        Assert.Contains("31555", communes);
        Assert.Contains("81004", communes);
        Assert.True(communes.Count > 1100 && communes.Distinct().Count() == communes.Count, $"{communes.Count} communes");

        // More than a zone may hold, though each département is one that exists.
        (await _moi.ValiderAsync(Liberal.Albi, "modalites", new { modalitesAccueil = Liberal.Codes("05"), departements = new[] { "02", "14", "21", "27", "51", "59", "60", "62", "76", "80" } })).Doit(422).Contient("/communes", "liste.trop-longue");

        // Without care at home the zone goes, and the answer says so.
        var sans = (await _moi.ValiderAsync(Liberal.Albi, "modalites", Liberal.AuCabinet)).Doit(200).Corps;
        Assert.False(sans.GetProperty("sections").GetProperty("zoneIntervention").Possede("communes"));
        Assert.Contains("zone.effacee", sans.Liste("avertissements", "code"));
    }

    [Fact]
    public async Task Une_liste_demesuree_est_refusee_sans_etre_deployee()
    {
        (await _moi.ValiderAsync(Liberal.Albi, "modalites", new { modalitesAccueil = Liberal.Codes("05"), departements = Enumerable.Repeat("59", 100_000) })).Doit(422).Contient("/departements", "liste.trop-longue");
        (await _moi.ValiderAsync(Liberal.Albi, "donnees-nationales", new { anomalies = Enumerable.Repeat(new { }, 20_000) })).Doit(422).Contient("/anomalies", "liste.trop-longue");
    }

    [Fact]
    public async Task Relire_une_etape_d_une_offre_publiee_et_la_rendre_telle_quelle_ne_modifie_rien()
    {
        var etag = await _moi.ETagAsync(Liberal.Castres);
        foreach (var cle in new[] { "donnees-nationales", "description", "modalites", "contacts", "horaires" })
        {
            var valeurs = (await _moi.GetAsync(Liberal.Etape(Liberal.Castres, cle))).Doit(200).Corps.GetProperty("valeurs");
            Assert.False((await _moi.PutAsync(Liberal.Etape(Liberal.Castres, cle), valeurs, ("If-Match", etag))).Doit(200).Corps.GetProperty("modificationsEnAttente").GetBoolean(), cle);
        }

        Assert.Equal(etag, await _moi.ETagAsync(Liberal.Castres));
    }

    [Fact]
    public async Task Mille_cinq_cents_communes_sont_une_zone_ordinaire()
    {
        var communes = (await _moi.ToutLireAsync("/api/v1/territoires/departements/62/communes?limite=200")).Concat(await _moi.ToutLireAsync("/api/v1/territoires/departements/59/communes?limite=200")).Select(c => c.Lu("code")).ToArray();
        Assert.True(communes.Length >= 1500, $"{communes.Length}");

        var offre = (await _moi.PublierAsync(Liberal.Albi, Liberal.ADomicile(communes))).Corps;

        Assert.Equal(communes, offre.Membre("sections/zoneIntervention/communes").EnumerateArray().Select(c => c.GetString()));
    }

    [Fact]
    public async Task Les_contacts_sont_vingt_au_plus_et_un_au_moins_pour_les_patients()
    {
        (await _moi.ValiderAsync(Liberal.Albi, "contacts", Liberal.Contacts(21))).Doit(422).Contient("/patients", "liste.trop-longue");
        (await _moi.ValiderAsync(Liberal.Albi, "contacts", new { professionnels = new[] { new { nature = Demo.Code("07"), telecoms = new[] { new { canal = Demo.Code("3"), valeur = "a@b.example" } } } } })).Doit(422).Contient("/patients", "champ.obligatoire");
        (await _moi.ValiderAsync(Liberal.Albi, "contacts", new { })).Doit(422).Contient("/patients", "champ.obligatoire");
        Assert.False((await _moi.GetAsync($"/api/v1/offres/{Liberal.Albi}")).Doit(200).Corps.GetProperty("sections").Possede("contacts"));
        Assert.Equal(20, (await _moi.ValiderAsync(Liberal.Albi, "contacts", Liberal.Contacts(20))).Doit(200).Corps.Membre("sections/contacts/patients").GetArrayLength());
    }

    [Fact]
    public async Task Les_horaires_sont_de_trois_sortes()
    {
        (await _moi.ValiderAsync(Liberal.Albi, "horaires", new { })).Doit(422).Contient("/semaineType", "champ.obligatoire");
        (await _moi.ValiderAsync(Liberal.Albi, "horaires", Liberal.Semaine(Liberal.Plage("01", 1, "09:00", "12:00")))).Doit(422).Contient("/semaineType/0/type", "code.non-admis");
        (await _moi.ValiderAsync(Liberal.Albi, "horaires", Liberal.Semaine(Liberal.Plage("07", 1, "09:00", "25:00")))).Doit(422).Contient("/semaineType/0/fin", "horaire.heure-invalide");
        (await _moi.ValiderAsync(Liberal.Albi, "horaires", Liberal.Semaine(Liberal.Plage("07", 1, "09:00", "12:00"), Liberal.Plage("07", 1, "11:00", "13:00")))).Doit(422).Contient("/semaineType/1", "horaire.chevauchement");
        (await _moi.ValiderAsync(Liberal.Albi, "horaires", Liberal.Semaine(Liberal.Plage("07", 1, "09:00", "12:00"), Liberal.Plage("06", 1, "12:00", "13:00"), Liberal.Plage("05", 2, "14:00", "24:00")))).Doit(200);
    }

    [Fact]
    public async Task Changer_une_modalite_remet_les_horaires_a_revoir()
    {
        await _moi.RemplirAsync(Liberal.Albi, Liberal.ADomicile("81004"), Liberal.Semaine(Liberal.Plage("05", 2, "14:00", "17:00")));

        var apres = (await _moi.ValiderAsync(Liberal.Albi, "modalites", Liberal.AuCabinet)).Doit(200).Corps;

        Assert.Equal(("validee", "a-revoir"), (apres.Etat("modalites"), apres.Etat("horaires")));
        Assert.Contains("parcours.etapes-a-revoir", apres.Liste("avertissements", "code"));
        (await _moi.ValiderAsync(Liberal.Albi, "recapitulatif", Liberal.Relu)).Refuse(422, "validation.incomplete");
        (await _moi.ValiderAsync(Liberal.Albi, "horaires", Liberal.Semaine())).Doit(200);
        (await _moi.ValiderAsync(Liberal.Albi, "recapitulatif", Liberal.Relu)).Doit(200);
    }

    [Fact]
    public async Task Le_recapitulatif_montre_ce_qui_sera_publie_ce_qui_manque_et_ou_le_corriger()
    {
        (await _moi.ValiderAsync(Liberal.Albi, "contacts", Liberal.Contacts())).Doit(200);
        var recapitulatif = (await _moi.GetAsync(Liberal.Etape(Liberal.Albi, "recapitulatif"))).Doit(200).Corps;

        Assert.False(recapitulatif.GetProperty("complet").GetBoolean());
        Assert.Equal(["donnees-nationales", "description", "modalites", "horaires"], recapitulatif.Liste("aMender", "cle"));
        Assert.All(recapitulatif.GetProperty("aMender").EnumerateArray(), e => Assert.NotEmpty(e.GetProperty("manquants").EnumerateArray()));
        (await _moi.GetAsync(recapitulatif.Lu("aMender/0/href"))).Doit(200);
        Assert.Equal("+33536490010", recapitulatif.Lu("publication/contacts/patients/0/telecoms/0/valeur"));
        var refus = (await _moi.ValiderAsync(Liberal.Albi, "recapitulatif", Liberal.Relu)).Refuse(422, "validation.incomplete");
        Assert.Equal(recapitulatif.GetProperty("manquants").Manquants().Order(StringComparer.Ordinal), refus.Corps.GetProperty("erreurs").Manquants().Order(StringComparer.Ordinal));
        Assert.Equal(4, refus.Erreurs.Count(e => e.Code == "etape.non-validee"));

        await _moi.RemplirAsync(Liberal.Albi);
        (await _moi.ValiderAsync(Liberal.Albi, "recapitulatif", new { relu = false })).Refuse(422, "validation.relu-requis");
        (await _moi.PostAsync($"/api/v1/offres/{Liberal.Albi}/validation", Liberal.Relu, ("If-Match", await _moi.ETagAsync(Liberal.Albi)))).Refuse(409, "parcours.valider-par-recapitulatif");
        var identifiant = await _moi.IdentifiantAsync(Liberal.Albi);
        (await _moi.GetAsync($"/api/v1/diffusion/offres/{identifiant}")).Refuse(404, "offre.introuvable");
        (await _moi.ValiderAsync(Liberal.Albi, "recapitulatif", Liberal.Relu)).Doit(200);
        var publiee = (await _moi.GetAsync($"/api/v1/diffusion/offres/{identifiant}")).Doit(200).Corps;
        Assert.Equal("c1", publiee.Lu("sections/donneesNationales/extrait/conventionnement/secteur/code"));
        Assert.False(publiee.Membre("sections/donneesNationales").Possede("accord"));
        Assert.False(publiee.Membre("sections/donneesNationales/extrait").Possede("structure"));
    }

    [Fact]
    public async Task Une_offre_publiee_se_modifie_par_les_memes_etapes_sans_que_le_monde_voie_rien_avant_la_validation()
    {
        var identifiant = await _moi.IdentifiantAsync(Liberal.Castres);
        var avant = (await _moi.GetAsync($"/api/v1/diffusion/offres/{identifiant}")).Doit(200).Corps.Lu("nom");

        var modifiee = (await _moi.ValiderAsync(Liberal.Castres, "description", Liberal.Description("Autre nom"))).Doit(200).Corps;
        Assert.True(modifiee.GetProperty("modificationsEnAttente").GetBoolean());
        Assert.Equal("a-revoir", modifiee.Etat("recapitulatif"));
        Assert.Equal(avant, (await _moi.GetAsync($"/api/v1/diffusion/offres/{identifiant}")).Doit(200).Corps.Lu("nom"));
        (await _moi.ValiderAsync(Liberal.Castres, "recapitulatif", Liberal.Relu)).Doit(200);
        Assert.Equal("Autre nom", (await _moi.GetAsync($"/api/v1/diffusion/offres/{identifiant}")).Doit(200).Corps.Lu("nom"));

        // Nothing is pending any more.
        (await _moi.ValiderAsync(Liberal.Castres, "recapitulatif", Liberal.Relu)).Refuse(409, "offre.transition-interdite");
        (await _moi.DeleteAsync($"/api/v1/offres/{Liberal.Castres}", ("If-Match", await _moi.ETagAsync(Liberal.Castres)))).Refuse(409, "offre.transition-interdite");
    }

    [Fact]
    public async Task Une_section_d_une_etape_non_validee_ne_s_ecrit_que_par_elle_et_les_prereglages_ne_s_ecrivent_pas()
    {
        var etag = await _moi.ETagAsync(Liberal.Albi);
        (await _moi.PutAsync($"/api/v1/offres/{Liberal.Albi}/sections/contacts", Liberal.Contacts(), ("If-Match", etag))).Refuse(409, "section.par-etape");
        (await _moi.PutAsync($"/api/v1/offres/{Liberal.Albi}/sections/specificites", new { }, ("If-Match", etag))).Refuse(409, "section.par-etape");
        (await _moi.PutAsync($"/api/v1/offres/{Liberal.Albi}/sections/adresse", new { commune = "31555" }, ("If-Match", etag))).Doit(422).Contient("/commune", "champ.lecture-seule");
        (await _moi.PutAsync($"/api/v1/offres/{Liberal.Albi}/sections/messagerie-securisee", new { boites = new[] { new { adresse = "dr@x.mssante.fr" } } }, ("If-Match", etag))).Doit(200);
        (await _moi.ValiderAsync(Liberal.Albi, "description", Liberal.Description())).Doit(200);
        (await _moi.ValiderAsync(Liberal.Albi, "modalites", Liberal.AuCabinet)).Doit(200);
        etag = await _moi.ETagAsync(Liberal.Albi);
        (await _moi.PutAsync($"/api/v1/offres/{Liberal.Albi}/sections/informations-generales", new { nom = "x", champActivite = Demo.Code("01") }, ("If-Match", etag))).Doit(422).Contient("/champActivite", "champ.lecture-seule");
        (await _moi.PutAsync($"/api/v1/offres/{Liberal.Albi}/sections/informations-generales", new { nom = "x", uniteSensible = true }, ("If-Match", etag))).Doit(422).Contient("/uniteSensible", "champ.lecture-seule");
        (await _moi.PutAsync($"/api/v1/offres/{Liberal.Albi}/sections/accueil-prise-en-charge", new { modePriseEnCharge = Demo.Code("28"), modalitesAccueil = Liberal.Codes("03") }, ("If-Match", etag))).Doit(422).Contient("/modePriseEnCharge", "champ.lecture-seule");
        var nommee = (await _moi.PutAsync($"/api/v1/offres/{Liberal.Albi}/sections/informations-generales", new { nom = "Renommé" }, ("If-Match", etag))).Doit(200).Corps;
        Assert.Equal(("Renommé", "05"), (nommee.Lu("nom"), nommee.Lu("sections/informationsGenerales/champActivite/code")));
    }

    [Fact]
    public async Task Les_etapes_d_un_parcours_ne_sont_pas_celles_de_l_autre()
    {
        (await _moi.ValiderAsync(Liberal.Albi, "informations-generales", new { nom = "x" })).Refuse(404, "parcours.etape-inconnue");
        (await _moi.GetAsync(Liberal.Etape(Liberal.Albi, "accueil-prise-en-charge"))).Refuse(404, "parcours.etape-inconnue");
        var responsable = await _serveur.EnAsync("responsable-ch-albi");
        var (id, etag) = await responsable.BrouillonAsync();
        foreach (var (cle, corps) in new[] { ("donnees-nationales", Liberal.Accord), ("description", Liberal.Description()), ("modalites", Liberal.AuCabinet), ("contacts", Liberal.Contacts()), ("horaires", Liberal.Semaine()), ("recapitulatif", Liberal.Relu) })
        {
            (await responsable.GetAsync(Liberal.Etape(id, cle))).Refuse(404, "parcours.etape-inconnue");
            (await responsable.PutAsync(Liberal.Etape(id, cle), corps, ("If-Match", etag))).Refuse(404, "parcours.etape-inconnue");
        }
    }

    [Fact]
    public async Task Ce_qui_est_perime_sans_version_ou_illisible_est_refuse_sans_rien_garder()
    {
        var etag = await _moi.ETagAsync(Liberal.Albi);
        foreach (var (cle, corps) in new[] { ("donnees-nationales", Liberal.Accord), ("description", Liberal.Description()), ("modalites", Liberal.AuCabinet), ("contacts", Liberal.Contacts()), ("horaires", Liberal.Semaine()), ("recapitulatif", Liberal.Relu) })
        {
            var route = Liberal.Etape(Liberal.Albi, cle);
            (await _moi.PutAsync(route, corps)).Refuse(428, "version.requise");
            (await _moi.PutAsync(route, corps, ("If-Match", "\"999.x\""))).Refuse(412, "version.perimee");
            (await _moi.BrutAsync(HttpMethod.Put, route, "{"u8.ToArray(), entetes: ("If-Match", etag))).Doit(400);
            (await _moi.PutAsync(route, new { inconnu = 1 }, ("If-Match", etag))).Refuse(400, "corps.membre-inconnu");
        }

        Assert.Equal(etag, await _moi.ETagAsync(Liberal.Albi));
    }
}
