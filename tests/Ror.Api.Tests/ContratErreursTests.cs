using System.Text;
using System.Text.Json;
using Ror.TestKit;

namespace Ror.Api.Tests;

/// <summary>Bad requests on every write route: a clear 4xx in problem+json, nothing stored, never a 5xx.</summary>
public sealed class ContratErreursTests(ServeurRor serveur) : IClassFixture<ServeurRor>
{
    private const string Offre = "/api/v1/offres/{id}";

    /// <summary>Method, route and one known member, of a text, a list or a coded value as the route has it.</summary>
    public static TheoryData<string, string, string> Ecritures => new()
    {
        { "POST", $"/api/v1/unites-fonctionnelles/{Demo.UfHcChirurgies}/offres", "nom" },
        { "POST", $"/api/v1/entites-geographiques/{Demo.Ehpad}/offres", "nom" },
        { "PUT", Offre + "/etapes/informations-generales", "nom" },
        { "PUT", Offre + "/etapes/accueil-prise-en-charge", "typesOffre" },
        { "PUT", Offre + "/etapes/patientele-et-specificites", "patientele" },
        { "PUT", Offre + "/sections/informations-generales", "nom" },
        { "PUT", Offre + "/sections/accueil-prise-en-charge", "typesOffre" },
        { "PUT", Offre + "/sections/patientele", "ageMin" },
        { "PUT", Offre + "/sections/specificites", "activites" },
        { "PUT", Offre + "/sections/contacts", "patients" },
        { "PUT", Offre + "/sections/adresse", "commune" },
        { "PUT", Offre + "/sections/messagerie-securisee", "boites" },
        { "PUT", Offre + "/sections/horaires", "semaineType" },
        { "PUT", Offre + "/sections/zone-intervention", "communes" },
        { "POST", Offre + "/validation", "relu" },
        { "POST", Offre + "/fermeture", "type" },
        { "POST", Offre + "/transfert", "type" },
        { "POST", "/api/v1/entites-juridiques", "raisonSociale" },
        { "POST", "/api/v1/entites-geographiques", "denomination" },
        { "PUT", $"/api/v1/entites-geographiques/{Demo.ChAlbi}", "denomination" },
        { "POST", $"/api/v1/entites-geographiques/{Demo.ChAlbi}/fermeture", "type" },
        { "POST", $"/api/v1/entites-geographiques/{Demo.ChAlbi}/poles", "nom" },
        { "PUT", $"/api/v1/poles/{Demo.PoleMedecine}", "nom" },
        { "POST", $"/api/v1/poles/{Demo.PoleMedecine}/fermeture", "type" },
        { "POST", $"/api/v1/poles/{Demo.PoleMedecine}/unites-fonctionnelles", "nom" },
        { "PUT", $"/api/v1/unites-fonctionnelles/{Demo.UfConsultations}", "nom" },
        { "POST", $"/api/v1/unites-fonctionnelles/{Demo.UfConsultations}/fermeture", "type" },
    };

    /// <summary>Those whose route names an object.</summary>
    public static TheoryData<string, string, string> EcrituresSurUnObjet =>
        [.. Ecritures.Select(e => e.Data).Where(e => e.Item2 is not ("/api/v1/entites-juridiques" or "/api/v1/entites-geographiques"))];

    public static TheoryData<string, string> SansCorps => new()
    {
        { "DELETE", Offre },
        { "DELETE", Offre + "/modifications" },
        { "POST", Offre + "/reouverture" },
        { "POST", Offre + "/confirmation" },
        { "POST", Offre + "/versions/1/restauration" },
    };

    /// <summary>Route, body, pointer of the fault.</summary>
    public static TheoryData<string, string, string> MauvaisTypes => new()
    {
        { "/etapes/informations-generales", """{"nom":12}""", "/nom" },
        { "/etapes/informations-generales", """{"nom":{"a":1}}""", "/nom" },
        { "/etapes/informations-generales", """{"nom":["x"]}""", "/nom" },
        { "/etapes/informations-generales", """{"uniteSensible":"oui"}""", "/uniteSensible" },
        { "/etapes/informations-generales", """{"uniteSensible":1}""", "/uniteSensible" },
        { "/etapes/informations-generales", """{"champActivite":"01"}""", "/champActivite" },
        { "/etapes/informations-generales", """{"champActivite":["01"]}""", "/champActivite" },
        { "/etapes/informations-generales", """{"champActivite":{"code":1}}""", "/champActivite/code" },
        { "/etapes/informations-generales", """{"champActivite":{"code":"01","libelle":3}}""", "/champActivite/libelle" },
        { "/etapes/informations-generales", """{"champActivite":{"code":"01","systeme":false}}""", "/champActivite/systeme" },
        { "/etapes/informations-generales", """{"secteurPsychiatrique":"81G01"}""", "/secteurPsychiatrique" },
        { "/etapes/informations-generales", """{"secteurPsychiatrique":["81G01",2]}""", "/secteurPsychiatrique/1" },
        { "/etapes/informations-generales", """{"secteurPsychiatrique":[null]}""", "/secteurPsychiatrique/0" },
        { "/sections/informations-generales", """{"modeleSaisie":{}}""", "/modeleSaisie" },
        { "/etapes/accueil-prise-en-charge", """{"typesOffre":{"code":"153"}}""", "/typesOffre" },
        { "/etapes/accueil-prise-en-charge", """{"typesOffre":["153"]}""", "/typesOffre/0" },
        { "/etapes/accueil-prise-en-charge", """{"typesOffre":[{"code":"153"},null]}""", "/typesOffre/1" },
        { "/sections/accueil-prise-en-charge", """{"modalitesAccueil":[{"code":"03"},{"code":4}]}""", "/modalitesAccueil/1/code" },
        { "/etapes/patientele-et-specificites", """{"patientele":[]}""", "/patientele" },
        { "/etapes/patientele-et-specificites", """{"patientele":{"ageMin":15}}""", "/patientele/ageMin" },
        { "/etapes/patientele-et-specificites", """{"patientele":{"ageMin":{"valeur":"15","unite":"a"}}}""", "/patientele/ageMin/valeur" },
        { "/etapes/patientele-et-specificites", """{"patientele":{"ageMin":{"valeur":1.5,"unite":"a"}}}""", "/patientele/ageMin/valeur" },
        { "/etapes/patientele-et-specificites", """{"patientele":{"ageMin":{"valeur":99999999999,"unite":"a"}}}""", "/patientele/ageMin/valeur" },
        { "/etapes/patientele-et-specificites", """{"patientele":{"ageMin":{"valeur":1e400,"unite":"a"}}}""", "/patientele/ageMin/valeur" },
        { "/etapes/patientele-et-specificites", """{"specificites":{"activites":[{"activite":{"code":33}}]}}""", "/specificites/activites/0/activite/code" },
        { "/sections/patientele", """{"ageMax":{"unite":3}}""", "/ageMax/unite" },
        { "/sections/patientele", """{"publicsPrisEnCharge":[[]]}""", "/publicsPrisEnCharge/0" },
        { "/sections/specificites", """{"activites":["033"]}""", "/activites/0" },
        { "/sections/specificites", """{"activites":[{"activite":{"code":"033"}},null]}""", "/activites/1" },
        { "/sections/specificites", """{"actesSpecifiques":[{"code":"0065"},{"code":[]}]}""", "/actesSpecifiques/1/code" },
        { "/sections/specificites", """{"liensTeleconsultation":[{"url":"x"}]}""", "/liensTeleconsultation/0" },
        { "/sections/specificites", """{"teleExpertise":[{"canal":{"code":3}}]}""", "/teleExpertise/0/canal/code" },
        { "/sections/contacts", """{"patients":{}}""", "/patients" },
        { "/sections/contacts", """{"patients":[[]]}""", "/patients/0" },
        { "/sections/contacts", """{"patients":[{"telecoms":[{"valeur":36490012}]}]}""", "/patients/0/telecoms/0/valeur" },
        { "/sections/contacts", """{"professionnels":[{},{"telecoms":[{},{"canal":{"code":true}}]}]}""", "/professionnels/1/telecoms/1/canal/code" },
        { "/validation", """{"relu":"true"}""", "/relu" },
        { "/validation", """{"relu":1}""", "/relu" },
    };

    /// <summary>Route, body, pointer, code.</summary>
    public static TheoryData<string, string, string, string> MauvaisMembres => new()
    {
        { "/etapes/informations-generales", """{"nom":"a","inconnu":1}""", "/inconnu", "corps.membre-inconnu" },
        { "/etapes/informations-generales", """{"Nom":"a"}""", "/Nom", "corps.membre-inconnu" },
        { "/etapes/informations-generales", """{"champActivite":{"code":"01","display":"x"}}""", "/champActivite/display", "corps.membre-inconnu" },
        { "/etapes/informations-generales", """{"identifiant":"76/1"}""", "/identifiant", "corps.membre-inconnu" },
        { "/etapes/patientele-et-specificites", """{"patientele":{"ageMin":{"valeur":1,"unite":"a","unité":"a"}}}""", "/patientele/ageMin/unité", "corps.membre-inconnu" },
        { "/sections/specificites", """{"activites":[{"activite":{"code":"033"}},{"acte":{"code":"033"}}]}""", "/activites/1/acte", "corps.membre-inconnu" },
        { "/sections/contacts", """{"patients":[{"telecoms":[{"a/b~c":1}]}]}""", "/patients/0/telecoms/0/a~1b~0c", "corps.membre-inconnu" },
        { "/validation", """{"relu":true,"commentaire":"x"}""", "/commentaire", "corps.membre-inconnu" },
        { "/etapes/informations-generales", """{"nom":"a","nom":"b"}""", "/nom", "corps.membre-en-double" },
        { "/etapes/informations-generales", """{"nom":"a","nom":"a"}""", "/nom", "corps.membre-en-double" },
        { "/etapes/informations-generales", """{"champActivite":{"code":"01","code":"02"}}""", "/champActivite/code", "corps.membre-en-double" },
        { "/sections/accueil-prise-en-charge", """{"typesOffre":[{"code":"153","code":"153"}]}""", "/typesOffre/0/code", "corps.membre-en-double" },
        { "/sections/contacts", """{"patients":[{"nom":"a","nom":"b"}]}""", "/patients/0/nom", "corps.membre-en-double" },
        { "/validation", """{"relu":true,"relu":true}""", "/relu", "corps.membre-en-double" },
    };

    public static TheoryData<string, string> ListesEnormes
    {
        get
        {
            string Dix(string element) => string.Join(',', Enumerable.Repeat(element, 10_000));
            return new()
            {
                { "/etapes/informations-generales", $$"""{"nom":"x","champActivite":{"code":"03"},"secteurPsychiatrique":[{{Dix("\"81G01\"")}}]}""" },
                { "/etapes/accueil-prise-en-charge", $$"""{"modePriseEnCharge":{"code":"28"},"modalitesAccueil":[{{Dix("""{"code":"03"}""")}}]}""" },
                { "/sections/accueil-prise-en-charge", $$"""{"modeGestion":[{{Dix("""{"code":"01"}""")}}]}""" },
                { "/sections/accueil-prise-en-charge", $$"""{"typesOffre":[{{Dix("""{"code":"153"}""")}}]}""" },
                { "/sections/patientele", $$"""{"publicsPrisEnCharge":[{{Dix("""{"code":"07"}""")}}]}""" },
                { "/etapes/patientele-et-specificites", "{\"specificites\":{\"activites\":[" + Dix("""{"activite":{"code":"033"}}""") + "]}}" },
                { "/sections/specificites", $$"""{"actesSpecifiques":[{{string.Join(',', Enumerable.Range(0, 10_000).Select(i => "{\"code\":\"" + i + "\"}"))}}]}""" },
                { "/sections/specificites", $$"""{"professionsRessources":[{{Dix("""{"code":"10"}""")}}]}""" },
                { "/sections/specificites", $$"""{"liensTeleconsultation":[{{Dix("\"https://a.example\"")}}]}""" },
                { "/sections/contacts", $$"""{"patients":[{{Dix("""{"nature":{"code":"02"}}""")}}]}""" },
                { "/sections/contacts", $$"""{"patients":[{"nature":{"code":"02"},"telecoms":[{{Dix("""{"canal":{"code":"3"},"valeur":"a@b.example"}""")}}]}]}""" },
            };
        }
    }

    private Task<ClientRor> Referent => serveur.EnAsync("referent-occitanie");

    // ---- Unreadable bodies

    [Theory]
    [MemberData(nameof(Ecritures))]
    public async Task Un_corps_illisible_est_un_400_et_rien_n_est_garde(string methode, string route, string membre)
    {
        var (client, id, etag) = await OffreAsync();
        var total = await TotalAsync(client);
        var avant = (await client.GetAsync($"/api/v1/offres/{id}")).Doit(200).Texte;
        async Task<Reponse> Envoyer(byte[] corps) => await client.BrutAsync(new HttpMethod(methode), Route(route, id), corps, entetes: ("If-Match", etag));

        foreach (var illisible in new[]
        {
            "{", "}", "{\"" + membre + "\":}", "{\"" + membre + "\"}", "{'" + membre + "':1}", "{} {}", "{},", "{\"" + membre + "\":null,}", "/* */{}", "nope", "NaN", "\"", "\u0000",
            "{\"" + membre + "\":\"\u0001\"}", new string('[', 200) + new string(']', 200),
            string.Concat(Enumerable.Repeat("{\"" + membre + "\":", 200)) + "1" + new string('}', 200),
        })
        {
            var refus = (await Envoyer(Encoding.UTF8.GetBytes(illisible))).Doit(400);
            Probleme(refus, 400, Route(route, id));
            Assert.StartsWith("corps.", refus.Code, StringComparison.Ordinal);
        }

        foreach (var forme in new[] { "[]", "null", "true", "12", "\"texte\"", "[{}]" })
        {
            Probleme((await Envoyer(Encoding.UTF8.GetBytes(forme))).Refuse(400, "corps.type-invalide"), 400, Route(route, id));
        }

        (await Envoyer([])).Refuse(400, "corps.absent");
        (await Envoyer("  "u8.ToArray())).Doit(400);
        byte[] invalide = [.. "{\""u8, .. Encoding.UTF8.GetBytes(membre), .. "\":\""u8, 0xFF, 0xC0, 0x80, .. "\"}"u8];
        Probleme((await Envoyer(invalide)).Refuse(400, "corps.utf8-invalide"), 400, Route(route, id));
        (await Envoyer([0xFF, 0xFE, 0x7B, 0x00, 0x7D, 0x00])).Doit(400);
        (await Envoyer([.. "{\""u8, 0xED, 0xA0, 0x80, .. "\":1}"u8])).Refuse(400, "corps.utf8-invalide");
        (await Envoyer("{\"inconnu\":1}"u8.ToArray())).Refuse(400, "corps.membre-inconnu").Contient("/inconnu", "corps.membre-inconnu");
        (await Envoyer(Encoding.UTF8.GetBytes($"{{\"{membre}\":null,\"{membre}\":null}}"))).Refuse(400, "corps.membre-en-double").Contient($"/{membre}", "corps.membre-en-double");
        (await Envoyer("{\"\\ud800\":1}"u8.ToArray())).Doit(400);

        Assert.Equal(avant, (await client.GetAsync($"/api/v1/offres/{id}")).Doit(200).Texte);
        Assert.Equal(total, await TotalAsync(client));
    }

    [Theory]
    [MemberData(nameof(Ecritures))]
    public async Task Un_corps_absent_ou_d_un_autre_type_est_refuse(string methode, string route, string membre)
    {
        var (client, id, etag) = await OffreAsync();
        var avant = (await client.GetAsync($"/api/v1/offres/{id}")).Doit(200).Texte;
        var corps = Encoding.UTF8.GetBytes($"{{\"{membre}\":null}}");
        foreach (var type in new[] { "text/plain", "application/xml", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "n'importe quoi" })
        {
            Probleme((await client.BrutAsync(new HttpMethod(methode), Route(route, id), corps, type, ("If-Match", etag))).Refuse(415, "corps.type-non-gere"), 415, Route(route, id));
        }

        var absent = methode == "PUT" ? await client.PutAsync(Route(route, id), null, ("If-Match", etag)) : await client.PostAsync(Route(route, id), null, ("If-Match", etag));
        Probleme(absent.Refuse(400, "corps.absent"), 400, Route(route, id));
        Assert.Equal(avant, (await client.GetAsync($"/api/v1/offres/{id}")).Doit(200).Texte);
    }

    [Theory]
    [MemberData(nameof(Ecritures))]
    public async Task Dix_megaoctets_sont_refuses_avec_et_sans_Content_Length(string methode, string route, string membre)
    {
        var (client, id, etag) = await OffreAsync();
        var avant = (await client.GetAsync($"/api/v1/offres/{id}")).Doit(200).Texte;
        var corps = Encoding.UTF8.GetBytes($"{{\"{membre}\":\"{new string('x', 10 * 1024 * 1024)}\"}}");
        Probleme((await client.BrutAsync(new HttpMethod(methode), Route(route, id), corps, entetes: ("If-Match", etag))).Refuse(413, "corps.trop-gros"), 413, Route(route, id));
        Probleme((await client.BrutAsync(new HttpMethod(methode), Route(route, id), corps, "application/json", ("If-Match", etag), ("Transfer-Encoding", "chunked"))).Refuse(413, "corps.trop-gros"), 413, Route(route, id));
        Assert.Equal(avant, (await client.GetAsync($"/api/v1/offres/{id}")).Doit(200).Texte);
    }

    [Fact]
    public async Task Un_mebioctet_juste_est_lu_un_octet_de_plus_non()
    {
        var (client, id, etag) = await OffreAsync();
        string Corps(int taille) => "{\"patients\":[]" + new string(' ', taille - 16) + "}\n";
        (await client.BrutAsync(HttpMethod.Put, $"/api/v1/offres/{id}/sections/contacts", Encoding.UTF8.GetBytes(Corps(1024 * 1024)), entetes: ("If-Match", etag))).Doit(200);
        (await client.BrutAsync(HttpMethod.Put, $"/api/v1/offres/{id}/sections/contacts", Encoding.UTF8.GetBytes(Corps((1024 * 1024) + 1)), entetes: ("If-Match", etag))).Refuse(413, "corps.trop-gros");
    }

    [Theory]
    [MemberData(nameof(MauvaisTypes))]
    public async Task Un_mauvais_type_est_un_400_avec_son_pointeur(string suite, string corps, string pointeur)
    {
        var (client, id, etag) = await OffreAsync();
        var route = $"/api/v1/offres/{id}{suite}";
        var refus = await client.BrutAsync(suite == "/validation" ? HttpMethod.Post : HttpMethod.Put, route, Encoding.UTF8.GetBytes(corps), entetes: ("If-Match", etag));
        Probleme(refus.Refuse(400, "corps.type-invalide"), 400, route);
        Assert.Equal(pointeur, Assert.Single(refus.Erreurs).Champ);
        Assert.Equal(etag, await client.ETagAsync(id));
    }

    [Theory]
    [MemberData(nameof(MauvaisMembres))]
    public async Task Un_membre_inconnu_ou_en_double_est_un_400_avec_son_pointeur(string suite, string corps, string pointeur, string code)
    {
        var (client, id, etag) = await OffreAsync();
        var route = $"/api/v1/offres/{id}{suite}";
        var refus = await client.BrutAsync(suite == "/validation" ? HttpMethod.Post : HttpMethod.Put, route, Encoding.UTF8.GetBytes(corps), entetes: ("If-Match", etag));
        Probleme(refus.Refuse(400, code), 400, route);
        Assert.Equal(pointeur, Assert.Single(refus.Erreurs).Champ);
        Assert.Equal(etag, await client.ETagAsync(id));
    }

    [Theory]
    [MemberData(nameof(ListesEnormes))]
    public async Task Dix_mille_elements_sont_refuses(string suite, string corps)
    {
        var (client, id, etag) = await OffreAsync();
        var route = $"/api/v1/offres/{id}{suite}";
        var refus = await client.BrutAsync(HttpMethod.Put, route, Encoding.UTF8.GetBytes(corps), entetes: ("If-Match", etag));
        Probleme(refus.Doit(422), 422, route);
        Assert.Contains(refus.Erreurs, e => e.Code == "liste.trop-longue");
        Assert.True(refus.Octets.Length < 100_000, $"{refus.Octets.Length} octets pour dire qu'une liste est trop longue.");
        Assert.Equal(etag, await client.ETagAsync(id));
    }

    [Fact]
    public async Task Cinq_cents_codes_hors_modele_sont_refuses_vite()
    {
        var (client, id, etag) = await OffreAsync();
        var hors = (await client.ToutLireAsync("/api/v1/nomenclatures/J16/codes?limite=200")).Select(c => c.Lu("code")).Distinct().Take(500).Select(code => new { code }).ToList();
        var montre = System.Diagnostics.Stopwatch.StartNew();
        var refus = (await client.PutAsync($"/api/v1/offres/{id}/sections/specificites", new { activites = new[] { new { activite = Demo.Code("033") } }, actesSpecifiques = hors }, ("If-Match", etag))).Doit(422);
        Assert.True(montre.Elapsed < TimeSpan.FromSeconds(3), $"{montre.Elapsed} pour refuser {refus.Erreurs.Count} codes.");
    }

    // ---- Texts

    [Theory]
    [InlineData("a\\u0000b")]
    [InlineData("a\\u0007b")]
    [InlineData("a\\u009Fb")]
    [InlineData("\\ud800")]
    [InlineData("a\\udc00b")]
    [InlineData("\\uD83D")]
    [InlineData("\\uffff")]
    public async Task Un_caractere_interdit_est_un_4xx_et_n_est_pas_garde(string texte)
    {
        var (client, id, etag) = await OffreAsync();
        var corps = Encoding.UTF8.GetBytes($$"""{"nom":"{{texte}}","champActivite":{"code":"01"},"modeleSaisie":"{{Demo.ModeleChirurgie}}"}""");
        var section = await client.BrutAsync(HttpMethod.Put, $"/api/v1/offres/{id}/sections/informations-generales", corps, entetes: ("If-Match", etag));
        Assert.True(section.Statut is 400 or 422, section.Texte);
        section.Contient("/nom", section.Statut == 422 ? "texte.caractere-interdit" : "corps.type-invalide");
        Probleme(section, section.Statut, $"/api/v1/offres/{id}/sections/informations-generales");
        Assert.True((await client.BrutAsync(HttpMethod.Post, $"/api/v1/unites-fonctionnelles/{Demo.UfHcChirurgies}/offres", corps)).Statut is 400 or 422);
        foreach (var autre in new[]
        {
            $$"""{"patients":[{"nature":{"code":"{{texte}}"},"telecoms":[{"canal":{"code":"3"},"valeur":"a@b.example"}]}]}""",
            $$"""{"patients":[{"nature":{"code":"02","libelle":"x","systeme":"{{texte}}"},"telecoms":[{"canal":{"code":"3"},"valeur":"a@b.example"}]}]}""",
            $$"""{"patients":[{"nature":{"code":"02"},"description":"{{texte}}","telecoms":[{"canal":{"code":"3"},"valeur":"a@b.example"}]}]}""",
            $$"""{"patients":[{"nature":{"code":"02"},"telecoms":[{"canal":{"code":"3"},"valeur":"{{texte}}"}]}]}""",
        })
        {
            var refus = await client.BrutAsync(HttpMethod.Put, $"/api/v1/offres/{id}/sections/contacts", Encoding.UTF8.GetBytes(autre), entetes: ("If-Match", etag));
            Assert.True(refus.Statut is 400 or 422, refus.Texte);
        }

        Assert.Equal(etag, await client.ETagAsync(id));
    }

    [Theory]
    [InlineData("1", "0")]
    [InlineData("2", "05 ")]
    [InlineData("3", "a@a.")]
    [InlineData("3", "a")]
    [InlineData("4", "https://a.")]
    [InlineData("MSSANTE", "a.")]
    public async Task Un_texte_enorme_est_un_422_rapide(string canal, string motif)
    {
        var (client, id, etag) = await OffreAsync();
        var enorme = string.Concat(Enumerable.Repeat(motif, 900_000 / motif.Length));
        var montre = System.Diagnostics.Stopwatch.StartNew();
        var refus = (await client.PutAsync($"/api/v1/offres/{id}/sections/contacts",
            new { patients = new[] { new { nature = Demo.Code("02"), telecoms = new[] { new { canal = Demo.Code(canal), valeur = enorme } } } } }, ("If-Match", etag))).Doit(422);
        refus.Contient("/patients/0/telecoms/0/valeur", "texte.trop-long");
        Assert.True(refus.Octets.Length < 10_000, $"{refus.Octets.Length} octets");
        Assert.True(montre.Elapsed < TimeSpan.FromSeconds(5), $"{montre.Elapsed}");
        (await client.PutAsync($"/api/v1/offres/{id}/sections/informations-generales", Demo.InformationsChirurgie(enorme), ("If-Match", etag))).Doit(422).Contient("/nom", "texte.trop-long");
        Assert.Equal(etag, await client.ETagAsync(id));
    }

    [Fact]
    public async Task Un_code_enorme_n_est_pas_rendu_en_entier()
    {
        var (client, id, etag) = await OffreAsync();
        var enorme = new string('9', 900_000);
        var code = (await client.PutAsync($"/api/v1/offres/{id}/sections/accueil-prise-en-charge", new { modePriseEnCharge = Demo.Code(enorme) }, ("If-Match", etag))).Doit(422);
        Assert.True(code.Octets.Length < 10_000, $"{code.Octets.Length} octets rendus pour un code inconnu.");
        var modele = (await client.PutAsync($"/api/v1/offres/{id}/sections/informations-generales", new { nom = "x", champActivite = Demo.Code("01"), modeleSaisie = enorme }, ("If-Match", etag))).Doit(422);
        Assert.True(modele.Octets.Length < 10_000, $"{modele.Octets.Length} octets rendus pour un modèle inconnu.");
        var unite = (await client.PutAsync($"/api/v1/offres/{id}/sections/patientele", new { ageMin = new { valeur = 1, unite = enorme } }, ("If-Match", etag))).Doit(422);
        Assert.True(unite.Octets.Length < 10_000, $"{unite.Octets.Length} octets rendus pour une unité inconnue.");
        var membre = (await client.PutAsync($"/api/v1/offres/{id}/sections/contacts", new Dictionary<string, int> { [enorme] = 1 }, ("If-Match", etag))).Doit(400);
        Assert.True(membre.Octets.Length < 10_000, $"{membre.Octets.Length} octets rendus pour un membre inconnu.");
        Assert.Equal(etag, await client.ETagAsync(id));
    }

    [Fact]
    public async Task L_emetteur_de_demonstration_lit_strictement_aussi()
    {
        Probleme((await serveur.Anonyme.BrutAsync(HttpMethod.Post, "/dev/jetons", "{"u8.ToArray())).Refuse(400, "corps.json-invalide"), 400, "/dev/jetons");
        (await serveur.Anonyme.PostAsync("/dev/jetons", new { persona = "grand-public", roles = "administrateur" })).Refuse(400, "corps.membre-inconnu").Contient("/roles", "corps.membre-inconnu");
        (await serveur.Anonyme.PostAsync("/dev/jetons", new { persona = 1 })).Refuse(400, "corps.type-invalide").Contient("/persona", "corps.type-invalide");
        (await serveur.Anonyme.PostAsync("/dev/jetons", new { })).Doit(422);
        (await serveur.Anonyme.PostAsync("/dev/jetons", null)).Refuse(400, "corps.absent");
    }

    [Fact]
    public async Task Un_texte_de_toutes_les_langues_est_garde_tel_quel()
    {
        var (client, id, etag) = await OffreAsync();
        const string Nom = "Œuvre « d'été » – 日本語 – 😀 – \"<script>\" & {0}";
        var ecrit = (await client.PutAsync($"/api/v1/offres/{id}/sections/informations-generales", Demo.InformationsChirurgie(Nom), ("If-Match", etag))).Doit(200);
        Assert.Equal(Nom, ecrit.Corps.Lu("nom"));
        Assert.Equal(Nom, (await client.GetAsync($"/api/v1/offres/{id}/sections/informations-generales")).Doit(200).Corps.Lu("nom"));
    }

    // ---- Objects out of sight

    [Theory]
    [MemberData(nameof(EcrituresSurUnObjet))]
    public async Task Un_objet_inconnu_ou_etranger_donne_404_avant_tout_le_reste(string methode, string route, string membre)
    {
        Assert.NotEmpty(membre);
        var referent = await Referent;
        string[] albigeois = [Demo.UfHcChirurgies, Demo.UfConsultations, Demo.PoleMedecine, Demo.ChAlbi];
        var inconnue = albigeois.Append(Demo.Ehpad).Aggregate(Route(route, Outils.Inconnu), (r, id) => r.Replace(id, Outils.Inconnu, StringComparison.Ordinal));
        foreach (var corps in new[] { "{}", "{", "{\"inconnu\":1}" })
        {
            Probleme((await referent.BrutAsync(new HttpMethod(methode), inconnue, Encoding.UTF8.GetBytes(corps))).Doit(404), 404, inconnue);
        }

        (await referent.BrutAsync(new HttpMethod(methode), inconnue, new byte[2_000_000])).Doit(404);

        // responsable-ch-albi on the EHPAD, responsable-ehpad on the CH ALBI.
        var (etranger, cible) = albigeois.Any(id => route.Contains(id, StringComparison.Ordinal)) ? ("responsable-ehpad", route) : ("responsable-ch-albi", Route(route, Demo.HebergementPermanent));
        var client = await serveur.EnAsync(etranger);
        Probleme((await client.BrutAsync(new HttpMethod(methode), cible, "{"u8.ToArray())).Doit(404), 404, cible);
        foreach (var persona in new[] { "medecin-liberal", "plateforme-occitanie", "grand-public", "administrateur" })
        {
            var autre = await serveur.EnAsync(persona);
            Assert.True((await autre.BrutAsync(new HttpMethod(methode), cible, "{}"u8.ToArray(), entetes: ("If-Match", "\"1.a\""))).Statut is 403 or 404);
        }
    }

    [Theory]
    [MemberData(nameof(Ecritures))]
    public async Task Sans_jeton_le_401_vient_avant_tout_le_reste(string methode, string route, string membre)
    {
        Assert.NotEmpty(membre);
        var cible = Route(route, Outils.Inconnu);
        (await serveur.Anonyme.BrutAsync(new HttpMethod(methode), cible, "{"u8.ToArray())).Refuse(401, "acces.non-authentifie");
        (await serveur.Anonyme.BrutAsync(new HttpMethod(methode), cible, new byte[2_000_000])).Refuse(401, "acces.non-authentifie");
        Probleme((await serveur.Anonyme.BrutAsync(new HttpMethod(methode), cible, "x"u8.ToArray(), "text/plain")).Refuse(401, "acces.non-authentifie"), 401, cible);
    }

    [Theory]
    [MemberData(nameof(SansCorps))]
    public async Task Sans_corps_aussi_l_inconnu_et_l_etranger_donnent_404(string methode, string route)
    {
        var referent = await Referent;
        async Task<Reponse> Envoyer(ClientRor client, string id) => methode == "DELETE" ? await client.DeleteAsync(Route(route, id)) : await client.PostAsync(Route(route, id), null);
        Probleme((await Envoyer(referent, Outils.Inconnu)).Refuse(404, "offre.introuvable"), 404, Route(route, Outils.Inconnu));
        (await Envoyer(await serveur.EnAsync("responsable-ch-albi"), Demo.HebergementPermanent)).Refuse(404, "offre.introuvable");
        (await Envoyer(referent, Demo.HebergementPermanent)).Refuse(428, "version.requise");
    }

    // ---- Order of checks

    [Fact]
    public async Task L_ordre_des_controles_corps_puis_428_412_409_422()
    {
        var (client, id, etag) = await OffreAsync();
        var route = $"/api/v1/offres/{id}/sections/accueil-prise-en-charge";
        var faux = new { modePriseEnCharge = Demo.Code("99") };
        (await client.BrutAsync(HttpMethod.Put, route, "{"u8.ToArray())).Refuse(400, "corps.json-invalide");
        (await client.PutAsync(route, new { inconnu = 1 }, ("If-Match", "\"0.perimee\""))).Refuse(400, "corps.membre-inconnu");
        (await client.PutAsync(route, faux)).Refuse(428, "version.requise");
        (await client.PutAsync(route, faux, ("If-Match", "\"0.perimee\""))).Refuse(412, "version.perimee");
        (await client.PutAsync(route, faux, ("If-Match", etag))).Doit(422).Contient("/modePriseEnCharge", "code.inconnu");

        var fermee = await client.ETagAsync(Demo.ConsultationFermee);
        var autre = $"/api/v1/offres/{Demo.ConsultationFermee}/sections/accueil-prise-en-charge";
        (await client.PutAsync(autre, faux)).Refuse(428, "version.requise");
        (await client.PutAsync(autre, faux, ("If-Match", "\"0.perimee\""))).Refuse(412, "version.perimee");
        (await client.PutAsync(autre, faux, ("If-Match", fermee))).Refuse(409, "offre.transition-interdite");
    }

    [Fact]
    public async Task L_ordre_des_controles_401_et_403_d_abord()
    {
        (await serveur.Anonyme.BrutAsync(HttpMethod.Put, $"/api/v1/offres/{Outils.Inconnu}/sections/contacts", "{"u8.ToArray())).Refuse(401, "acces.non-authentifie");
        var moi = await serveur.EnAsync("responsable-ch-albi");
        (await moi.PostAsync($"/api/v1/offres/{Demo.ConsultationAnesthesie}/transfert?inconnu=1", null)).Refuse(403, "acces.interdit");
        (await moi.GetAsync($"/api/v1/offres/{Outils.Inconnu}?inconnu=1")).Refuse(404, "offre.introuvable");
        (await moi.GetAsync($"/api/v1/offres/{Demo.HebergementPermanent}?inconnu=1")).Refuse(404, "offre.introuvable");
    }

    // ---- Addresses and parameters

    [Theory]
    [InlineData("PATCH", "/api/v1/offres")]
    [InlineData("POST", "/api/v1/offres")]
    [InlineData("PUT", "/api/v1/moi")]
    [InlineData("DELETE", "/api/v1/moi")]
    [InlineData("PUT", "/api/v1/offres/" + Demo.ConsultationAnesthesie)]
    [InlineData("POST", "/api/v1/offres/" + Demo.ConsultationAnesthesie)]
    [InlineData("GET", "/api/v1/offres/" + Demo.ConsultationAnesthesie + "/validation")]
    [InlineData("GET", "/api/v1/offres/" + Demo.ConsultationAnesthesie + "/modifications")]
    [InlineData("DELETE", "/api/v1/offres/" + Demo.ConsultationAnesthesie + "/etapes/informations-generales")]
    [InlineData("PATCH", "/api/v1/offres/" + Demo.ConsultationAnesthesie + "/sections/contacts")]
    [InlineData("POST", "/api/v1/diffusion/offres")]
    [InlineData("GET", "/api/v1/unites-fonctionnelles/" + Demo.UfConsultations + "/offres")]
    public async Task Une_mauvaise_methode_est_un_405(string methode, string route) =>
        Probleme((await (await Referent).BrutAsync(new HttpMethod(methode), route, [])).Refuse(405, "methode.interdite"), 405, route);

    [Theory]
    [InlineData("/api/v1/nulle-part")]
    [InlineData("/api/v1/offres/pas-un-id")]
    [InlineData("/api/v1/offres/" + Demo.ConsultationAnesthesie + "/nulle-part")]
    [InlineData("/api/v1/offres/" + Demo.ConsultationAnesthesie + "/sections/horaires2")]
    [InlineData("/api/v1/entites-geographiques/1")]
    [InlineData("/api/v2/offres")]
    [InlineData("/")]
    public async Task Une_adresse_inconnue_est_un_404(string route) =>
        Probleme((await (await Referent).GetAsync(route)).Doit(404), 404, route);

    [Theory]
    [InlineData("/api/v1/moi")]
    [InlineData("/api/v1/entites-geographiques")]
    [InlineData("/api/v1/entites-geographiques/" + Demo.ChAlbi)]
    [InlineData("/api/v1/entites-geographiques/" + Demo.ChAlbi + "/arborescence")]
    [InlineData("/api/v1/entites-geographiques/" + Demo.Ehpad + "/formulaire-offre")]
    [InlineData("/api/v1/poles/" + Demo.PoleMedecine)]
    [InlineData("/api/v1/unites-fonctionnelles/" + Demo.UfConsultations)]
    [InlineData("/api/v1/unites-fonctionnelles/" + Demo.UfConsultations + "/formulaire-offre")]
    [InlineData("/api/v1/offres")]
    [InlineData("/api/v1/offres/" + Demo.ConsultationAnesthesie)]
    [InlineData("/api/v1/offres/" + Demo.ConsultationAnesthesie + "/etapes")]
    [InlineData("/api/v1/offres/" + Demo.HcChirurgieBariatrique + "/etapes/informations-generales")]
    [InlineData("/api/v1/offres/" + Demo.ConsultationAnesthesie + "/sections/contacts")]
    [InlineData("/api/v1/nomenclatures")]
    [InlineData("/api/v1/nomenclatures/J19/codes")]
    [InlineData("/api/v1/modeles-saisie")]
    [InlineData("/api/v1/modeles-saisie/01920000-0000-7000-8000-000000000a01")]
    [InlineData("/api/v1/diffusion/offres")]
    [InlineData("/api/v1/diffusion/offres/76-100001")]
    [InlineData("/dev/personas")]
    public async Task Un_parametre_inconnu_est_un_400(string route)
    {
        var client = await Referent;
        (await client.GetAsync(route)).Doit(200);
        Probleme((await client.GetAsync(route + "?nimporte=1")).Refuse(400, "parametre.inconnu"), 400, route);
    }

    [Fact]
    public async Task Un_parametre_inconnu_sur_une_ecriture_est_un_400()
    {
        var (client, id, etag) = await OffreAsync();
        (await client.PutAsync($"/api/v1/offres/{id}/sections/contacts?force=true", Demo.Contacts(), ("If-Match", etag))).Refuse(400, "parametre.inconnu");
        (await client.DeleteAsync($"/api/v1/offres/{id}?force=true", ("If-Match", etag))).Refuse(400, "parametre.inconnu");
        (await client.PostAsync($"/api/v1/unites-fonctionnelles/{Demo.UfHcChirurgies}/offres?x=1", Demo.InformationsChirurgie())).Refuse(400, "parametre.inconnu");
        Assert.Equal(etag, await client.ETagAsync(id));
    }

    [Theory]
    [InlineData("/api/v1/offres", "limite=abc")]
    [InlineData("/api/v1/offres", "limite=1&limite=2")]
    [InlineData("/api/v1/offres", "limite=99999999999")]
    [InlineData("/api/v1/offres", "total=oui")]
    [InlineData("/api/v1/offres", "statut=Nope")]
    [InlineData("/api/v1/offres", "statut=1")]
    [InlineData("/api/v1/offres", "statut=99")]
    [InlineData("/api/v1/offres", "statut=Brouillon,Validee")]
    [InlineData("/api/v1/offres", "statut=Brouillon&statut=Validee")]
    [InlineData("/api/v1/offres", "rattachement=abc")]
    [InlineData("/api/v1/offres", "rattachement=" + Demo.UfConsultations + "&rattachement=" + Demo.UfHcChirurgies)]
    [InlineData("/api/v1/entites-geographiques", "recherche=a&recherche=b")]
    [InlineData("/api/v1/entites-geographiques/" + Demo.ChAlbi + "/arborescence", "inclureFermees=oui")]
    [InlineData("/api/v1/entites-geographiques/" + Demo.ChAlbi + "/arborescence", "inclureFermees=true&inclureFermees=false")]
    [InlineData("/api/v1/unites-fonctionnelles/" + Demo.UfConsultations + "/formulaire-offre", "champActivite=01&champActivite=02")]
    [InlineData("/api/v1/modeles-saisie", "categorie=355&categorie=500")]
    [InlineData("/api/v1/nomenclatures/J19/codes", "recherche=a&recherche=b")]
    [InlineData("/api/v1/diffusion/offres", "total=true&total=true")]
    public async Task Un_parametre_repete_ou_invalide_est_un_400(string route, string parametres) =>
        Probleme((await (await Referent).GetAsync($"{route}?{parametres}")).Refuse(400, "parametre.invalide"), 400, route);

    // ---- Language

    [Theory]
    [InlineData("en", true)]
    [InlineData("en-GB", true)]
    [InlineData("en;q=0.9,fr;q=0.5", true)]
    [InlineData("de,en;q=0.3", true)]
    [InlineData(null, false)]
    [InlineData("fr", false)]
    [InlineData("fr-FR,en;q=0.5", false)]
    [InlineData("de", false)]
    [InlineData("*", false)]
    [InlineData("n'importe;q=quoi", false)]
    public async Task Les_messages_sont_en_francais_ou_en_anglais(string? langue, bool anglais)
    {
        var (client, id, etag) = await OffreAsync();
        (string, string)[] entetes = langue is null ? [("If-Match", etag)] : [("If-Match", etag), ("Accept-Language", langue)];
        var inconnue = (await client.GetAsync($"/api/v1/offres/{Outils.Inconnu}", entetes)).Refuse(404, "offre.introuvable");
        Assert.Equal(anglais ? "This offer does not exist, or is not visible to you." : "Cette offre n'existe pas, ou n'est pas visible pour vous.", inconnue.Corps.Lu("detail"));
        Assert.Equal(anglais ? "Not found" : "Introuvable", inconnue.Corps.Lu("title"), ignoreCase: true);
        var contenu = (await client.PutAsync($"/api/v1/offres/{id}/sections/accueil-prise-en-charge", new { modePriseEnCharge = Demo.Code("99") }, entetes)).Doit(422);
        Assert.Equal(anglais, contenu.Corps.Lu("erreurs/0/message").Contains("does not exist", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Chaque_refus_a_son_titre_et_son_detail_dans_les_deux_langues()
    {
        var (client, id, etag) = await OffreAsync();
        var fermee = await client.ETagAsync(Demo.ConsultationFermee);
        var sansRole = serveur.Anonyme;
        async Task<Reponse[]> Refus(string langue)
        {
            var l = ("Accept-Language", langue);
            return
            [
                (await client.BrutAsync(HttpMethod.Put, $"/api/v1/offres/{id}/sections/contacts", "{"u8.ToArray(), "application/json", l)).Doit(400),
                (await sansRole.GetAsync("/api/v1/offres", l)).Doit(401),
                (await (await serveur.EnAsync("responsable-ch-albi")).PostAsync($"/api/v1/offres/{id}/transfert", null, l)).Doit(403),
                (await client.GetAsync("/api/v1/nulle-part", l)).Doit(404),
                (await client.PutAsync("/api/v1/moi", new { }, l)).Doit(405),
                (await client.PutAsync($"/api/v1/offres/{Demo.ConsultationFermee}/sections/contacts", new { }, ("If-Match", fermee), l)).Doit(409),
                (await client.PutAsync($"/api/v1/offres/{id}/sections/contacts", new { }, ("If-Match", "\"0.x\""), l)).Doit(412),
                (await client.BrutAsync(HttpMethod.Put, $"/api/v1/offres/{id}/sections/contacts", new byte[2_000_000], "application/json", l)).Doit(413),
                (await client.BrutAsync(HttpMethod.Put, $"/api/v1/offres/{id}/sections/contacts", "{}"u8.ToArray(), "text/plain", l)).Doit(415),
                (await client.PutAsync($"/api/v1/offres/{id}/sections/accueil-prise-en-charge", new { modePriseEnCharge = Demo.Code("99") }, ("If-Match", etag), l)).Doit(422),
                (await client.PutAsync($"/api/v1/offres/{id}/sections/contacts", new { }, l)).Doit(428),
            ];
        }

        var (francais, anglais) = (await Refus("fr"), await Refus("en"));
        Assert.All(francais.Zip(anglais), p =>
        {
            Assert.Equal(p.First.Code, p.Second.Code);
            Assert.NotEqual(p.First.Corps.Lu("title"), p.Second.Corps.Lu("title"));
            Assert.NotEqual(p.First.Corps.Lu("detail"), p.Second.Corps.Lu("detail"));
        });
        Assert.All(anglais, a => Assert.DoesNotContain('é', a.Corps.Lu("title") + a.Corps.Lu("detail")));
    }

    /// <summary>The whole of RFC 9457, and of the contract's own members.</summary>
    private static void Probleme(Reponse reponse, int statut, string chemin)
    {
        Assert.Equal("application/problem+json", reponse.Type);
        var corps = reponse.Corps;
        Assert.Equal(statut, reponse.Statut);
        Assert.Equal(statut, corps.GetProperty("status").GetInt32());
        Assert.All(new[] { "type", "title", "detail", "instance", "traceId", "code" }, m => Assert.NotEmpty(corps.Lu(m)));
        Assert.True(Uri.TryCreate(corps.Lu("type"), UriKind.RelativeOrAbsolute, out _));
        Assert.Contains(corps.Lu("code"), corps.Lu("type"), StringComparison.Ordinal);
        Assert.Equal(chemin.Split('?')[0], corps.Lu("instance").Split('?')[0]);
        Assert.Matches("^[0-9a-f]{32}$", corps.Lu("traceId"));
        Assert.Matches("^[a-z0-9-]+(\\.[a-z0-9-]+)+$", corps.Lu("code"));
        Assert.DoesNotContain("   at ", reponse.Texte, StringComparison.Ordinal);
        if (corps.Possede("erreurs"))
        {
            Assert.NotEmpty(corps.GetProperty("erreurs").EnumerateArray());
            Assert.Equal(JsonValueKind.Array, corps.GetProperty("erreurs").ValueKind);
            Assert.All(corps.GetProperty("erreurs").EnumerateArray(), e => Assert.NotEmpty(e.Lu("message")));
        }
    }

    private static string Route(string route, string id) => route.Replace("{id}", id, StringComparison.Ordinal);

    private static async Task<int> TotalAsync(ClientRor client) =>
        (await client.GetAsync($"/api/v1/offres?statut=Validee&total=true&limite=1")).Doit(200).Corps.GetProperty("total").GetInt32();

    /// <summary>A complete draft of its own: every step and section may be written.</summary>
    private async Task<(ClientRor Client, string Id, string ETag)> OffreAsync()
    {
        var client = await Referent;
        var (id, etag) = await client.CreerOffreCompleteAsync("Contrat des erreurs");
        return (client, id, etag);
    }
}
