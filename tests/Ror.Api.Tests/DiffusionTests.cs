using System.Text.Json;
using Ror.TestKit;

namespace Ror.Api.Tests;

/// <summary>What the world reads: published versions only, filtered by the access profile.</summary>
public sealed class DiffusionTests(ServeurRor serveur) : IClassFixture<ServeurRor>
{
    private static readonly string[] Personas =
        ["responsable-ch-albi", "responsable-ehpad", "referent-occitanie", "medecin-liberal", "plateforme-occitanie", "grand-public", "regulation", "administrateur"];

    private Task<ClientRor> Moi => serveur.EnAsync("responsable-ch-albi");

    [Fact]
    public async Task Un_brouillon_n_apparait_jamais()
    {
        var moi = await Moi;
        var (id, etag) = await moi.CreerOffreCompleteAsync("Jamais diffusée");
        etag = (await moi.PutAsync($"/api/v1/offres/{id}/sections/contacts", Demo.Contacts(), ("If-Match", etag))).Doit(200).ETag;
        var identifiant = await moi.IdentifiantAsync(id);
        foreach (var persona in Personas)
        {
            var client = await serveur.EnAsync(persona);
            (await client.GetAsync($"/api/v1/diffusion/offres/{identifiant}")).Refuse(404, "offre.introuvable");
            Assert.DoesNotContain(await client.ToutLireAsync("/api/v1/diffusion/offres"), o => o.Lu("id") == id || o.Lu("nom") == "Jamais diffusée");
        }

        (await moi.DeleteAsync($"/api/v1/offres/{id}", ("If-Match", etag))).Doit(204);
        (await moi.GetAsync($"/api/v1/diffusion/offres/{identifiant}")).Refuse(404, "offre.introuvable");
    }

    [Fact]
    public async Task Les_totaux_ne_comptent_pas_les_brouillons()
    {
        await using var seul = new ServeurRor();
        var moi = await seul.EnAsync("responsable-ch-albi");
        var avant = (await moi.GetAsync("/api/v1/diffusion/offres?total=true")).Doit(200).Corps.GetProperty("total").GetInt32();
        var (id, etag) = await moi.CreerOffreCompleteAsync("Compte");
        Assert.Equal(avant, (await moi.GetAsync("/api/v1/diffusion/offres?total=true")).Doit(200).Corps.GetProperty("total").GetInt32());
        (await moi.PostAsync($"/api/v1/offres/{id}/validation", new { relu = true }, ("If-Match", etag))).Doit(200);
        Assert.Equal(avant + 1, (await moi.GetAsync("/api/v1/diffusion/offres?total=true")).Doit(200).Corps.GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("responsable-ch-albi", false)]
    [InlineData("responsable-ehpad", false)]
    [InlineData("referent-occitanie", false)]
    [InlineData("medecin-liberal", false)]
    [InlineData("plateforme-occitanie", false)]
    [InlineData("grand-public", false)]
    [InlineData("administrateur", false)]
    [InlineData("regulation", true)]
    public async Task Une_offre_sensible_n_est_vue_que_de_la_regulation(string persona, bool visible)
    {
        var moi = await Moi;
        var identifiant = await moi.IdentifiantAsync(Demo.ConsultationSensible);
        var client = await serveur.EnAsync(persona);
        (await client.GetAsync($"/api/v1/diffusion/offres/{identifiant}")).Doit(visible ? 200 : 404);
        var liste = await client.ToutLireAsync("/api/v1/diffusion/offres");
        Assert.Equal(visible, liste.Any(o => o.Lu("id") == Demo.ConsultationSensible));
        if (!visible)
        {
            Assert.DoesNotContain(liste, o => o.Membre("sections/informationsGenerales/uniteSensible").GetBoolean());
        }
    }

    [Fact]
    public async Task Le_total_ne_compte_jamais_ce_qui_est_cache()
    {
        await using var seul = new ServeurRor();
        var moi = await seul.EnAsync("responsable-ch-albi");
        var (publique, regule) = (await seul.EnAsync("grand-public"), await seul.EnAsync("regulation"));
        async Task<int> Total(ClientRor client, string filtre) => (await client.GetAsync($"/api/v1/diffusion/offres?total=true&limite=1{filtre}")).Doit(200).Corps.GetProperty("total").GetInt32();
        foreach (var filtre in new[] { "", "&champActivite=01", "&region=76", "&departement=81" })
        {
            Assert.Equal(await Total(publique, filtre) + 1, await Total(regule, filtre));
        }

        var (avantPublic, avantRegule) = (await Total(publique, ""), await Total(regule, ""));
        await moi.PublierOffreAsync("Sensible de plus", uniteSensible: true);
        Assert.Equal(avantPublic, await Total(publique, ""));
        Assert.Equal(avantRegule + 1, await Total(regule, ""));
        Assert.Equal((await publique.ToutLireAsync("/api/v1/diffusion/offres?limite=2")).Count, avantPublic);
    }

    [Theory]
    [InlineData("grand-public", new[] { "1" })]
    [InlineData("administrateur", new[] { "1" })]
    [InlineData("plateforme-occitanie", new[] { "1", "2" })]
    [InlineData("referent-occitanie", new[] { "1", "2" })]
    [InlineData("responsable-ehpad", new[] { "1", "2" })]
    [InlineData("regulation", new[] { "1", "2", "3" })]
    public async Task Les_niveaux_de_contact_suivent_le_profil(string persona, string[] niveaux)
    {
        var identifiant = await (await Moi).IdentifiantAsync(Demo.ConsultationAnesthesie);
        var client = await serveur.EnAsync(persona);
        var offre = (await client.GetAsync($"/api/v1/diffusion/offres/{identifiant}")).Doit(200);
        Assert.Equal(niveaux, Niveaux(offre.Corps).Distinct().Order());
        Assert.Equal(niveaux.Contains("3"), offre.Texte.Contains("+33536490099", StringComparison.Ordinal));
        Assert.Equal(niveaux.Contains("2"), offre.Texte.Contains("secretariat@ch-albi.example", StringComparison.Ordinal));

        var enListe = (await client.ToutLireAsync("/api/v1/diffusion/offres")).Single(o => o.Lu("id") == Demo.ConsultationAnesthesie);
        Assert.Equal(offre.Texte, enListe.GetRawText());
    }

    [Fact]
    public async Task Une_telecom_plus_restreinte_que_son_contact_est_filtree_seule()
    {
        var moi = await Moi;
        var (id, etag) = await moi.CreerOffreCompleteAsync("Télécoms de deux niveaux");
        etag = (await moi.PutAsync($"/api/v1/offres/{id}/sections/contacts", new
        {
            patients = new[]
            {
                new
                {
                    nature = Demo.Code("02"),
                    telecoms = new object[]
                    {
                        new { canal = Demo.Code("3"), valeur = "niveau1@ch-albi.example" },
                        new { canal = Demo.Code("3"), valeur = "niveau2@ch-albi.example", niveauConfidentialite = Demo.Code("2") },
                        new { canal = Demo.Code("3"), valeur = "niveau3@ch-albi.example", niveauConfidentialite = Demo.Code("3") },
                    },
                },
            },
        }, ("If-Match", etag))).Doit(200).ETag;
        (await moi.PostAsync($"/api/v1/offres/{id}/validation", new { relu = true }, ("If-Match", etag))).Doit(200);
        var identifiant = await moi.IdentifiantAsync(id);
        async Task<int> Telecoms(string persona) => (await (await serveur.EnAsync(persona)).GetAsync($"/api/v1/diffusion/offres/{identifiant}")).Doit(200)
            .Corps.Membre("sections/contacts/patients/0/telecoms").GetArrayLength();
        Assert.Equal(1, await Telecoms("grand-public"));
        Assert.Equal(2, await Telecoms("plateforme-occitanie"));
        Assert.Equal(3, await Telecoms("regulation"));
    }

    [Fact]
    public async Task Les_actes_sont_caches_au_grand_public()
    {
        var moi = await Moi;
        var (id, etag) = await moi.CreerOffreCompleteAsync("Actes cachés");
        etag = (await moi.PutAsync($"/api/v1/offres/{id}/sections/specificites", new
        {
            activites = new[] { new { activite = Demo.Code("033") } },
            actesSpecifiques = new[] { Demo.Code("0065") },
            specialisations = new[] { Demo.Code("33") },
            professionsRessources = new[] { new { code = "10", systeme = Outils.J186Sante } },
            competencesSpecifiques = new[] { Demo.Code("01") },
        }, ("If-Match", etag))).Doit(200).ETag;
        (await moi.PostAsync($"/api/v1/offres/{id}/validation", new { relu = true }, ("If-Match", etag))).Doit(200);
        var identifiant = await moi.IdentifiantAsync(id);
        string[] caches = ["actesSpecifiques", "specialisations", "professionsRessources", "competencesSpecifiques"];
        async Task<JsonElement> Specificites(string persona) => (await (await serveur.EnAsync(persona)).GetAsync($"/api/v1/diffusion/offres/{identifiant}")).Doit(200).Corps.Membre("sections/specificites");

        var publiques = await Specificites("grand-public");
        Assert.True(publiques.Possede("activites"));
        Assert.All(caches, c => Assert.False(publiques.Possede(c), c));
        foreach (var persona in new[] { "plateforme-occitanie", "regulation", "referent-occitanie" })
        {
            var toutes = await Specificites(persona);
            Assert.All(caches, c => Assert.True(toutes.Possede(c), c));
        }
    }

    [Fact]
    public async Task La_tele_expertise_et_les_liens_sont_publies_comme_contacts()
    {
        var moi = await Moi;
        var (id, etag) = await moi.CreerOffreCompleteAsync("Télé");
        etag = (await moi.PutAsync($"/api/v1/offres/{id}/sections/specificites", new
        {
            activites = new[] { new { activite = Demo.Code("033") } },
            teleExpertise = new[] { new { canal = Demo.Code("3"), valeur = "expert@ch-albi.example" } },
            liensTeleconsultation = new[] { "https://tele.example/rdv" },
        }, ("If-Match", etag))).Doit(200).ETag;
        (await moi.PostAsync($"/api/v1/offres/{id}/validation", new { relu = true }, ("If-Match", etag))).Doit(200);
        var route = $"/api/v1/diffusion/offres/{await moi.IdentifiantAsync(id)}";

        var pro = (await moi.GetAsync(route)).Doit(200).Corps;
        var expertise = pro.Membre("sections/contacts/professionnels").EnumerateArray().Single(c => c.Lu("nature/code") == "15");
        Assert.Equal("2", expertise.Lu("niveauConfidentialite/code"));
        Assert.Equal("expert@ch-albi.example", expertise.Lu("telecoms/0/valeur"));
        var publique = (await (await serveur.EnAsync("grand-public")).GetAsync(route)).Doit(200);
        var lien = publique.Corps.Membre("sections/contacts/patients").EnumerateArray().Single(c => c.Lu("nature/code") == "09");
        Assert.Equal("https://tele.example/rdv", lien.Lu("telecoms/0/valeur"));
        Assert.DoesNotContain("expert@ch-albi.example", publique.Texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RG_EXP_039_une_unite_sensible_publie_tout_au_niveau_3_et_rend_les_niveaux_saisis()
    {
        var moi = await Moi;
        var regulation = await serveur.EnAsync("regulation");
        var publique = await serveur.EnAsync("grand-public");
        var (id, etag) = await moi.PublierOffreAsync("Devient sensible");
        var route = $"/api/v1/diffusion/offres/{await moi.IdentifiantAsync(id)}";
        Assert.Equal(["1", "1", "2", "2"], Niveaux((await regulation.GetAsync(route)).Doit(200).Corps).Order());

        var sensible = (await moi.PutAsync($"/api/v1/offres/{id}/sections/informations-generales", Demo.InformationsChirurgie("Devient sensible", uniteSensible: true), ("If-Match", etag))).Doit(200);
        (await publique.GetAsync(route)).Doit(200);
        sensible = (await moi.PostAsync($"/api/v1/offres/{id}/validation", new { relu = true }, ("If-Match", sensible.ETag))).Doit(200);
        Assert.All(Niveaux((await regulation.GetAsync(route)).Doit(200).Corps), n => Assert.Equal("3", n));
        (await publique.GetAsync(route)).Refuse(404, "offre.introuvable");
        (await moi.GetAsync(route)).Refuse(404, "offre.introuvable");
        Assert.Equal("1", sensible.Corps.Lu("sections/contacts/patients/0/niveauConfidentialite/code"));
        Assert.False(sensible.Corps.GetProperty("modificationsEnAttente").GetBoolean());

        var levee = (await moi.PutAsync($"/api/v1/offres/{id}/sections/informations-generales", Demo.InformationsChirurgie("Devient sensible"), ("If-Match", sensible.ETag))).Doit(200);
        (await moi.PostAsync($"/api/v1/offres/{id}/validation", new { relu = true }, ("If-Match", levee.ETag))).Doit(200);
        Assert.Equal(["1", "1", "2", "2"], Niveaux((await regulation.GetAsync(route)).Doit(200).Corps).Order());
        (await publique.GetAsync(route)).Doit(200);
    }

    [Fact]
    public async Task Un_parametre_repete_vaut_OU_deux_parametres_valent_ET()
    {
        var client = await serveur.EnAsync("regulation");
        var tout = await client.ToutLireAsync("/api/v1/diffusion/offres");
        var mco = await client.ToutLireAsync("/api/v1/diffusion/offres?champActivite=01");
        var ms = await client.ToutLireAsync("/api/v1/diffusion/offres?champActivite=04");
        var ou = await client.ToutLireAsync("/api/v1/diffusion/offres?champActivite=01&champActivite=04");
        Assert.NotEmpty(mco);
        Assert.Equal(Demo.HebergementPermanent, Assert.Single(ms).Lu("id"));
        Assert.All(mco, o => Assert.Equal("01", o.Lu("sections/informationsGenerales/champActivite/code")));
        Assert.Contains(ou, o => o.Lu("id") == Demo.HebergementPermanent);
        Assert.True(ou.Count > mco.Count && ou.Count <= tout.Count + 20);
        Assert.Single(await client.ToutLireAsync("/api/v1/diffusion/offres?champActivite=04&departement=81"));
        Assert.Single(await client.ToutLireAsync("/api/v1/diffusion/offres?champActivite=04&departement=75&departement=81&region=76"));
        Assert.Empty(await client.ToutLireAsync("/api/v1/diffusion/offres?champActivite=04&departement=75"));
        Assert.Empty(await client.ToutLireAsync("/api/v1/diffusion/offres?region=11"));
    }

    [Fact]
    public async Task If_None_Match_donne_304_tant_que_rien_ne_change()
    {
        var moi = await Moi;
        var (id, _) = await moi.PublierOffreAsync("Inchangée");
        var route = $"/api/v1/diffusion/offres/{await moi.IdentifiantAsync(id)}";
        var lue = (await moi.GetAsync(route)).Doit(200);
        var inchangee = (await moi.GetAsync(route, ("If-None-Match", lue.ETag))).Doit(304);
        Assert.Empty(inchangee.Octets);
        Assert.Equal(lue.ETag, inchangee.ETag);
        Assert.Equal(["Accept-Encoding", "Accept-Language", "Authorization"], lue.Entetes.Vary.Order());
        (await moi.GetAsync(route, ("If-None-Match", "\"0.autre\""))).Doit(200);
        (await moi.GetAsync(route, ("If-None-Match", "\"0.autre\", " + lue.ETag))).Doit(304);

        // Another profile reads something else: its tag is another.
        (await (await serveur.EnAsync("grand-public")).GetAsync(route, ("If-None-Match", lue.ETag))).Doit(200);
    }

    [Theory]
    [InlineData("76")]
    [InlineData("76-")]
    [InlineData("76-999999999")]
    [InlineData("76%2F100001")]
    [InlineData("99-100001")]
    [InlineData("abc-def")]
    [InlineData("76-100001-1")]
    [InlineData("76-0100001")]
    [InlineData("01920000-0000-7000-8000-000000000401")]
    public async Task Un_identifiant_inconnu_ou_mal_forme_donne_404(string identifiant) =>
        (await (await Moi).GetAsync($"/api/v1/diffusion/offres/{identifiant}")).Doit(404);

    [Fact]
    public async Task L_identifiant_s_ecrit_avec_un_tiret_dans_l_adresse_et_une_barre_dans_le_corps()
    {
        var moi = await Moi;
        var offre = (await moi.GetAsync($"/api/v1/offres/{Demo.ConsultationAnesthesie}")).Doit(200).Corps.Lu("identifiant");
        Assert.Matches("^76/[0-9]+$", offre);
        var publiee = (await moi.GetAsync($"/api/v1/diffusion/offres/{offre.Replace('/', '-')}")).Doit(200).Corps;
        Assert.Equal(offre, publiee.Lu("identifiant"));
        Assert.Equal($"/api/v1/diffusion/offres/{offre.Replace('/', '-')}", publiee.Lu("href"));
        Assert.Equal("76", publiee.Lu("region"));
        Assert.Equal("81", publiee.Lu("departement"));
        Assert.Equal("CH ALBI", publiee.Lu("structures/entiteGeographique/nom"));
        Assert.Equal("Pôle Anesthésie-Chirurgie", publiee.Lu("structures/pole/nom"));
        Assert.Equal("Consultations", publiee.Lu("structures/uniteFonctionnelle/nom"));
        Assert.False(publiee.Possede("actions"));
        Assert.False(publiee.Possede("completude"));
    }

    [Fact]
    public async Task Une_offre_fermee_definitivement_reste_lisible()
    {
        var moi = await Moi;
        var route = $"/api/v1/diffusion/offres/{await moi.IdentifiantAsync(Demo.ConsultationFermee)}";
        foreach (var persona in Personas)
        {
            var offre = (await (await serveur.EnAsync(persona)).GetAsync(route)).Doit(200).Corps;
            Assert.Equal("FermeeDefinitivement", offre.Lu("statut"));
            Assert.Equal("DEF", offre.Lu("fermeture/type/code"));
            Assert.Equal("2025-12-31", offre.Lu("fermeture/date"));
        }
    }

    [Fact]
    public async Task Les_modifications_en_attente_de_la_demonstration_ne_sont_pas_publiees()
    {
        var moi = await Moi;
        var publiee = (await moi.GetAsync($"/api/v1/diffusion/offres/{await moi.IdentifiantAsync(Demo.ConsultationCardiologie)}")).Doit(200);
        Assert.Contains("+33536490010", publiee.Texte, StringComparison.Ordinal);
        Assert.DoesNotContain("+33536490019", publiee.Texte, StringComparison.Ordinal);
        Assert.Contains("+33536490019", (await moi.GetAsync($"/api/v1/offres/{Demo.ConsultationCardiologie}")).Doit(200).Texte, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Niveaux(JsonElement offre) =>
        from groupe in offre.Membre("sections/contacts").EnumerateObject()
        from contact in groupe.Value.EnumerateArray()
        from niveau in contact.GetProperty("telecoms").EnumerateArray().Select(t => t.Lu("niveauConfidentialite/code")).Prepend(contact.Lu("niveauConfidentialite/code"))
        select niveau;
}
