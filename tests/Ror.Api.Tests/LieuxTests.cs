using Ror.TestKit;

namespace Ror.Api.Tests;

/// <summary>Chapter 7 of the structure guide: where offers are delivered.</summary>
public sealed class LieuxTests : IAsyncDisposable
{
    private readonly ServeurRor _serveur = new();

    [Fact]
    public async Task J_associe_l_offre_creee_a_un_lieu_pour_ajouter_le_capacitaire_et_les_equipements()
    {
        var (client, monde) = (await _serveur.EnAsync("responsable-ch-albi"), await _serveur.EnAsync("regulation"));
        var (offre, _) = await client.PublierOffreAsync("HC Chirurgie viscérale et digestive");
        var lieu = (await client.CreerLieuAsync("Bâtiment A, 3e étage", "ZL-3")).Corps.Lu("id");

        // The link waits for its validation, as every change does.
        Assert.Contains("choisir-lieu", (await client.GetAsync($"/api/v1/offres/{offre}")).Doit(200).Actions().Select(a => a.Split(' ')[0]));
        var associee = (await client.AssocierAsync(lieu, offre)).Doit(200);
        Assert.True(associee.Corps.GetProperty("modificationsEnAttente").GetBoolean());
        Assert.Equal(("Lieu", "Bâtiment A, 3e étage"), (associee.Corps.Lu("localisations/0/origine"), associee.Corps.Lu("localisations/0/lieu/nom")));
        var identifiant = await client.IdentifiantAsync(offre);
        Assert.Equal("Etablissement", (await monde.GetAsync($"/api/v1/diffusion/offres/{identifiant}")).Doit(200).Corps.Lu("localisations/0/origine"));
        (await client.PostAsync($"/api/v1/offres/{offre}/validation", new { relu = true }, ("If-Match", associee.ETag))).Doit(200);
        var publiee = (await monde.GetAsync($"/api/v1/diffusion/offres/{identifiant}")).Doit(200).Corps;
        Assert.Equal(("Lieu", "Bâtiment A, 3e étage", "3"), (publiee.Lu("localisations/0/origine"), publiee.Lu("localisations/0/lieu/nom"), publiee.Lu("localisations/0/statut/code")));

        // Capacity, equipment.
        (await client.PutAsync(Lieux.Capacites(lieu), Lieux.Mesures(Lieux.Installes(30), Lieux.Disponibles(5)))).Doit(200);
        var lu = (await client.GetAsync($"/api/v1/lieux/{lieu}")).Doit(200);
        (await client.PutAsync($"/api/v1/lieux/{lieu}/equipements", new { equipements = new[] { new { type = Demo.Code("003"), nombreEnService = 1 } } }, ("If-Match", lu.ETag))).Doit(200);

        // And the tree, the lieu, the world.
        lu = (await client.GetAsync($"/api/v1/lieux/{lieu}")).Doit(200);
        var feuille = (await client.GetAsync($"/api/v1/entites-geographiques/{Demo.ChAlbi}/arborescence")).Doit(200).Corps.GetProperty("racine").GetProperty("enfants").EnumerateArray()
            .SelectMany(p => p.GetProperty("enfants").EnumerateArray()).SelectMany(u => u.GetProperty("enfants").EnumerateArray()).Single(o => o.Lu("id") == offre);
        Assert.Equal([lu.Corps.Lu("identifiant")], feuille.GetProperty("lieux").EnumerateArray().Select(l => l.GetString()));
        Assert.Equal([offre], lu.Corps.Liste("offres", "id"));
        Assert.Equal((30, 5), (lu.Nombre("01.01.01.01._._._._"), lu.Nombre("01.01.02.01._._._._")));
        var place = (await monde.GetAsync(publiee.Lu("localisations/0/lieu/href"))).Doit(200);
        Assert.Equal((5, "003", offre), (place.Nombre("01.01.02.01._._._._"), place.Corps.Lu("equipements/equipements/0/type/code"), place.Corps.Lu("offres/0/id")));
        Assert.Equal([lieu], (await client.GetAsync($"/api/v1/recherche-identifiant?valeur={lu.Corps.Lu("identifiant").Replace('/', '-')}")).Doit(200).Corps.GetProperty("elements").EnumerateArray().Where(e => e.Lu("type") == "LieuRealisationOffre").Select(e => e.Lu("id")));
    }

    [Fact]
    public async Task Un_lieu_se_cree_se_modifie_se_ferme_et_le_monde_le_suit()
    {
        var (client, monde) = (await _serveur.EnAsync("responsable-ch-albi"), await _serveur.EnAsync("grand-public"));
        var flux = (await monde.GetAsync("/api/v1/diffusion/changements?depuis=0&limite=200")).Doit(200).Corps.Lu("suivant");
        var cree = await client.CreerLieuAsync("Bâtiment C", "ZL-C");
        var route = $"/api/v1/lieux/{cree.Corps.Lu("id")}";
        Assert.StartsWith("76/", cree.Corps.Lu("identifiant"), StringComparison.Ordinal);
        Assert.Equal("3", cree.Corps.Lu("statut/code"));
        Assert.Contains("fermer-temporairement", cree.Actions());

        var modifie = (await client.PutAsync(route, Lieux.Fiche("Bâtiment D"), ("If-Match", cree.ETag))).Doit(200);
        Assert.False(modifie.Corps.GetProperty("fiche").Possede("idExterneSynchro"));
        Assert.Equal(modifie.ETag.Split('.')[0], (await client.PutAsync(route, modifie.Corps.GetProperty("fiche"), ("If-Match", modifie.ETag))).Doit(200).ETag.Split('.')[0]);
        (await client.PutAsync(route, Lieux.Fiche(), ("If-Match", cree.ETag))).Refuse(412, "version.perimee");
        (await client.PutAsync(route, Lieux.Fiche())).Doit(428);

        var ferme = (await client.PostAsync($"{route}/fermeture", new { type = Demo.Code("PRO"), dateFermeture = "2026-01-05" }, ("If-Match", modifie.ETag))).Doit(200);
        Assert.Equal("2", (await client.GetAsync(route)).Doit(200).Corps.Lu("statut/code"));
        var rouvert = (await client.PostAsync($"{route}/reouverture", null, ("If-Match", ferme.ETag))).Doit(200);
        (await client.PostAsync($"{route}/fermeture", new { type = Demo.Code("DEF"), dateFermeture = "2026-01-05" }, ("If-Match", rouvert.ETag))).Doit(200);
        var fini = (await client.GetAsync(route)).Doit(200);
        Assert.Equal("1", fini.Corps.Lu("statut/code"));
        (await client.PutAsync(route, Lieux.Fiche(), ("If-Match", fini.ETag))).Refuse(409, "offre.transition-interdite");
        (await client.PutAsync(Lieux.Capacites(cree.Corps.Lu("id")), Lieux.Mesures(Lieux.Installes(3)))).Refuse(409, "lieu.ferme");
        (await client.AssocierAsync(cree.Corps.Lu("id"), Demo.ConsultationAnesthesie)).Refuse(409, "lieu.ferme");

        var changements = (await monde.GetAsync($"/api/v1/diffusion/changements?depuis={Uri.EscapeDataString(flux)}&contenu=true")).Doit(200).Corps.GetProperty("elements");
        Assert.Equal(["publication", "modification", "fermeture", "reouverture", "fermeture"], changements.EnumerateArray().Where(c => c.Lu("objet/type") == "LieuRealisationOffre").Select(c => c.Lu("nature")));
        Assert.Equal("Bâtiment D", changements.EnumerateArray().Last().Lu("lieu/nom"));
    }

    [Fact]
    public async Task Un_lieu_ferme_definitivement_n_est_pas_publie_par_une_validation()
    {
        var (client, monde) = (await _serveur.EnAsync("responsable-ch-albi"), await _serveur.EnAsync("grand-public"));
        var (offre, _) = await client.CreerOffreCompleteAsync("HC Chirurgie viscérale et digestive");
        var (reste, ferme) = ((await client.CreerLieuAsync("Bâtiment ouvert")).Corps.Lu("id"), (await client.CreerLieuAsync("Bâtiment désaffecté")).Corps.Lu("id"));
        (await client.AssocierAsync(reste, offre)).Doit(200);
        (await client.AssocierAsync(ferme, offre)).Doit(200);
        Assert.True(await CompleteDansLArbreAsync(client, offre));
        await FermerAsync(client, ferme);

        // What refuses is told wherever completeness is.
        var lue = (await client.GetAsync($"/api/v1/offres/{offre}")).Doit(200);
        Assert.Equal(["lieux /lieux/1 lieu.a-dissocier"], lue.Corps.Membre("completude/manquants").Manquants());
        Assert.False((await client.GetAsync($"/api/v1/offres/{offre}/qualite")).Doit(200).Corps.Membre("completude/complete").GetBoolean());
        Assert.False(await CompleteDansLArbreAsync(client, offre));
        var refus = (await client.PostAsync($"/api/v1/offres/{offre}/validation", new { relu = false }, ("If-Match", lue.ETag))).Refuse(422, "validation.incomplete");
        Assert.Equal([("lieux", "/lieux/1", "lieu.a-dissocier"), (null, "/relu", "validation.relu-requis")], refus.Erreurs);
        Assert.Contains((await client.GetAsync($"/api/v1/lieux/{ferme}")).Corps.Lu("identifiant"), refus.Corps.Lu("erreurs/0/message"), StringComparison.Ordinal);

        // The remedy is among what may be done, although the lieu is closed.
        Assert.Equal(
            [$"/api/v1/lieux/{reste}/offres/{offre}", $"/api/v1/lieux/{ferme}/offres/{offre}"],
            lue.Corps.GetProperty("actions").EnumerateArray().Where(a => a.Lu("nom") == "dissocier-lieu").Select(a => a.Lu("href")));
        var dissociee = (await client.DeleteAsync($"/api/v1/lieux/{ferme}/offres/{offre}", ("If-Match", lue.ETag))).Doit(200);
        Assert.True(await CompleteDansLArbreAsync(client, offre));
        var validee = (await client.PostAsync($"/api/v1/offres/{offre}/validation", new { relu = true }, ("If-Match", dissociee.ETag))).Doit(200);

        // What the world read already stays, with its status, until its authors take it away.
        await FermerAsync(client, reste);
        var renommee = (await client.PutAsync($"/api/v1/offres/{offre}/sections/informations-generales", Demo.InformationsChirurgie("Autre nom"), ("If-Match", validee.ETag))).Doit(200);
        (await client.PostAsync($"/api/v1/offres/{offre}/validation", new { relu = true }, ("If-Match", renommee.ETag))).Doit(200);
        var publiee = (await monde.GetAsync($"/api/v1/diffusion/offres/{await client.IdentifiantAsync(offre)}")).Doit(200).Corps;
        Assert.Equal(("Autre nom", reste, "1"), (publiee.Lu("nom"), publiee.Lu("localisations/0/lieu/id"), publiee.Lu("localisations/0/statut/code")));

        // Taken away, it does not come back, not even with the version that named it.
        dissociee = (await client.DeleteAsync($"/api/v1/lieux/{reste}/offres/{offre}", ("If-Match", await client.ETagAsync(offre)))).Doit(200);
        (await client.PostAsync($"/api/v1/offres/{offre}/validation", new { relu = true }, ("If-Match", dissociee.ETag))).Doit(200);
        var restauree = (await client.PostAsync($"/api/v1/offres/{offre}/versions/1/restauration", null, ("If-Match", await client.ETagAsync(offre)))).Doit(200);
        Assert.False(restauree.Corps.GetProperty("sections").Possede("lieux"));
        (await client.AssocierAsync(reste, offre)).Refuse(409, "lieu.ferme");
    }

    [Fact]
    public async Task Un_professionnel_apprend_a_la_relecture_que_son_lieu_est_ferme_definitivement()
    {
        var (responsable, medecin) = (await _serveur.EnAsync("referent-occitanie"), await _serveur.EnAsync("medecin-liberal"));
        var lieu = (await responsable.PostAsync($"/api/v1/entites-geographiques/{Liberal.Maison}/lieux", Lieux.Fiche("Cabinet 3"))).Doit(201).Corps.Lu("id");
        await medecin.RemplirAsync(Liberal.DansLaMaison);
        (await medecin.AssocierAsync(lieu, Liberal.DansLaMaison)).Doit(200);
        await FermerAsync(responsable, lieu);

        var relecture = (await medecin.GetAsync(Liberal.Etape(Liberal.DansLaMaison, "recapitulatif"))).Doit(200).Corps;
        Assert.False(relecture.GetProperty("complet").GetBoolean());
        Assert.Equal(["lieux /lieux/0 lieu.a-dissocier"], relecture.GetProperty("manquants").Manquants());
        var refus = (await medecin.ValiderAsync(Liberal.DansLaMaison, "recapitulatif", Liberal.Relu)).Refuse(422, "validation.incomplete");
        Assert.Equal([("lieux", "/lieux/0", "lieu.a-dissocier")], refus.Erreurs);

        (await medecin.DeleteAsync($"/api/v1/lieux/{lieu}/offres/{Liberal.DansLaMaison}", ("If-Match", await medecin.ETagAsync(Liberal.DansLaMaison)))).Doit(200);
        (await medecin.ValiderAsync(Liberal.DansLaMaison, "recapitulatif", Liberal.Relu)).Doit(200);
    }

    [Theory]
    [InlineData("PRO", "2026-01-05", "2")]
    [InlineData("DEF", "2089-01-01", "3")]
    public async Task Une_fermeture_temporaire_ou_prevue_n_empeche_pas_de_publier_un_lieu(string type, string date, string statut)
    {
        var client = await _serveur.EnAsync("responsable-ch-albi");
        var lieu = (await client.CreerLieuAsync()).Corps.Lu("id");
        (await client.AssocierAsync(lieu, Demo.ConsultationOrthopedie)).Doit(200);
        await FermerAsync(client, lieu, type, date);

        (await client.PostAsync($"/api/v1/offres/{Demo.ConsultationOrthopedie}/validation", new { relu = true }, ("If-Match", await client.ETagAsync(Demo.ConsultationOrthopedie)))).Doit(200);
        var publiee = (await client.GetAsync($"/api/v1/diffusion/offres/{await client.IdentifiantAsync(Demo.ConsultationOrthopedie)}")).Doit(200).Corps;
        Assert.Equal(statut, publiee.GetProperty("localisations").EnumerateArray().Single(l => l.Lu("lieu/id") == lieu).Lu("statut/code"));
    }

    [Fact]
    public async Task Fermer_un_lieu_et_valider_son_offre_a_la_fois_ne_publie_rien_apres_la_fermeture()
    {
        var (client, monde) = (await _serveur.EnAsync("responsable-ch-albi"), await _serveur.EnAsync("grand-public"));
        var flux = (await monde.GetAsync("/api/v1/diffusion/changements?depuis=0&limite=200")).Doit(200).Corps.Lu("suivant");
        var courses = new List<(string Offre, string Lieu, int Statut)>();
        for (var tour = 0; tour < 6; tour++)
        {
            var ((offre, _), lieu) = (await client.CreerOffreCompleteAsync($"Course {tour}"), await client.CreerLieuAsync($"Bâtiment {tour}"));
            var etag = (await client.AssocierAsync(lieu.Corps.Lu("id"), offre)).Doit(200).ETag;
            Func<Task<Reponse>>[] actes =
            [
                () => client.PostAsync($"/api/v1/offres/{offre}/validation", new { relu = true }, ("If-Match", etag)),
                () => client.PostAsync($"/api/v1/lieux/{lieu.Corps.Lu("id")}/fermeture", new { type = Demo.Code("DEF"), dateFermeture = "2026-01-05" }, ("If-Match", lieu.ETag)),
            ];
            var reponses = await Task.WhenAll((tour % 2 == 0 ? actes : actes.Reverse()).Select(a => a()));
            Assert.Single(reponses, r => r.Requete.EndsWith("/fermeture", StringComparison.Ordinal) && r.Statut == 200);
            courses.Add((offre, lieu.Corps.Lu("id"), reponses.Single(r => r.Requete.EndsWith("/validation", StringComparison.Ordinal)).Statut));
        }

        var changements = (await monde.GetAsync($"/api/v1/diffusion/changements?depuis={Uri.EscapeDataString(flux)}&limite=200")).Doit(200).Corps.GetProperty("elements").EnumerateArray().ToList();
        foreach (var (offre, lieu, statut) in courses)
        {
            Assert.Contains(statut, new[] { 200, 422 });
            var fermeture = changements.FindIndex(c => c.Lu("objet/id") == lieu && c.Lu("nature") == "fermeture");
            var publication = changements.FindIndex(c => c.Lu("objet/id") == offre);
            Assert.True(statut == 200 ? publication >= 0 && publication < fermeture : publication < 0, $"{statut} {publication} {fermeture}");
        }
    }

    [Fact]
    public async Task Fermer_un_etablissement_ferme_ses_lieux_fermer_un_pole_non()
    {
        var referent = await _serveur.EnAsync("referent-occitanie");
        var route = $"/api/v1/poles/{Demo.PoleAnesthesieChirurgie}";
        (await referent.PostAsync($"{route}/fermeture", new { type = Demo.Code("PRO"), dateFermeture = "2026-01-05" }, ("If-Match", (await referent.GetAsync(route)).ETag))).Doit(200);
        Assert.Equal("3", (await referent.GetAsync($"/api/v1/lieux/{Lieux.Consultations}")).Doit(200).Corps.Lu("statut/code"));

        route = $"/api/v1/entites-geographiques/{Demo.ChAlbi}";
        var ferme = (await referent.PostAsync($"{route}/fermeture", new { type = Demo.Code("PRO"), dateFermeture = "2026-01-06" }, ("If-Match", (await referent.GetAsync(route)).ETag))).Doit(200);
        Assert.Equal("2", (await referent.GetAsync($"/api/v1/lieux/{Lieux.Consultations}")).Doit(200).Corps.Lu("statut/code"));
        (await referent.PostAsync($"{route}/lieux", Lieux.Fiche())).Refuse(409, "hierarchie.parent-ferme");
        (await referent.PostAsync($"{route}/reouverture", null, ("If-Match", ferme.ETag))).Doit(200);
        Assert.Equal("3", (await referent.GetAsync($"/api/v1/lieux/{Lieux.Consultations}")).Doit(200).Corps.Lu("statut/code"));
    }

    [Fact]
    public async Task Un_lieu_n_accueille_que_les_offres_de_son_etablissement()
    {
        var (client, referent) = (await _serveur.EnAsync("responsable-ch-albi"), await _serveur.EnAsync("referent-occitanie"));
        (await client.AssocierAsync(Lieux.Ehpad, Demo.ConsultationAnesthesie)).Refuse(404, "lieu.introuvable");
        (await referent.AssocierAsync(Lieux.Ehpad, Demo.ConsultationAnesthesie)).Refuse(409, "lieu.autre-etablissement");
        (await client.PutAsync($"/api/v1/lieux/{Lieux.Chirurgie}/offres/{Outils.Inconnu}", null, ("If-Match", "\"1.x\""))).Refuse(404, "offre.introuvable");
        (await client.PutAsync($"/api/v1/lieux/{Lieux.Chirurgie}/offres/{Demo.ConsultationAnesthesie}", null)).Doit(428);
        (await client.PutAsync($"/api/v1/lieux/{Lieux.Chirurgie}/offres/{Demo.ConsultationAnesthesie}", null, ("If-Match", "\"0.x\""))).Refuse(412, "version.perimee");
        (await (await _serveur.EnAsync("responsable-ehpad")).GetAsync($"/api/v1/lieux/{Lieux.Chirurgie}")).Refuse(404, "lieu.introuvable");
        (await (await _serveur.EnAsync("grand-public")).GetAsync($"/api/v1/lieux/{Lieux.Chirurgie}")).Refuse(404, "lieu.introuvable");

        // Twice is once; and back.
        var associee = (await client.AssocierAsync(Lieux.Chirurgie, Demo.ConsultationAnesthesie)).Doit(200);
        Assert.Equal(associee.ETag, (await client.AssocierAsync(Lieux.Chirurgie, Demo.ConsultationAnesthesie)).Doit(200).ETag);
        Assert.Equal(2, associee.Corps.GetProperty("localisations").GetArrayLength());
        var dissociee = (await client.DeleteAsync($"/api/v1/lieux/{Lieux.Chirurgie}/offres/{Demo.ConsultationAnesthesie}", ("If-Match", associee.ETag))).Doit(200);
        Assert.Equal(Lieux.Consultations, dissociee.Corps.Lu("localisations/0/lieu/id"));
        Assert.False(dissociee.Corps.GetProperty("modificationsEnAttente").GetBoolean());
        (await client.PutAsync($"/api/v1/offres/{Demo.ConsultationAnesthesie}/sections/lieux", new { lieux = new[] { "76/100001" } }, ("If-Match", dissociee.ETag))).Doit(404);
    }

    [Fact]
    public async Task Une_offre_transferee_quitte_les_lieux_de_son_etablissement_et_le_monde_le_lit_aussitot()
    {
        var referent = await _serveur.EnAsync("referent-occitanie");
        var ej = (await referent.GetAsync($"/api/v1/entites-geographiques/{Demo.ChAlbi}")).Doit(200).Corps.Lu("entiteJuridique/identifiant");
        var autre = (await referent.PostAsync("/api/v1/entites-geographiques", new { idNatStruct = "1810990093", entiteJuridique = ej, denomination = "HOPITAL ANNEXE", categorie = Demo.Code("355"), adresse = new { codePostal = "81000", localite = "Albi", commune = "81004" } })).Doit(201).Corps.Lu("id");
        var pole = (await referent.PostAsync($"/api/v1/entites-geographiques/{autre}/poles", new { nom = "Pôle" })).Doit(201).Corps.Lu("id");
        var uf = (await referent.PostAsync($"/api/v1/poles/{pole}/unites-fonctionnelles", new { nom = "UF" })).Doit(201).Corps.Lu("id");
        var identifiant = await referent.IdentifiantAsync(Demo.ConsultationAnesthesie);

        var transferee = (await referent.PostAsync($"/api/v1/offres/{Demo.ConsultationAnesthesie}/transfert", new { type = "UniteFonctionnelle", id = uf }, ("If-Match", await referent.ETagAsync(Demo.ConsultationAnesthesie)))).Doit(200);
        Assert.Contains("lieu.dissocies", transferee.Corps.Liste("avertissements", "code"));
        Assert.Equal("Etablissement", transferee.Corps.Lu("localisations/0/origine"));
        Assert.Equal("HOPITAL ANNEXE", (await referent.GetAsync($"/api/v1/diffusion/offres/{identifiant}")).Doit(200).Corps.Lu("structures/entiteGeographique/nom"));
        Assert.Equal("Etablissement", (await referent.GetAsync($"/api/v1/diffusion/offres/{identifiant}")).Doit(200).Corps.Lu("localisations/0/origine"));
        var quitte = (await referent.GetAsync($"/api/v1/lieux/{Lieux.Consultations}")).Doit(200).Corps;
        Assert.Equal(0, quitte.GetProperty("offres").GetArrayLength());
        var plateforme = await _serveur.EnAsync("plateforme-occitanie");
        Assert.Equal(0, (await plateforme.GetAsync($"/api/v1/diffusion/lieux/{quitte.Lu("identifiant").Replace('/', '-')}")).Doit(200).Corps.GetProperty("offres").GetArrayLength());
    }

    [Fact]
    public async Task Renommer_un_lieu_se_lit_sur_ses_offres_avec_la_raison()
    {
        var (client, monde) = (await _serveur.EnAsync("responsable-ch-albi"), await _serveur.EnAsync("grand-public"));
        var flux = (await monde.GetAsync("/api/v1/diffusion/changements?depuis=0&limite=200")).Doit(200).Corps.Lu("suivant");
        var lu = (await client.GetAsync($"/api/v1/lieux/{Lieux.Consultations}")).Doit(200);
        (await client.PutAsync($"/api/v1/lieux/{Lieux.Consultations}", Lieux.Fiche("Pavillon des consultations"), ("If-Match", lu.ETag))).Doit(200);

        var changements = (await monde.GetAsync($"/api/v1/diffusion/changements?depuis={Uri.EscapeDataString(flux)}&contenu=true")).Doit(200).Corps.GetProperty("elements");
        var offre = changements.EnumerateArray().Single(c => c.Lu("objet/type") == "Offre");
        Assert.Equal((Demo.ConsultationAnesthesie, "LieuRealisationOffre", "Pavillon des consultations"), (offre.Lu("objet/id"), offre.Lu("raison/type"), offre.Lu("offre/localisations/0/lieu/nom")));
        Assert.Equal(["/localisations"], offre.GetProperty("champs").EnumerateArray().Select(c => c.GetString()));
    }

    [Theory]
    [InlineData("{}", "/nom champ.obligatoire;/adresse champ.obligatoire")]
    [InlineData("{\"nom\":\"X\",\"adresse\":{\"localite\":\"Albi\"}}", "/adresse/commune champ.obligatoire")]
    [InlineData("{\"nom\":\"X\",\"adresse\":{\"commune\":\"99999\"}}", "/adresse/commune commune.inconnue")]
    [InlineData("{\"nom\":\"X\",\"fonction\":{\"code\":\"999\"},\"adresse\":{\"commune\":\"81004\"}}", "/fonction code.inconnu")]
    [InlineData("{\"nom\":\"X\",\"adresse\":{\"commune\":\"81004\"},\"coordonneesFiables\":true}", "/coordonneesFiables lieu.fiabilite-sans-coordonnees")]
    [InlineData("{\"nom\":\"X\",\"adresse\":{\"commune\":\"81004\",\"latitude\":91,\"longitude\":2}}", "/adresse/latitude nombre.hors-bornes")]
    [InlineData("{\"nom\":\"X\",\"adresse\":{\"commune\":\"81004\"},\"telecoms\":[{\"canal\":{\"code\":\"2\"},\"valeur\":\"12\"}]}", "/telecoms/0/valeur telecom.telephone-invalide")]
    public async Task Un_lieu_mal_decrit_est_refuse_avec_tous_ses_manques(string corps, string attendu)
    {
        var client = await _serveur.EnAsync("responsable-ch-albi");
        var refus = (await client.BrutAsync(HttpMethod.Post, $"/api/v1/entites-geographiques/{Demo.ChAlbi}/lieux", System.Text.Encoding.UTF8.GetBytes(corps))).Doit(422);
        Assert.Equal(attendu.Split(';').Order(), refus.Erreurs.Select(e => $"{e.Champ} {e.Code}").Order());
    }

    [Fact]
    public async Task Un_equipement_par_type_avec_les_limites_du_plus_tolerant()
    {
        var client = await _serveur.EnAsync("responsable-ch-albi");
        var route = $"/api/v1/lieux/{Lieux.Bloc}";
        var etag = (await client.GetAsync(route)).Doit(200).ETag;
        var doublons = new { equipements = new object[] { new { type = Demo.Code("003"), limites = new object[] { Limite("001", 200), Limite("001", 250), Limite("002", 0), Limite("002", 80, "kg") } }, new { type = Demo.Code("003") } }, habitations = new object[] { new { type = Demo.Code("01"), nombre = -1 } } };
        var refus = (await client.PutAsync($"{route}/equipements", doublons, ("If-Match", etag))).Doit(422);
        refus.Contient("/equipements/1/type", "equipement.en-double").Contient("/equipements/0/limites/1/caracteristique", "equipement.limite-en-double").Contient("/equipements/0/limites/2/valeur", "equipement.limite-nulle");
        refus.Contient("/equipements/0/limites/3/unite", "equipement.unite").Contient("/habitations/0/nombre", "nombre.hors-bornes");

        var equipe = (await client.PutAsync($"{route}/equipements", new { equipements = new object[] { new { type = Demo.Code("005"), nombreEnService = 0, limites = new[] { Limite("001", 250.5m) } } }, habitations = new object[] { new { type = Demo.Code("02"), nombre = 12 } } }, ("If-Match", etag))).Doit(200);
        Assert.Equal(("kg", 250.5m, 0), (equipe.Corps.Lu("equipements/equipements/0/limites/0/unite"), equipe.Corps.Membre("equipements/equipements/0/limites/0/valeur").GetDecimal(), equipe.Corps.Membre("equipements/equipements/0/nombreEnService").GetInt32()));
        Assert.Equal(equipe.ETag.Split('.')[0], (await client.PutAsync($"{route}/equipements", equipe.Corps.GetProperty("equipements"), ("If-Match", equipe.ETag))).Doit(200).ETag.Split('.')[0]);

        // Equipment is for the profiles that read specific acts; dwellings for all.
        var (public0, plateforme) = (await _serveur.EnAsync("grand-public"), await _serveur.EnAsync("plateforme-occitanie"));
        var publie = $"/api/v1/diffusion/lieux/{equipe.Corps.Lu("identifiant").Replace('/', '-')}";
        Assert.Equal("005", (await plateforme.GetAsync(publie)).Doit(200).Corps.Lu("equipements/equipements/0/type/code"));
        var ouvert = (await public0.GetAsync(publie)).Doit(200).Corps;
        Assert.False(ouvert.GetProperty("equipements").Possede("equipements"));
        Assert.Equal("02", ouvert.Lu("equipements/habitations/0/type/code"));

        static object Limite(string caracteristique, decimal valeur, string? unite = null) => new { caracteristique = Demo.Code(caracteristique), valeur, unite };
    }

    [Fact]
    public async Task Le_lieu_des_seules_unites_sensibles_est_cache_avec_elles()
    {
        var (client, monde, regulation) = (await _serveur.EnAsync("responsable-ch-albi"), await _serveur.EnAsync("plateforme-occitanie"), await _serveur.EnAsync("regulation"));
        var lieu = await client.CreerLieuAsync("Unité fermée");
        var publie = $"/api/v1/diffusion/lieux/{lieu.Corps.Lu("identifiant").Replace('/', '-')}";
        (await monde.GetAsync(publie)).Doit(200);
        var flux = (await monde.GetAsync("/api/v1/diffusion/changements?depuis=0&limite=200")).Doit(200).Corps.Lu("suivant");
        var associee = (await client.AssocierAsync(lieu.Corps.Lu("id"), Demo.ConsultationSensible)).Doit(200);
        (await client.PostAsync($"/api/v1/offres/{Demo.ConsultationSensible}/validation", new { relu = true }, ("If-Match", associee.ETag))).Doit(200);

        (await monde.GetAsync(publie)).Refuse(404, "lieu.introuvable");
        Assert.Equal("Unité fermée", (await regulation.GetAsync(publie)).Doit(200).Corps.Lu("nom"));
        Assert.DoesNotContain(lieu.Corps.Lu("id"), (await monde.ToutLireAsync("/api/v1/diffusion/lieux")).Select(l => l.Lu("id")));
        var retrait = Assert.Single((await monde.GetAsync($"/api/v1/diffusion/changements?depuis={Uri.EscapeDataString(flux)}")).Doit(200).Corps.GetProperty("elements").EnumerateArray());
        Assert.Equal(("retrait", lieu.Corps.Lu("id")), (retrait.Lu("nature"), retrait.Lu("objet/id")));
    }

    [Fact]
    public async Task Un_lieu_dit_sensible_est_cache_des_sa_creation_et_ses_offres_ne_le_nomment_pas()
    {
        var (client, monde, regulation) = (await _serveur.EnAsync("responsable-ch-albi"), await _serveur.EnAsync("plateforme-occitanie"), await _serveur.EnAsync("regulation"));
        var flux = (await monde.GetAsync("/api/v1/diffusion/changements?depuis=0&limite=200")).Doit(200).Corps.Lu("suivant");
        var fiche = new { nom = "Unité protégée", adresse = new { commune = "81004" }, uniteSensible = true };
        var lieu = (await client.PostAsync($"/api/v1/entites-geographiques/{Demo.ChAlbi}/lieux", fiche)).Doit(201);
        var publie = $"/api/v1/diffusion/lieux/{lieu.Corps.Lu("identifiant").Replace('/', '-')}";
        (await monde.GetAsync(publie)).Refuse(404, "lieu.introuvable");
        Assert.Equal("Unité protégée", (await regulation.GetAsync(publie)).Doit(200).Corps.Lu("nom"));
        Assert.Empty((await monde.GetAsync($"/api/v1/diffusion/changements?depuis={Uri.EscapeDataString(flux)}")).Doit(200).Corps.GetProperty("elements").EnumerateArray());

        var associee = (await client.AssocierAsync(lieu.Corps.Lu("id"), Demo.ConsultationAnesthesie)).Doit(200);
        var validee = (await client.PostAsync($"/api/v1/offres/{Demo.ConsultationAnesthesie}/validation", new { relu = true }, ("If-Match", associee.ETag))).Doit(200);
        var offre = $"/api/v1/diffusion/offres/{validee.Corps.Lu("identifiant").Replace('/', '-')}";
        Assert.Contains("Unité protégée", (await regulation.GetAsync(offre)).Doit(200).Texte, StringComparison.Ordinal);
        Assert.DoesNotContain("Unité protégée", (await monde.GetAsync(offre)).Doit(200).Texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_professionnel_lit_les_lieux_de_la_ou_il_exerce_sans_leurs_chiffres_et_ne_les_change_pas()
    {
        var (responsable, medecin) = (await _serveur.EnAsync("referent-occitanie"), await _serveur.EnAsync("medecin-liberal"));
        var lieu = (await responsable.PostAsync($"/api/v1/entites-geographiques/{Liberal.Maison}/lieux", Lieux.Fiche("Cabinet 3"))).Doit(201);
        var route = $"/api/v1/lieux/{lieu.Corps.Lu("id")}";
        var lu = (await medecin.GetAsync(route)).Doit(200);
        Assert.Equal("Cabinet 3", lu.Corps.Lu("nom"));
        Assert.False(lu.Corps.Possede("capacites"));
        Assert.Empty(lu.Actions());
        Assert.Contains(lieu.Corps.Lu("id"), (await medecin.ToutLireAsync("/api/v1/lieux")).Select(l => l.Lu("id")));
        (await medecin.PutAsync(route, Lieux.Fiche(), ("If-Match", lu.ETag))).Refuse(404, "lieu.introuvable");
        (await medecin.PostAsync($"{route}/fermeture", new { type = Demo.Code("PRO"), dateFermeture = "2026-01-05" }, ("If-Match", lu.ETag))).Refuse(404, "lieu.introuvable");
        (await medecin.PutAsync(Lieux.Capacites(lieu.Corps.Lu("id")), Lieux.Mesures(Lieux.Disponibles(3)))).Refuse(404, "lieu.introuvable");
        (await medecin.GetAsync($"/api/v1/lieux/{Lieux.Chirurgie}")).Refuse(404, "lieu.introuvable");

        // Detached, the offer leaves it, and its author is told.
        (await medecin.AssocierAsync(lieu.Corps.Lu("id"), Liberal.DansLaMaison)).Doit(200);
        Assert.Equal("Cabinet 3", (await medecin.GetAsync($"/api/v1/offres/{Liberal.DansLaMaison}/etapes/recapitulatif")).Doit(200).Corps.Lu("localisations/0/lieu/nom"));
        var etape = (await medecin.PostAsync($"/api/v1/offres/{Liberal.DansLaMaison}/detachement", null, ("If-Match", await medecin.ETagAsync(Liberal.DansLaMaison)))).Doit(200);
        Assert.Equal(["lieu.dissocies"], etape.Corps.Liste("avertissements", "code"));
        Assert.Equal(etape.ETag, (await medecin.GetAsync($"/api/v1/offres/{Liberal.DansLaMaison}/etapes/donnees-nationales")).Doit(200).ETag);
        (await medecin.GetAsync(route)).Refuse(404, "lieu.introuvable");
    }

    public ValueTask DisposeAsync() => _serveur.DisposeAsync();

    private static async Task FermerAsync(ClientRor client, string lieu, string type = "DEF", string date = "2026-01-05") =>
        (await client.PostAsync($"/api/v1/lieux/{lieu}/fermeture", new { type = Demo.Code(type), dateFermeture = date }, ("If-Match", (await client.GetAsync($"/api/v1/lieux/{lieu}")).ETag))).Doit(200);

    private static async Task<bool> CompleteDansLArbreAsync(ClientRor client, string offre) =>
        (await client.GetAsync($"/api/v1/entites-geographiques/{Demo.ChAlbi}/arborescence")).Doit(200).Corps.Membre("racine/enfants").EnumerateArray()
            .SelectMany(p => p.GetProperty("enfants").EnumerateArray()).SelectMany(u => u.GetProperty("enfants").EnumerateArray()).Single(o => o.Lu("id") == offre).Membre("completude/complete").GetBoolean();
}
