using Ror.Application.Annuaires;
using Ror.Domain.Champs;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Professionnels;
using Ror.Domain.Structures;
using Ror.Domain.Territoires;
using static Ror.Infrastructure.Tests.Fhir.Donnees;

namespace Ror.Infrastructure.Tests.Fhir;

/// <summary>A person as the directory tells them, in our records.</summary>
public sealed class PersonneTests
{
    private static readonly string UnRole = Paquet(Role(), Cabinet());

    [Fact]
    public async Task Une_personne_ses_exercices_ses_situations_et_leurs_structures()
    {
        var qualifications = string.Join(',', Qualification(Coding("R04", "S"), Coding("R38", "SM54")), Qualification(Coding("R09", "C"), Coding("G15", "10")),
            Qualification(Coding("R43", "CAPA01"), Coding("R04", "CAPA")), Qualification(Coding("R14", "DE"), Coding("R48", "DE09")));
        await using var banc = new Banc().Servir(Paquet(Praticien(qualifications: qualifications)), Paquet(Role(), Cabinet(), Role("005-2", organisation: "001-2", mode: "S"), Centre()));
        var (fiche, structures) = await banc.TrouverAsync();
        Assert.Equal(new FicheProfessionnel
        {
            Rpps = Rpps,
            Civilite = "MME",
            CiviliteExercice = "DR",
            Nom = "EXEMPLE",
            Prenom = "CAMILLE",
            Exercices = [new(new CodeNos("10"), "C", [new("CAPA", "CAPA01"), new("S", "SM54")])],
            Situations =
            [
                new("1" + Finess, new CodeNos("10"), "S") { NomStructure = "LES TILLEULS", SecteurActivite = "SA01", GenreActivite = "GENR01", Telephones = ["+33200000001"], Courriel = "contact@exemple.test" },
                new("410990000019000", new CodeNos("10"), "L")
                {
                    NomStructure = "CABINET DU DR CAMILLE EXEMPLE", SecteurActivite = "SA07", GenreActivite = "GENR01", Telephones = ["+33200000001"], Courriel = "contact@exemple.test",
                },
            ],
        }, fiche);
        Assert.Equal(["1" + Finess, "410990000019000"], structures.Select(s => s.IdNatStruct));
        Assert.Equal(new FicheEntiteGeographique { IdNatStruct = "410990000019000", Denomination = "CABINET DU DR CAMILLE EXEMPLE", Categorie = new("SA07"), Adresse = AdresseAttendue }, structures[1]);
        Assert.Equal(("CENTRE FICTIF", null), (structures[0].Denomination, structures[0].Categorie));
    }

    [Fact]
    public async Task Deux_praticiens_du_meme_RPPS_sont_deux_exercices_d_une_personne_et_l_ordre_ne_compte_pas()
    {
        string[] praticiens =
        [
            Praticien("003-1", qualifications: $"{Qualification(Coding("G15", "70"), Coding("R09", "C"))},{Qualification(Coding("R04", "C"), Coding("R39", "CM9"))}"),
            Praticien("003-2", qualifications: Qualification(Coding("G15", "10"), Coding("R09", "E"))),
            Praticien("003-3", qualifications: $"{Qualification(Coding("R04", "C"), Coding("R39", "CM1"))},{Qualification(Coding("R09", "C"), Coding("G15", "70"))},{Qualification(Coding("R04", "C"), Coding("R39", "CM9"))}"),
        ];
        string[] roles = [Role("005-1"), Role("005-2", "003-2", "001-1", mode: "S"), Role("005-3", "003-3"), Cabinet()];
        await using var banc = new Banc().Servir(Paquet(praticiens), Paquet(roles));
        var personne = await banc.TrouverAsync();
        Assert.Equal([new(new CodeNos("10"), "E", []), new(new CodeNos("70"), "C", [new("C", "CM1"), new("C", "CM9")])], personne.Fiche.Exercices);
        Assert.Equal([("10", "S"), ("70", "L")], personne.Fiche.Situations.Select(s => (s.Profession.Code, s.Mode)));
        Assert.Contains("practitioner=003-1,003-2,003-3&", banc.Serveur.Recues[1].Chemin, StringComparison.Ordinal);

        banc.Servir(Paquet([.. praticiens.Reverse()]), Paquet([.. roles.Reverse()]));
        Assert.Equal(personne.Fiche, (await banc.TrouverAsync()).Fiche);
    }

    [Fact]
    public async Task Une_profession_hors_de_G15_garde_son_systeme()
    {
        await using var banc = new Banc().Servir(Paquet(Praticien(qualifications: Qualification(Coding("R95", "72"), Coding("R09", "C")))), Paquet());
        Assert.Equal("https://mos.esante.gouv.fr/NOS/TRE_R95-Nom/FHIR/TRE-R95-Nom#72", Assert.Single((await banc.TrouverAsync()).Fiche.Exercices).Profession.ToString());
    }

    [Theory]
    [InlineData("RPPS", Rpps, "http://rpps.fr", "http://interopsante.org/CodeSystem/v2-0203")]
    [InlineData("IDNPS", "8" + Rpps, "urn:oid:1.2.250.1.71.4.2.1", "https://hl7.fr/ig/fhir/core/CodeSystem/fr-core-cs-v2-0203")]
    public async Task Une_personne_se_reconnait_au_type_et_a_la_valeur_de_son_identifiant_quel_qu_en_soit_le_systeme(string type, string valeur, string systeme, string cs)
    {
        await using var banc = new Banc().Servir(Paquet(Praticien(identifiants: Identifiant(type, valeur, systeme, cs))), UnRole);
        Assert.Single((await banc.TrouverAsync()).Fiche.Situations);
    }

    [Theory]
    [InlineData("INTRN", Rpps)]
    [InlineData("RPPS", "8" + Rpps)]
    [InlineData("IDNPS", "3" + Rpps)]
    public async Task Le_meme_nombre_sous_un_autre_type_est_une_autre_personne(string type, string valeur)
    {
        await using var banc = new Banc().Servir(Paquet(Praticien(identifiants: Identifiant(type, valeur))), UnRole);
        Assert.Equal(IssueAnnuaire.Indisponible, (await banc.ProfessionnelAsync()).Issue);
    }

    [Fact]
    public async Task Les_autres_personnes_et_les_roles_des_autres_sont_ignores()
    {
        await using var banc = new Banc().Servir(
            Paquet(Praticien(), Praticien("003-9", "10990000027", meta: ""","tag":[{"code":"SUBSETTED"}]""")),
            Paquet(Role(), Role("005-9", "003-9", "001-2", meta: ""","tag":[{"code":"SUBSETTED"}]"""), Cabinet(), Centre(), """{"resourceType":"OperationOutcome","id":"x"}"""));
        var (fiche, structures) = await banc.TrouverAsync();
        Assert.Equal("410990000019000", Assert.Single(fiche.Situations).Structure);
        Assert.Single(structures);
        Assert.EndsWith("practitioner=003-1&active=true&_include=PractitionerRole:organization&_count=50", banc.Serveur.Recues[1].Chemin, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ce_qui_est_inactif_ou_fini_est_laisse_de_cote()
    {
        var fini = Role("005-3").Replace("\"code\":[", "\"period\":{\"end\":\"2026-11-28\"},\"code\":[", StringComparison.Ordinal);
        var enCours = Role("005-4", organisation: "001-2").Replace("\"code\":[", "\"period\":{\"end\":\"2026-11-29\"},\"code\":[", StringComparison.Ordinal);
        await using var banc = new Banc().Servir(
            Paquet(Praticien(), Praticien("003-2", actif: false, qualifications: Qualification(Coding("G15", "40")))),
            Paquet(Role(actif: false), fini, enCours, Role("005-5", "003-2"), Cabinet(), Centre()));
        var (fiche, _) = await banc.TrouverAsync();
        Assert.Equal("10", Assert.Single(fiche.Exercices).Profession.Code);
        Assert.Equal("1" + Finess, Assert.Single(fiche.Situations).Structure);
    }

    [Fact]
    public async Task Une_personne_sans_exercice_ni_situation_est_trouvee()
    {
        await using var banc = new Banc().Servir(Paquet(Praticien(actif: false)), Paquet(Role(organisation: null)));
        var (fiche, structures) = await banc.TrouverAsync();
        Assert.Equal(("EXEMPLE", 0, 0, 0), (fiche.Nom, fiche.Exercices.Count, fiche.Situations.Count, structures.Count));
    }

    [Fact]
    public async Task Le_nom_d_exercice_passe_avant_les_autres()
    {
        await using var banc = new Banc().Servir(Paquet(Praticien().Replace("\"name\":[", "\"name\":[null,{\"use\":\"official\",\"family\":\"NAISSANCE\"},", StringComparison.Ordinal)), Paquet());
        Assert.Equal("EXEMPLE", (await banc.TrouverAsync()).Fiche.Nom);
    }

    [Theory]
    [InlineData("role")]
    [InlineData("structure")]
    public async Task Rien_de_partiel_n_est_pris_pour_le_tout(string quoi)
    {
        const string Partiel = ""","tag":[{"system":"http://terminology.hl7.org/CodeSystem/v3-ObservationValue","code":"SUBSETTED"}]""";
        await using var banc = new Banc().Servir(Paquet(Praticien()), Paquet(Role(meta: quoi == "role" ? Partiel : ""), Cabinet(meta: quoi == "structure" ? Partiel : "")));
        Assert.Contains("qu'une partie", (await banc.ProfessionnelAsync()).Raison, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FINEG", Finess, "1" + Finess)]
    [InlineData("RPPSRG", "10990000019000", "410990000019000")]
    [InlineData("SIRET", "99999990700010", "399999990700010")]
    public async Task La_structure_est_nommee_par_son_idNatStruct_ou_par_ce_qui_en_fait_un(string type, string numero, string idNatStruct)
    {
        await using var banc = new Banc().Servir(Paquet(Praticien()), Paquet(Role(), Cabinet(identifiants: $"{Identifiant("INTRN", "X1")},{Identifiant("IDNST", "illisible")},{Identifiant(type, numero)}")));
        var (fiche, structures) = await banc.TrouverAsync();
        Assert.Equal((idNatStruct, idNatStruct), (Assert.Single(fiche.Situations).Structure, Assert.Single(structures).IdNatStruct));
    }

    [Fact]
    public async Task Sans_idNatStruct_une_structure_garde_l_identifiant_de_l_annuaire_et_une_entite_juridique_n_est_pas_un_etablissement()
    {
        await using var banc = new Banc().Servir(Paquet(Praticien()), Paquet(
            Role("005-1"), Cabinet("001-1", Identifiant("INTRN", "R123")), Role("005-2", organisation: "001-4"),
            Role("005-3", organisation: "001-3"), Cabinet("001-3", $"{Identifiant("IDNST", "1990000010")},{Identifiant("FINEJ", "990000010")}")));
        var (fiche, structures) = await banc.TrouverAsync();
        Assert.Equal(["001-4", "1990000010", "R123"], fiche.Situations.Select(s => s.Structure));
        Assert.Empty(structures);
    }

    [Fact]
    public async Task Le_conventionnement_est_lu_quand_il_vient_avec_le_jour_de_sa_mise_a_jour()
    {
        await using var banc = new Banc().Servir(Paquet(Praticien()), Paquet(Role(extension: Convention("c1", true, false)), Cabinet()));
        var situation = Assert.Single((await banc.TrouverAsync()).Fiche.Situations);
        Assert.Equal(new Conventionnement(new CodeNos("c1"), true, false, new DateOnly(2026, 3, 5)), situation.Conventionnement);
        banc.Servir(Paquet(Praticien()), UnRole);
        Assert.Null(Assert.Single((await banc.TrouverAsync()).Fiche.Situations).Conventionnement);
    }

    [Fact]
    public async Task Les_textes_sont_propres_et_les_adresses_admises_par_nos_champs()
    {
        var longue = new string('É', 400);
        var sale = Organisation("001-1", Identifiant("IDNST", "410990000019000"), $"  A\\u0000\\t\\u200bB {longue}", Concept(Coding("R02", "SA07")), adresse: AdresseDuTest
            .Replace("12 B", "P", StringComparison.Ordinal).Replace("\"R\"", "\"Impasse\"", StringComparison.Ordinal).Replace("DES TILLEULS IMAGINAIRES", longue, StringComparison.Ordinal).Replace("18000", "GL", StringComparison.Ordinal));
        await using var banc = new Banc().Servir(Paquet(Praticien()), Paquet(Role(), sale));
        var (fiche, structures) = await banc.TrouverAsync();
        Assert.StartsWith("A B É", fiche.Situations[0].NomStructure, StringComparison.Ordinal);
        Assert.Equal(255, fiche.Situations[0].NomStructure!.Length);
        var adresse = structures[0].Adresse!;
        Assert.Equal((null, "P", null, null), (adresse.NumeroVoie, adresse.Extension, adresse.TypeVoie, adresse.CodePostal));
        Assert.StartsWith("Impasse É", adresse.LibelleVoie, StringComparison.Ordinal);
        Assert.Empty(Fiches.Verifier(Adresse.Champs, adresse, new CatalogueNomenclatures([]), new DateOnly(2026, 11, 29)));
    }

    [Theory]
    [InlineData("99999")]
    [InlineData("")]
    [InlineData("ABCDE")]
    public async Task Une_adresse_que_nulle_commune_ne_place_n_en_est_pas_une(string commune)
    {
        await using var banc = new Banc().Servir(Paquet(Praticien()), Paquet(Role(), Cabinet().Replace("18033", commune, StringComparison.Ordinal)));
        Assert.Null(Assert.Single((await banc.TrouverAsync()).Structures).Adresse);
    }

    private static Adresse AdresseAttendue { get; } = new()
    {
        NumeroVoie = "12",
        Extension = "B",
        TypeVoie = new("R"),
        LibelleVoie = "DES TILLEULS IMAGINAIRES",
        CodePostal = "18000",
        Localite = "BOURGES",
        Commune = "18033",
    };
}
