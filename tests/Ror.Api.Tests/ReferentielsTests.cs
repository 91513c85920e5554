using Ror.TestKit;

namespace Ror.Api.Tests;

/// <summary>Nomenclatures and modèles de saisie, read.</summary>
public sealed class ReferentielsTests(ServeurRor serveur) : IClassFixture<ServeurRor>
{
    private Task<ClientRor> Moi => serveur.EnAsync("responsable-ch-albi");

    [Fact]
    public async Task Les_listes_que_les_champs_nomment_sont_chargees()
    {
        var listes = (await (await Moi).GetAsync("/api/v1/nomenclatures")).Doit(200).Corps;
        var noms = listes.Liste("elements", "nom");
        string[] attendues = ["J16", "J17", "J19", "J20", "J26", "J28", "J29", "J30", "J33", "J35", "J51", "J55", "J186", "J220", "J221", "J222", "J225", "J226", "J227", "J238"];
        Assert.Subset(noms.ToHashSet(), attendues.ToHashSet());
        var j19 = listes.GetProperty("elements").Ou("nom", "J19");
        Assert.Equal("JDV_J19_ModePriseEnCharge_ROR", j19.Lu("nomOfficiel"));
        Assert.StartsWith("https://mos.esante.gouv.fr/NOS/", j19.Lu("url"), StringComparison.Ordinal);
        Assert.NotEmpty(j19.Lu("version"));
        var codes = (await (await Moi).GetAsync(j19.Lu("href") + "?total=true")).Doit(200).Corps;
        Assert.Equal(j19.GetProperty("nombreCodes").GetInt32(), codes.GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("J19", "complète", "28")]
    [InlineData("J19", "complete", "28")]
    [InlineData("J19", "COMPLÈTE", "28")]
    [InlineData("J19", "hospitalisation complète", "28")]
    [InlineData("J19", "complète hospitalisation", "28")]
    [InlineData("J19", "hospi complet", "28")]
    [InlineData("J17", "viscerale digestive", "033")]
    [InlineData("J17", "digestive viscérale", "033")]
    [InlineData("J20", "medico-social", "04")]
    public async Task La_recherche_de_codes_ignore_accents_casse_et_ordre(string liste, string recherche, string code)
    {
        var trouves = (await (await Moi).GetAsync($"/api/v1/nomenclatures/{liste}/codes?recherche={Uri.EscapeDataString(recherche)}")).Doit(200).Corps.Liste("elements", "code");
        Assert.Contains(code, trouves);
    }

    [Fact]
    public async Task La_recherche_par_code_et_sans_resultat()
    {
        var moi = await Moi;
        Assert.Contains("28", (await moi.GetAsync("/api/v1/nomenclatures/J19/codes?recherche=28")).Doit(200).Corps.Liste("elements", "code"));
        Assert.Empty((await moi.GetAsync("/api/v1/nomenclatures/J19/codes?recherche=zzzz")).Doit(200).Corps.Liste("elements", "code"));
        Assert.Empty((await moi.GetAsync("/api/v1/nomenclatures/J19/codes?recherche=hospitalisation%20zzzz")).Doit(200).Corps.Liste("elements", "code"));
    }

    [Fact]
    public async Task Un_code_a_son_libelle_son_systeme_et_ses_dates()
    {
        var moi = await Moi;
        var mode = (await moi.GetAsync("/api/v1/nomenclatures/J19/codes")).Doit(200).Corps.GetProperty("elements").Ou("code", "28");
        Assert.Equal("Hospitalisation complète (HC)", mode.Lu("libelle"));
        Assert.Equal("https://mos.esante.gouv.fr/NOS/TRE_R213-ModePriseEnCharge/FHIR/TRE-R213-ModePriseEnCharge", mode.Lu("systeme"));
        Assert.True(mode.GetProperty("enVigueur").GetBoolean());
        Assert.False(mode.Possede("fin"));


        // Its system closed it; the list keeps it.
        var garde = (await moi.ToutLireAsync("/api/v1/nomenclatures/J186/codes")).Single(c => c.Lu("code") == "36");
        Assert.False(garde.Possede("fin"));
        Assert.True(garde.GetProperty("enVigueur").GetBoolean());
        Assert.Equal(2, (await moi.ToutLireAsync("/api/v1/nomenclatures/J186/codes")).Count(c => c.Lu("code") == "10"));
    }

    [Theory]
    [InlineData("J16", 200)]
    [InlineData("J17", 7)]
    [InlineData("J186", 50)]
    [InlineData("J19", 1)]
    public async Task Les_pages_de_codes_font_la_liste_entiere_dans_l_ordre(string liste, int limite)
    {
        var moi = await Moi;
        var total = (await moi.GetAsync($"/api/v1/nomenclatures/{liste}/codes?total=true&limite=1")).Doit(200).Corps.GetProperty("total").GetInt32();
        var pages = await moi.ToutLireAsync($"/api/v1/nomenclatures/{liste}/codes?limite={limite}");
        Assert.Equal(total, pages.Count);
        Assert.Equal(total, pages.Select(c => c.Lu("systeme") + "|" + c.Lu("code")).Distinct().Count());
        if (total <= 200)
        {
            Assert.Equal((await moi.GetAsync($"/api/v1/nomenclatures/{liste}/codes?limite=200")).Doit(200).Corps.Liste("elements", "code"), pages.Select(c => c.Lu("code")));
        }
    }

    [Fact]
    public async Task Les_pages_d_une_recherche_de_codes()
    {
        var moi = await Moi;
        var tous = (await moi.GetAsync("/api/v1/nomenclatures/J17/codes?recherche=chirurgie&limite=200&total=true")).Doit(200).Corps;
        Assert.Equal(tous.GetProperty("total").GetInt32(), tous.GetProperty("elements").GetArrayLength());
        Assert.Equal(tous.Liste("elements", "code"), (await moi.ToutLireAsync("/api/v1/nomenclatures/J17/codes?recherche=chirurgie&limite=3")).Select(c => c.Lu("code")));
    }

    [Theory]
    [InlineData("J999")]
    [InlineData("j19")]
    [InlineData("x'--")]
    public async Task Une_liste_inconnue_donne_404(string nom)
    {
        var refus = (await (await Moi).GetAsync($"/api/v1/nomenclatures/{nom}/codes")).Doit(404);
        Assert.Equal("application/problem+json", refus.Type);
    }

    [Fact]
    public async Task Les_modeles_de_saisie_se_listent()
    {
        var modeles = (await (await Moi).GetAsync("/api/v1/modeles-saisie")).Doit(200).Corps;
        Assert.Subset(modeles.Liste("elements", "reference").ToHashSet(), new HashSet<string> { Demo.ModeleChirurgie, Demo.ModeleConsultation, Demo.ModeleEhpad });
        Assert.All(modeles.GetProperty("elements").EnumerateArray(), m => Assert.Equal($"{m.Lu("url")}|{m.Lu("version")}", m.Lu("reference")));
    }

    [Theory]
    [InlineData("categorie=355&champActivite=01", new[] { Demo.ModeleChirurgie, Demo.ModeleConsultation })]
    [InlineData("categorie=500&champActivite=04", new[] { Demo.ModeleEhpad })]
    [InlineData("categorie=355&champActivite=02", new string[0])]
    [InlineData("categorie=500&champActivite=01", new string[0])]
    [InlineData("categorie=000", new string[0])]
    public async Task Un_contexte_resout_les_modeles_actifs(string contexte, string[] attendus)
    {
        var modeles = (await (await Moi).GetAsync($"/api/v1/modeles-saisie?{contexte}")).Doit(200).Corps;
        Assert.Equal(attendus, modeles.Liste("elements", "reference"));
    }

    [Fact]
    public async Task Un_modele_donne_ses_regles_et_ses_prereglages()
    {
        var moi = await Moi;
        var href = (await moi.GetAsync("/api/v1/modeles-saisie")).Doit(200).Corps.GetProperty("elements").Ou("reference", Demo.ModeleChirurgie).Lu("href");
        var modele = (await moi.GetAsync(href)).Doit(200).Corps;
        Assert.Equal(Demo.ModeleChirurgie, modele.Lu("reference"));
        Assert.Contains("355", modele.Liste("contexte/categories", "code"));
        Assert.Equal(["01"], modele.Liste("contexte/champsActivite", "code"));
        var mode = modele.GetProperty("regles").Ou("champ", "modePriseEnCharge");
        Assert.Equal(["09", "28", "29", "32", "34"], mode.Liste("codesAutorises", "code").Order());
        Assert.False(mode.GetProperty("fixe").GetBoolean());
        Assert.True(modele.GetProperty("regles").Ou("champ", "typesOffre").GetProperty("fixe").GetBoolean());
        Assert.Equal("28", modele.Lu("prereglages/accueilPriseEnCharge/modePriseEnCharge/code"));
        Assert.Equal("Hospitalisation complète (HC)", modele.Lu("prereglages/accueilPriseEnCharge/modePriseEnCharge/libelle"));
        (await moi.GetAsync($"/api/v1/modeles-saisie/{Outils.Inconnu}")).Refuse(404, "modele.introuvable");
        (await moi.GetAsync("/api/v1/modeles-saisie/pas-un-id")).Doit(404);
    }

    [Fact]
    public async Task Chaque_ressource_a_un_ETag_un_modele_aussi()
    {
        var moi = await Moi;
        var href = (await moi.GetAsync("/api/v1/modeles-saisie")).Doit(200).Corps.GetProperty("elements").Ou("reference", Demo.ModeleChirurgie).Lu("href");
        var modele = (await moi.GetAsync(href)).Doit(200);
        (await moi.GetAsync(href, ("If-None-Match", modele.ETag))).Doit(304);
    }

    [Fact]
    public async Task Les_referentiels_se_lisent_avec_tout_role()
    {
        foreach (var persona in new[] { "medecin-liberal", "grand-public", "administrateur" })
        {
            var client = await serveur.EnAsync(persona);
            (await client.GetAsync("/api/v1/nomenclatures/J19/codes")).Doit(200);
            (await client.GetAsync("/api/v1/modeles-saisie")).Doit(200);
        }
    }
}
