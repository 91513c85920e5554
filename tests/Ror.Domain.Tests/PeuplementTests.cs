using Ror.Domain.Nomenclatures;
using Ror.Domain.Offres;
using Ror.Domain.Offres.Sections;
using Ror.Domain.Qualite;
using Ror.Domain.Territoires;

namespace Ror.Domain.Tests;

/// <summary>The seven conditions of the real ROR's filling state (mos-and-consumers §b.2).</summary>
public sealed class PeuplementTests
{
    private static readonly DateOnly Jour = new(2026, 9, 15);
    private static readonly Adresse Rue = new() { NumeroVoie = "1", LibelleVoie = "rue de l'Essai", CodePostal = "81000", Localite = "Albi", Commune = "81004" };

    // Of the coordination, where the type counts; level 1 is what completion gives.
    private static readonly ContenuOffre Plein = Fabrique.ServiceMedicoSocial.Contenu with
    {
        Adresse = Rue,
        Contacts = new() { Patients = [Fabrique.Contact(niveau: "1", telecoms: Fabrique.Telecom(niveau: "1"))] },
    };

    // What breaks each condition, and that one alone.
    private static readonly Dictionary<string, Func<ContenuOffre, ContenuOffre>[]> Ruptures = new()
    {
        ["champ-activite"] = [c => c with { InformationsGenerales = null }, c => c with { InformationsGenerales = c.InformationsGenerales! with { ChampActivite = Fabrique.Code("99") } }],
        ["mode-prise-en-charge"] = [c => c with { AccueilPriseEnCharge = c.AccueilPriseEnCharge! with { ModePriseEnCharge = null } }],
        ["ages"] = [c => c with { Patientele = null }, c => c with { Patientele = c.Patientele! with { AgeMin = null } }, c => c with { Patientele = c.Patientele! with { AgeMax = new() { Valeur = 3 } } }],
        ["activite"] = [c => c with { Specificites = null }, c => c with { Specificites = new() { Activites = [new() { Activite = Fabrique.Code("inconnue") }, new()] } }],
        ["type-offre"] = [c => c with { AccueilPriseEnCharge = c.AccueilPriseEnCharge! with { TypesOffre = [] } }],
        ["adresse"] = [c => c with { Adresse = null }, c => c with { Adresse = Rue with { LibelleVoie = null } }, c => c with { Adresse = Rue with { Localite = null } }, c => c with { Adresse = Rue with { CodePostal = null } }],
        ["contact"] =
        [
            c => c with { Contacts = null },
            c => Contact(c, contact => contact with { Nature = null }),
            c => Contact(c, contact => contact with { Telecoms = [] }),
            c => Telecom(c, t => t with { Canal = null }),
            c => Telecom(c, t => t with { Valeur = null }),
            c => Telecom(c, t => t with { NiveauConfidentialite = null }),
        ],
    };

    public static TheoryData<string, int> Cas() => [.. from rupture in Ruptures from rang in Enumerable.Range(0, rupture.Value.Length) select (rupture.Key, rang)];

    [Fact]
    public void Les_ruptures_couvrent_les_sept_conditions() => Assert.Equal(ConditionPeuplement.Toutes.Select(c => c.Cle), Ruptures.Keys);

    [Fact]
    public void Tout_est_rempli()
    {
        var peuplement = De(Plein);

        Assert.Equal((EtatPeuplement.Finalise, Conformite.Conforme), (peuplement.Etat, peuplement.Resultat));
        Assert.All(peuplement.Conditions, c => Assert.Equal(Conformite.Conforme, c.Constat.Resultat));
        Assert.All(peuplement.Conditions, c => Assert.NotEmpty(c.Constat.Valeurs));
        Assert.Equal(["04"], Constat(peuplement, "champ-activite").Valeurs);
        Assert.Equal(["60 a", "120 a"], Constat(peuplement, "ages").Valeurs);
        Assert.Equal("rue de l'Essai, 81000 Albi.", Constat(peuplement, "adresse").Preuve);
    }

    [Theory]
    [MemberData(nameof(Cas))]
    public void Chaque_condition_manque_seule(string cle, int rang)
    {
        var peuplement = De(Ruptures[cle][rang](Plein));

        Assert.Equal((EtatPeuplement.EnCours, Conformite.Ecart), (peuplement.Etat, peuplement.Resultat));
        Assert.Equal([cle], peuplement.Manquantes.Select(c => c.Cle));
        Assert.NotEmpty(Constat(peuplement, cle).Preuve);
    }

    [Fact]
    public void Sans_rien_tout_est_a_faire()
    {
        var peuplement = De(ContenuOffre.Vide);
        Assert.Equal(EtatPeuplement.AFaire, peuplement.Etat);
        Assert.All(peuplement.Conditions, c => Assert.Empty(c.Constat.Valeurs));
    }

    [Theory]
    [InlineData("209", Conformite.Ecart)]
    [InlineData("354", Conformite.Ecart)]
    [InlineData("460", Conformite.Ecart)]
    [InlineData("355", Conformite.SansObjet)]
    [InlineData("500", Conformite.SansObjet)]
    public void Le_type_d_offre_ne_compte_que_dans_la_coordination(string categorie, Conformite attendu)
    {
        var peuplement = De(Ruptures["type-offre"][0](Plein), categorie);
        Assert.Equal(attendu, Constat(peuplement, "type-offre").Resultat);
        Assert.Equal(attendu == Conformite.SansObjet ? EtatPeuplement.Finalise : EtatPeuplement.EnCours, peuplement.Etat);
    }

    [Fact]
    public void Une_activite_sortie_de_vigueur_ne_compte_plus()
    {
        var ferme = new CatalogueNomenclatures([.. Fabrique.Nomenclatures.Listes.Select(l => l.Nom != "J17" ? l
            : new JeuDeValeurs(l.Nom, l.NomOfficiel, l.Url, l.Oid, l.Version, l.Date, l.Titre, [.. l.Entrees.Select(e => e.Code == "293" ? e with { Fin = Jour } : e)]))]);

        Assert.Equal(Conformite.Conforme, Constat(De(Plein, nomenclatures: ferme), "activite").Resultat);
        var constat = Constat(De(Plein, nomenclatures: ferme, jour: Jour.AddDays(1)), "activite");
        Assert.Equal(Conformite.Ecart, constat.Resultat);
        Assert.Equal(["293"], constat.Valeurs);
    }

    [Fact]
    public void L_adresse_d_un_lieu_vaut_celle_de_l_offre()
    {
        var sans = Plein with { Adresse = null };
        Assert.Equal(EtatPeuplement.Finalise, De(sans, adresses: [Rue with { LibelleVoie = null }, Rue with { LibelleVoie = null, LieuDit = "Le Castelviel" }]).Etat);
        Assert.Equal("Il manque : voie ou lieu-dit.", Constat(De(sans, adresses: [Rue with { LibelleVoie = null }]), "adresse").Preuve);
    }

    [Fact]
    public void Un_contact_de_professionnels_par_sa_fonction_suffit()
    {
        var contact = Fabrique.Contact(nature: null, fonction: "05", nom: "Secrétariat", niveau: "2", telecoms: Fabrique.Telecom(niveau: "2"));
        Assert.Equal(EtatPeuplement.Finalise, De(Plein with { Contacts = new() { Professionnels = [contact] } }).Etat);
    }

    [Theory]
    [InlineData(StatutOffre.Brouillon)]
    [InlineData(StatutOffre.FermeeTemporairement)]
    [InlineData(StatutOffre.FermeeDefinitivement)]
    public void Une_offre_qui_n_est_pas_ouverte_est_sans_objet(StatutOffre statut)
    {
        var peuplement = Peuplement.SansObjet(statut)!;
        Assert.Equal((null, Conformite.SansObjet), (peuplement.Etat, peuplement.Resultat));
        Assert.NotEmpty(peuplement.Preuve);
        Assert.Null(Peuplement.SansObjet(StatutOffre.Validee));
    }

    [Fact]
    public void Le_cumul_compte_chaque_reponse()
    {
        var cumul = new CumulPeuplement();
        foreach (var (contenu, categorie) in new[] { (Plein, "354"), (Plein, "355"), (Ruptures["contact"][0](Plein), "354"), (ContenuOffre.Vide, "354") })
        {
            cumul.Ajouter(De(contenu, categorie));
        }

        Assert.Equal((4, 2, 1, 1), (cumul.OffresOuvertes, cumul.Nombre(EtatPeuplement.Finalise), cumul.Nombre(EtatPeuplement.EnCours), cumul.Nombre(EtatPeuplement.AFaire)));
        Assert.Equal(new Comptes(2, 1, 1), cumul.Conditions[4]);
        Assert.Equal(new Comptes(2, 2, 0), cumul.Conditions[6]);
    }

    private static Peuplement De(ContenuOffre contenu, string categorie = "354", CatalogueNomenclatures? nomenclatures = null, DateOnly? jour = null, IReadOnlyList<Adresse>? adresses = null) =>
        Peuplement.De(new(contenu, categorie, nomenclatures ?? Fabrique.Nomenclatures, jour ?? Jour, adresses ?? []));

    private static Constat Constat(Peuplement peuplement, string cle) => peuplement.Conditions.Single(c => c.Condition.Cle == cle).Constat;

    private static ContenuOffre Contact(ContenuOffre contenu, Func<Contact, Contact> change) => contenu with { Contacts = new() { Patients = [change(contenu.Contacts!.Patients.Single())] } };

    private static ContenuOffre Telecom(ContenuOffre contenu, Func<Telecom, Telecom> change) => Contact(contenu, c => c with { Telecoms = [change(c.Telecoms.Single())] });
}
