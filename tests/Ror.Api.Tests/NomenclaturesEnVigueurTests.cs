using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Ror.Application.Anomalies;
using Ror.TestKit;
using static Ror.TestKit.Nos.FichiersNos;

namespace Ror.Api.Tests;

/// <summary>What a new version of a list does to what was entered, and what it says of it beforehand.</summary>
public sealed class NomenclaturesEnVigueurTests
{
    [Fact]
    public async Task La_simulation_dit_exactement_ce_que_l_import_fait_et_qui_emploie_chaque_code()
    {
        await using var serveur = new ServeurRor();
        var (admin, moi) = (await serveur.EnAsync("administrateur"), await serveur.EnAsync("responsable-ch-albi"));
        var brouillon = (await moi.CreerOffreCompleteAsync("Brouillon d'épreuve")).Id;
        var publiee = (await moi.PublierOffreAsync("Publiée d'épreuve")).Id;
        var (identifiantBrouillon, identifiantPubliee) = ((await moi.IdentifiantAsync(brouillon)).Replace('-', '/'), (await moi.IdentifiantAsync(publiee)).Replace('-', '/'));

        // J29 loses 07, which both hold; another is renamed, another arrives.
        var avant = (await admin.GetAsync("/api/v1/nomenclatures/J29/contenu")).Doit(200).Corps;
        var codes = Codes(avant);
        var nouvelle = Jeu(avant, "20991231120000", [.. codes.Where(c => c.Code != "07").Select((c, i) => i == 0 ? (c.Code, "Renommé", c.Systeme) : c), ("99", "Nouveau", codes[0].Systeme)]);
        var simulee = await admin.UneListeAsync(nouvelle, "j29.json", simulation: true);
        Assert.Equal(avant.GetRawText(), (await admin.GetAsync("/api/v1/nomenclatures/J29/contenu")).Doit(200).Corps.GetRawText());
        var reelle = await admin.UneListeAsync(nouvelle, "j29.json");
        Assert.Equal(simulee.GetRawText(), reelle.GetRawText());
        Assert.Equal([$"Renomme {codes[0].Code}", "Ajoute 99", "Disparu 07"], reelle.Ecarts());

        var usages = reelle.GetProperty("ecarts")[2].GetProperty("usages");
        Assert.Contains(identifiantBrouillon, usages.GetProperty("exemples").EnumerateArray().Select(e => e.GetString()));
        Assert.Contains(identifiantPubliee, usages.GetProperty("exemples").EnumerateArray().Select(e => e.GetString()));
        var employeurs = (await admin.ToutLireAsync("/api/v1/nomenclatures/J29/usages/07?limite=3"));
        Assert.Equal(usages.GetProperty("offresPubliees").GetInt32(), employeurs.Count(e => e.GetProperty("publie").GetBoolean()));
        Assert.Equal(usages.GetProperty("brouillons").GetInt32(), employeurs.Count(e => e.GetProperty("brouillon").GetBoolean()));
        Assert.Equal((false, true), (employeurs.Single(e => e.Lu("id") == brouillon).GetProperty("publie").GetBoolean(), employeurs.Single(e => e.Lu("id") == brouillon).GetProperty("brouillon").GetBoolean()));
        Assert.Equal((true, false), (employeurs.Single(e => e.Lu("id") == publiee).GetProperty("publie").GetBoolean(), employeurs.Single(e => e.Lu("id") == publiee).GetProperty("brouillon").GetBoolean()));
        Assert.Equal(usages.GetRawText(), (await admin.GetAsync("/api/v1/nomenclatures/J29/usages")).Doit(200).Corps.GetProperty("elements").Ou("code", "07").GetProperty("usages").GetRawText());
    }

    [Fact]
    public async Task Un_code_disparu_reste_lisible_se_refuse_et_remet_les_brouillons_a_revoir_puis_revient()
    {
        await using var serveur = new ServeurRor();
        var (admin, moi, lecteur) = (await serveur.EnAsync("administrateur"), await serveur.EnAsync("responsable-ch-albi"), await serveur.EnAsync("plateforme-occitanie"));
        var (brouillon, etag) = await moi.CreerOffreCompleteAsync("Brouillon d'épreuve");
        var (publiee, etagPubliee) = await moi.PublierOffreAsync("Publiée d'épreuve");
        var adresse = $"/api/v1/diffusion/offres/{(await moi.IdentifiantAsync(publiee)).Replace('/', '-')}";
        var etagLu = (await lecteur.GetAsync(adresse)).Doit(200).ETag;
        var suivant = (await lecteur.GetAsync("/api/v1/diffusion/changements?depuis=0&limite=200")).Doit(200).Corps.Lu("suivant");
        while ((await lecteur.GetAsync($"/api/v1/diffusion/changements?depuis={suivant}")).Doit(200).Corps is var page && page.GetProperty("elements").GetArrayLength() > 0)
        {
            suivant = page.Lu("suivant");
        }

        var avant = (await admin.GetAsync("/api/v1/nomenclatures/J29/contenu")).Doit(200).Corps;
        var codes = Codes(avant);

        await admin.UneListeAsync(Jeu(avant, "20991230120000", codes.Where(c => c.Code != "07")));
        await admin.EnVigueurAsync("J29", c => c.GetProperty("codes").Ou("code", "07").GetProperty("horsListe").GetBoolean());

        // Readable with its label, by those who enter and by those who read.
        Assert.Equal(codes.Single(c => c.Code == "07").Libelle, (await lecteur.GetAsync(adresse)).Doit(200).Corps.Lu("sections/patientele/publicsPrisEnCharge/0/libelle"));
        Assert.Equal(["validee", "validee", "a-revoir"], (await moi.GetAsync($"/api/v1/offres/{brouillon}")).Doit(200).Etats());
        (await moi.PutAsync($"/api/v1/offres/{brouillon}/etapes/patientele-et-specificites", Demo.PatienteleEtSpecificites(), ("If-Match", etag))).Doit(422).Contient("/patientele/publicsPrisEnCharge/0", "code.obsolete");
        (await moi.PostAsync($"/api/v1/offres/{brouillon}/validation", new { relu = true }, ("If-Match", etag))).Doit(422);
        Assert.DoesNotContain("07", (await admin.GetAsync("/api/v1/nomenclatures/J29/codes?valideLe=2026-11-22")).Doit(200).Corps.Liste("elements", "code"));

        // Renamed: every reader sees the new word, no offer has a new version, the feed tells nothing.
        await admin.UneListeAsync(Jeu(avant, "20991231120000", codes.Select(c => c.Code == "07" ? (c.Code, "Tout public, autrement dit", c.Systeme) : c)));
        await admin.EnVigueurAsync("J29", c => !c.GetProperty("codes").Ou("code", "07").GetProperty("horsListe").GetBoolean());
        var relue = (await lecteur.GetAsync(adresse, ("If-None-Match", etagLu))).Doit(200);
        Assert.Equal("Tout public, autrement dit", relue.Corps.Lu("sections/patientele/publicsPrisEnCharge/0/libelle"));
        Assert.NotEqual(etagLu, relue.ETag);
        Assert.Empty((await lecteur.GetAsync($"/api/v1/diffusion/changements?depuis={suivant}")).Doit(200).Corps.GetProperty("elements").EnumerateArray());
        Assert.Equal(etagPubliee.Split('.')[0], (await moi.ETagAsync(publiee)).Split('.')[0]);
        Assert.All((await moi.GetAsync($"/api/v1/offres/{brouillon}")).Doit(200).Etats(), e => Assert.Equal("validee", e));
    }

    [Fact]
    public async Task Un_code_disparu_leve_de_lui_meme_une_anomalie_qui_finit_avec_lui()
    {
        await using var serveur = new ServeurRor();
        var (admin, moi) = (await serveur.EnAsync("administrateur"), await serveur.EnAsync("responsable-ch-albi"));
        var (brouillon, etag) = await moi.CreerOffreCompleteAsync("Brouillon d'épreuve");
        var (autre, _) = await moi.CreerOffreCompleteAsync("Autre brouillon");
        var moteur = serveur.Services.GetRequiredService<CodesHorsVigueur>();
        await moteur.ExecuterAsync(CancellationToken.None);
        Assert.Empty(await Siennes(brouillon));

        var avant = (await admin.GetAsync("/api/v1/nomenclatures/J29/contenu")).Doit(200).Corps;
        var codes = Codes(avant);
        await admin.UneListeAsync(Jeu(avant, "20991230120000", codes.Where(c => c.Code != "07")));
        await admin.EnVigueurAsync("J29", c => c.GetProperty("codes").Ou("code", "07").GetProperty("horsListe").GetBoolean());
        await moteur.ExecuterAsync(CancellationToken.None);
        await moteur.ExecuterAsync(CancellationToken.None);

        var levee = (await moi.GetAsync($"/api/v1/anomalies/{Assert.Single(await Siennes(brouillon)).Lu("id")}")).Doit(200);
        Assert.Equal(("03", "02", "patientele", "/publicsPrisEnCharge/0", "moteur-de-regles"), (levee.Corps.Lu("theme/code"), levee.Corps.Lu("statut/code"), levee.Corps.Lu("section"), levee.Corps.Lu("champ"), levee.Corps.Lu("systemeDeclarant")));
        Assert.Equal("responsable-offre", levee.Corps.Lu("destinataire/role"));

        // Refused: it is not told again while the value is the same.
        var refusee = (await moi.GetAsync($"/api/v1/anomalies/{Assert.Single(await Siennes(autre)).Lu("id")}")).Doit(200);
        (await moi.PostAsync($"/api/v1/anomalies/{refusee.Corps.Lu("id")}/transitions", new { statut = Demo.Code("09"), commentaire = "Voulu." }, ("If-Match", refusee.ETag))).Doit(200);

        // Mended: it ends by itself.
        (await moi.PutAsync($"/api/v1/offres/{brouillon}/etapes/patientele-et-specificites", new
        {
            patientele = new { publicsPrisEnCharge = new[] { Demo.Code("02") }, ageMin = new { valeur = 15, unite = "a" }, ageMax = new { valeur = 120, unite = "a" } },
            specificites = new { activites = new[] { new { activite = Demo.Code("033") } } },
        }, ("If-Match", etag))).Doit(200);
        await moteur.ExecuterAsync(CancellationToken.None);
        var fin = (await moi.GetAsync($"/api/v1/anomalies/{levee.Corps.Lu("id")}")).Doit(200).Corps;
        Assert.Equal(("08", "moteur"), (fin.Lu("statut/code"), fin.GetProperty("historique").EnumerateArray().Last().Lu("par")));
        Assert.Equal("09", Assert.Single(await Siennes(autre)).Lu("statut/code"));

        Task<List<JsonElement>> Siennes(string offre) => moi.ToutLireAsync($"/api/v1/anomalies?objet={offre}");
    }

    [Fact]
    public async Task La_liste_entiere_se_garde_et_une_version_ne_se_redemande_pas()
    {
        await using var serveur = new ServeurRor();
        var (admin, moi) = (await serveur.EnAsync("administrateur"), await serveur.EnAsync("responsable-ch-albi"));
        var lue = (await moi.GetAsync("/api/v1/nomenclatures/J16/contenu")).Doit(200);
        Assert.Equal(1320, lue.Corps.GetProperty("codes").GetArrayLength());
        (await moi.GetAsync("/api/v1/nomenclatures/J16/contenu", ("If-None-Match", lue.ETag))).Doit(304);
        var version = (await moi.GetAsync("/api/v1/nomenclatures/J16/versions/0")).Doit(200);
        Assert.Equal(lue.Corps.GetRawText(), version.Corps.GetRawText());
        Assert.Equal((true, TimeSpan.FromDays(365)), (version.Entetes.CacheControl!.Private, version.Entetes.CacheControl.MaxAge));
        Assert.True(lue.Entetes.CacheControl!.NoCache);
        var compressee = (await moi.GetAsync("/api/v1/nomenclatures/J16/contenu", ("Accept-Encoding", "br"))).Doit(200);
        Assert.NotEqual(lue.ETag, compressee.ETag);
        Assert.True(compressee.Octets.Length * 2 < lue.Octets.Length);

        await admin.ImporterAsync(Jeu(lue.Corps, "20991231120000", Codes(lue.Corps).Take(10)));
        var apres = await moi.EnVigueurAsync("J16", c => c.GetProperty("rang").GetInt32() == 1);
        Assert.Equal((10, 1310), (Codes(apres).Count, apres.GetProperty("codes").EnumerateArray().Count(c => c.GetProperty("horsListe").GetBoolean())));
        (await moi.GetAsync("/api/v1/nomenclatures/J16/contenu", ("If-None-Match", lue.ETag))).Doit(200);
        Assert.Equal(version.Corps.GetRawText(), (await moi.GetAsync("/api/v1/nomenclatures/J16/versions/0")).Doit(200).Corps.GetRawText());
    }

    // RG_EXP_007, ASS_A14.
    [Fact]
    public async Task En_medico_social_la_famille_est_de_celles_que_l_association_lie_a_l_activite()
    {
        await using var serveur = new ServeurRor();
        var moi = await serveur.EnAsync("referent-occitanie");

        // No modèle fits this category: the association alone judges.
        var etablissement = (await moi.PostAsync("/api/v1/entites-geographiques", new { idNatStruct = "1810990051", entiteJuridique = "1810990002", denomination = "IME", categorie = Demo.Code("183"), adresse = new { commune = "81004", localite = "Albi" } })).Doit(201).Corps.Lu("id");
        var creee = (await moi.PostAsync($"/api/v1/entites-geographiques/{etablissement}/offres", new { nom = "Internat", champActivite = Demo.Code("04"), uniteSensible = false })).Doit(201);
        var (id, etag) = (creee.Corps.Lu("id"), creee.ETag);
        etag = (await moi.PutAsync($"/api/v1/offres/{id}/etapes/accueil-prise-en-charge", MarcheDArbreCorps.Accueil(sanitaire: false), ("If-Match", etag))).Doit(200).ETag;

        // 285 is linked to 2.1.1.1, which is 004; what no link leads into J51 takes any family.
        async Task<Reponse> Ecrire(string activite, string famille) => await moi.PutAsync($"/api/v1/offres/{id}/etapes/patientele-et-specificites", new
        {
            patientele = new { publicsPrisEnCharge = new[] { Demo.Code("02") }, ageMin = new { valeur = 6, unite = "a" }, ageMax = new { valeur = 20, unite = "a" } },
            specificites = new { activites = new[] { new { activite = Demo.Code(activite), familleActivite = Demo.Code(famille) } } },
        }, ("If-Match", etag));
        foreach (var (activite, famille, lie) in new[] { ("285", "004", true), ("285", "005", false), ("287", "005", true), ("287", "004", false), ("397", "004", true), ("033", "065", true) })
        {
            var ecrit = await Ecrire(activite, famille);
            Assert.Equal((lie ? 200 : 422, !lie), (ecrit.Statut, ecrit.Statut == 422 && ecrit.Erreurs.Any(e => e.Code == "activite.famille-non-liee" && e.Champ == "/specificites/activites/0/familleActivite")));
            etag = ecrit.Statut == 200 ? ecrit.ETag : etag;
        }
    }
}
