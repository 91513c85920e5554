namespace Ror.TestKit;

/// <summary>Fixed ids of the demo data, as its users read them in the documentation.</summary>
public static class Demo
{
    public const string ChAlbi = "01920000-0000-7000-8000-000000000101";
    public const string Ehpad = "01920000-0000-7000-8000-000000000102";
    public const string PoleAnesthesieChirurgie = "01920000-0000-7000-8000-000000000201";
    public const string PoleMedecine = "01920000-0000-7000-8000-000000000202";
    public const string UfConsultations = "01920000-0000-7000-8000-000000000301";
    public const string UfHcChirurgies = "01920000-0000-7000-8000-000000000302";
    public const string UfMedicoChirurgicale = "01920000-0000-7000-8000-000000000303";

    public const string ConsultationAnesthesie = "01920000-0000-7000-8000-000000000401";
    public const string ConsultationOrthopedie = "01920000-0000-7000-8000-000000000402";

    /// <summary>Definitively closed.</summary>
    public const string ConsultationFermee = "01920000-0000-7000-8000-000000000404";

    /// <summary>Validée, with pending modifications.</summary>
    public const string ConsultationCardiologie = "01920000-0000-7000-8000-000000000405";

    /// <summary>Brouillon that lacks nothing.</summary>
    public const string ConsultationEndocrinologie = "01920000-0000-7000-8000-000000000406";

    /// <summary>Brouillon with one step validated.</summary>
    public const string ConsultationDermatologie = "01920000-0000-7000-8000-000000000407";

    /// <summary>Brouillon with two steps validated.</summary>
    public const string HcChirurgieBariatrique = "01920000-0000-7000-8000-000000000408";

    /// <summary>Validée, sensitive unit.</summary>
    public const string ConsultationSensible = "01920000-0000-7000-8000-000000000409";

    public const string HebergementPermanent = "01920000-0000-7000-8000-00000000040a";

    public const string ModeleChirurgie = "https://ror.example/modeles-saisie/chirurgie-viscerale-digestive|1";
    public const string ModeleConsultation = "https://ror.example/modeles-saisie/consultation-externe|1";
    public const string ModeleEhpad = "https://ror.example/modeles-saisie/ehpad|1";

    public static object Code(string code) => new { code };

    /// <summary>Step 1 of the guide's offer.</summary>
    public static object InformationsChirurgie(string nom = "HC Chirurgie viscérale et digestive", bool uniteSensible = false) =>
        new { nom, champActivite = Code("01"), modeleSaisie = ModeleChirurgie, uniteSensible };

    public static object AccueilChirurgie(string mode = "28") =>
        new { typesOffre = new[] { Code("153") }, modePriseEnCharge = Code(mode), modalitesAccueil = new[] { Code("03") } };

    public static object PatienteleEtSpecificites(string activite = "033", int ageMin = 15) => new
    {
        patientele = new { publicsPrisEnCharge = new[] { Code("07") }, ageMin = new { valeur = ageMin, unite = "a" }, ageMax = new { valeur = 120, unite = "a" } },
        specificites = new { activites = new[] { new { activite = Code(activite) } } },
    };

    public static object Contacts(string telephone = "05 36 49 00 12") => new
    {
        patients = new[] { new { nature = Code("02"), telecoms = new[] { new { canal = Code("2"), valeur = telephone } } } },
        professionnels = new[] { new { nature = Code("07"), telecoms = new[] { new { canal = Code("3"), valeur = "secretariat@ch-albi.example" } } } },
    };

    /// <summary>Creates an offer in the UF of the guide and walks its three steps; answers its id and the current ETag.</summary>
    public static async Task<(string Id, string ETag)> CreerOffreCompleteAsync(this ClientRor client, string nom = "HC Chirurgie viscérale et digestive", bool uniteSensible = false)
    {
        var creee = (await client.PostAsync($"/api/v1/unites-fonctionnelles/{UfHcChirurgies}/offres", InformationsChirurgie(nom, uniteSensible))).Doit(201);
        var id = creee.Corps.GetProperty("id").GetString()!;
        var accueil = (await client.PutAsync($"/api/v1/offres/{id}/etapes/accueil-prise-en-charge", AccueilChirurgie(), ("If-Match", creee.ETag))).Doit(200);
        var fin = (await client.PutAsync($"/api/v1/offres/{id}/etapes/patientele-et-specificites", PatienteleEtSpecificites(), ("If-Match", accueil.ETag))).Doit(200);
        return (id, fin.ETag);
    }

    /// <summary>The same, with contacts, published.</summary>
    public static async Task<(string Id, string ETag)> PublierOffreAsync(this ClientRor client, string nom = "HC Chirurgie viscérale et digestive", bool uniteSensible = false)
    {
        var (id, etag) = await client.CreerOffreCompleteAsync(nom, uniteSensible);
        var contacts = (await client.PutAsync($"/api/v1/offres/{id}/sections/contacts", Contacts(), ("If-Match", etag))).Doit(200);
        var validee = (await client.PostAsync($"/api/v1/offres/{id}/validation", new { relu = true }, ("If-Match", contacts.ETag))).Doit(200);
        return (id, validee.ETag);
    }
}
