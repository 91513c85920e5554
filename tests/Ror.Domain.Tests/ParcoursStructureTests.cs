using Ror.Domain.Commun;
using Ror.Domain.ModelesSaisie;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Offres;
using Ror.Domain.Offres.Parcours;

namespace Ror.Domain.Tests;

public sealed class ParcoursStructureTests
{
    private static readonly Dossier Dossier = Fabrique.Chirurgie;

    private static readonly string[] Cles = [Fabrique.Informations, Fabrique.Accueil, Fabrique.PatienteleEtSpecificites];

    // Every sequence of three attempts, repetitions included, from a healthy and from a spoilt first step.
    public static TheoryData<int, int, int, bool> Tentatives() =>
        [.. from a in new[] { 1, 2, 3 } from b in new[] { 1, 2, 3 } from c in new[] { 1, 2, 3 } from gatee in new[] { false, true } select (a, b, c, gatee)];

    [Fact]
    public void Le_parcours_structure_a_trois_etapes_en_ordre_strict()
    {
        Assert.True(LesParcours.Structure.OrdreStrict);
        Assert.Equal(Cles, LesParcours.Structure.Etapes.Select(e => e.Cle));
        Assert.Equal([["informations-generales"], ["accueil-prise-en-charge"], ["patientele", "specificites"]],
            LesParcours.Structure.Etapes.Select(e => e.Sections.Select(s => s.Cle).ToArray()).ToArray());
        Assert.All(LesParcours.Structure.Etapes, e => Assert.NotEmpty(e.ImportantASavoir));
    }

    [Theory]
    [MemberData(nameof(Tentatives))]
    public void Une_etape_ne_se_valide_qu_apres_les_precedentes(int premiere, int deuxieme, int troisieme, bool etapeUnGatee)
    {
        var offre = Dossier.Brouillon();
        var validees = new[] { true, false, false };
        if (etapeUnGatee)
        {
            Gater(offre);
            validees[0] = false;
        }

        foreach (var numero in new[] { premiere, deuxieme, troisieme })
        {
            var avant = offre.Instantane();
            var resultat = Dossier.Etape(offre, numero);
            var bloquante = Array.IndexOf(validees, false);
            if (bloquante >= 0 && bloquante < numero - 1)
            {
                var refus = resultat.Refuse("parcours.etape-precedente");
                Assert.Equal(Nature.Etat, refus.Type.Nature);
                Assert.Equal(Cles[bloquante], refus.Precisions["etape"]);
                Assert.Equal(avant, offre.Instantane());
            }
            else
            {
                resultat.Reussit();
                validees[numero - 1] = true;
            }

            Assert.Equal(validees, offre.Etats(Dossier).Select(e => e == EtatEtape.Validee));
        }
    }

    [Fact]
    public void Les_etats_suivent_l_avancement()
    {
        var offre = Dossier.Brouillon();
        Assert.Equal([EtatEtape.Validee, EtatEtape.AFaire, EtatEtape.AFaire], offre.Etats(Dossier));

        Dossier.Accueillir(offre).Reussit();
        Assert.Equal([EtatEtape.Validee, EtatEtape.Validee, EtatEtape.AFaire], offre.Etats(Dossier));

        Dossier.Specifier(offre).Reussit();
        Assert.Equal([EtatEtape.Validee, EtatEtape.Validee, EtatEtape.Validee], offre.Etats(Dossier));
    }

    [Fact]
    public void Une_etape_a_faire_montre_ses_champs_obligatoires_manquants()
    {
        var etape = Dossier.Brouillon().EvaluerEtapes(Dossier.Environnement)[1];

        Assert.Equal(["accueil-prise-en-charge/modePriseEnCharge champ.obligatoire", "accueil-prise-en-charge/typesOffre champ.obligatoire"], etape.Manquants.Lisibles());
    }

    [Fact]
    public void Une_etape_incomplete_est_refusee_avec_tous_ses_manques_et_rien_n_est_enregistre()
    {
        var offre = Dossier.Brouillon();
        Dossier.Accueillir(offre).Reussit();
        var avant = offre.Instantane();

        var resultat = (Dossier with { Patientele = new(), Specificites = new() }).Specifier(offre);

        Assert.Equal(
        [
            "patientele/ageMax champ.obligatoire", "patientele/ageMin champ.obligatoire", "patientele/publicsPrisEnCharge champ.obligatoire",
            "specificites/activites champ.obligatoire",
        ], resultat.Erreurs.Lisibles());
        Assert.Equal(avant, offre.Instantane());
    }

    [Fact]
    public void Une_etape_que_le_parcours_n_a_pas_est_introuvable()
    {
        var offre = Dossier.Complet();
        var avant = offre.Instantane();

        var refus = offre.ValiderEtape("recapitulatif", [Dossier.Accueil], Dossier.Environnement).Refuse("parcours.etape-inconnue");

        Assert.Equal(Nature.Introuvable, refus.Type.Nature);
        Assert.Equal(avant, offre.Instantane());
    }

    [Fact]
    public void Valider_deux_fois_la_meme_etape_ne_fait_pas_une_nouvelle_version()
    {
        var offre = Dossier.Complet();
        var avant = offre.Instantane();

        Dossier.Accueillir(offre).Reussit();

        Assert.Equal(avant, offre.Instantane());
    }

    [Fact]
    public void Une_etape_deja_validee_se_valide_a_nouveau_dans_le_brouillon()
    {
        var offre = Dossier.Complet();

        (Dossier with { Accueil = Dossier.Accueil with { ModePriseEnCharge = Fabrique.Code("29") } }).Accueillir(offre).Reussit();

        Assert.Equal(Fabrique.Code("29"), offre.Contenu.AccueilPriseEnCharge!.ModePriseEnCharge);
        Assert.Equal([EtatEtape.Validee, EtatEtape.Validee, EtatEtape.Validee], offre.Etats(Dossier));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void L4_changer_de_champ_dans_un_brouillon_abandonne_le_modele_et_met_la_suite_a_revoir(bool parLEtape)
    {
        var offre = Dossier.Complet();
        var informations = Dossier.Informations with { ChampActivite = Fabrique.Code("02") };

        var resultat = parLEtape
            ? offre.ValiderEtape(Fabrique.Informations, [informations], Dossier.Environnement)
            : offre.ModifierSection(informations, Fabrique.Informations, Dossier.Environnement);

        resultat.Reussit();
        Assert.Equal(Fabrique.Code("02"), offre.Contenu.InformationsGenerales!.ChampActivite);
        Assert.Null(offre.Contenu.InformationsGenerales.ModeleSaisie);
        Assert.Equal([EtatEtape.Validee, EtatEtape.ARevoir, EtatEtape.ARevoir], offre.Etats(Dossier));
    }

    [Fact]
    public void P2_changer_de_modele_dans_un_brouillon_met_la_suite_a_revoir()
    {
        var offre = Dossier.Complet();

        offre.ModifierSection(Dossier.Informations with { ModeleSaisie = Fabrique.ModeleConsultation }, Fabrique.Informations, Dossier.Environnement).Reussit();

        Assert.Equal(Fabrique.ModeleConsultation, offre.Contenu.InformationsGenerales!.ModeleSaisie);
        Assert.Equal([EtatEtape.Validee, EtatEtape.ARevoir, EtatEtape.ARevoir], offre.Etats(Dossier));
    }

    [Fact]
    public void Renommer_l_offre_ne_met_aucune_etape_a_revoir()
    {
        var offre = Dossier.Complet();

        offre.ModifierSection(Dossier.Informations with { Nom = "Chirurgie digestive" }, Fabrique.Informations, Dossier.Environnement).Reussit();

        Assert.Equal([EtatEtape.Validee, EtatEtape.Validee, EtatEtape.Validee], offre.Etats(Dossier));
    }

    [Fact]
    public void Un_modele_qui_ne_convient_pas_est_refuse_quand_l_auteur_le_choisit()
    {
        var modeles = new CatalogueModeles([Fabrique.Modele("adapte"), Fabrique.Modele("autre-champ", champs: ["02"]), Fabrique.Modele("autre-categorie", categories: ["101"])]);

        foreach (var nom in new[] { "autre-champ", "autre-categorie" })
        {
            var informations = Dossier.Informations with { ModeleSaisie = $"https://ror.example/modeles-saisie/{nom}|1" };
            (Dossier with { Informations = informations, AutreEnvironnement = Fabrique.Environnement(modeles: modeles) }).Ouvrir()
                .Refuse("informations-generales/modeleSaisie modele.inadapte");
        }
    }

    [Fact]
    public void P4_une_section_gatee_met_son_etape_a_revoir_et_bloque_la_suite()
    {
        var offre = Dossier.Brouillon();
        Dossier.Accueillir(offre).Reussit();

        offre.ModifierSection(Dossier.Accueil with { ModePriseEnCharge = null }, Fabrique.Accueil, Dossier.Environnement).Reussit();

        Assert.Equal([EtatEtape.Validee, EtatEtape.ARevoir, EtatEtape.AFaire], offre.Etats(Dossier));
        Assert.Equal(Fabrique.Accueil, Dossier.Specifier(offre).Refuse("parcours.etape-precedente").Precisions["etape"]);
    }

    [Fact]
    public void P4_une_section_reparee_rend_son_etape_validee()
    {
        var offre = Dossier.Complet();
        Gater(offre);
        Assert.Equal([EtatEtape.ARevoir, EtatEtape.Validee, EtatEtape.Validee], offre.Etats(Dossier));

        offre.ModifierSection(Dossier.Informations, Fabrique.Informations, Dossier.Environnement).Reussit();

        Assert.Equal([EtatEtape.Validee, EtatEtape.Validee, EtatEtape.Validee], offre.Etats(Dossier));
    }

    [Theory]
    [InlineData("accueil-prise-en-charge", "accueil-prise-en-charge")]
    [InlineData("patientele", "patientele-et-specificites")]
    [InlineData("specificites", "patientele-et-specificites")]
    public void P4_la_section_d_une_etape_a_faire_ne_s_ecrit_que_par_son_etape(string section, string etape)
    {
        var offre = Dossier.Brouillon();
        var avant = offre.Instantane();

        var refus = offre.ModifierSection(Offres.Sections.LesSections.DeCle(section).Lire(Dossier.Contenu)!, section, Dossier.Environnement).Refuse("section.par-etape");

        Assert.Equal(Nature.Etat, refus.Type.Nature);
        Assert.Equal(etape, refus.Precisions["etape"]);
        Assert.Equal(avant, offre.Instantane());
    }

    [Fact]
    public void P4_une_section_hors_etape_s_ecrit_des_la_naissance()
    {
        var offre = Dossier.Brouillon();

        offre.ModifierSection(Dossier.Contacts, "contacts", Dossier.Environnement).Reussit();

        Assert.Single(offre.Contenu.Contacts!.Patients);
    }

    [Theory]
    [InlineData("informations-generales")]
    [InlineData("accueil-prise-en-charge")]
    [InlineData("patientele")]
    [InlineData("specificites")]
    public void P4_la_section_d_une_etape_validee_s_ecrit_aussi_directement(string section)
    {
        var offre = Dossier.Complet();

        offre.ModifierSection(Offres.Sections.LesSections.DeCle(section).Vide, section, Dossier.Environnement).Reussit();

        Assert.Contains(EtatEtape.ARevoir, offre.Etats(Dossier));
    }

    [Fact]
    public void P4_une_section_refuse_une_valeur_fausse_et_accepte_un_manque()
    {
        var offre = Dossier.Complet();
        var avant = offre.Instantane();

        offre.ModifierSection(Dossier.Accueil with { ModePriseEnCharge = Fabrique.Code("30") }, Fabrique.Accueil, Dossier.Environnement)
            .Refuse("accueil-prise-en-charge/modePriseEnCharge code.hors-modele");

        Assert.Equal(avant, offre.Instantane());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void P4_le_parcours_est_termine_apres_la_premiere_publication(int etape)
    {
        var offre = Dossier.Publiee();
        var avant = offre.Instantane();

        Assert.Equal(Nature.Etat, Dossier.Etape(offre, etape).Refuse("parcours.termine").Type.Nature);

        Assert.Equal(avant, offre.Instantane());
    }

    [Theory]
    [InlineData("informations-generales")]
    [InlineData("accueil-prise-en-charge")]
    [InlineData("patientele")]
    [InlineData("specificites")]
    [InlineData("contacts")]
    public void P4_les_sections_restent_modifiables_apres_la_publication(string section)
    {
        var offre = Dossier.Publiee();

        offre.ModifierSection(Offres.Sections.LesSections.DeCle(section).Lire(Fabrique.Dossiers["chirurgie"].Contenu)!, section, Dossier.Environnement).Reussit();
    }

    // P1: a code that dies after the step was validated.
    [Fact]
    public void P1_un_code_devenu_obsolete_met_son_etape_a_revoir()
    {
        var offre = Dossier.Complet();
        var hier = DateOnly.FromDateTime(Fabrique.Instant).AddDays(-1);
        var listes = Fabrique.Nomenclatures.Listes.Select(l => l.Nom != "J29" ? l : new JeuDeValeurs(l.Nom, l.NomOfficiel, l.Url, l.Oid, l.Version, l.Date, l.Titre,
            [.. l.Entrees.Select(e => e.Code == "07" ? e with { Fin = hier } : e)])).ToList();
        var dossier = Dossier with { AutreEnvironnement = Fabrique.Environnement(nomenclatures: new(listes)) };

        Assert.Equal([EtatEtape.Validee, EtatEtape.Validee, EtatEtape.ARevoir], offre.Etats(dossier));
        Assert.Equal(["patientele etape.non-validee", "patientele/publicsPrisEnCharge/0 code.obsolete"],
            offre.Valider(relu: true, dossier.Environnement).Erreurs.Lisibles());
    }

    private static void Gater(Offre offre) =>
        offre.ModifierSection(Dossier.Informations with { Nom = null }, Fabrique.Informations, Dossier.Environnement).Reussit();
}
