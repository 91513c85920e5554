using Ror.TestKit;

namespace Ror.Api.Tests;

/// <summary>One professional, or one établissement, asked about on demand; a directory that fails blocks nothing.</summary>
public sealed class ActualisationTests
{
    private const string Exemple = "10990000019";
    private const string Cabinet = "410990000019000";

    [Fact]
    public async Task Un_professionnel_inconnu_entre_avec_son_cabinet_et_son_offre_et_rien_ne_change_deux_fois()
    {
        await using var annuaire = await AnnuaireDeTest.DemarrerAsync();
        await using var serveur = ServeurRor.Regle(("Annuaire:Adresse", annuaire.Adresse), ("Limites:Debit", "0"));
        var (moi, referent) = (await serveur.EnAsync("administrateur"), await serveur.EnAsync("referent-occitanie"));
        Assert.Equal("Inconnu", (await moi.PostAsync($"/api/v1/professionnels/{Exemple}/actualisation", null)).Doit(200).Corps.Lu("issue"));

        annuaire.Ressources["Practitioner"] = [AnnuaireDeTest.Praticien(Exemple)];
        annuaire.Ressources["PractitionerRole"] = [AnnuaireDeTest.Role(), AnnuaireDeTest.Organisation("RPPSRG", Cabinet[1..], "CABINET EXEMPLE")];
        var premiere = (await moi.PostAsync($"/api/v1/professionnels/{Exemple}/actualisation", null)).Doit(200).Corps;
        Assert.Equal(("Trouve", true), (premiere.Lu("issue"), premiere.GetProperty("aChange").GetBoolean()));
        Assert.Equal((0, true), (premiere.Membre("objet/fraicheur/ageJours").GetInt32(), premiere.GetProperty("objet").GetProperty("fraicheur").Possede("verifieLe")));
        Assert.Equal("Brouillon", (await moi.OffreDeAsync(referent, Exemple, Cabinet))!.Value.Lu("statut"));

        var seconde = (await moi.PostAsync($"/api/v1/professionnels/{Exemple}/actualisation", null)).Doit(200).Corps;
        Assert.False(seconde.GetProperty("aChange").GetBoolean());
        annuaire.Ressources["Practitioner"] = [AnnuaireDeTest.Praticien(Exemple, "EXEMPLE-MARIE")];
        Assert.Equal("EXEMPLE-MARIE", (await moi.PostAsync($"/api/v1/professionnels/{Exemple}/actualisation", null)).Doit(200).Corps.Lu("objet/nom"));

        // What the directory leaves out for once ends nothing.
        annuaire.Ressources["PractitionerRole"] = [];
        Assert.Equal(1, (await moi.PostAsync($"/api/v1/professionnels/{Exemple}/actualisation", null)).Doit(200).Corps.Membre("objet/situations").GetArrayLength());
        Assert.NotNull(await moi.OffreDeAsync(referent, Exemple, Cabinet));
    }

    [Theory]
    [InlineData(503)]
    [InlineData(401)]
    [InlineData(200)]
    public async Task Un_annuaire_en_panne_laisse_lire_ce_qui_est_connu_et_dit_son_age(int statut)
    {
        await using var annuaire = await AnnuaireDeTest.DemarrerAsync();
        await using var serveur = ServeurRor.Regle(("Annuaire:Adresse", annuaire.Adresse), ("Annuaire:Delai", "1"), ("Limites:Debit", "0"));
        var moi = await serveur.EnAsync("medecin-liberal");
        annuaire.Panne = statut;
        if (statut == 200)
        {
            await annuaire.DisposeAsync();
        }

        var reponse = (await moi.PostAsync("/api/v1/professionnels/10000000009/actualisation", null)).Doit(200).Corps;
        Assert.Equal(("Indisponible", false, "2026-01-05"), (reponse.Lu("issue"), reponse.GetProperty("aChange").GetBoolean(), reponse.Lu("objet/fraicheur/donneesDu")));
        Assert.False(string.IsNullOrWhiteSpace(reponse.Lu("raison")));
        Assert.True(reponse.Membre("objet/fraicheur/ageJours").GetInt32() > 300);
        (await moi.GetAsync("/api/v1/professionnels/10000000009")).Doit(200);
    }

    [Fact]
    public async Task Sans_annuaire_configure_on_lit_ce_qui_est_connu()
    {
        await using var serveur = new ServeurRor();
        var moi = await serveur.EnAsync("medecin-liberal");
        Assert.Equal("NonConfigure", (await moi.PostAsync("/api/v1/professionnels/10000000009/actualisation", null)).Doit(200).Corps.Lu("issue"));
        (await moi.PostAsync($"/api/v1/professionnels/{Exemple}/actualisation", null)).Refuse(404, "professionnel.introuvable");
        (await (await serveur.EnAsync("administrateur")).PostAsync("/api/v1/professionnels/123/actualisation", null)).Refuse(404, "professionnel.introuvable");
        var referent = await serveur.EnAsync("referent-occitanie");
        Assert.Equal("NonConfigure", (await referent.PostAsync($"/api/v1/entites-geographiques/{Demo.ChAlbi}/actualisation", null)).Doit(200).Corps.Lu("issue"));
        (await referent.PostAsync($"/api/v1/entites-geographiques/{Outils.Inconnu}/actualisation", null)).Refuse(404, "structure.introuvable");
        (await (await serveur.EnAsync("responsable-ehpad")).PostAsync($"/api/v1/entites-geographiques/{Demo.ChAlbi}/actualisation", null)).Refuse(404, "structure.introuvable");
    }

    [Fact]
    public async Task Un_etablissement_s_actualise_garde_ce_que_l_annuaire_tait_et_ne_ferme_pas_sur_une_reponse()
    {
        await using var annuaire = await AnnuaireDeTest.DemarrerAsync();
        await using var serveur = ServeurRor.Regle(("Annuaire:Adresse", annuaire.Adresse), ("Limites:Debit", "0"));
        var referent = await serveur.EnAsync("referent-occitanie");
        const string Href = $"/api/v1/entites-geographiques/{Demo.Ehpad}";
        annuaire.Ressources["Organization"] = [AnnuaireDeTest.Organisation("FINEG", "810990036", "EHPAD LES MICOCOULIERS RENOMME")];
        var lu = (await referent.PostAsync($"{Href}/actualisation", null)).Doit(200).Corps;
        Assert.Equal(("Trouve", true, "EHPAD LES MICOCOULIERS RENOMME", "500", "81004"),
            (lu.Lu("issue"), lu.GetProperty("aChange").GetBoolean(), lu.Lu("objet/fiche/denomination"), lu.Lu("objet/fiche/categorie/code"), lu.Lu("objet/fiche/adresse/commune")));

        // From now on it is FINESS's to tell.
        var etag = (await referent.GetAsync(Href)).ETag;
        (await referent.PutAsync(Href, new { denomination = "Autre" }, ("If-Match", etag))).Refuse(422, "champ.lecture-seule");
        Assert.False((await referent.PostAsync($"{Href}/actualisation", null)).Doit(200).Corps.GetProperty("aChange").GetBoolean());

        annuaire.Ressources["Organization"] = [AnnuaireDeTest.Organisation("FINEG", "810990036", "EHPAD LES MICOCOULIERS RENOMME", "500", actif: false)];
        var ferme = (await referent.PostAsync($"{Href}/actualisation", null)).Doit(200).Corps;
        Assert.Equal(("annuaire.ferme-la-bas", false), (ferme.Lu("avertissements/0/code"), ferme.GetProperty("aChange").GetBoolean()));
        Assert.NotEqual("FermeeDefinitivement", ferme.Lu("objet/statut"));

        // The parent of what is below is the référent's to write, and so to refresh.
        (await (await serveur.EnAsync("responsable-ehpad")).PostAsync($"{Href}/actualisation", null)).Refuse(403, "acces.interdit");
    }
}
