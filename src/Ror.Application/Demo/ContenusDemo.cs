using Ror.Domain.Commun;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Offres.Parcours;
using Ror.Domain.Offres.Sections;
using Ror.Domain.Professionnels;
using Ror.Domain.Territoires;

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
        Situations = [.. Cabinets.Select(c => new SituationExercice(c.IdNatStruct, new("10"), SituationExercice.Liberal)
        {
            NomStructure = c.Denomination,
            SecteurActivite = "SA07",
            GenreActivite = "GENR01",
            Conventionnement = new(new("c1"), Optam: true, CarteVitale: true, new DateOnly(2026, 1, 5)),
        })],
    };

    /// <summary>Practices of the médecin généraliste, by rang, with the offer that is born in each.</summary>
    public static IReadOnlyList<CabinetDemo> Cabinets { get; } =
    [
        new(IdsDemo.CabinetAlbi, IdsDemo.LiberalAlbi, "410000000009009", "CABINET DU DR DEMONSTRATION", new() { NumeroVoie = "8", LibelleVoie = "rue de la Démonstration", CodePostal = "81000", Localite = "Albi", Commune = "81004" }),
        new(IdsDemo.CabinetGaillac, IdsDemo.LiberalGaillac, "410000000009017", "CABINET SECONDAIRE DE GAILLAC", new() { NumeroVoie = "2", LibelleVoie = "place de la Fiction", CodePostal = "81600", Localite = "Gaillac", Commune = "81099" }),
        new(IdsDemo.CabinetRealmont, IdsDemo.LiberalMaisonSante, "410000000009025", "CABINET DE REALMONT", new() { NumeroVoie = "14", LibelleVoie = "avenue de la Fiction", CodePostal = "81120", Localite = "Réalmont", Commune = "81222" }),
        new(IdsDemo.CabinetCastres, IdsDemo.LiberalCastres, "410000000009033", "CABINET DE CASTRES", new() { NumeroVoie = "5", LibelleVoie = "quai de la Fiction", CodePostal = "81100", Localite = "Castres", Commune = "81065" }),
    ];

    public static DonneesNationales Accord() => new() { Accord = true };

    public static DescriptionOffre MedecineGenerale(string lieu) => new()
    {
        Nom = $"Médecine générale - {lieu}",
        Activites = [new() { Activite = new("437") }],
        ActesSpecifiques = Codes("0172", "1269"),
        AgeMin = new() { Valeur = 0, Unite = "d" },
        AgeMax = new() { Valeur = 120, Unite = "a" },
        TeleExpertise = [new() { Canal = new("2"), Valeur = "+33536490031" }],
        ModalitesAccueil = Codes("11"),
    };

    public static ModalitesIntervention AuCabinet() => new() { ModalitesAccueil = Codes("03", "04"), LiensTeleconsultation = ["https://teleconsultation.example/dr-demonstration"] };

    public static ModalitesIntervention ADomicile(params string[] communes) => new() { ModalitesAccueil = Codes("03", "05"), Communes = communes.EnListe() };

    public static Contacts ContactsLiberaux() => new()
    {
        Patients = [new() { Nature = new("02"), Telecoms = [new() { Canal = new("2"), Valeur = "+33536490030" }] }],
        Professionnels = [new() { Fonction = new("05"), Nom = "Secrétariat", Telecoms = [new() { Canal = new("3"), Valeur = "secretariat@cabinet-demonstration.example" }] }],
    };

    public static Horaires SemaineLiberale(bool visites = false) => new()
    {
        SemaineType =
        [
            new() { Type = new("07"), Jour = 1, Debut = "09:00", Fin = "12:00" },
            new() { Type = new("06"), Jour = 3, Debut = "08:30", Fin = "10:00" },
            new() { Type = new("07"), Jour = 4, Debut = "14:00", Fin = "18:30" },
            .. visites ? [new() { Type = new("05"), Jour = 2, Debut = "14:00", Fin = "17:00" }] : Array.Empty<PlageHoraire>(),
        ],
    };

    private static Liste<CodeNos> Codes(params string[] codes) => codes.Select(c => new CodeNos(c)).EnListe();
}

/// <param name="Offre">Id of the offer that is born there.</param>
internal sealed record CabinetDemo(Guid Id, Guid Offre, string IdNatStruct, string Denomination, Adresse Adresse);
