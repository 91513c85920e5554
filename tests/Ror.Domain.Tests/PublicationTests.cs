using Ror.Domain.Diffusion;
using Ror.Domain.Offres;

namespace Ror.Domain.Tests;

public sealed class PublicationTests
{
    private static readonly ContenuOffre Saisi = Fabrique.Plein with
    {
        InformationsGenerales = Fabrique.Plein.InformationsGenerales! with { UniteSensible = false },
        Contacts = null,
    };

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
}
