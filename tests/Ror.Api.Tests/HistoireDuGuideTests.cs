using Ror.TestKit;

namespace Ror.Api.Tests;

/// <summary>The structure guide, chapter by chapter, over HTTP.</summary>
public sealed class HistoireDuGuideTests(ServeurRor serveur) : IClassFixture<ServeurRor>
{
    [Fact]
    public async Task Du_CH_ALBI_a_l_offre_publiee_comme_le_guide_le_raconte()
    {
        var moi = await serveur.EnAsync("responsable-ch-albi");

        // 2. Je retrouve mon établissement.
        var etablissements = (await moi.GetAsync("/api/v1/entites-geographiques?recherche=albi")).Doit(200).Corps.GetProperty("elements");
        Assert.Equal("CH ALBI", Assert.Single(etablissements.EnumerateArray()).GetProperty("denomination").GetString());
        var details = (await moi.GetAsync(etablissements[0].GetProperty("href").GetString()!)).Doit(200).Corps;

        // 3. J'accède au pôle, puis à l'UF.
        var pole = (await moi.GetAsync(Enfant(details, "Pôle Anesthésie-Chirurgie"))).Doit(200).Corps;
        var uf = (await moi.GetAsync(Enfant(pole, "HC Chirurgies polyvalentes"))).Doit(200).Corps;
        Assert.Empty(uf.GetProperty("enfants").EnumerateArray());

        // 4. Je retrouve le bouton « Créer + ».
        var creer = Action(uf, "creer-offre");
        Assert.Equal("POST", creer.GetProperty("methode").GetString());
        var formulaire = (await moi.GetAsync(Action(uf, "formulaire-offre").GetProperty("href").GetString() + "?champActivite=01")).Doit(200).Corps;
        var modele = formulaire.GetProperty("modelesProposes").EnumerateArray().Single(m => m.GetProperty("titre").GetString() == "Unité hospitalière de chirurgie viscérale et digestive");

        // 5. Trois étapes.
        var creee = (await moi.PostAsync(creer.GetProperty("href").GetString()!, new
        {
            nom = "HC Chirurgie viscérale et digestive",
            champActivite = Demo.Code("01"),
            modeleSaisie = modele.GetProperty("reference").GetString(),
            uniteSensible = false,
        })).Doit(201);
        Assert.Equal("Brouillon", creee.Corps.GetProperty("statut").GetString());
        var offre = creee.Entetes.Location!.ToString();
        var etape2 = (await moi.GetAsync($"{offre}/etapes/accueil-prise-en-charge")).Doit(200);
        Assert.Equal("153", etape2.Corps.GetProperty("valeurs").GetProperty("typesOffre")[0].GetProperty("code").GetString());
        Assert.Equal("28", etape2.Corps.GetProperty("valeurs").GetProperty("modePriseEnCharge").GetProperty("code").GetString());
        var apres2 = (await moi.PutAsync($"{offre}/etapes/accueil-prise-en-charge", etape2.Corps.GetProperty("valeurs"), ("If-Match", etape2.ETag))).Doit(200);
        var etape3 = (await moi.GetAsync($"{offre}/etapes/patientele-et-specificites")).Doit(200);
        var apres3 = (await moi.PutAsync($"{offre}/etapes/patientele-et-specificites", etape3.Corps.GetProperty("valeurs"), ("If-Match", apres2.ETag))).Doit(200);
        Assert.All(apres3.Corps.GetProperty("etapes").EnumerateArray(), e => Assert.Equal("validee", e.GetProperty("etat").GetString()));

        // 6. Je complète les contacts, puis je valide.
        var contacts = (await moi.PutAsync($"{offre}/sections/contacts", Demo.Contacts(), ("If-Match", apres3.ETag))).Doit(200);
        var identifiant = contacts.Corps.GetProperty("identifiant").GetString()!.Replace('/', '-');
        (await moi.GetAsync($"/api/v1/diffusion/offres/{identifiant}")).Refuse(404, "offre.introuvable");
        var validee = (await moi.PostAsync($"{offre}/validation", new { relu = true }, ("If-Match", contacts.ETag))).Doit(200);
        Assert.Equal("Validee", validee.Corps.GetProperty("statut").GetString());

        // 7. Je la vois dans l'arborescence, et le monde la voit.
        var arbre = (await moi.GetAsync($"/api/v1/entites-geographiques/{Demo.ChAlbi}/arborescence")).Doit(200).Corps.GetProperty("racine");
        var feuille = Descendre(arbre, "Pôle Anesthésie-Chirurgie", "HC Chirurgies polyvalentes", "HC Chirurgie viscérale et digestive");
        Assert.Equal("Validee", feuille.GetProperty("statut").GetString());
        var publiee = (await moi.GetAsync($"/api/v1/diffusion/offres/{identifiant}")).Doit(200).Corps;
        Assert.Equal("28", publiee.GetProperty("sections").GetProperty("accueilPriseEnCharge").GetProperty("modePriseEnCharge").GetProperty("code").GetString());
        Assert.Equal("+33536490012", publiee.GetProperty("sections").GetProperty("contacts").GetProperty("patients")[0].GetProperty("telecoms")[0].GetProperty("valeur").GetString());
    }

    private static string Enfant(System.Text.Json.JsonElement noeud, string nom) =>
        noeud.GetProperty("enfants").EnumerateArray().Single(e => e.GetProperty("nom").GetString() == nom).GetProperty("href").GetString()!;

    private static System.Text.Json.JsonElement Action(System.Text.Json.JsonElement objet, string nom) =>
        objet.GetProperty("actions").EnumerateArray().Single(a => a.GetProperty("nom").GetString() == nom);

    private static System.Text.Json.JsonElement Descendre(System.Text.Json.JsonElement noeud, params string[] noms) =>
        noms.Aggregate(noeud, (n, nom) => n.GetProperty("enfants").EnumerateArray().Single(e => e.GetProperty("nom").GetString() == nom));
}
