using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Structures;
using static Ror.Domain.Champs.Champ<Ror.Domain.Offres.Sections.AccueilPriseEnCharge>;

namespace Ror.Domain.Offres.Sections;

/// <summary>Step 2 of the structure parcours: how patients are received.</summary>
public sealed record AccueilPriseEnCharge : ISection<AccueilPriseEnCharge>
{
    public static string Cle => "accueil-prise-en-charge";

    public static string Titre => "Accueil et prise en charge";

    public Liste<CodeNos> TypesOffre { get; init; } = [];

    public CodeNos? ModePriseEnCharge { get; init; }

    public Liste<CodeNos> ModalitesAccueil { get; init; } = [];

    public CodeNos? TemporaliteAccueil { get; init; }

    public CodeNos? OuvertureAnnuelle { get; init; }

    public Liste<CodeNos> ModeGestion { get; init; } = [];

    public bool? HabilitationSoinsSansConsentement { get; init; }

    public static IReadOnlyList<Champ> Champs { get; } =
    [
        Codes("typesOffre", "Type d'offre", "J238", s => s.TypesOffre, (s, v) => s with { TypesOffre = v ?? [] }) with
        {
            Exigence = c => TypeAttendu(c) ? Exigence.Obligatoire : Exigence.Facultatif,
            Obligatoire = "si un type d'offre existe pour le champ d'activité et la catégorie de l'établissement",
            Admet = (c, code) => Offres.TypesOffre.Convient(code.Code, c.ChampActivite),
            RegleAdmission = "RG_EXP_028",
            LectureSeule = Champ.EnLiberal,
            NombreMax = 20,
            Aide = "Tous les types d'une offre appartiennent à son champ d'activité.",
        },
        Code("modePriseEnCharge", "Mode de prise en charge", "J19", s => s.ModePriseEnCharge, (s, v) => s with { ModePriseEnCharge = v }) with
        {
            Exigence = Champ.Toujours,
            Obligatoire = "toujours",
            Immuable = true,
            LectureSeule = Champ.EnLiberal,
            Aide = "Un seul mode par offre ; un autre mode de prise en charge est une autre offre.",
        },
        Codes("modalitesAccueil", "Modalités d'accueil", "J226", s => s.ModalitesAccueil, (s, v) => s with { ModalitesAccueil = v ?? [] }) with
        {
            NombreMax = 30,
            Aide = "Comment le patient est reçu : en présentiel, en téléconsultation, à domicile…",
        },
        Code("temporaliteAccueil", "Temporalité d'accueil", "J30", s => s.TemporaliteAccueil, (s, v) => s with { TemporaliteAccueil = v }) with
        {
            Aide = "Accueil temporaire ou permanent, pour l'hébergement médico-social.",
        },
        Code("ouvertureAnnuelle", "Ouverture annuelle", "J28", s => s.OuvertureAnnuelle, (s, v) => s with { OuvertureAnnuelle = v }) with
        {
            Aide = "Nombre de jours d'ouverture dans l'année.",
        },
        Codes("modeGestion", "Mode de gestion", "J26", s => s.ModeGestion, (s, v) => s with { ModeGestion = v ?? [] }) with
        {
            NombreMax = 5,
            Aide = "Prestataire ou mandataire, pour l'aide à domicile.",
        },
        Booleen("habilitationSoinsSansConsentement", "Habilitation aux soins sans consentement", s => s.HabilitationSoinsSansConsentement,
            (s, v) => s with { HabilitationSoinsSansConsentement = v }) with
        {
            Exigence = c => c.Secteur == Secteur.Sanitaire ? Exigence.Facultatif : Exigence.NonApplicable,
            ParDefaut = false,
            Aide = "Peut être vraie en psychiatrie seulement.",
        },
    ];

    public IEnumerable<Erreur> Verifier(ContexteSaisie contexte)
    {
        if (HabilitationSoinsSansConsentement is true && contexte.Secteur == Secteur.Sanitaire && !contexte.EstChamp("03"))
        {
            yield return OffreErreurs.HabilitationHorsPsychiatrie.Sur("/habilitationSoinsSansConsentement");
        }
    }

    private static bool TypeAttendu(ContexteSaisie c) => Offres.TypesOffre.EnExiste(c.ChampActivite, c.Categorie);
}
