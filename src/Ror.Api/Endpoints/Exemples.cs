using Ror.Application.Anomalies;
using Ror.Application.Demo;
using Ror.Application.ModelesSaisie;
using Ror.Application.Offres;
using Ror.Application.Offres.ParcoursLiberal;
using Ror.Application.Offres.ParcoursStructure;
using Ror.Application.Structures.Fermetures;
using Ror.Domain.Anomalies;
using Ror.Domain.Offres.Parcours;
using Ror.Domain.Offres.Sections;
using Ror.Domain.Structures;
using Ror.Domain.Territoires;

namespace Ror.Api.Endpoints;

/// <summary>Bodies that work as they stand on the demo data; the guide's own offer among them.</summary>
internal static partial class Exemples
{
    public static IReadOnlyList<string> ChampsActivite { get; } = ["01"];

    public static IReadOnlyList<string> Statuts { get; } = ["02"];

    public const string Questionnaire = """
        {
          "resourceType": "Questionnaire",
          "url": "https://ror.example/modeles-saisie/medecine-gynecologique",
          "version": "1",
          "title": "Unité hospitalière de gynécologie médicale",
          "status": "draft",
          "subjectType": ["HealthcareService"],
          "useContext": [
            { "code": { "code": "EG" }, "valueCodeableConcept": { "coding": [{ "code": "355" }] } },
            { "code": { "code": "champAct" }, "valueCodeableConcept": { "coding": [{ "code": "01" }] } }
          ],
          "item": [
            {
              "linkId": "capc", "type": "group", "text": "Accueil et prise en charge",
              "item": [
                {
                  "linkId": "Hs1.characteristic:careMode", "type": "choice", "required": true, "text": "Mode de prise en charge",
                  "definition": "https://interop.esante.gouv.fr/ig/fhir/ror/StructureDefinition/ror-healthcareservice#HealthcareService.characteristic:careMode",
                  "answerOption": [{ "valueCoding": { "code": "28" }, "initialSelected": true }, { "valueCoding": { "code": "29" } }]
                }
              ]
            }
          ]
        }
        """;

    public static ModeleSaisi Modele { get; } = new()
    {
        Url = "https://ror.example/modeles-saisie/soins-medicaux-readaptation",
        Titre = "Unité de soins médicaux et de réadaptation",
        Parcours = "structure",
        Contexte = new() { Categories = [new("355")], ChampsActivite = [new("02")] },
        Regles =
        [
            new() { Section = "informations-generales", Champ = "champActivite", Fixe = true },
            new() { Section = "accueil-prise-en-charge", Champ = "modePriseEnCharge", CodesAutorises = [new() { Code = "28" }, new() { Code = "29" }] },
            new() { Section = "patientele", Champ = "publicsPrisEnCharge", Obligatoire = true },
        ],
        Prereglages = new() { InformationsGenerales = new() { ChampActivite = new("02") }, AccueilPriseEnCharge = new() { ModePriseEnCharge = new("28") } },
    };

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

    public static Adresse Adresse { get; } = new()
    {
        NumeroVoie = "22",
        LibelleVoie = "boulevard de la Démonstration",
        CodePostal = "81000",
        Localite = "Albi",
        Commune = "81004",
        Latitude = 43.925m,
        Longitude = 2.142m,
    };

    public static MessagerieSecurisee MessagerieSecurisee { get; } = new() { Boites = [new() { Adresse = "secretariat@ch-albi-demo.mssante.fr", Usage = "Comptes rendus" }] };

    public static Horaires Horaires { get; } = new()
    {
        SemaineType = [new() { Type = new("07"), Jour = 1, Debut = "09:00", Fin = "12:30" }, new() { Type = new("07"), Jour = 4, Debut = "14:00", Fin = "18:00" }],
    };

    public static ExceptionHoraire ExceptionHoraire { get; } = new()
    {
        Type = ExceptionHoraire.HoraireExceptionnel,
        DateDebut = new(2090, 12, 24),
        DateFin = new(2091, 1, 1),
        Motif = "Fêtes de fin d'année",
        Plages = [new() { Type = new("07"), Jour = 1, Debut = "09:00", Fin = "12:00" }],
    };

    public const string Instant = "2026-12-07T09:30:00Z";

    public const string TypeHoraire = "07";

    public static ZoneIntervention ZoneIntervention { get; } = new() { Communes = ["81004", "81065"] };

    public static Contacts Contacts { get; } = new()
    {
        Patients = [new() { Nature = new("02"), Telecoms = [new() { Canal = new("2"), Valeur = "05 36 49 00 11" }] }],
        Professionnels = [new() { Fonction = new("05"), Nom = "Secrétariat médical", Telecoms = [new() { Canal = new("3"), Valeur = "secretariat@ch-albi.example" }] }],
    };

    public static FicheEntiteJuridique EntiteJuridique { get; } = new()
    {
        IdNatStruct = "1810990044",
        RaisonSociale = "FONDATION DES TILLEULS (fictive)",
        StatutJuridique = new("63"),
        Adresse = Adresse,
    };

    public static FicheEntiteJuridique EntiteJuridiqueModifiee { get; } = new()
    {
        RaisonSociale = "CENTRE HOSPITALIER D'ALBI (fictif)",
        StatutJuridique = new("13"),
        Adresse = Adresse,
    };

    public static FicheEntiteGeographique EntiteGeographique { get; } = new()
    {
        IdNatStruct = "1810990051",
        EntiteJuridique = "1810990002",
        Denomination = "CH ALBI SITE DU CASTELVIEL (fictif)",
        NomOperationnel = "Le Castelviel",
        Categorie = new("355"),
        Adresse = Adresse,
        Accessibilite = [new("1")],
        Contacts = Contacts,
    };

    public static FicheEntiteGeographique EntiteGeographiqueModifiee { get; } = new()
    {
        Denomination = "CH ALBI",
        NomOperationnel = "Hôpital d'Albi",
        Categorie = new("355"),
        Adresse = Adresse,
        ZonePoser = true,
    };

    public static FicheOrganisationInterne Organisation { get; } = new() { Nom = "Femme-Mère-Enfant", Contacts = Contacts, MessagerieSecurisee = MessagerieSecurisee };

    public static DemandeFermeture Fermeture { get; } = new() { Type = new("PRO"), DateFermeture = new DateOnly(2026, 1, 5), DateReouverture = new DateOnly(2030, 1, 1) };

    public static Destination Destination { get; } = new() { Type = "UniteFonctionnelle", Id = $"{IdsDemo.UfHcChirurgies}" };

    public static Succession Succession { get; } = new() { Successeur = "76/100001" };

    public static DonneesNationales Accord { get; } = new() { Accord = true };

    public static DescriptionOffre DescriptionOffre { get; } = new()
    {
        Nom = "Cabinet du Dr Démonstration",
        Activites = [new() { Activite = new("437") }],
        ActesSpecifiques = [new("0172"), new("1269")],
        AgeMin = new() { Valeur = 0, Unite = "d" },
        AgeMax = new() { Valeur = 120, Unite = "a" },
        TeleExpertise = [new() { Canal = new("2"), Valeur = "05 36 49 00 31" }],
        ModalitesAccueil = [new("11")],
    };

    public static ModalitesIntervention Modalites { get; } = new() { ModalitesAccueil = [new("03"), new("05")], Communes = ["81004", "81099"] };

    public static Contacts ContactsLiberaux { get; } = new() { Patients = [new() { Nature = new("02"), Telecoms = [new() { Canal = new("2"), Valeur = "05 36 49 00 30" }] }] };

    public static RattachementMsp RattachementMsp { get; } = new() { MaisonSante = $"{IdsDemo.MaisonSante}" };

    public static DemandePreremplissage Preremplissage { get; } = new() { Offre = $"{IdsDemo.LiberalAlbi}", Etapes = ["description", "contacts"], Remplacer = false };

    public static DeclarationAnomalie Declaration { get; } = new()
    {
        Objet = new() { Type = "Offre", Id = $"{IdsDemo.ConsultationAnesthesie}" },
        Section = "patientele",
        Champ = "/ageMin",
        ValeurErronee = ValeurJson.De("""{"valeur": 15, "unite": "a"}"""),
        ValeurProposee = ValeurJson.De("""{"valeur": 3, "unite": "a"}"""),
        Description = "Les enfants sont reçus à partir de trois ans.",
    };

    public static ChangementStatut ChangementStatut { get; } = new() { Statut = new("05"), Commentaire = "Transmise à l'équipe." };

    public static Relecture Relecture { get; } = new() { Relu = true };
}
