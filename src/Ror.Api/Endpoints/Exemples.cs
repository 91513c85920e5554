using Ror.Application.Demo;
using Ror.Application.Offres;
using Ror.Application.Offres.ParcoursStructure;
using Ror.Application.Structures.Fermetures;
using Ror.Domain.Offres.Sections;

namespace Ror.Api.Endpoints;

/// <summary>Bodies that work as they stand on the demo data; the guide's own offer among them.</summary>
internal static class Exemples
{
    public static IReadOnlyList<string> ChampsActivite { get; } = ["01"];

    public static InformationsGenerales InformationsChirurgie { get; } = new()
    {
        Nom = "HC Chirurgie viscérale et digestive",
        ChampActivite = new("01"),
        ModeleSaisie = "https://ror.example/modeles-saisie/chirurgie-viscerale-digestive|1",
        UniteSensible = false,
    };

    public static InformationsGenerales InformationsConsultation { get; } = new()
    {
        Nom = "Consultation Cardiologie",
        ChampActivite = new("01"),
        ModeleSaisie = "https://ror.example/modeles-saisie/consultation-externe|1",
    };

    public static InformationsGenerales InformationsEhpad { get; } = new()
    {
        Nom = "Accueil de jour",
        ChampActivite = new("04"),
        ModeleSaisie = "https://ror.example/modeles-saisie/ehpad|1",
    };

    public static AccueilPriseEnCharge AccueilChirurgie { get; } = new()
    {
        TypesOffre = [new("153")],
        ModePriseEnCharge = new("28"),
        ModalitesAccueil = [new("03")],
        OuvertureAnnuelle = new("03"),
    };

    public static AccueilPriseEnCharge AccueilConsultation { get; } = new()
    {
        TypesOffre = [new("69")],
        ModePriseEnCharge = new("32"),
        ModalitesAccueil = [new("03")],
        OuvertureAnnuelle = new("04"),
    };

    public static Patientele Patientele { get; } = new()
    {
        PublicsPrisEnCharge = [new("07")],
        AgeMin = new() { Valeur = 15, Unite = "a" },
        AgeMax = new() { Valeur = 120, Unite = "a" },
    };

    public static Specificites SpecificitesConsultation { get; } = new() { Activites = [new() { Activite = new("013") }, new() { Activite = new("132") }] };

    public static PatienteleEtSpecificites PatienteleEtSpecificites { get; } = new()
    {
        Patientele = Patientele,
        Specificites = new() { Activites = [new() { Activite = new("033") }], ActesSpecifiques = [new("0065")] },
    };

    public static Contacts Contacts { get; } = new()
    {
        Patients = [new() { Nature = new("02"), Telecoms = [new() { Canal = new("2"), Valeur = "05 36 49 00 11" }] }],
        Professionnels = [new() { Fonction = new("05"), Nom = "Secrétariat médical", Telecoms = [new() { Canal = new("3"), Valeur = "secretariat@ch-albi.example" }] }],
    };

    public static DemandeFermeture Fermeture { get; } = new() { Type = new("PRO"), DateFermeture = new DateOnly(2026, 1, 5), DateReouverture = new DateOnly(2030, 1, 1) };

    public static Destination Destination { get; } = new() { Type = "UniteFonctionnelle", Id = $"{IdsDemo.UfHcChirurgies}" };

    public static Relecture Relecture { get; } = new() { Relu = true };
}
