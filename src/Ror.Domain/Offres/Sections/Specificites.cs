using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Nomenclatures;
using static Ror.Domain.Champs.Champ<Ror.Domain.Offres.Sections.Specificites>;

namespace Ror.Domain.Offres.Sections;

/// <summary>What the offer does that others may not.</summary>
public sealed record Specificites : ISection<Specificites>
{
    public static string Cle => "specificites";

    public static string Titre => "Spécificités";

    public Liste<ActiviteOperationnelle> Activites { get; init; } = [];

    public Liste<CodeNos> ActesSpecifiques { get; init; } = [];

    public Liste<CodeNos> ActesHorsCabinet { get; init; } = [];

    public Liste<CodeNos> Specialisations { get; init; } = [];

    public Liste<CodeNos> ProfessionsRessources { get; init; } = [];

    public Liste<CodeNos> CompetencesSpecifiques { get; init; } = [];

    public Liste<CodeNos> NiveauxExpertise { get; init; } = [];

    public Liste<TeleExpertise> TeleExpertise { get; init; } = [];

    public Liste<string> LiensTeleconsultation { get; init; } = [];

    public static IReadOnlyList<Champ> Champs { get; } =
    [
        Lignes<ActiviteOperationnelle>("activites", "Activités opérationnelles", s => s.Activites, (s, v) => s with { Activites = v ?? [] }) with
        {
            Nomenclature = "J17",
            Exigence = Champ.Toujours,
            Obligatoire = "toujours, au moins une",
            Aide = "Une activité au moins ; en médico-social, chacune avec sa famille.",
        },
        Codes("actesSpecifiques", "Actes spécifiques", "J16", s => s.ActesSpecifiques, (s, v) => s with { ActesSpecifiques = v ?? [] }) with
        {
            Aide = "Actes techniques qui distinguent l'offre ; masqués au grand public.",
            NombreMax = 500,
            Confidentialite = Confidentialite.ActesEtCompetences,
        },
        Codes("actesHorsCabinet", "Actes réalisés hors cabinet", "J16", s => s.ActesHorsCabinet, (s, v) => s with { ActesHorsCabinet = v ?? [] }) with
        {
            Aide = "Actes que le professionnel réalise dans un établissement, hors de son cabinet.",
            NombreMax = 500,
            Confidentialite = Confidentialite.ActesEtCompetences,
        },
        Codes("specialisations", "Spécialisations de prise en charge", "J35", s => s.Specialisations, (s, v) => s with { Specialisations = v ?? [] }) with
        {
            Aide = "Situations ou pathologies pour lesquelles l'offre est organisée.",
            Confidentialite = Confidentialite.ActesEtCompetences,
        },
        Codes("professionsRessources", "Professions ressources", "J186", s => s.ProfessionsRessources, (s, v) => s with { ProfessionsRessources = v ?? [] }) with
        {
            NombreMax = 150,
            Confidentialite = Confidentialite.ActesEtCompetences,
            Aide = "Certains codes existent dans plusieurs systèmes : précisez alors « systeme ».",
        },
        Codes("competencesSpecifiques", "Compétences spécifiques", "J33", s => s.CompetencesSpecifiques, (s, v) => s with { CompetencesSpecifiques = v ?? [] }) with
        {
            Aide = "Compétences mobilisées par l'équipe au-delà de son activité principale.",
            Confidentialite = Confidentialite.ActesEtCompetences,
        },
        Codes("niveauxExpertise", "Niveaux d'expertise et filières", "J227", s => s.NiveauxExpertise, (s, v) => s with { NiveauxExpertise = v ?? [] }) with
        {
            NombreMax = 50,
            Aide = "Niveau de recours dans le parcours et appartenance à une filière.",
        },
        Lignes<TeleExpertise>("teleExpertise", "Télé-expertise", s => s.TeleExpertise, (s, v) => s with { TeleExpertise = v ?? [] }) with
        {
            NombreMax = 5,
            Confidentialite = Confidentialite.ParNiveau,
            Aide = "Canal et coordonnée ; publiés pour les professionnels.",
        },
        Textes("liensTeleconsultation", "Liens de téléconsultation", s => s.LiensTeleconsultation, (s, v) => s with { LiensTeleconsultation = v ?? [] }) with
        {
            NombreMax = 5,
            LongueurMax = 500,
            Aide = "Adresses https publiées pour le grand public.",
        },
    ];

    public IEnumerable<Erreur> Verifier(ContexteSaisie contexte) =>
    [
        .. Activites.SelectMany((activite, i) => activite.Verifier(contexte, $"/activites/{i}")),
        .. TeleExpertise.SelectMany((t, i) => Coordonnees.Verifier(t.Canal, t.Valeur, $"/teleExpertise/{i}/valeur")),
        .. LiensTeleconsultation.SelectMany((lien, i) => Coordonnees.EstHttps(lien) ? [] : new[] { OffreErreurs.LienHttps.Sur($"/liensTeleconsultation/{i}") }),
    ];

    public ISection Completer() => this with { TeleExpertise = TeleExpertise.Select(t => t with { Valeur = Coordonnees.Canonique(t.Canal, t.Valeur) }).EnListe() };
}

/// <summary>One activity (J17), with its famille (J51) where the champ is médico-social (RG_EXP_007).</summary>
public sealed record ActiviteOperationnelle : IChamps
{
    public CodeNos? Activite { get; init; }

    public CodeNos? FamilleActivite { get; init; }

    public static IReadOnlyList<Champ> Champs { get; } =
    [
        Champ<ActiviteOperationnelle>.Code("activite", "Activité", "J17", l => l.Activite, (l, v) => l with { Activite = v }) with
        {
            Aide = "Ce que l'offre fait, dans les termes de la nomenclature.",
            Exigence = Champ.Toujours,
            Obligatoire = "toujours",
        },
        Champ<ActiviteOperationnelle>.Code("familleActivite", "Famille d'activité", "J51", l => l.FamilleActivite, (l, v) => l with { FamilleActivite = v }) with
        {
            Aide = "Famille de prestations de l'activité.",
            Exigence = c => c.EstChamp("04") ? Exigence.Obligatoire : Exigence.Facultatif,
            Obligatoire = "si le champ d'activité est 04 (médico-social)",
        },
    ];

    internal IEnumerable<Erreur> Verifier(ContexteSaisie contexte, string pointeur)
    {
        var familles = contexte.Modele?.Regle(Specificites.Cle, "activites")?.Familles;
        if (FamilleActivite is not null && Activite is not null
            && familles?.FirstOrDefault(f => f.Activite == Activite.Code)?.Familles is { } admises && !admises.Contains(FamilleActivite.Code))
        {
            yield return ChampErreurs.HorsModele.Sur($"{pointeur}/familleActivite", FamilleActivite.Code, contexte.Modele!.Reference) with { ValeursAdmises = [.. admises] };
        }
        else if (FamilleActivite is not null && Activite is not null && contexte.EstChamp("04")
            && contexte.Nomenclatures.FamillesActivite?.De(Activite.Code) is { } liees && !liees.Contains(FamilleActivite.Code))
        {
            yield return OffreErreurs.FamilleNonLiee.Sur($"{pointeur}/familleActivite", FamilleActivite.Code, Activite.Code) with { ValeursAdmises = liees };
        }
    }
}

/// <summary>A channel for tele-expertise; published as a contact of nature 15, level 2.</summary>
public sealed record TeleExpertise : IChamps
{
    public CodeNos? Canal { get; init; }

    public string? Valeur { get; init; }

    public static IReadOnlyList<Champ> Champs { get; } =
    [
        Champ<TeleExpertise>.Code("canal", "Canal", "J225", l => l.Canal, (l, v) => l with { Canal = v }) with
        {
            Exigence = Champ.Toujours,
            Obligatoire = "toujours",
            Aide = "Téléphone, courriel, site…",
        },
        Champ<TeleExpertise>.Texte("valeur", "Coordonnée", l => l.Valeur, (l, v) => l with { Valeur = v }) with
        {
            Exigence = Champ.Toujours,
            Obligatoire = "toujours",
            LongueurMax = 254,
            Aide = "Numéro ou adresse, selon le canal.",
        },
    ];
}
