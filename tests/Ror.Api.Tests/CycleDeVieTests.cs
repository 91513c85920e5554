using System.Globalization;
using System.Text.Json;
using Ror.TestKit;

namespace Ror.Api.Tests;

/// <summary>Brouillon → Validée, the working copy, what is refused in each state.</summary>
public sealed class CycleDeVieTests(ServeurRor serveur) : IClassFixture<ServeurRor>
{
    private static readonly object Relu = new { relu = true };
    private static readonly object Fermeture = new { type = Demo.Code("DEF"), dateFermeture = "2026-01-05" };
    private static readonly object Destination = new { type = "UniteFonctionnelle", id = Demo.UfConsultations };

    private Task<ClientRor> Moi => serveur.EnAsync("responsable-ch-albi");

    [Fact]
    public async Task Une_validation_incomplete_dit_tous_les_manques_a_la_fois()
    {
        var moi = await Moi;
        var (id, etag) = await moi.BrouillonAsync("Incomplète");
        var refus = (await moi.PostAsync($"/api/v1/offres/{id}/validation", Relu, ("If-Match", etag))).Refuse(422, "validation.incomplete");
        var lus = refus.Corps.GetProperty("erreurs").Manquants();
        Assert.Contains("accueil-prise-en-charge /modePriseEnCharge champ.obligatoire", lus);
        Assert.Contains("patientele /ageMin champ.obligatoire", lus);
        Assert.Contains("patientele /ageMax champ.obligatoire", lus);
        Assert.Contains("specificites /activites champ.obligatoire", lus);
        Assert.Equal(2, lus.Count(m => m.EndsWith("etape.non-validee", StringComparison.Ordinal)));

        var offre = (await moi.GetAsync($"/api/v1/offres/{id}")).Doit(200);
        Assert.Equal(offre.Corps.Membre("completude/manquants").GetRawText(), refus.Corps.GetProperty("erreurs").GetRawText());
        Assert.Equal("Brouillon", offre.Corps.Lu("statut"));
        Assert.Equal(etag, offre.ETag);
    }

    [Fact]
    public async Task Chaque_manque_nomme_sa_section_son_champ_son_code_et_un_message()
    {
        var moi = await Moi;
        var (id, etag) = await moi.BrouillonAsync("Incomplète");
        var refus = (await moi.PostAsync($"/api/v1/offres/{id}/validation", Relu, ("If-Match", etag))).Refuse(422, "validation.incomplete");
        Assert.All(refus.Corps.GetProperty("erreurs").EnumerateArray(), e =>
        {
            Assert.NotEmpty(e.Lu("section"));
            Assert.NotEmpty(e.Lu("code"));
            Assert.NotEmpty(e.Lu("message"));
        });
        Assert.All(refus.Erreurs.Where(e => e.Code == "champ.obligatoire"), e => Assert.StartsWith("/", e.Champ, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(null)]
    public async Task Sans_relecture_rien_n_est_publie(bool? relu)
    {
        var moi = await Moi;
        var (id, etag) = await moi.CreerOffreCompleteAsync("Sans relecture");
        (await moi.PostAsync($"/api/v1/offres/{id}/validation", relu is null ? new { } : new { relu }, ("If-Match", etag))).Doit(422).Contient("/relu", "validation.relu-requis");
        Assert.Equal(etag, await moi.ETagAsync(id));

        var (incomplete, etag2) = await moi.BrouillonAsync("Ni relue ni complète");
        var tout = (await moi.PostAsync($"/api/v1/offres/{incomplete}/validation", new { relu = false }, ("If-Match", etag2))).Refuse(422, "validation.incomplete");
        tout.Contient("/relu", "validation.relu-requis").Contient("/ageMin", "champ.obligatoire");
    }

    [Fact]
    public async Task Publier_donne_Validee_version_1_sans_contact_ni_MSS()
    {
        var moi = await Moi;
        var (id, etag) = await moi.CreerOffreCompleteAsync("Publiée sans contact");
        var validee = (await moi.PostAsync($"/api/v1/offres/{id}/validation", Relu, ("If-Match", etag))).Doit(200);
        Assert.Equal("Validee", validee.Corps.Lu("statut"));
        Assert.Equal(1, validee.Corps.GetProperty("numeroVersion").GetInt32());
        Assert.False(validee.Corps.GetProperty("modificationsEnAttente").GetBoolean());
        Assert.True(DateTime.Parse(validee.Corps.Lu("valideeLe"), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind).Kind == DateTimeKind.Utc);
        Assert.EndsWith("Z", validee.Corps.Lu("valideeLe"), StringComparison.Ordinal);
        Assert.NotEqual(etag, validee.ETag);
    }

    [Fact]
    public async Task La_copie_de_travail_reste_invisible_jusqu_a_la_validation()
    {
        var moi = await Moi;
        var (id, etag) = await moi.PublierOffreAsync("Nom publié");
        var identifiant = await moi.IdentifiantAsync(id);
        var avant = (await moi.GetAsync($"/api/v1/diffusion/offres/{identifiant}")).Doit(200);

        var copie = (await moi.PutAsync($"/api/v1/offres/{id}/sections/informations-generales", Demo.InformationsChirurgie("Nom de travail"), ("If-Match", etag))).Doit(200);
        Assert.True(copie.Corps.GetProperty("modificationsEnAttente").GetBoolean());
        Assert.Equal("Validee", copie.Corps.Lu("statut"));
        Assert.Equal(1, copie.Corps.GetProperty("numeroVersion").GetInt32());
        Assert.Contains("valider", copie.Actions());
        Assert.Contains("abandonner-modifications", copie.Actions());
        Assert.Equal(avant.Texte, (await moi.GetAsync($"/api/v1/diffusion/offres/{identifiant}")).Doit(200).Texte);
        (await moi.GetAsync($"/api/v1/diffusion/offres/{identifiant}", ("If-None-Match", avant.ETag))).Doit(304);

        var publiee = (await moi.PostAsync($"/api/v1/offres/{id}/validation", Relu, ("If-Match", copie.ETag))).Doit(200);
        Assert.Equal(2, publiee.Corps.GetProperty("numeroVersion").GetInt32());
        Assert.False(publiee.Corps.GetProperty("modificationsEnAttente").GetBoolean());
        var apres = (await moi.GetAsync($"/api/v1/diffusion/offres/{identifiant}", ("If-None-Match", avant.ETag))).Doit(200);
        Assert.Equal("Nom de travail", apres.Corps.Lu("nom"));
        Assert.Equal(2, apres.Corps.GetProperty("numeroVersion").GetInt32());
    }

    [Fact]
    public async Task Une_copie_de_travail_incomplete_ne_se_publie_pas()
    {
        var moi = await Moi;
        var (id, etag) = await moi.PublierOffreAsync("Copie incomplète");
        var copie = (await moi.PutAsync($"/api/v1/offres/{id}/sections/patientele", new { publicsPrisEnCharge = new[] { Demo.Code("07") } }, ("If-Match", etag))).Doit(200);
        var refus = (await moi.PostAsync($"/api/v1/offres/{id}/validation", Relu, ("If-Match", copie.ETag))).Refuse(422, "validation.incomplete");
        refus.Contient("/ageMin", "champ.obligatoire").Contient("/ageMax", "champ.obligatoire");
        Assert.Equal(copie.Corps.Membre("completude/manquants").GetRawText(), refus.Corps.GetProperty("erreurs").GetRawText());
        Assert.Equal(15, (await moi.GetAsync($"/api/v1/diffusion/offres/{await moi.IdentifiantAsync(id)}")).Doit(200).Corps.Membre("sections/patientele/ageMin/valeur").GetInt32());
    }

    [Fact]
    public async Task Abandonner_rend_la_version_publiee()
    {
        var moi = await Moi;
        var (id, etag) = await moi.PublierOffreAsync("Abandon");
        var copie = (await moi.PutAsync($"/api/v1/offres/{id}/sections/informations-generales", Demo.InformationsChirurgie("Abandonné"), ("If-Match", etag))).Doit(200);
        var rendue = (await moi.DeleteAsync($"/api/v1/offres/{id}/modifications", ("If-Match", copie.ETag))).Doit(200);
        Assert.Equal("Abandon", rendue.Corps.Lu("nom"));
        Assert.False(rendue.Corps.GetProperty("modificationsEnAttente").GetBoolean());
        Assert.Equal(1, rendue.Corps.GetProperty("numeroVersion").GetInt32());
        Assert.NotEqual(copie.ETag, rendue.ETag);

        var encore = (await moi.DeleteAsync($"/api/v1/offres/{id}/modifications", ("If-Match", rendue.ETag))).Refuse(409, "offre.transition-interdite");
        Assert.Equal("Validee", encore.Corps.Lu("etat"));
        (await moi.PostAsync($"/api/v1/offres/{id}/validation", Relu, ("If-Match", rendue.ETag))).Refuse(409, "offre.transition-interdite");
    }

    [Fact]
    public async Task Remettre_la_valeur_publiee_efface_les_modifications_en_attente()
    {
        var moi = await Moi;
        var (id, etag) = await moi.PublierOffreAsync("Aller et retour");
        var copie = (await moi.PutAsync($"/api/v1/offres/{id}/sections/informations-generales", Demo.InformationsChirurgie("Autre"), ("If-Match", etag))).Doit(200);
        var retour = (await moi.PutAsync($"/api/v1/offres/{id}/sections/informations-generales", Demo.InformationsChirurgie("Aller et retour"), ("If-Match", copie.ETag))).Doit(200);
        Assert.False(retour.Corps.GetProperty("modificationsEnAttente").GetBoolean());
        Assert.DoesNotContain("valider", retour.Actions());
    }

    [Fact]
    public async Task Apres_la_publication_le_parcours_est_termine_les_sections_restent()
    {
        var moi = await Moi;
        var (id, etag) = await moi.PublierOffreAsync("Parcours terminé");
        (await moi.PutAsync($"/api/v1/offres/{id}/etapes/informations-generales", Demo.InformationsChirurgie(), ("If-Match", etag))).Refuse(409, "parcours.termine");
        (await moi.PutAsync($"/api/v1/offres/{id}/etapes/accueil-prise-en-charge", Demo.AccueilChirurgie(), ("If-Match", etag))).Refuse(409, "parcours.termine");
        (await moi.PutAsync($"/api/v1/offres/{id}/etapes/patientele-et-specificites", Demo.PatienteleEtSpecificites(), ("If-Match", etag))).Refuse(409, "parcours.termine");
        var offre = (await moi.GetAsync($"/api/v1/offres/{id}")).Doit(200);
        Assert.DoesNotContain(offre.Actions(), a => a.StartsWith("valider-etape", StringComparison.Ordinal));
        Assert.Equal(9, offre.Actions().Count(a => a.StartsWith("modifier-section", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Un_brouillon_se_supprime_puis_n_existe_plus()
    {
        var moi = await Moi;
        var (id, etag) = await moi.BrouillonAsync("À supprimer");
        Assert.Empty((await moi.DeleteAsync($"/api/v1/offres/{id}", ("If-Match", etag))).Doit(204).Octets);
        (await moi.GetAsync($"/api/v1/offres/{id}")).Refuse(404, "offre.introuvable");
        (await moi.DeleteAsync($"/api/v1/offres/{id}", ("If-Match", etag))).Refuse(404, "offre.introuvable");
        Assert.DoesNotContain(await moi.ToutLireAsync("/api/v1/offres"), o => o.Lu("id") == id);
    }

    [Fact]
    public async Task Une_offre_publiee_ne_se_supprime_pas()
    {
        var moi = await Moi;
        var (id, etag) = await moi.PublierOffreAsync("Jamais supprimée");
        var refus = (await moi.DeleteAsync($"/api/v1/offres/{id}", ("If-Match", etag))).Refuse(409, "offre.transition-interdite");
        Assert.Equal("Validee", refus.Corps.Lu("etat"));
        Assert.Equal("supprimer", refus.Corps.Lu("action"));
        Assert.NotEmpty(refus.Corps.GetProperty("actionsPossibles").EnumerateArray());
        (await moi.GetAsync($"/api/v1/offres/{id}")).Doit(200);
    }

    [Fact]
    public async Task Une_offre_fermee_definitivement_refuse_toute_action()
    {
        var referent = await serveur.EnAsync("referent-occitanie");
        var offre = (await referent.GetAsync($"/api/v1/offres/{Demo.ConsultationFermee}")).Doit(200);
        Assert.Equal("FermeeDefinitivement", offre.Corps.Lu("statut"));
        Assert.Equal(["designer-successeur"], offre.Actions());
        var si = ("If-Match", offre.ETag);
        var accueil = (await referent.GetAsync($"/api/v1/offres/{Demo.ConsultationFermee}/sections/accueil-prise-en-charge")).Doit(200).Corps;
        Reponse[] refus =
        [
            await referent.PutAsync($"/api/v1/offres/{Demo.ConsultationFermee}/sections/contacts", Demo.Contacts(), si),
            await referent.PutAsync($"/api/v1/offres/{Demo.ConsultationFermee}/sections/accueil-prise-en-charge", accueil, si),
            await referent.PutAsync($"/api/v1/offres/{Demo.ConsultationFermee}/etapes/accueil-prise-en-charge", accueil, si),
            await referent.PostAsync($"/api/v1/offres/{Demo.ConsultationFermee}/validation", Relu, si),
            await referent.DeleteAsync($"/api/v1/offres/{Demo.ConsultationFermee}/modifications", si),
            await referent.DeleteAsync($"/api/v1/offres/{Demo.ConsultationFermee}", si),
            await referent.PostAsync($"/api/v1/offres/{Demo.ConsultationFermee}/fermeture", Fermeture, si),
            await referent.PostAsync($"/api/v1/offres/{Demo.ConsultationFermee}/reouverture", null, si),
            await referent.PostAsync($"/api/v1/offres/{Demo.ConsultationFermee}/transfert", Destination, si),
        ];
        Assert.All(refus, r =>
        {
            r.Refuse(409, "offre.transition-interdite");
            Assert.Equal("FermeeDefinitivement", r.Corps.Lu("etat"));
            Assert.NotEmpty(r.Corps.Lu("action"));
            Assert.Equal(JsonValueKind.Array, r.Corps.GetProperty("actionsPossibles").ValueKind);
            Assert.Equal("designer-successeur", Assert.Single(r.Corps.GetProperty("actionsPossibles").EnumerateArray()).GetString());
        });
        Assert.Equal(offre.ETag, await referent.ETagAsync(Demo.ConsultationFermee));
    }

    [Fact]
    public async Task Un_brouillon_ne_se_ferme_ni_ne_se_rouvre()
    {
        var referent = await serveur.EnAsync("referent-occitanie");
        var (id, etag) = await referent.BrouillonAsync("Brouillon à fermer");
        Assert.Equal("Brouillon", (await referent.PostAsync($"/api/v1/offres/{id}/fermeture", Fermeture, ("If-Match", etag))).Refuse(409, "offre.transition-interdite").Corps.Lu("etat"));
        Assert.Equal("rouvrir", (await referent.PostAsync($"/api/v1/offres/{id}/reouverture", null, ("If-Match", etag))).Refuse(409, "offre.transition-interdite").Corps.Lu("action"));
        Assert.Equal(etag, await referent.ETagAsync(id));
    }

    [Fact]
    public async Task Un_responsable_ne_transfere_pas()
    {
        var moi = await Moi;
        (await moi.PostAsync($"/api/v1/offres/{Demo.ConsultationAnesthesie}/transfert", null, ("If-Match", "\"0.x\""))).Refuse(403, "acces.interdit");
        (await moi.PostAsync($"/api/v1/offres/{Demo.ConsultationAnesthesie}/transfert", null)).Refuse(403, "acces.interdit");
        (await moi.PostAsync($"/api/v1/offres/{Demo.HebergementPermanent}/transfert", null)).Refuse(404, "offre.introuvable");
    }

    [Theory]
    [InlineData(Demo.ConsultationAnesthesie)]
    [InlineData(Demo.ConsultationCardiologie)]
    [InlineData(Demo.ConsultationEndocrinologie)]
    [InlineData(Demo.HcChirurgieBariatrique)]
    [InlineData(Demo.ConsultationSensible)]
    [InlineData(Demo.HebergementPermanent)]
    public async Task Chaque_action_proposee_mene_quelque_part(string id)
    {
        var referent = await serveur.EnAsync("referent-occitanie");
        var actions = (await referent.GetAsync($"/api/v1/offres/{id}")).Doit(200).Corps.GetProperty("actions").EnumerateArray().ToList();
        Assert.NotEmpty(actions);
        foreach (var action in actions)
        {
            // Without If-Match nothing is written: 428, or 400 before it.
            var corps = action.Lu("methode") is "PUT" or "POST" ? "{}"u8.ToArray() : [];
            var reponse = corps.Length > 0
                ? await referent.BrutAsync(new HttpMethod(action.Lu("methode")), action.Lu("href"), corps)
                : action.Lu("methode") == "DELETE" ? await referent.DeleteAsync(action.Lu("href")) : await referent.GetAsync(action.Lu("href"));
            reponse.Doit(action.Lu("methode") == "GET" ? 200 : 428);
        }
    }

    [Fact]
    public async Task Chaque_action_proposee_par_les_structures_mene_quelque_part()
    {
        var referent = await serveur.EnAsync("referent-occitanie");
        foreach (var route in new[] { $"/api/v1/entites-geographiques/{Demo.ChAlbi}", $"/api/v1/entites-geographiques/{Demo.Ehpad}", $"/api/v1/poles/{Demo.PoleMedecine}", $"/api/v1/unites-fonctionnelles/{Demo.UfConsultations}" })
        {
            foreach (var action in (await referent.GetAsync(route)).Doit(200).Corps.GetProperty("actions").EnumerateArray())
            {
                // What creates refuses an empty body; what changes wants If-Match first.
                var (methode, href) = (action.Lu("methode"), action.Lu("href"));
                var reponse = methode switch { "GET" => await referent.GetAsync(href), "PUT" => await referent.PutAsync(href, new { }), "DELETE" => await referent.DeleteAsync(href), _ => await referent.PostAsync(href, new { }) };
                reponse.Doit(methode == "GET" ? 200 : action.Lu("nom").StartsWith("creer-", StringComparison.Ordinal) ? 422 : 428);
            }
        }
    }

    [Fact]
    public async Task Deux_personnes_qui_valident_en_meme_temps_une_seule_reussit()
    {
        var moi = await Moi;
        var referent = await serveur.EnAsync("referent-occitanie");
        for (var essai = 0; essai < 5; essai++)
        {
            var (id, etag) = await moi.CreerOffreCompleteAsync($"Validée à deux {essai}");
            var reponses = await Task.WhenAll(
                moi.PostAsync($"/api/v1/offres/{id}/validation", Relu, ("If-Match", etag)),
                referent.PostAsync($"/api/v1/offres/{id}/validation", Relu, ("If-Match", etag)));
            Assert.Single(reponses, r => r.Statut == 200);
            Assert.Single(reponses, r => r.Statut is 412 or 409);
            Assert.Equal(1, (await moi.GetAsync($"/api/v1/offres/{id}")).Doit(200).Corps.GetProperty("numeroVersion").GetInt32());
        }
    }

    [Fact]
    public async Task Deux_personnes_qui_modifient_en_meme_temps_rien_ne_se_perd()
    {
        var moi = await Moi;
        var referent = await serveur.EnAsync("referent-occitanie");
        var (id, etag) = await moi.PublierOffreAsync("Modifiée à deux");
        var reponses = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => (i % 2 == 0 ? moi : referent)
            .PutAsync($"/api/v1/offres/{id}/sections/informations-generales", Demo.InformationsChirurgie($"Nom {i}"), ("If-Match", etag))));
        var gagnante = Assert.Single(reponses, r => r.Statut == 200);
        Assert.All(reponses.Where(r => r != gagnante), r => r.Refuse(412, "version.perimee"));
        Assert.Equal(gagnante.Corps.Lu("nom"), (await moi.GetAsync($"/api/v1/offres/{id}")).Doit(200).Corps.Lu("nom"));
    }

    [Fact]
    public async Task Supprimer_modifier_et_valider_en_meme_temps_une_seule_ecriture_passe()
    {
        var moi = await Moi;
        var referent = await serveur.EnAsync("referent-occitanie");
        for (var essai = 0; essai < 5; essai++)
        {
            var (id, etag) = await moi.CreerOffreCompleteAsync($"Course {essai}");
            var reponses = await Task.WhenAll(
                moi.DeleteAsync($"/api/v1/offres/{id}", ("If-Match", etag)),
                referent.PostAsync($"/api/v1/offres/{id}/validation", Relu, ("If-Match", etag)),
                moi.PutAsync($"/api/v1/offres/{id}/sections/contacts", Demo.Contacts(), ("If-Match", etag)));
            Assert.Single(reponses, r => r.Statut is 200 or 204);
            Assert.All(reponses.Where(r => r.Statut is not (200 or 204)), r => Assert.True(r.Statut is 404 or 412 or 409, r.Texte));
        }
    }

    [Fact]
    public async Task Vingt_ecrivains_sur_vingt_offres_reussissent_tous()
    {
        var moi = await Moi;
        var offres = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => moi.BrouillonAsync($"Écrivain {i}")));
        var lectures = Task.WhenAll(Enumerable.Range(0, 20).Select(_ => moi.GetAsync($"/api/v1/entites-geographiques/{Demo.ChAlbi}/arborescence")));
        var ecritures = await Task.WhenAll(offres.Select(o => moi.PutAsync($"/api/v1/offres/{o.Id}/etapes/accueil-prise-en-charge", Demo.AccueilChirurgie(), ("If-Match", o.ETag))));
        Assert.All(ecritures, r => r.Doit(200));
        Assert.All(await lectures, r => r.Doit(200));
    }

    [Theory]
    [InlineData("informations-generales")]
    [InlineData("accueil-prise-en-charge")]
    [InlineData("patientele")]
    [InlineData("specificites")]
    [InlineData("contacts")]
    public async Task Une_copie_de_travail_videe_se_lit_et_s_abandonne(string cle)
    {
        var moi = await Moi;
        var (id, etag) = await moi.PublierOffreAsync("Copie vidée");
        var videe = (await moi.PutAsync($"/api/v1/offres/{id}/sections/{cle}", new { }, ("If-Match", etag))).Doit(200);
        Assert.True(videe.Corps.GetProperty("modificationsEnAttente").GetBoolean());
        (await moi.GetAsync($"/api/v1/offres/{id}/etapes")).Doit(200);
        (await moi.GetAsync($"/api/v1/entites-geographiques/{Demo.ChAlbi}/arborescence")).Doit(200);
        Assert.Equal("Copie vidée", (await moi.GetAsync($"/api/v1/diffusion/offres/{await moi.IdentifiantAsync(id)}")).Doit(200).Corps.Lu("nom"));
        (await moi.DeleteAsync($"/api/v1/offres/{id}/modifications", ("If-Match", videe.ETag))).Doit(200);
    }

    [Fact]
    public async Task Les_versions_se_comptent_une_a_une()
    {
        var moi = await Moi;
        var (id, etag) = await moi.PublierOffreAsync("Versions");
        for (var n = 2; n <= 4; n++)
        {
            var copie = (await moi.PutAsync($"/api/v1/offres/{id}/sections/informations-generales", Demo.InformationsChirurgie($"Versions {n}"), ("If-Match", etag))).Doit(200);
            var publiee = (await moi.PostAsync($"/api/v1/offres/{id}/validation", Relu, ("If-Match", copie.ETag))).Doit(200);
            Assert.Equal(n, publiee.Corps.GetProperty("numeroVersion").GetInt32());
            etag = publiee.ETag;
        }
    }

    [Fact]
    public async Task L_offre_modele_de_la_demonstration_se_valide_telle_quelle()
    {
        await using var autre = new ServeurRor();
        var moi = await autre.EnAsync("responsable-ch-albi");
        var offre = (await moi.GetAsync($"/api/v1/offres/{Demo.ConsultationEndocrinologie}")).Doit(200);
        Assert.Empty(offre.Corps.Membre("completude/manquants").EnumerateArray());
        (await moi.PostAsync($"/api/v1/offres/{Demo.ConsultationEndocrinologie}/validation", Relu, ("If-Match", offre.ETag))).Doit(200);
        (await moi.DeleteAsync($"/api/v1/offres/{Demo.ConsultationCardiologie}/modifications", ("If-Match", await moi.ETagAsync(Demo.ConsultationCardiologie)))).Doit(200);
        (await moi.DeleteAsync($"/api/v1/offres/{Demo.ConsultationDermatologie}", ("If-Match", await moi.ETagAsync(Demo.ConsultationDermatologie)))).Doit(204);
    }
}
