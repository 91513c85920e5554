using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Ror.TestKit;

namespace Ror.Api.Tests;

/// <summary>ETags, preconditions, and creations that happen once.</summary>
public sealed class ConcurrenceEtIdempotenceTests(ServeurRor serveur) : IClassFixture<ServeurRor>
{
    private static readonly string Creation = $"/api/v1/unites-fonctionnelles/{Demo.UfHcChirurgies}/offres";

    /// <summary>Every write on an existing offer.</summary>
    public static TheoryData<string, string, string> Ecritures => new()
    {
        { "PUT", "/etapes/informations-generales", """{"nom":"x","champActivite":{"code":"01"}}""" },
        { "PUT", "/etapes/accueil-prise-en-charge", """{"modePriseEnCharge":{"code":"28"}}""" },
        { "PUT", "/etapes/patientele-et-specificites", "{}" },
        { "PUT", "/sections/informations-generales", "{}" },
        { "PUT", "/sections/accueil-prise-en-charge", "{}" },
        { "PUT", "/sections/patientele", "{}" },
        { "PUT", "/sections/specificites", "{}" },
        { "PUT", "/sections/contacts", "{}" },
        { "POST", "/validation", """{"relu":true}""" },
        { "DELETE", "/modifications", "" },
        { "DELETE", "", "" },
        { "PUT", "/sections/adresse", "{}" },
        { "PUT", "/sections/messagerie-securisee", "{}" },
        { "PUT", "/sections/horaires", "{}" },
        { "PUT", "/sections/zone-intervention", "{}" },
        { "POST", "/exceptions-horaires", """{"type":"FermetureTemporaire","dateDebut":"2090-01-01","dateFin":"2090-01-02"}""" },
        { "POST", "/fermeture", """{"type":{"code":"PRO"},"dateFermeture":"2026-01-05"}""" },
        { "POST", "/reouverture", "" },
        { "POST", "/transfert", $$"""{"type":"UniteFonctionnelle","id":"{{Demo.UfConsultations}}"}""" },
    };

    private Task<ClientRor> Moi => serveur.EnAsync("responsable-ch-albi");

    // ---- If-Match

    [Theory]
    [MemberData(nameof(Ecritures))]
    public async Task Toute_ecriture_demande_un_If_Match_frais(string methode, string suite, string corps)
    {
        var referent = await serveur.EnAsync("referent-occitanie");
        var (id, etag) = await referent.BrouillonAsync("Préconditions");
        var avant = (await referent.GetAsync($"/api/v1/offres/{id}")).Doit(200).Texte;
        async Task<Reponse> Envoyer(string? siMatch)
        {
            (string, string)[] entetes = siMatch is null ? [] : [("If-Match", siMatch)];
            return corps.Length > 0
                ? await referent.BrutAsync(new HttpMethod(methode), $"/api/v1/offres/{id}{suite}", Encoding.UTF8.GetBytes(corps), "application/json", entetes)
                : methode == "DELETE" ? await referent.DeleteAsync($"/api/v1/offres/{id}{suite}", entetes) : await referent.PostAsync($"/api/v1/offres/{id}{suite}", null, entetes);
        }

        (await Envoyer(null)).Refuse(428, "version.requise");
        (await Envoyer("*")).Refuse(428, "version.requise");
        (await Envoyer(" * ")).Refuse(428, "version.requise");
        foreach (var autre in new[] { "\"0.perimee\"", "\"999.abc\"", "\"autre\"", "\"\"", "\"1\", \"autre\"", "W/" + etag, "\"-1.a\"", "\"99999999999999999999.a\"" }.Where(t => t != "\"1\", \"autre\""))
        {
            Assert.Equal(etag, (await Envoyer(autre)).Refuse(412, "version.perimee").ETag);
        }

        foreach (var malforme in new[] { "sans-guillemets", "\"ouverte", "\"a\" \"b\"", "abc\"" })
        {
            (await Envoyer(malforme)).Refuse(400, "entete.if-match-invalide");
        }

        Assert.Equal(avant, (await referent.GetAsync($"/api/v1/offres/{id}")).Doit(200).Texte);
    }

    [Fact]
    public async Task L_ETag_rendu_par_un_412_sert_aussitot()
    {
        var moi = await Moi;
        var (id, etag) = await moi.BrouillonAsync("412 utile");
        (await moi.PutAsync($"/api/v1/offres/{id}/sections/contacts", Demo.Contacts(), ("If-Match", etag))).Doit(200);
        var refus = (await moi.PutAsync($"/api/v1/offres/{id}/etapes/accueil-prise-en-charge", Demo.AccueilChirurgie(), ("If-Match", etag))).Refuse(412, "version.perimee");
        Assert.Equal(await moi.ETagAsync(id), refus.ETag);
        (await moi.PutAsync($"/api/v1/offres/{id}/etapes/accueil-prise-en-charge", Demo.AccueilChirurgie(), ("If-Match", refus.ETag))).Doit(200);
    }

    [Fact]
    public async Task If_Match_ne_compare_que_la_version()
    {
        var moi = await Moi;
        var referent = await serveur.EnAsync("referent-occitanie");
        var (id, etag) = await moi.BrouillonAsync("Version seule");

        // The tag of a section, of the step indicator, of another language or another reader names the same version.
        Assert.Matches("^\"[0-9]+\\.[0-9a-f]+\"$", etag);
        var section = (await moi.GetAsync($"/api/v1/offres/{id}/sections/informations-generales")).Doit(200).ETag;
        var etapes = (await moi.GetAsync($"/api/v1/offres/{id}/etapes")).Doit(200).ETag;
        var anglais = (await moi.GetAsync($"/api/v1/offres/{id}", ("Accept-Language", "en"))).Doit(200).ETag;
        Assert.All(new[] { section, etapes, anglais }, t => Assert.Equal(etag.Split('.')[0], t.Split('.')[0]));
        var un = (await moi.PutAsync($"/api/v1/offres/{id}/sections/contacts", Demo.Contacts(), ("If-Match", section))).Doit(200);
        var deux = (await moi.PutAsync($"/api/v1/offres/{id}/sections/contacts", new { }, ("If-Match", (await referent.GetAsync($"/api/v1/offres/{id}/etapes", ("Accept-Language", "en"))).Doit(200).ETag))).Doit(200);
        Assert.NotEqual(un.ETag, deux.ETag);
        (await moi.PutAsync($"/api/v1/offres/{id}/sections/contacts", Demo.Contacts(), ("If-Match", $"\"0.x\", {deux.ETag}"))).Doit(200);
    }

    [Fact]
    public async Task Un_ETag_couvre_etapes_et_sections()
    {
        var moi = await Moi;
        var (id, etag) = await moi.BrouillonAsync("Un seul ETag");
        var etapes = (await moi.GetAsync($"/api/v1/offres/{id}/etapes")).Doit(200);
        (await moi.PutAsync($"/api/v1/offres/{id}/sections/contacts", Demo.Contacts(), ("If-Match", etag))).Doit(200);
        (await moi.PutAsync($"/api/v1/offres/{id}/etapes/accueil-prise-en-charge", Demo.AccueilChirurgie(), ("If-Match", etapes.ETag))).Refuse(412, "version.perimee");
    }

    // ---- If-None-Match

    [Fact]
    public async Task If_None_Match_donne_304_et_200_quand_la_langue_ou_les_droits_changent()
    {
        var moi = await Moi;
        var referent = await serveur.EnAsync("referent-occitanie");
        var (id, _) = await moi.BrouillonAsync("304");
        var lue = (await moi.GetAsync($"/api/v1/offres/{id}")).Doit(200);
        Assert.Empty((await moi.GetAsync($"/api/v1/offres/{id}", ("If-None-Match", lue.ETag))).Doit(304).Octets);
        (await moi.GetAsync($"/api/v1/offres/{id}", ("If-None-Match", "W/" + lue.ETag))).Doit(304);
        (await moi.GetAsync($"/api/v1/offres/{id}", ("If-None-Match", "*"))).Doit(304);
        (await moi.GetAsync($"/api/v1/offres/{id}", ("If-None-Match", lue.ETag.Split('.')[0] + ".autre\""))).Doit(200);

        // The missing fields are told in another language.
        (await moi.GetAsync($"/api/v1/offres/{id}", ("If-None-Match", lue.ETag), ("Accept-Language", "en"))).Doit(200);
        Assert.Equal(["Accept-Encoding", "Accept-Language", "Authorization"], lue.Entetes.Vary.Order());

        // Only a change of the representation changes the tag.
        var pourReferent = (await referent.GetAsync($"/api/v1/offres/{id}")).Doit(200);
        Assert.Equal(pourReferent.Texte == lue.Texte, pourReferent.ETag == lue.ETag);
    }

    [Theory]
    [InlineData("/api/v1/entites-geographiques/" + Demo.ChAlbi)]
    [InlineData("/api/v1/entites-geographiques/" + Demo.ChAlbi + "/arborescence")]
    [InlineData("/api/v1/poles/" + Demo.PoleMedecine)]
    [InlineData("/api/v1/unites-fonctionnelles/" + Demo.UfConsultations)]
    [InlineData("/api/v1/offres/" + Demo.ConsultationAnesthesie)]
    [InlineData("/api/v1/offres/" + Demo.ConsultationAnesthesie + "/etapes")]
    [InlineData("/api/v1/offres/" + Demo.HcChirurgieBariatrique + "/etapes/accueil-prise-en-charge")]
    [InlineData("/api/v1/offres/" + Demo.ConsultationAnesthesie + "/sections/specificites")]
    [InlineData("/api/v1/diffusion/offres/76-100001")]
    public async Task Toute_ressource_a_un_ETag_et_son_304(string route)
    {
        var moi = await Moi;
        var lue = (await moi.GetAsync(route)).Doit(200);
        (await moi.GetAsync(route, ("If-None-Match", lue.ETag))).Doit(304);
    }

    // ---- Idempotency

    [Fact]
    public async Task La_meme_cle_avec_le_meme_corps_rejoue_la_reponse_a_l_octet()
    {
        var moi = await Moi;
        var cle = ("Idempotency-Key", Guid.NewGuid().ToString());
        var premiere = (await moi.PostAsync(Creation, Demo.InformationsChirurgie("Rejouée"), cle)).Doit(201);

        // Even when the offer has changed since.
        var id = premiere.Corps.Lu("id");
        (await moi.PutAsync($"/api/v1/offres/{id}/sections/contacts", Demo.Contacts(), ("If-Match", premiere.ETag))).Doit(200);
        var rejouee = (await moi.PostAsync(Creation, Demo.InformationsChirurgie("Rejouée"), cle)).Doit(201);
        Assert.Equal(premiere.Octets, rejouee.Octets);
        Assert.Equal(premiere.ETag, rejouee.ETag);
        Assert.Equal(premiere.Entetes.Location, rejouee.Entetes.Location);
        Assert.Equal(premiere.Type, rejouee.Type);
        Assert.Single(await moi.ToutLireAsync("/api/v1/offres?limite=200"), o => o.Lu("nom") == "Rejouée");
    }

    [Fact]
    public async Task La_meme_cle_avec_un_autre_corps_est_un_422()
    {
        var moi = await Moi;
        var cle = ("Idempotency-Key", Guid.NewGuid().ToString());
        (await moi.PostAsync(Creation, Demo.InformationsChirurgie("Corps un"), cle)).Doit(201);
        (await moi.PostAsync(Creation, Demo.InformationsChirurgie("Corps deux"), cle)).Refuse(422, "idempotence.corps-different");
        Assert.DoesNotContain(await moi.ToutLireAsync("/api/v1/offres?limite=200"), o => o.Lu("nom") == "Corps deux");
    }

    [Fact]
    public async Task Une_cle_survit_a_un_redemarrage()
    {
        await using var premier = new ServeurRor();
        var moi = await premier.EnAsync("responsable-ch-albi");
        var cle = ("Idempotency-Key", "survit");
        var creee = (await moi.PostAsync(Creation, Demo.InformationsChirurgie("Survit"), cle)).Doit(201);
        await premier.ArreterAsync();
        await using var second = ServeurRor.Redemarrer(premier.Connexion);
        moi = await second.EnAsync("responsable-ch-albi");
        var rejouee = (await moi.PostAsync(Creation, Demo.InformationsChirurgie("Survit"), cle)).Doit(201);
        Assert.Equal(creee.Octets, rejouee.Octets);
        Assert.Equal(creee.ETag, rejouee.ETag);
        Assert.Equal(creee.Entetes.Location, rejouee.Entetes.Location);
        (await moi.PostAsync(Creation, Demo.InformationsChirurgie("Autre"), cle)).Refuse(422, "idempotence.corps-different");
    }

    [Fact]
    public async Task Un_refus_n_est_pas_garde()
    {
        var moi = await Moi;
        var cle = ("Idempotency-Key", Guid.NewGuid().ToString());
        (await moi.PostAsync(Creation, new { nom = "Refusée", champActivite = Demo.Code("01") }, cle)).Doit(422).Contient("/modeleSaisie", "champ.obligatoire");
        (await moi.BrutAsync(HttpMethod.Post, Creation, "{"u8.ToArray(), "application/json", cle)).Refuse(400, "corps.json-invalide");
        (await moi.PostAsync(Creation, Demo.InformationsChirurgie("Acceptée ensuite"), cle)).Doit(201);
        var refus = (await moi.PostAsync(Creation, new { nom = "Refusée" }, ("Idempotency-Key", "refus-deux-fois"))).Doit(422);
        Assert.Equal(refus.Erreurs, (await moi.PostAsync(Creation, new { nom = "Refusée" }, ("Idempotency-Key", "refus-deux-fois"))).Doit(422).Erreurs);
    }

    [Fact]
    public async Task Huit_creations_paralleles_avec_une_cle_donnent_une_offre()
    {
        var moi = await Moi;
        for (var essai = 0; essai < 3; essai++)
        {
            var cle = ("Idempotency-Key", Guid.NewGuid().ToString());
            var nom = $"Huit fois {essai}";
            var reponses = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => moi.PostAsync(Creation, Demo.InformationsChirurgie(nom), cle)));
            Assert.All(reponses, r => Assert.Equal(reponses[0].Doit(201).Octets, r.Doit(201).Octets));
            Assert.All(reponses, r => Assert.Equal(reponses[0].ETag, r.ETag));
            Assert.All(reponses, r => Assert.Equal(reponses[0].Entetes.Location, r.Entetes.Location));
            Assert.Single(await moi.ToutLireAsync("/api/v1/offres?limite=200"), o => o.Lu("nom") == nom);
        }
    }

    [Fact]
    public async Task Huit_creations_paralleles_sans_cle_donnent_huit_offres_et_huit_identifiants()
    {
        var moi = await Moi;
        var reponses = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => moi.PostAsync(Creation, Demo.InformationsChirurgie("Huit offres"))));
        Assert.Equal(8, reponses.Select(r => r.Doit(201).Corps.Lu("identifiant")).Distinct().Count());
        Assert.Equal(8, reponses.Select(r => r.Corps.Lu("id")).Distinct().Count());
    }

    [Fact]
    public async Task Huit_corps_differents_en_parallele_sous_une_cle_une_seule_offre()
    {
        var moi = await Moi;
        var cle = ("Idempotency-Key", Guid.NewGuid().ToString());
        var reponses = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => moi.PostAsync(Creation, Demo.InformationsChirurgie($"Course {i}"), cle)));
        Assert.Single(reponses, r => r.Statut == 201);
        Assert.All(reponses.Where(r => r.Statut != 201), r => r.Refuse(422, "idempotence.corps-different"));
        Assert.Single(await moi.ToutLireAsync("/api/v1/offres?limite=200"), o => o.Lu("nom").StartsWith("Course ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task La_cle_d_un_autre_appelant_ou_d_un_autre_chemin_est_independante()
    {
        var moi = await Moi;
        var referent = await serveur.EnAsync("referent-occitanie");
        var cle = ("Idempotency-Key", "la-meme-pour-tous");
        var un = (await moi.PostAsync(Creation, Demo.InformationsChirurgie("Clé partagée"), cle)).Doit(201);
        var deux = (await referent.PostAsync(Creation, Demo.InformationsChirurgie("Clé partagée"), cle)).Doit(201);
        var trois = (await moi.PostAsync($"/api/v1/unites-fonctionnelles/{Demo.UfMedicoChirurgicale}/offres", Demo.InformationsChirurgie("Clé partagée"), cle)).Doit(201);
        Assert.Equal(3, new[] { un, deux, trois }.Select(r => r.Corps.Lu("id")).Distinct().Count());

        // A key gives no sight: a foreigner meets the 404 first.
        (await (await serveur.EnAsync("responsable-ehpad")).PostAsync(Creation, Demo.InformationsChirurgie("Clé partagée"), cle)).Doit(404);
    }

    [Fact]
    public async Task Une_cle_a_de_1_a_255_caracteres()
    {
        var moi = await Moi;
        (await moi.PostAsync(Creation, Demo.InformationsChirurgie("Clé de 255"), ("Idempotency-Key", new string('k', 255)))).Doit(201);
        (await moi.PostAsync(Creation, Demo.InformationsChirurgie("Clé de 256"), ("Idempotency-Key", new string('k', 256)))).Refuse(400, "idempotence.cle-invalide");
        Assert.DoesNotContain(await moi.ToutLireAsync("/api/v1/offres?limite=200"), o => o.Lu("nom") == "Clé de 256");
    }

    [Fact]
    public async Task La_creation_depuis_l_EHPAD_est_idempotente_aussi()
    {
        var ehpad = await serveur.EnAsync("responsable-ehpad");
        var cle = ("Idempotency-Key", Guid.NewGuid().ToString());
        var corps = new { nom = "EHPAD une fois", champActivite = Demo.Code("04"), modeleSaisie = Demo.ModeleEhpad };
        var reponses = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ehpad.PostAsync($"/api/v1/entites-geographiques/{Demo.Ehpad}/offres", corps, cle)));
        Assert.All(reponses, r => Assert.Equal(reponses[0].Octets, r.Doit(201).Octets));
    }

    [Fact]
    public async Task Le_meme_JSON_rejoue_avec_les_memes_types_mime()
    {
        var moi = await Moi;
        var cle = ("Idempotency-Key", Guid.NewGuid().ToString());
        var corps = JsonSerializer.SerializeToUtf8Bytes(Demo.InformationsChirurgie("Type MIME"));
        var un = (await moi.BrutAsync(HttpMethod.Post, Creation, corps, "application/json", cle)).Doit(201);
        var deux = (await moi.BrutAsync(HttpMethod.Post, Creation, corps, "application/json; charset=utf-8", cle)).Doit(201);
        Assert.Equal(un.Octets, deux.Octets);
        Assert.Equal(un.Entetes.GetValues("Vary"), deux.Entetes.GetValues("Vary"));
        Assert.IsType<HttpResponseHeaders>(deux.Entetes, exactMatch: false);
    }
}
