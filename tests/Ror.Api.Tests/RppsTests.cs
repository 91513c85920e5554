using System.Text;
using Ror.TestKit;
using Ror.TestKit.Annuaires;

namespace Ror.Api.Tests;

/// <summary>The extract of activities: who comes of it, which offers are born, and what ends them.</summary>
public sealed class RppsTests(ServeurRor serveur) : IClassFixture<ServeurRor>
{
    private const string Exemple = "10990000019";
    private const string Cabinet = "410990000019000";
    private const string Groupe = "410990000019075";

    [Fact]
    public async Task Les_offres_naissent_des_situations_liberales_prereglees_et_personne_d_autre_n_y_touche()
    {
        await using var neuf = await ImportsAnnuaires.ServeurAsync();
        var (moi, referent) = (await neuf.EnAsync("administrateur"), await neuf.EnAsync("referent-occitanie"));
        var issue = await moi.ImporterAsync("rpps", ImportsAnnuaires.Rpps());
        Assert.Equal((15, 1, 0), (issue["LigneLue"], issue["LigneEnDouble"], issue["LigneRefusee"]));
        Assert.Equal((9, 8, 2, 2), (issue["ProfessionnelCree"], issue["OffreNee"], issue["SituationNonLiberale"], issue["SituationSansEtablissement"]));

        var offre = (await moi.OffreDeAsync(referent, Exemple, Cabinet))!.Value;
        Assert.Equal(("liberal", "Brouillon", "Cabinet de ville de médecine générale EXEMPLE"), (offre.Lu("parcours"), offre.Lu("statut"), offre.Lu("nom")));
        Assert.Equal(("05", false, "https://ror.example/modeles-saisie/medecin-generaliste-ville|1"),
            (offre.Lu("sections/informationsGenerales/champActivite/code"), offre.Membre("sections/informationsGenerales/uniteSensible").GetBoolean(), offre.Lu("sections/informationsGenerales/modeleSaisie")));
        Assert.Equal(("196", "32"), (offre.Lu("sections/accueilPriseEnCharge/typesOffre/0/code"), offre.Lu("sections/accueilPriseEnCharge/modePriseEnCharge/code")));
        Assert.Equal((0, "d", 120, "a"), (offre.Membre("sections/patientele/ageMin/valeur").GetInt32(), offre.Lu("sections/patientele/ageMin/unite"), offre.Membre("sections/patientele/ageMax/valeur").GetInt32(), offre.Lu("sections/patientele/ageMax/unite")));
        Assert.Equal("81004", offre.Lu("sections/adresse/commune"));
        Assert.StartsWith("76/", offre.Lu("identifiant"), StringComparison.Ordinal);
        Assert.Equal("rattacher-msp", Assert.Single(offre.GetProperty("actions").EnumerateArray()).Lu("nom"));

        // H7: it is its professional's alone; H5: it is never deleted by hand.
        var (id, etag) = (offre.Lu("id"), (await referent.GetAsync($"/api/v1/offres/{offre.Lu("id")}")).ETag);
        (await referent.PutAsync($"/api/v1/offres/{id}/sections/contacts", Demo.Contacts(), ("If-Match", etag))).Refuse(403, "acces.interdit");
        (await referent.DeleteAsync($"/api/v1/offres/{id}", ("If-Match", etag))).Refuse(403, "acces.interdit");
        (await referent.PostAsync($"/api/v1/offres/{id}/validation", new { relu = true }, ("If-Match", etag))).Refuse(403, "acces.interdit");
        (await referent.PostAsync($"/api/v1/offres/{id}/fermeture", new { type = Demo.Code("DEF"), dateFermeture = "2026-01-05" }, ("If-Match", etag))).Refuse(403, "acces.interdit");
    }

    [Fact]
    public async Task Un_professionnel_est_lu_de_lui_meme_des_referents_et_des_administrateurs()
    {
        await using var neuf = await ImportsAnnuaires.ServeurAsync();
        var moi = await neuf.EnAsync("administrateur");
        await moi.ImporterAsync("rpps", ImportsAnnuaires.Rpps());
        var lu = (await moi.GetAsync($"/api/v1/professionnels/{Exemple}")).Doit(200);
        Assert.Equal(("EXEMPLE", "Camille", "DR", "MME"), (lu.Corps.Lu("nom"), lu.Corps.Lu("prenom"), lu.Corps.Lu("civiliteExercice"), lu.Corps.Lu("civilite")));
        Assert.Equal(("10", "Médecin", "SM54", "S"), (lu.Corps.Lu("exercices/0/profession/code"), lu.Corps.Lu("exercices/0/profession/libelle"), lu.Corps.Lu("exercices/0/savoirFaire/0/code"), lu.Corps.Lu("exercices/0/savoirFaire/0/type")));
        Assert.Equal(4, lu.Corps.GetProperty("situations").GetArrayLength());
        var cabinet = lu.Corps.GetProperty("situations").Ou("structure", Cabinet);
        Assert.Equal(("CABINET DU DR CAMILLE EXEMPLE", "L", "Libéral, indépendant, artisan, commerçant", "+33563000001"), (cabinet.Lu("nomStructure"), cabinet.Lu("mode/code"), cabinet.Lu("mode/libelle"), cabinet.Lu("telephones/0")));
        Assert.False(cabinet.Possede("conventionnement"));
        Assert.Equal(("2026-01-05", "2026-01-05"), (lu.Corps.Lu("fraicheur/donneesDu"), lu.Corps.Lu("fraicheur/derniereEdition")));
        Assert.Equal(304, (await moi.GetAsync($"/api/v1/professionnels/{Exemple}", ("If-None-Match", lu.ETag))).Statut);

        (await (await neuf.EnAsync("referent-occitanie")).GetAsync($"/api/v1/professionnels/{Exemple}")).Doit(200);
        Assert.Equal($"/api/v1/professionnels/{Exemple}", (await moi.GetAsync($"/api/v1/recherche-identifiant?valeur={Exemple}")).Doit(200).Corps.Lu("professionnel/href"));
        Assert.False((await (await neuf.EnAsync("responsable-ch-albi")).GetAsync($"/api/v1/recherche-identifiant?valeur={Exemple}")).Doit(200).Corps.Possede("professionnel"));
        foreach (var persona in new[] { "medecin-liberal", "responsable-ch-albi", "plateforme-occitanie" })
        {
            (await (await neuf.EnAsync(persona)).GetAsync($"/api/v1/professionnels/{Exemple}")).Refuse(404, "professionnel.introuvable");
        }

        foreach (var rpps in new[] { "10990000018", "1", "abc", "00000000000" })
        {
            (await moi.GetAsync($"/api/v1/professionnels/{rpps}")).Refuse(404, "professionnel.introuvable");
        }
    }

    [Fact]
    public async Task La_simulation_dit_exactement_ce_que_fait_l_import_et_recommencer_ne_change_rien()
    {
        await using var neuf = await ImportsAnnuaires.ServeurAsync();
        var moi = await neuf.EnAsync("administrateur");
        var simulation = await moi.ImporterAsync("rpps", ImportsAnnuaires.Rpps(), simulation: true);
        (await moi.GetAsync($"/api/v1/professionnels/{Exemple}")).Refuse(404, "professionnel.introuvable");
        var reel = await moi.ImporterAsync("rpps", ImportsAnnuaires.Rpps());
        Assert.Equal(simulation.Import.GetProperty("bilan").GetRawText(), reel.Import.GetProperty("bilan").GetRawText());
        Assert.Equal(simulation.Dits, reel.Dits);

        var journal = await SequenceAsync(neuf);
        var lu = (await moi.GetAsync($"/api/v1/professionnels/{Exemple}")).Doit(200);
        var encore = await moi.ImporterAsync("rpps", ImportsAnnuaires.Rpps());
        Assert.Equal((9, 0, 0, 0), (encore["ProfessionnelInchange"], encore["ProfessionnelModifie"], encore["EtablissementModifie"], encore["OffreNee"]));
        Assert.Equal(journal, await SequenceAsync(neuf));
        Assert.Equal(lu.ETag, (await moi.GetAsync($"/api/v1/professionnels/{Exemple}")).ETag);
    }

    [Fact]
    public async Task Une_situation_qui_finit_supprime_son_brouillon_et_ferme_son_offre_publiee_a_la_date_des_donnees()
    {
        await using var neuf = await ImportsAnnuaires.ServeurAsync();
        var (moi, referent) = (await neuf.EnAsync("administrateur"), await neuf.EnAsync("referent-occitanie"));
        await moi.ImporterAsync("rpps", ImportsAnnuaires.Rpps());
        var publiee = (await moi.OffreDeAsync(referent, Exemple, Cabinet))!.Value;
        await neuf.PublierAsync(publiee.Lu("id"));
        var brouillon = (await moi.OffreDeAsync(referent, Exemple, Groupe))!.Value;
        var autres = await AutresAsync(referent, publiee.Lu("id"), brouillon.Lu("id"));

        // Camille leaves both practices; the group lives on with Alix.
        var apres = ImportsAnnuaires.Rpps(l => !l.StartsWith($"8|{Exemple}|", StringComparison.Ordinal) || !(l.Contains(Cabinet[1..], StringComparison.Ordinal) || l.Contains(Groupe[1..], StringComparison.Ordinal)));
        const string Fevrier = "PS_LibreAcces_Personne_activite_202602020930.txt";
        var simulation = await moi.ImporterAsync("rpps", apres, Fevrier, simulation: true);
        var issue = await moi.ImporterAsync("rpps", apres, Fevrier);
        Assert.Equal(simulation.Import.GetProperty("bilan").GetRawText(), issue.Import.GetProperty("bilan").GetRawText());
        Assert.Equal((2, 1, 1), (issue["SituationTerminee"], issue["OffreSupprimee"], issue["OffreClose"]));

        (await referent.GetAsync($"/api/v1/offres/{brouillon.Lu("id")}")).Refuse(404, "offre.introuvable");
        var fermee = (await referent.GetAsync($"/api/v1/offres/{publiee.Lu("id")}")).Doit(200).Corps;
        Assert.Equal(("FermeeDefinitivement", "DEF", "2026-02-02"), (fermee.Lu("statut"), fermee.Lu("fermeture/type/code"), fermee.Lu("fermeture/date")));
        var diffusee = (await (await neuf.EnAsync("plateforme-occitanie")).GetAsync($"/api/v1/diffusion/offres/{publiee.Lu("identifiant").Replace('/', '-')}")).Doit(200).Corps;
        Assert.Equal("FermeeDefinitivement", diffusee.Lu("statut"));
        Assert.Equal(autres, await AutresAsync(referent, publiee.Lu("id")));
        Assert.Equal((0, 0), ((await moi.ImporterAsync("rpps", apres, Fevrier))["SituationTerminee"], (await moi.ImporterAsync("rpps", apres, Fevrier))["ProfessionnelModifie"]));

        // They come back: what is closed for good stays so, another offer is born.
        var retour = await moi.ImporterAsync("rpps", ImportsAnnuaires.Rpps(), "PS_LibreAcces_Personne_activite_202603020930.txt");
        Assert.Equal(2, retour["OffreNee"]);
        Assert.NotEqual(publiee.Lu("id"), (await moi.OffreDeAsync(referent, Exemple, Cabinet))!.Value.Lu("id"));
    }

    [Fact]
    public async Task Une_vague_de_disparitions_ne_ferme_rien()
    {
        await using var neuf = await ImportsAnnuaires.ServeurAsync();
        var moi = await neuf.EnAsync("administrateur");
        var texte = new StringWriter();
        new GenerateurRpps().Ecrire(texte, 400);
        var lignes = texte.ToString().TrimEnd('\n').Split('\n')[1..];
        await moi.ImporterAsync("rpps", ImportsAnnuaires.Fichier(lignes));
        var issue = await moi.ImporterAsync("rpps", ImportsAnnuaires.Fichier(lignes[..200]), "PS_LibreAcces_Personne_activite_202603020930.txt");
        Assert.Equal((0, 0), (issue["SituationTerminee"], issue["OffreSupprimee"]));
        Assert.Contains("Signalement 0 annuaire.vague-de-disparitions", issue.Dits);
        var encore = await moi.ImporterAsync("rpps", ImportsAnnuaires.Fichier(lignes), "PS_LibreAcces_Personne_activite_202604020930.txt");
        Assert.Equal((0, 0, 0), (encore["ProfessionnelCree"], encore["ProfessionnelModifie"], encore["OffreNee"]));
    }

    [Fact]
    public async Task Ce_qui_ne_peut_se_lire_est_dit_ligne_par_ligne_et_le_reste_entre()
    {
        await using var neuf = await ImportsAnnuaires.ServeurAsync();
        var moi = await neuf.EnAsync("administrateur");
        var bonnes = FichiersAnnuaires.Lignes(FichiersAnnuaires.Rpps)[1..];
        string[] mauvaises =
        [
            "trop|peu|de|cellules",
            bonnes[0].Replace("|10990000019|", "|10990000018|", StringComparison.Ordinal),
            "0|123456789|0123456789" + bonnes[0]["8|10990000019|810990000019".Length..],
            new string('x', 10_000_000),
            bonnes[0].Replace("EXEMPLE|Camille", "EXE\u0001MPLE|Camille", StringComparison.Ordinal),
        ];
        var issue = await moi.ImporterAsync("rpps", ImportsAnnuaires.Fichier([.. mauvaises, .. bonnes]));
        Assert.Equal((9, 5), (issue["ProfessionnelCree"], issue["LigneRefusee"]));
        Assert.Equal([2, 3, 4, 5, 6], issue.Lignes.Where(l => l.Lu("nature") == "Refus").Select(l => l.GetProperty("ligne").GetInt32()).Order());
        Assert.All(issue.Lignes, l => Assert.False(string.IsNullOrWhiteSpace(l.Lu("message"))));
        var anglais = (await moi.GetAsync($"{issue.Import.Lu("rapport")}?limite=200", ("Accept-Language", "en"))).Doit(200).Corps;
        Assert.NotEqual(issue.Lignes[0].Lu("message"), anglais.Lu("elements/0/message"));
    }

    // A line that cannot be read says nothing of what it told before.
    [Fact]
    public async Task Une_ligne_illisible_ne_met_fin_a_rien_de_sa_personne()
    {
        await using var neuf = await ImportsAnnuaires.ServeurAsync();
        var (moi, referent) = (await neuf.EnAsync("administrateur"), await neuf.EnAsync("referent-occitanie"));
        await moi.ImporterAsync("rpps", ImportsAnnuaires.Rpps());
        var lignes = FichiersAnnuaires.Lignes(FichiersAnnuaires.Rpps)[1..];
        foreach (var abimee in new[] { lignes[0] + "|de|trop", lignes[0].Replace("EXEMPLE|Camille", "EXE\u0001MPLE|Camille", StringComparison.Ordinal), lignes[0].Replace("|10990000019|", "|10990000018|", StringComparison.Ordinal), "8|||" + lignes[0]["8|10990000019|810990000019|".Length..] })
        {
            var issue = await moi.ImporterAsync("rpps", ImportsAnnuaires.Fichier([abimee, .. lignes[1..]]), "PS_LibreAcces_Personne_activite_202602020930.txt");
            Assert.Equal((1, 0, 0), (issue["LigneRefusee"], issue["SituationTerminee"], issue["OffreSupprimee"]));
            Assert.NotNull(await moi.OffreDeAsync(referent, Exemple, Cabinet));
        }
    }

    [Fact]
    public async Task Deux_professions_au_meme_lieu_ont_une_offre_qui_finit_une_fois()
    {
        await using var neuf = await ImportsAnnuaires.ServeurAsync();
        var (moi, referent) = (await neuf.EnAsync("administrateur"), await neuf.EnAsync("referent-occitanie"));
        var lignes = FichiersAnnuaires.Lignes(FichiersAnnuaires.Rpps)[1..];
        var seconde = lignes[0].Replace("|10|Médecin|", "|50|Sage-Femme|", StringComparison.Ordinal);
        Assert.NotEqual(lignes[0], seconde);
        await moi.ImporterAsync("rpps", ImportsAnnuaires.Fichier([.. lignes, seconde]));
        var offre = (await moi.OffreDeAsync(referent, Exemple, Cabinet))!.Value.Lu("id");
        Assert.Equal(2, (await moi.GetAsync($"/api/v1/professionnels/{Exemple}")).Doit(200).Corps.GetProperty("situations").EnumerateArray().Count(s => s.Lu("structure") == Cabinet));

        var sans = ImportsAnnuaires.Rpps(l => !(l.StartsWith($"8|{Exemple}|", StringComparison.Ordinal) && l.Contains(Cabinet[1..], StringComparison.Ordinal)));
        var issue = await moi.ImporterAsync("rpps", sans, "PS_LibreAcces_Personne_activite_202602020930.txt");
        Assert.Equal((2, 1), (issue["SituationTerminee"], issue["OffreSupprimee"]));
        (await referent.GetAsync($"/api/v1/offres/{offre}")).Refuse(404, "offre.introuvable");
    }

    [Fact]
    public async Task L_ordre_des_lignes_ne_change_rien_et_une_edition_depassee_est_refusee()
    {
        await using var neuf = await ImportsAnnuaires.ServeurAsync();
        var moi = await neuf.EnAsync("administrateur");
        await moi.ImporterAsync("rpps", ImportsAnnuaires.Rpps(), "PS_LibreAcces_Personne_activite_202602020930.txt");
        var melangees = FichiersAnnuaires.Lignes(FichiersAnnuaires.Rpps)[1..].Reverse();
        var issue = await moi.ImporterAsync("rpps", ImportsAnnuaires.Fichier(melangees), "PS_LibreAcces_Personne_activite_202602020930.txt");
        Assert.Equal((9, 0, 0, 0), (issue["ProfessionnelInchange"], issue["ProfessionnelModifie"], issue["EtablissementModifie"], issue["OffreNee"]));
        foreach (var simulation in new[] { true, false })
        {
            var ancienne = await moi.ImporterAsync("rpps", ImportsAnnuaires.Rpps(), simulation: simulation, etat: "Echoue");
            Assert.Equal(["Refus 0 annuaire.edition-ancienne"], ancienne.Dits);
        }
    }

    public static TheoryData<string> Refuses => ["vide", "en-tête seul", "52 colonnes", "sans colonne", "zip tronqué", "zip sans extrait", "gzip tronqué", "autre fichier", "octets"];

    [Theory]
    [MemberData(nameof(Refuses))]
    public async Task Un_fichier_qui_n_est_pas_un_extrait_entier_est_refuse_sans_rien_prendre(string cas)
    {
        var moi = await serveur.EnAsync("administrateur");
        byte[] fichier = cas switch
        {
            "vide" => "\n"u8.ToArray(),
            "en-tête seul" => ImportsAnnuaires.Fichier([]),
            "52 colonnes" => FichiersAnnuaires.Rpps52Colonnes(),
            "sans colonne" => FichiersAnnuaires.RppsSansColonne("Code mode exercice", "Nom d'exercice"),
            "zip tronqué" => Zip()[..^40],
            "zip sans extrait" => Ror.TestKit.Nos.FichiersNos.Zip(("LISEZMOI.txt", "bonjour"u8.ToArray())),
            "gzip tronqué" => Gzip(ImportsAnnuaires.Rpps())[..^30],
            "autre fichier" => Encoding.UTF8.GetBytes("finess;etalab;98;2026-05-12\n"),
            _ => [0, 1, 2, 3, 255, 254],
        };
        var issue = await moi.ImporterAsync("rpps", fichier, etat: "Echoue");
        Assert.Equal(["import.illisible"], issue.Lignes.Select(l => l.Lu("code")));
        Assert.Equal(0, issue["ProfessionnelCree"]);
        (await moi.GetAsync($"/api/v1/professionnels/{Exemple}")).Refuse(404, "professionnel.introuvable");
    }

    [Theory]
    [InlineData("zip")]
    [InlineData("gzip")]
    [InlineData("57 cellules")]
    [InlineData("windows-1252")]
    [InlineData("BOM")]
    public async Task Chaque_forme_du_meme_extrait_dit_la_meme_chose(string forme)
    {
        await using var neuf = await ImportsAnnuaires.ServeurAsync();
        var moi = await neuf.EnAsync("administrateur");
        var fichier = forme switch
        {
            "zip" => Zip(),
            "gzip" => Gzip(ImportsAnnuaires.Rpps()),
            "57 cellules" => FichiersAnnuaires.Rpps57Cellules(),
            "windows-1252" => FichiersAnnuaires.EnWindows1252(ImportsAnnuaires.Rpps()),
            _ => FichiersAnnuaires.AvecMarque(ImportsAnnuaires.Rpps()),
        };
        var issue = await moi.ImporterAsync("rpps", fichier);
        Assert.Equal((9, 8), (issue["ProfessionnelCree"], issue["OffreNee"]));
        Assert.Equal("D'ESSAI \"ÉLÉONORE\"", (await moi.GetAsync("/api/v1/professionnels/10990000035")).Doit(200).Corps.Lu("nom"));
    }

    [Fact]
    public async Task Seul_un_administrateur_importe()
    {
        foreach (var persona in new[] { "referent-occitanie", "medecin-liberal", "plateforme-occitanie", "responsable-ch-albi" })
        {
            foreach (var source in new[] { "rpps", "finess", "conventionnements" })
            {
                (await (await serveur.EnAsync(persona)).BrutAsync(HttpMethod.Post, $"/api/v1/annuaires/{source}/imports", ImportsAnnuaires.Rpps(), "text/plain")).Refuse(403, "acces.role-requis");
            }
        }

        var moi = await serveur.EnAsync("administrateur");
        (await moi.BrutAsync(HttpMethod.Post, "/api/v1/annuaires/rpps/imports", [], "text/plain")).Refuse(400, "import.vide");
        (await moi.BrutAsync(HttpMethod.Post, "/api/v1/annuaires/rpps/imports?inconnu=1", ImportsAnnuaires.Rpps(), "text/plain")).Refuse(400, "parametre.inconnu");
        (await moi.BrutAsync(HttpMethod.Post, "/api/v1/annuaires/autre/imports", ImportsAnnuaires.Rpps(), "text/plain")).Doit(404);
        (await moi.GetAsync($"/api/v1/imports/{Outils.Inconnu}/lignes")).Refuse(404, "import.introuvable");
    }

    private static byte[] Zip() => Ror.TestKit.Nos.FichiersNos.Zip((ImportsAnnuaires.Extrait, ImportsAnnuaires.Rpps()), ("LISEZMOI.txt", "bonjour"u8.ToArray()));

    private static byte[] Gzip(byte[] octets)
    {
        using var sortie = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(sortie, System.IO.Compression.CompressionLevel.Fastest))
        {
            gzip.Write(octets);
        }

        return sortie.ToArray();
    }

    // Where whoever reads everything would go on.
    private static async Task<string> SequenceAsync(ServeurRor serveur)
    {
        var lecteur = await serveur.EnAsync("regulation");
        var depuis = "0";
        while ((await lecteur.GetAsync($"/api/v1/diffusion/changements?depuis={depuis}&limite=200")).Doit(200).Corps is var page && page.Lu("suivant") is var suivant && suivant != depuis)
        {
            depuis = suivant;
        }

        return depuis;
    }

    // Id and version of every other offer in sight.
    private static async Task<List<string>> AutresAsync(ClientRor referent, params string[] sauf) =>
        [.. (await referent.ToutLireAsync("/api/v1/offres?limite=200")).Where(o => !sauf.Contains(o.Lu("id"))).Select(o => o.GetRawText())];
}
