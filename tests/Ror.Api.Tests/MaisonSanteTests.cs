using System.Text.Json;
using Ror.TestKit;

namespace Ror.Api.Tests;

/// <summary>H7: a liberal offer in a maison de santé, and out of it.</summary>
public sealed class MaisonSanteTests : IAsyncLifetime
{
    private const string Detachement = "/api/v1/offres/" + Liberal.DansLaMaison + "/detachement";

    private ServeurRor _serveur = null!;
    private ClientRor _moi = null!;
    private ClientRor _referent = null!;

    public async ValueTask InitializeAsync()
    {
        _serveur = new ServeurRor();
        (_moi, _referent) = (await _serveur.EnAsync("medecin-liberal"), await _serveur.EnAsync("referent-occitanie"));
    }

    public async ValueTask DisposeAsync() => await _serveur.DisposeAsync();

    [Fact]
    public async Task Detacher_mon_offre_rend_l_etape_1_rafraichie_a_valider_de_nouveau()
    {
        (await _moi.ValiderAsync(Liberal.DansLaMaison, "donnees-nationales", Liberal.Accord)).Doit(200);
        var avant = (await _moi.GetAsync(Liberal.Etape(Liberal.DansLaMaison, "donnees-nationales"))).Doit(200);
        Assert.Equal("MAISON DE SANTE DU REALMONTAIS", avant.Corps.Lu("valeurs/extrait/structure/denomination"));
        Assert.Equal(["valider-etape donnees-nationales", "detacher"], avant.Actions());

        var detachee = (await _moi.PostAsync(Detachement, null, ("If-Match", avant.ETag))).Doit(200);

        Assert.Equal(("donnees-nationales", "a-revoir"), (detachee.Corps.Lu("cle"), detachee.Corps.Lu("etat")));
        Assert.Equal("CABINET DE REALMONT", detachee.Corps.Lu("valeurs/extrait/structure/denomination"));
        Assert.Equal("MAISON DE SANTE DU REALMONTAIS", detachee.Corps.Lu("precedent/structure/denomination"));
        Assert.Equal(["/extrait/structure/idNatStruct", "/extrait/structure/denomination", "/extrait/structure/categorie", "/extrait/structure/adresse"], detachee.Corps.GetProperty("changements").EnumerateArray().Select(c => c.GetString()));
        Assert.False(detachee.Corps.GetProperty("valeurs").Possede("accord"));
        var offre = (await _moi.PutAsync(Liberal.Etape(Liberal.DansLaMaison, "donnees-nationales"), Liberal.Accord, ("If-Match", detachee.ETag))).Doit(200).Corps;
        Assert.Equal(("validee", Liberal.CabinetRealmont, "14"), (offre.Etat("donnees-nationales"), offre.Lu("rattachement/id"), offre.Lu("sections/adresse/numeroVoie")));
        (await _moi.PostAsync(Detachement, null, ("If-Match", await _moi.ETagAsync(Liberal.DansLaMaison)))).Refuse(409, "detachement.non-rattachee");
    }

    [Fact]
    public async Task Detacher_une_offre_publiee_se_publie_aussitot_et_laisse_le_reste_en_attente()
    {
        await _moi.PublierAsync(Liberal.DansLaMaison);
        var identifiant = await _moi.IdentifiantAsync(Liberal.DansLaMaison);
        var avant = (await _moi.GetAsync($"/api/v1/diffusion/offres/{identifiant}")).Doit(200).Corps;
        Assert.Equal(("MAISON DE SANTE DU REALMONTAIS", "1"), (avant.Lu("structures/entiteGeographique/nom"), avant.Lu("sections/adresse/numeroVoie")));
        (await _moi.ValiderAsync(Liberal.DansLaMaison, "description", Liberal.Description("En attente"))).Doit(200);
        var flux = (await _moi.GetAsync("/api/v1/diffusion/changements?depuis=0")).Doit(200).Corps.Lu("suivant");

        (await _moi.PostAsync(Detachement, null, ("If-Match", await _moi.ETagAsync(Liberal.DansLaMaison)))).Doit(200);

        var apres = (await _moi.GetAsync($"/api/v1/diffusion/offres/{identifiant}")).Doit(200).Corps;
        Assert.Equal(("CABINET DE REALMONT", "14", 2), (apres.Lu("structures/entiteGeographique/nom"), apres.Lu("sections/adresse/numeroVoie"), apres.GetProperty("numeroVersion").GetInt32()));
        Assert.Equal(avant.Lu("nom"), apres.Lu("nom"));
        Assert.Equal(avant.Lu("identifiant"), apres.Lu("identifiant"));
        var offre = (await _moi.GetAsync($"/api/v1/offres/{Liberal.DansLaMaison}")).Doit(200).Corps;
        Assert.True(offre.GetProperty("modificationsEnAttente").GetBoolean());
        Assert.Equal(("En attente", "a-revoir"), (offre.Lu("nom"), offre.Etat("donnees-nationales")));
        var differences = (await _moi.GetAsync($"/api/v1/offres/{Liberal.DansLaMaison}/versions/2/differences")).Doit(200).Corps;
        Assert.All(differences.GetProperty("differences").EnumerateArray(), d => Assert.Equal("adresse", d.Lu("section")));
        var changement = Assert.Single((await _moi.GetAsync($"/api/v1/diffusion/changements?depuis={Uri.EscapeDataString(flux)}")).Doit(200).Corps.GetProperty("elements").EnumerateArray());
        Assert.Equal(("transfert", Liberal.DansLaMaison), (changement.Lu("nature"), changement.Lu("objet/id")));
    }

    [Fact]
    public async Task Seul_un_referent_associe_et_a_une_maison_de_sante_ouverte_seulement()
    {
        const string route = "/api/v1/offres/" + Liberal.Albi + "/rattachement-msp";
        var etag = await _referent.ETagAsync(Liberal.Albi);
        (await _moi.PostAsync(route, new { maisonSante = Liberal.Maison }, ("If-Match", etag))).Refuse(403, "acces.interdit");
        (await _referent.PostAsync(route, new { maisonSante = Demo.Ehpad }, ("If-Match", etag))).Doit(422).Contient("/maisonSante", "rattachement-msp.categorie");
        (await _referent.PostAsync(route, new { maisonSante = Outils.Inconnu }, ("If-Match", etag))).Doit(422).Contient("/maisonSante", "transfert.destination-introuvable");
        (await _referent.PostAsync(route, new { maisonSante = "x" }, ("If-Match", etag))).Doit(422).Contient("/maisonSante", "transfert.destination-introuvable");
        (await _referent.PostAsync(route, new { }, ("If-Match", etag))).Doit(422).Contient("/maisonSante", "champ.obligatoire");
        (await _referent.PostAsync(route, new { maisonSante = Liberal.Maison })).Doit(428);
        (await _referent.PostAsync($"/api/v1/offres/{Demo.ConsultationAnesthesie}/rattachement-msp", new { maisonSante = Liberal.Maison }, ("If-Match", await _referent.ETagAsync(Demo.ConsultationAnesthesie)))).Refuse(409, "offre.transition-interdite");

        var associee = (await _referent.PostAsync(route, new { maisonSante = Liberal.Maison }, ("If-Match", etag))).Doit(200);
        Assert.Equal((Liberal.Maison, Liberal.CabinetAlbi), (associee.Corps.Lu("rattachement/id"), associee.Corps.Lu("cabinet/id")));
        Assert.Contains("detacher", associee.Actions());
        (await (await _serveur.EnAsync("responsable-ch-albi")).PostAsync($"/api/v1/offres/{Demo.ConsultationAnesthesie}/rattachement-msp", new { maisonSante = Liberal.Maison }, ("If-Match", "\"1.x\""))).Refuse(403, "acces.interdit");
        (await _referent.PostAsync(route, new { maisonSante = Liberal.Maison }, ("If-Match", associee.ETag))).Refuse(409, "rattachement-msp.deja-rattachee");
        Assert.Contains(Liberal.Albi, (await _referent.GetAsync($"/api/v1/entites-geographiques/{Liberal.Maison}/arborescence")).Doit(200).Corps.Liste("racine/enfants", "id"));
        Assert.Equal("CABINET DU DR DEMONSTRATION", (await _referent.PostAsync($"/api/v1/offres/{Liberal.Albi}/detachement", null, ("If-Match", associee.ETag))).Doit(200).Corps.Lu("valeurs/extrait/structure/denomination"));
    }

    [Fact]
    public async Task Fermer_la_maison_detache_ses_offres_liberales_sans_les_fermer()
    {
        await _moi.PublierAsync(Liberal.DansLaMaison);
        var fermeture = new { type = Demo.Code("DEF"), dateFermeture = "2026-01-05" };
        var route = $"/api/v1/entites-geographiques/{Liberal.Maison}";
        var simulee = (await _referent.PostAsync($"{route}/fermeture?simulation=true", fermeture, ("If-Match", (await _referent.GetAsync(route)).Doit(200).ETag))).Doit(200).Corps;
        var faite = (await _referent.PostAsync($"{route}/fermeture", fermeture, ("If-Match", (await _referent.GetAsync(route)).Doit(200).ETag))).Doit(200).Corps;

        Assert.Equal(simulee.GetProperty("effets").GetRawText(), faite.GetProperty("effets").GetRawText());
        Assert.Equal(("Validee", "Validee"), (faite.GetProperty("effets").Ou("id", Liberal.DansLaMaison).Lu("avant"), faite.GetProperty("effets").Ou("id", Liberal.DansLaMaison).Lu("apres")));
        var offre = (await _moi.GetAsync($"/api/v1/offres/{Liberal.DansLaMaison}")).Doit(200).Corps;
        Assert.Equal(("Validee", Liberal.CabinetRealmont), (offre.Lu("statut"), offre.Lu("rattachement/id")));
        var publiee = (await _moi.GetAsync($"/api/v1/diffusion/offres/{await _moi.IdentifiantAsync(Liberal.DansLaMaison)}")).Doit(200).Corps;
        Assert.Equal(("Validee", "CABINET DE REALMONT", 2), (publiee.Lu("statut"), publiee.Lu("structures/entiteGeographique/nom"), publiee.GetProperty("numeroVersion").GetInt32()));
    }

    [Fact]
    public async Task Sans_cabinet_ouvert_l_offre_ne_se_detache_pas_et_ferme_avec_la_maison()
    {
        await _moi.PublierAsync(Liberal.DansLaMaison);
        await FermerAsync(Liberal.CabinetRealmont);
        Assert.Equal("Validee", (await _moi.GetAsync($"/api/v1/offres/{Liberal.DansLaMaison}")).Doit(200).Corps.Lu("statut"));
        (await _moi.PostAsync(Detachement, null, ("If-Match", await _moi.ETagAsync(Liberal.DansLaMaison)))).Refuse(409, "detachement.sans-cabinet");

        await FermerAsync(Liberal.Maison);

        var offre = (await _moi.GetAsync($"/api/v1/offres/{Liberal.DansLaMaison}")).Doit(200).Corps;
        Assert.Equal(("FermeeTemporairement", Liberal.Maison), (offre.Lu("statut"), offre.Lu("rattachement/id")));

        // What that closing closed, its reopening reopens, whatever became of the practice meanwhile (H3).
        await RouvrirAsync(Liberal.CabinetRealmont);
        await RouvrirAsync(Liberal.Maison);
        Assert.Equal("Validee", (await _moi.GetAsync($"/api/v1/offres/{Liberal.DansLaMaison}")).Doit(200).Corps.Lu("statut"));
        await FermerAsync(Liberal.Maison);
        Assert.Equal(("Validee", Liberal.CabinetRealmont), await OuAsync());
    }

    [Fact]
    public async Task Changer_de_structure_remet_l_etape_1_a_revoir_meme_si_elle_avait_deja_ete_lue_la()
    {
        await _moi.PublierAsync(Liberal.Albi);
        var route = $"/api/v1/offres/{Liberal.Albi}";
        (await _referent.PostAsync($"{route}/rattachement-msp", new { maisonSante = Liberal.Maison }, ("If-Match", await _referent.ETagAsync(Liberal.Albi)))).Doit(200);
        var etape = (await _moi.PostAsync($"{route}/detachement", null, ("If-Match", await _moi.ETagAsync(Liberal.Albi)))).Doit(200);
        Assert.Equal("a-revoir", etape.Corps.Lu("etat"));
        Assert.Equal("validee", (await _moi.ValiderAsync(Liberal.Albi, "donnees-nationales", Liberal.Accord)).Doit(200).Corps.Etat("donnees-nationales"));
    }

    [Fact]
    public async Task Une_maison_fermee_pour_de_bon_rend_l_offre_a_son_cabinet_ferme_pour_un_temps()
    {
        await _moi.PublierAsync(Liberal.DansLaMaison);
        await FermerAsync(Liberal.CabinetRealmont);
        Assert.DoesNotContain("detacher", (await _moi.GetAsync($"/api/v1/offres/{Liberal.DansLaMaison}")).Doit(200).Actions());
        var route = $"/api/v1/entites-geographiques/{Liberal.Maison}";
        (await _referent.PostAsync($"{route}/fermeture", new { type = Demo.Code("DEF"), dateFermeture = "2026-01-06" }, ("If-Match", (await _referent.GetAsync(route)).Doit(200).ETag))).Doit(200);

        Assert.Equal(("FermeeTemporairement", Liberal.CabinetRealmont), await OuAsync());
        await RouvrirAsync(Liberal.CabinetRealmont);
        Assert.Equal(("Validee", Liberal.CabinetRealmont), await OuAsync());
    }

    private async Task<(string, string)> OuAsync()
    {
        var offre = (await _moi.GetAsync($"/api/v1/offres/{Liberal.DansLaMaison}")).Doit(200).Corps;
        return (offre.Lu("statut"), offre.Lu("rattachement/id"));
    }

    private async Task RouvrirAsync(string etablissement)
    {
        var route = $"/api/v1/entites-geographiques/{etablissement}";
        (await _referent.PostAsync($"{route}/reouverture", null, ("If-Match", (await _referent.GetAsync(route)).Doit(200).ETag))).Doit(200);
    }

    [Fact]
    public async Task Une_fermeture_prevue_de_la_maison_n_est_pas_annoncee_sur_l_offre_qu_elle_laissera_partir()
    {
        await _moi.PublierAsync(Liberal.DansLaMaison);
        var route = $"/api/v1/entites-geographiques/{Liberal.Maison}";
        (await _referent.PostAsync($"{route}/fermeture", new { type = Demo.Code("DEF"), dateFermeture = "2090-01-05" }, ("If-Match", (await _referent.GetAsync(route)).Doit(200).ETag))).Doit(200);

        Assert.False((await _moi.GetAsync($"/api/v1/offres/{Liberal.DansLaMaison}")).Doit(200).Corps.Possede("fermeturePrevue"));
        Assert.False((await _moi.GetAsync($"/api/v1/diffusion/offres/{await _moi.IdentifiantAsync(Liberal.DansLaMaison)}")).Doit(200).Corps.Possede("fermeturePrevue"));
    }

    private async Task<JsonElement> FermerAsync(string etablissement)
    {
        var route = $"/api/v1/entites-geographiques/{etablissement}";
        return (await _referent.PostAsync($"{route}/fermeture", new { type = Demo.Code("PRO"), dateFermeture = "2026-01-05" }, ("If-Match", (await _referent.GetAsync(route)).Doit(200).ETag))).Doit(200).Corps;
    }
}
