using Ror.Domain.Diffusion;
using Ror.Domain.Offres;
using Ror.Domain.Structures;

namespace Ror.Domain.Tests;

public sealed class PublicationTests
{
    private static readonly ContenuOffre Saisi = Fabrique.Plein with
    {
        InformationsGenerales = Fabrique.Plein.InformationsGenerales! with { UniteSensible = false },
        Contacts = null,
    };

    private static readonly StructuresPubliees Structures = new(new(Guid.Empty, "1810000019", "EJ"), new(Guid.Empty, "1810000027", "EG"), null, null);

    [Fact]
    public void La_tele_expertise_se_publie_comme_contact_de_nature_15_et_de_niveau_2()
    {
        var contact = Assert.Single(Publication.Publiable(Saisi).Contacts!.Professionnels);

        Assert.Equal(("15", "2"), (contact.Nature!.Code, contact.NiveauConfidentialite!.Code));
        var telecom = Assert.Single(contact.Telecoms);
        Assert.Equal(("2", "+33563000001", "2"), (telecom.Canal!.Code, telecom.Valeur, telecom.NiveauConfidentialite!.Code));
    }

    [Theory]
    [InlineData("04", "09")]
    [InlineData("14", "17")]
    [InlineData("03,14", "17")]
    [InlineData("04,14", "09")]
    [InlineData("03", "09")]
    public void Un_lien_de_teleconsultation_se_publie_en_nature_09_ou_17_pour_le_telesoin(string modalites, string nature)
    {
        var saisi = Saisi with { AccueilPriseEnCharge = Saisi.AccueilPriseEnCharge! with { ModalitesAccueil = Fabrique.Codes(modalites.Split(',')) } };

        var contact = Assert.Single(Publication.Publiable(saisi).Contacts!.Patients);

        Assert.Equal((nature, "1"), (contact.Nature!.Code, contact.NiveauConfidentialite!.Code));
        var telecom = Assert.Single(contact.Telecoms);
        Assert.Equal(("4", "https://teleconsultation.exemple.fr/salle", "1"), (telecom.Canal!.Code, telecom.Valeur, telecom.NiveauConfidentialite!.Code));
    }

    [Fact]
    public void Ce_qui_devient_contact_n_est_publie_qu_une_fois()
    {
        var publie = Publication.Publiable(Saisi).Specificites!;

        Assert.Equal((0, 0), (publie.TeleExpertise.Count, publie.LiensTeleconsultation.Count));
        Assert.Equal(Saisi.Specificites! with { TeleExpertise = [], LiensTeleconsultation = [] }, publie);
    }

    [Fact]
    public void Les_contacts_saisis_sont_publies_avec_leurs_niveaux()
    {
        var publie = Publication.Publiable(Saisi with { Contacts = Fabrique.Plein.Contacts }).Contacts!;

        Assert.Equal(Fabrique.Plein.Contacts!.Patients[0], publie.Patients[0]);
        Assert.Equal(Fabrique.Plein.Contacts.Professionnels[0], publie.Professionnels[0]);
    }

    [Fact]
    public void Publier_ne_change_pas_ce_qui_est_saisi()
    {
        var copie = Fabrique.Plein with { };

        _ = Publication.Publiable(Fabrique.Plein);

        Assert.Equal(copie, Fabrique.Plein);
    }

    [Fact]
    public void L1_un_brouillon_ne_quitte_jamais_la_saisie()
    {
        var offre = Fabrique.Chirurgie.Complet();

        Assert.Throws<InvalidOperationException>(() => OffrePubliee.De(offre).Publier(offre, null, Fabrique.Chirurgie.Etablissement, Structures));
    }

    [Fact]
    public void L3_le_monde_lit_la_version_publiee_et_non_la_copie_de_travail()
    {
        var dossier = Fabrique.Chirurgie;
        var offre = dossier.Publiee();
        offre.ModifierSection(dossier.Informations with { Nom = "Nom en cours" }, Fabrique.Informations, dossier.Environnement).Reussit();

        var publiee = OffrePubliee.De(offre);
        publiee.Publier(offre, null, dossier.Etablissement, Structures);

        Assert.Equal("Chirurgie viscérale", publiee.Contenu.InformationsGenerales!.Nom);
        Assert.Equal((1, "76", "81", Secteur.Sanitaire, "01", false),
            (publiee.NumeroVersion, publiee.Region, publiee.Departement, publiee.Secteur, publiee.ChampActivite, publiee.UniteSensible));
        Assert.Equal((StatutOffre.Validee, Fabrique.Instant, offre.Identifiant), (publiee.Statut, publiee.ValideeLe, publiee.Identifiant));
    }

    [Fact]
    public void RG_EXP_039_une_offre_sensible_publiee_l_est_par_sa_colonne_et_ses_contacts()
    {
        var dossier = Fabrique.Chirurgie with { Informations = Fabrique.Chirurgie.Informations with { UniteSensible = true } };
        var offre = dossier.EnAttente();
        offre.Valider(relu: true, dossier.Environnement).Reussit();

        var publiee = OffrePubliee.De(offre);
        publiee.Publier(offre, null, dossier.Etablissement, Structures);

        Assert.True(publiee.UniteSensible);
        Assert.Equal("3", Assert.Single(publiee.Contenu.Contacts!.Patients).NiveauConfidentialite!.Code);
        Assert.Equal("1", Assert.Single(offre.Publie!.Contacts!.Patients).NiveauConfidentialite!.Code);
    }
}
