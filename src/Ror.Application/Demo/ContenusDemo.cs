using Ror.Domain.Commun;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Offres.Sections;
using Ror.Domain.Professionnels;

namespace Ror.Application.Demo;

/// <summary>Contents of the demo offers.</summary>
internal static class ContenusDemo
{
    public static InformationsGenerales InformationsConsultation(string nom, bool sensible) => new()
    {
        Nom = nom,
        ChampActivite = new("01"),
        ModeleSaisie = "https://ror.example/modeles-saisie/consultation-externe|1",
        UniteSensible = sensible,
    };

    public static InformationsGenerales InformationsChirurgie(string nom) => new()
    {
        Nom = nom,
        ChampActivite = new("01"),
        ModeleSaisie = "https://ror.example/modeles-saisie/chirurgie-viscerale-digestive|1",
    };

    public static AccueilPriseEnCharge AccueilChirurgie() => new() { ModePriseEnCharge = new("28") };

    public static AccueilPriseEnCharge AccueilConsultation() => new()
    {
        TypesOffre = Codes("69"),
        ModePriseEnCharge = new("32"),
        ModalitesAccueil = Codes("03"),
        OuvertureAnnuelle = new("04"),
    };

    public static InformationsGenerales InformationsEquipeMobile(string nom) => new() { Nom = nom, ChampActivite = new("02") };

    public static AccueilPriseEnCharge AccueilEquipeMobile() => new()
    {
        TypesOffre = Codes("79"),
        ModePriseEnCharge = new("11"),
        ModalitesAccueil = Codes("19"),
        OuvertureAnnuelle = new("04"),
    };

    public static Patientele ToutPublic() => new()
    {
        PublicsPrisEnCharge = Codes("07"),
        AgeMin = new() { Valeur = 0, Unite = "d" },
        AgeMax = new() { Valeur = 120, Unite = "a" },
    };

    public static Specificites Specificites(string activite) => new()
    {
        Activites = [new() { Activite = new(activite) }],
        ActesSpecifiques = Codes("0172"),
    };

    public static Contacts Contacts(string telephone) => new()
    {
        Patients = [new() { Nature = new("02"), Telecoms = [new() { Canal = new("2"), Valeur = telephone }] }],
        Professionnels =
        [
            new() { Nature = new("07"), Telecoms = [new() { Canal = new("3"), Valeur = "secretariat@ch-albi.example" }] },
            new() { Nature = new("08"), NiveauConfidentialite = new("3"), Telecoms = [new() { Canal = new("8"), Valeur = "+33536490099" }] },
        ],
    };

    public static InformationsGenerales InformationsEhpad(string nom) => new()
    {
        Nom = nom,
        ChampActivite = new("04"),
        ModeleSaisie = "https://ror.example/modeles-saisie/ehpad|1",
    };

    public static AccueilPriseEnCharge AccueilEhpad() => new()
    {
        TypesOffre = Codes("21"),
        ModePriseEnCharge = new("46"),
        TemporaliteAccueil = new("02"),
        OuvertureAnnuelle = new("03"),
    };

    public static Patientele PatienteleEhpad() => new()
    {
        PublicsPrisEnCharge = Codes("01"),
        AgeMin = new() { Valeur = 60, Unite = "a" },
        AgeMax = new() { Valeur = 120, Unite = "a" },
    };

    public static Specificites SpecificitesEhpad() => new()
    {
        Activites = [new() { Activite = new("293"), FamilleActivite = new("011") }, new() { Activite = new("287"), FamilleActivite = new("005") }],
    };

    public static ExceptionHoraire FermetureEstivale() => new() { Type = ExceptionHoraire.FermetureTemporaire, DateDebut = new(2090, 8, 1), DateFin = new(2090, 8, 15), Motif = "Fermeture estivale" };

    public static FicheProfessionnel Medecin() => new()
    {
        Rpps = "10000000009",
        Civilite = "MME",
        CiviliteExercice = "DR",
        Nom = "DEMONSTRATION",
        Prenom = "Camille",
        Exercices = [new(new("10"), "C", [new(SavoirFaire.Specialite, "SM54")])],
        Situations = [new("410000000009009", new("10"), SituationExercice.Liberal) { NomStructure = "CABINET DU DR DEMONSTRATION", SecteurActivite = "SA07", GenreActivite = "GENR01" }],
    };

    private static Liste<CodeNos> Codes(params string[] codes) => codes.Select(c => new CodeNos(c)).EnListe();
}
