using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Ror.TestKit;

namespace Ror.Api.Tests;

/// <summary>Filling state, freshness and "toujours exact" (domain §12), as they are read.</summary>
public sealed class QualiteTests(ServeurRor serveur) : IClassFixture<ServeurRor>
{
    private static readonly string[] Conditions = ["champ-activite", "mode-prise-en-charge", "ages", "activite", "type-offre", "adresse", "contact"];

    private static readonly object AdressePostale = new { numeroVoie = "22", libelleVoie = "boulevard de la Démonstration", codePostal = "81000", localite = "Albi", commune = "81004" };

    public static TheoryData<string> Objets => ["/api/v1/offres/" + Demo.ConsultationAnesthesie, "/api/v1/poles/" + Demo.PoleAnesthesieChirurgie, "/api/v1/entites-geographiques/" + Demo.ChAlbi];

    public static TheoryData<string> Territoires => ["/api/v1/territoires/departements/81", "/api/v1/territoires/regions/76"];

    [Fact]
    public async Task Une_offre_dit_ses_sept_conditions_et_leurs_preuves()
    {
        var moi = await serveur.EnAsync("responsable-ch-albi");
        var (id, etag) = await moi.PublierOffreAsync("Offre à mesurer");

        var avant = (await moi.GetAsync($"/api/v1/offres/{id}/qualite")).Doit(200).Corps;
        Assert.Equal(Conditions, avant.Liste("peuplement/conditions", "cle"));
        Assert.Equal(("ecart", "en-cours"), (avant.Lu("peuplement/resultat"), avant.Lu("peuplement/etat")));
        Assert.Equal("conforme conforme conforme conforme sans-objet ecart conforme", string.Join(' ', avant.Liste("peuplement/conditions", "resultat")));
        var mode = avant.Membre("peuplement/conditions").Ou("cle", "mode-prise-en-charge");
        Assert.Equal(("28", "accueil-prise-en-charge", "/modePriseEnCharge"), (mode.Lu("trouve/0"), mode.Lu("section"), mode.Lu("champ")));
        Assert.Equal("Aucune adresse.", avant.Membre("peuplement/conditions").Ou("cle", "adresse").Lu("preuve"));
        Assert.True(avant.Membre("fraicheur/touchee").GetBoolean());
        Assert.True(avant.Membre("completude/complete").GetBoolean());

        // What is measured is what the world reads.
        var travail = (await moi.PutAsync($"/api/v1/offres/{id}/sections/adresse", AdressePostale, ("If-Match", etag))).Doit(200);
        Assert.Equal("en-cours", (await moi.GetAsync($"/api/v1/offres/{id}/qualite")).Doit(200).Corps.Lu("peuplement/etat"));
        (await moi.PostAsync($"/api/v1/offres/{id}/validation", new { relu = true }, ("If-Match", travail.ETag))).Doit(200);
        var apres = (await moi.GetAsync($"/api/v1/offres/{id}/qualite")).Doit(200).Corps;
        Assert.Equal(("conforme", "finalise"), (apres.Lu("peuplement/resultat"), apres.Lu("peuplement/etat")));
    }

    [Theory]
    [InlineData(Demo.ConsultationEndocrinologie, "Brouillon")]
    [InlineData(Demo.ConsultationFermee, "FermeeDefinitivement")]
    public async Task Une_offre_qui_n_est_pas_ouverte_est_sans_objet(string id, string statut)
    {
        var qualite = (await (await serveur.EnAsync("responsable-ch-albi")).GetAsync($"/api/v1/offres/{id}/qualite")).Doit(200).Corps;
        Assert.Equal((statut, "sans-objet"), (qualite.Lu("statut"), qualite.Lu("peuplement/resultat")));
        Assert.False(qualite.GetProperty("peuplement").Possede("etat"));
        Assert.NotEmpty(qualite.Lu("peuplement/preuve"));
    }

    [Fact]
    public async Task Un_etablissement_cumule_ses_poles_et_nomme_les_offres_en_ecart()
    {
        await using var neuf = new ServeurRor();
        var moi = await neuf.EnAsync("responsable-ch-albi");
        var eg = (await moi.GetAsync($"/api/v1/entites-geographiques/{Demo.ChAlbi}/qualite")).Doit(200).Corps;
        var poles = new List<JsonElement>();
        foreach (var pole in new[] { Demo.PoleAnesthesieChirurgie, Demo.PoleMedecine })
        {
            poles.Add((await moi.GetAsync($"/api/v1/poles/{pole}/qualite")).Doit(200).Corps);
        }

        var ouvertes = (await moi.ToutLireAsync("/api/v1/offres?statut=Validee")).Count;
        Assert.Equal(ouvertes, eg.GetProperty("offresOuvertes").GetInt32());
        Assert.Equal(ouvertes, poles.Sum(p => p.GetProperty("offresOuvertes").GetInt32()));
        Assert.Equal(ouvertes, Somme(eg.GetProperty("peuplement")));
        Assert.Equal(Conditions, eg.Liste("conditions", "cle"));
        Assert.All(eg.GetProperty("conditions").EnumerateArray(), c => Assert.Equal(ouvertes, Somme(c)));
        Assert.Equal(ouvertes, eg.GetProperty("conditions").Ou("cle", "type-offre").GetProperty("sansObjet").GetInt32());
        Assert.Equal(("conforme", ouvertes, ouvertes), (eg.Lu("fraicheur/resultat"), eg.Membre("fraicheur/offresOuvertes").GetInt32(), eg.Membre("fraicheur/offresTouchees").GetInt32()));
        Assert.All(poles, p => Assert.Equal("sans-objet", p.Lu("fraicheur/resultat")));

        var ecarts = eg.GetProperty("offresEnEcart").EnumerateArray().ToList();
        Assert.Equal(ouvertes - eg.Membre("peuplement/finalise").GetInt32(), ecarts.Count);
        Assert.False(eg.GetProperty("tronque").GetBoolean());
        foreach (var ecart in ecarts)
        {
            var offre = (await moi.GetAsync($"{ecart.Lu("href")}/qualite")).Doit(200).Corps;
            Assert.Equal(offre.Membre("peuplement/conditions").EnumerateArray().Where(c => c.Lu("resultat") == "ecart").Select(c => c.Lu("cle")), ecart.GetProperty("manques").EnumerateArray().Select(m => m.GetString()));
            Assert.Equal((offre.Lu("peuplement/etat"), offre.Lu("nom"), offre.Lu("identifiant")), (ecart.Lu("etat"), ecart.Lu("nom"), ecart.Lu("identifiant")));
        }
    }

    [Fact]
    public async Task Une_region_est_la_somme_de_ses_departements()
    {
        var referent = await serveur.EnAsync("referent-occitanie");
        var region = (await referent.GetAsync("/api/v1/territoires/regions/76/qualite")).Doit(200).Corps;
        var departements = region.GetProperty("parDepartement").EnumerateArray().ToList();
        Assert.Equal(13, departements.Count);
        Assert.Equal(region.GetProperty("offresOuvertes").GetInt32(), departements.Sum(d => d.GetProperty("offresOuvertes").GetInt32()));
        Assert.Equal(Somme(region.GetProperty("peuplement")), departements.Sum(d => Somme(d.GetProperty("peuplement"))));

        // Seven établissements in the demo, four of them practices.
        Assert.Equal(7, region.Membre("fraicheur/conformes").GetInt32() + region.Membre("fraicheur/ecarts").GetInt32() + region.Membre("fraicheur/sansObjet").GetInt32());
        Assert.Equal(4, region.Membre("fraicheur/sansObjet").GetInt32());
        var tarn = (await referent.GetAsync(departements.Single(d => d.Lu("code") == "81").Lu("href"))).Doit(200).Corps;
        Assert.Equal(departements.Single(d => d.Lu("code") == "81").GetRawText(), tarn.GetRawText());
        Assert.Equal(0, departements.Single(d => d.Lu("code") == "31").GetProperty("offresOuvertes").GetInt32());
    }

    [Theory]
    [MemberData(nameof(Objets))]
    [MemberData(nameof(Territoires))]
    public async Task Une_lecture_inchangee_est_un_304(string objet)
    {
        await using var neuf = new ServeurRor();
        var referent = await neuf.EnAsync("referent-occitanie");
        var lue = (await referent.GetAsync($"{objet}/qualite")).Doit(200);
        (await referent.GetAsync($"{objet}/qualite", ("If-None-Match", lue.ETag))).Doit(304);
        (await referent.GetAsync($"{objet}/qualite?detail=oui")).Refuse(400, "parametre.inconnu");
        (await neuf.Anonyme.GetAsync($"{objet}/qualite")).Doit(401);
    }

    [Theory]
    [MemberData(nameof(Territoires))]
    public async Task Un_territoire_se_lit_par_un_referent_de_sa_region(string territoire)
    {
        foreach (var persona in new[] { "responsable-ch-albi", "medecin-liberal", "plateforme-occitanie", "administrateur" })
        {
            // Before the query string is looked at.
            (await (await serveur.EnAsync(persona)).GetAsync($"{territoire}/qualite?inconnu=1")).Refuse(403, "qualite.hors-region");
        }
    }

    [Theory]
    [InlineData("/api/v1/territoires/regions/84", 403, "qualite.hors-region")]
    [InlineData("/api/v1/territoires/departements/75", 403, "qualite.hors-region")]
    [InlineData("/api/v1/territoires/departements/975", 403, "qualite.hors-region")]
    [InlineData("/api/v1/territoires/regions/81", 404, "region.introuvable")]
    [InlineData("/api/v1/territoires/departements/20", 404, "departement.introuvable")]
    public async Task Un_autre_territoire_est_interdit_et_un_code_inconnu_introuvable(string territoire, int statut, string code) =>
        (await (await serveur.EnAsync("referent-occitanie")).GetAsync($"{territoire}/qualite")).Refuse(statut, code);

    [Fact]
    public async Task Le_medecin_liberal_lit_la_qualite_de_ses_offres_et_les_confirme_seul()
    {
        await using var neuf = new ServeurRor();
        var (medecin, referent) = (await neuf.EnAsync("medecin-liberal"), await neuf.EnAsync("referent-occitanie"));
        var lue = (await medecin.GetAsync($"/api/v1/offres/{Liberal.Castres}/qualite")).Doit(200).Corps;
        Assert.Equal("conforme", lue.Membre("peuplement/conditions").Ou("cle", "adresse").Lu("resultat"));

        var etag = (await medecin.GetAsync($"/api/v1/offres/{Liberal.Castres}")).Doit(200);
        Assert.Contains("confirmer", etag.Actions());
        Assert.DoesNotContain("confirmer", (await referent.GetAsync($"/api/v1/offres/{Liberal.Castres}")).Doit(200).Actions());
        (await referent.PostAsync($"/api/v1/offres/{Liberal.Castres}/confirmation", null, ("If-Match", etag.ETag))).Refuse(403, "acces.interdit");
        Assert.True((await medecin.PostAsync($"/api/v1/offres/{Liberal.Castres}/confirmation", null, ("If-Match", etag.ETag))).Doit(200).Corps.Possede("exacteLe"));
    }

    [Fact]
    public async Task Toujours_exact_ne_fait_ni_version_ni_entree_du_flux()
    {
        await using var neuf = new ServeurRor();
        var (moi, lecteur) = (await neuf.EnAsync("responsable-ch-albi"), await neuf.EnAsync("plateforme-occitanie"));
        var route = $"/api/v1/offres/{Demo.ConsultationOrthopedie}";
        var avant = (await moi.GetAsync(route)).Doit(200);
        var journal = (await lecteur.GetAsync("/api/v1/diffusion/changements?depuis=0&limite=200")).Doit(200).Corps.Lu("suivant");
        var versions = (await moi.ToutLireAsync($"{route}/versions")).Count;
        Assert.False(avant.Corps.Possede("exacteLe"));
        Assert.Contains("confirmer", avant.Actions());

        (await moi.PostAsync($"{route}/confirmation", null)).Refuse(428, "version.requise");
        var confirmee = (await moi.PostAsync($"{route}/confirmation", null, ("If-Match", avant.ETag))).Doit(200);
        (await moi.PostAsync($"{route}/confirmation", null, ("If-Match", avant.ETag))).Refuse(412, "version.perimee");

        Assert.Equal(avant.Corps.GetProperty("sections").GetRawText(), confirmee.Corps.GetProperty("sections").GetRawText());
        Assert.Equal(avant.Corps.GetProperty("numeroVersion").GetInt32(), confirmee.Corps.GetProperty("numeroVersion").GetInt32());
        Assert.Equal(confirmee.Corps.Lu("exacteLe"), (await moi.GetAsync($"{route}/qualite")).Doit(200).Corps.Lu("fraicheur/toucheeLe"));
        Assert.Equal(versions, (await moi.ToutLireAsync($"{route}/versions")).Count);
        Assert.Empty((await lecteur.GetAsync($"/api/v1/diffusion/changements?depuis={journal}")).Doit(200).Corps.GetProperty("elements").EnumerateArray());
    }

    [Theory]
    [InlineData(Demo.ConsultationEndocrinologie)]
    [InlineData(Demo.ConsultationFermee)]
    public async Task On_ne_confirme_que_ce_qui_est_publie(string id)
    {
        var moi = await serveur.EnAsync("responsable-ch-albi");
        Assert.DoesNotContain("confirmer", (await moi.GetAsync($"/api/v1/offres/{id}")).Doit(200).Actions());
        (await moi.PostAsync($"/api/v1/offres/{id}/confirmation", null, ("If-Match", await moi.ETagAsync(id)))).Refuse(409, "offre.transition-interdite");
    }

    [Fact]
    public async Task Un_vieil_etablissement_redevient_frais_quand_un_quart_de_ses_offres_est_confirme()
    {
        var horloge = new HorlogeReglable();
        await using var neuf = ServeurRor.Avec(services => services.AddSingleton<TimeProvider>(horloge));
        var (moi, referent) = (await neuf.EnAsync("responsable-ch-albi"), await neuf.EnAsync("referent-occitanie"));
        horloge.Avancer(370);

        var vieux = (await moi.GetAsync($"/api/v1/entites-geographiques/{Demo.ChAlbi}/qualite")).Doit(200).Corps.GetProperty("fraicheur");
        Assert.Equal(("ecart", 0), (vieux.Lu("resultat"), vieux.GetProperty("offresTouchees").GetInt32()));
        var ecarts = (await referent.GetAsync("/api/v1/territoires/departements/81/qualite")).Doit(200).Corps.Membre("fraicheur/ecarts").GetInt32();

        var attendues = vieux.GetProperty("offresAttendues").GetInt32();
        foreach (var offre in (await moi.ToutLireAsync("/api/v1/offres?statut=Validee")).Take(attendues).Select(o => o.Lu("id")))
        {
            (await moi.PostAsync($"/api/v1/offres/{offre}/confirmation", null, ("If-Match", await moi.ETagAsync(offre)))).Doit(200);
        }

        var frais = (await moi.GetAsync($"/api/v1/entites-geographiques/{Demo.ChAlbi}/qualite")).Doit(200).Corps.GetProperty("fraicheur");
        Assert.Equal(("conforme", attendues), (frais.Lu("resultat"), frais.GetProperty("offresTouchees").GetInt32()));
        Assert.Equal(ecarts - 1, (await referent.GetAsync("/api/v1/territoires/departements/81/qualite")).Doit(200).Corps.Membre("fraicheur/ecarts").GetInt32());
    }

    private static int Somme(JsonElement comptes) => comptes.EnumerateObject().Where(c => c.Value.ValueKind == JsonValueKind.Number).Sum(c => c.Value.GetInt32());
}
