using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Offres.Sections;
using Ror.Domain.Territoires;
using static Ror.Domain.Offres.Parcours.Emprunt;

namespace Ror.Domain.Offres.Parcours;

/// <summary>Step 3 of the liberal parcours: at the practice, at a distance, at home, and then where.</summary>
public sealed record ModalitesIntervention : IEtape<ModalitesIntervention>
{
    private const string Telesoin = "14";
    private const int DepartementsMax = 10;

    // Médecin, chirurgien-dentiste, sage-femme: they have teleconsultation. Télésoin is of pharmacists and auxiliaries (code de la santé publique, L6316-2).
    private static readonly string[] ProfessionsMedicales = ["10", "40", "50"];

    public static string Cle => "modalites";

    /// <summary>Of the modalités d'accueil: présentiel, téléconsultation, télésoin, visite and soins à domicile.</summary>
    public static IReadOnlyList<string> Modalites { get; } = ["03", "04", Telesoin, .. ZoneIntervention.ADomicile];

    public Liste<CodeNos> ModalitesAccueil { get; init; } = [];

    public Liste<string> LiensTeleconsultation { get; init; } = [];

    public Liste<string> Communes { get; init; } = [];

    /// <summary>Each stands for all of its communes; never given back.</summary>
    public Liste<string> Departements { get; init; } = [];

    public static IReadOnlyList<Emprunt> Emprunts { get; } =
    [
        De<AccueilPriseEnCharge, ModalitesIntervention, Liste<CodeNos>>("modalitesAccueil", e => e.ModalitesAccueil, (e, v) => e with { ModalitesAccueil = v ?? [] }, Modalites, champ => champ with
        {
            Admet = (c, code) => Modalites.Contains(code.Code) && (code.Code != Telesoin || !ProfessionsMedicales.Contains(c.Exercice?.Profession.Code)),
            Exigence = Champ.Toujours,
            Obligatoire = "toujours, au moins une",
            Libelle = "Modalités de consultation",
            Aide = "Au cabinet, en téléconsultation (ou télésoin), à domicile ; à domicile demande une zone d'intervention.",
        }),
        De<Specificites, ModalitesIntervention, Liste<string>>("liensTeleconsultation", e => e.LiensTeleconsultation, (e, v) => e with { LiensTeleconsultation = v ?? [] }),
        De<ZoneIntervention, ModalitesIntervention, Liste<string>>("communes", e => e.Communes, (e, v) => e with { Communes = v ?? [] }),
    ];

    /// <summary>Whole départements, written out as communes when the step is validated.</summary>
    public static IReadOnlyList<Champ> Champs { get; } =
    [
        .. Emprunts.Select(e => e.Champ),
        Champ<ModalitesIntervention>.Textes("departements", "Départements entiers", e => e.Departements, (e, v) => e with { Departements = v ?? [] }) with
        {
            NombreMax = DepartementsMax,
            LongueurMax = 3,
            Forme = (code => Territoires.Departements.Trouver(code) is not null, TerritoireErreurs.DepartementInconnu),
            Aide = "Ajoute toutes les communes du département à la zone d'intervention ; la réponse les donne une à une.",
        },
    ];

    public bool VaADomicile() => ModalitesAccueil.Any(m => ZoneIntervention.ADomicile.Contains(m.Code));

    // Without care at home there is no zone: what was entered of it is left aside.
    ModalitesIntervention IEtape<ModalitesIntervention>.Completer(ContexteSaisie contexte) => this with
    {
        Communes = VaADomicile() ? Communes.Select(c => CodeCommune.Actualiser(c)!).Concat(Departements.SelectMany(Territoires.Communes.CodesDuDepartement)).Distinct().EnListe() : [],
        Departements = [],
    };
}
