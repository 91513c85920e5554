using Ror.Domain.Commun;
using Ror.Domain.Diffusion;
using Ror.Domain.Structures;

namespace Ror.Domain.Tests;

/// <summary>The national rules RG_EXP, and H2; contacts (032, 034, 040, 041) are in <see cref="ContactsTests"/>.</summary>
public sealed class ReglesExpositionTests
{
    [Theory]
    [InlineData("service-medico-social")]
    [InlineData("ehpad")]
    public void RG_EXP_007_une_activite_medico_sociale_a_une_famille(string nom) =>
        (Fabrique.Dossiers[nom] with { Specificites = new() { Activites = [new() { Activite = Fabrique.Code("293") }] } })
            .Evaluer("specificites").Seule("specificites/activites/0/familleActivite champ.obligatoire");

    [Fact]
    public void RG_EXP_007_chaque_activite_sans_famille_est_nommee() =>
        Assert.Equal(["specificites/activites/1/familleActivite champ.obligatoire", "specificites/activites/2/familleActivite champ.obligatoire"],
            (Fabrique.ServiceMedicoSocial with
            {
                Specificites = new()
                {
                    Activites =
                    [
                        new() { Activite = Fabrique.Code("293"), FamilleActivite = Fabrique.Code("011") }, new() { Activite = Fabrique.Code("294") },
                        new() { Activite = Fabrique.Code("295") },
                    ],
                },
            }).Evaluer("specificites").Lisibles());

    [Theory]
    [InlineData("chirurgie")]
    [InlineData("psychiatrie")]
    [InlineData("service-social")]
    [InlineData("centre-de-sante")]
    public void RG_EXP_007_la_famille_est_facultative_dans_les_autres_champs(string nom) =>
        Assert.Empty(Fabrique.Dossiers[nom].Evaluer("specificites"));

    [Fact]
    public void RG_EXP_007_une_activite_est_nommee_par_son_code() =>
        (Fabrique.Psychiatrie with { Specificites = new() { Activites = [new() { FamilleActivite = Fabrique.Code("011") }] } })
            .Evaluer("specificites").Seule("specificites/activites/0/activite champ.obligatoire");

    [Fact]
    public void RG_EXP_008_une_offre_medico_sociale_a_un_public() =>
        (Fabrique.ServiceMedicoSocial with { Patientele = Fabrique.ServiceMedicoSocial.Patientele with { PublicsPrisEnCharge = [] } })
            .Evaluer("patientele").Seule("patientele/publicsPrisEnCharge champ.obligatoire");

    [Theory]
    [InlineData("psychiatrie")]
    [InlineData("service-social")]
    [InlineData("centre-de-sante")]
    public void RG_EXP_008_le_public_est_facultatif_dans_les_autres_champs(string nom) =>
        Assert.Empty((Fabrique.Dossiers[nom] with { Patientele = Fabrique.Dossiers[nom].Patientele with { PublicsPrisEnCharge = [] } }).Evaluer("patientele"));

    [Fact]
    public void RG_EXP_010_le_champ_d_activite_ne_change_plus_apres_la_publication()
    {
        var offre = Fabrique.Psychiatrie.Publiee();
        var avant = offre.Instantane();

        var refus = offre.ModifierSection(Fabrique.Psychiatrie.Informations with { ChampActivite = Fabrique.Code("02") }, Fabrique.Informations, Fabrique.Psychiatrie.Environnement)
            .Refuse("informations-generales/champActivite offre.champ-immuable");

        Assert.Equal(Nature.Etat, refus.Type.Nature);
        Assert.Equal(avant, offre.Instantane());
    }

    [Fact]
    public void RG_EXP_011_le_mode_de_prise_en_charge_ne_change_plus_apres_la_publication()
    {
        var offre = Fabrique.Chirurgie.Publiee();
        var avant = offre.Instantane();

        var refus = offre.ModifierSection(Fabrique.Chirurgie.Accueil with { ModePriseEnCharge = Fabrique.Code("29") }, Fabrique.Accueil, Fabrique.Chirurgie.Environnement)
            .Refuse("accueil-prise-en-charge/modePriseEnCharge offre.champ-immuable");

        Assert.Equal(Nature.Etat, refus.Type.Nature);
        Assert.Equal(avant, offre.Instantane());
    }

    [Theory]
    [InlineData("01", true)]
    [InlineData("01,02", true)]
    [InlineData("03", true)]
    [InlineData("100", false)]
    [InlineData("153", false)]
    [InlineData("21", false)]
    [InlineData("196", false)]
    public void RG_EXP_028_les_types_d_une_offre_sont_de_son_champ(string types, bool admis) =>
        Assert.Equal(admis ? [] : ["accueil-prise-en-charge/typesOffre/0 code.non-admis"],
            (Fabrique.Psychiatrie with { Accueil = Fabrique.Psychiatrie.Accueil with { TypesOffre = Fabrique.Codes(types.Split(',')) } }).Evaluer(Fabrique.Accueil).Lisibles());

    [Fact]
    public void RG_EXP_028_chaque_type_etranger_au_champ_est_nomme_avec_la_regle()
    {
        var erreurs = (Fabrique.Psychiatrie with { Accueil = Fabrique.Psychiatrie.Accueil with { TypesOffre = Fabrique.Codes("01", "153", "02", "21") } }).Evaluer(Fabrique.Accueil);

        Assert.Equal(["accueil-prise-en-charge/typesOffre/1 code.non-admis", "accueil-prise-en-charge/typesOffre/3 code.non-admis"], erreurs.Lisibles());
        Assert.All(erreurs, e => Assert.Contains("RG_EXP_028", e.Message(), StringComparison.Ordinal));
    }

    [Fact]
    public void RG_EXP_028_le_type_est_facultatif_ou_la_categorie_n_en_a_aucun()
    {
        var dossier = Fabrique.ServiceMedicoSocial with { Etablissement = Fabrique.Etablissement("166"), Accueil = new() { ModePriseEnCharge = Fabrique.Code("46") } };

        Assert.Empty(dossier.Evaluer(Fabrique.Accueil));
        Assert.Equal(Champs.Exigence.Facultatif, dossier.Champ(Fabrique.Accueil, "typesOffre").Exigence);
    }

    [Fact]
    public void RG_EXP_035_une_unite_n_est_pas_sensible_par_defaut()
    {
        var offre = Fabrique.Chirurgie.Brouillon();

        Assert.Null(Fabrique.Chirurgie.Informations.UniteSensible);
        Assert.False(offre.Contenu.InformationsGenerales!.UniteSensible);
    }

    [Fact]
    public void RG_EXP_039_une_unite_sensible_publie_tous_ses_contacts_au_niveau_3()
    {
        var publie = Publication.Publiable(Fabrique.Plein).Contacts!;

        Assert.All(publie.Patients.Concat(publie.Professionnels), c =>
        {
            Assert.Equal("3", c.NiveauConfidentialite!.Code);
            Assert.All(c.Telecoms, t => Assert.Equal("3", t.NiveauConfidentialite!.Code));
        });
        Assert.Equal((2, 2), (publie.Patients.Count, publie.Professionnels.Count));
    }

    [Fact]
    public void RG_EXP_039_les_niveaux_saisis_reviennent_quand_l_unite_n_est_plus_sensible()
    {
        var saisi = Fabrique.Plein;
        _ = Publication.Publiable(saisi);

        var publie = Publication.Publiable(saisi with { InformationsGenerales = saisi.InformationsGenerales! with { UniteSensible = false } }).Contacts!;

        Assert.Equal(["1", "1"], publie.Patients.Select(c => c.NiveauConfidentialite!.Code));
        Assert.Equal(["2", "2"], publie.Professionnels.Select(c => c.NiveauConfidentialite!.Code));
        Assert.Equal("3", publie.Professionnels[0].Telecoms[0].NiveauConfidentialite!.Code);
    }

    [Theory]
    [InlineData("a", true)]
    [InlineData("mo", true)]
    [InlineData("wk", true)]
    [InlineData("d", true)]
    [InlineData("h", false)]
    [InlineData("y", false)]
    [InlineData("A", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void RG_EXP_048_un_age_est_en_annees_mois_semaines_ou_jours(string? unite, bool admise)
    {
        var erreurs = (Fabrique.Chirurgie with { Patientele = Fabrique.Chirurgie.Patientele with { AgeMin = new() { Valeur = 1, Unite = unite } } }).VerifierForme("patientele");

        Assert.Equal(admise ? [] : ["patientele/ageMin/unite age.unite-inconnue"], erreurs.Lisibles());
        Assert.All(erreurs, e => Assert.Equal(["a", "d", "mo", "wk"], e.ValeursAdmises!.Order(StringComparer.Ordinal)));
    }

    // J20 against the three secteurs, whole.
    [Theory]
    [InlineData("355", Secteur.Sanitaire, "01,02,03")]
    [InlineData("354", Secteur.MedicoSocial, "04,06")]
    [InlineData("124", Secteur.Ville, "05")]
    public void H2_le_champ_d_activite_convient_au_secteur(string categorie, Secteur secteur, string admis)
    {
        Assert.Equal(secteur, Fabrique.Etablissement(categorie).Secteur);
        foreach (var champ in new[] { "01", "02", "03", "04", "05", "06" })
        {
            var dossier = new Dossier { Etablissement = Fabrique.Etablissement(categorie), Informations = new() { Nom = "Offre", ChampActivite = Fabrique.Code(champ), UniteSensible = false } };
            var erreurs = dossier.Evaluer(Fabrique.Informations).Where(e => e.Champ == "/champActivite").ToList();
            if (admis.Split(',').Contains(champ))
            {
                Assert.Empty(erreurs);
                continue;
            }

            var refus = erreurs.Seule("informations-generales/champActivite code.non-admis");
            Assert.Contains("H2", refus.Message(), StringComparison.Ordinal);
            Assert.Equal(admis.Split(','), refus.ValeursAdmises);
        }
    }

    [Theory]
    [InlineData("03", true, true)]
    [InlineData("03", false, true)]
    [InlineData("02", false, true)]
    [InlineData("02", true, false)]
    [InlineData("01", true, false)]
    public void L_habilitation_aux_soins_sans_consentement_n_est_vraie_qu_en_psychiatrie(string champ, bool habilitation, bool admise)
    {
        var dossier = Fabrique.Psychiatrie with
        {
            Informations = Fabrique.Psychiatrie.Informations with { ChampActivite = Fabrique.Code(champ) },
            Accueil = new() { TypesOffre = Fabrique.Codes("16"), ModePriseEnCharge = Fabrique.Code("28"), HabilitationSoinsSansConsentement = habilitation },
        };

        Assert.Equal(admise ? [] : ["accueil-prise-en-charge/habilitationSoinsSansConsentement habilitation.hors-psychiatrie"], dossier.Evaluer(Fabrique.Accueil).Lisibles());
    }

    [Fact]
    public void L_habilitation_est_fausse_par_defaut_en_sanitaire_et_absente_ailleurs()
    {
        Assert.False(Fabrique.Psychiatrie.Complet().Contenu.AccueilPriseEnCharge!.HabilitationSoinsSansConsentement);
        Assert.Null(Fabrique.ServiceSocial.Complet().Contenu.AccueilPriseEnCharge!.HabilitationSoinsSansConsentement);
        (Fabrique.ServiceSocial with { Accueil = Fabrique.ServiceSocial.Accueil with { HabilitationSoinsSansConsentement = true } })
            .Evaluer(Fabrique.Accueil).Seule("accueil-prise-en-charge/habilitationSoinsSansConsentement champ.non-applicable");
    }

    [Theory]
    [InlineData("chirurgie", false)]
    [InlineData("psychiatrie", true)]
    [InlineData("ehpad", false)]
    public void Les_secteurs_psychiatriques_n_existent_qu_en_psychiatrie(string nom, bool admis)
    {
        var dossier = Fabrique.Dossiers[nom];
        var erreurs = (dossier with { Informations = dossier.Informations with { UniteSensible = false, SecteurPsychiatrique = ["81G01"] } }).Evaluer(Fabrique.Informations);

        Assert.Equal(admis ? [] : ["informations-generales/secteurPsychiatrique champ.non-applicable"], erreurs.Lisibles());
    }
}
