using System.Text;
using Ror.TestKit;

namespace Ror.Api.Tests;

/// <summary>A modèle never leads to a dead end, and a form never lies about what is read-only.</summary>
public sealed class ModeleApresPublicationTests(ServeurRor serveur) : IClassFixture<ServeurRor>
{
    [Fact]
    public async Task Un_modele_qui_exclut_le_mode_publie_est_refuse()
    {
        var moi = await serveur.EnAsync("responsable-ch-albi");
        var (id, etag) = await moi.PublierOffreAsync("Mode publié");
        var corps = new { nom = "Mode publié", champActivite = Demo.Code("01"), modeleSaisie = Demo.ModeleConsultation };
        (await moi.PutAsync($"/api/v1/offres/{id}/sections/informations-generales", corps, ("If-Match", etag))).Refuse(422, "modele.inadapte");
        Assert.Equal(etag, (await moi.GetAsync($"/api/v1/offres/{id}")).Doit(200).ETag);
    }

    [Fact]
    public async Task Apres_la_publication_le_formulaire_dit_le_mode_en_lecture_seule_et_le_409_dit_ou()
    {
        var moi = await serveur.EnAsync("responsable-ch-albi");
        var (id, etag) = await moi.PublierOffreAsync("Lecture seule");
        var etape = (await moi.GetAsync($"/api/v1/offres/{id}/etapes/accueil-prise-en-charge")).Doit(200).Corps;
        Assert.True(Mode(etape).GetProperty("lectureSeule").GetBoolean());
        var refus = (await moi.PutAsync($"/api/v1/offres/{id}/sections/accueil-prise-en-charge", Demo.AccueilChirurgie("29"), ("If-Match", etag))).Refuse(409, "offre.champ-immuable");
        Assert.Equal(("accueil-prise-en-charge", "/modePriseEnCharge", "offre.champ-immuable"), Assert.Single(refus.Erreurs));
    }

    [Fact]
    public async Task Changer_de_modele_dans_un_brouillon_montre_la_valeur_qu_il_impose()
    {
        var moi = await serveur.EnAsync("responsable-ch-albi");
        var (id, etag) = await moi.CreerOffreCompleteAsync("Change de modèle");
        var corps = new { nom = "Change de modèle", champActivite = Demo.Code("01"), modeleSaisie = Demo.ModeleConsultation };
        etag = (await moi.PutAsync($"/api/v1/offres/{id}/etapes/informations-generales", corps, ("If-Match", etag))).Doit(200).ETag;
        var etape = (await moi.GetAsync($"/api/v1/offres/{id}/etapes/accueil-prise-en-charge")).Doit(200).Corps;
        Assert.Equal("a-revoir", etape.GetProperty("etat").GetString());
        Assert.True(Mode(etape).GetProperty("lectureSeule").GetBoolean());
        Assert.Equal("32", etape.GetProperty("valeurs").GetProperty("modePriseEnCharge").GetProperty("code").GetString());
        var accueil = new { typesOffre = new[] { Demo.Code("69") }, modePriseEnCharge = Demo.Code("32"), modalitesAccueil = new[] { Demo.Code("03") } };
        (await moi.PutAsync($"/api/v1/offres/{id}/etapes/accueil-prise-en-charge", accueil, ("If-Match", etag))).Doit(200);
    }

    [Theory]
    [InlineData("contacts", "{\"nature\":{\"code\":\"02\"}}", "{\"patients\":[*]}", "/patients")]
    [InlineData("specificites", "\"https://a.example/\"", "{\"liensTeleconsultation\":[*]}", "/liensTeleconsultation")]
    [InlineData("specificites", "{\"canal\":{\"code\":\"2\"}}", "{\"teleExpertise\":[*]}", "/teleExpertise")]
    public async Task Une_liste_demesuree_est_une_seule_erreur(string section, string element, string corps, string pointeur)
    {
        var moi = await serveur.EnAsync("responsable-ch-albi");
        var (id, etag) = await moi.CreerOffreCompleteAsync("Liste démesurée");
        var octets = Encoding.UTF8.GetBytes(corps.Replace("*", string.Join(',', Enumerable.Repeat(element, 15_000)), StringComparison.Ordinal));
        var refus = (await moi.BrutAsync(HttpMethod.Put, $"/api/v1/offres/{id}/sections/{section}", octets, entetes: ("If-Match", etag))).Doit(422);
        Assert.Equal((section, pointeur, "liste.trop-longue"), Assert.Single(refus.Erreurs));
    }

    [Fact]
    public async Task Les_blancs_autour_d_un_texte_ne_sont_pas_gardes_et_un_texte_blanc_est_absent()
    {
        var moi = await serveur.EnAsync("responsable-ch-albi");
        var creee = (await moi.PostAsync($"/api/v1/unites-fonctionnelles/{Demo.UfHcChirurgies}/offres", Demo.InformationsChirurgie("  Rognée \t"))).Doit(201);
        Assert.Equal("Rognée", creee.Corps.GetProperty("nom").GetString());
        (await moi.PostAsync($"/api/v1/unites-fonctionnelles/{Demo.UfHcChirurgies}/offres", Demo.InformationsChirurgie(" \n "))).Refuse(422, "champ.obligatoire");
        (await moi.PostAsync($"/api/v1/unites-fonctionnelles/{Demo.UfHcChirurgies}/offres", Demo.InformationsChirurgie("ligne\nautre"))).Refuse(422, "texte.caractere-interdit");
    }

    private static System.Text.Json.JsonElement Mode(System.Text.Json.JsonElement etape) =>
        etape.GetProperty("champs").EnumerateArray().Single(c => c.GetProperty("nom").GetString() == "modePriseEnCharge");
}
