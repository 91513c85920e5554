using System.Text;
using System.Text.Json;
using Ror.TestKit;
using Ror.TestKit.Annuaires;
using static Ror.TestKit.Annuaires.FichiersAnnuaires;

namespace Ror.Api.Tests;

/// <summary>FINESS: legal entities and établissements come of it, stay up to date, are read-only in what it gives, and close when it closes them.</summary>
public sealed class FinessTests(ServeurRor serveur) : IClassFixture<ServeurRor>
{
    private const string Hopital = "1810990143";
    private const string Json = "finess-structures.json";

    [Fact]
    public async Task Les_fichiers_plats_et_le_JSON_font_les_memes_etablissements()
    {
        await using var plat = new ServeurRor();
        await using var quotidien = new ServeurRor();
        var (moi, autre) = (await plat.EnAsync("administrateur"), await quotidien.EnAsync("administrateur"));
        var issue = await moi.ImporterAsync("finess", Plats(), "finess.zip");
        Assert.Equal((6, 6, 0), (issue["EntiteJuridiqueCreee"], issue["EtablissementCree"], issue["LigneRefusee"]));
        await autre.ImporterAsync("finess", Fichier(Json), "finess-structures-journalier-20260905.json");
        var (a, b) = (await FicheAsync(plat, Hopital), await FicheAsync(quotidien, Hopital));
        Assert.Equal(("CENTRE HOSPITALIER FICTIF D ALBI", "355", "81004", "1810990101"), (a.Lu("fiche/denomination"), a.Lu("fiche/categorie/code"), a.Lu("fiche/adresse/commune"), a.Lu("fiche/entiteJuridique")));
        Assert.Equal(43.9256, a.Membre("fiche/adresse/latitude").GetDouble(), 0.001);
        Assert.Equal(2.1486, a.Membre("fiche/adresse/longitude").GetDouble(), 0.001);
        Assert.Equal((a.Lu("fiche/categorie/code"), a.Lu("fiche/adresse/commune"), a.Lu("fiche/numSiret")), (b.Lu("fiche/categorie/code"), b.Lu("fiche/adresse/commune"), b.Lu("fiche/numSiret")));

        // Published at once, like any structure.
        var changements = await (await plat.EnAsync("plateforme-occitanie")).GetAsync("/api/v1/diffusion/changements?depuis=0&limite=200");
        Assert.Contains(changements.Corps.GetProperty("elements").EnumerateArray(), e => e.Lu("objet/identifiant") == Hopital && e.Lu("nature") == "publication");
    }

    [Fact]
    public async Task La_simulation_est_identique_et_recommencer_ne_change_rien()
    {
        await using var neuf = new ServeurRor();
        var moi = await neuf.EnAsync("administrateur");
        foreach (var (fichier, nom) in new[] { (Plats(), "finess.zip"), (Fichier("finess-pieges-etablissements.csv"), "pieges.csv"), (Fichier(Json), "finess.json"), (Fichier("finess-pieges-structures.json"), "pieges.json") })
        {
            var simulation = await moi.ImporterAsync("finess", fichier, nom, simulation: true);
            var reel = await moi.ImporterAsync("finess", fichier, nom);
            Assert.Equal(simulation.Import.GetProperty("bilan").GetRawText(), reel.Import.GetProperty("bilan").GetRawText());
            Assert.Equal(simulation.Dits, reel.Dits);
            var encore = await moi.ImporterAsync("finess", fichier, nom);
            Assert.Equal((0, 0, 0, 0), (encore["EtablissementCree"], encore["EtablissementModifie"], encore["EntiteJuridiqueCreee"], encore["EtablissementFerme"]));
        }
    }

    // RG_EXP_031: absent or equal; what is entered here stays the référent's.
    [Fact]
    public async Task Ce_qui_vient_de_FINESS_est_en_lecture_seule_et_le_reste_se_modifie()
    {
        await using var neuf = new ServeurRor();
        var (moi, referent) = (await neuf.EnAsync("administrateur"), await neuf.EnAsync("referent-occitanie"));
        await moi.ImporterAsync("finess", Plats(), "finess.zip");
        var (href, lu) = await TrouverAsync(referent, Hopital);

        foreach (var (champ, corps) in new (string, object)[]
        {
            ("/denomination", new { denomination = "Autre nom" }),
            ("/categorie", new { categorie = Demo.Code("101") }),
            ("/adresse", new { adresse = new { commune = "81065" } }),
            ("/numSiret", new { numSiret = "99999011200016" }),
        })
        {
            (await referent.PutAsync(href, corps, ("If-Match", lu.ETag))).Refuse(422, "champ.lecture-seule").Contient(champ, "champ.lecture-seule");
        }

        var modifie = (await referent.PutAsync(href, new { nomOperationnel = "L'hôpital", accessibilite = new[] { Demo.Code("1") }, contacts = Demo.Contacts() }, ("If-Match", lu.ETag))).Doit(200);
        Assert.Equal(("L'hôpital", "CENTRE HOSPITALIER FICTIF D ALBI"), (modifie.Corps.Lu("fiche/nomOperationnel"), modifie.Corps.Lu("fiche/denomination")));
        (await referent.PutAsync(href, modifie.Corps.GetProperty("fiche"), ("If-Match", modifie.ETag))).Doit(200);

        // The next edition changes what is its own and leaves the rest.
        var renomme = Encoding.UTF8.GetBytes(Texte("finess-502-etablissements.csv").Replace("CENTRE HOSPITALIER FICTIF D ALBI", "CENTRE HOSPITALIER FICTIF DU TARN", StringComparison.Ordinal));
        Assert.Equal(1, (await moi.ImporterAsync("finess", renomme, "etalab-cs1100502.csv"))["EtablissementModifie"]);
        var apres = (await referent.GetAsync(href)).Doit(200).Corps;
        Assert.Equal(("CENTRE HOSPITALIER FICTIF DU TARN", "L'hôpital"), (apres.Lu("fiche/denomination"), apres.Lu("fiche/nomOperationnel")));

        // A legal entity too.
        var ej = (await referent.GetAsync(apres.Lu("entiteJuridique/href"))).Doit(200);
        (await referent.PutAsync(apres.Lu("entiteJuridique/href"), new { raisonSociale = "Autre" }, ("If-Match", ej.ETag))).Refuse(422, "champ.lecture-seule").Contient("/raisonSociale", "champ.lecture-seule");
        (await referent.PutAsync(apres.Lu("entiteJuridique/href"), new { }, ("If-Match", ej.ETag))).Doit(200);

        // One that was entered by hand still asks for everything.
        var main = (await referent.GetAsync($"/api/v1/entites-geographiques/{Demo.ChAlbi}")).Doit(200);
        (await referent.PutAsync($"/api/v1/entites-geographiques/{Demo.ChAlbi}", new { nomOperationnel = "Hôpital" }, ("If-Match", main.ETag)))
            .Refuse(422, "contenu.invalide").Contient("/denomination", "champ.obligatoire").Contient("/categorie", "champ.obligatoire").Contient("/adresse", "champ.obligatoire");
    }

    [Fact]
    public async Task Un_etablissement_ferme_dans_FINESS_ferme_ici_tout_ce_qui_en_depend()
    {
        await using var neuf = new ServeurRor();
        var (moi, referent) = (await neuf.EnAsync("administrateur"), await neuf.EnAsync("referent-occitanie"));
        await moi.ImporterAsync("finess", Fichier(Json), "finess.json");
        var (href, _) = await TrouverAsync(referent, Hopital);
        var pole = (await referent.PostAsync($"{href}/poles", new { nom = "Pôle de test" })).Doit(201).Corps.Lu("id");
        var uf = (await referent.PostAsync($"/api/v1/poles/{pole}/unites-fonctionnelles", new { nom = "UF de test" })).Doit(201).Corps.Lu("id");
        var creee = (await referent.PostAsync($"/api/v1/unites-fonctionnelles/{uf}/offres", Demo.InformationsChirurgie())).Doit(201);
        var id = creee.Corps.Lu("id");
        var accueil = (await referent.PutAsync($"/api/v1/offres/{id}/etapes/accueil-prise-en-charge", Demo.AccueilChirurgie(), ("If-Match", creee.ETag))).Doit(200);
        var fin = (await referent.PutAsync($"/api/v1/offres/{id}/etapes/patientele-et-specificites", Demo.PatienteleEtSpecificites(), ("If-Match", accueil.ETag))).Doit(200);
        var validee = (await referent.PostAsync($"/api/v1/offres/{id}/validation", new { relu = true }, ("If-Match", fin.ETag))).Doit(200);

        var ferme = Ferme(Hopital[1..], "2026-09-01");
        Assert.Equal(1, (await moi.ImporterAsync("finess", ferme, "finess.json", simulation: true))["EtablissementFerme"]);
        Assert.Equal("Validee", (await referent.GetAsync($"/api/v1/offres/{id}")).Doit(200).Corps.Lu("statut"));
        Assert.Equal(1, (await moi.ImporterAsync("finess", ferme, "finess.json"))["EtablissementFerme"]);
        var offre = (await referent.GetAsync($"/api/v1/offres/{id}")).Doit(200).Corps;
        Assert.Equal(("FermeeDefinitivement", "DEF", "2026-09-01"), (offre.Lu("statut"), offre.Lu("fermeture/type/code"), offre.Lu("fermeture/date")));
        Assert.Equal("FermeeDefinitivement", (await referent.GetAsync(href)).Doit(200).Corps.Lu("statut"));
        (await referent.PostAsync($"{href}/poles", new { nom = "Encore" })).Refuse(409, "hierarchie.parent-ferme");
        Assert.Equal("FermeeDefinitivement", (await (await neuf.EnAsync("plateforme-occitanie")).GetAsync($"/api/v1/diffusion/offres/{validee.Corps.Lu("identifiant").Replace('/', '-')}")).Doit(200).Corps.Lu("statut"));

        // Nothing reopens by itself.
        var rouvert = await moi.ImporterAsync("finess", Fichier(Json), "finess.json");
        Assert.Equal(0, rouvert["EtablissementModifie"]);
        Assert.Contains(rouvert.Lignes, l => l.Lu("code") == "annuaire.ferme-ici" && l.Lu("objet") == Hopital);
    }

    [Fact]
    public async Task Un_etablissement_sans_son_entite_juridique_est_refuse_a_sa_ligne()
    {
        await using var neuf = new ServeurRor();
        var issue = await (await neuf.EnAsync("administrateur")).ImporterAsync("finess", Fichier("finess-502-etablissements.csv"), "etalab-cs1100502.csv");
        Assert.Equal((0, issue["LigneLue"]), (issue["EtablissementCree"], issue["LigneRefusee"]));
        Assert.All(issue.Lignes.Where(l => l.Lu("nature") == "Refus"), l => Assert.Equal("annuaire.entite-juridique-inconnue", l.Lu("code")));
    }

    public static TheoryData<string> Refuses => ["vide", "autre en-tête", "zip tronqué", "JSON coupé", "JSON tableau", "RPPS"];

    [Theory]
    [MemberData(nameof(Refuses))]
    public async Task Un_fichier_casse_ou_d_autre_chose_est_refuse_sans_rien_prendre(string cas)
    {
        var moi = await serveur.EnAsync("administrateur");
        byte[] fichier = cas switch
        {
            "vide" => "\n"u8.ToArray(),
            "autre en-tête" => Encoding.UTF8.GetBytes("nofinesset;nofinessej;rs\n810990143;810990101;X\n"),
            "zip tronqué" => Plats()[..^60],
            "JSON coupé" => Fichier(Json)[..^200],
            "JSON tableau" => "[{\"pmej\":[]}]"u8.ToArray(),
            _ => ImportsAnnuaires.Rpps(),
        };
        var issue = await moi.ImporterAsync("finess", fichier, "finess", etat: "Echoue");
        Assert.Equal(["import.illisible"], issue.Lignes.Select(l => l.Lu("code")));
        Assert.Equal(0, issue["EtablissementCree"]);
    }

    [Fact]
    public async Task Les_liberaux_d_une_maison_de_sante_connue_de_FINESS_y_ont_leur_offre_et_pas_ceux_d_une_clinique_ou_d_une_officine()
    {
        await using var neuf = new ServeurRor();
        var moi = await neuf.EnAsync("administrateur");
        await moi.ImporterAsync("finess", Plats(), "finess.zip");
        string Vers(string structure) => Lignes(FichiersAnnuaires.Rpps)[9].Replace("F810990028", "F" + structure, StringComparison.Ordinal).Replace("|810990028|", $"|{structure}|", StringComparison.Ordinal).Replace("1810990028", "1" + structure, StringComparison.Ordinal);
        var issue = await moi.ImporterAsync("rpps", ImportsAnnuaires.Fichier([Vers("810990150"), Vers("810990143"), Vers("810990184")]));
        Assert.Equal((1, 2, 0, 0), (issue["OffreNee"], issue["SituationHorsCabinet"], issue["SituationSansEtablissement"], issue["EtablissementCree"]));
    }

    private static byte[] Plats() => Ror.TestKit.Nos.FichiersNos.Zip(("etalab-cs1100501.csv", Fichier("finess-501-entites.csv")), ("etalab-cs1100507.csv", Fichier("finess-507-etablissements.csv")));

    // The daily file, one day later: that établissement is closed.
    private static byte[] Ferme(string finess, string jour)
    {
        var texte = Texte(Json);
        var place = texte.IndexOf($"\"numFinessEge\": \"{finess}\"", StringComparison.Ordinal);
        Assert.True(place > 0);
        return Encoding.UTF8.GetBytes(texte.Insert(place, $"\"dateFermeture\": \"{jour}\", "));
    }

    private static async Task<(string Href, Reponse Lu)> TrouverAsync(ClientRor client, string idNatStruct)
    {
        var trouve = (await client.GetAsync($"/api/v1/recherche-identifiant?valeur={idNatStruct}")).Doit(200).Corps.GetProperty("elements").EnumerateArray().Single(e => e.Lu("type") == "EntiteGeographique");
        return (trouve.Lu("href"), (await client.GetAsync(trouve.Lu("href"))).Doit(200));
    }

    private static async Task<JsonElement> FicheAsync(ServeurRor serveur, string idNatStruct) => (await TrouverAsync(await serveur.EnAsync("referent-occitanie"), idNatStruct)).Lu.Corps;
}
