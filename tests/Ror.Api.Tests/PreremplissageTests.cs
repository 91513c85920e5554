using Ror.TestKit;

namespace Ror.Api.Tests;

/// <summary>P5: a validated offer fills the others of its professional, and validates nothing there.</summary>
public sealed class PreremplissageTests : IAsyncLifetime
{
    private const string Route = "/api/v1/offres/" + Liberal.Castres + "/preremplissages";

    private ServeurRor _serveur = null!;
    private ClientRor _moi = null!;

    public async ValueTask InitializeAsync()
    {
        _serveur = new ServeurRor();
        _moi = await _serveur.EnAsync("medecin-liberal");
    }

    public async ValueTask DisposeAsync() => await _serveur.DisposeAsync();

    [Fact]
    public async Task Les_autres_offres_sont_proposees_avec_ce_qui_y_changerait()
    {
        var offre = (await _moi.GetAsync($"/api/v1/offres/{Liberal.Castres}")).Doit(200);
        Assert.Equal([Liberal.Albi, Liberal.Gaillac, Liberal.DansLaMaison], offre.Corps.Liste("preremplissages", "id"));
        Assert.Contains("preremplir-mes-autres-offres", offre.Actions());

        var proposees = (await _moi.GetAsync(Route)).Doit(200).Corps.GetProperty("elements");

        var albi = proposees.EnumerateArray().Single(e => e.Lu("offre/id") == Liberal.Albi);
        Assert.False(albi.Membre("description/remplacerait").GetBoolean());
        Assert.Contains("/activites", albi.Membre("description/champs").EnumerateArray().Select(c => c.GetString()));
        Assert.DoesNotContain("/nom", albi.Membre("description/champs").EnumerateArray().Select(c => c.GetString()));
        Assert.Equal("437", albi.Lu("description/propose/activites/0/activite/code"));
        Assert.False(albi.Membre("description/actuel").Possede("activites"));
        var gaillac = proposees.EnumerateArray().Single(e => e.Lu("offre/id") == Liberal.Gaillac);
        Assert.True(gaillac.Membre("modalites/remplacerait").GetBoolean());
        Assert.False(gaillac.Possede("contacts"), "les mêmes contacts ne sont pas une différence");
        Assert.Equal(["03", "04"], gaillac.Liste("modalites/actuel/modalitesAccueil", "code"));
        Assert.Equal(["03", "05"], gaillac.Liste("modalites/propose/modalitesAccueil", "code"));
    }

    [Fact]
    public async Task Une_etape_preremplie_est_remplie_et_reste_a_valider()
    {
        var remplie = (await _moi.PostAsync(Route, new { offre = Liberal.Albi, etapes = new[] { "description", "modalites", "contacts", "horaires" } }, ("If-Match", await _moi.ETagAsync(Liberal.Castres)))).Doit(200);

        Assert.Equal(Liberal.Albi, remplie.Corps.Lu("id"));
        foreach (var cle in new[] { "description", "modalites", "contacts", "horaires" })
        {
            var etape = remplie.Corps.GetProperty("etapes").Ou("cle", cle);
            Assert.Equal("a-faire", etape.Lu("etat"));
            Assert.True(etape.GetProperty("prerempli").GetBoolean());
        }

        Assert.NotEqual("Médecine générale - Castres", remplie.Corps.Lu("nom"));
        Assert.Equal(["81065", "81163"], remplie.Corps.Membre("sections/zoneIntervention/communes").EnumerateArray().Select(c => c.GetString()));
        var etag = remplie.ETag;
        foreach (var cle in new[] { "description", "modalites", "contacts", "horaires" })
        {
            var formulaire = (await _moi.GetAsync(Liberal.Etape(Liberal.Albi, cle))).Doit(200).Corps;
            Assert.True(formulaire.GetProperty("prerempli").GetBoolean());
            var validee = (await _moi.PutAsync(Liberal.Etape(Liberal.Albi, cle), formulaire.GetProperty("valeurs"), ("If-Match", etag))).Doit(200);
            Assert.Equal("validee", validee.Corps.Etat(cle));
            Assert.False(validee.Corps.GetProperty("etapes").Ou("cle", cle).Possede("prerempli"));
            etag = validee.ETag;
        }
    }

    [Fact]
    public async Task Rien_de_valide_n_est_remplace_sans_le_demander_et_sans_l_avoir_vu()
    {
        var source = await _moi.ETagAsync(Liberal.Castres);
        var avant = await _moi.ETagAsync(Liberal.Gaillac);
        (await _moi.PostAsync(Route, new { offre = Liberal.Gaillac, etapes = new[] { "modalites", "horaires" } }, ("If-Match", source))).Refuse(409, "preremplissage.remplacerait");
        (await _moi.PostAsync(Route, new { offre = Liberal.Gaillac, etapes = new[] { "modalites" }, remplacer = true }, ("If-Match", source))).Refuse(409, "preremplissage.offre-modifiee");
        (await _moi.PostAsync(Route, new { offre = Liberal.Gaillac, etapes = new[] { "modalites" }, remplacer = true, version = 1 }, ("If-Match", source))).Refuse(409, "preremplissage.offre-modifiee");
        Assert.Equal(avant, await _moi.ETagAsync(Liberal.Gaillac));

        var version = (await _moi.GetAsync(Route)).Doit(200).Corps.GetProperty("elements").EnumerateArray().Single(e => e.Lu("offre/id") == Liberal.Gaillac).GetProperty("version").GetInt64();
        var remplie = (await _moi.PostAsync(Route, new { offre = Liberal.Gaillac, etapes = new[] { "modalites" }, remplacer = true, version }, ("If-Match", source))).Doit(200).Corps;
        Assert.Equal(("a-revoir", "validee", "validee"), (remplie.Etat("modalites"), remplie.Etat("horaires"), remplie.Etat("description")));
        (await _moi.ValiderAsync(Liberal.Gaillac, "recapitulatif", Liberal.Relu)).Refuse(422, "validation.incomplete");
    }

    [Fact]
    public async Task Sur_une_offre_publiee_le_preremplissage_va_dans_la_copie_de_travail()
    {
        await _moi.PublierAsync(Liberal.Albi);
        var identifiant = await _moi.IdentifiantAsync(Liberal.Albi);
        var version = (await _moi.GetAsync(Route)).Doit(200).Corps.GetProperty("elements").EnumerateArray().Single(e => e.Lu("offre/id") == Liberal.Albi).GetProperty("version").GetInt64();
        var remplie = (await _moi.PostAsync(Route, new { offre = Liberal.Albi, etapes = new[] { "contacts" }, remplacer = true, version }, ("If-Match", await _moi.ETagAsync(Liberal.Castres)))).Doit(200).Corps;
        Assert.True(remplie.GetProperty("modificationsEnAttente").GetBoolean());
        Assert.Equal("+33536490010", (await _moi.GetAsync($"/api/v1/diffusion/offres/{identifiant}")).Doit(200).Corps.Lu("sections/contacts/patients/0/telecoms/0/valeur"));

        var abandonnee = (await _moi.DeleteAsync($"/api/v1/offres/{Liberal.Albi}/modifications", ("If-Match", await _moi.ETagAsync(Liberal.Albi)))).Doit(200).Corps;
        Assert.Equal("validee", abandonnee.Etat("contacts"));
    }

    [Fact]
    public async Task Ce_qui_n_a_pas_de_sens_est_refuse()
    {
        var etag = await _moi.ETagAsync(Liberal.Castres);
        (await _moi.PostAsync(Route, new { offre = Liberal.Castres, etapes = new[] { "contacts" } }, ("If-Match", etag))).Doit(422).Contient("/offre", "preremplissage.autre-offre");
        (await _moi.PostAsync(Route, new { offre = Demo.ConsultationCardiologie, etapes = new[] { "contacts" } }, ("If-Match", etag))).Doit(422).Contient("/offre", "preremplissage.autre-offre");
        (await _moi.PostAsync(Route, new { offre = "x", etapes = new[] { "contacts" } }, ("If-Match", etag))).Doit(422).Contient("/offre", "preremplissage.autre-offre");
        (await _moi.PostAsync(Route, new { offre = Liberal.Albi, etapes = new[] { "donnees-nationales" } }, ("If-Match", etag))).Doit(422).Contient("/etapes/0", "texte.hors-liste");
        (await _moi.PostAsync(Route, new { offre = Liberal.Albi }, ("If-Match", etag))).Doit(422).Contient("/etapes", "champ.obligatoire");
        (await _moi.PostAsync(Route, new { offre = Liberal.Albi, etapes = new[] { "contacts" } })).Doit(428);
        (await _moi.PostAsync(Route, new { offre = Liberal.Albi, etapes = new[] { "contacts" } }, ("If-Match", "\"999.x\""))).Doit(412);
        (await _moi.GetAsync($"/api/v1/offres/{Liberal.Albi}/preremplissages")).Refuse(409, "preremplissage.non-publiee");
        (await (await _serveur.EnAsync("referent-occitanie")).GetAsync(Route)).Refuse(403, "acces.interdit");
        (await (await _serveur.EnAsync("responsable-ch-albi")).GetAsync(Route)).Refuse(404, "offre.introuvable");
    }
}
