using System.Text;
using Ror.TestKit;

namespace Ror.Api.Tests;

/// <summary>Step 1: what the national directories say, the answer, the anomaly, and what happens when they say something else.</summary>
public sealed class DonneesNationalesTests : IAsyncLifetime
{
    private const string Secteur = "/extrait/conventionnement/secteur";

    private ServeurRor _serveur = null!;
    private ClientRor _moi = null!;

    public async ValueTask InitializeAsync()
    {
        _serveur = new ServeurRor();
        _moi = await _serveur.EnAsync("medecin-liberal");
    }

    public async ValueTask DisposeAsync() => await _serveur.DisposeAsync();

    [Fact]
    public async Task L_accord_ou_une_anomalie_l_un_ou_l_autre()
    {
        (await RepondreAsync(new { })).Doit(422).Contient("/accord", "champ.obligatoire");
        (await RepondreAsync(new { accord = false })).Doit(422).Contient("/accord", "donnees-nationales.accord-ou-anomalie");
        (await RepondreAsync(new { accord = true, anomalies = new[] { new { champ = Secteur, description = "x" } } })).Doit(422).Contient("/accord", "donnees-nationales.accord-ou-anomalie");
        (await RepondreAsync(new { anomalies = new[] { new { champ = "/extrait/inconnu", description = "x" } } })).Doit(422).Contient("/anomalies/0/champ", "texte.hors-liste");
        (await RepondreAsync(new { anomalies = new[] { new { champ = Secteur } } })).Doit(422).Contient("/anomalies/0/description", "champ.obligatoire");
        (await RepondreAsync(new { anomalies = new[] { new { champ = Secteur, description = "x", anomalie = Outils.Inconnu } } })).Doit(422).Contient("/anomalies/0/anomalie", "champ.lecture-seule");
        (await RepondreAsync(new { anomalies = new[] { new { champ = Secteur, description = "x" }, new { champ = Secteur, description = "y" } } })).Doit(422).Contient("/anomalies/1/champ", "liste.doublon");
        (await RepondreAsync(new { anomalies = Enumerable.Range(0, 21).Select(i => new { champ = Secteur, description = $"{i}" }) })).Doit(422).Contient("/anomalies", "liste.trop-longue");
        (await RepondreAsync(new { accord = true, extrait = new { structure = new { denomination = "AUTRE" } } })).Doit(422).Contient("/extrait", "champ.lecture-seule");

        // Nothing was declared by what was refused.
        Assert.Empty(await _moi.ToutLireAsync("/api/v1/anomalies?declarant=moi"));
        Assert.False((await _moi.GetAsync($"/api/v1/offres/{Liberal.Albi}")).Doit(200).Corps.GetProperty("sections").Possede("donneesNationales"));
    }

    [Fact]
    public async Task Une_anomalie_declaree_dans_l_etape_se_suit_et_ne_se_declare_pas_deux_fois()
    {
        var corps = new { anomalies = new[] { new { champ = Secteur, valeurProposee = "c2", description = "Secteur 2." } } };
        var id = (await RepondreAsync(corps)).Doit(200).Corps.Lu("sections/donneesNationales/anomalies/0/anomalie");
        Assert.Equal(id, (await RepondreAsync(corps)).Doit(200).Corps.Lu("sections/donneesNationales/anomalies/0/anomalie"));
        Assert.Equal(id, Assert.Single(await _moi.ToutLireAsync("/api/v1/anomalies?declarant=moi")).Lu("id"));

        var anomalie = (await _moi.GetAsync($"/api/v1/anomalies/{id}")).Doit(200).Corps;
        Assert.Equal(("donnees-nationales", Secteur, "c1", "c2"), (anomalie.Lu("section"), anomalie.Lu("champ"), anomalie.Lu("valeurErronee/code"), anomalie.Lu("valeurProposee")));
        Assert.True(anomalie.GetProperty("nationale").GetBoolean());
        Assert.Equal(["01", "02"], anomalie.GetProperty("historique").EnumerateArray().Select(h => h.Lu("vers/code")));

        // Elsewhere it is the same place; a field that the extract does not have is no place.
        (await _moi.PostAsync("/api/v1/anomalies", new { objet = new { type = "Offre", id = Liberal.Albi }, section = "donnees-nationales", champ = Secteur, description = "encore" })).Refuse(409, "anomalie.deja-declaree");
        (await _moi.PostAsync("/api/v1/anomalies", new { objet = new { type = "Offre", id = Liberal.Albi }, section = "donnees-nationales", champ = "/extrait/rien", description = "x" })).Doit(422).Contient("/champ", "anomalie.champ-inconnu");
        var referent = await _serveur.EnAsync("referent-occitanie");
        (await referent.PostAsync($"/api/v1/anomalies/{id}/acceptation", null, ("If-Match", (await referent.GetAsync($"/api/v1/anomalies/{id}")).Doit(200).ETag))).Refuse(409, "anomalie.champ-national");
        Assert.False((await referent.GetAsync($"/api/v1/offres/{Liberal.Albi}")).Doit(200).Corps.Membre("sections/donneesNationales").Possede("anomalies"));
        Assert.False((await referent.GetAsync(Liberal.Etape(Liberal.Albi, "donnees-nationales"))).Doit(200).Corps.GetProperty("valeurs").Possede("anomalies"));
        (await _moi.PutAsync($"/api/v1/offres/{Liberal.Albi}/sections/donnees-nationales", Liberal.Accord, ("If-Match", await _moi.ETagAsync(Liberal.Albi)))).Doit(405);
        (await _moi.PostAsync("/api/v1/anomalies", new { objet = new { type = "Offre", id = Liberal.Albi }, section = "donnees-nationales", champ = "/accord", description = "x" })).Doit(422).Contient("/champ", "anomalie.champ-inconnu");
        var adresse = (await _moi.PostAsync("/api/v1/anomalies", new { objet = new { type = "Offre", id = Liberal.Albi }, section = "adresse", champ = "/localite", description = "x" })).Doit(201).Corps;
        Assert.Equal((true, "referent-ror"), (adresse.GetProperty("nationale").GetBoolean(), adresse.Lu("destinataire/role")));
        var membreDouble = Encoding.UTF8.GetBytes("""{"objet":{"type":"Offre","id":"@"},"section":"patientele","champ":"/ageMin","valeurProposee":{"valeur":1,"valeur":2}}""".Replace("@", Liberal.Albi, StringComparison.Ordinal));
        (await _moi.BrutAsync(HttpMethod.Post, "/api/v1/anomalies", membreDouble)).Doit(400);
        (await (await _serveur.EnAsync("responsable-ehpad")).GetAsync($"/api/v1/anomalies/{id}")).Refuse(404, "anomalie.introuvable");
    }

    [Fact]
    public async Task Des_donnees_changees_remettent_l_etape_a_revoir_et_l_import_conclut_l_anomalie()
    {
        await _moi.PublierAsync(Liberal.Albi);
        var signalee = (await RepondreAsync(new { anomalies = new[] { new { champ = Secteur, valeurProposee = "c2" }, new { champ = "/extrait/conventionnement/optam", valeurProposee = "non" } } })).Doit(200).Corps.Lu("sections/donneesNationales/anomalies/0/anomalie");
        var administrateur = await _serveur.EnAsync("administrateur");
        var fichier = Encoding.UTF8.GetBytes($"rpps;structure;secteur;optam;carteVitale;date\n{Liberal.Rpps};410000000009009;c2;non;oui;2026-02-01\n");
        var import = await administrateur.ImporterAsync("conventionnements", fichier, "conventionnements.csv");
        Assert.Empty(import.Dits);

        var etape = (await _moi.GetAsync(Liberal.Etape(Liberal.Albi, "donnees-nationales"))).Doit(200);
        Assert.Equal(("a-revoir", "c2", "c1"), (etape.Corps.Lu("etat"), etape.Corps.Lu("valeurs/extrait/conventionnement/secteur/code"), etape.Corps.Lu("precedent/conventionnement/secteur/code")));
        Assert.Equal([Secteur, "/extrait/conventionnement/optam"], etape.Corps.GetProperty("changements").EnumerateArray().Select(c => c.GetString()));
        Assert.Contains("donnees-nationales.changees", etape.Corps.Liste("manquants", "code"));
        Assert.Equal(("08", "import"), await Statut(signalee));
        Assert.All(await _moi.ToutLireAsync("/api/v1/anomalies?declarant=moi"), a => Assert.Equal("08", a.Lu("statut/code")));
        var accueil = (await _moi.GetAsync($"/api/v1/professionnels/{Liberal.Rpps}/offres")).Doit(200).Corps.GetProperty("elements").Ou("id", Liberal.Albi);
        Assert.Equal(["donnees-nationales", "recapitulatif"], accueil.Membre("progression/aRevoir").EnumerateArray().Select(e => e.GetString()));

        // What the world reads changes when the professional has answered and validated.
        var identifiant = await _moi.IdentifiantAsync(Liberal.Albi);
        Assert.Equal("c1", (await _moi.GetAsync($"/api/v1/diffusion/offres/{identifiant}")).Doit(200).Corps.Lu("sections/donneesNationales/extrait/conventionnement/secteur/code"));
        (await _moi.ValiderAsync(Liberal.Albi, "recapitulatif", Liberal.Relu)).Refuse(422, "validation.incomplete");
        (await RepondreAsync(Liberal.Accord)).Doit(200);
        (await _moi.ValiderAsync(Liberal.Albi, "recapitulatif", Liberal.Relu)).Doit(200);
        Assert.Equal("c2", (await _moi.GetAsync($"/api/v1/diffusion/offres/{identifiant}")).Doit(200).Corps.Lu("sections/donneesNationales/extrait/conventionnement/secteur/code"));
    }

    [Fact]
    public async Task Dire_autre_chose_de_la_meme_information_remplace_l_anomalie_et_celle_d_un_autre_reste_la_sienne()
    {
        // A platform told of it first; the professional's own words are not lost in its anomaly.
        var plateforme = await _serveur.EnAsync("plateforme-occitanie");
        await _moi.PublierAsync(Liberal.Albi);
        (await plateforme.PostAsync("/api/v1/anomalies", new { objet = new { type = "Offre", id = Liberal.Albi }, section = "donnees-nationales", champ = Secteur, description = "Vu ailleurs." })).Doit(201);
        var premiere = await SignalerAsync("c2", "Secteur 2.");
        Assert.Equal("Secteur 2.", (await _moi.GetAsync($"/api/v1/anomalies/{premiere}")).Doit(200).Corps.Lu("description"));

        var seconde = await SignalerAsync("c3", "Non conventionné.");
        Assert.NotEqual(premiere, seconde);
        Assert.Equal(("03", "medecin-liberal"), await Statut(premiere));
        Assert.Equal(("c3", "02"), ((await _moi.GetAsync($"/api/v1/anomalies/{seconde}")).Doit(200).Corps.Lu("valeurProposee"), (await Statut(seconde)).Item1));

        // Found unfounded: the same words say nothing new, others do.
        var referent = await _serveur.EnAsync("referent-occitanie");
        (await referent.PostAsync($"/api/v1/anomalies/{seconde}/transitions", new { statut = Demo.Code("09"), commentaire = "Vérifié." }, ("If-Match", (await referent.GetAsync($"/api/v1/anomalies/{seconde}")).Doit(200).ETag))).Doit(200);
        Assert.Equal(seconde, await SignalerAsync("c3", "Non conventionné."));
        Assert.NotEqual(seconde, await SignalerAsync("c3", "Voici l'attestation."));
        Assert.Equal(3, (await _moi.ToutLireAsync("/api/v1/anomalies?declarant=moi")).Count);
    }

    private async Task<string> SignalerAsync(string valeurProposee, string description) =>
        (await RepondreAsync(new { anomalies = new[] { new { champ = Secteur, valeurProposee, description } } })).Doit(200).Corps.Lu("sections/donneesNationales/anomalies/0/anomalie");

    private async Task<(string, string)> Statut(string anomalie)
    {
        var lue = (await _moi.GetAsync($"/api/v1/anomalies/{anomalie}")).Doit(200).Corps;
        return (lue.Lu("statut/code"), lue.GetProperty("historique").EnumerateArray().Last().Lu("par"));
    }

    private Task<Reponse> RepondreAsync(object corps) => _moi.ValiderAsync(Liberal.Albi, "donnees-nationales", corps);
}
