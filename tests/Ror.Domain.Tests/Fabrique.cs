using System.Globalization;
using System.Text.Json;
using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Identifiants;
using Ror.Domain.ModelesSaisie;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Offres;
using Ror.Domain.Offres.Sections;
using Ror.Domain.Structures;

namespace Ror.Domain.Tests;

/// <summary>Test data; every parameter has a good default, so that a test says only what it is about.</summary>
internal static class Fabrique
{
    public const string ModeleChirurgie = "https://ror.example/modeles-saisie/chirurgie-viscerale-digestive|1";
    public const string ModeleConsultation = "https://ror.example/modeles-saisie/consultation-externe|1";
    public const string ModeleEhpad = "https://ror.example/modeles-saisie/ehpad|1";

    public const string Informations = "informations-generales";
    public const string Accueil = "accueil-prise-en-charge";
    public const string PatienteleEtSpecificites = "patientele-et-specificites";

    public static readonly DateTime Instant = new(2026, 9, 15, 8, 0, 0, DateTimeKind.Utc);

    public static CatalogueNomenclatures Nomenclatures { get; } = new([.. Tableau("nomenclatures.json").Select(LireListe)]);

    public static CatalogueModeles Modeles { get; } = new(Tableau("modeles.json").Select(LireModele));

    public static CodeNos Code(string code, string? systeme = null) => new(code, systeme);

    public static Liste<CodeNos> Codes(params string[] codes) => codes.Select(c => new CodeNos(c)).EnListe();

    public static Age Age(int valeur, string unite = "a") => new() { Valeur = valeur, Unite = unite };

    /// <summary>Appends the Luhn key to a number.</summary>
    public static string AvecCle(string numero)
    {
        var somme = numero.Reverse().Select((c, i) => (c - '0') * (i % 2 == 0 ? 2 : 1)).Sum(n => n > 9 ? n - 9 : n);
        return numero + ((10 - (somme % 10)) % 10).ToString(CultureInfo.InvariantCulture);
    }

    public static string Finess(int numero = 1, string departement = "81") => AvecCle(departement + numero.ToString("D6", CultureInfo.InvariantCulture));

    public static EntiteJuridique EntiteJuridique(string? finess = null) =>
        Structures.EntiteJuridique.Creer(
            Guid.CreateVersion7(), new() { IdNatStruct = "1" + (finess ?? Finess(1)), RaisonSociale = "Centre hospitalier fictif", StatutJuridique = Code("13") }, Instant).Valeur;

    public static Resultat<EntiteGeographique> OuvrirEtablissement(string categorie, string commune = "81004", EntiteJuridique? entiteJuridique = null) =>
        (entiteJuridique ?? EntiteJuridique()).OuvrirEntiteGeographique(
            Guid.CreateVersion7(), FicheEtablissement(categorie, commune), Instant);

    public static FicheEntiteGeographique FicheEtablissement(string categorie = "355", string commune = "81004") => new()
    {
        IdNatStruct = "1" + Finess(2),
        Denomination = "Établissement fictif",
        Categorie = Code(categorie),
        Adresse = new() { Commune = commune, Localite = "Albi" },
    };

    public static EntiteGeographique Etablissement(string categorie = "355", string commune = "81004") => OuvrirEtablissement(categorie, commune).Valeur;

    public static EntiteGeographique Ehpad() => Etablissement("500");

    public static Pole Pole(EntiteGeographique? hopital = null) =>
        (hopital ?? Etablissement()).OuvrirPole(Guid.CreateVersion7(), IdentifiantRegional.Creer("76", 100001), new() { Nom = "Pôle chirurgie" }, Instant).Valeur;

    public static UniteFonctionnelle Unite(Pole? pole = null) =>
        (pole ?? Pole()).OuvrirUniteFonctionnelle(Guid.CreateVersion7(), IdentifiantRegional.Creer("76", 100002), new() { Nom = "UF chirurgie viscérale" }, null, Instant).Valeur;

    public static Environnement Environnement(
        Secteur secteur = Secteur.Sanitaire, string categorie = "355", Fermeture? fermetureParent = null,
        CatalogueNomenclatures? nomenclatures = null, CatalogueModeles? modeles = null, DateTime? instant = null) =>
        new(secteur, categorie, fermetureParent, nomenclatures ?? Nomenclatures, modeles ?? Modeles, instant ?? Instant);

    public static Telecom Telecom(string canal = "2", string valeur = "05 63 00 00 00", string? niveau = null) =>
        new() { Canal = Code(canal), Valeur = valeur, NiveauConfidentialite = niveau is null ? null : Code(niveau) };

    public static Contact Contact(string? nature = "01", string? fonction = null, string? nom = null, string? niveau = null, params Telecom[] telecoms) => new()
    {
        Nature = nature is null ? null : Code(nature),
        Fonction = fonction is null ? null : Code(fonction),
        Nom = nom,
        NiveauConfidentialite = niveau is null ? null : Code(niveau),
        Telecoms = telecoms.Length == 0 ? [Telecom()] : [.. telecoms],
    };

    public static RegleChamp Regle(
        string section, string champ, Liste<CodeNos>? codes = null, object? parDefaut = null, bool fixe = false, bool obligatoire = false,
        Liste<FamillesAdmises>? familles = null) => new(section, champ, codes, parDefaut, fixe, obligatoire, familles);

    public static ModeleSaisie Modele(
        string nom = "essai", string version = "1", StatutModele statut = StatutModele.Actif, string parcours = "structure",
        string[]? categories = null, string[]? champs = null, params RegleChamp[] regles) =>
        new(Guid.CreateVersion7(), $"https://ror.example/modeles-saisie/{nom}", version, nom, statut, parcours,
            new ContexteModele { Categories = Codes([.. categories ?? ["355"]]), ChampsActivite = Codes([.. champs ?? ["01"]]) }, [.. regles]);

    /// <summary>A hospital unit of visceral surgery: champ 01, under a UF, with its modèle.</summary>
    public static Dossier Chirurgie { get; } = new()
    {
        Informations = new() { Nom = "Chirurgie viscérale", ChampActivite = Code("01"), ModeleSaisie = ModeleChirurgie },
        Accueil = new() { TypesOffre = Codes("153"), ModePriseEnCharge = Code("28") },
        Patientele = new() { PublicsPrisEnCharge = Codes("07"), AgeMin = Age(15), AgeMax = Age(120) },
        Specificites = new() { Activites = [new() { Activite = Code("033") }] },
    };

    /// <summary>The same hospital in psychiatry: champ 03, no modèle fits.</summary>
    public static Dossier Psychiatrie { get; } = Chirurgie with
    {
        Informations = new() { Nom = "Psychiatrie adulte", ChampActivite = Code("03") },
        Accueil = new() { TypesOffre = Codes("01"), ModePriseEnCharge = Code("28") },
        Patientele = new() { AgeMin = Age(18), AgeMax = Age(120) },
    };

    /// <summary>An EHPAD: champ 04, directly under its médico-social EG, with its modèle.</summary>
    public static Dossier HebergementEhpad { get; } = new()
    {
        Etablissement = Ehpad(),
        Informations = new() { Nom = "Hébergement permanent", ChampActivite = Code("04"), ModeleSaisie = ModeleEhpad },
        Accueil = new() { TypesOffre = Codes("21"), ModePriseEnCharge = Code("46"), TemporaliteAccueil = Code("02"), OuvertureAnnuelle = Code("03") },
        Patientele = new() { PublicsPrisEnCharge = Codes("01"), AgeMin = Age(60), AgeMax = Age(120) },
        Specificites = new() { Activites = [new() { Activite = Code("293"), FamilleActivite = Code("011") }] },
    };

    /// <summary>A médico-social service whose category has no modèle: the catalogue alone speaks.</summary>
    public static Dossier ServiceMedicoSocial { get; } = HebergementEhpad with
    {
        Etablissement = Etablissement("354"),
        Informations = new() { Nom = "Soins à domicile", ChampActivite = Code("04") },
    };

    public static Dossier ServiceSocial { get; } = ServiceMedicoSocial with
    {
        Informations = new() { Nom = "Accueil social", ChampActivite = Code("06") },
        Accueil = new() { TypesOffre = Codes("33"), ModePriseEnCharge = Code("54") },
        Patientele = new() { AgeMin = Age(0, "d"), AgeMax = Age(120) },
        Specificites = new() { Activites = [new() { Activite = Code("001") }] },
    };

    /// <summary>A centre de santé: champ 05, directly under its EG of secteur Ville.</summary>
    public static Dossier CentreDeSante { get; } = new()
    {
        Etablissement = Etablissement("124"),
        Informations = new() { Nom = "Médecine générale", ChampActivite = Code("05") },
        Accueil = new() { TypesOffre = Codes("196"), ModePriseEnCharge = Code("32") },
        Patientele = new() { AgeMin = Age(0, "d"), AgeMax = Age(120) },
        Specificites = new() { Activites = [new() { Activite = Code("001") }] },
    };

    public static IReadOnlyDictionary<string, Dossier> Dossiers { get; } = new Dictionary<string, Dossier>
    {
        ["chirurgie"] = Chirurgie,
        ["psychiatrie"] = Psychiatrie,
        ["ehpad"] = HebergementEhpad,
        ["service-medico-social"] = ServiceMedicoSocial,
        ["service-social"] = ServiceSocial,
        ["centre-de-sante"] = CentreDeSante,
    };

    /// <summary>Every field of every section filled, whatever the rules between them.</summary>
    public static ContenuOffre Plein { get; } = new()
    {
        InformationsGenerales = new() { Nom = "Nom", ChampActivite = Code("03"), ModeleSaisie = ModeleChirurgie, UniteSensible = true, SecteurPsychiatrique = ["81G01"] },
        AccueilPriseEnCharge = new()
        {
            TypesOffre = Codes("01"),
            ModePriseEnCharge = Code("28"),
            ModalitesAccueil = Codes("03", "04"),
            TemporaliteAccueil = Code("01"),
            OuvertureAnnuelle = Code("03"),
            ModeGestion = Codes("01"),
            HabilitationSoinsSansConsentement = true,
        },
        Patientele = new() { PublicsPrisEnCharge = Codes("07"), AgeMin = Age(3, "mo"), AgeMax = Age(18) },
        Specificites = new()
        {
            Activites = [new() { Activite = Code("033"), FamilleActivite = Code("011") }],
            ActesSpecifiques = Codes("0065"),
            ActesHorsCabinet = Codes("0070"),
            Specialisations = Codes("33"),
            ProfessionsRessources = [Code("10", "https://mos.esante.gouv.fr/NOS/TRE_G15-ProfessionSante/FHIR/TRE-G15-ProfessionSante")],
            CompetencesSpecifiques = Codes("01"),
            NiveauxExpertise = Codes("26"),
            TeleExpertise = [new() { Canal = Code("2"), Valeur = "+33563000001" }],
            LiensTeleconsultation = ["https://teleconsultation.exemple.fr/salle"],
        },
        Adresse = new() { Commune = "81004", Latitude = 43.925m, Longitude = 2.142m },
        MessagerieSecurisee = new() { Boites = [new() { Adresse = "a@demo.mssante.fr", NiveauConfidentialite = Code("1") }] },
        Horaires = new() { SemaineType = [new() { Type = Code("07"), Jour = 1, Debut = "09:00", Fin = "12:00" }] },
        ZoneIntervention = new() { Communes = ["81004"] },
        Contacts = new()
        {
            Patients = [Contact(niveau: "1") with { Description = "Accueil", Telecoms = [Telecom(niveau: "1") with { Usage = "Jour" }] }],
            Professionnels = [Contact(nature: null, fonction: "10", nom: "Dr Fictif", niveau: "2", telecoms: Telecom(niveau: "3"))],
        },
    };

    /// <summary>Closes a structure.</summary>
    public static T Ferme<T>(this T structure, TypeFermeture type = TypeFermeture.Definitive)
        where T : Noeud
    {
        structure.Fermer(type).Reussit();
        return structure;
    }

    /// <summary>Closes an entité juridique, as an import of FINESS will: no public act does it.</summary>
    public static EntiteJuridique Ferme(this EntiteJuridique ej, TypeFermeture type)
    {
        typeof(EntiteJuridique).GetProperty("Fermeture")!.SetValue(ej, new Fermeture(type, new DateOnly(2026, 9, 1)));
        return ej;
    }

    private static List<JsonElement> Tableau(string ressource)
    {
        using var flux = typeof(Fabrique).Assembly.GetManifestResourceStream(ressource)!;
        using var document = JsonDocument.Parse(flux);
        return [.. document.RootElement.Clone().EnumerateArray()];
    }

    private static JeuDeValeurs LireListe(JsonElement liste)
    {
        var systemes = liste.GetProperty("systemes").EnumerateArray().Select(s => s.GetString()!).ToList();
        return new(Chaine(liste, "nom"), Chaine(liste, "nomOfficiel"), Chaine(liste, "url"), Chaine(liste, "oid"), Chaine(liste, "version"),
            DateOnly.Parse(Chaine(liste, "date"), CultureInfo.InvariantCulture), Chaine(liste, "titre"),
            [.. liste.GetProperty("codes").EnumerateArray().Select(c => new EntreeNomenclature(c[0].GetString()!, c[1].GetString()!, systemes[c[2].GetInt32()], Jour(c, 3), Jour(c, 4)))])
        {
            Genre = liste.TryGetProperty("genre", out var genre) ? Enum.Parse<GenreListe>(genre.GetString()!) : GenreListe.JeuDeValeurs,
            Paires = liste.TryGetProperty("paires", out var paires) ? [.. paires.EnumerateArray().Select(p => new PaireNos(p[0].GetString()!, systemes[p[1].GetInt32()], p[2].GetString()!, systemes[p[3].GetInt32()]))] : [],
        };
    }

    private static DateOnly? Jour(JsonElement ligne, int colonne) =>
        colonne < ligne.GetArrayLength() && ligne[colonne].GetString() is { } jour ? DateOnly.Parse(jour, CultureInfo.InvariantCulture) : null;

    private static ModeleSaisie LireModele(JsonElement modele)
    {
        var contexte = modele.GetProperty("contexte");
        return new(modele.GetProperty("id").GetGuid(), Chaine(modele, "url"), Chaine(modele, "version"), Chaine(modele, "titre"),
            Enum.Parse<StatutModele>(Chaine(modele, "statut")), Chaine(modele, "parcours"),
            new()
            {
                Categories = Codes([.. Chaines(contexte, "categories")]),
                ChampsActivite = Codes([.. Chaines(contexte, "champsActivite")]),
                Professions = LireCodes(contexte.GetProperty("professions")),
                Specialites = Codes([.. Chaines(contexte, "specialites")]),
            },
            modele.GetProperty("regles").EnumerateArray().Select(LireRegle).EnListe());
    }

    private static RegleChamp LireRegle(JsonElement regle) => new(
        Chaine(regle, "section"), Chaine(regle, "champ"),
        regle.TryGetProperty("codesAutorises", out var codes) ? LireCodes(codes) : null,
        regle.TryGetProperty("parDefaut", out var defaut) ? LireValeur(defaut) : null,
        regle.TryGetProperty("fixe", out var fixe) && fixe.GetBoolean(),
        regle.TryGetProperty("obligatoire", out var obligatoire) && obligatoire.GetBoolean(),
        regle.TryGetProperty("familles", out var familles) ? familles.EnumerateObject().Select(f => new FamillesAdmises(f.Name, f.Value.EnumerateArray().Select(v => v.GetString()!).EnListe())).EnListe() : null);

    private static object LireValeur(JsonElement valeur) => valeur.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => valeur.GetBoolean(),
        JsonValueKind.Object when valeur.TryGetProperty("unite", out _) => Age(valeur.GetProperty("valeur").GetInt32(), Chaine(valeur, "unite")),
        JsonValueKind.Object => LireCode(valeur),
        JsonValueKind.Array when valeur[0].TryGetProperty("activite", out _) => valeur.EnumerateArray().Select(LireActivite).EnListe(),
        JsonValueKind.Array => LireCodes(valeur),
        _ => valeur.GetString()!,
    };

    private static ActiviteOperationnelle LireActivite(JsonElement ligne) => new()
    {
        Activite = LireCode(ligne.GetProperty("activite")),
        FamilleActivite = ligne.TryGetProperty("familleActivite", out var famille) ? LireCode(famille) : null,
    };

    private static Liste<CodeNos> LireCodes(JsonElement codes) => codes.EnumerateArray().Select(LireCode).EnListe();

    private static CodeNos LireCode(JsonElement code) => new(Chaine(code, "code"), code.TryGetProperty("systeme", out var systeme) ? systeme.GetString() : null);

    private static string Chaine(JsonElement objet, string nom) => objet.GetProperty(nom).GetString()!;

    private static Liste<string> Chaines(JsonElement objet, string nom) => objet.GetProperty(nom).EnumerateArray().Select(v => v.GetString()!).EnListe();
}

/// <summary>A place and the good sections of an offer that stands there; each member is replaced by what a test is about.</summary>
internal sealed record Dossier
{
    public EntiteGeographique Etablissement { get; init; } = Fabrique.Etablissement();

    public InformationsGenerales Informations { get; init; } = new();

    public AccueilPriseEnCharge Accueil { get; init; } = new();

    public Patientele Patientele { get; init; } = new();

    public Specificites Specificites { get; init; } = new();

    public Contacts Contacts { get; init; } = new() { Patients = [Fabrique.Contact()] };

    /// <summary>Replaces the one that follows from the établissement.</summary>
    public Environnement? AutreEnvironnement { get; init; }

    public Environnement Environnement => AutreEnvironnement ?? Fabrique.Environnement(Etablissement.Secteur, Etablissement.Categorie);

    public ContenuOffre Contenu => new()
    {
        InformationsGenerales = Informations,
        AccueilPriseEnCharge = Accueil,
        Patientele = Patientele,
        Specificites = Specificites,
        Contacts = Contacts,
    };

    public ContexteSaisie Contexte => Environnement.Contexte("structure", Contenu);

    public OuvertureOffre Ouverture => new(Guid.CreateVersion7(), IdentifiantRegional.Creer("76", 100012), Etablissement, Informations, Environnement);

    public Resultat<Offre> Ouvrir() =>
        Etablissement.Secteur == Secteur.Sanitaire ? Fabrique.Unite(Fabrique.Pole(Etablissement)).OuvrirOffre(Ouverture) : Etablissement.OuvrirOffre(Ouverture);

    /// <summary>Step 1 is validated.</summary>
    public Offre Brouillon() => Ouvrir().Valeur;

    /// <summary>The three steps are validated.</summary>
    public Offre Complet()
    {
        var offre = Brouillon();
        Accueillir(offre).Reussit();
        Specifier(offre).Reussit();
        return offre;
    }

    public Offre Publiee()
    {
        var offre = Complet();
        offre.Valider(relu: true, Environnement).Reussit();
        return offre;
    }

    public Offre EnAttente()
    {
        var offre = Publiee();
        offre.ModifierSection(Contacts, "contacts", Environnement).Reussit();
        return offre;
    }

    public Offre EnEtat(StatutOffre statut, bool enAttente = false)
    {
        if (statut == StatutOffre.Brouillon)
        {
            return Complet();
        }

        var offre = enAttente ? EnAttente() : Publiee();
        return statut switch
        {
            StatutOffre.FermeeTemporairement => offre.Ferme(TypeFermeture.Provisoire),
            StatutOffre.FermeeDefinitivement => offre.Ferme(),
            _ => offre,
        };
    }

    public Resultat<Rien> Informer(Offre offre) => offre.ValiderEtape(Fabrique.Informations, [Informations], Environnement);

    public Resultat<Rien> Accueillir(Offre offre) => offre.ValiderEtape(Fabrique.Accueil, [Accueil], Environnement);

    public Resultat<Rien> Specifier(Offre offre) => offre.ValiderEtape(Fabrique.PatienteleEtSpecificites, [Patientele, Specificites], Environnement);

    public Resultat<Rien> Etape(Offre offre, int numero) => numero switch
    {
        1 => Informer(offre),
        2 => Accueillir(offre),
        _ => Specifier(offre),
    };
}
