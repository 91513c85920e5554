using System.Text.Json;
using Ror.TestKit;

namespace Ror.Api.Tests;

/// <summary>Who am I, my établissements, the tree below them.</summary>
public sealed class LireArborescenceTests(ServeurRor serveur) : IClassFixture<ServeurRor>
{
    [Theory]
    [InlineData("responsable-ch-albi", "responsable-offre", "CH ALBI", null, 2, null)]
    [InlineData("responsable-ehpad", "responsable-offre", "EHPAD LES MICOCOULIERS", null, 2, null)]
    [InlineData("referent-occitanie", "referent-ror", null, "76", 2, null)]
    [InlineData("medecin-liberal", "professionnel", null, null, 2, "10000000009")]
    [InlineData("plateforme-occitanie", "plateforme", null, null, 2, null)]
    [InlineData("grand-public", "plateforme", null, null, 0, null)]
    [InlineData("regulation", "plateforme", null, null, 1, null)]
    [InlineData("administrateur", "administrateur", null, null, 0, null)]
    public async Task Moi_dit_les_roles_le_perimetre_et_le_profil(string persona, string role, string? etablissement, string? region, int profil, string? rpps)
    {
        var moi = (await (await serveur.EnAsync(persona)).GetAsync("/api/v1/moi")).Doit(200).Corps;

        Assert.Equal(persona, moi.Lu("sujet"));
        Assert.Equal([role], moi.GetProperty("roles").EnumerateArray().Select(r => r.GetString()!));
        Assert.Equal(etablissement is null ? [] : [etablissement], moi.Liste("perimetre/etablissements", "nom"));
        Assert.Equal(region is null ? [] : [region], moi.Membre("perimetre/regions").EnumerateArray().Select(r => r.GetString()!));
        Assert.Equal(profil, moi.GetProperty("profil").GetInt32());
        Assert.Equal(rpps is not null, moi.Possede("rpps"));
        if (rpps is not null)
        {
            Assert.Equal(rpps, moi.Lu("rpps"));
        }
    }

    [Fact]
    public async Task Les_personas_de_la_demonstration_sont_huit()
    {
        var personas = (await serveur.Anonyme.GetAsync("/dev/personas")).Doit(200).Corps.Liste("elements", "nom");
        Assert.Equal(
            ["administrateur", "grand-public", "medecin-liberal", "plateforme-occitanie", "referent-occitanie", "regulation", "responsable-ch-albi", "responsable-ehpad"],
            personas.Order());
        (await serveur.Anonyme.PostAsync("/dev/jetons", new { persona = "inconnu" })).Refuse(422, "persona.inconnu").Contient("/persona", "persona.inconnu");
    }

    [Theory]
    [InlineData("responsable-ch-albi", new[] { "CH ALBI" })]
    [InlineData("responsable-ehpad", new[] { "EHPAD LES MICOCOULIERS" })]
    [InlineData("referent-occitanie", new[] { "CABINET DE CASTRES", "CABINET DE REALMONT", "CABINET DU DR DEMONSTRATION", "CABINET SECONDAIRE DE GAILLAC", "CH ALBI", "EHPAD LES MICOCOULIERS", "MAISON DE SANTE DU REALMONTAIS" })]
    [InlineData("medecin-liberal", new string[0])]
    [InlineData("plateforme-occitanie", new string[0])]
    [InlineData("grand-public", new string[0])]
    [InlineData("regulation", new string[0])]
    [InlineData("administrateur", new string[0])]
    public async Task Mes_etablissements_sont_ceux_de_mon_perimetre(string persona, string[] attendus)
    {
        var client = await serveur.EnAsync(persona);
        var tous = (await client.GetAsync("/api/v1/entites-geographiques?total=true")).Doit(200).Corps;
        Assert.Equal(attendus, tous.Liste("elements", "denomination").Order());
        Assert.Equal(attendus.Length, tous.GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("albi")]
    [InlineData("ALBI")]
    [InlineData("%C3%A4lbi")]
    [InlineData("a%CC%88lbi")]
    [InlineData("%C3%80LB%C3%8F")]
    [InlineData("alb")]
    [InlineData("ch%20albi")]
    [InlineData("albi%20ch")]
    [InlineData("%20%20Albi%20%20")]
    public async Task La_recherche_ignore_accents_casse_et_ordre_des_mots(string recherche)
    {
        var referent = await serveur.EnAsync("referent-occitanie");
        var trouves = (await referent.GetAsync($"/api/v1/entites-geographiques?recherche={recherche}")).Doit(200).Corps.GetProperty("elements");
        Assert.All(trouves.EnumerateArray(), t => Assert.Equal("Albi", t.Lu("adresse/localite")));
        var chAlbi = trouves.Ou("id", Demo.ChAlbi);
        Assert.Equal("1810990010", chAlbi.Lu("idNatStruct"));
        Assert.Equal("355", chAlbi.Lu("categorie/code"));
        Assert.Equal("Centre hospitalier (CH)", chAlbi.Lu("categorie/libelle"));
        Assert.Equal("Sanitaire", chAlbi.Lu("secteur"));
        Assert.Equal("81004", chAlbi.Lu("adresse/commune"));
        Assert.Equal("81", chAlbi.Lu("departement"));
        Assert.Equal("76", chAlbi.Lu("region"));
    }

    [Theory]
    [InlineData("albi%20castres")]
    [InlineData("zzz")]
    [InlineData("albix")]
    public async Task Tous_les_mots_comptent(string recherche)
    {
        var referent = await serveur.EnAsync("referent-occitanie");
        Assert.Empty((await referent.GetAsync($"/api/v1/entites-geographiques?recherche={recherche}")).Doit(200).Corps.GetProperty("elements").EnumerateArray());
    }

    [Fact]
    public async Task Un_etablissement_etranger_n_est_jamais_liste()
    {
        var ehpad = await serveur.EnAsync("responsable-ehpad");
        var cherche = (await ehpad.GetAsync("/api/v1/entites-geographiques?recherche=albi&total=true")).Doit(200).Corps;
        Assert.Empty(cherche.GetProperty("elements").EnumerateArray());
        Assert.Equal(0, cherche.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Details_d_un_etablissement_sanitaire_sans_creer_offre()
    {
        var eg = (await (await serveur.EnAsync("responsable-ch-albi")).GetAsync($"/api/v1/entites-geographiques/{Demo.ChAlbi}")).Doit(200);
        Assert.Equal(["Pôle Anesthésie-Chirurgie", "Pôle Médecine"], eg.Corps.Liste("enfants", "nom"));
        Assert.All(eg.Corps.GetProperty("enfants").EnumerateArray(), e => Assert.Equal("Pole", e.Lu("type")));
        Assert.Equal("1810990002", eg.Corps.Lu("entiteJuridique/identifiant"));
        Assert.Equal(("22", "boulevard de la Démonstration"), (eg.Corps.Lu("fiche/adresse/numeroVoie"), eg.Corps.Lu("fiche/adresse/libelleVoie")));
        Assert.Equal("Sanitaire", eg.Corps.Lu("secteur"));
        Assert.DoesNotContain("creer-offre", eg.Actions());
        Assert.DoesNotContain("formulaire-offre", eg.Actions());
        Assert.Contains("arborescence", eg.Actions());
        Assert.False(eg.Corps.Possede("fermeture"));
    }

    [Fact]
    public async Task Details_de_l_EHPAD_avec_creer_offre()
    {
        var ehpad = await serveur.EnAsync("responsable-ehpad");
        var eg = (await ehpad.GetAsync($"/api/v1/entites-geographiques/{Demo.Ehpad}")).Doit(200);
        Assert.Equal("MedicoSocial", eg.Corps.Lu("secteur"));
        var enfant = eg.Corps.GetProperty("enfants").Ou("id", Demo.HebergementPermanent);
        Assert.Equal("Offre", enfant.Lu("type"));
        Assert.Equal("Validee", enfant.Lu("statut"));
        Assert.Equal($"/api/v1/entites-geographiques/{Demo.Ehpad}/offres", eg.Corps.GetProperty("actions").Ou("nom", "creer-offre").Lu("href"));
        (await ehpad.GetAsync(eg.Corps.GetProperty("actions").Ou("nom", "formulaire-offre").Lu("href"))).Doit(200);
    }

    [Fact]
    public async Task Details_d_un_pole_puis_d_une_UF()
    {
        var moi = await serveur.EnAsync("responsable-ch-albi");
        var pole = (await moi.GetAsync($"/api/v1/poles/{Demo.PoleAnesthesieChirurgie}")).Doit(200);
        Assert.Equal("Pôle Anesthésie-Chirurgie", pole.Corps.Lu("nom"));
        Assert.Equal("CH ALBI", pole.Corps.Lu("entiteGeographique/nom"));
        Assert.Equal(["Consultations", "HC Chirurgies polyvalentes"], pole.Corps.Liste("enfants", "nom"));
        Assert.DoesNotContain("creer-offre", pole.Actions());

        var uf = (await moi.GetAsync(pole.Corps.GetProperty("enfants").Ou("nom", "Consultations").Lu("href"))).Doit(200);
        Assert.Equal("Pôle Anesthésie-Chirurgie", uf.Corps.Lu("pole/nom"));
        Assert.Equal(
            ["Consultation Anesthésie", "Consultation Chirurgie Orthopédie et Traumatologie", "Consultation Chirurgie viscérale et digestive"],
            uf.Corps.Liste("enfants", "nom"));
        Assert.All(uf.Corps.Liste("enfants", "statut"), statut => Assert.Equal("Validee", statut));
        Assert.Contains("creer-offre", uf.Actions());
        Assert.Contains("formulaire-offre", uf.Actions());
        Assert.Matches("^76/[0-9]+$", uf.Corps.Lu("identifiant"));
    }

    [Fact]
    public async Task L_arborescence_donne_tout_en_un_appel_sans_les_offres_fermees()
    {
        var moi = await serveur.EnAsync("responsable-ch-albi");
        var racine = (await moi.GetAsync($"/api/v1/entites-geographiques/{Demo.ChAlbi}/arborescence")).Doit(200).Corps.GetProperty("racine");
        Assert.Equal("EntiteGeographique", racine.Lu("type"));
        Assert.Equal(["Pôle Anesthésie-Chirurgie", "Pôle Médecine"], racine.Liste("enfants", "nom"));
        var offres = Feuilles(racine).ToDictionary(o => o.Lu("id"));
        Assert.DoesNotContain(Demo.ConsultationFermee, offres.Keys);

        var cardiologie = offres[Demo.ConsultationCardiologie];
        Assert.Equal("Validee", cardiologie.Lu("statut"));
        Assert.True(cardiologie.GetProperty("modificationsEnAttente").GetBoolean());
        Assert.False(cardiologie.GetProperty("fermee").GetBoolean());
        Assert.True(cardiologie.Membre("completude/complete").GetBoolean());

        var pneumologie = offres[Demo.HcChirurgieBariatrique];
        Assert.Equal("Brouillon", pneumologie.Lu("statut"));
        Assert.False(pneumologie.Membre("completude/complete").GetBoolean());
        Assert.True(pneumologie.Membre("completude/renseignes").GetInt32() < pneumologie.Membre("completude/obligatoires").GetInt32());
        Assert.All(offres.Values, o => Assert.Equal(JsonValueKind.Array, o.GetProperty("enfants").ValueKind));
    }

    [Theory]
    [InlineData("?inclureFermees=false", false)]
    [InlineData("?inclureFermees=true", true)]
    public async Task L_arborescence_avec_et_sans_les_offres_fermees(string parametre, bool attendue)
    {
        var moi = await serveur.EnAsync("responsable-ch-albi");
        var racine = (await moi.GetAsync($"/api/v1/entites-geographiques/{Demo.ChAlbi}/arborescence{parametre}")).Doit(200).Corps.GetProperty("racine");
        var fermee = Feuilles(racine).Where(o => o.Lu("id") == Demo.ConsultationFermee).ToList();
        Assert.Equal(attendue ? 1 : 0, fermee.Count);
        if (attendue)
        {
            Assert.Equal("FermeeDefinitivement", fermee[0].Lu("statut"));
            Assert.True(fermee[0].GetProperty("fermee").GetBoolean());
            Assert.Equal("DEF", fermee[0].Lu("fermeture/type/code"));
            Assert.Equal("2025-12-31", fermee[0].Lu("fermeture/date"));
        }
    }

    [Fact]
    public async Task Chaque_noeud_mene_a_son_objet()
    {
        var referent = await serveur.EnAsync("referent-occitanie");
        foreach (var eg in new[] { Demo.ChAlbi, Demo.Ehpad })
        {
            var racine = (await referent.GetAsync($"/api/v1/entites-geographiques/{eg}/arborescence?inclureFermees=true")).Doit(200).Corps.GetProperty("racine");
            foreach (var noeud in Noeuds(racine))
            {
                var objet = (await referent.GetAsync(noeud.Lu("href"))).Doit(200).Corps;
                Assert.Equal(noeud.Lu("id"), objet.Lu("id"));
                Assert.Equal(noeud.Lu("nom"), noeud.Lu("type") == "EntiteGeographique" ? objet.Lu("denomination") : objet.Lu("nom"));
                if (noeud.Lu("type") == "Offre")
                {
                    Assert.Equal(noeud.Lu("statut"), objet.Lu("statut"));
                    Assert.Equal(noeud.Membre("completude/renseignes").GetInt32(), objet.Membre("completude/renseignes").GetInt32());
                    Assert.Equal(noeud.Membre("completude/complete").GetBoolean(), objet.Membre("completude/manquants").GetArrayLength() == 0);
                }
            }
        }
    }

    [Fact]
    public async Task Un_brouillon_neuf_apparait_dans_l_arborescence()
    {
        var moi = await serveur.EnAsync("responsable-ch-albi");
        var avant = (await moi.GetAsync($"/api/v1/entites-geographiques/{Demo.ChAlbi}/arborescence")).Doit(200);
        (await moi.GetAsync($"/api/v1/entites-geographiques/{Demo.ChAlbi}/arborescence", ("If-None-Match", avant.ETag))).Doit(304);
        var (id, _) = await moi.BrouillonAsync("Brouillon de l'arborescence");
        var apres = (await moi.GetAsync($"/api/v1/entites-geographiques/{Demo.ChAlbi}/arborescence", ("If-None-Match", avant.ETag))).Doit(200);
        Assert.Contains(Feuilles(apres.Corps.GetProperty("racine")), o => o.Lu("id") == id && o.Lu("statut") == "Brouillon");
    }

    [Theory]
    [InlineData("/api/v1/entites-geographiques/" + Demo.ChAlbi)]
    [InlineData("/api/v1/entites-geographiques/" + Demo.ChAlbi + "/arborescence")]
    [InlineData("/api/v1/entites-geographiques/" + Demo.ChAlbi + "/qualite")]
    [InlineData("/api/v1/poles/" + Demo.PoleMedecine + "/qualite")]
    [InlineData("/api/v1/offres/" + Demo.ConsultationAnesthesie + "/qualite")]
    [InlineData("/api/v1/entites-geographiques/" + Demo.ChAlbi + "/formulaire-offre")]
    [InlineData("/api/v1/poles/" + Demo.PoleMedecine)]
    [InlineData("/api/v1/unites-fonctionnelles/" + Demo.UfConsultations)]
    [InlineData("/api/v1/unites-fonctionnelles/" + Demo.UfConsultations + "/formulaire-offre")]
    [InlineData("/api/v1/offres/" + Demo.ConsultationAnesthesie)]
    [InlineData("/api/v1/offres/" + Demo.ConsultationAnesthesie + "/etapes")]
    [InlineData("/api/v1/offres/" + Demo.ConsultationAnesthesie + "/etapes/accueil-prise-en-charge")]
    [InlineData("/api/v1/offres/" + Demo.ConsultationAnesthesie + "/sections/contacts")]
    public async Task L_objet_d_un_autre_et_l_objet_inconnu_donnent_le_meme_404(string route)
    {
        foreach (var persona in new[] { "responsable-ehpad", "medecin-liberal", "plateforme-occitanie", "administrateur" })
        {
            var client = await serveur.EnAsync(persona);
            var etranger = (await client.GetAsync(route)).Doit(404);
            var inconnu = (await client.GetAsync(string.Concat(route.AsSpan(0, route.IndexOf("0192", StringComparison.Ordinal)), Outils.Inconnu, route.AsSpan(route.IndexOf("0192", StringComparison.Ordinal) + 36)))).Doit(404);
            Assert.Equal(inconnu.Code, etranger.Code);
            Assert.Equal(inconnu.Corps.Lu("detail"), etranger.Corps.Lu("detail"));
        }

        (await (await serveur.EnAsync("referent-occitanie")).GetAsync(route)).Doit(route.EndsWith(Demo.ChAlbi + "/formulaire-offre", StringComparison.Ordinal) ? 409 : 200);
    }

    [Fact]
    public async Task La_liste_des_offres_suit_le_perimetre_le_statut_et_le_rattachement()
    {
        var ehpad = await serveur.EnAsync("responsable-ehpad");
        Assert.All((await ehpad.ToutLireAsync("/api/v1/offres")), o => Assert.Equal(Demo.Ehpad, o.Lu("entiteGeographiqueId")));

        var moi = await serveur.EnAsync("responsable-ch-albi");
        var brouillons = await moi.ToutLireAsync("/api/v1/offres?statut=Brouillon");
        Assert.All(brouillons, o => Assert.Equal("Brouillon", o.Lu("statut")));
        Assert.Contains(brouillons, o => o.Lu("id") == Demo.ConsultationEndocrinologie);

        var fermees = await moi.ToutLireAsync("/api/v1/offres?statut=FermeeDefinitivement");
        Assert.Equal(Demo.ConsultationFermee, Assert.Single(fermees).Lu("id"));

        var uf = await moi.ToutLireAsync($"/api/v1/offres?rattachement={Demo.UfConsultations}&statut=Validee");
        Assert.Equal(3, uf.Count);
        Assert.Empty(await moi.ToutLireAsync($"/api/v1/offres?rattachement={Demo.Ehpad}"));
    }

    private static IEnumerable<JsonElement> Noeuds(JsonElement noeud) => noeud.GetProperty("enfants").EnumerateArray().SelectMany(Noeuds).Prepend(noeud);

    private static IEnumerable<JsonElement> Feuilles(JsonElement noeud) =>
        noeud.Lu("type") == "Offre" ? [noeud] : noeud.GetProperty("enfants").EnumerateArray().SelectMany(Feuilles);
}
