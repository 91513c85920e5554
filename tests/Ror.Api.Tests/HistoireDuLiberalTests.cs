using Ror.TestKit;

namespace Ror.Api.Tests;

/// <summary>The guide of liberal professionals, page by page, over HTTP: from the draft to the world, with one anomaly, one detachment, a home zone, exceptions, and a second offer that is filled.</summary>
public sealed class HistoireDuLiberalTests(ServeurRor serveur) : IClassFixture<ServeurRor>
{
    [Fact]
    public async Task Du_brouillon_a_l_offre_publiee_comme_le_guide_le_raconte()
    {
        var (moi, referent) = (await serveur.EnAsync("medecin-liberal"), await serveur.EnAsync("referent-occitanie"));

        // Mon espace d'accueil : « Renseigner mon offre ».
        var accueil = (await moi.GetAsync($"/api/v1/professionnels/{Liberal.Rpps}/offres")).Doit(200).Corps.GetProperty("elements");
        var carte = accueil.EnumerateArray().Single(o => o.Lu("statut") == "Brouillon" && o.GetProperty("dansUneMaisonDeSante").GetBoolean());
        var etapes = (await moi.GetAsync(carte.Lu("renseigner"))).Doit(200).Corps.GetProperty("elements");
        Assert.Equal(6, etapes.GetArrayLength());

        // Étape 1. Je constate une erreur : je déclare une anomalie, et l'étape est validée.
        var etape1 = (await moi.GetAsync(etapes[0].Lu("href"))).Doit(200);
        Assert.Equal("MAISON DE SANTE DU REALMONTAIS", etape1.Corps.Lu("valeurs/extrait/structure/denomination"));
        Assert.Equal("c1", etape1.Corps.Lu("valeurs/extrait/conventionnement/secteur/code"));
        var signalee = new { champ = "/extrait/conventionnement/secteur", valeurProposee = "c2", description = "Je suis en secteur 2 depuis janvier." };
        var apres1 = (await moi.PutAsync(etapes[0].Lu("href"), new { accord = false, anomalies = new[] { signalee } }, ("If-Match", etape1.ETag))).Doit(200);
        Assert.Equal("validee", apres1.Corps.Etat("donnees-nationales"));
        var anomalie = (await moi.GetAsync($"/api/v1/anomalies/{apres1.Corps.Lu("sections/donneesNationales/anomalies/0/anomalie")}")).Doit(200).Corps;
        Assert.Equal(("02", "referent-ror", "76"), (anomalie.Lu("statut/code"), anomalie.Lu("destinataire/role"), anomalie.Lu("destinataire/cle")));
        Assert.Contains(anomalie.Lu("id"), (await referent.ToutLireAsync("/api/v1/anomalies?destinataire=moi")).Select(a => a.Lu("id")));
        Assert.Contains(anomalie.Lu("id"), (await moi.ToutLireAsync("/api/v1/anomalies?declarant=moi&statut=02")).Select(a => a.Lu("id")));

        // « Détacher mon offre de cette structure » : aussitôt, et l'étape 1 revient rafraîchie.
        var detachee = (await moi.PostAsync(etape1.Corps.GetProperty("actions").Ou("nom", "detacher").Lu("href"), null, ("If-Match", apres1.ETag))).Doit(200);
        Assert.Equal(("a-revoir", "CABINET DE REALMONT"), (detachee.Corps.Lu("etat"), detachee.Corps.Lu("valeurs/extrait/structure/denomination")));
        Assert.Equal(anomalie.Lu("id"), detachee.Corps.Lu("valeurs/anomalies/0/anomalie"));
        var apres = (await moi.PutAsync(etapes[0].Lu("href"), detachee.Corps.GetProperty("valeurs"), ("If-Match", detachee.ETag))).Doit(200);

        // Étape 2. Les éléments principaux sont pré-proposés ; j'ajoute mes actes.
        var etape2 = (await moi.GetAsync(etapes[1].Lu("href"))).Doit(200).Corps;
        var acte = (await moi.GetAsync("/api/v1/nomenclatures/J16/codes?recherche=sutures%20cutan")).Doit(200).Corps.Lu("elements/0/code");
        apres = (await moi.PutAsync(etapes[1].Lu("href"), new
        {
            nom = etape2.Lu("valeurs/nom"),
            activites = etape2.Membre("valeurs/activites"),
            actesSpecifiques = Liberal.Codes(acte),
            ageMin = etape2.Membre("valeurs/ageMin"),
            ageMax = etape2.Membre("valeurs/ageMax"),
            niveauxExpertise = Liberal.Codes("31"),
            teleExpertise = new[] { new { canal = Demo.Code("2"), valeur = "05 36 49 00 31" } },
            modalitesAccueil = Liberal.Codes("10"),
        }, ("If-Match", apres.ETag))).Doit(200);

        // Étape 3. À mon cabinet et à domicile, dans tout le département.
        var region = (await moi.GetAsync("/api/v1/territoires/regions")).Doit(200).Corps.GetProperty("elements").Ou("nom", "Occitanie");
        var tarn = (await moi.GetAsync(region.Lu("departements"))).Doit(200).Corps.GetProperty("elements").Ou("nom", "Tarn");
        apres = (await moi.PutAsync(etapes[2].Lu("href"), new { modalitesAccueil = Liberal.Codes("03", "05"), departements = new[] { tarn.Lu("code") } }, ("If-Match", apres.ETag))).Doit(200);
        Assert.Equal((await moi.ToutLireAsync(tarn.Lu("communes"))).Count, apres.Corps.Membre("sections/zoneIntervention/communes").GetArrayLength());

        // Étape 4. Mes contacts.
        apres = (await moi.PutAsync(etapes[3].Lu("href"), Liberal.Contacts(2), ("If-Match", apres.ETag))).Doit(200);

        // Étape 5. Ma semaine type, puis une fermeture temporaire et un horaire exceptionnel, un à la fois.
        apres = (await moi.PutAsync(etapes[4].Lu("href"), Liberal.Semaine(Liberal.Plage("07", 1, "09:00", "12:00"), Liberal.Plage("06", 3, "14:00", "16:00"), Liberal.Plage("05", 4, "14:00", "17:00")), ("If-Match", apres.ETag))).Doit(200);
        var exceptions = $"/api/v1/offres/{carte.Lu("id")}/exceptions-horaires";
        apres = (await moi.PostAsync(exceptions, new { type = "FermetureTemporaire", dateDebut = "2090-07-03", dateFin = "2090-07-16", motif = "Congés" }, ("If-Match", apres.ETag))).Doit(201);
        apres = (await moi.PostAsync(exceptions, new { type = "HoraireExceptionnel", dateDebut = "2090-07-17", dateFin = "2090-07-23", plages = new[] { new { type = Demo.Code("06"), jour = 2, debut = "10:00", fin = "11:00" } } }, ("If-Match", apres.ETag))).Doit(201);
        Assert.Equal("validee", apres.Corps.Etat("horaires"));

        // Étape 6. Je vérifie, je valide ; rien n'était public avant.
        var recapitulatif = (await moi.GetAsync(etapes[5].Lu("href"))).Doit(200).Corps;
        Assert.True(recapitulatif.GetProperty("complet").GetBoolean(), recapitulatif.GetRawText());
        var identifiant = carte.Lu("identifiant").Replace('/', '-');
        (await moi.GetAsync($"/api/v1/diffusion/offres/{identifiant}")).Refuse(404, "offre.introuvable");
        var validee = (await moi.PutAsync(etapes[5].Lu("href"), Liberal.Relu, ("If-Match", apres.ETag))).Doit(200);
        Assert.Equal("Validee", validee.Corps.Lu("statut"));
        var publiee = (await moi.GetAsync($"/api/v1/diffusion/offres/{identifiant}")).Doit(200).Corps;
        Assert.Equal(("CABINET DE REALMONT", "15"), (publiee.Lu("structures/entiteGeographique/nom"), publiee.Lu("sections/contacts/professionnels/0/nature/code")));

        // Ouverte le lundi ; fermée pendant les congés, et rouverte le mardi de l'horaire exceptionnel.
        var ouverture = (await moi.GetAsync($"/api/v1/diffusion/offres/{identifiant}/ouverture?le=2090-06-26T08:00:00Z")).Doit(200).Corps;
        Assert.True(ouverture.GetProperty("ouverte").GetBoolean(), ouverture.GetRawText());
        ouverture = (await moi.GetAsync($"/api/v1/diffusion/offres/{identifiant}/ouverture?le=2090-07-03T08:00:00Z")).Doit(200).Corps;
        Assert.Equal((false, "2090-07-18T08:00:00Z"), (ouverture.GetProperty("ouverte").GetBoolean(), ouverture.Lu("prochaineOuverture")));

        // « Si vous avez d'autres offres », elles se pré-remplissent.
        var autres = validee.Corps.GetProperty("preremplissages");
        Assert.Equal(3, autres.GetArrayLength());
        var preremplissages = $"/api/v1/offres/{carte.Lu("id")}/preremplissages";
        var propositions = (await moi.GetAsync(preremplissages)).Doit(200).Corps.GetProperty("elements").EnumerateArray().Single(e => e.Lu("offre/id") == Liberal.Albi);
        Assert.False(propositions.Membre("horaires/propose").Possede("exceptions"));
        var seconde = (await moi.PostAsync(preremplissages, new { offre = Liberal.Albi, etapes = new[] { "description", "contacts", "horaires" } }, ("If-Match", validee.ETag))).Doit(200).Corps;
        Assert.Equal(("a-faire", "a-faire", "Brouillon"), (seconde.Etat("description"), seconde.Etat("horaires"), seconde.Lu("statut")));

        // Le référent corrige à la source, et le déclarant l'apprend dans son flux.
        var depuis = (await moi.GetAsync("/api/v1/diffusion/changements?depuis=0")).Doit(200).Corps.Lu("suivant");
        var lue = (await referent.GetAsync($"/api/v1/anomalies/{anomalie.Lu("id")}")).Doit(200);
        (await referent.PostAsync($"/api/v1/anomalies/{anomalie.Lu("id")}/transitions", new { statut = Demo.Code("05"), commentaire = "Transmise à la CPAM." }, ("If-Match", lue.ETag))).Doit(200);
        var changements = (await moi.GetAsync($"/api/v1/diffusion/changements?depuis={Uri.EscapeDataString(depuis)}")).Doit(200).Corps.GetProperty("elements").EnumerateArray().ToList();
        Assert.Contains(changements, c => c.Lu("objet/type") == "Anomalie" && c.Lu("objet/id") == anomalie.Lu("id"));
        Assert.DoesNotContain((await referent.GetAsync("/api/v1/diffusion/changements?depuis=0&limite=200")).Doit(200).Corps.GetProperty("elements").EnumerateArray(), c => c.Lu("objet/type") == "Anomalie");
    }
}
