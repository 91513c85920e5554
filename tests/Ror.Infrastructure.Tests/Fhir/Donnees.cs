namespace Ror.Infrastructure.Tests.Fhir;

/// <summary>FHIR as the directory writes it; persons and structures are invented.</summary>
internal static class Donnees
{
    public const string Rpps = "10990000019";
    public const string Finess = "990000028";
    private const string Nos = "https://mos.esante.gouv.fr/NOS";
    private const string Cs = "https://hl7.fr/ig/fhir/core/CodeSystem/fr-core-cs-v2-0203";
    private const string As = "https://interop.esante.gouv.fr/ig/fhir/annuaire/StructureDefinition";

    public static string Paquet(params string[] ressources) => Suivi(null, ressources);

    public static string Suivi(string? suite, params string[] ressources) => $$"""
        {"resourceType":"Bundle","type":"searchset","inconnu":{"a":[1]},"link":[{"relation":"self","url":"https://exemple.test/fhir"}{{Suite(suite)}}],
        "entry":[{{string.Join(',', ressources.Select(r => $$"""{"fullUrl":"urn:x","search":{"mode":"match"},"resource":{{r}}}"""))}}]}
        """;

    private static string Suite(string? url) => url is null ? "" : $$""",{"relation":"next","url":"{{url}}"}""";

    public static string Coding(string tre, string code) => $$"""{"system":"{{Nos}}/TRE_{{tre}}-Nom/FHIR/TRE-{{tre}}-Nom","code":"{{code}}"}""";

    public static string Concept(params string[] codings) => $$"""{"coding":[{{string.Join(',', codings)}}]}""";

    public static string Qualification(params string[] codings) => $$"""{"code":{{Concept(codings)}}}""";

    public static string Identifiant(string type, string valeur, string systeme = "https://rpps.esante.gouv.fr", string cs = Cs) =>
        $$"""{"use":"official","system":"{{systeme}}","value":"{{valeur}}","type":{"coding":[{"system":"{{cs}}","code":"{{type}}"}] } }""";

    public static string Praticien(string id = "003-1", string rpps = Rpps, bool actif = true, string? identifiants = null, string? qualifications = null, string meta = "") => $$"""
        {"resourceType":"Practitioner","id":"{{id}}","meta":{"lastUpdated":"2026-04-01T10:00:00.000+02:00"{{meta}}},"active":{{(actif ? "true" : "false")}},
        "identifier":[{{identifiants ?? $"{Identifiant("IDNPS", "8" + rpps, "urn:oid:1.2.250.1.71.4.2.1")},{Identifiant("RPPS", rpps)}"}}],
        "name":[{"use":"usual","family":"EXEMPLE","given":["CAMILLE"],"prefix":["MME"],"suffix":["DR"]}],
        "qualification":[{{qualifications ?? Qualification(Coding("G15", "10"), Coding("R09", "C"))}}]}
        """;

    public static string Role(string id = "005-1", string praticien = "003-1", string? organisation = "001-1", bool actif = true, string mode = "L", string extension = "[]", string meta = "") => $$"""
        {"resourceType":"PractitionerRole","id":"{{id}}","meta":{"lastUpdated":"2026-03-05T23:30:00.000+01:00"{{meta}}},"active":{{(actif ? "true" : "false")}},"extension":{{extension}},
        "practitioner":{"reference":"Practitioner/{{praticien}}"},{{Lien("organization", organisation)}}
        "code":[{{Concept(Coding("R22", "GENR01"))}},{{Concept(Coding("R23", mode))}},{{Concept(Coding("R21", "FON-01"))}}]}
        """;

    public static string Lien(string membre, string? organisation) => organisation is null ? "" : $$""" "{{membre}}":{"reference":"Organization/{{organisation}}"}, """;

    public static string Convention(string secteur, bool optam, bool vitale) => $$"""
        [{"url":"{{As}}/as-ext-practitionerrole-contracted","valueCodeableConcept":{{Concept(Coding("R282", secteur))}}},
        {"url":"{{As}}/as-ext-practitionerrole-hascas","valueBoolean":{{(optam ? "true" : "false")}}},{"url":"{{As}}/as-ext-practitionerrole-vitale-accepted","valueBoolean":{{(vitale ? "true" : "false")}}}]
        """;

    public static string Cabinet(string id = "001-1", string? identifiants = null, string meta = "") => Organisation(
        id, identifiants ?? $"{Identifiant("IDNST", "410990000019000", "urn:oid:1.2.250.1.71.4.2.2")},{Identifiant("INTRN", "R10990000019000", "https://rppsrang.esante.gouv.fr")}",
        "CABINET  DU DR CAMILLE EXEMPLE", Concept(Coding("R02", "SA07")), meta: meta);

    public static string Centre(string id = "001-2", string parent = "", string types = "", bool actif = true, string extension = "[]", string? identifiants = null) => Organisation(
        id, identifiants ?? $"{Identifiant("IDNST", "1" + Finess)},{Identifiant("FINEG", Finess, "http://finess.sante.gouv.fr", "http://interopsante.org/CodeSystem/v2-0203")}", "CENTRE FICTIF",
        $"{Concept(Coding("R02", "SA01"))}{types}", parent, actif, extension, """ "alias":["LES TILLEULS"],""");

    public static string Organisation(
        string id, string identifiants, string nom, string types, string parent = "", bool actif = true, string extension = "[]", string alias = "", string adresse = AdresseDuTest, string meta = "") => $$"""
        {"resourceType":"Organization","id":"{{id}}","meta":{"lastUpdated":"2026-02-03T01:00:00.000+01:00"{{meta}}},"active":{{(actif ? "true" : "false")}},"extension":{{extension}},{{alias}}
        "identifier":[{{identifiants}}],"name":"{{nom}}","type":[{{types}}],{{parent}}
        "telecom":[{"system":"phone","value":"02 00 00 00 01","rank":1},{"system":"fax","value":"0200000009"},{"system":"phone","value":"+33 (0)2 00 00 00 01"},
        {"system":"email","value":"boite@exemple.mssante.fr","extension":[{"url":"https://hl7.fr/x/fr-core-contact-point-email-type","valueCoding":{{Coding("R256", "MSSANTE")}}}]},{"system":"email","value":"contact@exemple.test"}],
        "address":[{{adresse}}]}
        """;

    public const string AdresseDuTest = """
        {"city":"BOURGES","postalCode":"18000","extension":[{"url":"https://hl7.fr/ig/fhir/core/StructureDefinition/fr-core-address-insee-code","valueCoding":{"code":"18033"}}],
        "line":[null],"_line":[{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/iso21090-ADXP-houseNumber","valueString":"12 B"},
        {"url":"http://hl7.org/fhir/StructureDefinition/iso21090-ADXP-streetNameType","valueString":"R"},{"url":"http://hl7.org/fhir/StructureDefinition/iso21090-ADXP-streetNameBase","valueString":"DES TILLEULS IMAGINAIRES"}]}]}
        """;
}
