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
}
