using Ror.Domain.Acces;
using Ror.Domain.Diffusion;
using Ror.Domain.Offres;
using Ror.Domain.Structures;

namespace Ror.Domain.Tests;

public sealed class VisibiliteTests
{
    // The access policy by hand. Per profile: is an ordinary / a sensitive offer seen; the highest level of contact seen and whether
    // acts are seen, each for S sanitaire, M médico-social, V ville, ordinary then sensitive.
    private const string Tableau = """
        Profil | Offre | Niveau S M V | Niveau sensible S M V | Actes S M V | Actes sensible S M V
        0      | o .   | 1 1 1        | 0 0 0                 | . . .       | . . .
        1      | o o   | 3 3 3        | 3 3 3                 | o o o       | o o o
        2      | o .   | 2 2 2        | 0 0 0                 | o o o       | . . .
        3      | o .   | 1 2 1        | 0 0 0                 | . o .       | . . .
        4      | o o   | 1 1 1        | 1 1 1                 | o o o       | o o o
        5      | o .   | 2 2 2        | 0 0 0                 | o o o       | o o o
        """;

    private static readonly Secteur[] Secteurs = [Secteur.Sanitaire, Secteur.MedicoSocial, Secteur.Ville];

    public static TheoryData<int, Secteur, bool> Cas() =>
        [.. from profil in Enumerable.Range(0, 6) from secteur in Secteurs from sensible in new[] { false, true } select (profil, secteur, sensible)];

    [Theory]
    [MemberData(nameof(Cas))]
    public void Chaque_profil_voit_ce_que_la_politique_d_acces_lui_donne(int profil, Secteur secteur, bool sensible)
    {
        var (offre, niveau, actes) = Attendu(profil, secteur, sensible);

        Assert.Equal(offre, Visibilite.VoitOffre(profil, sensible));
        Assert.Equal(actes, Visibilite.VoitActes(profil, secteur, sensible));
        Assert.All(new[] { 1, 2, 3 }, n => Assert.Equal(n <= niveau, Visibilite.Visible(n, profil, secteur, sensible)));
    }

    [Theory]
    [MemberData(nameof(Cas))]
    public void La_fiche_d_une_structure_suit_la_meme_politique(int profil, Secteur secteur, bool sensible)
    {
        // Structures are no sensitive units: what is asked of them is the ordinary column.
        if (sensible)
        {
            return;
        }

        var (_, niveau, _) = Attendu(profil, secteur, sensible: false);
        var fiche = new FicheOrganisationInterne { Nom = "UF", Contacts = new() { Patients = [Contact("1", "1", "2", "3")], Professionnels = [Contact("2", "2", "3"), Contact("3", "3")] } };
        var masques = new List<string>();
        var vue = Visibilite.Filtrer(FicheOrganisationInterne.Champs, fiche, profil, secteur, "/fiche", masques);
        Assert.Equal(new[] { "11", "12", "13" }.Where(n => n[1] - '0' <= niveau), (vue.Contacts?.Patients ?? []).SelectMany(Valeurs));
        Assert.Equal(new[] { "22", "23", "33" }.Where(n => n[1] - '0' <= niveau), (vue.Contacts?.Professionnels ?? []).SelectMany(Valeurs));
        Assert.Equal(niveau == 3 ? [] : new[] { "/fiche/contacts/patients", "/fiche/contacts/professionnels" }, masques);
        Assert.Equal("UF", vue.Nom);

        // Regulation and crisis management see what crises ask for.
        var crise = profil is 1 or 4;
        var eg = new FicheEntiteGeographique { Denomination = "EG", NiveauRecoursOrsan = new("1"), ZonePoser = true };
        masques.Clear();
        var egVue = Visibilite.Filtrer(FicheEntiteGeographique.Champs, eg, profil, secteur, "", masques);
        Assert.Equal((crise ? "1" : null, crise ? true : (bool?)null, "EG"), (egVue.NiveauRecoursOrsan?.Code, egVue.ZonePoser, egVue.Denomination));
        Assert.Equal(crise ? [] : new[] { "/niveauRecoursOrsan", "/zonePoser" }, masques);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(6)]
    [InlineData(int.MaxValue)]
    public void Un_profil_inconnu_voit_comme_le_grand_public(int profil)
    {
        foreach (var (secteur, sensible) in from s in Secteurs from sensible in new[] { false, true } select (s, sensible))
        {
            Assert.Equal(Visibilite.VoitOffre(0, sensible), Visibilite.VoitOffre(profil, sensible));
            Assert.False(Visibilite.VoitActes(profil, secteur, sensible));
            Assert.All(new[] { 1, 2, 3 }, n => Assert.Equal(Visibilite.Visible(n, 0, secteur, sensible), Visibilite.Visible(n, profil, secteur, sensible)));
        }
    }

    [Theory]
    [MemberData(nameof(Cas))]
    public void Filtrer_ne_laisse_que_les_contacts_et_les_actes_visibles(int profil, Secteur secteur, bool sensible)
    {
        var (_, niveau, actes) = Attendu(profil, secteur, sensible);
        var contenu = Contenu(sensible);

        var masques = new List<string>();
        var vu = Visibilite.Filtrer(contenu, profil, secteur, masques);

        // Named by contact level and telecom level; a telecom satisfies both, a contact with none left is gone.
        string[] patients = ["11", "12", "13", "13"];
        string[] professionnels = ["22", "23", "33"];
        var contacts = vu.Contacts ?? new();
        Assert.Equal(patients.Where(n => n[1] - '0' <= niveau), contacts.Patients.SelectMany(Valeurs));
        Assert.Equal(professionnels.Where(n => n[1] - '0' <= niveau), contacts.Professionnels.SelectMany(Valeurs));
        Assert.All(contacts.Patients.Concat(contacts.Professionnels), c => Assert.NotEmpty(c.Telecoms));

        // Nothing left is nothing at all: an empty section would tell of what it held.
        Assert.Equal(niveau == 0, vu.Contacts is null);

        var specificites = vu.Specificites!;
        Assert.Equal(actes ? [1, 1, 1, 1, 1] : [0, 0, 0, 0, 0],
            new[]
            {
                specificites.ActesSpecifiques.Count, specificites.ActesHorsCabinet.Count, specificites.Specialisations.Count,
                specificites.ProfessionsRessources.Count, specificites.CompetencesSpecifiques.Count,
            });
        Assert.Equal(contenu.Specificites!.Activites, specificites.Activites);
        Assert.Equal(contenu.Specificites.NiveauxExpertise, specificites.NiveauxExpertise);
        // Each field from which something was taken, and no other.
        List<string> attendus =
        [
            .. patients.Any(n => n[1] - '0' > niveau) ? ["/sections/contacts/patients"] : Array.Empty<string>(),
            .. professionnels.Any(n => n[1] - '0' > niveau) ? ["/sections/contacts/professionnels"] : Array.Empty<string>(),
            .. actes ? Array.Empty<string>() : new[] { "actesSpecifiques", "actesHorsCabinet", "specialisations", "professionsRessources", "competencesSpecifiques" }.Select(m => $"/sections/specificites/{m}"),
        ];
        Assert.Equal(attendus.Order(), masques.Where(m => m.StartsWith("/sections/contacts/", StringComparison.Ordinal) || attendus.Contains(m)).Order());
        Assert.Equal(Difference.Entre(contenu, vu).Select(d => $"/sections/{d.Section.Membre}{d.Champ.Pointeur}").Order(), masques.Order());
        Assert.Equal((contenu.InformationsGenerales, contenu.AccueilPriseEnCharge, contenu.Patientele), (vu.InformationsGenerales, vu.AccueilPriseEnCharge, vu.Patientele));
    }

    [Fact]
    public void Un_contact_sans_niveau_lisible_est_le_plus_restreint()
    {
        var contenu = Fabrique.Plein with
        {
            InformationsGenerales = Fabrique.Plein.InformationsGenerales! with { UniteSensible = false },
            Contacts = new() { Patients = [Fabrique.Contact() with { Telecoms = [Fabrique.Telecom(niveau: "1")] }, Fabrique.Contact(niveau: "9", telecoms: Fabrique.Telecom(niveau: "1"))] },
        };

        Assert.Null(Visibilite.Filtrer(contenu, 0, Secteur.Sanitaire).Contacts);
        Assert.Equal(2, Visibilite.Filtrer(contenu, 1, Secteur.Sanitaire).Contacts!.Patients.Count);
    }

    [Fact]
    public void Ce_qui_est_publie_puis_filtre_ne_trahit_pas_la_tele_expertise_au_grand_public()
    {
        var saisi = Fabrique.Plein with { InformationsGenerales = Fabrique.Plein.InformationsGenerales! with { UniteSensible = false } };

        var vu = Visibilite.Filtrer(Publication.Publiable(saisi), 0, Secteur.Sanitaire);

        Assert.Equal(["01", "09"], vu.Contacts!.Patients.Select(c => c.Nature!.Code));
        Assert.Empty(vu.Contacts.Professionnels);
        Assert.Empty(vu.Specificites!.TeleExpertise);
    }

    [Fact]
    public void Une_unite_sensible_publiee_ne_montre_aucun_contact_hors_du_profil_1() =>
        Assert.Equal([0, 4, 0, 0, 0, 0], Enumerable.Range(0, 6).Select(profil =>
        {
            var contacts = Visibilite.Filtrer(Publication.Publiable(Fabrique.Plein), profil, Secteur.MedicoSocial).Contacts ?? new();
            return contacts.Patients.Count + contacts.Professionnels.Count;
        }));

    [Fact]
    public void Un_contenu_sans_section_se_filtre_sans_erreur() =>
        Assert.Equal(ContenuOffre.Vide, Visibilite.Filtrer(ContenuOffre.Vide, 0, Secteur.Ville));

    private static ContenuOffre Contenu(bool sensible) => Fabrique.Plein with
    {
        InformationsGenerales = Fabrique.Plein.InformationsGenerales! with { UniteSensible = sensible },
        Contacts = new()
        {
            Patients = [Contact("1", "1", "2", "3"), Contact("1", "3")],
            Professionnels = [Contact("2", "2", "3"), Contact("3", "3")],
        },
    };

    private static Offres.Sections.Contact Contact(string niveau, params string[] telecoms) =>
        Fabrique.Contact(niveau: niveau, telecoms: [.. telecoms.Select(t => Fabrique.Telecom(valeur: niveau + t, niveau: t))]);

    private static IEnumerable<string> Valeurs(Offres.Sections.Contact contact) => contact.Telecoms.Select(t => t.Valeur!);

    private static (bool Offre, int Niveau, bool Actes) Attendu(int profil, Secteur secteur, bool sensible)
    {
        var ligne = Tableau.Split('\n')[profil + 1].Split('|').Select(c => c.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        var (colonne, s) = (Array.IndexOf(Secteurs, secteur), sensible ? 1 : 0);
        return (ligne[1][s] == "o", ligne[2 + s][colonne][0] - '0', ligne[4 + s][colonne] == "o");
    }
}
