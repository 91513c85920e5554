using Ror.TestKit;

namespace Ror.Api.Tests;

/// <summary>A proposed value that is accepted is written as its author would write it; one of a directory comes with an import.</summary>
public sealed class AnomaliesAccepteesTests
{
    private const string Route = "/api/v1/anomalies";

    [Fact]
    public async Task Accepter_ecrit_la_valeur_comme_une_modification_et_corrige_l_anomalie()
    {
        await using var serveur = new ServeurRor();
        var (client, plateforme, referent) = (await serveur.EnAsync("responsable-ch-albi"), await serveur.EnAsync("plateforme-occitanie"), await serveur.EnAsync("referent-occitanie"));

        // An offer: its working copy.
        var offre = $"/api/v1/offres/{Demo.ConsultationAnesthesie}";
        var versionOffre = (await client.GetAsync(offre)).ETag;
        var id = await DeclarerAsync(plateforme, "Offre", Demo.ConsultationAnesthesie, "patientele", "/ageMin", new { valeur = 3, unite = "a" });
        var acceptee = (await AccepterAsync(client, id)).Doit(200);
        Assert.Equal(("08", "responsable-ch-albi"), (acceptee.Corps.Lu("statut/code"), acceptee.Corps.Lu("historique/2/par")));
        var lue = (await client.GetAsync(offre)).Doit(200);
        Assert.Equal((3, true), (lue.Corps.Membre("sections/patientele/ageMin/valeur").GetInt32(), lue.Corps.GetProperty("modificationsEnAttente").GetBoolean()));
        Assert.NotEqual(versionOffre, lue.ETag);
        (await AccepterAsync(client, id)).Refuse(409, "anomalie.transition-interdite");

        // A row that is added, and one inside a row.
        id = await DeclarerAsync(plateforme, "Offre", Demo.ConsultationAnesthesie, "accueil-prise-en-charge", "/modalitesAccueil/1", Demo.Code("04"));
        (await AccepterAsync(client, id)).Doit(200);
        Assert.Equal("04", (await client.GetAsync(offre)).Corps.Lu("sections/accueilPriseEnCharge/modalitesAccueil/1/code"));

        // A level: published at once.
        id = await DeclarerAsync(plateforme, "UniteFonctionnelle", Demo.UfConsultations, null, "/nom", "Consultations externes");
        (await AccepterAsync(client, id)).Doit(200);
        Assert.Equal("Consultations externes", (await plateforme.GetAsync($"/api/v1/diffusion/structures/{Demo.UfConsultations}")).Doit(200).Corps.Lu("nom"));

        // A lieu: the same.
        id = await DeclarerAsync(plateforme, "LieuRealisationOffre", Lieux.Consultations, null, "/nom", "Pavillon Nord");
        (await AccepterAsync(client, id)).Doit(200);
        Assert.Equal("Pavillon Nord", (await client.GetAsync($"/api/v1/lieux/{Lieux.Consultations}")).Doit(200).Corps.Lu("nom"));

        // An établissement: the référent's.
        id = await DeclarerAsync(client, "EntiteGeographique", Demo.ChAlbi, null, "/nomOperationnel", "Hôpital du Castelviel");
        (await AccepterAsync(client, id)).Refuse(403, "anomalie.transition-non-permise");
        (await AccepterAsync(referent, id)).Doit(200);
        Assert.Equal("Hôpital du Castelviel", (await client.GetAsync($"/api/v1/entites-geographiques/{Demo.ChAlbi}")).Corps.Lu("fiche/nomOperationnel"));
        id = await DeclarerAsync(client, "EntiteJuridique", "01920000-0000-7000-8000-000000000001", null, "/raisonSociale", "CH D'ALBI");
        (await AccepterAsync(referent, id)).Doit(200);
    }

    [Fact]
    public async Task Ce_qui_ne_peut_pas_s_ecrire_est_refuse_comme_une_modification_et_rien_ne_change()
    {
        await using var serveur = new ServeurRor();
        var (client, plateforme) = (await serveur.EnAsync("responsable-ch-albi"), await serveur.EnAsync("plateforme-occitanie"));
        var offre = $"/api/v1/offres/{Demo.ConsultationAnesthesie}";
        var avant = (await client.GetAsync(offre)).Doit(200);
        foreach (var (section, champ, valeur, statut, code, lieu) in new (string, string, object, int, string, string)[]
        {
            ("patientele", "/ageMin", "trois ans", 422, "contenu.invalide", "/ageMin anomalie.valeur-illisible"),
            ("patientele", "/ageMin", new { valeur = 3, unite = "a", autre = 1 }, 422, "contenu.invalide", "/ageMin anomalie.valeur-illisible"),
            ("patientele", "/ageMin/unite", "siècle", 422, "contenu.invalide", "/ageMin/unite age.unite-inconnue"),
            ("patientele", "/ageMin/valeur", 60000, 422, "contenu.invalide", "/ageMin/valeur age.valeur-invalide"),
            ("accueil-prise-en-charge", "/typesOffre/0", Demo.Code("zz"), 422, "contenu.invalide", "/typesOffre/0 code.inconnu"),
            ("informations-generales", "/champActivite", Demo.Code("02"), 409, "offre.champ-immuable", ""),
            ("contacts", "/patients/9/nom", "X", 409, "anomalie.endroit-absent", ""),
            ("zone-intervention", "/communes/0", "81004", 422, "contenu.invalide", ""),
        })
        {
            var id = await DeclarerAsync(plateforme, "Offre", Demo.ConsultationAnesthesie, section, champ, valeur);
            var refus = await AccepterAsync(client, id);
            Assert.True(refus.Statut == statut, refus.ToString());
            Assert.True(statut == 409 ? refus.Code == code || champ == "/champActivite" : lieu.Length == 0 || refus.Erreurs.Any(e => $"{e.Champ} {e.Code}" == lieu), refus.ToString());
            Assert.Equal("02", (await client.GetAsync($"{Route}/{id}")).Corps.Lu("statut/code"));
            await AnomaliesTests.PasserAsync(plateforme, id, "03");
        }

        Assert.Equal(avant.ETag, (await client.GetAsync(offre)).ETag);
        var sans = (await plateforme.PostAsync(Route, AnomaliesTests.Declaration(Demo.ConsultationOrthopedie))).Doit(201).Corps.Lu("id");
        (await AccepterAsync(client, sans)).Refuse(409, "anomalie.sans-valeur-proposee");
        (await client.PostAsync($"{Route}/{sans}/acceptation", null)).Refuse(428, "version.requise");
        (await client.PostAsync($"{Route}/{sans}/acceptation", null, ("If-Match", "\"9\""))).Refuse(412, "version.perimee");
        Assert.DoesNotContain((await client.GetAsync($"{Route}/{sans}")).Corps.GetProperty("actions").EnumerateArray(), a => a.Lu("nom") == "accepter");

        // Closed for good, nothing is edited any more.
        var ferme = await DeclarerAsync(client, "Offre", Demo.ConsultationFermee, "patientele", "/ageMin", new { valeur = 1, unite = "a" });
        (await AccepterAsync(await serveur.EnAsync("referent-occitanie"), ferme)).Refuse(409, "offre.transition-interdite");
    }

    [Fact]
    public async Task De_deux_acceptations_a_la_fois_une_seule_ecrit()
    {
        await using var serveur = new ServeurRor();
        var (client, plateforme, referent) = (await serveur.EnAsync("responsable-ch-albi"), await serveur.EnAsync("plateforme-occitanie"), await serveur.EnAsync("referent-occitanie"));
        var id = await DeclarerAsync(plateforme, "Offre", Demo.ConsultationAnesthesie, "patientele", "/ageMin", new { valeur = 3, unite = "a" });
        var etag = (await client.GetAsync($"{Route}/{id}")).ETag;
        var reponses = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => (i % 2 == 0 ? client : referent).PostAsync($"{Route}/{id}/acceptation", null, ("If-Match", etag))));
        Assert.Single(reponses, r => r.Statut == 200);
        Assert.All(reponses.Where(r => r.Statut != 200), r => r.Refuse(412, "version.perimee"));
    }

    [Fact]
    public async Task Une_valeur_de_FINESS_ne_s_accepte_pas_elle_arrive_par_un_import()
    {
        await using var annuaire = await AnnuaireDeTest.DemarrerAsync();
        await using var serveur = ServeurRor.Regle(("Annuaire:Adresse", annuaire.Adresse), ("Limites:Debit", "0"));
        var (referent, plateforme) = (await serveur.EnAsync("referent-occitanie"), await serveur.EnAsync("plateforme-occitanie"));
        const string Href = $"/api/v1/entites-geographiques/{Demo.Ehpad}";
        annuaire.Ressources["Organization"] = [AnnuaireDeTest.Organisation("FINEG", "810990036", "EHPAD LES MICOCOULIERS")];
        (await referent.PostAsync($"{Href}/actualisation", null)).Doit(200);

        var nom = await DeclarerAsync(plateforme, "EntiteGeographique", Demo.Ehpad, null, "/denomination", "EHPAD DU CASTELVIEL");
        var autre = await DeclarerAsync(plateforme, "EntiteGeographique", Demo.Ehpad, null, "/adresse/localite", "AILLEURS");
        var bloquee = await DeclarerAsync(referent, "EntiteGeographique", Demo.Ehpad, null, "/categorie", Demo.Code("500"));
        Assert.True((await referent.GetAsync($"{Route}/{nom}")).Doit(200).Corps.GetProperty("nationale").GetBoolean());
        (await AccepterAsync(referent, nom)).Refuse(409, "anomalie.champ-national");
        (await AccepterAsync(plateforme, nom)).Refuse(403, "anomalie.transition-non-permise");

        annuaire.Ressources["Organization"] = [AnnuaireDeTest.Organisation("FINEG", "810990036", "EHPAD DU CASTELVIEL")];
        (await referent.PostAsync($"{Href}/actualisation", null)).Doit(200);
        var conclue = (await plateforme.GetAsync($"{Route}/{nom}")).Doit(200).Corps;
        Assert.Equal(("08", "import"), (conclue.Lu("statut/code"), conclue.Lu("historique/2/par")));
        Assert.Equal("02", (await plateforme.GetAsync($"{Route}/{autre}")).Doit(200).Corps.Lu("statut/code"));

        // Nobody had it to treat, and it is as was asked: cancelled.
        var annulee = (await referent.GetAsync($"{Route}/{bloquee}")).Doit(200).Corps;
        Assert.Equal(("03", "import"), (annulee.Lu("statut/code"), annulee.Lu("historique/2/par")));
    }

    [Fact]
    public async Task Une_valeur_du_RPPS_conclut_l_anomalie_du_professionnel()
    {
        await using var annuaire = await AnnuaireDeTest.DemarrerAsync();
        await using var serveur = ServeurRor.Regle(("Annuaire:Adresse", annuaire.Adresse), ("Limites:Debit", "0"));
        var medecin = await serveur.EnAsync("medecin-liberal");
        var fiche = (await medecin.GetAsync("/api/v1/professionnels/10000000009")).Doit(200).Corps;
        var id = await DeclarerAsync(medecin, "Professionnel", fiche.Lu("id"), null, "/nom", " NOUVEAU-NOM ");
        annuaire.Ressources["Practitioner"] = [AnnuaireDeTest.Praticien("10000000009", "NOUVEAU-NOM")];
        Assert.Equal("NOUVEAU-NOM", (await medecin.PostAsync("/api/v1/professionnels/10000000009/actualisation", null)).Doit(200).Corps.Lu("objet/nom"));
        var conclue = (await medecin.GetAsync($"{Route}/{id}")).Doit(200).Corps;
        Assert.Contains(conclue.Lu("statut/code"), new[] { "08", "03" });
        Assert.Equal("import", conclue.Lu("historique/2/par"));
    }

    private static async Task<string> DeclarerAsync(ClientRor client, string type, string id, string? section, string champ, object valeur) =>
        (await client.PostAsync(Route, AnomaliesTests.Declaration(id, section, champ, valeur, null, type))).Doit(201).Corps.Lu("id");

    private static async Task<Reponse> AccepterAsync(ClientRor client, string id) => await client.PostAsync($"{Route}/{id}/acceptation", null, ("If-Match", (await client.GetAsync($"{Route}/{id}")).Doit(200).ETag));
}
