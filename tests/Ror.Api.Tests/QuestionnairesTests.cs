using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ror.TestKit;
using Ror.TestKit.Nos;

namespace Ror.Api.Tests;

/// <summary>FHIR Questionnaires of the ROR profile, in and out.</summary>
public sealed class QuestionnairesTests(ServeurRor serveur) : IClassFixture<ServeurRor>
{
    private const string Route = "/api/v1/modeles-saisie/questionnaires";
    private const string Profil = "https://interop.esante.gouv.fr/ig/fhir/ror/StructureDefinition/ror-healthcareservice#HealthcareService.";

    private Task<ClientRor> Admin => serveur.EnAsync("administrateur");

    [Fact]
    public async Task Un_questionnaire_importe_mene_une_offre_de_bout_en_bout()
    {
        await using var neuf = new ServeurRor();
        var (admin, moi) = (await neuf.EnAsync("administrateur"), await neuf.EnAsync("responsable-ch-albi"));
        var importe = (await ImporterAsync(admin, FichiersNos.Fichier("gynecologie.json"))).Doit(201).Corps;
        Assert.Equal(("Actif", "https://ror.example/modeles-saisie/MS-141|1", "structure"), (importe.Lu("statut"), importe.Lu("reference"), importe.Lu("parcours")));
        Assert.Equal(10, importe.GetProperty("contexte").GetProperty("categories").GetArrayLength());
        var regles = importe.GetProperty("regles");
        Assert.Equal((true, "157"), (regles.Ou("champ", "typesOffre").GetProperty("fixe").GetBoolean(), importe.Lu("prereglages/accueilPriseEnCharge/typesOffre/0/code")));
        Assert.Equal(["09", "28", "29", "32", "34"], regles.Ou("champ", "modePriseEnCharge").Liste("codesAutorises", "code"));
        Assert.True(regles.Ou("champ", "publicsPrisEnCharge").GetProperty("obligatoire").GetBoolean());
        Assert.True(regles.Ou("champ", "ouvertureAnnuelle").GetProperty("masque").GetBoolean());
        Assert.Equal((0, "d", 120, "a"), (importe.Membre("prereglages/patientele/ageMin/valeur").GetInt32(), importe.Lu("prereglages/patientele/ageMin/unite"), importe.Membre("prereglages/patientele/ageMax/valeur").GetInt32(), importe.Lu("prereglages/patientele/ageMax/unite")));
        Assert.Equal(16, regles.Ou("champ", "activites").GetProperty("codesAutorises").GetArrayLength());

        // Nothing is dropped in silence: a modality that is not in force, an act given twice, contacts, what the service keeps, a question without a field.
        var avertissements = importe.GetProperty("avertissements").EnumerateArray().Select(a => $"{a.Lu("code")} {a.Lu("champ")}").ToList();
        Assert.Equal(["questionnaire.code-disparu /item/0/item/2/item/2/answerOption/6/valueCoding"], avertissements.Where(a => a.StartsWith("questionnaire.code-disparu", StringComparison.Ordinal)));
        Assert.Contains("questionnaire.non-repris /item/0/item/4/item/1/answerOption/19", avertissements);
        Assert.Contains("questionnaire.non-repris /item/0/item/0/item/2", avertissements);
        Assert.Contains("questionnaire.non-repris /item/0/item/2/item/3/item/0", avertissements);
        Assert.Contains("questionnaire.non-repris /item/0/item/4/item/3", avertissements);
        Assert.Contains("questionnaire.non-repris /identifier", avertissements);
        Assert.Contains("questionnaire.presentation /item", avertissements);

        // The guide's parcours with it.
        var formulaire = (await moi.GetAsync($"/api/v1/unites-fonctionnelles/{Demo.UfHcChirurgies}/formulaire-offre?champActivite=01")).Doit(200).Corps;
        var modele = formulaire.GetProperty("modelesProposes").Ou("titre", "Unité hospitalière de gynécologie").Lu("reference");
        var creee = (await moi.PostAsync($"/api/v1/unites-fonctionnelles/{Demo.UfHcChirurgies}/offres", new { nom = "HC Gynécologie", champActivite = Demo.Code("01"), modeleSaisie = modele, uniteSensible = false })).Doit(201);
        var offre = creee.Entetes.Location!.ToString();
        var etape2 = (await moi.GetAsync($"{offre}/etapes/accueil-prise-en-charge")).Doit(200);
        Assert.Equal("157", etape2.Corps.Lu("valeurs/typesOffre/0/code"));
        Assert.Equal(["02", "03", "04", "09", "10", "11"], etape2.Corps.GetProperty("champs").Ou("nom", "modalitesAccueil").Liste("codesAdmis", "code").Order());
        Assert.False(etape2.Corps.GetProperty("champs").Ou("nom", "ouvertureAnnuelle").GetProperty("applicable").GetBoolean());
        var valeurs2 = JsonNode.Parse(etape2.Corps.GetProperty("valeurs").GetRawText())!;
        valeurs2["modePriseEnCharge"] = JsonSerializer.SerializeToNode(Demo.Code("46"));
        (await moi.PutAsync($"{offre}/etapes/accueil-prise-en-charge", valeurs2, ("If-Match", etape2.ETag))).Doit(422).Contient("/modePriseEnCharge", "code.hors-modele");
        var apres2 = (await moi.PutAsync($"{offre}/etapes/accueil-prise-en-charge", etape2.Corps.GetProperty("valeurs"), ("If-Match", etape2.ETag))).Doit(200);
        var valeurs3 = JsonNode.Parse((await moi.GetAsync($"{offre}/etapes/patientele-et-specificites")).Doit(200).Corps.GetProperty("valeurs").GetRawText())!;
        (await moi.PutAsync($"{offre}/etapes/patientele-et-specificites", valeurs3, ("If-Match", apres2.ETag))).Doit(422).Contient("/patientele/publicsPrisEnCharge", "champ.obligatoire");
        valeurs3["patientele"]!["publicsPrisEnCharge"] = JsonSerializer.SerializeToNode(new[] { Demo.Code("07") });
        var apres3 = (await moi.PutAsync($"{offre}/etapes/patientele-et-specificites", valeurs3, ("If-Match", apres2.ETag))).Doit(200);
        var validee = (await moi.PostAsync($"{offre}/validation", new { relu = true }, ("If-Match", apres3.ETag))).Doit(200).Corps;
        Assert.Equal("Validee", validee.Lu("statut"));
        Assert.Equal("053", (await moi.GetAsync($"/api/v1/diffusion/offres/{validee.Lu("identifiant").Replace('/', '-')}")).Doit(200).Corps.Lu("sections/specificites/activites/0/activite/code"));
    }

    [Fact]
    public async Task Le_cabinet_de_medecine_generale_est_un_modele_du_parcours_liberal()
    {
        var admin = await Admin;
        var importe = (await ImporterAsync(admin, FichiersNos.Fichier("medecine-generale.json"))).Doit(201).Corps;
        Assert.Equal(("Projet", "liberal", "0.2.0"), (importe.Lu("statut"), importe.Lu("parcours"), importe.Lu("version")));
        Assert.Equal(["10"], importe.Liste("contexte/professions", "code"));
        Assert.Equal(["SM26", "SM53", "SM54"], importe.Liste("contexte/specialites", "code"));
        Assert.False(importe.Possede("contradictions") && importe.GetProperty("contradictions").GetArrayLength() > 0);
        Assert.True(importe.GetProperty("regles").Ou("champ", "modePriseEnCharge").GetProperty("fixe").GetBoolean());
        Assert.True(importe.GetProperty("regles").Ou("champ", "modalitesAccueil").GetProperty("obligatoire").GetBoolean());
        (await ImporterAsync(admin, FichiersNos.Fichier("medecine-generale.json"))).Refuse(409, "modele.version-existante");
    }

    [Fact]
    public async Task Ce_qui_s_exporte_se_reimporte_en_ce_meme_modele()
    {
        var admin = await Admin;
        await ImporterAsync(admin, Modifie("gynecologie.json", q => q["url"] = "https://exemple.test/aller-retour"));
        foreach (var modele in (await admin.GetAsync("/api/v1/modeles-saisie")).Doit(200).Corps.GetProperty("elements").EnumerateArray())
        {
            var lu = (await admin.GetAsync(modele.Lu("href"))).Doit(200).Corps;
            var exporte = await admin.GetAsync($"{modele.Lu("href")}/questionnaire");
            if (exporte.Statut == 409)
            {
                Assert.NotEmpty(lu.GetProperty("contradictions").EnumerateArray());
                continue;
            }

            Assert.Equal("application/fhir+json", exporte.Doit(200).Type);
            await using var autre = new ServeurRor();
            var la = await autre.EnAsync("administrateur");
            var relu = (await ImporterAsync(la, Encoding.UTF8.GetBytes(exporte.Texte.Replace($"\"url\":\"{lu.Lu("url")}\"", $"\"url\":\"{lu.Lu("url").Replace("https://", "https://relu.", StringComparison.Ordinal)}\"", StringComparison.Ordinal)))).Doit(201).Corps;
            Assert.StartsWith("https://relu.", relu.Lu("url"), StringComparison.Ordinal);
            foreach (var membre in (string[])["version", "titre", "statut", "parcours", "contexte", "regles", "prereglages"])
            {
                Assert.Equal(lu.GetProperty(membre).GetRawText(), relu.GetProperty(membre).GetRawText());
            }

            Assert.Equal("questionnaire.presentation", Assert.Single(relu.GetProperty("avertissements").EnumerateArray()).Lu("code"));
        }
    }

    public static TheoryData<string, int, string, string> Refus => new()
    {
        { "linkId double", 422, "questionnaire.linkid-double", "/item/0/item/1/item/0/linkId" },
        { "definition inconnue", 422, "questionnaire.definition-inconnue", "/item/0/item/0/item/0/definition" },
        { "autre profil", 422, "questionnaire.definition-inconnue", "/item/0/item/0/item/0/definition" },
        { "tranche inconnue", 422, "questionnaire.definition-inconnue", "/item/0/item/0/item/0/definition" },
        { "deux sujets", 422, "questionnaire.sujet", "/subjectType" },
        { "sujet lieu", 422, "questionnaire.sujet", "/subjectType" },
        { "statut", 422, "questionnaire.statut", "/status" },
        { "sans url", 422, "questionnaire.forme", "/url" },
        { "sans version", 422, "questionnaire.forme", "/version" },
        { "ressource", 422, "questionnaire.forme", "/resourceType" },
        { "item texte", 422, "questionnaire.forme", "/item/0" },
        { "requis texte", 422, "questionnaire.forme", "/item/0/item/0/item/0/required" },
        { "dix mille", 422, "questionnaire.trop-d-elements", "/item/5000" },
        { "profond", 422, "questionnaire.trop-profond", string.Concat(Enumerable.Repeat("/item/0", 21)) },
        { "cycle", 422, "questionnaire.cyclique", "/item/0/enableWhen" },
        { "dans lui-meme", 422, "questionnaire.cyclique", "/item/0/enableWhen" },
        { "question inconnue", 422, "questionnaire.question-inconnue", "/item/0/enableWhen/0/question" },
        { "version nulle", 422, "questionnaire.forme", "/version" },
        { "titre long", 422, "questionnaire.forme", "/title" },
        { "url javascript", 422, "modele.url-invalide", "/url" },
        { "trop de conditions", 422, "questionnaire.trop-d-elements", "/item/0/enableWhen" },
        { "contexte disparu", 422, "questionnaire.contexte-disparu", "/useContext/0" },
        { "professions disparues", 422, "questionnaire.contexte-disparu", "/useContext/1" },
        { "sous un nom", 422, "questionnaire.definition-inconnue", "/item/0/item/0/item/0/definition" },
        { "definition sans fin", 422, "questionnaire.definition-inconnue", "/item/0/definition" },
        { "abime", 400, "questionnaire.illisible", "" },
        { "coupe", 400, "questionnaire.illisible", "" },
        { "membre double", 400, "questionnaire.illisible", "" },
        { "latin-1", 400, "questionnaire.illisible", "" },
        { "liste", 422, "questionnaire.forme", "" },
    };

    [Theory]
    [MemberData(nameof(Refus))]
    public async Task Un_mauvais_questionnaire_est_refuse_a_sa_place(string cas, int statut, string code, string chemin)
    {
        var admin = await Admin;
        var avant = (await admin.GetAsync("/api/v1/modeles-saisie")).Doit(200).Texte;
        var refus = (await ImporterAsync(admin, Mauvais(cas))).Doit(statut);
        if (statut == 422)
        {
            Assert.Contains((null, chemin, code), refus.Erreurs);
        }
        else
        {
            Assert.Equal(code, refus.Code);
        }

        Assert.Equal(avant, (await admin.GetAsync("/api/v1/modeles-saisie")).Doit(200).Texte);
    }

    [Fact]
    public async Task Dix_megaoctets_sont_refuses_et_un_corps_vide_aussi()
    {
        var admin = await Admin;
        (await ImporterAsync(admin, new byte[10 << 20])).Doit(413);
        (await ImporterAsync(admin, [])).Doit(400);
        (await (await serveur.EnAsync("referent-occitanie")).BrutAsync(HttpMethod.Post, Route, "{}"u8.ToArray(), "application/fhir+json")).Doit(403);
    }

    [Fact]
    public async Task Un_projet_ne_s_exporte_que_pour_qui_l_ecrit()
    {
        var href = (await ImporterAsync(await Admin, Modifie("medecine-generale.json", q => q["url"] = "https://exemple.test/secret"))).Doit(201).Entetes.Location!.ToString();
        (await (await Admin).GetAsync($"{href}/questionnaire")).Doit(200);
        (await (await serveur.EnAsync("responsable-ch-albi")).GetAsync($"{href}/questionnaire")).Refuse(404, "modele.introuvable");
    }

    [Fact]
    public async Task Une_version_plus_ancienne_ne_retire_pas_celle_qui_est_active()
    {
        var admin = await Admin;
        byte[] Version(string version, string statut = "active") => Modifie("gynecologie.json", q => (q["url"], q["version"], q["status"]) = ("https://exemple.test/versions", version, statut));
        var trois = (await ImporterAsync(admin, Version("3"))).Doit(201);
        var une = (await ImporterAsync(admin, Version("1"))).Doit(201).Corps;
        Assert.Equal(("Actif", "Retire"), (trois.Corps.Lu("statut"), une.Lu("statut")));
        Assert.Contains("questionnaire.depasse", une.Liste("avertissements", "code"));
        Assert.Equal("Actif", (await admin.GetAsync(trois.Entetes.Location!.ToString())).Doit(200).Corps.Lu("statut"));
        var deux = (await ImporterAsync(admin, Version("2", "draft"))).Doit(201);
        (await admin.PostAsync($"{deux.Entetes.Location}/activation", null, ("If-Match", deux.ETag))).Refuse(409, "modele.plus-ancien");
        (await ImporterAsync(admin, Version("4", "draft"))).Refuse(409, "modele.projet-existant");
        Assert.Equal("Actif", (await ImporterAsync(admin, Version("10"))).Doit(201).Corps.Lu("statut"));
        Assert.Equal("Retire", (await admin.GetAsync(trois.Entetes.Location!.ToString())).Doit(200).Corps.Lu("statut"));
    }

    // What contradicts itself is no former version either: it would be exported as something else.
    [Fact]
    public async Task Un_questionnaire_retire_qui_se_contredit_reste_un_projet()
    {
        var faux = Modifie("gynecologie.json", q =>
        {
            (q["url"], q["status"]) = ("https://exemple.test/retire", "retired");
            q["item"]![0]!["item"]![2]!["item"]![1]!["answerOption"] = JsonSerializer.SerializeToNode(new[] { new { valueCoding = new { code = "ZZ" } } });
        });
        var importe = (await ImporterAsync(await Admin, faux)).Doit(201).Corps;
        Assert.Equal("Projet", importe.Lu("statut"));
        Assert.Contains("modele.liste-vide", importe.Liste("contradictions", "code"));
        Assert.Contains("questionnaire.reste-projet", importe.Liste("avertissements", "code"));
    }

    public static TheoryData<string, string> Laisses => new()
    {
        { "groupe obligatoire", "/item/0/item/0/required" },
        { "groupe conditionnel", "/item/0/item/4/enableWhen/0" },
        { "groupe masque", "/item/0/item/0/extension/0" },
        { "constante", "/item/0/item/1/item/1" },
        { "deux initiales", "/item/0/item/0/item/0/initial/1/valueString" },
        { "deux codages", "/useContext/0/valueCodeableConcept/coding/1/code" },
        { "contexte inconnu", "/useContext/11" },
        { "longueur", "/item/0/item/0/item/0/maxLength" },
        { "extension", "/item/0/item/0/item/0/extension/0" },
        { "modificateur", "/item/0/item/2/item/1/answerOption/0/modifierExtension" },
        { "unite sans valeur", "/item/0/item/3/item/0/item/2/item/1" },
        { "famille sans condition", "/item/0/item/4/item/4" },
        { "famille d'une autre question", "/item/0/item/4/item/4" },
        { "deux codages initiaux", "/item/0/item/2/item/1/initial/1/valueCoding" },
        { "unites restreintes", "/item/0/item/3/item/0/item/2/item/2/answerOption" },
        { "age et demi", "/item/0/item/3/item/0/item/2/item/1" },
        { "reponse libre", "/item/0/item/2/item/1/type" },
        { "version de liste", "/item/0/item/2/item/1/answerValueSet" },
        { "autre liste", "/item/0/item/2/item/1/answerValueSet" },
        { "nom", "/name" },
        { "lecture seule conditionnelle", "/item/0/item/2/item/1/readOnly" },
        { "valeur a extraire", "/item/0/item/0/item/0/extension/0" },
    };

    // Each thing that a modèle does not say has its line.
    [Theory]
    [MemberData(nameof(Laisses))]
    public async Task Rien_n_est_laisse_en_silence(string cas, string chemin)
    {
        var questionnaire = Modifie("gynecologie.json", q =>
        {
            (q["url"], q["status"]) = ($"https://exemple.test/laisse/{Uri.EscapeDataString(cas)}", "draft");
            var groupes = q["item"]![0]!["item"]!;
            var nom = groupes[0]!["item"]![0]!;
            var (mode, age) = (groupes[2]!["item"]![1]!.AsObject(), groupes[3]!["item"]![0]!["item"]![2]!["item"]!);
            switch (cas)
            {
                case "groupe obligatoire": groupes[0]!["required"] = true; break;
                case "groupe conditionnel": groupes[4]!["enableWhen"] = JsonNode.Parse("""[{"question":"Hs1.name","operator":"exists","answerBoolean":true}]"""); break;
                case "groupe masque": groupes[0]!["extension"] = JsonNode.Parse("""[{"url":"http://hl7.org/fhir/StructureDefinition/questionnaire-hidden","valueBoolean":true}]"""); break;
                case "constante": break;
                case "deux initiales": nom["initial"] = JsonNode.Parse("""[{"valueString":"Un"},{"valueString":"Deux"}]"""); break;
                case "deux codages": q["useContext"]![0]!["valueCodeableConcept"]!["coding"]!.AsArray().Add(JsonNode.Parse("""{"code":"365"}""")); break;
                case "contexte inconnu": q["useContext"]!.AsArray().Add(JsonNode.Parse("""{"code":{"code":"fonctionLieu"},"valueCodeableConcept":{"coding":[{"code":"001"}]}}""")); break;
                case "longueur": nom["maxLength"] = 12; break;
                case "extension": nom["extension"] = JsonNode.Parse("""[{"url":"https://exemple.test/largeur-width","valueInteger":3}]"""); break;
                case "modificateur": groupes[2]!["item"]![1]!["answerOption"]![0]!["modifierExtension"] = JsonNode.Parse("""[{"url":"https://exemple.test/x"}]"""); break;
                case "unite sans valeur": groupes[3]!["item"]![0]!["item"]![2]!["item"]!.AsArray().RemoveAt(2); groupes[3]!["item"]![0]!["item"]![2]!["item"]![1]!.AsObject().Remove("initial"); groupes[3]!["item"]![0]!["item"]![2]!["item"]![1]!["readOnly"] = true; break;
                case "famille sans condition": groupes[4]!["item"]!.AsArray().Add(JsonNode.Parse($$"""{"linkId":"f","type":"choice","definition":"{{Profil}}specialty:operationalActivityFamily"}""")); break;
                case "famille d'une autre question": groupes[4]!["item"]!.AsArray().Add(JsonNode.Parse($$$"""{"linkId":"f","type":"choice","definition":"{{{Profil}}}specialty:operationalActivityFamily","enableWhen":[{"question":"Hs1.name","operator":"=","answerCoding":{"code":"033"}}]}""")); break;
                case "deux codages initiaux": mode.Remove("answerOption"); mode["initial"] = JsonNode.Parse("""[{"valueCoding":{"code":"28"}},{"valueCoding":{"code":"29"}}]"""); break;
                case "unites restreintes": age[2]!["answerOption"] = JsonNode.Parse("""[{"valueCoding":{"code":"a"}}]"""); break;
                case "age et demi": age[1]!["initial"] = JsonNode.Parse("""[{"valueDecimal":1.5}]"""); break;
                case "reponse libre": mode["type"] = "open-choice"; break;
                case "version de liste": mode.Remove("answerOption"); mode["answerValueSet"] = "https://mos.esante.gouv.fr/NOS/JDV_J19-ModePriseEnCharge-ROR/FHIR/JDV-J19-ModePriseEnCharge-ROR|19990101"; break;
                case "autre liste": mode.Remove("answerOption"); mode["answerValueSet"] = "https://mos.esante.gouv.fr/NOS/JDV_J226-ModaliteAccueil-ROR/FHIR/JDV-J226-ModaliteAccueil-ROR"; break;
                case "nom": q["name"] = "Autre"; break;
                case "lecture seule conditionnelle": mode["readOnly"] = true; mode["enableWhen"] = JsonNode.Parse("""[{"question":"Hs1.name","operator":"exists","answerBoolean":true}]"""); break;
                case "valeur a extraire": nom["extension"] = JsonNode.Parse("""[{"url":"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-definitionExtractValue","valueString":"x"}]"""); break;
                default: throw new ArgumentOutOfRangeException(nameof(cas));
            }
        });
        var importe = (await ImporterAsync(await Admin, questionnaire)).Doit(201).Corps;
        Assert.Contains(chemin, importe.GetProperty("avertissements").EnumerateArray().Where(a => a.Lu("code") == "questionnaire.non-repris").Select(a => a.Lu("champ")));
    }

    // The three faults of one file are told together.
    [Fact]
    public async Task Toutes_les_fautes_se_disent_a_la_fois()
    {
        var faux = Modifie("gynecologie.json", q =>
        {
            q["status"] = "unknown";
            q["subjectType"] = new JsonArray("HealthcareService", "Location");
            q["item"]![0]!["item"]![1]!["item"]![0]!["linkId"] = "Hs1.name";
        });
        Assert.Equal(["questionnaire.linkid-double", "questionnaire.statut", "questionnaire.sujet"], (await ImporterAsync(await Admin, faux)).Doit(422).Erreurs.Select(e => e.Code).Order());
    }

    // A fault of shape stops the reading: what was found before it is told with it.
    [Fact]
    public async Task Une_faute_de_forme_ne_cache_pas_les_autres()
    {
        var faux = Modifie("gynecologie.json", q => (q["status"], q["item"]![0]!["item"]![1]!["type"]) = ("unknown", 3));
        Assert.Equal(["questionnaire.forme", "questionnaire.statut"], (await ImporterAsync(await Admin, faux)).Doit(422).Erreurs.Select(e => e.Code).Order());
    }

    [Fact]
    public async Task Des_coordonnees_prereglees_vont_et_viennent()
    {
        var admin = await Admin;
        var questionnaire = Modifie("gynecologie.json", q =>
        {
            (q["url"], q["status"]) = ("https://exemple.test/coordonnees", "draft");
            foreach (var (champ, valeur) in new[] { ("latitude", 43), ("longitude", 2) })
            {
                q["item"]!.AsArray().Add(JsonNode.Parse($$"""{"linkId":"{{champ}}","type":"integer","definition":"{{Profil}}location/adresse.{{champ}}","initial":[{"valueInteger":{{valeur}}}]}"""));
            }
        });
        var importe = (await ImporterAsync(admin, questionnaire)).Doit(201);
        Assert.Equal((43m, 2m), (importe.Corps.Membre("prereglages/adresse/latitude").GetDecimal(), importe.Corps.Membre("prereglages/adresse/longitude").GetDecimal()));
        Assert.Contains("\"valueDecimal\":43", (await admin.GetAsync($"{importe.Entetes.Location}/questionnaire")).Doit(200).Texte);
    }

    // A list of which nothing is left is not the whole list: nor after an edit.
    [Fact]
    public async Task Une_liste_vide_reste_une_contradiction_quand_on_enregistre_ce_qu_on_a_lu()
    {
        var admin = await Admin;
        var importe = (await ImporterAsync(admin, Modifie("gynecologie.json", q =>
        {
            q["url"] = "https://exemple.test/vide";
            q["item"]![0]!["item"]![2]!["item"]![1]!["answerOption"] = JsonNode.Parse("""[{"valueCoding":{"code":"ZZ"}}]""");
        }))).Doit(201);
        var corps = JsonNode.Parse(importe.Texte)!.AsObject();
        foreach (var membre in corps.Select(m => m.Key).Except(["url", "titre", "parcours", "contexte", "regles", "prereglages"]).ToList())
        {
            corps.Remove(membre);
        }

        var garde = (await admin.PutAsync(importe.Entetes.Location!.ToString(), corps, ("If-Match", importe.ETag))).Doit(200).Corps;
        Assert.Contains("modele.liste-vide", garde.Liste("contradictions", "code"));
    }

    [Fact]
    public async Task Un_age_ne_se_fixe_qu_avec_son_unite()
    {
        var importe = (await ImporterAsync(await Admin, Modifie("gynecologie.json", q =>
        {
            (q["url"], q["status"]) = ("https://exemple.test/ages", "draft");
            q["item"]![0]!["item"]![3]!["item"]![0]!["item"]![2]!["item"]![2]!["readOnly"] = true;
        }))).Doit(201).Corps;
        Assert.False(importe.GetProperty("regles").Ou("champ", "ageMin").GetProperty("fixe").GetBoolean());
        Assert.Contains("/item/0/item/3/item/0/item/2/item/1/readOnly", importe.Liste("avertissements", "champ"));
    }

    [Fact]
    public async Task Les_raisons_se_disent_aussi_en_anglais()
    {
        var importe = (await (await Admin).BrutAsync(HttpMethod.Post, Route, Modifie("gynecologie.json", q => (q["url"], q["status"]) = ("https://exemple.test/anglais", "draft")), "application/fhir+json", ("Accept-Language", "en"))).Doit(201).Corps;
        Assert.DoesNotContain(importe.GetProperty("avertissements").EnumerateArray(), a => a.Lu("message").Contains(" n'est pas ", StringComparison.Ordinal) || a.Lu("message").Contains(" ne le ", StringComparison.Ordinal));
    }

    private static Task<Reponse> ImporterAsync(ClientRor client, byte[] questionnaire) => client.BrutAsync(HttpMethod.Post, Route, questionnaire, "application/fhir+json");

    private static byte[] Mauvais(string cas)
    {
        const string Fichier = "medecine-generale.json";
        return cas switch
        {
            "linkId double" => Modifie(Fichier, q => q["item"]![0]!["item"]![1]!["item"]![0]!["linkId"] = "1.1"),
            "definition inconnue" => Premier("colour", q => q["definition"] = Profil + "colour"),
            "autre profil" => Premier("", q => q["definition"] = "https://interop.esante.gouv.fr/ig/fhir/ror/StructureDefinition/ror-location#Location.name"),
            "tranche inconnue" => Premier("", q => q["definition"] = Profil + "characteristic:couleur"),
            "deux sujets" => Modifie(Fichier, q => q["subjectType"] = new JsonArray("HealthcareService", "Organization")),
            "sujet lieu" => Modifie(Fichier, q => q["subjectType"] = new JsonArray("Location")),
            "statut" => Modifie(Fichier, q => q["status"] = "unknown"),
            "sans url" => Modifie(Fichier, q => q.AsObject().Remove("url")),
            "sans version" => Modifie(Fichier, q => q.AsObject().Remove("version")),
            "ressource" => Modifie(Fichier, q => q["resourceType"] = "Patient"),
            "item texte" => Modifie(Fichier, q => q["item"] = new JsonArray("x")),
            "requis texte" => Premier("", q => q["required"] = "true"),
            "dix mille" => Avec(new JsonArray([.. Enumerable.Range(0, 10_000).Select(i => new JsonObject { ["linkId"] = $"{i}", ["type"] = "display" })])),
            "profond" => Profond(500),
            "cycle" => Avec(new JsonArray(Item("a", "b"), Item("b", "a"))),
            "dans lui-meme" => Avec(new JsonArray(Groupe(Item("a", "b"), new JsonObject { ["linkId"] = "b", ["type"] = "boolean" }))),
            "question inconnue" => Avec(new JsonArray(Item("a", "z"))),
            "version nulle" => Modifie(Fichier, q => q["version"] = "1\0"),
            "titre long" => Modifie(Fichier, q => q["title"] = new string('x', 300)),
            "url javascript" => Modifie(Fichier, q => q["url"] = "javascript:alert(1)"),
            "trop de conditions" => Avec(new JsonArray(new JsonObject { ["linkId"] = "a", ["type"] = "boolean", ["enableWhen"] = new JsonArray([.. Enumerable.Range(0, 60_000).Select(_ => new JsonObject { ["question"] = "b" })]) })),
            "contexte disparu" => Modifie(Fichier, q => { foreach (var c in q["useContext"]!.AsArray().Where(c => (string)c!["code"]!["code"]! == "EG")) { c!["valueCodeableConcept"]!["coding"]![0]!["code"] = "ZZ"; } }),
            "professions disparues" => Modifie(Fichier, q => { foreach (var c in q["useContext"]!.AsArray().Where(c => (string)c!["code"]!["code"]! == "P01")) { c!["valueCodeableConcept"]!["coding"]![0]!["code"] = "ZZ"; } }),
            "sous un nom" => Premier("", q => q["definition"] = Profil + "name.couleur"),
            "definition sans fin" => Avec(new JsonArray(new JsonObject { ["linkId"] = "a", ["type"] = "group", ["definition"] = Profil + string.Concat(Enumerable.Repeat("a.", 200_000)) })),
            "abime" => Profond(5_000),
            "coupe" => FichiersNos.Fichier(Fichier)[..3000],
            "membre double" => Encoding.UTF8.GetBytes("{\"resourceType\":\"Questionnaire\",\"resourceType\":\"Questionnaire\"}"),
            "latin-1" => Encoding.Latin1.GetBytes("{\"resourceType\":\"Questionnaire\",\"title\":\"Gynécologie\",\"url\":\"https://exemple.test/x\",\"version\":\"1\"}"),
            "liste" => "[]"u8.ToArray(),
            _ => throw new ArgumentOutOfRangeException(nameof(cas)),
        };

        static byte[] Premier(string _, Action<JsonNode> faute) => Modifie(Fichier, q => faute(q["item"]![0]!["item"]![0]!["item"]![0]!));
        static byte[] Avec(JsonArray items) => Modifie(Fichier, q => q["item"] = items);
        static JsonObject Item(string lien, string question) => new() { ["linkId"] = lien, ["type"] = "boolean", ["enableWhen"] = new JsonArray(new JsonObject { ["question"] = question, ["operator"] = "exists", ["answerBoolean"] = true }) };
        static JsonObject Groupe(JsonObject groupe, JsonObject enfant)
        {
            groupe["item"] = new JsonArray(enfant);
            return groupe;
        }

        static byte[] Profond(int niveaux)
        {
            var debut = string.Concat(Enumerable.Range(0, niveaux).Select(i => $"{{\"linkId\":\"{i}\",\"type\":\"group\",\"item\":["));
            return Encoding.UTF8.GetBytes($"{{\"resourceType\":\"Questionnaire\",\"url\":\"https://exemple.test/p\",\"version\":\"1\",\"title\":\"P\",\"status\":\"draft\",\"subjectType\":[\"HealthcareService\"],\"item\":[{debut}{string.Concat(Enumerable.Repeat("]}", niveaux))}]}}");
        }
    }

    private static byte[] Modifie(string fichier, Action<JsonNode> acte)
    {
        var questionnaire = JsonNode.Parse(FichiersNos.Fichier(fichier))!;
        acte(questionnaire);
        return Encoding.UTF8.GetBytes(questionnaire.ToJsonString());
    }
}
