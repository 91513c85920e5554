using Ror.Domain.Champs;
using Ror.Domain.Offres.Sections;

namespace Ror.Infrastructure.Questionnaires;

/// <summary>Fields of an offer and elements of profile <c>ror-healthcareservice</c>: one line per field.</summary>
internal static class CheminsFhir
{
    public const string Base = "https://interop.esante.gouv.fr/ig/fhir/ror/StructureDefinition/";
    public const string Profil = Base + "ror-healthcareservice";
    public const string Racine = "HealthcareService.";

    /// <summary>J51 beside the activité: no field of its own, a column of <c>activites</c>.</summary>
    public const string Famille = "specialty:operationalActivityFamily";

    private const string Patientele = "extension:ror-healthcareservice-patient-type.extension:";
    private const string Contact = "extension:ror-healthcareservice-contact";

    /// <summary>What the profile has and no modèle rules: kept by the service, or entered offer by offer.</summary>
    private static readonly string[] AutresElements =
    [
        "id", "meta", "identifier", "active", "providedBy", "location", "comment", "extraDetails", "photo", "telecom", "coverageArea", "serviceProvisionCode", "eligibility", "program", "communication",
        "referralMethod", "appointmentRequired", "availableTime", "notAvailable", "availabilityExceptions", "endpoint", "characteristic", "characteristic:temporalityStopService", "specialty", "extension", Contact,
        "extension:ror-healthcareservice-patient-type", "extension:ror-territorial-division", Famille,
    ];

    // Nothing is under them.
    private static readonly string[] Simples = ["id", "active", "comment", "extraDetails", "appointmentRequired", "availabilityExceptions"];

    // What a value is made of.
    private static readonly HashSet<string> DeValeur = ["coding", "code", "system", "display", "text", "value", "unit", "value[x]"];

    private static readonly (string Section, string Champ, string Chemin)[] Table =
    [
        ("informations-generales", "nom", "name"),
        ("informations-generales", "champActivite", "type"),
        ("informations-generales", "modeleSaisie", "meta.extension:ror-meta-questionnaire-used-as-a-template.value[x]"),
        ("informations-generales", "uniteSensible", "extension:ror-healthcareservice-sensitive-unit.value[x]"),
        ("informations-generales", "secteurPsychiatrique", "extension:ror-healthcareservice-psychiatric-sector.value[x]"),
        ("accueil-prise-en-charge", "typesOffre", "category"),
        ("accueil-prise-en-charge", "modePriseEnCharge", "characteristic:careMode"),
        ("accueil-prise-en-charge", "modalitesAccueil", "characteristic:receptionModality"),
        ("accueil-prise-en-charge", "temporaliteAccueil", "characteristic:receptionType"),
        ("accueil-prise-en-charge", "ouvertureAnnuelle", "characteristic:annualOpening"),
        ("accueil-prise-en-charge", "modeGestion", "characteristic:managementType"),
        ("accueil-prise-en-charge", "habilitationSoinsSansConsentement", "extension:ror-healthcareservice-no-consent-habilitation.value[x]"),
        ("patientele", "publicsPrisEnCharge", Patientele + "supportedPatientInfo.value[x]"),
        ("patientele", "ageMin", Patientele + "ageRange.value[x].low"),
        ("patientele", "ageMax", Patientele + "ageRange.value[x].high"),
        ("specificites", "activites", "specialty:operationalActivity"),
        ("specificites", "actesSpecifiques", "characteristic:specificAct"),
        ("specificites", "actesHorsCabinet", "characteristic:outsideOfficeAct"),
        ("specificites", "specialisations", "characteristic:takingCareSpeciality"),
        ("specificites", "professionsRessources", "characteristic:ressourceProfession"),
        ("specificites", "competencesSpecifiques", "characteristic:specificCompetence"),
        ("specificites", "niveauxExpertise", "characteristic:expertiseLevel"),

        // Slices of slices are ours: the profile tells these contacts apart by their nature and level.
        ("specificites", "teleExpertise", Contact + "/teleExpertise"),
        ("specificites", "liensTeleconsultation", Contact + "/teleconsultation"),
        ("contacts", "patients", Contact + "/patients"),
        ("contacts", "professionnels", Contact + "/professionnels"),
        ("messagerie-securisee", "boites", "telecom/boites"),
        ("horaires", "semaineType", "availableTime/semaineType"),
        ("zone-intervention", "communes", "extension:ror-territorial-division/communes"),
    ];

    private static readonly Dictionary<string, (string Section, Champ Champ)> ParChemin = LesSections.Toutes
        .SelectMany(s => s.Champs, (s, c) => (Section: s.Cle, Champ: c)).ToDictionary(c => De(c.Section, c.Champ.Nom), StringComparer.Ordinal);

    /// <summary>The element of a field, without its resource.</summary>
    public static string De(string section, string champ) =>
        Table.FirstOrDefault(l => l.Section == section && l.Champ == champ).Chemin ?? $"location/{section}.{champ}";

    public static (string Section, Champ Champ)? Champ(string chemin) => ParChemin.TryGetValue(chemin, out var champ) ? champ : null;

    /// <summary>Is it an element of the profile, of a field or not?</summary>
    public static bool EstConnu(string chemin)
    {
        // The address of an extension goes with it.
        var element = chemin.EndsWith(".url", StringComparison.Ordinal) ? chemin[..^".url".Length] : chemin;
        return ParChemin.Keys.Concat(AutresElements).Any(connu => EstSous(connu, element))
            || ParChemin.Keys.Any(connu => EstSous(element, connu) && element[connu.Length..].Split('.').Skip(1).All(DeValeur.Contains))
            || AutresElements.Any(connu => EstSous(element, connu) && !Simples.Contains(connu));
    }

    // An element without its slice is not under those of its slices, nor they under it: another slice is another element.
    private static bool EstSous(string chemin, string connu) => chemin == connu || (chemin.StartsWith(connu, StringComparison.Ordinal) && chemin[connu.Length] is '.');
}
