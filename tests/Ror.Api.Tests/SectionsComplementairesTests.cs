using System.Text.Json;
using Ror.TestKit;

namespace Ror.Api.Tests;

/// <summary>Adresse, messagerie sécurisée, horaires, zone d'intervention.</summary>
public sealed class SectionsComplementairesTests : IAsyncDisposable
{
    private const string EquipeMobile = "01920000-0000-7000-8000-00000000040b";

    private readonly ServeurRor _serveur = new();

    private static JsonElement Json(string texte) => JsonElement.Parse(texte);

    [Theory]
    [InlineData("adresse", """{"numeroVoie":"3","extension":"bis","typeVoie":{"code":"RUE"},"libelleVoie":"des Tilleuls","codePostal":"81000","localite":"Albi","commune":"81004","latitude":43.925,"longitude":2.142}""")]
    [InlineData("adresse", """{"commune":"2A004","localite":"Ajaccio"}""")]
    [InlineData("messagerie-securisee", """{"boites":[{"adresse":"secretariat.cardio@ch-albi-demo.mssante.fr","usage":"Comptes rendus","niveauConfidentialite":{"code":"2"}}]}""")]
    [InlineData("horaires", """{"semaineType":[{"type":{"code":"07"},"jour":1,"debut":"09:00","fin":"12:30"},{"type":{"code":"07"},"jour":1,"debut":"12:30","fin":"24:00"},{"type":{"code":"01"},"debut":"00:00","fin":"24:00","dateDebut":"2026-07-01","dateFin":"2026-08-31"}]}""")]
    [InlineData("horaires", """{"semaineType":[{"type":{"code":"06"},"jour":1,"debut":"09:00","fin":"12:00"},{"type":{"code":"06"},"debut":"09:00","fin":"12:00","dateDebut":"2026-12-01","dateFin":"2026-12-01"},{"type":{"code":"06"},"jour":1,"debut":"09:00","fin":"12:00","dateDebut":"2026-12-02","dateFin":"2026-12-03"}]}""")]
    [InlineData("zone-intervention", """{"communes":["81004","2B033","97105"]}""")]
    public async Task Ce_qui_est_bien_forme_se_garde_et_se_relit_tel_quel(string section, string corps)
    {
        var client = await _serveur.EnAsync("responsable-ch-albi");
        var route = $"/api/v1/offres/{EquipeMobile}/sections/{section}";
        var ecrite = (await client.PutAsync(route, Json(corps), ("If-Match", (await client.GetAsync(route)).ETag))).Doit(200);
        var lue = (await client.GetAsync(route)).Doit(200);
        Assert.Equal(ecrite.ETag.Split('.')[0], lue.ETag.Split('.')[0]);
        Assert.True(JsonElement.DeepEquals(Json(corps), SansLibelles(lue.Texte)), lue.Texte);
        Assert.Equal(lue.ETag.Split('.')[0], (await client.PutAsync(route, lue.Corps, ("If-Match", lue.ETag))).Doit(200).ETag.Split('.')[0]);
    }

    [Theory]
    [InlineData("adresse", """{"localite":"Albi"}""", "/commune champ.obligatoire", true)]
    [InlineData("adresse", """{"commune":"81"}""", "/commune commune.forme", false)]
    [InlineData("adresse", """{"commune":"99004"}""", "/commune commune.inconnue", false)]
    [InlineData("adresse", """{"commune":"81004","codePostal":"8100"}""", "/codePostal adresse.code-postal", false)]
    [InlineData("adresse", """{"commune":"81004","numeroVoie":"3 bis"}""", "/numeroVoie adresse.numero-voie", false)]
    [InlineData("adresse", """{"commune":"81004","latitude":43.9}""", "/longitude adresse.coordonnees-incompletes", false)]
    [InlineData("adresse", """{"commune":"81004","latitude":90.0001,"longitude":2}""", "/latitude nombre.hors-bornes", false)]
    [InlineData("adresse", """{"commune":"81004","typeVoie":{"code":"INCONNUE"}}""", "/typeVoie code.inconnu", false)]
    [InlineData("messagerie-securisee", """{"boites":[{"adresse":"cardio@ch-albi.example"}]}""", "/boites/0/adresse mss.domaine", false)]
    [InlineData("messagerie-securisee", """{"boites":[{"adresse":"cardio@pirate-mssante.fr"}]}""", "/boites/0/adresse mss.domaine", false)]
    [InlineData("messagerie-securisee", """{"boites":[{"adresse":"pas une adresse"}]}""", "/boites/0/adresse telecom.courriel-invalide", false)]
    [InlineData("messagerie-securisee", """{"boites":[{"usage":"x"}]}""", "/boites/0/adresse champ.obligatoire", false)]
    [InlineData("horaires", """{"semaineType":[{"type":{"code":"07"},"jour":8,"debut":"09:00","fin":"10:00"}]}""", "/semaineType/0/jour nombre.hors-bornes", false)]
    [InlineData("horaires", """{"semaineType":[{"type":{"code":"07"},"jour":1,"debut":"22:00","fin":"06:00"}]}""", "/semaineType/0/fin horaire.fin-avant-debut", false)]
    [InlineData("horaires", """{"semaineType":[{"type":{"code":"07"},"jour":1,"debut":"9:00","fin":"24:30"}]}""", "/semaineType/0/fin horaire.heure-invalide", false)]
    [InlineData("horaires", """{"semaineType":[{"type":{"code":"07"},"debut":"09:00","fin":"10:00"}]}""", "/semaineType/0/jour horaire.jour-ou-periode", false)]
    [InlineData("horaires", """{"semaineType":[{"jour":1,"debut":"09:00","fin":"10:00"}]}""", "/semaineType/0/type champ.obligatoire", false)]
    [InlineData("horaires", """{"semaineType":[{"type":{"code":"07"},"jour":1,"debut":"09:00","fin":"11:00"},{"type":{"code":"07"},"jour":1,"debut":"10:59","fin":"12:00"}]}""", "/semaineType/1 horaire.chevauchement", false)]
    [InlineData("horaires", """{"semaineType":[{"type":{"code":"07"},"jour":2,"debut":"09:00","fin":"11:00"},{"type":{"code":"07"},"debut":"10:00","fin":"12:00","dateDebut":"2026-12-01","dateFin":"2026-12-01"}]}""", "/semaineType/1 horaire.chevauchement", false)]
    [InlineData("horaires", """{"semaineType":[{"type":{"code":"07"},"jour":1,"debut":"09:00","fin":"11:00","dateDebut":"2026-02-01","dateFin":"2026-01-01"}]}""", "/semaineType/0/dateFin horaire.periode-inversee", false)]
    [InlineData("zone-intervention", """{"communes":["Albi"]}""", "/communes/0 commune.forme", false)]
    [InlineData("zone-intervention", """{"communes":["81004","81004"]}""", "/communes/1 liste.doublon", false)]
    public async Task Ce_qui_est_mal_forme_est_refuse_ou_manque_a_la_validation(string section, string corps, string attendu, bool admisEnBrouillon)
    {
        var client = await _serveur.EnAsync("responsable-ch-albi");
        var route = $"/api/v1/offres/{EquipeMobile}/sections/{section}";
        var avant = (await client.GetAsync(route)).Doit(200);
        var reponse = await client.PutAsync(route, Json(corps), ("If-Match", avant.ETag));
        if (admisEnBrouillon)
        {
            Assert.Contains($"{section} {attendu}", reponse.Doit(200).Corps.Membre("completude/manquants").Manquants());
            return;
        }

        Assert.Contains(attendu, reponse.Doit(422).Erreurs.Select(e => $"{e.Champ} {e.Code}"));
        Assert.Equal(avant.Texte, (await client.GetAsync(route)).Texte);
    }

    [Fact]
    public async Task Une_liste_demesuree_est_une_seule_erreur()
    {
        var client = await _serveur.EnAsync("responsable-ch-albi");
        var route = $"/api/v1/offres/{EquipeMobile}/sections/zone-intervention";
        var communes = Enumerable.Range(0, 5001).Select(n => $"{10000 + n}");
        var refus = (await client.PutAsync(route, new { communes }, ("If-Match", (await client.GetAsync(route)).ETag))).Refuse(422, "liste.trop-longue");
        Assert.Equal("/communes", Assert.Single(refus.Erreurs).Champ);
    }

    [Fact]
    public async Task Sans_adresse_a_elle_l_offre_se_voit_proposer_celle_de_son_etablissement()
    {
        var client = await _serveur.EnAsync("responsable-ch-albi");
        var proposee = (await client.GetAsync($"/api/v1/offres/{EquipeMobile}/sections/adresse")).Doit(200).Corps;
        Assert.Equal(("81004", "Albi"), (proposee.Lu("commune"), proposee.Lu("localite")));
        Assert.False((await client.GetAsync($"/api/v1/offres/{EquipeMobile}")).Doit(200).Corps.GetProperty("sections").Possede("adresse"));
    }

    [Fact]
    public async Task Une_zone_ne_s_ecrit_que_pour_qui_se_deplace()
    {
        var client = await _serveur.EnAsync("responsable-ch-albi");
        var route = $"/api/v1/offres/{Demo.ConsultationCardiologie}/sections/zone-intervention";
        (await client.PutAsync(route, new { communes = new[] { "81004" } }, ("If-Match", (await client.GetAsync(route)).ETag))).Refuse(422, "champ.non-applicable");
    }

    [Fact]
    public async Task Les_quatre_sections_se_publient_et_une_boite_suit_son_niveau()
    {
        var client = await _serveur.EnAsync("responsable-ch-albi");
        var (id, etag) = await client.CreerOffreCompleteAsync();
        foreach (var (section, corps) in new[]
        {
            ("adresse", """{"commune":"81004","localite":"Albi"}"""),
            ("messagerie-securisee", """{"boites":[{"adresse":"a@demo.mssante.fr","niveauConfidentialite":{"code":"1"}},{"adresse":"b@demo.mssante.fr"},{"adresse":"c@demo.mssante.fr","niveauConfidentialite":{"code":"3"}}]}"""),
            ("horaires", """{"semaineType":[{"type":{"code":"01"},"jour":1,"debut":"09:00","fin":"12:30"}]}"""),
        })
        {
            etag = (await client.PutAsync($"/api/v1/offres/{id}/sections/{section}", Json(corps), ("If-Match", etag))).Doit(200).ETag;
        }

        var validee = (await client.PostAsync($"/api/v1/offres/{id}/validation", new { relu = true }, ("If-Match", etag))).Doit(200).Corps;
        var route = $"/api/v1/diffusion/offres/{validee.Lu("identifiant").Replace('/', '-')}";
        Assert.Equal(["a"], await Boites("grand-public"));
        Assert.Equal(["a", "b"], await Boites("plateforme-occitanie"));
        Assert.Equal(["a", "b", "c"], await Boites("regulation"));
        var publique = (await (await _serveur.EnAsync("grand-public")).GetAsync(route)).Doit(200).Corps;
        Assert.Equal(("81004", "09:00"), (publique.Lu("sections/adresse/commune"), publique.Lu("sections/horaires/semaineType/0/debut")));

        async Task<string[]> Boites(string persona) =>
            [.. (await (await _serveur.EnAsync(persona)).GetAsync(route)).Doit(200).Corps.Liste("sections/messagerieSecurisee/boites", "adresse").Select(a => a[..1])];
    }

    public ValueTask DisposeAsync() => _serveur.DisposeAsync();

    private static JsonElement SansLibelles(string texte)
    {
        var noeud = System.Text.Json.Nodes.JsonNode.Parse(texte)!;
        Retirer(noeud);
        return JsonElement.Parse(noeud.ToJsonString());

        static void Retirer(System.Text.Json.Nodes.JsonNode noeud)
        {
            if (noeud is System.Text.Json.Nodes.JsonObject objet)
            {
                objet.Remove("libelle");
                objet.Remove("systeme");
            }

            foreach (var enfant in noeud is System.Text.Json.Nodes.JsonArray liste ? liste.ToList() : noeud is System.Text.Json.Nodes.JsonObject o ? o.Select(p => p.Value).ToList() : [])
            {
                Retirer(enfant!);
            }
        }
    }
}
