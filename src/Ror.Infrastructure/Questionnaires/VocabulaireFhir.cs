namespace Ror.Infrastructure.Questionnaires;

/// <summary>Addresses and codes of FHIR, of SDC and of the ROR profile.</summary>
internal static class VocabulaireFhir
{
    public const string Cache = "http://hl7.org/fhir/StructureDefinition/questionnaire-hidden";
    public const string Sdc = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-";
    public const string Ucum = "http://unitsofmeasure.org";
    public const string Sujet = "HealthcareService";

    /// <summary>Kind of use context that FHIR has for the wizard that a form belongs to; the ROR profile has none.</summary>
    public const string Parcours = "workflow";

    private const string Nos = "https://mos.esante.gouv.fr/NOS/";
    private const string Hl7 = "http://terminology.hl7.org/CodeSystem/usage-context-type";
    private const string Ror = "https://interop.esante.gouv.fr/ig/fhir/ror/CodeSystem/usage-context-ror-codesystem";

    /// <summary>Where a modèle applies: code of the use context, its system, and the value set of its codes.</summary>
    public static readonly IReadOnlyList<(string Code, string Systeme, string Membre)> Contextes =
    [
        ("EG", $"{Nos}TRE_R67-TypeStructure-EJ-EG/FHIR/TRE-R67-TypeStructure-EJ-EG", "categories"),
        ("champAct", Ror, "champsActivite"),
        ("P01", $"{Nos}TRE_R288", "professions"),
        ("S", $"{Nos}TRE_R04-TypeSavoirFaire/FHIR/TRE-R04-TypeSavoirFaire", "specialites"),
        (Parcours, Hl7, "parcours"),
    ];

    /// <summary>The name for machines that goes with a canonical address: capital first, letters, digits and underscores.</summary>
    public static string Nom(string url) => string.Concat(url.Split('/')[^1].Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_')) is var nom && nom.Length > 0 && char.IsAsciiLetterUpper(nom[0]) ? nom : $"MS_{nom}";
}
