using System.Text.Json.Nodes;
using Ror.TestKit;

namespace Ror.Api.Tests;

/// <summary>The structure parcours: three steps in strict order, their forms, the sections after them.</summary>
public sealed class ParcoursStructureTests(ServeurRor serveur) : IClassFixture<ServeurRor>
{
    private static readonly object Accueil02 = new { typesOffre = new[] { Demo.Code("69") }, modePriseEnCharge = Demo.Code("28") };

    private Task<ClientRor> Moi => serveur.EnAsync("responsable-ch-albi");

    private Task<ClientRor> Ehpad => serveur.EnAsync("responsable-ehpad");

    // ---- The form before a draft

    [Fact]
    public async Task Le_formulaire_avant_le_brouillon_depuis_une_UF()
    {
        var moi = await Moi;
        var form = (await moi.GetAsync($"/api/v1/unites-fonctionnelles/{Demo.UfHcChirurgies}/formulaire-offre")).Doit(200).Corps;
        Assert.Equal("informations-generales", form.Lu("cle"));
        Assert.Equal("a-faire", form.Lu("etat"));
        Assert.NotEmpty(form.Lu("titre"));
        Assert.NotEmpty(form.Lu("importantASavoir"));
        Assert.Equal(["nom", "champActivite", "modeleSaisie", "uniteSensible", "secteurPsychiatrique"], form.Liste("champs", "nom"));
        Assert.Equal(["01", "02", "03"], form.GetProperty("champs").Ou("nom", "champActivite").Liste("codesAdmis", "code"));
        Assert.True(form.GetProperty("champs").Ou("nom", "nom").GetProperty("obligatoire").GetBoolean());
        Assert.Equal(150, form.GetProperty("champs").Ou("nom", "nom").GetProperty("longueurMax").GetInt32());
        Assert.False(form.Membre("prereglages/uniteSensible").GetBoolean());
        Assert.Equal("POST", form.GetProperty("actions").Ou("nom", "creer-offre").Lu("methode"));
    }

    [Theory]
    [InlineData("01", new[] { Demo.ModeleChirurgie, Demo.ModeleConsultation }, true)]
    [InlineData("02", new string[0], false)]
    [InlineData("03", new string[0], false)]
    public async Task Les_modeles_proposes_suivent_le_champ_d_activite(string champ, string[] modeles, bool obligatoire)
    {
        var form = (await (await Moi).GetAsync($"/api/v1/unites-fonctionnelles/{Demo.UfHcChirurgies}/formulaire-offre?champActivite={champ}")).Doit(200).Corps;
        Assert.Equal(modeles, form.Liste("modelesProposes", "reference"));
        Assert.Equal(obligatoire, form.GetProperty("champs").Ou("nom", "modeleSaisie").GetProperty("obligatoire").GetBoolean());
        Assert.Equal(champ, form.Lu("valeurs/champActivite/code"));
        Assert.Equal(champ == "03", form.GetProperty("champs").Ou("nom", "secteurPsychiatrique").GetProperty("applicable").GetBoolean());
    }

    [Fact]
    public async Task Le_formulaire_avant_le_brouillon_depuis_l_EHPAD()
    {
        var form = (await (await Ehpad).GetAsync($"/api/v1/entites-geographiques/{Demo.Ehpad}/formulaire-offre?champActivite=04")).Doit(200).Corps;
        Assert.Equal(["04", "06"], form.GetProperty("champs").Ou("nom", "champActivite").Liste("codesAdmis", "code"));
        Assert.Equal([Demo.ModeleEhpad], form.Liste("modelesProposes", "reference"));
        Assert.Equal($"/api/v1/entites-geographiques/{Demo.Ehpad}/offres", form.GetProperty("actions").Ou("nom", "creer-offre").Lu("href"));
    }

    [Fact]
    public async Task Le_CH_ALBI_lui_meme_n_a_pas_d_offre_sous_lui()
    {
        var moi = await Moi;
        var form = (await moi.GetAsync($"/api/v1/entites-geographiques/{Demo.ChAlbi}/formulaire-offre")).Refuse(409, "hierarchie.parent-interdit");
        Assert.Equal("EntiteGeographique", form.Corps.Lu("parent"));
        Assert.Equal(["UniteFonctionnelle"], form.Corps.GetProperty("parentsAdmis").EnumerateArray().Select(p => p.GetString()!));
        (await moi.PostAsync($"/api/v1/entites-geographiques/{Demo.ChAlbi}/offres", Demo.InformationsChirurgie())).Refuse(409, "hierarchie.parent-interdit");
        (await moi.PostAsync($"/api/v1/entites-geographiques/{Demo.ChAlbi}/offres", new { })).Refuse(409, "hierarchie.parent-interdit");
    }

    [Fact]
    public async Task Un_champ_d_activite_inconnu_est_refuse()
    {
        var moi = await Moi;
        (await moi.GetAsync($"/api/v1/unites-fonctionnelles/{Demo.UfHcChirurgies}/formulaire-offre?champActivite=99")).Refuse(400, "parametre.invalide");
    }

    // ---- Créer +

    [Fact]
    public async Task Creer_depuis_une_UF_donne_un_brouillon()
    {
        var moi = await Moi;
        var creee = (await moi.PostAsync($"/api/v1/unites-fonctionnelles/{Demo.UfHcChirurgies}/offres", Demo.InformationsChirurgie("Créée depuis l'UF"))).Doit(201);
        Assert.Equal($"/api/v1/offres/{creee.Corps.Lu("id")}", creee.Entetes.Location!.ToString());
        Assert.Equal("Brouillon", creee.Corps.Lu("statut"));
        Assert.Equal("Créée depuis l'UF", creee.Corps.Lu("nom"));
        Assert.Equal("HC Chirurgies polyvalentes", creee.Corps.Lu("rattachement/nom"));
        Assert.Equal("CH ALBI", creee.Corps.Lu("entiteGeographique/nom"));
        Assert.Matches("^76/[0-9]+$", creee.Corps.Lu("identifiant"));
        Assert.False(creee.Corps.GetProperty("modificationsEnAttente").GetBoolean());
        Assert.False(creee.Corps.Possede("numeroVersion"));
        Assert.False(creee.Corps.Possede("valideeLe"));
        Assert.Equal(["validee", "a-faire", "a-faire"], creee.Etats());
        var relue = (await moi.GetAsync(creee.Entetes.Location.ToString())).Doit(200);
        Assert.Equal(creee.ETag, relue.ETag);
        Assert.Equal(creee.Texte, relue.Texte);
    }

    [Fact]
    public async Task Creer_depuis_l_EHPAD_donne_un_brouillon()
    {
        var ehpad = await Ehpad;
        var (id, _) = await ehpad.BrouillonEhpadAsync("Accueil de jour");
        var offre = (await ehpad.GetAsync($"/api/v1/offres/{id}")).Doit(200);
        Assert.Equal("EHPAD LES MICOCOULIERS", offre.Corps.Lu("rattachement/nom"));
        Assert.Equal("EntiteGeographique", offre.Corps.Lu("rattachement/type"));
        Assert.Equal(["validee", "a-faire", "a-faire"], offre.Etats());
    }

    [Fact]
    public async Task Creer_dit_tous_les_manques_a_la_fois_et_ne_garde_rien()
    {
        var moi = await Moi;
        var avant = (await moi.GetAsync("/api/v1/offres?total=true&limite=1")).Doit(200).Corps.GetProperty("total").GetInt32();
        (await moi.PostAsync($"/api/v1/unites-fonctionnelles/{Demo.UfMedicoChirurgicale}/offres", new { })).Refuse(422, "contenu.invalide")
            .Contient("/nom", "champ.obligatoire").Contient("/champActivite", "champ.obligatoire");
        (await moi.PostAsync($"/api/v1/unites-fonctionnelles/{Demo.UfMedicoChirurgicale}/offres", new { nom = "  ", champActivite = Demo.Code("01") })).Doit(422)
            .Contient("/nom", "champ.obligatoire").Contient("/modeleSaisie", "champ.obligatoire");
        (await moi.PostAsync($"/api/v1/unites-fonctionnelles/{Demo.UfMedicoChirurgicale}/offres", new { nom = new string('x', 151), champActivite = Demo.Code("zz"), modeleSaisie = Demo.ModeleConsultation }))
            .Doit(422).Contient("/nom", "texte.trop-long").Contient("/champActivite", "code.inconnu");
        (await moi.PostAsync($"/api/v1/unites-fonctionnelles/{Demo.UfMedicoChirurgicale}/offres", new { nom = "x", champActivite = Demo.Code("01"), modeleSaisie = Demo.ModeleEhpad }))
            .Doit(422).Contient("/modeleSaisie", "modele.inadapte");
        (await moi.PostAsync($"/api/v1/unites-fonctionnelles/{Demo.UfMedicoChirurgicale}/offres", new { nom = "x", champActivite = Demo.Code("02"), modeleSaisie = Demo.ModeleConsultation }))
            .Doit(422);
        Assert.DoesNotContain(await moi.ToutLireAsync("/api/v1/offres?statut=Brouillon"), o => o.Lu("nom") == "x");
        Assert.True((await moi.GetAsync("/api/v1/offres?total=true&limite=1")).Doit(200).Corps.GetProperty("total").GetInt32() >= avant);
    }

    // ---- Order and indicator

    [Fact]
    public async Task Les_etapes_se_valident_dans_l_ordre_strict()
    {
        var moi = await Moi;
        var (id, etag) = await moi.BrouillonAsync();
        (await moi.PutAsync($"/api/v1/offres/{id}/etapes/patientele-et-specificites", Demo.PatienteleEtSpecificites(), ("If-Match", etag))).Refuse(409, "parcours.etape-precedente");
        Assert.Equal(etag, await moi.ETagAsync(id));

        var etapes = (await moi.GetAsync($"/api/v1/offres/{id}/etapes")).Doit(200);
        Assert.Equal(["informations-generales", "accueil-prise-en-charge", "patientele-et-specificites"], etapes.Corps.Liste("elements", "cle"));
        Assert.Equal([true, true, false], etapes.Corps.GetProperty("elements").EnumerateArray().Select(e => e.GetProperty("accessible").GetBoolean()));
        Assert.All(etapes.Corps.Liste("elements", "importantASavoir"), Assert.NotEmpty);
        Assert.All(etapes.Corps.Liste("elements", "titre"), Assert.NotEmpty);

        var deux = (await moi.PutAsync($"/api/v1/offres/{id}/etapes/accueil-prise-en-charge", Demo.AccueilChirurgie(), ("If-Match", etag))).Doit(200);
        Assert.Equal(["validee", "validee", "a-faire"], deux.Etats());
        var trois = (await moi.PutAsync($"/api/v1/offres/{id}/etapes/patientele-et-specificites", Demo.PatienteleEtSpecificites(), ("If-Match", deux.ETag))).Doit(200);
        Assert.Equal(["validee", "validee", "validee"], trois.Etats());
        Assert.Empty(trois.Corps.Membre("completude/manquants").EnumerateArray());
    }

    [Fact]
    public async Task L_indicateur_dit_les_champs_manquants_de_chaque_etape()
    {
        var moi = await Moi;
        var etapes = (await moi.GetAsync($"/api/v1/offres/{Demo.HcChirurgieBariatrique}/etapes")).Doit(200).Corps.GetProperty("elements");
        Assert.Equal(["validee", "validee", "a-faire"], etapes.EnumerateArray().Select(e => e.Lu("etat")));
        Assert.Empty(etapes[0].GetProperty("manquants").EnumerateArray());
        Assert.Empty(etapes[1].GetProperty("manquants").EnumerateArray());
        Assert.Equal(
            ["patientele /ageMax champ.obligatoire", "patientele /ageMin champ.obligatoire", "patientele /publicsPrisEnCharge champ.obligatoire", "specificites /activites champ.obligatoire"],
            etapes[2].GetProperty("manquants").Manquants().Order());
        Assert.All(etapes.EnumerateArray(), e => Assert.Equal($"/api/v1/offres/{Demo.HcChirurgieBariatrique}/etapes/{e.Lu("cle")}", e.Lu("href")));
        Assert.All(etapes[2].GetProperty("manquants").EnumerateArray(), m => Assert.NotEmpty(m.Lu("message")));
    }

    [Fact]
    public async Task Ouvrir_une_etape_ne_valide_rien()
    {
        var moi = await Moi;
        var (id, etag) = await moi.BrouillonAsync();
        (await moi.GetAsync($"/api/v1/offres/{id}/etapes/accueil-prise-en-charge")).Doit(200);
        (await moi.GetAsync($"/api/v1/offres/{id}/etapes/patientele-et-specificites")).Doit(200);
        var apres = (await moi.GetAsync($"/api/v1/offres/{id}")).Doit(200);
        Assert.Equal(etag, apres.ETag);
        Assert.Equal(["validee", "a-faire", "a-faire"], apres.Etats());
        Assert.False(apres.Corps.GetProperty("sections").Possede("accueilPriseEnCharge"));
    }

    [Theory]
    [InlineData("horaires")]
    [InlineData("recapitulatif")]
    [InlineData("Informations-Generales2")]
    public async Task Une_etape_que_le_parcours_n_a_pas_donne_404(string cle)
    {
        var moi = await Moi;
        (await moi.GetAsync($"/api/v1/offres/{Demo.HcChirurgieBariatrique}/etapes/{cle}")).Doit(404);
        (await moi.PutAsync($"/api/v1/offres/{Demo.HcChirurgieBariatrique}/etapes/{cle}", new { }, ("If-Match", "\"1.0\""))).Doit(404);
    }

    // ---- Forms

    [Fact]
    public async Task Le_formulaire_de_l_etape_2_suit_le_modele()
    {
        var moi = await Moi;
        var (id, _) = await moi.BrouillonAsync();
        var etape = (await moi.GetAsync($"/api/v1/offres/{id}/etapes/accueil-prise-en-charge")).Doit(200).Corps;
        var champs = etape.GetProperty("champs");
        Assert.Equal("a-faire", etape.Lu("etat"));
        Assert.Equal(
            ["typesOffre", "modePriseEnCharge", "modalitesAccueil", "temporaliteAccueil", "ouvertureAnnuelle", "modeGestion", "habilitationSoinsSansConsentement"],
            etape.Liste("champs", "nom"));

        Assert.True(champs.Ou("nom", "typesOffre").GetProperty("lectureSeule").GetBoolean());
        Assert.True(champs.Ou("nom", "typesOffre").GetProperty("obligatoire").GetBoolean());
        Assert.Equal(["153"], champs.Ou("nom", "typesOffre").Liste("codesAdmis", "code"));
        Assert.False(champs.Ou("nom", "modePriseEnCharge").GetProperty("lectureSeule").GetBoolean());
        Assert.True(champs.Ou("nom", "modePriseEnCharge").GetProperty("obligatoire").GetBoolean());
        Assert.Equal("J19", champs.Ou("nom", "modePriseEnCharge").Lu("nomenclature"));
        Assert.Equal(["09", "28", "29", "32", "34"], champs.Ou("nom", "modePriseEnCharge").Liste("codesAdmis", "code").Order());
        Assert.False(champs.Ou("nom", "modalitesAccueil").GetProperty("obligatoire").GetBoolean());
        Assert.All(champs.EnumerateArray(), c => Assert.NotEmpty(c.Lu("libelle")));
        Assert.All(champs.EnumerateArray(), c => Assert.Equal($"/{c.Lu("nom")}", c.Lu("chemin")));

        Assert.Equal("153", etape.Lu("prereglages/typesOffre/0/code"));
        Assert.Equal("28", etape.Lu("prereglages/modePriseEnCharge/code"));
        Assert.Equal("Hospitalisation complète (HC)", etape.Lu("valeurs/modePriseEnCharge/libelle"));
        Assert.Equal("03", etape.Lu("valeurs/ouvertureAnnuelle/code"));
    }

    [Fact]
    public async Task Le_formulaire_de_l_etape_3_a_un_membre_par_section()
    {
        var moi = await Moi;
        var (id, _) = await moi.BrouillonAsync();
        var etape = (await moi.GetAsync($"/api/v1/offres/{id}/etapes/patientele-et-specificites")).Doit(200).Corps;
        Assert.Equal(15, etape.Membre("valeurs/patientele/ageMin/valeur").GetInt32());
        Assert.Equal("033", etape.Lu("valeurs/specificites/activites/0/activite/code"));
        Assert.Equal(["patientele", "specificites"], etape.GetProperty("valeurs").EnumerateObject().Select(m => m.Name));
        Assert.Contains("/patientele/ageMin", etape.Liste("champs", "chemin"));
        var activites = etape.GetProperty("champs").Ou("chemin", "/specificites/activites");
        Assert.True(activites.GetProperty("obligatoire").GetBoolean());
        var activite = activites.GetProperty("colonnes").Ou("nom", "activite");
        Assert.Equal(
            ["017", "033", "076", "117", "164", "189", "264", "281", "348", "474", "506", "544"], activite.Liste("codesAdmis", "code").Order());
        Assert.True(etape.GetProperty("champs").Ou("chemin", "/patientele/publicsPrisEnCharge").GetProperty("obligatoire").GetBoolean());
    }

    [Fact]
    public async Task Chaque_champ_de_chaque_etape_a_son_aide()
    {
        var moi = await Moi;
        var sansAide = new List<string>();
        foreach (var cle in new[] { "informations-generales", "accueil-prise-en-charge", "patientele-et-specificites" })
        {
            var etape = (await moi.GetAsync($"/api/v1/offres/{Demo.HcChirurgieBariatrique}/etapes/{cle}")).Doit(200).Corps;
            sansAide.AddRange(etape.GetProperty("champs").EnumerateArray().Where(c => string.IsNullOrWhiteSpace(c.Lu("aide"))).Select(c => $"{cle}{c.Lu("chemin")}"));
        }

        Assert.Empty(sansAide);
    }

    [Fact]
    public async Task Les_valeurs_du_formulaire_sont_acceptees_telles_quelles_par_le_PUT()
    {
        var moi = await Moi;
        var (id, etag) = await moi.BrouillonAsync();
        foreach (var cle in new[] { "informations-generales", "accueil-prise-en-charge", "patientele-et-specificites" })
        {
            var valeurs = (await moi.GetAsync($"/api/v1/offres/{id}/etapes/{cle}")).Doit(200).Corps.GetProperty("valeurs");
            etag = (await moi.PutAsync($"/api/v1/offres/{id}/etapes/{cle}", valeurs, ("If-Match", etag))).Doit(200).ETag;
            var relues = (await moi.GetAsync($"/api/v1/offres/{id}/etapes/{cle}")).Doit(200);
            Assert.Equal("validee", relues.Corps.Lu("etat"));
            Assert.Equal(valeurs.GetRawText(), relues.Corps.GetProperty("valeurs").GetRawText());
        }
    }

    [Fact]
    public async Task Les_valeurs_du_formulaire_de_l_EHPAD_aussi()
    {
        var ehpad = await Ehpad;
        var (id, etag) = await ehpad.BrouillonEhpadAsync();
        foreach (var cle in new[] { "accueil-prise-en-charge", "patientele-et-specificites" })
        {
            var valeurs = (await ehpad.GetAsync($"/api/v1/offres/{id}/etapes/{cle}")).Doit(200).Corps.GetProperty("valeurs");
            etag = (await ehpad.PutAsync($"/api/v1/offres/{id}/etapes/{cle}", valeurs, ("If-Match", etag))).Doit(200).ETag;
        }

        (await ehpad.PostAsync($"/api/v1/offres/{id}/validation", new { relu = true }, ("If-Match", etag))).Doit(200);
    }

    [Fact]
    public async Task GET_et_PUT_d_une_section_portent_le_meme_corps()
    {
        var moi = await Moi;
        var (id, etag) = await moi.CreerOffreCompleteAsync("Sections aller et retour");
        etag = (await moi.PutAsync($"/api/v1/offres/{id}/sections/contacts", Demo.Contacts(), ("If-Match", etag))).Doit(200).ETag;
        foreach (var cle in new[] { "informations-generales", "accueil-prise-en-charge", "patientele", "specificites", "contacts" })
        {
            var lue = (await moi.GetAsync($"/api/v1/offres/{id}/sections/{cle}")).Doit(200);
            var ecrite = (await moi.PutAsync($"/api/v1/offres/{id}/sections/{cle}", lue.Corps, ("If-Match", lue.ETag))).Doit(200);
            Assert.Equal(etag, ecrite.ETag);
            Assert.Equal(lue.Texte, (await moi.GetAsync($"/api/v1/offres/{id}/sections/{cle}")).Doit(200).Texte);
        }
    }

    // ---- Keeping

    [Fact]
    public async Task Le_brouillon_est_garde_etape_par_etape_et_survit_a_un_redemarrage()
    {
        await using var premier = new ServeurRor();
        var moi = await premier.EnAsync("responsable-ch-albi");
        var (id, etag) = await moi.BrouillonAsync("Survit au redémarrage");
        var deux = (await moi.PutAsync($"/api/v1/offres/{id}/etapes/accueil-prise-en-charge", Demo.AccueilChirurgie("29"), ("If-Match", etag))).Doit(200);
        await premier.ArreterAsync();

        await using var second = ServeurRor.Redemarrer(premier.Connexion);
        moi = await second.EnAsync("responsable-ch-albi");
        var relue = (await moi.GetAsync($"/api/v1/offres/{id}")).Doit(200);
        Assert.Equal(deux.ETag, relue.ETag);
        Assert.Equal(deux.Texte, relue.Texte);
        Assert.Equal("29", relue.Corps.Lu("sections/accueilPriseEnCharge/modePriseEnCharge/code"));
        Assert.Equal(["validee", "validee", "a-faire"], relue.Etats());
        (await moi.PutAsync($"/api/v1/offres/{id}/etapes/patientele-et-specificites", Demo.PatienteleEtSpecificites(), ("If-Match", deux.ETag))).Doit(200);
    }

    [Fact]
    public async Task Une_etape_refusee_ne_garde_rien()
    {
        var moi = await Moi;
        var (id, etag) = await moi.BrouillonAsync();
        (await moi.PutAsync($"/api/v1/offres/{id}/etapes/accueil-prise-en-charge", new { modePriseEnCharge = Demo.Code("99"), modalitesAccueil = new[] { Demo.Code("03") } }, ("If-Match", etag)))
            .Doit(422).Contient("/modePriseEnCharge", "code.inconnu");
        var apres = (await moi.GetAsync($"/api/v1/offres/{id}")).Doit(200);
        Assert.Equal(etag, apres.ETag);
        Assert.False(apres.Corps.GetProperty("sections").Possede("accueilPriseEnCharge"));
    }

    [Fact]
    public async Task Le_meme_PUT_deux_fois_donne_le_meme_ETag()
    {
        var moi = await Moi;
        var (id, etag) = await moi.BrouillonAsync();
        var un = (await moi.PutAsync($"/api/v1/offres/{id}/etapes/accueil-prise-en-charge", Demo.AccueilChirurgie(), ("If-Match", etag))).Doit(200);
        var deux = (await moi.PutAsync($"/api/v1/offres/{id}/etapes/accueil-prise-en-charge", Demo.AccueilChirurgie(), ("If-Match", un.ETag))).Doit(200);
        Assert.Equal(un.ETag, deux.ETag);
        Assert.Equal(un.Corps.Lu("modifieLe"), deux.Corps.Lu("modifieLe"));
        var c1 = (await moi.PutAsync($"/api/v1/offres/{id}/sections/contacts", Demo.Contacts(), ("If-Match", deux.ETag))).Doit(200);
        var c2 = (await moi.PutAsync($"/api/v1/offres/{id}/sections/contacts", Demo.Contacts(), ("If-Match", c1.ETag))).Doit(200);
        Assert.NotEqual(deux.ETag, c1.ETag);
        Assert.Equal(c1.ETag, c2.ETag);
    }

    // ---- What depends on what (P2)

    [Fact]
    public async Task Changer_de_modele_met_les_etapes_a_revoir_et_le_dit()
    {
        var moi = await Moi;
        var (id, etag) = await moi.CreerOffreCompleteAsync("Change de modèle");
        var change = (await moi.PutAsync($"/api/v1/offres/{id}/etapes/informations-generales",
            new { nom = "Change de modèle", champActivite = Demo.Code("01"), modeleSaisie = Demo.ModeleConsultation, uniteSensible = false }, ("If-Match", etag))).Doit(200);
        Assert.Equal(["validee", "a-revoir", "a-revoir"], change.Etats());
        Assert.Contains("parcours.etapes-a-revoir", change.Corps.Liste("avertissements", "code"));
        Assert.False((await moi.GetAsync($"/api/v1/offres/{id}")).Doit(200).Corps.Possede("avertissements"));

        // An a-revoir step blocks the later ones.
        (await moi.PutAsync($"/api/v1/offres/{id}/etapes/patientele-et-specificites", Demo.PatienteleEtSpecificites(), ("If-Match", change.ETag))).Refuse(409, "parcours.etape-precedente");
        var deux = (await moi.PutAsync($"/api/v1/offres/{id}/etapes/accueil-prise-en-charge",
            new { typesOffre = new[] { Demo.Code("69") }, modePriseEnCharge = Demo.Code("32"), modalitesAccueil = new[] { Demo.Code("03") } }, ("If-Match", change.ETag))).Doit(200);
        Assert.Equal(["validee", "validee", "a-revoir"], deux.Etats());
        (await moi.PutAsync($"/api/v1/offres/{id}/etapes/patientele-et-specificites", Demo.PatienteleEtSpecificites(), ("If-Match", deux.ETag))).Doit(200);
    }

    [Fact]
    public async Task Changer_de_champ_retire_le_modele_inadapte_et_met_les_etapes_a_revoir()
    {
        var moi = await Moi;
        var (id, etag) = await moi.CreerOffreCompleteAsync("Change de champ");
        var change = (await moi.PutAsync($"/api/v1/offres/{id}/etapes/informations-generales",
            new { nom = "Change de champ", champActivite = Demo.Code("02"), modeleSaisie = Demo.ModeleChirurgie, uniteSensible = false }, ("If-Match", etag))).Doit(200);
        Assert.Equal("02", change.Corps.Lu("sections/informationsGenerales/champActivite/code"));
        Assert.False(change.Corps.Membre("sections/informationsGenerales").Possede("modeleSaisie"));
        Assert.Equal(["validee", "a-revoir", "a-revoir"], change.Etats());
        Assert.Equal(["parcours.etapes-a-revoir", "parcours.modele-retire"], change.Corps.Liste("avertissements", "code").Order());
        (await moi.PostAsync($"/api/v1/offres/{id}/validation", new { relu = true }, ("If-Match", change.ETag))).Refuse(422, "validation.incomplete");
    }

    // ---- Sections (P4)

    [Fact]
    public async Task Avant_son_etape_une_section_ne_s_ecrit_que_par_elle()
    {
        var moi = await Moi;
        var (id, etag) = await moi.BrouillonAsync();
        (await moi.PutAsync($"/api/v1/offres/{id}/sections/accueil-prise-en-charge", Demo.AccueilChirurgie(), ("If-Match", etag))).Refuse(409, "section.par-etape");
        (await moi.PutAsync($"/api/v1/offres/{id}/sections/patientele", new { }, ("If-Match", etag))).Refuse(409, "section.par-etape");
        (await moi.PutAsync($"/api/v1/offres/{id}/sections/specificites", new { activites = new[] { new { activite = Demo.Code("033") } } }, ("If-Match", etag))).Refuse(409, "section.par-etape");
        var contacts = (await moi.PutAsync($"/api/v1/offres/{id}/sections/contacts", Demo.Contacts(), ("If-Match", etag))).Doit(200);
        var un = (await moi.PutAsync($"/api/v1/offres/{id}/sections/informations-generales", Demo.InformationsChirurgie("Renommée par la section"), ("If-Match", contacts.ETag))).Doit(200);
        Assert.Equal("Renommée par la section", un.Corps.Lu("nom"));
        Assert.Equal(["validee", "a-faire", "a-faire"], un.Etats());
        Assert.Equal(
            ["modifier-section adresse", "modifier-section contacts", "modifier-section horaires", "modifier-section informations-generales",
             "modifier-section messagerie-securisee", "modifier-section zone-intervention"],
            un.Actions().Where(a => a.StartsWith("modifier-section", StringComparison.Ordinal)).Order());
    }

    [Fact]
    public async Task Une_section_abimee_met_son_etape_a_revoir()
    {
        var moi = await Moi;
        var (id, etag) = await moi.CreerOffreCompleteAsync("Section abîmée");
        var abimee = (await moi.PutAsync($"/api/v1/offres/{id}/sections/patientele",
            new { publicsPrisEnCharge = new[] { Demo.Code("07") }, ageMin = new { valeur = 1, unite = "a" } }, ("If-Match", etag))).Doit(200);
        Assert.Equal(["validee", "validee", "a-revoir"], abimee.Etats());
        Assert.Contains("parcours.etapes-a-revoir", abimee.Corps.Liste("avertissements", "code"));
        Assert.Contains("patientele /ageMax champ.obligatoire", abimee.Corps.Membre("completude/manquants").Manquants());
        var mendee = (await moi.PutAsync($"/api/v1/offres/{id}/sections/patientele",
            new { publicsPrisEnCharge = new[] { Demo.Code("07") }, ageMin = new { valeur = 1, unite = "a" }, ageMax = new { valeur = 9, unite = "a" } }, ("If-Match", abimee.ETag))).Doit(200);
        Assert.Equal(["validee", "validee", "validee"], mendee.Etats());
    }

    [Fact]
    public async Task Une_valeur_fausse_dans_une_section_est_refusee_aussitot()
    {
        var moi = await Moi;
        var (id, etag) = await moi.CreerOffreCompleteAsync("Valeur fausse");
        (await moi.PutAsync($"/api/v1/offres/{id}/sections/accueil-prise-en-charge", new { modePriseEnCharge = Demo.Code("46") }, ("If-Match", etag)))
            .Doit(422).Contient("/modePriseEnCharge", "code.hors-modele");
        Assert.Equal(etag, await moi.ETagAsync(id));
    }

    [Fact]
    public async Task Changer_de_modele_par_la_section_met_aussi_les_etapes_a_revoir()
    {
        var moi = await Moi;
        var (id, etag) = await moi.CreerOffreCompleteAsync("Change par la section");
        var change = (await moi.PutAsync($"/api/v1/offres/{id}/sections/informations-generales",
            new { nom = "Change par la section", champActivite = Demo.Code("01"), modeleSaisie = Demo.ModeleConsultation }, ("If-Match", etag))).Doit(200);
        Assert.Equal(["validee", "a-revoir", "a-revoir"], change.Etats());
        Assert.Contains("parcours.etapes-a-revoir", change.Corps.Liste("avertissements", "code"));

        // Back to the first modèle: what was validated holds again.
        var retour = (await moi.PutAsync($"/api/v1/offres/{id}/sections/informations-generales", Demo.InformationsChirurgie("Change par la section"), ("If-Match", change.ETag))).Doit(200);
        Assert.Equal(["validee", "validee", "validee"], retour.Etats());
        Assert.False(retour.Corps.Possede("avertissements"));
    }

    [Theory]
    [InlineData("informations-generales")]
    [InlineData("accueil-prise-en-charge")]
    [InlineData("patientele")]
    [InlineData("specificites")]
    [InlineData("contacts")]
    public async Task Une_section_videe_laisse_un_brouillon_lisible_partout(string cle)
    {
        var moi = await Moi;
        var (id, etag) = await moi.CreerOffreCompleteAsync("Section vidée");
        var videe = (await moi.PutAsync($"/api/v1/offres/{id}/sections/{cle}", new { }, ("If-Match", etag))).Doit(200);
        Assert.Equal(cle == "contacts", videe.Etats().All(e => e == "validee"));
        foreach (var route in new[]
        {
            $"/api/v1/offres/{id}", $"/api/v1/offres/{id}/etapes", $"/api/v1/offres/{id}/etapes/informations-generales", $"/api/v1/offres/{id}/etapes/accueil-prise-en-charge",
            $"/api/v1/offres/{id}/etapes/patientele-et-specificites", $"/api/v1/offres/{id}/sections/{cle}", $"/api/v1/entites-geographiques/{Demo.ChAlbi}/arborescence",
            $"/api/v1/unites-fonctionnelles/{Demo.UfHcChirurgies}", "/api/v1/offres?limite=200",
        })
        {
            (await moi.GetAsync(route)).Doit(200);
        }

        if (cle != "contacts")
        {
            (await moi.PostAsync($"/api/v1/offres/{id}/validation", new { relu = true }, ("If-Match", videe.ETag))).Refuse(422, "validation.incomplete");
        }
    }

    [Fact]
    public async Task Les_formulaires_d_une_offre_publiee_se_lisent_sans_action()
    {
        var moi = await Moi;
        foreach (var cle in new[] { "informations-generales", "accueil-prise-en-charge", "patientele-et-specificites" })
        {
            var etape = (await moi.GetAsync($"/api/v1/offres/{Demo.ConsultationAnesthesie}/etapes/{cle}")).Doit(200);
            Assert.Equal("validee", etape.Corps.Lu("etat"));
            Assert.Empty(etape.Actions());
        }
    }

    // ---- Rules by number

    [Fact]
    public async Task RG_EXP_007_chaque_activite_medico_sociale_a_sa_famille()
    {
        var ehpad = await Ehpad;
        var (id, etag) = await AccueilEhpad(ehpad);
        (await PutEhpad(ehpad, id, etag, new[] { new { activite = Demo.Code("293") } })).Doit(422).Contient("/specificites/activites/0/familleActivite", "champ.obligatoire");
        (await PutEhpad(ehpad, id, etag, new[] { new { activite = Demo.Code("293"), familleActivite = Demo.Code("005") } }))
            .Doit(422).Contient("/specificites/activites/0/familleActivite", "code.hors-modele");
        (await PutEhpad(ehpad, id, etag, new[] { new { activite = Demo.Code("293"), familleActivite = Demo.Code("011") } })).Doit(200);
    }

    [Fact]
    public async Task RG_EXP_008_le_public_est_demande_en_medico_social()
    {
        var ehpad = await Ehpad;
        var (id, etag) = await AccueilEhpad(ehpad);
        var corps = new
        {
            patientele = new { ageMin = new { valeur = 60, unite = "a" }, ageMax = new { valeur = 120, unite = "a" } },
            specificites = new { activites = new[] { new { activite = Demo.Code("293"), familleActivite = Demo.Code("011") } } },
        };
        (await ehpad.PutAsync($"/api/v1/offres/{id}/etapes/patientele-et-specificites", corps, ("If-Match", etag))).Doit(422).Contient("/patientele/publicsPrisEnCharge", "champ.obligatoire");

        // Elsewhere, and without a modèle that asks for it, it is not.
        var moi = await Moi;
        var (smr, etagSmr) = await OffreSmr(moi);
        Assert.False((await moi.GetAsync($"/api/v1/offres/{smr}/etapes/patientele-et-specificites")).Doit(200)
            .Corps.GetProperty("champs").Ou("nom", "publicsPrisEnCharge").GetProperty("obligatoire").GetBoolean());
        (await moi.PutAsync($"/api/v1/offres/{smr}/etapes/patientele-et-specificites", new
        {
            patientele = new { ageMin = new { valeur = 0, unite = "d" }, ageMax = new { valeur = 120, unite = "a" } },
            specificites = new { activites = new[] { new { activite = Demo.Code("033") } } },
        }, ("If-Match", etagSmr))).Doit(200);
    }

    [Fact]
    public async Task RG_EXP_010_et_011_champ_et_mode_ne_changent_plus_apres_la_publication()
    {
        var moi = await Moi;
        var (id, etag) = await moi.PublierOffreAsync("Champ et mode immuables");
        (await moi.PutAsync($"/api/v1/offres/{id}/sections/informations-generales",
            new { nom = "Champ et mode immuables", champActivite = Demo.Code("02"), modeleSaisie = Demo.ModeleChirurgie, uniteSensible = false }, ("If-Match", etag))).Refuse(409, "offre.champ-immuable");
        (await moi.PutAsync($"/api/v1/offres/{id}/sections/accueil-prise-en-charge", Demo.AccueilChirurgie("29"), ("If-Match", etag))).Refuse(409, "offre.champ-immuable");
        Assert.Equal(etag, await moi.ETagAsync(id));

        // The same value, or none, is accepted.
        var meme = (await moi.PutAsync($"/api/v1/offres/{id}/sections/accueil-prise-en-charge", Demo.AccueilChirurgie("28"), ("If-Match", etag))).Doit(200);
        var absent = (await moi.PutAsync($"/api/v1/offres/{id}/sections/accueil-prise-en-charge", new { modalitesAccueil = new[] { Demo.Code("04") } }, ("If-Match", meme.ETag))).Doit(200);
        Assert.Equal("28", absent.Corps.Lu("sections/accueilPriseEnCharge/modePriseEnCharge/code"));
        Assert.Equal("153", absent.Corps.Lu("sections/accueilPriseEnCharge/typesOffre/0/code"));
    }

    [Fact]
    public async Task RG_EXP_010_et_011_dans_un_brouillon_le_mode_change()
    {
        var moi = await Moi;
        var (id, etag) = await moi.CreerOffreCompleteAsync("Mode qui change");
        var change = (await moi.PutAsync($"/api/v1/offres/{id}/etapes/accueil-prise-en-charge", Demo.AccueilChirurgie("34"), ("If-Match", etag))).Doit(200);
        Assert.Equal("34", change.Corps.Lu("sections/accueilPriseEnCharge/modePriseEnCharge/code"));
    }

    [Fact]
    public async Task RG_EXP_028_le_type_d_offre_appartient_au_champ_d_activite()
    {
        var moi = await Moi;
        var (id, etag) = await BrouillonSmr(moi);
        Assert.DoesNotContain("01", (await moi.GetAsync($"/api/v1/offres/{id}/etapes/accueil-prise-en-charge")).Doit(200).Corps.GetProperty("champs").Ou("nom", "typesOffre").Liste("codesAdmis", "code"));
        (await moi.PutAsync($"/api/v1/offres/{id}/etapes/accueil-prise-en-charge",
            new { typesOffre = new[] { Demo.Code("69"), Demo.Code("01") }, modePriseEnCharge = Demo.Code("28") }, ("If-Match", etag))).Doit(422).Contient("/typesOffre/1", "code.non-admis");
        (await moi.PutAsync($"/api/v1/offres/{id}/etapes/accueil-prise-en-charge", new { modePriseEnCharge = Demo.Code("28") }, ("If-Match", etag))).Doit(422).Contient("/typesOffre", "champ.obligatoire");
        (await moi.PutAsync($"/api/v1/offres/{id}/etapes/accueil-prise-en-charge", Accueil02, ("If-Match", etag))).Doit(200);
    }

    [Fact]
    public async Task RG_EXP_032_un_contact_professionnel_est_de_niveau_2_par_defaut()
    {
        var moi = await Moi;
        var (id, etag) = await moi.BrouillonAsync();
        var ecrit = (await moi.PutAsync($"/api/v1/offres/{id}/sections/contacts", Demo.Contacts(), ("If-Match", etag))).Doit(200).Corps;
        Assert.Equal("2", ecrit.Lu("sections/contacts/professionnels/0/niveauConfidentialite/code"));
        Assert.Equal("2", ecrit.Lu("sections/contacts/professionnels/0/telecoms/0/niveauConfidentialite/code"));
        Assert.Equal("1", ecrit.Lu("sections/contacts/patients/0/niveauConfidentialite/code"));
        Assert.Equal("+33536490012", ecrit.Lu("sections/contacts/patients/0/telecoms/0/valeur"));
    }

    [Theory]
    [InlineData("professionnels", "1", 422)]
    [InlineData("professionnels", "2", 200)]
    [InlineData("professionnels", "3", 200)]
    [InlineData("patients", "1", 200)]
    [InlineData("patients", "2", 422)]
    [InlineData("patients", "3", 422)]
    public async Task RG_EXP_032_chaque_groupe_a_ses_niveaux(string groupe, string niveau, int statut)
    {
        var moi = await Moi;
        var (id, etag) = await moi.BrouillonAsync();
        var contact = new { nature = Demo.Code("02"), niveauConfidentialite = Demo.Code(niveau), telecoms = new[] { new { canal = Demo.Code("3"), valeur = "a@ch-albi.example" } } };
        var reponse = (await moi.PutAsync($"/api/v1/offres/{id}/sections/contacts", new Dictionary<string, object> { [groupe] = new[] { contact } }, ("If-Match", etag))).Doit(statut);
        if (statut == 422)
        {
            reponse.Contient($"/{groupe}/0/niveauConfidentialite", "contact.niveau-du-groupe");
        }
    }

    [Fact]
    public async Task RG_EXP_034_une_telecom_est_au_moins_aussi_restreinte_que_son_contact()
    {
        var moi = await Moi;
        var (id, etag) = await moi.BrouillonAsync();
        object Corps(string contact, string telecom) => new
        {
            professionnels = new[]
            {
                new { nature = Demo.Code("07"), niveauConfidentialite = Demo.Code(contact), telecoms = new[] { new { canal = Demo.Code("3"), valeur = "a@ch-albi.example", niveauConfidentialite = Demo.Code(telecom) } } },
            },
        };
        (await moi.PutAsync($"/api/v1/offres/{id}/sections/contacts", Corps("3", "2"), ("If-Match", etag))).Doit(422).Contient("/professionnels/0/telecoms/0/niveauConfidentialite", "telecom.moins-restreinte");
        (await moi.PutAsync($"/api/v1/offres/{id}/sections/contacts", Corps("2", "1"), ("If-Match", etag))).Doit(422).Contient("/professionnels/0/telecoms/0/niveauConfidentialite", "telecom.moins-restreinte");
        (await moi.PutAsync($"/api/v1/offres/{id}/sections/contacts", Corps("2", "3"), ("If-Match", etag))).Doit(200);
    }

    [Fact]
    public async Task RG_EXP_034_vaut_aussi_pour_le_niveau_par_defaut_du_contact()
    {
        var moi = await Moi;
        var (id, etag) = await moi.BrouillonAsync();
        (await moi.PutAsync($"/api/v1/offres/{id}/sections/contacts", new
        {
            professionnels = new[] { new { nature = Demo.Code("07"), telecoms = new[] { new { canal = Demo.Code("3"), valeur = "a@ch-albi.example", niveauConfidentialite = Demo.Code("1") } } } },
        }, ("If-Match", etag))).Doit(422).Contient("/professionnels/0/telecoms/0/niveauConfidentialite", "telecom.moins-restreinte");
    }

    [Fact]
    public async Task RG_EXP_035_uniteSensible_est_fausse_par_defaut()
    {
        var moi = await Moi;
        var creee = (await moi.PostAsync($"/api/v1/unites-fonctionnelles/{Demo.UfHcChirurgies}/offres",
            new { nom = "Sans dire si sensible", champActivite = Demo.Code("01"), modeleSaisie = Demo.ModeleChirurgie })).Doit(201);
        Assert.False(creee.Corps.Membre("sections/informationsGenerales/uniteSensible").GetBoolean());
    }

    [Fact]
    public async Task RG_EXP_039_la_saisie_garde_les_niveaux_saisis()
    {
        var moi = await Moi;
        var (id, _) = await moi.PublierOffreAsync("Sensible, niveaux gardés", uniteSensible: true);
        var contacts = (await moi.GetAsync($"/api/v1/offres/{id}/sections/contacts")).Doit(200).Corps;
        Assert.Equal("1", contacts.Lu("patients/0/niveauConfidentialite/code"));
        Assert.Equal("2", contacts.Lu("professionnels/0/niveauConfidentialite/code"));
    }

    [Fact]
    public async Task RG_EXP_040_et_041_nature_ou_bien_fonction_et_nom()
    {
        var moi = await Moi;
        var (id, etag) = await moi.BrouillonAsync();
        var telecoms = new[] { new { canal = Demo.Code("3"), valeur = "a@ch-albi.example" } };
        async Task<Reponse> Put(object contact) => await moi.PutAsync($"/api/v1/offres/{id}/sections/contacts", new { professionnels = new[] { contact } }, ("If-Match", etag));

        (await Put(new { telecoms })).Doit(422).Contient("/professionnels/0/nature", "contact.nature-ou-fonction");
        (await Put(new { nature = Demo.Code("07"), fonction = Demo.Code("05"), nom = "Mme X", telecoms })).Doit(422).Contient("/professionnels/0/fonction", "contact.nature-ou-fonction");
        (await Put(new { nature = Demo.Code("07"), nom = "Mme X", telecoms })).Doit(422).Contient("/professionnels/0/nom", "contact.nature-sans-nom");
        (await Put(new { fonction = Demo.Code("05"), telecoms })).Doit(422).Contient("/professionnels/0/nom", "contact.fonction-avec-nom");
        (await Put(new { nature = Demo.Code("07") })).Doit(422).Contient("/professionnels/0/telecoms", "champ.obligatoire");
        (await Put(new { nature = Demo.Code("15"), telecoms })).Doit(422).Contient("/professionnels/0/nature", "code.non-admis");
        Assert.Equal(etag, await moi.ETagAsync(id));
        etag = (await Put(new { fonction = Demo.Code("05"), nom = "Mme X", telecoms })).Doit(200).ETag;
        (await Put(new { nature = Demo.Code("07"), telecoms })).Doit(200);
    }

    [Theory]
    [InlineData("2", "12")]
    [InlineData("1", "abc")]
    [InlineData("3", "pas-un-courriel")]
    [InlineData("4", "ftp://site.example")]
    public async Task Une_coordonnee_mal_formee_est_refusee(string canal, string valeur)
    {
        var moi = await Moi;
        var (id, etag) = await moi.BrouillonAsync();
        var reponse = (await moi.PutAsync($"/api/v1/offres/{id}/sections/contacts", new
        {
            patients = new[] { new { nature = Demo.Code("02"), telecoms = new[] { new { canal = Demo.Code(canal), valeur } } } },
        }, ("If-Match", etag))).Doit(422);
        Assert.Contains(reponse.Erreurs, e => e.Champ == "/patients/0/telecoms/0/valeur" && e.Code.StartsWith("telecom.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0, "d", 120, "a", 200)]
    [InlineData(52, "wk", 12, "mo", 200)]
    [InlineData(18, "a", 18, "a", 200)]
    [InlineData(53, "wk", 1, "a", 422)]
    [InlineData(2, "a", 23, "mo", 422)]
    [InlineData(1, "h", 120, "a", 422)]
    [InlineData(-1, "a", 120, "a", 422)]
    [InlineData(0, "a", 2147483647, "a", 422)]
    public async Task RG_EXP_048_les_ages_ont_une_unite_UCUM_et_sont_dans_l_ordre(int min, string uniteMin, int max, string uniteMax, int statut)
    {
        var moi = await Moi;
        var (id, etag) = await moi.CreerOffreCompleteAsync("Âges");
        (await moi.PutAsync($"/api/v1/offres/{id}/sections/patientele", new
        {
            publicsPrisEnCharge = new[] { Demo.Code("07") },
            ageMin = new { valeur = min, unite = uniteMin },
            ageMax = new { valeur = max, unite = uniteMax },
        }, ("If-Match", etag))).Doit(statut);
    }

    [Fact]
    public async Task H2_le_champ_d_activite_va_avec_le_secteur()
    {
        var moi = await Moi;
        foreach (var champ in new[] { "04", "05", "06" })
        {
            (await moi.PostAsync($"/api/v1/unites-fonctionnelles/{Demo.UfHcChirurgies}/offres", new { nom = "H2", champActivite = Demo.Code(champ) })).Doit(422).Contient("/champActivite", "code.non-admis");
        }

        var ehpad = await Ehpad;
        foreach (var champ in new[] { "01", "02", "03", "05" })
        {
            (await ehpad.PostAsync($"/api/v1/entites-geographiques/{Demo.Ehpad}/offres", new { nom = "H2", champActivite = Demo.Code(champ) })).Doit(422).Contient("/champActivite", "code.non-admis");
        }
    }

    // ---- Fixed members and codes

    [Fact]
    public async Task Un_membre_fixe_peut_etre_absent_ou_egal_jamais_different()
    {
        var moi = await Moi;
        var (id, etag) = await moi.BrouillonAsync();
        (await moi.PutAsync($"/api/v1/offres/{id}/etapes/accueil-prise-en-charge", new { typesOffre = new[] { Demo.Code("69") }, modePriseEnCharge = Demo.Code("28") }, ("If-Match", etag)))
            .Doit(422).Contient("/typesOffre", "champ.lecture-seule");
        var absent = (await moi.PutAsync($"/api/v1/offres/{id}/etapes/accueil-prise-en-charge", new { modePriseEnCharge = Demo.Code("28") }, ("If-Match", etag))).Doit(200);
        Assert.Equal("153", absent.Corps.Lu("sections/accueilPriseEnCharge/typesOffre/0/code"));
        Assert.False(absent.Corps.Membre("sections/accueilPriseEnCharge/habilitationSoinsSansConsentement").GetBoolean());
        var egal = (await moi.PutAsync($"/api/v1/offres/{id}/etapes/accueil-prise-en-charge", new { typesOffre = new[] { new { code = "153", libelle = "n'importe quoi" } }, modePriseEnCharge = Demo.Code("28") },
            ("If-Match", absent.ETag))).Doit(200);
        Assert.Equal(absent.ETag, egal.ETag);
        (await moi.PutAsync($"/api/v1/offres/{id}/etapes/accueil-prise-en-charge", new { modePriseEnCharge = Demo.Code("28"), habilitationSoinsSansConsentement = true }, ("If-Match", egal.ETag)))
            .Doit(422).Contient("/habilitationSoinsSansConsentement", "champ.lecture-seule");
    }

    [Fact]
    public async Task Un_null_est_un_membre_absent()
    {
        var moi = await Moi;
        var (id, etag) = await moi.BrouillonAsync();
        var avecNull = (await moi.PutAsync($"/api/v1/offres/{id}/etapes/accueil-prise-en-charge",
            new Dictionary<string, object?> { ["typesOffre"] = null, ["modePriseEnCharge"] = Demo.Code("28"), ["ouvertureAnnuelle"] = null, ["modalitesAccueil"] = null }, ("If-Match", etag))).Doit(200);
        var sans = (await moi.PutAsync($"/api/v1/offres/{id}/etapes/accueil-prise-en-charge", new { modePriseEnCharge = Demo.Code("28") }, ("If-Match", avecNull.ETag))).Doit(200);
        Assert.Equal(avecNull.ETag, sans.ETag);
        Assert.DoesNotContain("null", sans.Texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_code_ambigu_de_J186_demande_son_systeme()
    {
        var moi = await Moi;
        var (id, etag) = await moi.CreerOffreCompleteAsync("Code ambigu");
        object Corps(object profession) => new { activites = new[] { new { activite = Demo.Code("033") } }, professionsRessources = new[] { profession } };
        var refus = (await moi.PutAsync($"/api/v1/offres/{id}/sections/specificites", Corps(Demo.Code("10")), ("If-Match", etag))).Doit(422).Contient("/professionsRessources/0", "code.systeme-requis");
        Assert.Contains(Outils.J186Sante, refus.Corps.Membre("erreurs/0/valeursAdmises").EnumerateArray().Select(v => v.GetString()));
        (await moi.PutAsync($"/api/v1/offres/{id}/sections/specificites", Corps(new { code = "10", systeme = "https://systeme.example" }), ("If-Match", etag)))
            .Doit(422).Contient("/professionsRessources/0", "code.systeme-inconnu");
        var accepte = (await moi.PutAsync($"/api/v1/offres/{id}/sections/specificites", Corps(new { code = "10", systeme = Outils.J186Sante }), ("If-Match", etag))).Doit(200);
        Assert.Equal("Médecin", accepte.Corps.Lu("sections/specificites/professionsRessources/0/libelle"));
        Assert.Equal(Outils.J186Sante, accepte.Corps.Lu("sections/specificites/professionsRessources/0/systeme"));
    }

    [Fact]
    public async Task Un_code_inconnu_ou_hors_modele_est_refuse()
    {
        var moi = await Moi;
        var (id, etag) = await moi.CreerOffreCompleteAsync("Codes refusés");
        var refus = (await moi.PutAsync($"/api/v1/offres/{id}/sections/specificites", new
        {
            activites = new object[] { new { activite = Demo.Code("zzz") }, new { activite = Demo.Code("007") } },
            actesSpecifiques = new[] { Demo.Code("0065"), Demo.Code("0172") },
            competencesSpecifiques = new[] { new { code = "01", systeme = "https://systeme.example" } },
            specialisations = new[] { new { libelle = "sans code" } },
        }, ("If-Match", etag))).Doit(422);
        refus.Contient("/activites/0/activite", "code.inconnu").Contient("/activites/1/activite", "code.hors-modele").Contient("/actesSpecifiques/1", "code.hors-modele")
            .Contient("/competencesSpecifiques/0", "code.systeme-inconnu");
        Assert.Contains(refus.Erreurs, e => e.Champ!.StartsWith("/specialisations/0", StringComparison.Ordinal));
        Assert.DoesNotContain(refus.Erreurs, e => e.Champ == "/actesSpecifiques/0");
        Assert.All(refus.Erreurs, e => Assert.Equal("specificites", e.Section));
    }

    [Fact]
    public async Task La_meme_valeur_deux_fois_dans_une_liste_est_refusee()
    {
        var moi = await Moi;
        var (id, etag) = await moi.BrouillonAsync();
        (await moi.PutAsync($"/api/v1/offres/{id}/etapes/accueil-prise-en-charge",
            new { modePriseEnCharge = Demo.Code("28"), modalitesAccueil = new object[] { Demo.Code("03"), new { code = "03", libelle = "En présentiel" } } }, ("If-Match", etag)))
            .Doit(422).Contient("/modalitesAccueil/1", "liste.doublon");
    }

    [Fact]
    public async Task Les_telesoins_ont_leur_forme()
    {
        var moi = await Moi;
        var (id, etag) = await moi.CreerOffreCompleteAsync("Téléconsultation");
        object Corps(string[] liens, int expertises) => new
        {
            activites = new[] { new { activite = Demo.Code("033") } },
            liensTeleconsultation = liens,
            teleExpertise = Enumerable.Range(0, expertises).Select(i => new { canal = Demo.Code("3"), valeur = $"expert{i}@ch-albi.example" }),
        };
        (await moi.PutAsync($"/api/v1/offres/{id}/sections/specificites", Corps(["http://tele.example/a"], 1), ("If-Match", etag))).Doit(422).Contient("/liensTeleconsultation/0", "teleconsultation.lien-https");
        (await moi.PutAsync($"/api/v1/offres/{id}/sections/specificites", Corps([], 6), ("If-Match", etag))).Doit(422).Contient("/teleExpertise", "liste.trop-longue");
        (await moi.PutAsync($"/api/v1/offres/{id}/sections/specificites", Corps([.. Enumerable.Range(0, 6).Select(i => $"https://tele.example/{i}")], 0), ("If-Match", etag)))
            .Doit(422).Contient("/liensTeleconsultation", "liste.trop-longue");
        (await moi.PutAsync($"/api/v1/offres/{id}/sections/specificites", Corps(["https://tele.example/a"], 5), ("If-Match", etag))).Doit(200);
    }

    [Fact]
    public async Task L_habilitation_sans_consentement_n_existe_qu_en_psychiatrie()
    {
        var moi = await Moi;
        var (id, etag) = await BrouillonSmr(moi);
        (await moi.PutAsync($"/api/v1/offres/{id}/etapes/accueil-prise-en-charge",
            new { typesOffre = new[] { Demo.Code("69") }, modePriseEnCharge = Demo.Code("28"), habilitationSoinsSansConsentement = true }, ("If-Match", etag)))
            .Doit(422).Contient("/habilitationSoinsSansConsentement", "habilitation.hors-psychiatrie");
        var psy = (await moi.PostAsync($"/api/v1/unites-fonctionnelles/{Demo.UfHcChirurgies}/offres",
            new { nom = "Psychiatrie", champActivite = Demo.Code("03"), secteurPsychiatrique = new[] { "81G01" } })).Doit(201);
        (await moi.PutAsync($"/api/v1/offres/{psy.Corps.Lu("id")}/etapes/accueil-prise-en-charge",
            new { typesOffre = new[] { Demo.Code("01") }, modePriseEnCharge = Demo.Code("28"), habilitationSoinsSansConsentement = true }, ("If-Match", psy.ETag))).Doit(200);
        (await moi.PostAsync($"/api/v1/unites-fonctionnelles/{Demo.UfHcChirurgies}/offres",
            new { nom = "Pas psychiatrie", champActivite = Demo.Code("02"), secteurPsychiatrique = new[] { "81G01" } })).Doit(422).Contient("/secteurPsychiatrique", "champ.non-applicable");
    }

    [Fact]
    public async Task Ce_que_personne_ne_saisit_n_est_pas_dans_une_section()
    {
        var moi = await Moi;
        var section = JsonNode.Parse((await moi.GetAsync($"/api/v1/offres/{Demo.ConsultationEndocrinologie}/sections/informations-generales")).Doit(200).Texte)!.AsObject();
        Assert.Equal(["champActivite", "modeleSaisie", "nom", "uniteSensible"], section.Select(m => m.Key).Order());
    }

    private static async Task<(string Id, string ETag)> BrouillonSmr(ClientRor moi)
    {
        var creee = (await moi.PostAsync($"/api/v1/unites-fonctionnelles/{Demo.UfHcChirurgies}/offres", new { nom = "SMR sans modèle", champActivite = Demo.Code("02") })).Doit(201);
        return (creee.Corps.Lu("id"), creee.ETag);
    }

    private static async Task<(string Id, string ETag)> OffreSmr(ClientRor moi)
    {
        var (id, etag) = await BrouillonSmr(moi);
        return (id, (await moi.PutAsync($"/api/v1/offres/{id}/etapes/accueil-prise-en-charge", Accueil02, ("If-Match", etag))).Doit(200).ETag);
    }

    private static async Task<(string Id, string ETag)> AccueilEhpad(ClientRor ehpad)
    {
        var (id, etag) = await ehpad.BrouillonEhpadAsync();
        var valeurs = (await ehpad.GetAsync($"/api/v1/offres/{id}/etapes/accueil-prise-en-charge")).Doit(200).Corps.GetProperty("valeurs");
        return (id, (await ehpad.PutAsync($"/api/v1/offres/{id}/etapes/accueil-prise-en-charge", valeurs, ("If-Match", etag))).Doit(200).ETag);
    }

    private static Task<Reponse> PutEhpad(ClientRor ehpad, string id, string etag, object activites) => ehpad.PutAsync($"/api/v1/offres/{id}/etapes/patientele-et-specificites", new
    {
        patientele = new { publicsPrisEnCharge = new[] { Demo.Code("01") }, ageMin = new { valeur = 60, unite = "a" }, ageMax = new { valeur = 120, unite = "a" } },
        specificites = new { activites },
    }, ("If-Match", etag));
}
