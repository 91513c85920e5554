using System.Net;
using System.Text;
using Ror.TestKit;
using static Ror.TestKit.Nos.FichiersNos;

namespace Ror.Api.Tests;

/// <summary>Files of nomenclatures: their formats, their traps, what is refused and where.</summary>
public sealed class ImportsNosTests(ServeurRor serveur) : IClassFixture<ServeurRor>
{
    private const string Forme = "https://exemple.test/NOS/TRE_X98-Forme/FHIR/TRE-X98-Forme";

    private Task<ClientRor> Moi => serveur.EnAsync("administrateur");

    [Theory]
    [InlineData("TRE_X99-CouleurBadge.json", "TRE_X99_CouleurBadge", "Terminologie", 2)]
    [InlineData("TRE_X99-CouleurBadge.xml", "TRE_X99_CouleurBadge", "Terminologie", 2)]
    [InlineData("TRE_X99-CouleurBadge.svs", "TRE_X99_CouleurBadge", "Terminologie", 2)]
    [InlineData("TRE_X99-CouleurBadge.tabs", "TRE_X99_CouleurBadge", "Terminologie", 2)]
    [InlineData("JDV_J999-CouleurBadge-TEST.json", "JDV_J999_CouleurBadge_TEST", "JeuDeValeurs", 3)]
    [InlineData("JDV_J999-CouleurBadge-TEST.xml", "JDV_J999_CouleurBadge_TEST", "JeuDeValeurs", 3)]
    [InlineData("JDV_J999-CouleurBadge-TEST.svs", "JDV_J999_CouleurBadge_TEST", "JeuDeValeurs", 3)]
    [InlineData("JDV_J999-CouleurBadge-TEST.tabs", "JDV_J999_CouleurBadge_TEST", "JeuDeValeurs", 3)]
    [InlineData("ASS_X97-Couleur-Forme.json", "ASS_X97_Couleur_Forme", "Association", 2)]
    [InlineData("ASS_X97-Couleur-Forme.xml", "ASS_X97_Couleur_Forme", "Association", 2)]
    [InlineData("ASS_X97-Couleur-Forme.svs", "ASS_X97_Couleur_Forme", "Association", 2)]
    public async Task Chaque_format_se_lit(string fichier, string nom, string genre, int nombre)
    {
        var liste = await (await Moi).UneListeAsync(Fichier(fichier), fichier, simulation: true);
        Assert.Empty(liste.Fautes());
        Assert.Equal((fichier, nom, genre, "20250131120000", nombre), (liste.Lu("fichier"), liste.Lu("nomOfficiel"), liste.Lu("genre"), liste.Lu("version"), liste.GetProperty("nombre").GetInt32()));
    }

    [Fact]
    public async Task Une_liste_de_beaucoup_de_codes_se_dit_en_plusieurs_lignes()
    {
        var rapport = await (await Moi).ImporterAsync(Terminologie("TRE_X95_Grande", "20250131120000", Enumerable.Range(0, 1201).Select(i => ($"{i:0000}", $"N° {i}", (string?)null, (string?)null, Array.Empty<(string, string)>()))), simulation: true);
        Assert.Equal([(500, false), (500, true), (201, true)], rapport.Select(l => (l.Ecarts().Length, l.GetProperty("suite").GetBoolean())));
        Assert.Equal(Enumerable.Range(0, 1201).Select(i => $"Ajoute {i:0000}"), rapport.SelectMany(l => l.Ecarts()));
        Assert.All(rapport, l => Assert.Equal(("X95", 1201), (l.Lu("nom"), l.GetProperty("nombre").GetInt32())));
    }

    // One server of its own: the order counts.
    [Fact]
    public async Task Les_quatre_formats_disent_la_meme_liste()
    {
        await using var neuf = new ServeurRor();
        var moi = await neuf.EnAsync("administrateur");
        foreach (var liste in new[] { "TRE_X99-CouleurBadge", "JDV_J999-CouleurBadge-TEST" })
        {
            Assert.Equal("Appliquee", (await moi.UneListeAsync(Fichier($"{liste}.json"))).Issue());
            var nom = liste.Split('_', '-')[1];
            var json = await moi.EnVigueurAsync(nom, _ => true);
            Assert.Equal("Inchangee", (await moi.UneListeAsync(Fichier($"{liste}.xml"))).Issue());
            foreach (var format in new[] { "svs", "tabs" })
            {
                var autre = await moi.UneListeAsync(Fichier($"{liste}.{format}"));
                Assert.Empty(autre.Fautes());
                Assert.Empty(autre.Ecarts());
                Assert.Equal(Codes(json), Codes((await moi.GetAsync($"/api/v1/nomenclatures/{nom}/contenu")).Doit(200).Corps));
            }
        }

        // Codes are text, dates are days, the closed code of the terminology stays readable with its last day.
        var tre = (await moi.GetAsync("/api/v1/nomenclatures/X99/contenu")).Doit(200).Corps.GetProperty("codes");
        Assert.Equal(("01", "2020-01-31"), (tre[0].Lu("code"), tre[0].Lu("debut")));
        Assert.Equal(("Badge « or »", "2024-12-13", Couleur), (tre[1].Lu("libelle"), tre[1].Lu("fin"), tre[1].Lu("systeme")));
        Assert.Equal(["01"], (await moi.GetAsync("/api/v1/nomenclatures/X99/codes?valideLe=2026-01-01")).Doit(200).Corps.Liste("elements", "code"));
        Assert.Equal(["01", "02"], (await moi.GetAsync("/api/v1/nomenclatures/X99/codes?valideLe=2024-12-13")).Doit(200).Corps.Liste("elements", "code"));
        Assert.Empty((await moi.GetAsync("/api/v1/nomenclatures/X99/codes?valideLe=2019-01-01")).Doit(200).Corps.Liste("elements", "code"));

        // The value set lists the closed code on purpose.
        Assert.All((await moi.GetAsync("/api/v1/nomenclatures/J999/codes")).Doit(200).Corps.GetProperty("elements").EnumerateArray(), c => Assert.True(c.GetProperty("enVigueur").GetBoolean()));
    }

    // nos-formats §4, trap by trap.
    [Fact]
    public async Task Un_code_est_dans_deux_systemes_et_ne_se_cherche_jamais_par_son_libelle()
    {
        await using var neuf = new ServeurRor();
        var moi = await neuf.EnAsync("administrateur");
        (string, string, string)[] avant = [("01", "Même mot", Couleur), ("01", "Rond", Forme), ("0005", "SA « A » <B> & l'autre’ / …", Couleur), ("MSSANTE", "Même mot", Couleur)];
        await moi.ImporterAsync(Jeu("JDV_J998_Test", "20250131120000", avant));
        var lus = await moi.EnVigueurAsync("J998", _ => true);
        Assert.Equal(avant.Order(), Codes(lus).Order());

        // One of the twins closes, the other stays; the reused label moves nothing.
        var apres = await moi.UneListeAsync(Jeu("JDV_J998_Test", "20250228120000", [("01", "Rond", Forme), ("0005", "Même mot", Couleur), ("MSSANTE", "Même mot", Couleur)]));
        Assert.Equal(["Renomme 0005", "Disparu 01"], apres.Ecarts());
        Assert.Equal(Couleur, apres.GetProperty("ecarts")[1].Lu("systeme"));
    }

    [Fact]
    public async Task Une_version_arrive_avant_sa_date_deux_fois_sous_le_meme_tampon_et_jamais_en_arriere()
    {
        await using var neuf = new ServeurRor();
        var moi = await neuf.EnAsync("administrateur");
        Assert.Equal("Appliquee", (await moi.UneListeAsync(Jeu("JDV_J998_Test", "20991231120000", [("01", "Un", Couleur)]))).Issue());
        var sous = await moi.UneListeAsync(Jeu("JDV_J998_Test", "20991231120000", [("01", "Un", Couleur), ("02", "Deux", Couleur)]));
        Assert.Equal(("Appliquee", "20991231120000"), (sous.Issue(), sous.Lu("versionRemplacee")));
        Assert.Equal(["import.plus-ancienne"], (await moi.UneListeAsync(Jeu("JDV_J998_Test", "20250131120000", [("01", "Un", Couleur)]))).Fautes());
        Assert.Equal("Inchangee", (await moi.UneListeAsync(Jeu("JDV_J998_Test", "20991231120000", [("01", "Un", Couleur), ("02", "Deux", Couleur)]))).Issue());
        var versions = (await moi.GetAsync("/api/v1/nomenclatures/J998/versions")).Doit(200).Corps.GetProperty("elements");
        Assert.Equal([(1, true, 2), (0, false, 1)], versions.EnumerateArray().Select(v => (v.GetProperty("rang").GetInt32(), v.GetProperty("enVigueur").GetBoolean(), v.GetProperty("nombreCodes").GetInt32())));
        Assert.Single(Codes((await moi.GetAsync(versions[1].Lu("contenu"))).Doit(200).Corps));
    }

    [Fact]
    public async Task Une_liste_finie_ou_retiree_reste_lisible_et_n_admet_plus_rien()
    {
        await using var neuf = new ServeurRor();
        var moi = await neuf.EnAsync("administrateur");
        foreach (var (nom, fin, enUsage) in new[] { ("J997", "20240126120000", false), ("J996", "20991231120000", true), ("J995", "", true) })
        {
            await moi.ImporterAsync(Octets($"""
                <RetrieveValueSetResponse xmlns="urn:ihe:iti:svs:2008"><ValueSet id="2.999.9" displayName="JDV_{nom}_Region" version="20240126120000" typeFichier="JDV" dateFin="{fin}"><ConceptList>
                <Concept code="76" displayName="Occitanie" codeSystem="2.999.8"/></ConceptList></ValueSet></RetrieveValueSetResponse>
                """));
            await moi.EnVigueurAsync(nom, _ => true);
            Assert.Equal(enUsage, (await moi.GetAsync($"/api/v1/nomenclatures/{nom}")).Doit(200).Corps.GetProperty("enUsage").GetBoolean());
            var code = (await moi.GetAsync($"/api/v1/nomenclatures/{nom}/codes")).Doit(200).Corps.GetProperty("elements")[0];
            Assert.Equal((enUsage, "Occitanie"), (code.GetProperty("enVigueur").GetBoolean(), code.Lu("libelle")));
        }

        var retiree = Encoding.UTF8.GetString(Jeu("JDV_J994_Test", "20250131120000", [("01", "Un", Couleur)])).Replace("\"active\"", "\"retired\"", StringComparison.Ordinal);
        await moi.ImporterAsync(Octets(retiree));
        await moi.EnVigueurAsync("J994", _ => true);
        Assert.Equal(0, (await moi.GetAsync("/api/v1/nomenclatures/J994")).Doit(200).Corps.GetProperty("nombreCodesEnVigueur").GetInt32());
    }

    [Fact]
    public async Task Un_filtre_prend_ses_codes_dans_la_terminologie_qui_vient_avec_lui_dans_n_importe_quel_ordre()
    {
        await using var neuf = new ServeurRor();
        var moi = await neuf.EnAsync("administrateur");
        var filtre = Octets(new
        {
            resourceType = "ValueSet",
            url = "https://exemple.test/NOS/JDV_J998_Test/FHIR/JDV_J998_Test",
            version = "20250131120000",
            name = "JDV_J998_Test",
            status = "active",
            compose = new { include = new[] { new { system = "https://exemple.test/NOS/TRE_R998_Statut/FHIR/TRE_R998_Statut", filter = new[] { new { property = "niveau", op = "=", value = "4" }, new { property = "ror", op = "=", value = "true" } } } } },
        });
        Assert.Equal(["import.filtre-sans-terminologie"], (await moi.UneListeAsync(filtre)).Fautes());
        var tre = Terminologie("TRE_R998_Statut", "20250131120000",
        [
            ("1", "Public", null, null, [("niveau", "1"), ("ror", "true")]), ("11", "État", null, null, [("niveau", "4"), ("ror", "true")]),
            ("12", "Autre", null, null, [("niveau", "4"), ("ror", "false")]), ("13", "Commune", null, "2020-01-01", [("niveau", "4"), ("ror", "true")]),
        ]);
        var rapport = await moi.ImporterAsync(Zip(("a-jdv.json", filtre), ("b-tre.json", tre)), "nos.zip");
        Assert.Equal(["nos.zip/b-tre.json", "nos.zip/a-jdv.json"], rapport.Select(l => l.Lu("fichier")));
        Assert.All(rapport, l => Assert.Equal("Appliquee", l.Issue()));
        Assert.Equal(["11", "13"], Codes(await moi.EnVigueurAsync("J998", _ => true)).Select(c => c.Code));

        // Loaded again from the database, its properties are still there.
        Assert.Equal("Inchangee", (await moi.UneListeAsync(tre)).Issue());
        Assert.Equal("Inchangee", (await moi.UneListeAsync(filtre)).Issue());
    }

    [Fact]
    public async Task Une_hierarchie_est_mise_a_plat_et_la_meme_ressource_deux_fois_de_suite_compte_une_fois()
    {
        var moi = await Moi;
        var hierarchie = Octets("""{"resourceType":"CodeSystem","url":"https://exemple.test/NOS/TRE_R997-H/FHIR/TRE-R997-H","version":"20250131120000","name":"tre-r997-h","concept":[{"code":"1","display":"Un","concept":[{"code":"11","display":"Onze","concept":[{"code":"111","display":"Cent onze"}]}]}]}""");
        var liste = await moi.UneListeAsync([.. hierarchie, .. hierarchie], simulation: true);
        Assert.Equal(["Ajoute 1", "Ajoute 11", "Ajoute 111"], liste.Ecarts());
    }

    [Theory]
    [InlineData("", "import.vide")]
    [InlineData("bonjour", "import.illisible")]
    [InlineData("{", "import.illisible ligne 1, octet 2")]
    [InlineData("{\"resourceType\":\n\"ValueSet\",,}", "import.illisible ligne 2, octet 12")]
    [InlineData("{\"resourceType\":\"Patient\",\"name\":\"JDV_J1_X\"}", "import.illisible /resourceType")]
    [InlineData("{\"resourceType\":\"ValueSet\",\"name\":\"n'importe quoi\"}", "import.illisible /name")]
    [InlineData("{\"resourceType\":\"CodeSystem\",\"name\":\"JDV_J1_X\",\"version\":\"20250131120000\"}", "import.illisible /resourceType")]
    [InlineData("{\"resourceType\":\"ValueSet\",\"name\":\"JDV_J1_X\",\"compose\":{}}", "import.illisible /version")]
    [InlineData("{\"resourceType\":\"ValueSet\",\"name\":\"JDV_J1_X\",\"version\":\"20250131120000\",\"expansion\":{}}", "import.illisible /compose")]
    [InlineData("{\"resourceType\":\"ValueSet\",\"name\":\"JDV_J1_X\",\"version\":\"20250131120000\",\"compose\":{\"include\":[{\"system\":\"s\",\"concept\":[{\"code\":\"1\"}]}]}}", "import.illisible /compose/include/0/concept/0")]
    [InlineData("{\"resourceType\":\"ValueSet\",\"name\":\"JDV_J1_X\",\"version\":\"20250131120000\",\"compose\":{\"include\":[]}}", "import.sans-code")]
    [InlineData("{\"resourceType\":\"ValueSet\",\"name\":\"JDV_J1_X\",\"version\":\"hier\",\"compose\":{\"include\":[{\"system\":\"s\",\"concept\":[{\"code\":\"1\",\"display\":\"Un\"}]}]}}", "import.version")]
    [InlineData("{\"resourceType\":\"ValueSet\",\"name\":\"JDV_J1_X\",\"version\":\"20250131120000\",\"compose\":{\"include\":[{\"system\":\"s\",\"concept\":[{\"code\":\"1\",\"display\":\"Un\"},{\"code\":\"1\",\"display\":\"Un\"}]}]}}", "import.doublon")]
    [InlineData("<a><b></a>", "import.illisible ligne 1, colonne *")]
    [InlineData("<RetrieveValueSetResponse><ValueSet displayName=\"JDV_J1_X\" version=\"20250131120000\"><ConceptList>\n<Concept code=\"1\" codeSystem=\"s\"/></ConceptList></ValueSet></RetrieveValueSetResponse>", "import.illisible ligne 2, colonne *")]
    [InlineData("<RetrieveValueSetResponse/>", "import.illisible")]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]><RetrieveValueSetResponse>&b;</RetrieveValueSetResponse>", "import.illisible ligne 1, colonne *")]
    [InlineData("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><RetrieveValueSetResponse>&a;</RetrieveValueSetResponse>", "import.illisible ligne 1, colonne *")]
    [InlineData("{\"resourceType\":\"ValueSet\",\"name\":\"JDV_J1_X\",\"version\":\"99999999999999\",\"compose\":{\"include\":[{\"system\":\"s\",\"concept\":[{\"code\":\"1\",\"display\":\"Un\"}]}]}}", "import.version")]
    [InlineData("{\"resourceType\":\"ValueSet\",\"name\":\"JDV_J1_X\",\"version\":\"20250131120000\",\"compose\":{\"include\":[{\"system\":\"s\",\"concept\":[{\"code\":\"1|2\",\"display\":\"Un\"}]}]}}", "import.texte-invalide")]
    [InlineData("{\"resourceType\":\"CodeSystem\",\"name\":\"TRE_R1_X\",\"version\":\"20250131120000\",\"identifier\":[null],\"concept\":[{\"code\":\"1\",\"display\":\"Un\"}]}", "import.illisible")]
    [InlineData("<RetrieveValueSetResponse><ValueSet displayName=\"JDV_J1_X\" version=\"20250131120000\"><MappedConceptList><MappedConcept><Concept code=\"1\" codeSystem=\"s\"/><Concept code=\"2\" codeSystem=\"s\"/></MappedConcept></MappedConceptList></ValueSet></RetrieveValueSetResponse>", "import.sans-code")]
    [InlineData("<OID>;<Type fichier>;<Nom fichier>;<Date MàJ>\n1;ASS;ASS_A14_X.tabs;20250131120000\n<OID>;<Code>;<Libellé>\n1;01;un\n", "import.illisible ligne 2")]
    [InlineData("<OID>;<Type fichier>;<Nom fichier>;<Date MàJ>\n1;JDV;JDV_J1_X.tabs;20250131120000\n<OID>;<Code>;<Libellé>;<Libellé adapté>\n1;01;un;un\n", "import.illisible ligne 3")]
    [InlineData("<OID>;<Type fichier>", "import.illisible ligne 1")]
    [InlineData("<OID>;<Type fichier>;<Nom fichier>;<Date MàJ>\n1;JDV;JDV_J1_X.tabs;20250131120000\n<OID>;<Code>;<Libellé>\n1;01;un;deux\n", "import.illisible ligne 4")]
    [InlineData("<OID>;<Type fichier>;<Nom fichier>;<Date MàJ>\n1;TRE;JDV_J1_X.tabs;20250131120000\n<OID>;<Code>;<Libellé>\n1;01;un\n", "import.illisible ligne 2")]
    public async Task Ce_qui_est_illisible_est_refuse_a_sa_place(string texte, string attendue)
    {
        var moi = await Moi;
        if (texte.Length == 0)
        {
            (await moi.BrutAsync(HttpMethod.Post, "/api/v1/nomenclatures/imports", [])).Refuse(400, attendue);
            return;
        }

        var liste = await moi.UneListeAsync(Octets(texte));
        Assert.Equal("Refusee", liste.Issue());
        var faute = Assert.Single(liste.Fautes());
        Assert.True(attendue.EndsWith('*') ? faute.StartsWith(attendue[..^1], StringComparison.Ordinal) : faute == attendue, faute);
    }

    [Fact]
    public async Task Ce_qui_est_hostile_est_refuse_et_le_reste_passe()
    {
        var moi = await Moi;
        var bon = Fichier("JDV_J999-CouleurBadge-TEST.json");
        var profond = Octets(string.Concat(Enumerable.Repeat("{\"concept\":[", 5_000)));
        var profondXml = Octets(string.Concat(Enumerable.Repeat("<concept>", 5_000)));
        var rapport = await moi.ImporterAsync(
            Zip(("bon.json", bon), ("../evade.json", bon), ("/etc/passwd.json", bon), ("LISEZMOI.txt", "bonjour"u8.ToArray()), ("bombe.json", new byte[20 << 20]), ("dedans.zip", Zip(("bon.json", bon))), ("profond.json", profond), ("profond.xml", [.. "<CodeSystem xmlns=\"http://hl7.org/fhir\">"u8, .. profondXml]), ("latin1.tabs", [.. "<OID>;<Type fichier>;<Nom fichier>\n1;JDV;"u8, 0xE9]), ("vide.json", [])),
            "hostile.zip",
            simulation: true);
        Assert.Equal("Appliquee", rapport.Single(l => l.Lu("fichier") == "hostile.zip/bon.json").Issue());
        var refus = rapport.Where(l => l.Lu("fichier") != "hostile.zip/bon.json").ToList();
        Assert.Equal(8, refus.Count);
        Assert.All(refus, l => Assert.Equal("Refusee", l.Issue()));
        Assert.Contains("bombe", refus.Single(l => l.Lu("fichier").EndsWith("bombe.json", StringComparison.Ordinal)).GetProperty("fautes")[0].Lu("message"), StringComparison.Ordinal);

        // Cut in its middle, or at the end of its directory.
        var entiere = Zip(("bon.json", bon));
        Assert.Equal("Refusee", (await moi.UneListeAsync(entiere[..(entiere.Length / 2)], "coupee.zip")).Issue());
        Assert.Equal("Refusee", (await moi.UneListeAsync(entiere[..^10], "coupee.zip")).Issue());

        // A length that lies: the central directory says one byte.
        var menteuse = Zip(("grosse.json", Octets(new string(' ', 1_000_000) + "{")));
        var repertoire = menteuse.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BitConverter.TryWriteBytes(menteuse.AsSpan(repertoire + 24), 1);
        Assert.Equal("Refusee", (await moi.UneListeAsync(menteuse, "menteuse.zip")).Issue());
        Assert.Equal(404, (await moi.GetAsync("/api/v1/nomenclatures/J1")).Statut);
    }

    // Sixty megabytes of tiny codes, or of open elements, would be gigabytes of memory.
    [Fact]
    public async Task Trop_d_elements_sont_refuses_avant_d_etre_en_memoire()
    {
        var moi = await Moi;
        var vides = Octets($"{{\"resourceType\":\"CodeSystem\",\"concept\":[{string.Concat(Enumerable.Repeat("{\"code\":\"a\",\"display\":\"b\"},", 400_000))}{{}}]}}");
        Assert.Contains("300000", (await moi.UneListeAsync(vides)).GetProperty("fautes")[0].Lu("message"), StringComparison.Ordinal);
        var lignes = Octets("<OID>;<Type fichier>;<Nom fichier>;<Date MàJ>\n1;JDV;JDV_J1_X.tabs;20250131120000\n<OID>;<Code>;<Libellé>\n" + string.Concat(Enumerable.Range(0, 400_000).Select(i => $"1;{i};u\n")));
        Assert.Contains("300000", (await moi.UneListeAsync(lignes)).GetProperty("fautes")[0].Lu("message"), StringComparison.Ordinal);
        var ouverts = Octets("<CodeSystem xmlns=\"http://hl7.org/fhir\"><text>" + string.Concat(Enumerable.Repeat("<a>", 100_000)));
        Assert.Contains("niveaux", (await moi.UneListeAsync(ouverts)).GetProperty("fautes")[0].Lu("message"), StringComparison.Ordinal);
        var grosse = await moi.UneListeAsync(Octets("{\"text\":\"" + new string('a', 64 << 20) + "\"}"));
        Assert.Contains("64 Mo", grosse.GetProperty("fautes")[0].Lu("message"), StringComparison.Ordinal);
    }

    // Its stored codes carry no system: under another one they would lose their label.
    [Fact]
    public async Task Un_OID_inconnu_ne_remplace_pas_les_systemes_d_une_liste_connue()
    {
        await using var neuf = new ServeurRor();
        var moi = await neuf.EnAsync("administrateur");
        var j222 = Codes((await moi.GetAsync("/api/v1/nomenclatures/J222/contenu")).Doit(200).Corps);
        byte[] Tabs(string oid, IEnumerable<(string Code, string Libelle, string Systeme)> codes) => Octets(
            $"<OID>;<Type fichier>;<Nom fichier>;<Date MàJ>\n1;JDV;JDV_J222_NiveauConfidentialite_ROR.tabs;20991231120000\n<OID>;<Code>;<Libellé>\n{string.Concat(codes.Select(c => $"{oid};{c.Code};{c.Libelle}\n"))}");
        Assert.Equal(["import.systeme-inconnu"], (await moi.UneListeAsync(Tabs("2.999.77", [.. j222, ("4", "Nouveau", "")]))).Fautes());

        // The same codes: it can only be their system.
        Assert.Empty((await moi.UneListeAsync(Tabs("2.999.77", j222))).Ecarts());
        Assert.Equal(j222, Codes((await moi.GetAsync("/api/v1/nomenclatures/J222/contenu")).Doit(200).Corps));
    }

    [Fact]
    public async Task Trop_gros_est_refuse_avant_d_etre_garde()
    {
        using var http = new HttpClient { BaseAddress = serveur.Adresse };
        var jeton = (await serveur.Anonyme.PostAsync("/dev/jetons", new { persona = "administrateur" })).Doit(200).Corps.Lu("access_token");
        http.DefaultRequestHeaders.Authorization = new("Bearer", jeton);
        var avant = (await (await Moi).GetAsync("/api/v1/nomenclatures/imports?total=true")).Doit(200).Corps.GetProperty("total").GetInt32();

        // A gigabyte that says so, and what does not say that it is too much.
        foreach (var (taille, annoncee) in new[] { (1024, true), (257, false) })
        {
            using var requete = new HttpRequestMessage(HttpMethod.Post, "/api/v1/nomenclatures/imports") { Content = new Blancs(taille, annoncee) };
            requete.Headers.ExpectContinue = true;
            using var reponse = await http.SendAsync(requete, HttpCompletionOption.ResponseHeadersRead);
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, reponse.StatusCode);
        }

        Assert.Equal(avant, (await (await Moi).GetAsync("/api/v1/nomenclatures/imports?total=true")).Doit(200).Corps.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Seul_un_administrateur_importe_et_compte_les_usages()
    {
        (await serveur.Anonyme.BrutAsync(HttpMethod.Post, "/api/v1/nomenclatures/imports", Fichier("TRE_X99-CouleurBadge.json"))).Doit(401);
        foreach (var persona in new[] { "responsable-ch-albi", "referent-occitanie", "plateforme-occitanie", "grand-public" })
        {
            var autre = await serveur.EnAsync(persona);
            (await autre.BrutAsync(HttpMethod.Post, "/api/v1/nomenclatures/imports", Fichier("TRE_X99-CouleurBadge.json"))).Refuse(403, "acces.role-requis");
            (await autre.GetAsync("/api/v1/nomenclatures/imports")).Refuse(403, "acces.role-requis");
            (await autre.GetAsync($"/api/v1/imports/{Outils.Inconnu}")).Refuse(403, "acces.role-requis");
            (await autre.GetAsync("/api/v1/nomenclatures/J19/usages")).Refuse(403, "acces.role-requis");
            (await autre.GetAsync("/api/v1/nomenclatures/J19/usages/28")).Refuse(403, "acces.role-requis");
        }

        var moi = await Moi;
        (await moi.GetAsync($"/api/v1/imports/{Outils.Inconnu}")).Refuse(404, "import.introuvable");
        (await moi.GetAsync($"/api/v1/imports/{Outils.Inconnu}/rapport")).Refuse(404, "import.introuvable");
        (await moi.PostAsync($"/api/v1/imports/{Outils.Inconnu}/annulation", null)).Refuse(404, "import.introuvable");
        (await moi.BrutAsync(HttpMethod.Post, "/api/v1/nomenclatures/imports?simulation=peut-etre", [1])).Doit(400);
        (await moi.BrutAsync(HttpMethod.Post, "/api/v1/nomenclatures/imports?autre=1", [1])).Refuse(400, "parametre.inconnu");
        (await moi.BrutAsync(HttpMethod.Post, $"/api/v1/nomenclatures/imports?fichier={new string('a', 256)}", [1])).Refuse(400, "parametre.invalide");
        (await moi.GetAsync("/api/v1/nomenclatures/J19/codes?valideLe=hier")).Refuse(400, "parametre.invalide");
        (await moi.GetAsync("/api/v1/nomenclatures/J19/usages/zzz")).Refuse(404, "code.introuvable");
        (await moi.GetAsync("/api/v1/nomenclatures/J186/usages/10")).Refuse(422, "code.systeme-requis");
        (await moi.GetAsync("/api/v1/nomenclatures/J19/versions/99")).Refuse(404, "nomenclature.introuvable");
        (await moi.GetAsync("/api/v1/nomenclatures/Z1/contenu")).Refuse(404, "nomenclature.introuvable");
    }

    [Fact]
    public async Task Un_import_se_suit_et_un_import_fini_reste_tel_quel()
    {
        var moi = await Moi;
        var depose = (await moi.BrutAsync(HttpMethod.Post, "/api/v1/nomenclatures/imports?fichier=x.json&simulation=true", Fichier("TRE_X99-CouleurBadge.json"), "application/fhir+json")).Doit(202);
        Assert.Equal(depose.Corps.Lu("href"), depose.Entetes.Location!.ToString());
        var fini = await moi.FiniAsync(depose.Corps.Lu("href"));
        Assert.Equal(("Termine", "x.json", 1, 1), (fini.Lu("etat"), fini.Lu("fichier"), fini.Membre("avancement/fait").GetInt32(), fini.Membre("avancement/total").GetInt32()));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Fichier("TRE_X99-CouleurBadge.json"))), fini.Lu("empreinte"));
        Assert.Contains(fini.Lu("id"), (await moi.ToutLireAsync("/api/v1/nomenclatures/imports?limite=200")).Select(i => i.Lu("id")));
        Assert.Equal("Termine", (await moi.PostAsync($"{depose.Corps.Lu("href")}/annulation", null)).Doit(200).Corps.Lu("etat"));
    }

    [Fact]
    public async Task Annuler_laisse_ce_qui_est_en_vigueur_et_arrete_le_reste()
    {
        await using var neuf = new ServeurRor();
        var moi = await neuf.EnAsync("administrateur");
        var fichiers = Enumerable.Range(0, 4000).Select(i => ($"{i:0000}.json", Jeu($"JDV_J{5000 + i}_Test", "20250131120000", [("01", "Un", Couleur)]))).ToArray();
        var href = await moi.DeposerAsync(Zip(fichiers), "beaucoup.zip");
        var attente = await moi.DeposerAsync(Fichier("TRE_X99-CouleurBadge.json"));
        while ((await moi.GetAsync($"{href}/rapport?limite=1")).Doit(200).Corps.GetProperty("elements").GetArrayLength() == 0)
        {
            await Task.Delay(20);
        }

        // One waits behind it: it is over at once, and nothing of it is done.
        Assert.Equal("Annule", (await moi.PostAsync($"{attente}/annulation", null)).Doit(200).Corps.Lu("etat"));
        Assert.True((await moi.PostAsync($"{href}/annulation", null)).Doit(200).Corps.GetProperty("annulationDemandee").GetBoolean());
        Assert.Equal("Annule", (await moi.FiniAsync(href)).Lu("etat"));
        var faits = await moi.ToutLireAsync($"{href}/rapport?limite=200");
        Assert.InRange(faits.Count, 1, 3999);
        await moi.EnVigueurAsync(faits[^1].Lu("nom"), _ => true);
        var listes = (await moi.GetAsync("/api/v1/nomenclatures")).Doit(200).Corps.Liste("elements", "nom");
        Assert.Equal(faits.Select(f => f.Lu("nom")).Order(), listes.Where(n => n.Length == 5 && n[0] == 'J').Order());
        Assert.DoesNotContain("X99", listes);
    }

    // The official lists are not in this repository: where they lie is told by the environment.
    [Fact]
    public async Task Le_corpus_officiel_entre_en_entier()
    {
        var dossier = Environment.GetEnvironmentVariable("ROR_NOS") ?? Path.Combine(Depot.Racine, "..", "shared", "nos");
        Assert.SkipUnless(File.Exists(Path.Combine(dossier, "INDEX.csv")), "Pas de corpus officiel : donnez son dossier dans ROR_NOS.");
        await using var neuf = new ServeurRor();
        var moi = await neuf.EnAsync("administrateur");
        var simule = await moi.ImporterAsync(Corpus(dossier), "nos.zip", simulation: true);
        var reel = await moi.ImporterAsync(Corpus(dossier), "nos.zip");
        Assert.Equal((91, 4925), (reel.Count, reel.Sum(l => l.GetProperty("nombre").GetInt32())));
        Assert.All(reel, l => Assert.Empty(l.Fautes()));
        Assert.Equal(simule.Select(l => l.GetRawText()), reel.Select(l => l.GetRawText()));
        Assert.All(await moi.ImporterAsync(Corpus(dossier), "nos.zip"), l => Assert.Equal("Inchangee", l.Issue()));
    }

    private sealed class Blancs(int mebioctets, bool annonces) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var bloc = new byte[1 << 20];
            for (var i = 0; i < mebioctets; i++)
            {
                await stream.WriteAsync(bloc);
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = (long)mebioctets << 20;
            return annonces;
        }
    }
}
