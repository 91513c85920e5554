using Ror.Domain.Commun;
using Ror.Domain.Offres.Sections;

namespace Ror.Domain.Tests;

/// <summary>Domain §6: contacts as they are entered.</summary>
public sealed class ContactsTests
{
    private static readonly Dossier Dossier = Fabrique.Chirurgie;

    [Fact]
    public void RG_EXP_032_un_contact_professionnel_est_de_niveau_2_par_defaut()
    {
        var contacts = Ecrits(new() { Professionnels = [Fabrique.Contact()] });

        Assert.Equal("2", contacts.Professionnels[0].NiveauConfidentialite!.Code);
        Assert.Equal("2", contacts.Professionnels[0].Telecoms[0].NiveauConfidentialite!.Code);
    }

    [Fact]
    public void RG_EXP_032_un_niveau_saisi_est_garde_et_ses_telecoms_le_prennent()
    {
        var contacts = Ecrits(new() { Professionnels = [Fabrique.Contact(niveau: "3")] });

        Assert.Equal("3", contacts.Professionnels[0].NiveauConfidentialite!.Code);
        Assert.Equal("3", contacts.Professionnels[0].Telecoms[0].NiveauConfidentialite!.Code);
    }

    [Fact]
    public void Un_contact_pour_les_patients_est_de_niveau_1()
    {
        var contacts = Ecrits(new() { Patients = [Fabrique.Contact()] });

        Assert.Equal("1", contacts.Patients[0].NiveauConfidentialite!.Code);
        Assert.Equal("1", contacts.Patients[0].Telecoms[0].NiveauConfidentialite!.Code);
    }

    [Theory]
    [InlineData("patients", "1", true)]
    [InlineData("patients", "2", false)]
    [InlineData("patients", "3", false)]
    [InlineData("professionnels", "1", false)]
    [InlineData("professionnels", "2", true)]
    [InlineData("professionnels", "3", true)]
    public void Le_niveau_d_un_contact_est_celui_de_son_groupe(string groupe, string niveau, bool admis) =>
        Assert.Equal(admis ? [] : [$"contacts/{groupe}/0/niveauConfidentialite contact.niveau-du-groupe"],
            Evalues(groupe, Fabrique.Contact(niveau: niveau, telecoms: Fabrique.Telecom(niveau: "3"))));

    [Theory]
    [InlineData("2", "1", false)]
    [InlineData("2", "2", true)]
    [InlineData("2", "3", true)]
    [InlineData("3", "1", false)]
    [InlineData("3", "2", false)]
    [InlineData("3", "3", true)]
    [InlineData("2", null, true)]
    public void RG_EXP_034_une_telecom_est_au_moins_aussi_restreinte_que_son_contact(string contact, string? telecom, bool admise) =>
        Assert.Equal(admise ? [] : ["contacts/professionnels/0/telecoms/0/niveauConfidentialite telecom.moins-restreinte"],
            Evalues("professionnels", Fabrique.Contact(niveau: contact, telecoms: Fabrique.Telecom(niveau: telecom))));

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    [InlineData("3")]
    public void RG_EXP_034_une_telecom_d_un_contact_pour_les_patients_peut_etre_plus_restreinte(string niveau) =>
        Assert.Empty(Evalues("patients", Fabrique.Contact(telecoms: Fabrique.Telecom(niveau: niveau))));

    [Fact]
    public void RG_EXP_034_le_niveau_par_defaut_du_contact_compte_aussi() =>
        Refuses(new() { Professionnels = [Fabrique.Contact(telecoms: Fabrique.Telecom(niveau: "1"))] })
            .Seule("contacts/professionnels/0/telecoms/0/niveauConfidentialite telecom.moins-restreinte");

    [Theory]
    [InlineData("01", null, null, "")]
    [InlineData("01", null, "Dr Fictif", "/nom contact.nature-sans-nom")]
    [InlineData("01", "10", null, "/fonction contact.nature-ou-fonction")]
    [InlineData("01", "10", "Dr Fictif", "/fonction contact.nature-ou-fonction")]
    [InlineData("01", null, "  ", "")]
    public void RG_EXP_040_un_contact_de_nature_n_a_ni_nom_ni_fonction(string? nature, string? fonction, string? nom, string attendue) =>
        Assert.Equal(attendue.Length == 0 ? [] : ["contacts/professionnels/0" + attendue], Evalues("professionnels", Fabrique.Contact(nature, fonction, nom)));

    [Theory]
    [InlineData(null, "10", "Dr Fictif", "")]
    [InlineData(null, "10", null, "/nom contact.fonction-avec-nom")]
    [InlineData(null, "10", "  ", "/nom contact.fonction-avec-nom")]
    [InlineData(null, null, "Dr Fictif", "/nature contact.nature-ou-fonction")]
    [InlineData(null, null, null, "/nature contact.nature-ou-fonction")]
    public void RG_EXP_041_un_contact_de_fonction_a_un_nom(string? nature, string? fonction, string? nom, string attendue) =>
        Assert.Equal(attendue.Length == 0 ? [] : ["contacts/professionnels/0" + attendue], Evalues("professionnels", Fabrique.Contact(nature, fonction, nom)));

    [Theory]
    [InlineData("09")]
    [InlineData("15")]
    [InlineData("17")]
    public void Les_natures_de_telesante_ne_se_saisissent_pas_comme_contacts(string nature)
    {
        Assert.Equal(["contacts/patients/0/nature code.non-admis"], Evalues("patients", Fabrique.Contact(nature)));
        Assert.Equal(["contacts/professionnels/0/nature code.non-admis"], Evalues("professionnels", Fabrique.Contact(nature)));
    }

    [Fact]
    public void Toutes_les_autres_natures_se_saisissent() =>
        Assert.All(Fabrique.Nomenclatures["J221"].Entrees.Select(e => e.Code).Except(["09", "15", "17"]),
            nature => Assert.Empty(Evalues("professionnels", Fabrique.Contact(nature))));

    [Theory]
    [InlineData("patients", 20, true)]
    [InlineData("patients", 21, false)]
    [InlineData("professionnels", 20, true)]
    [InlineData("professionnels", 21, false)]
    public void Un_groupe_a_vingt_contacts_au_plus(string groupe, int nombre, bool admis)
    {
        var contacts = Enumerable.Range(0, nombre).Select(i => Fabrique.Contact(telecoms: Fabrique.Telecom(valeur: $"05630000{i:D2}"))).EnListe();

        Assert.Equal(admis ? [] : [$"contacts/{groupe} liste.trop-longue"], (Dossier with { Contacts = Groupe(groupe, contacts) }).VerifierForme("contacts").Lisibles());
    }

    [Fact]
    public void Un_contact_sans_telecom_est_refuse() =>
        Refuses(new() { Patients = [Fabrique.Contact() with { Telecoms = [] }] }).Seule("contacts/patients/0/telecoms champ.obligatoire");

    [Fact]
    public void Une_telecom_a_un_canal_et_une_valeur() =>
        Assert.Equal(["contacts/patients/0/telecoms/0/canal champ.obligatoire", "contacts/patients/0/telecoms/0/valeur champ.obligatoire"],
            Refuses(new() { Patients = [Fabrique.Contact() with { Telecoms = [new Telecom { Usage = "Jour" }] }] }).Lisibles());

    // Ten digits in France; country codes 590, 594, 596 and 262 overseas.
    [Theory]
    [InlineData("05 63 00 00 00", "+33563000000")]
    [InlineData("05.63.00.00.00", "+33563000000")]
    [InlineData("05-63-00-00-00", "+33563000000")]
    [InlineData("05/63/00/00/00", "+33563000000")]
    [InlineData("0563000000", "+33563000000")]
    [InlineData(" 0563000000 ", "+33563000000")]
    [InlineData("05\u00A063\u202F00 00 00", "+33563000000")]
    [InlineData("+33 5 63 00 00 00", "+33563000000")]
    [InlineData("+33 (0)5 63 00 00 00", "+33563000000")]
    [InlineData("0033 5 63 00 00 00", "+33563000000")]
    [InlineData("00 33 (0)5 63 00 00 00", "+33563000000")]
    [InlineData("0800000000", "+33800000000")]
    [InlineData("0612345678", "+33612345678")]
    [InlineData("0590 12 34 56", "+590590123456")]
    [InlineData("0690 12 34 56", "+590690123456")]
    [InlineData("0691 12 34 56", "+590691123456")]
    [InlineData("0596 12 34 56", "+596596123456")]
    [InlineData("0696 12 34 56", "+596696123456")]
    [InlineData("0697 12 34 56", "+596697123456")]
    [InlineData("0594 12 34 56", "+594594123456")]
    [InlineData("0694 12 34 56", "+594694123456")]
    [InlineData("0262 12 34 56", "+262262123456")]
    [InlineData("0692 12 34 56", "+262692123456")]
    [InlineData("0693 12 34 56", "+262693123456")]
    [InlineData("0269 12 34 56", "+262269123456")]
    [InlineData("0639 12 34 56", "+262639123456")]
    [InlineData("+262 262 12 34 56", "+262262123456")]
    [InlineData("+590590123456", "+590590123456")]
    [InlineData("+41 22 372 33 11", "+41223723311")]
    [InlineData("+123456789012345", "+123456789012345")]
    public void Un_telephone_est_garde_en_E164(string saisi, string attendu)
    {
        Assert.Equal(attendu, Telephone.Normaliser(saisi));
        Assert.Equal(attendu, Telephone.Normaliser(attendu));
        Assert.Equal(attendu, Ecrits(new() { Patients = [Fabrique.Contact(telecoms: Fabrique.Telecom(valeur: saisi))] }).Patients[0].Telecoms[0].Valeur);
    }

    [Theory]
    [InlineData("12")]
    [InlineData("056300000")]
    [InlineData("05630000000")]
    [InlineData("0000000000")]
    [InlineData("+33 0 5 63 00 00 00")]
    [InlineData("+33 5 63")]
    [InlineData("+335630000000")]
    [InlineData("+0563000000")]
    [InlineData("+1234567890123456")]
    [InlineData("++33563000000")]
    [InlineData("standard")]
    [InlineData("05 63 00 00 0O")]
    [InlineData("05 63 00 00 00 poste 12")]
    public void Un_texte_qui_n_est_pas_un_telephone_est_refuse(string saisi)
    {
        Assert.Null(Telephone.Normaliser(saisi));
        Assert.All(new[] { "1", "2", "6", "8" }, canal =>
            Refuses(new() { Patients = [Fabrique.Contact(telecoms: Fabrique.Telecom(canal, saisi))] }).Seule("contacts/patients/0/telecoms/0/valeur telecom.telephone-invalide"));
    }

    [Theory]
    [InlineData("accueil@ch-exemple.fr", true)]
    [InlineData("prenom.nom+ror@sous.domaine.exemple.fr", true)]
    [InlineData("o'brien@exemple.fr", true)]
    [InlineData("accueil", false)]
    [InlineData("accueil@", false)]
    [InlineData("@exemple.fr", false)]
    [InlineData("accueil@exemple", false)]
    [InlineData("accueil@@exemple.fr", false)]
    [InlineData("accueil du service@exemple.fr", false)]
    [InlineData("accueil@exemple..fr", false)]
    [InlineData("accueil@-exemple.fr", false)]
    [InlineData("accueil@exemple-.fr", false)]
    [InlineData("accueil@exemple.fr\n", false)]
    [InlineData("Accueil <accueil@exemple.fr>", false)]
    public void Un_courriel_a_la_forme_d_un_courriel(string valeur, bool admis) =>
        Assert.All(new[] { "3", "9", "MSSANTE" }, canal =>
            Assert.Equal(admis ? [] : ["contacts/patients/0/telecoms/0/valeur telecom.courriel-invalide"], Evalues("patients", Fabrique.Contact(telecoms: Fabrique.Telecom(canal, valeur)))));

    [Theory]
    [InlineData("https://www.ch-exemple.fr", true)]
    [InlineData("http://ch-exemple.fr/chirurgie?page=1", true)]
    [InlineData("www.ch-exemple.fr", false)]
    [InlineData("ftp://ch-exemple.fr", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("mailto:accueil@ch-exemple.fr", false)]
    [InlineData("https://", false)]
    [InlineData("https://ch exemple.fr", false)]
    [InlineData("https://ch-exemple.fr/page un", false)]
    [InlineData("https://ch-exemple.fr/page\nautre", false)]
    [InlineData("https://ch-exemple.fr\t", false)]
    [InlineData("\nhttps://ch-exemple.fr", false)]
    [InlineData("https:\\\\ch-exemple.fr", false)]
    public void Un_site_est_une_adresse_http_ou_https(string valeur, bool admis) =>
        Assert.Equal(admis ? [] : ["contacts/patients/0/telecoms/0/valeur telecom.site-invalide"], Evalues("patients", Fabrique.Contact(telecoms: Fabrique.Telecom("4", valeur))));

    [Theory]
    [InlineData("https://teleconsultation.exemple.fr/salle", true)]
    [InlineData("http://teleconsultation.exemple.fr/salle", false)]
    [InlineData("teleconsultation.exemple.fr", false)]
    [InlineData("https://teleconsultation.exemple.fr/\nsalle", false)]
    [InlineData("", false)]
    public void Un_lien_de_teleconsultation_est_une_adresse_https(string lien, bool admis) =>
        Assert.Equal(admis ? [] : ["specificites/liensTeleconsultation/0 teleconsultation.lien-https"],
            (Dossier with { Specificites = Dossier.Specificites with { LiensTeleconsultation = [lien] } }).Evaluer("specificites").Lisibles());

    [Theory]
    [InlineData(5, true)]
    [InlineData(6, false)]
    public void La_tele_expertise_et_la_teleconsultation_ont_cinq_voies_au_plus(int nombre, bool admis)
    {
        var dossier = Dossier with
        {
            Specificites = Dossier.Specificites with
            {
                TeleExpertise = Enumerable.Range(0, nombre).Select(i => new TeleExpertise { Canal = Fabrique.Code("2"), Valeur = $"056300000{i}" }).EnListe(),
                LiensTeleconsultation = Enumerable.Range(0, nombre).Select(i => $"https://exemple.fr/{i}").EnListe(),
            },
        };

        Assert.Equal(admis ? [] : ["specificites/liensTeleconsultation liste.trop-longue", "specificites/teleExpertise liste.trop-longue"], dossier.VerifierForme("specificites").Lisibles());
    }

    [Fact]
    public void Une_tele_expertise_a_un_canal_et_une_coordonnee_de_la_forme_du_canal()
    {
        Assert.Equal(["specificites/teleExpertise/0/valeur telecom.telephone-invalide", "specificites/teleExpertise/1/canal champ.obligatoire"],
            Avec(new() { Canal = Fabrique.Code("2"), Valeur = "12" }, new() { Valeur = "0563000000" }).Evaluer("specificites").Lisibles());

        var offre = Avec(new TeleExpertise { Canal = Fabrique.Code("2"), Valeur = "0594 12 34 56" }).Complet();
        Assert.Equal("+594594123456", offre.Contenu.Specificites!.TeleExpertise[0].Valeur);
    }

    private static Dossier Avec(params TeleExpertise[] voies) => Dossier with { Specificites = Dossier.Specificites with { TeleExpertise = [.. voies] } };

    private static Contacts Groupe(string groupe, Liste<Contact> contacts) =>
        groupe == "patients" ? new() { Patients = contacts } : new() { Professionnels = contacts };

    private static List<string> Evalues(string groupe, Contact contact) => (Dossier with { Contacts = Groupe(groupe, [contact]) }).Evaluer("contacts").Lisibles();

    private static Contacts Ecrits(Contacts contacts)
    {
        var offre = Dossier.Brouillon();
        offre.ModifierSection(contacts, "contacts", Dossier.Environnement).Reussit();
        return offre.Contenu.Contacts!;
    }

    private static IReadOnlyList<Erreur> Refuses(Contacts contacts)
    {
        var offre = Dossier.Brouillon();
        var avant = offre.Instantane();
        var resultat = offre.ModifierSection(contacts, "contacts", Dossier.Environnement);
        Assert.Equal(avant, offre.Instantane());
        return resultat.Erreurs;
    }
}
