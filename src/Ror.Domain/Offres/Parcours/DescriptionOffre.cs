using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Offres.Sections;
using static Ror.Domain.Offres.Parcours.Emprunt;

namespace Ror.Domain.Offres.Parcours;

/// <summary>Step 2 of the liberal parcours: what the professional does, and for whom.</summary>
public sealed record DescriptionOffre : IEtape<DescriptionOffre>
{
    public static string Cle => "description";

    /// <summary>Of the modalités d'accueil: tele-expertise within 24 hours, within 7 days.</summary>
    public static IReadOnlyList<string> Teleexpertises { get; } = ["10", "11"];

    public string? Nom { get; init; }

    public Liste<ActiviteOperationnelle> Activites { get; init; } = [];

    public Liste<CodeNos> ActesSpecifiques { get; init; } = [];

    public Liste<CodeNos> ActesHorsCabinet { get; init; } = [];

    public Liste<CodeNos> CompetencesSpecifiques { get; init; } = [];

    public Liste<CodeNos> NiveauxExpertise { get; init; } = [];

    public Age? AgeMin { get; init; }

    public Age? AgeMax { get; init; }

    public Liste<TeleExpertise> TeleExpertise { get; init; } = [];

    public Liste<CodeNos> ModalitesAccueil { get; init; } = [];

    public static IReadOnlyList<Emprunt> Emprunts { get; } =
    [
        De<InformationsGenerales, DescriptionOffre, string>("nom", e => e.Nom, (e, v) => e with { Nom = v }),
        De<Specificites, DescriptionOffre, Liste<ActiviteOperationnelle>>("activites", e => e.Activites, (e, v) => e with { Activites = v ?? [] }),
        De<Specificites, DescriptionOffre, Liste<CodeNos>>("actesSpecifiques", e => e.ActesSpecifiques, (e, v) => e with { ActesSpecifiques = v ?? [] }),
        De<Specificites, DescriptionOffre, Liste<CodeNos>>("actesHorsCabinet", e => e.ActesHorsCabinet, (e, v) => e with { ActesHorsCabinet = v ?? [] }),
        De<Specificites, DescriptionOffre, Liste<CodeNos>>("competencesSpecifiques", e => e.CompetencesSpecifiques, (e, v) => e with { CompetencesSpecifiques = v ?? [] }),
        De<Specificites, DescriptionOffre, Liste<CodeNos>>("niveauxExpertise", e => e.NiveauxExpertise, (e, v) => e with { NiveauxExpertise = v ?? [] }),
        De<Patientele, DescriptionOffre, Age>("ageMin", e => e.AgeMin, (e, v) => e with { AgeMin = v }),
        De<Patientele, DescriptionOffre, Age>("ageMax", e => e.AgeMax, (e, v) => e with { AgeMax = v }),
        De<Specificites, DescriptionOffre, Liste<TeleExpertise>>("teleExpertise", e => e.TeleExpertise, (e, v) => e with { TeleExpertise = v ?? [] }),
        De<AccueilPriseEnCharge, DescriptionOffre, Liste<CodeNos>>("modalitesAccueil", e => e.ModalitesAccueil, (e, v) => e with { ModalitesAccueil = v ?? [] }, Teleexpertises,
            champ => champ with { Libelle = "Délai de télé-expertise", Aide = "En moins de 24 heures, ou en moins de 7 jours." }),
    ];

    public static IReadOnlyList<Champ> Champs { get; } = [.. Emprunts.Select(e => e.Champ)];
}
