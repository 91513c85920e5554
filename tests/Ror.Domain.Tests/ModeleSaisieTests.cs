using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.ModelesSaisie;
using Ror.Domain.Offres.Sections;

namespace Ror.Domain.Tests;

public sealed class ModeleSaisieTests
{
    private static readonly Dossier Chirurgie = Fabrique.Chirurgie;

    private static readonly Dossier Ehpad = Fabrique.HebergementEhpad;

    // The lattice by hand: NonApplicable > Obligatoire > Facultatif.
    [Theory]
    [InlineData(Exigence.Facultatif, Exigence.Facultatif, Exigence.Facultatif)]
    [InlineData(Exigence.Facultatif, Exigence.Obligatoire, Exigence.Obligatoire)]
    [InlineData(Exigence.Facultatif, Exigence.NonApplicable, Exigence.NonApplicable)]
    [InlineData(Exigence.Obligatoire, Exigence.Facultatif, Exigence.Obligatoire)]
    [InlineData(Exigence.Obligatoire, Exigence.Obligatoire, Exigence.Obligatoire)]
    [InlineData(Exigence.Obligatoire, Exigence.NonApplicable, Exigence.NonApplicable)]
    [InlineData(Exigence.NonApplicable, Exigence.Facultatif, Exigence.NonApplicable)]
    [InlineData(Exigence.NonApplicable, Exigence.Obligatoire, Exigence.NonApplicable)]
    [InlineData(Exigence.NonApplicable, Exigence.NonApplicable, Exigence.NonApplicable)]
    public void Un_modele_ne_fait_que_resserrer(Exigence socle, Exigence modele, Exigence attendue) => Assert.Equal(attendue, socle.Combiner(modele));

    [Theory]
    [InlineData("modePriseEnCharge", "30", "accueil-prise-en-charge/modePriseEnCharge")]
    [InlineData("modalitesAccueil", "01", "accueil-prise-en-charge/modalitesAccueil/0")]
    [InlineData("ouvertureAnnuelle", "01", "accueil-prise-en-charge/ouvertureAnnuelle")]
    public void Un_modele_restreint_les_codes_d_une_section(string champ, string code, string pointeur)
    {
        var accueil = champ switch
        {
            "modePriseEnCharge" => Chirurgie.Accueil with { ModePriseEnCharge = Fabrique.Code(code) },
            "modalitesAccueil" => Chirurgie.Accueil with { ModalitesAccueil = Fabrique.Codes(code) },
            _ => Chirurgie.Accueil with { OuvertureAnnuelle = Fabrique.Code(code) },
        };

        var erreur = (Chirurgie with { Accueil = accueil }).Evaluer(Fabrique.Accueil).Seule($"{pointeur} code.hors-modele");

        Assert.Contains(Fabrique.ModeleChirurgie, erreur.Message(), StringComparison.Ordinal);
        Assert.Empty((Fabrique.Psychiatrie with { Accueil = accueil with { TypesOffre = Fabrique.Codes("01") } }).Evaluer(Fabrique.Accueil));
    }

    [Fact]
    public void Un_code_hors_modele_est_refuse_avec_ceux_que_le_modele_admet() =>
        Assert.Equal(["09", "28", "29", "32", "34"],
            (Chirurgie with { Accueil = Chirurgie.Accueil with { ModePriseEnCharge = Fabrique.Code("30") } }).Evaluer(Fabrique.Accueil)[0].ValeursAdmises!.Order(StringComparer.Ordinal));

    [Fact]
    public void Le_formulaire_montre_les_seuls_codes_que_le_modele_admet()
    {
        Assert.Equal(["09", "28", "29", "32", "34"], Admis(Chirurgie, "modePriseEnCharge"));
        Assert.Equal(["153"], Admis(Chirurgie, "typesOffre"));
        Assert.Equal(["46", "47", "48", "49"], Admis(Ehpad, "modePriseEnCharge"));
        Assert.Equal(37, Admis(Fabrique.Psychiatrie, "modePriseEnCharge").Count);
    }

    [Fact]
    public void Un_modele_restreint_les_activites_ligne_par_ligne()
    {
        var activites = new[] { "033", "001" }.Select(code => new ActiviteOperationnelle { Activite = Fabrique.Code(code) }).EnListe();
        var dossier = Chirurgie with { Specificites = new() { Activites = activites } };

        dossier.Evaluer("specificites").Seule("specificites/activites/1/activite code.hors-modele");
    }

    [Fact]
    public void Une_valeur_fixe_absente_est_prise()
    {
        var offre = Chirurgie.Brouillon();

        (Chirurgie with { Accueil = new() { ModePriseEnCharge = Fabrique.Code("28") } }).Accueillir(offre).Reussit();

        Assert.Equal(Fabrique.Codes("153"), offre.Contenu.AccueilPriseEnCharge!.TypesOffre);
        Assert.False(offre.Contenu.AccueilPriseEnCharge.HabilitationSoinsSansConsentement);
    }

    [Fact]
    public void Un_champ_d_activite_fixe_absent_est_pris_a_l_ouverture()
    {
        var offre = (Chirurgie with { Informations = Chirurgie.Informations with { ChampActivite = null } }).Brouillon();

        Assert.Equal(Fabrique.Code("01"), offre.Contenu.InformationsGenerales!.ChampActivite);
    }

    [Fact]
    public void Une_valeur_fixe_identique_est_acceptee() => Chirurgie.Accueillir(Chirurgie.Brouillon()).Reussit();

    [Theory]
    [InlineData("154")]
    [InlineData("153,154")]
    public void Une_autre_valeur_qu_une_valeur_fixe_est_refusee(string types)
    {
        var offre = Chirurgie.Brouillon();
        var avant = offre.Instantane();

        (Chirurgie with { Accueil = Chirurgie.Accueil with { TypesOffre = Fabrique.Codes(types.Split(',')) } }).Accueillir(offre)
            .Refuse("accueil-prise-en-charge/typesOffre champ.lecture-seule");

        Assert.Equal(avant, offre.Instantane());
    }

    [Fact]
    public void Un_champ_fixe_est_en_lecture_seule_dans_le_formulaire()
    {
        Assert.True(Chirurgie.Champ(Fabrique.Accueil, "typesOffre").LectureSeule);
        Assert.False(Chirurgie.Champ(Fabrique.Accueil, "modePriseEnCharge").LectureSeule);
        Assert.False(Fabrique.Psychiatrie.Champ(Fabrique.Accueil, "typesOffre").LectureSeule);
    }

    [Fact]
    public void Le_formulaire_de_chirurgie_est_preregle_par_son_modele()
    {
        Assert.Equal(
            new AccueilPriseEnCharge
            {
                TypesOffre = Fabrique.Codes("153"),
                ModePriseEnCharge = Fabrique.Code("28"),
                ModalitesAccueil = Fabrique.Codes("03"),
                OuvertureAnnuelle = Fabrique.Code("03"),
                HabilitationSoinsSansConsentement = false,
            }, Prereglee(Chirurgie, Fabrique.Accueil));
        Assert.Equal(new Patientele { PublicsPrisEnCharge = Fabrique.Codes("07"), AgeMin = Fabrique.Age(15), AgeMax = Fabrique.Age(120) }, Prereglee(Chirurgie, "patientele"));
        Assert.Equal(new Specificites { Activites = [new() { Activite = Fabrique.Code("033") }] }, Prereglee(Chirurgie, "specificites"));
        Assert.Equal(new InformationsGenerales { ChampActivite = Fabrique.Code("01"), UniteSensible = false }, Prereglee(Chirurgie, Fabrique.Informations));
    }

    [Fact]
    public void Le_formulaire_de_l_ehpad_est_preregle_par_son_modele()
    {
        Assert.Equal(
            new AccueilPriseEnCharge { TypesOffre = Fabrique.Codes("21"), ModePriseEnCharge = Fabrique.Code("46"), TemporaliteAccueil = Fabrique.Code("02"), OuvertureAnnuelle = Fabrique.Code("03") },
            Prereglee(Ehpad, Fabrique.Accueil));
        Assert.Equal(new Patientele { PublicsPrisEnCharge = Fabrique.Codes("01"), AgeMin = Fabrique.Age(60), AgeMax = Fabrique.Age(120) }, Prereglee(Ehpad, "patientele"));
        Assert.Equal(["293/011", "297/013", "287/005", "285/004", "313/030", "322/065", "323/067"],
            ((Specificites)Prereglee(Ehpad, "specificites")).Activites.Select(a => $"{a.Activite}/{a.FamilleActivite}"));
    }

    [Fact]
    public void Sans_modele_le_formulaire_ne_montre_que_les_defauts_du_catalogue()
    {
        Assert.Equal(new AccueilPriseEnCharge { HabilitationSoinsSansConsentement = false }, Prereglee(Fabrique.Psychiatrie, Fabrique.Accueil));
        Assert.Equal(new Patientele(), Prereglee(Fabrique.Psychiatrie, "patientele"));
    }

    [Fact]
    public void Un_modele_peut_rendre_obligatoire_un_champ_facultatif()
    {
        Assert.Equal(Exigence.Obligatoire, Chirurgie.Champ("patientele", "publicsPrisEnCharge").Exigence);
        (Chirurgie with { Patientele = Chirurgie.Patientele with { PublicsPrisEnCharge = [] } }).Evaluer("patientele").Seule("patientele/publicsPrisEnCharge champ.obligatoire");
        Assert.Equal(Exigence.Facultatif, Fabrique.Psychiatrie.Champ("patientele", "publicsPrisEnCharge").Exigence);
        Assert.Equal(Exigence.Obligatoire, Ehpad.Champ(Fabrique.Accueil, "temporaliteAccueil").Exigence);
    }

    [Fact]
    public void Un_modele_ne_rend_pas_applicable_un_champ_qui_ne_l_est_pas()
    {
        var modele = Fabrique.Modele(regles: Fabrique.Regle(Fabrique.Informations, "secteurPsychiatrique", parDefaut: (Liste<string>)["81G01"], obligatoire: true));
        var dossier = AvecModeles(Chirurgie, modele);

        Assert.Equal(Exigence.NonApplicable, dossier.Champ(Fabrique.Informations, "secteurPsychiatrique").Exigence);
        Assert.Empty(((InformationsGenerales)Prereglee(dossier, Fabrique.Informations)).SecteurPsychiatrique);
        Assert.Empty(dossier.Brouillon().Contenu.InformationsGenerales!.SecteurPsychiatrique);
    }

    [Fact]
    public void Un_modele_ne_rend_pas_facultatif_un_champ_obligatoire()
    {
        var dossier = AvecModeles(Chirurgie, Fabrique.Modele(regles: Fabrique.Regle(Fabrique.Accueil, "modePriseEnCharge", obligatoire: false)));

        Assert.Equal(Exigence.Obligatoire, dossier.Champ(Fabrique.Accueil, "modePriseEnCharge").Exigence);
    }

    [Theory]
    [InlineData("293", "011", "")]
    [InlineData("401", "019", "")]
    [InlineData("293", "012", "011")]
    [InlineData("294", "011", "012")]
    [InlineData("322", "01", "065")]
    public void La_famille_d_une_activite_est_l_une_de_celles_que_le_modele_lui_donne(string activite, string famille, string admises)
    {
        var dossier = Ehpad with { Specificites = new() { Activites = [new() { Activite = Fabrique.Code(activite), FamilleActivite = Fabrique.Code(famille) }] } };
        var erreurs = dossier.Evaluer("specificites");

        if (admises.Length == 0)
        {
            Assert.Empty(erreurs);
            return;
        }

        Assert.Equal([admises], erreurs.Seule("specificites/activites/0/familleActivite code.hors-modele").ValeursAdmises);
    }

    [Fact]
    public void Une_activite_sans_association_prend_la_famille_que_l_auteur_choisit() =>
        Assert.Empty((Fabrique.ServiceMedicoSocial with
        {
            Specificites = new() { Activites = [new() { Activite = Fabrique.Code("001"), FamilleActivite = Fabrique.Code("01") }] },
        }).Evaluer("specificites"));

    [Fact]
    public void Un_modele_inconnu_est_refuse_avec_ceux_qui_conviennent()
    {
        var refus = (Chirurgie with { Informations = Chirurgie.Informations with { ModeleSaisie = "https://ror.example/inconnu|1" } }).Ouvrir();

        Assert.Equal([Fabrique.ModeleChirurgie, Fabrique.ModeleConsultation],
            refus.Refuse("informations-generales/modeleSaisie modele.inadapte").ValeursAdmises!.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Un_modele_est_exige_quand_un_modele_actif_convient() =>
        (Chirurgie with { Informations = Chirurgie.Informations with { ModeleSaisie = null } }).Ouvrir().Refuse("informations-generales/modeleSaisie champ.obligatoire");

    [Theory]
    [InlineData(StatutModele.Projet)]
    [InlineData(StatutModele.Retire)]
    public void Une_nouvelle_offre_ne_prend_pas_un_modele_qui_n_est_pas_actif(StatutModele statut)
    {
        var dossier = AvecModeles(Chirurgie, Fabrique.Modele("essai", statut: statut), Fabrique.Modele("autre"));

        Assert.Equal(["informations-generales/modeleSaisie modele.inadapte"], dossier.Ouvrir().Erreurs.Lisibles());
    }

    [Fact]
    public void Une_offre_reste_jugee_par_sa_version_apres_le_retrait_du_modele()
    {
        var regle = Fabrique.Regle(Fabrique.Accueil, "modePriseEnCharge", Fabrique.Codes("28"));
        var offre = AvecModeles(Chirurgie, Fabrique.Modele(regles: regle)).Publiee();
        var apres = AvecModeles(Chirurgie, Fabrique.Modele(statut: StatutModele.Retire, regles: regle),
            Fabrique.Modele(version: "2", regles: Fabrique.Regle(Fabrique.Accueil, "modePriseEnCharge", Fabrique.Codes("29"))));

        offre.ModifierSection(apres.Informations with { Nom = "Autre nom" }, Fabrique.Informations, apres.Environnement).Reussit();
        offre.Valider(relu: true, apres.Environnement).Reussit();

        Assert.Equal(("https://ror.example/modeles-saisie/essai|1", 2), (offre.Publie!.InformationsGenerales!.ModeleSaisie, offre.NumeroVersion));
    }

    [Fact]
    public void Proposer_donne_les_modeles_actifs_de_la_categorie_et_du_champ()
    {
        Assert.Equal([Fabrique.ModeleChirurgie, Fabrique.ModeleConsultation], Proposes(Fabrique.Modeles, "structure", "355", "01").Order(StringComparer.Ordinal));
        Assert.Equal([Fabrique.ModeleChirurgie, Fabrique.ModeleConsultation], Proposes(Fabrique.Modeles, "structure", "355", null).Order(StringComparer.Ordinal));
        Assert.Equal([Fabrique.ModeleEhpad], Proposes(Fabrique.Modeles, "structure", "500", "04"));
        Assert.Empty(Proposes(Fabrique.Modeles, "structure", "355", "02"));
        Assert.Empty(Proposes(Fabrique.Modeles, "structure", "500", "01"));
        Assert.Empty(Proposes(Fabrique.Modeles, "structure", "SA07", "05"));
        Assert.Empty(Proposes(Fabrique.Modeles, "liberal", "355", "01"));
        Assert.Equal(["https://ror.example/modeles-saisie/medecin-generaliste-ville|1"], Proposes(Fabrique.Modeles, "liberal", "SA07", "05"));
    }

    [Fact]
    public void Proposer_ne_donne_ni_projet_ni_modele_retire_et_toutes_les_versions_actives()
    {
        var catalogue = new CatalogueModeles(
        [
            Fabrique.Modele("a", "1", StatutModele.Retire), Fabrique.Modele("a", "2"), Fabrique.Modele("a", "3"), Fabrique.Modele("a", "4", StatutModele.Projet),
        ]);

        Assert.Equal(["https://ror.example/modeles-saisie/a|2", "https://ror.example/modeles-saisie/a|3"], Proposes(catalogue, "structure", "355", "01"));
    }

    [Fact]
    public void Proposer_commence_par_le_plus_specifique()
    {
        var catalogue = new CatalogueModeles(
        [
            Fabrique.Modele("a-tous-champs", champs: []),
            Fabrique.Modele("b-deux-categories", categories: ["355", "101"]),
            Fabrique.Modele("c-deux-champs", champs: ["01", "02"]),
            Fabrique.Modele("d-precis"),
        ]);

        Assert.Equal(["d-precis", "c-deux-champs", "a-tous-champs", "b-deux-categories"],
            catalogue.Proposer("structure", "355", "01").Select(m => m.Titre));
    }

    [Theory]
    [InlineData("355", "01", null, null, 2)]
    [InlineData("355", "04", null, null, 0)]
    [InlineData("500", null, null, null, 1)]
    [InlineData("603", "05", null, null, 1)]
    [InlineData("603", "05", "10", "SM26", 1)]
    [InlineData("603", "05", "60", null, 0)]
    [InlineData("603", "05", "10", "SM02", 0)]
    [InlineData(null, null, "10", null, 4)]
    [InlineData(null, "04", null, null, 1)]
    [InlineData(null, "03", null, null, 0)]
    [InlineData(null, null, null, null, 4)]
    public void Resoudre_donne_les_modeles_actifs_de_tout_parcours(string? categorie, string? champ, string? profession, string? specialite, int nombre) =>
        Assert.Equal(nombre, Fabrique.Modeles.Resoudre(categorie, champ, profession, specialite).Count());

    [Fact]
    public void Un_modele_se_retrouve_par_son_adresse_et_sa_version()
    {
        Assert.Equal("Unité hospitalière de chirurgie viscérale et digestive", Fabrique.Modeles.Trouver(Fabrique.ModeleChirurgie)!.Titre);
        Assert.Null(Fabrique.Modeles.Trouver("https://ror.example/modeles-saisie/chirurgie-viscerale-digestive|2"));
        Assert.Null(Fabrique.Modeles.Trouver("https://ror.example/modeles-saisie/chirurgie-viscerale-digestive"));
        Assert.Null(Fabrique.Modeles.Trouver(null));
    }

    private static Dossier AvecModeles(Dossier dossier, params ModeleSaisie[] modeles) => dossier with
    {
        Informations = dossier.Informations with { ModeleSaisie = "https://ror.example/modeles-saisie/essai|1" },
        AutreEnvironnement = Fabrique.Environnement(modeles: new CatalogueModeles(modeles)),
    };

    private static ISection Prereglee(Dossier dossier, string section) => LesSections.DeCle(section).Prereglee(dossier.Contexte);

    private static List<string> Admis(Dossier dossier, string champ) =>
        [.. dossier.Champ(Fabrique.Accueil, champ).EntreesAdmises.Select(e => e.Code).Order(StringComparer.Ordinal)];

    private static List<string> Proposes(CatalogueModeles catalogue, string parcours, string categorie, string? champ) =>
        [.. catalogue.Proposer(parcours, categorie, champ).Select(m => m.Reference)];
}
