using Ror.Domain.Champs;
using Ror.Domain.Commun;
using static Ror.Domain.Champs.Champ<Ror.Domain.Offres.Sections.DonneesNationales>;

namespace Ror.Domain.Offres.Sections;

/// <summary>Step 1 of the liberal parcours: what the national directories say, and whether the professional agrees. Only the extract is published.</summary>
public sealed record DonneesNationales : ISection<DonneesNationales>
{
    private const int AnomaliesMax = 20;

    public static string Cle => "donnees-nationales";

    public static string Titre => "Données nationales";

    public bool? Accord { get; init; }

    /// <summary>As it was when the professional answered.</summary>
    public ExtraitNational? Extrait { get; init; }

    /// <summary>What the professional told of when they did not agree.</summary>
    public Liste<AnomalieSignalee> Anomalies { get; init; } = [];

    public static IReadOnlyList<Champ> Champs { get; } =
    [
        Booleen("accord", "Je suis d'accord avec ces informations", s => s.Accord, (s, v) => s with { Accord = v }) with
        {
            Exigence = c => !c.EstLiberal ? Exigence.NonApplicable : c.Contenu.DonneesNationales?.Anomalies.Count > 0 ? Exigence.Facultatif : Exigence.Obligatoire,
            Obligatoire = "offre libérale : l'accord, ou une anomalie au moins",
            Aide = "En désaccord : déclarez une anomalie sur chaque information fausse.",
        },
        Objet("extrait", "Informations des répertoires nationaux", s => s.Extrait, (s, v) => s with { Extrait = v }) with
        {
            Exigence = ReserveAuLiberal,
            National = true,
            LectureSeule = _ => true,
            ValeurFigee = c => c.ExtraitNational,
            Aide = "En lecture seule ; une erreur se corrige dans le répertoire d'origine, après la déclaration d'une anomalie.",
        },
        Lignes<AnomalieSignalee>("anomalies", "Anomalies déclarées", s => s.Anomalies, (s, v) => s with { Anomalies = v ?? [] }) with
        {
            Exigence = ReserveAuLiberal,
            NombreMax = AnomaliesMax,
            Aide = "Chacune nomme une information ; elle est transmise au référent ROR de la région.",
        },
    ];

    /// <summary>As others than its professional read it: what they answered is between them and the directories.</summary>
    public DonneesNationales? SansReponse() => Extrait is null ? null : new() { Extrait = Extrait };

    public IEnumerable<Erreur> Verifier(ContexteSaisie contexte)
    {
        if (!contexte.EstLiberal)
        {
            yield break;
        }

        if (Accord is not null && Accord.Value == Anomalies.Count > 0)
        {
            yield return OffreErreurs.AccordOuAnomalie.Sur("/accord");
        }

        // What was answered was answered about something else.
        if (Extrait is not null && !Extrait.Equals(contexte.ExtraitNational))
        {
            yield return OffreErreurs.DonneesNationalesChangees.Sur("/extrait");
        }

        foreach (var (anomalie, i) in Anomalies.Select((a, i) => (a, i)).Where(a => string.IsNullOrWhiteSpace(a.a.Description) && string.IsNullOrWhiteSpace(a.a.ValeurProposee)))
        {
            yield return ChampErreurs.Obligatoire.Sur($"/anomalies/{i}/description", "Description");
        }

        foreach (var i in Enumerable.Range(0, Anomalies.Count).Where(i => Anomalies.Take(i).Any(a => a.Champ == Anomalies[i].Champ)))
        {
            yield return ChampErreurs.Doublon.Sur($"/anomalies/{i}/champ", "Information en cause");
        }
    }

    private static Exigence ReserveAuLiberal(ContexteSaisie c) => c.EstLiberal ? Exigence.Facultatif : Exigence.NonApplicable;
}

/// <summary>One information that is wrong, as its professional tells it.</summary>
public sealed record AnomalieSignalee : IChamps
{
    /// <summary>JSON Pointer into the section: <c>/extrait/structure/denomination</c>.</summary>
    public string? Champ { get; init; }

    public string? ValeurProposee { get; init; }

    public string? Description { get; init; }

    /// <summary>Id of the anomaly that was made of it; given by the service.</summary>
    public string? Anomalie { get; init; }

    public static IReadOnlyList<Champ> Champs { get; } =
    [
        Champ<AnomalieSignalee>.Texte("champ", "Information en cause", a => a.Champ, (a, v) => a with { Champ = v }) with
        {
            Exigence = Ror.Domain.Champs.Champ.Toujours,
            Obligatoire = "toujours",
            LongueurMax = 100,
            ValeursAdmises = [.. ExtraitNational.Pointeurs],
            Aide = "Chemin de l'information dans la section.",
        },
        Champ<AnomalieSignalee>.Texte("valeurProposee", "Valeur exacte", a => a.ValeurProposee, (a, v) => a with { ValeurProposee = v }) with { LongueurMax = 500, Aide = "Ce que l'information devrait être." },
        Champ<AnomalieSignalee>.Texte("description", "Description", a => a.Description, (a, v) => a with { Description = v }) with { LongueurMax = 2000, Multiligne = true, Aide = "Demandée si aucune valeur n'est proposée." },
        Champ<AnomalieSignalee>.Texte("anomalie", "Anomalie", a => a.Anomalie, (a, v) => a with { Anomalie = v }) with { LongueurMax = 36, Aide = "Donné par le service : laissez-le absent ou identique." },
    ];
}
