using Ror.TestKit;

namespace Ror.Api.Tests;

/// <summary>EJ, EG, pôles and UFs written over HTTP by those who may (domain §11), found by any identifier, and read by the world under their new names.</summary>
public sealed class StructuresTests : IAsyncDisposable
{
    private const string Entites = "/api/v1/entites-juridiques";
    private const string Etablissements = "/api/v1/entites-geographiques";

    private readonly ServeurRor _serveur = new();

    private static object Entite(string idNatStruct = "1810990044", string raisonSociale = "FONDATION DES TILLEULS (fictive)") =>
        new { idNatStruct, raisonSociale, statutJuridique = Demo.Code("63") };

    private static object Etablissement(string? idNatStruct = "1810990051", string? entiteJuridique = "1810990002", string categorie = "355", string commune = "81004", string nom = "SITE DU CASTELVIEL") =>
        new { idNatStruct, entiteJuridique, denomination = nom, categorie = Demo.Code(categorie), adresse = new { commune, localite = "Albi", codePostal = "81000" } };

    [Fact]
    public async Task Un_referent_batit_tout_l_arbre_et_un_responsable_y_ouvre_une_offre()
    {
        var referent = await _serveur.EnAsync("referent-occitanie");
        var ej = (await referent.PostAsync(Entites, Entite())).Doit(201);
        var eg = (await referent.PostAsync(Etablissements, Etablissement(entiteJuridique: "1810990044"))).Doit(201);
        Assert.Equal(("Sanitaire", "76", "81"), (eg.Corps.Lu("secteur"), eg.Corps.Lu("region"), eg.Corps.Lu("departement")));
        Assert.Equal(ej.Corps.Lu("id"), eg.Corps.Lu("entiteJuridique/id"));
        Assert.Equal($"{Etablissements}/{eg.Corps.Lu("id")}", eg.Entetes.Location!.ToString());

        var pole = (await referent.PostAsync($"{Etablissements}/{eg.Corps.Lu("id")}/poles", new { nom = "Pôle Femme-Mère-Enfant" })).Doit(201);
        var uf = (await referent.PostAsync($"/api/v1/poles/{pole.Corps.Lu("id")}/unites-fonctionnelles", new { nom = "Maternité" })).Doit(201);
        Assert.StartsWith("76/", uf.Corps.Lu("identifiant"));
        (await referent.PostAsync($"/api/v1/unites-fonctionnelles/{uf.Corps.Lu("id")}/offres", Demo.InformationsChirurgie())).Doit(201);
        Assert.Equal(["SITE DU CASTELVIEL"], (await referent.GetAsync($"{Entites}/{ej.Corps.Lu("id")}")).Doit(200).Corps.Liste("enfants", "nom"));
        Assert.Equal(["SITE DU CASTELVIEL"], (await referent.GetAsync($"{Etablissements}?recherche=castelviel")).Doit(200).Corps.Liste("elements", "denomination"));
    }

    [Fact]
    public async Task Un_responsable_ouvre_et_modifie_poles_et_unites_mais_ni_entites_ni_etablissements()
    {
        var responsable = await _serveur.EnAsync("responsable-ch-albi");
        var pole = (await responsable.PostAsync($"{Etablissements}/{Demo.ChAlbi}/poles", new { nom = "Pôle Gériatrie" })).Doit(201);
        (await responsable.PutAsync($"/api/v1/poles/{pole.Corps.Lu("id")}", new { nom = "Pôle Gérontologie" }, ("If-Match", pole.ETag))).Doit(200);

        (await responsable.PostAsync(Entites, Entite())).Refuse(403, "acces.interdit");
        (await responsable.PostAsync(Etablissements, Etablissement())).Refuse(403, "acces.interdit");
        var eg = (await responsable.GetAsync($"{Etablissements}/{Demo.ChAlbi}")).Doit(200);
        (await responsable.PutAsync($"{Etablissements}/{Demo.ChAlbi}", eg.Corps.GetProperty("fiche"), ("If-Match", eg.ETag))).Refuse(403, "acces.interdit");
        Assert.DoesNotContain("modifier", eg.Actions());
        Assert.Contains("creer-pole", eg.Actions());
        var ej = (await responsable.GetAsync($"{Entites}/{eg.Corps.Lu("entiteJuridique/id")}")).Doit(200);
        (await responsable.PutAsync($"{Entites}/{ej.Corps.Lu("id")}", ej.Corps.GetProperty("fiche"), ("If-Match", ej.ETag))).Refuse(403, "acces.interdit");
        (await responsable.PostAsync($"{Etablissements}/{Demo.Ehpad}/poles", new { nom = "x" })).Refuse(404, "structure.introuvable");
        (await (await _serveur.EnAsync("responsable-ehpad")).GetAsync($"{Entites}/{ej.Corps.Lu("id")}")).Refuse(404, "structure.introuvable");
        (await (await _serveur.EnAsync("plateforme-occitanie")).PostAsync(Entites, Entite())).Refuse(403, "acces.interdit");
    }

    [Theory]
    [InlineData("1810990044", true)]
    [InlineData("2819977778", true)]
    [InlineData("12A0000000", true)]
    [InlineData("1810990045", false)]
    [InlineData("2819977779", false)]
    [InlineData("181099004", false)]
    [InlineData("81099004444", false)]
    [InlineData("381997777800015", false)]
    [InlineData("EJ10001234567", false)]
    [InlineData("0819900001", false)]
    [InlineData("5810990044", false)]
    [InlineData("1 810990044", false)]
    public async Task Identifiant_d_une_entite_juridique(string idNatStruct, bool admis)
    {
        var reponse = await (await _serveur.EnAsync("referent-occitanie")).PostAsync(Entites, Entite(idNatStruct));
        _ = admis ? reponse.Doit(201) : reponse.Refuse(422, "identifiant.entite-juridique").Contient("/idNatStruct", "identifiant.entite-juridique");
    }

    [Theory]
    [InlineData("1810990051", "355", true)]
    [InlineData("12B0000000", "355", true)]
    [InlineData("381997777800015", "355", false)]
    [InlineData("381997777800011", "355", true)]
    [InlineData("410001234567019", "SA07", false)]
    [InlineData("410001234567010", "SA07", true)]
    [InlineData("081990000112", "SA07", true)]
    [InlineData("0819900001", "SA07", false)]
    [InlineData("1810990052", "355", false)]
    [InlineData("2819977778", "355", false)]
    [InlineData("1", "355", false)]
    public async Task Identifiant_d_un_etablissement(string idNatStruct, string categorie, bool admis)
    {
        var reponse = await (await _serveur.EnAsync("referent-occitanie")).PostAsync(Etablissements, Etablissement(idNatStruct, categorie: categorie));
        _ = admis ? reponse.Doit(201) : reponse.Refuse(422, "identifiant.entite-geographique").Contient("/idNatStruct", "identifiant.entite-geographique");
    }

    [Fact]
    public async Task Un_identifiant_ne_sert_qu_une_fois_par_genre_et_un_FINESS_peut_servir_aux_deux()
    {
        var referent = await _serveur.EnAsync("referent-occitanie");
        (await referent.PostAsync(Entites, Entite("1810990010"))).Doit(201);
        (await referent.PostAsync(Entites, Entite("1810990010"))).Refuse(409, "structure.identifiant-deja-pris");
        (await referent.PostAsync(Etablissements, Etablissement("1810990010"))).Refuse(409, "structure.identifiant-deja-pris");
        var trouves = (await referent.GetAsync("/api/v1/recherche-identifiant?valeur=810990010")).Doit(200).Corps;
        Assert.Equal(["EntiteJuridique", "EntiteGeographique"], trouves.Liste("elements", "type"));
        var courses = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => referent.PostAsync(Etablissements, Etablissement())));
        Assert.Equal(7, courses.Count(c => c.Statut == 409));
        Assert.Single(courses, c => c.Statut == 201);
    }

    [Fact]
    public async Task Un_cabinet_connu_par_son_rang_vient_avec_son_entite_artificielle()
    {
        var referent = await _serveur.EnAsync("referent-occitanie");
        var cabinet = (await referent.PostAsync(Etablissements, new
        {
            idNatStruct = "081990000112",
            denomination = "CABINET DU DR DEMO",
            categorie = Demo.Code("SA07"),
            adresse = new { commune = "81004" },
        })).Doit(201).Corps;
        Assert.Equal(("EJ81990000112", "Ville"), (cabinet.Lu("entiteJuridique/identifiant"), cabinet.Lu("secteur")));
        Assert.Equal(["EntiteJuridique", "EntiteGeographique"], (await referent.GetAsync("/api/v1/recherche-identifiant?valeur=81990000112")).Doit(200).Corps.Liste("elements", "type"));
        (await referent.PostAsync(Etablissements, Etablissement(entiteJuridique: null))).Refuse(422, "structure.entite-juridique-requise");
        (await referent.PostAsync(Etablissements, Etablissement(entiteJuridique: "1810990093"))).Refuse(422, "structure.entite-juridique-inconnue");
        (await referent.PostAsync(Etablissements, Etablissement(entiteJuridique: "n'importe quoi"))).Refuse(422, "structure.entite-juridique-inconnue");
    }

    [Fact]
    public async Task Tous_les_manques_d_une_fiche_viennent_d_un_coup()
    {
        var referent = await _serveur.EnAsync("referent-occitanie");
        var refus = (await referent.PostAsync(Etablissements, new
        {
            idNatStruct = "1810990051",
            entiteJuridique = "1810990002",
            categorie = Demo.Code("999"),
            adresse = new { commune = "99999", codePostal = "8100", latitude = 43.9 },
            numSiret = "81997777800015",
            contacts = new { patients = new[] { new { nature = Demo.Code("02"), telecoms = new[] { new { canal = Demo.Code("2"), valeur = "12" } } } } },
        })).Doit(422);
        Assert.Equal(
            ["/adresse/codePostal adresse.code-postal", "/adresse/commune commune.inconnue", "/adresse/longitude adresse.coordonnees-incompletes", "/categorie code.inconnu",
             "/contacts/patients/0/telecoms/0/valeur telecom.telephone-invalide", "/denomination champ.obligatoire", "/numSiret identifiant.siret"],
            refus.Erreurs.Select(e => $"{e.Champ} {e.Code}").Order(StringComparer.Ordinal));
        (await referent.PostAsync(Etablissements, new { })).Doit(422).Contient("/adresse", "champ.obligatoire").Contient("/categorie", "champ.obligatoire");
        (await referent.PostAsync(Etablissements, Etablissement(categorie: "999"))).Doit(422).Contient("/categorie", "code.inconnu");
        (await referent.PostAsync(Etablissements, Etablissement(commune: "75056"))).Refuse(422, "structure.hors-region").Contient("/adresse/commune", "structure.hors-region");
        (await referent.PostAsync(Etablissements, Etablissement(nom: new string('x', 256)))).Refuse(422, "texte.trop-long");
        (await referent.PostAsync(Etablissements, Etablissement(idNatStruct: null))).Refuse(422, "champ.obligatoire").Contient("/idNatStruct", "champ.obligatoire");
        (await referent.PostAsync(Entites, new { idNatStruct = "1810990044", raisonSociale = "x", inconnu = 1 })).Refuse(400, "corps.membre-inconnu");
        Assert.Empty((await referent.GetAsync("/api/v1/recherche-identifiant?valeur=1810990051")).Doit(200).Corps.GetProperty("elements").EnumerateArray());
    }

    [Fact]
    public async Task La_fiche_lue_se_rend_telle_quelle_et_ce_qui_vient_de_la_creation_ne_change_plus()
    {
        var referent = await _serveur.EnAsync("referent-occitanie");
        var route = $"{Etablissements}/{Demo.ChAlbi}";
        var lue = (await referent.GetAsync(route)).Doit(200);
        Assert.Equal(lue.ETag, (await referent.PutAsync(route, lue.Corps.GetProperty("fiche"), ("If-Match", lue.ETag))).Doit(200).ETag);

        (await referent.PutAsync(route, Etablissement("1810990051"), ("If-Match", lue.ETag))).Refuse(422, "champ.lecture-seule");
        (await referent.PutAsync(route, Etablissement("1810990010", "1810990028"), ("If-Match", lue.ETag))).Refuse(422, "champ.lecture-seule").Contient("/entiteJuridique", "champ.lecture-seule");
        (await referent.PutAsync(route, Etablissement(null, null, categorie: "500"), ("If-Match", lue.ETag))).Refuse(409, "structure.categorie-autre-secteur");
        (await referent.PutAsync(route, Etablissement(null, null), ("If-Match", "\"999.0\""))).Refuse(412, "version.perimee");
        (await referent.PutAsync(route, Etablissement(null, null))).Refuse(428, "version.requise");
        Assert.Equal(lue.Texte, (await referent.GetAsync(route)).Texte);

        var ecrite = (await referent.PutAsync(route, Etablissement(null, null, nom: "CH D'ALBI"), ("If-Match", lue.ETag))).Doit(200);
        Assert.Equal(("1810990010", "CH D'ALBI"), (ecrite.Corps.Lu("fiche/idNatStruct"), ecrite.Corps.Lu("denomination")));
    }

    [Theory]
    [InlineData("entiteJuridique", "nom", "ENTITÉ RENOMMÉE")]
    [InlineData("entiteGeographique", "nom", "CH RENOMMÉ")]
    [InlineData("pole", "nom", "Pôle renommé")]
    [InlineData("uniteFonctionnelle", "nom", "UF renommée")]
    public async Task Un_nouveau_nom_se_lit_aussitot_au_dessus_de_chaque_offre_publiee(string niveau, string membre, string nom)
    {
        var referent = await _serveur.EnAsync("referent-occitanie");
        var eg = (await referent.GetAsync($"{Etablissements}/{Demo.ChAlbi}")).Doit(200);
        var (route, corps) = niveau switch
        {
            "entiteJuridique" => ($"{Entites}/{eg.Corps.Lu("entiteJuridique/id")}", (object)new { raisonSociale = nom }),
            "entiteGeographique" => ($"{Etablissements}/{Demo.ChAlbi}", Etablissement(null, null, nom: nom)),
            "pole" => ($"/api/v1/poles/{Demo.PoleAnesthesieChirurgie}", new { nom }),
            _ => ($"/api/v1/unites-fonctionnelles/{Demo.UfConsultations}", new { nom }),
        };
        (await referent.PutAsync(route, corps, ("If-Match", (await referent.GetAsync(route)).ETag))).Doit(200);

        var monde = await _serveur.EnAsync("regulation");
        var offres = (await monde.GetAsync("/api/v1/diffusion/offres?limite=200")).Doit(200).Corps.GetProperty("elements").EnumerateArray().ToList();
        var dessous = offres.Where(o => niveau is "entiteJuridique" or "entiteGeographique"
            ? o.Lu("structures/entiteGeographique/id") == Demo.ChAlbi : o.GetProperty("structures").Possede(niveau) && route.EndsWith(o.Lu($"structures/{niveau}/id"), StringComparison.Ordinal)).ToList();
        Assert.True(dessous.Count >= 3);
        Assert.All(dessous, o => Assert.Equal(nom, o.Lu($"structures/{niveau}/{membre}")));
        Assert.DoesNotContain(offres.Except(dessous), o => o.GetProperty("structures").GetRawText().Contains(nom, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Demenager_un_etablissement_deplace_ses_offres_pour_le_monde()
    {
        var referent = await _serveur.EnAsync("referent-occitanie");
        var route = $"{Etablissements}/{Demo.ChAlbi}";
        (await referent.PutAsync(route, Etablissement(null, null, commune: "31555", nom: "CH ALBI"), ("If-Match", (await referent.GetAsync(route)).ETag))).Doit(200);
        var monde = await _serveur.EnAsync("grand-public");
        Assert.NotEmpty((await monde.GetAsync("/api/v1/diffusion/offres?departement=31")).Doit(200).Corps.GetProperty("elements").EnumerateArray());
        Assert.DoesNotContain(
            (await monde.GetAsync("/api/v1/diffusion/offres?departement=81")).Doit(200).Corps.GetProperty("elements").EnumerateArray(),
            o => o.Lu("structures/entiteGeographique/id") == Demo.ChAlbi);
    }

    [Theory]
    [InlineData("1810990010", "EntiteGeographique")]
    [InlineData("810990010", "EntiteGeographique")]
    [InlineData("810990002", "EntiteJuridique")]
    [InlineData("76/100001", "Offre")]
    [InlineData("76-100001", "Offre")]
    public async Task Un_identifiant_suffit_a_trouver(string valeur, string type)
    {
        var trouve = (await (await _serveur.EnAsync("responsable-ch-albi")).GetAsync($"/api/v1/recherche-identifiant?valeur={Uri.EscapeDataString(valeur)}")).Doit(200).Corps;
        Assert.Contains(type, trouve.Liste("elements", "type"));
        var hors = (await (await _serveur.EnAsync("responsable-ehpad")).GetAsync($"/api/v1/recherche-identifiant?valeur={Uri.EscapeDataString(valeur)}")).Doit(200).Corps;
        Assert.Empty(hors.GetProperty("elements").EnumerateArray());
    }

    [Theory]
    [InlineData("valeur=abc")]
    [InlineData("valeur=810990011")]
    [InlineData("valeur=")]
    [InlineData("")]
    [InlineData("valeur=1810990010&valeur=1810990010")]
    public async Task Ce_qui_n_est_pas_un_identifiant_est_refuse(string requete) =>
        (await (await _serveur.EnAsync("responsable-ch-albi")).GetAsync($"/api/v1/recherche-identifiant?{requete}")).Refuse(400, "parametre.invalide");

    [Fact]
    public async Task Une_categorie_qui_interdirait_les_offres_deja_la_est_refusee()
    {
        var referent = await _serveur.EnAsync("referent-occitanie");
        var centre = (await referent.PostAsync(Etablissements, Etablissement(categorie: "124"))).Doit(201);
        var route = $"{Etablissements}/{centre.Corps.Lu("id")}";
        (await referent.PutAsync(route, Etablissement(null, null, categorie: "SA07"), ("If-Match", centre.ETag))).Doit(200);
        var rendu = (await referent.PutAsync(route, Etablissement(null, null, categorie: "124"), ("If-Match", (await referent.GetAsync(route)).ETag))).Doit(200);
        (await referent.PostAsync($"{route}/offres", new { nom = "Soins", champActivite = Demo.Code("05") })).Doit(201);
        (await referent.PutAsync(route, Etablissement(null, null, categorie: "SA07"), ("If-Match", rendu.ETag))).Refuse(409, "hierarchie.parent-interdit");
        Assert.Equal(rendu.ETag.Split('.')[0], (await referent.GetAsync(route)).ETag.Split('.')[0]);
    }

    [Fact]
    public async Task Une_entite_artificielle_n_a_que_son_cabinet()
    {
        var referent = await _serveur.EnAsync("referent-occitanie");
        (await referent.PostAsync(Etablissements, Etablissement("081990000112", null, "SA07"))).Doit(201);
        (await referent.PostAsync(Etablissements, Etablissement("1810990051", "EJ81990000112"))).Refuse(422, "structure.entite-juridique-inconnue");
        (await referent.PostAsync(Entites, Entite("EJ81990000112"))).Refuse(422, "identifiant.entite-juridique");
    }

    [Fact]
    public async Task Un_SIREN_ou_un_SIRET_a_cote_d_un_identifiant_qui_en_est_fait_est_le_meme()
    {
        var referent = await _serveur.EnAsync("referent-occitanie");
        (await referent.PostAsync(Entites, new { idNatStruct = "2819977778", raisonSociale = "x", numSiren = "732829320" })).Refuse(422, "identifiant.incoherent").Contient("/numSiren", "identifiant.incoherent");
        (await referent.PostAsync(Entites, Entite("2819977778"))).Doit(201);
        foreach (var valeur in new[] { "819977778", "2819977778" })
        {
            Assert.Equal(["2819977778"], (await referent.GetAsync($"/api/v1/recherche-identifiant?valeur={valeur}")).Doit(200).Corps.Liste("elements", "identifiant"));
        }

        var site = new { idNatStruct = "1810990051", entiteJuridique = "1810990002", denomination = "x", categorie = Demo.Code("355"), adresse = new { commune = "81004" }, numSiret = "81997777800011" };
        (await referent.PostAsync(Etablissements, site)).Doit(201);
        foreach (var valeur in new[] { "81997777800011", "381997777800011" })
        {
            Assert.Equal(["1810990051"], (await referent.GetAsync($"/api/v1/recherche-identifiant?valeur={valeur}")).Doit(200).Corps.Liste("elements", "identifiant"));
        }
    }

    [Fact]
    public async Task Ce_qui_sert_en_crise_n_est_lu_que_de_la_regulation_et_de_qui_l_ecrit()
    {
        var referent = await _serveur.EnAsync("referent-occitanie");
        var route = $"{Etablissements}/{Demo.ChAlbi}";
        var corps = new { denomination = "CH ALBI", categorie = Demo.Code("355"), adresse = new { commune = "81004" }, zonePoser = true, niveauRecoursOrsan = Demo.Code("1") };
        var ecrite = (await referent.PutAsync(route, corps, ("If-Match", (await referent.GetAsync(route)).ETag))).Doit(200).Corps.GetProperty("fiche");
        Assert.True(ecrite.GetProperty("zonePoser").GetBoolean());
        var lue = (await (await _serveur.EnAsync("responsable-ch-albi")).GetAsync(route)).Doit(200).Corps.GetProperty("fiche");
        Assert.False(lue.Possede("zonePoser") || lue.Possede("niveauRecoursOrsan"));
    }

    [Fact]
    public async Task Sous_un_niveau_ferme_rien_ne_se_cree_et_ce_qui_est_ferme_pour_de_bon_ne_change_plus()
    {
        var referent = await _serveur.EnAsync("referent-occitanie");
        var route = $"/api/v1/poles/{Demo.PoleAnesthesieChirurgie}";
        var demande = new { type = Demo.Code("PRO"), dateFermeture = "2026-01-05" };
        var fermee = (await referent.PostAsync($"{route}/fermeture", demande, ("If-Match", (await referent.GetAsync(route)).ETag))).Doit(200);
        (await referent.PostAsync($"{route}/unites-fonctionnelles", new { nom = "x" })).Refuse(409, "hierarchie.parent-ferme");
        (await referent.PutAsync(route, new { nom = "Toujours modifiable" }, ("If-Match", fermee.ETag))).Doit(200);
        (await referent.PostAsync($"{route}/fermeture", new { type = Demo.Code("DEF"), dateFermeture = "2026-01-06" }, ("If-Match", (await referent.GetAsync(route)).ETag))).Doit(200);
        var lue = (await referent.GetAsync(route)).Doit(200);
        (await referent.PutAsync(route, new { nom = "Trop tard" }, ("If-Match", lue.ETag))).Refuse(409, "offre.transition-interdite");
        Assert.Empty(lue.Actions());
        (await referent.PostAsync($"{Etablissements}/{Demo.Ehpad}/poles", new { nom = "x" })).Refuse(409, "hierarchie.parent-interdit");
    }

    public ValueTask DisposeAsync() => _serveur.DisposeAsync();
}
