using Ror.Domain.Commun;
using Ror.Domain.Nomenclatures;

namespace Ror.Domain.Professionnels;

/// <summary>What the national directories say of a person: immutable, compared by value, stored as one JSON. Nobody enters it here (RG_EXP_031).</summary>
public sealed record FicheProfessionnel
{
    /// <summary>Eleven digits, Luhn.</summary>
    public required string Rpps { get; init; }

    /// <summary>TRE_R81 (M, MME).</summary>
    public string? Civilite { get; init; }

    /// <summary>TRE_R11 (DR, PR…).</summary>
    public string? CiviliteExercice { get; init; }

    public required string Nom { get; init; }

    public string? Prenom { get; init; }

    /// <summary>By profession then category: a person may have several.</summary>
    public Liste<ExerciceProfessionnel> Exercices { get; init; } = [];

    /// <summary>By structure, profession and mode: rows that differ by savoir-faire are one.</summary>
    public Liste<SituationExercice> Situations { get; init; } = [];

    /// <summary>The same, in the order in which two of them compare.</summary>
    public FicheProfessionnel Ordonnee() => this with
    {
        Exercices = Exercices.OrderBy(e => e.Profession.ToString(), StringComparer.Ordinal).ThenBy(e => e.Categorie, StringComparer.Ordinal)
            .Select(e => e with { SavoirFaire = e.SavoirFaire.Distinct().OrderBy(s => s.Type, StringComparer.Ordinal).ThenBy(s => s.Code, StringComparer.Ordinal).EnListe() }).EnListe(),
        Situations = Situations.OrderBy(s => s.Cle, StringComparer.Ordinal).EnListe(),
    };

    /// <summary>Health insurance is asked about apart: what is known of a situation that goes on stays, unless this is more recent and tells something else.</summary>
    public FicheProfessionnel AvecConventionnements(FicheProfessionnel avant) => avant.Situations.All(s => s.Conventionnement is null) ? this : this with
    {
        Situations = Situations.Select(s => avant.Situations.FirstOrDefault(a => a.Cle == s.Cle)?.Conventionnement is { } connu
            ? s with { Conventionnement = s.Conventionnement is { } dit && dit.Le >= connu.Le && dit.DitAutreChoseQue(connu) ? dit.Completer(connu) : connu } : s).EnListe(),
    };

    /// <summary>Where they exercise on their own account.</summary>
    public IEnumerable<string> StructuresLiberales() => Situations.Where(s => s.EstLiberale).Select(s => s.Structure).Distinct();

    /// <summary>Of the situations, those that are known: two sources name a place in ways of their own, and the second name would be a second offer.</summary>
    public FicheProfessionnel SansSituationsNouvelles(FicheProfessionnel avant) => this with { Situations = Situations.Where(s => avant.Situations.Any(a => a.Cle == s.Cle)).EnListe() };

    /// <summary>The profession exercised in a situation.</summary>
    public ExerciceProfessionnel Exercice(SituationExercice situation) =>
        Exercices.FirstOrDefault(e => e.Profession == situation.Profession) ?? new(situation.Profession, null, []);
}

/// <summary>One profession of a person, with the know-how that goes with it.</summary>
/// <param name="Profession">Of TRE_G15, or of the system that it names.</param>
/// <param name="Categorie">TRE_R09 (C civil, M, E student).</param>
/// <param name="SavoirFaire">In the order of type and code.</param>
public sealed record ExerciceProfessionnel(CodeNos Profession, string? Categorie, Liste<SavoirFaire> SavoirFaire)
{
    // A stored list that is empty is not written.
    public Liste<SavoirFaire> SavoirFaire { get; init; } = SavoirFaire ?? [];

    /// <summary>Codes of the spécialités ordinales.</summary>
    public IReadOnlyList<string> Specialites => [.. SavoirFaire.Where(s => s.Type == Professionnels.SavoirFaire.Specialite).Select(s => s.Code)];
}

/// <param name="Type">TRE_R04 (S, CEX, C, CAPA…); it names the list of the code.</param>
public sealed record SavoirFaire(string Type, string Code)
{
    public const string Specialite = "S";
    public const string CompetenceExclusive = "CEX";
}

/// <summary>A person's exercise in one structure.</summary>
/// <param name="Structure">idNat_Struct where one can be made of what is known (<c>4</c> then RPPS-rang…), else the technical identifier of the directory.</param>
/// <param name="Mode">TRE_R23: L liberal, S salaried, B, I.</param>
public sealed record SituationExercice(string Structure, CodeNos Profession, string? Mode)
{
    public const string Liberal = "L";

    /// <summary>Trade name, else legal name, of the structure.</summary>
    public string? NomStructure { get; init; }

    /// <summary>TRE_R02 (SA07 cabinet individuel…).</summary>
    public string? SecteurActivite { get; init; }

    /// <summary>TRE_R22.</summary>
    public string? GenreActivite { get; init; }

    /// <summary>Of the structure, E.164 where it can be read so.</summary>
    public Liste<string> Telephones { get; init; } = [];

    public string? Courriel { get; init; }

    /// <summary>Null: unknown, which blocks nothing.</summary>
    public Conventionnement? Conventionnement { get; init; }

    public bool EstLiberale => Mode == Liberal;

    /// <summary>What makes it the same situation in two editions of a directory.</summary>
    public string Cle => $"{Structure}|{Profession}|{Mode}";
}

/// <summary>What health insurance says of the exercise; each member is null while unknown.</summary>
/// <param name="Secteur">J218: nc, c1, c2, c3.</param>
/// <param name="Optam">OPTAM or OPTAM-CO.</param>
/// <param name="Le">Day of the data.</param>
public sealed record Conventionnement(CodeNos? Secteur, bool? Optam, bool? CarteVitale, DateOnly Le)
{
    /// <summary>Codes of <see cref="Secteur"/>.</summary>
    public static readonly IReadOnlySet<string> Secteurs = new HashSet<string>(StringComparer.Ordinal) { "nc", "c1", "c2", "c3" };

    /// <summary>This, and of what it leaves out what was known before.</summary>
    public Conventionnement Completer(Conventionnement? connu) =>
        connu is null ? this : this with { Secteur = Secteur ?? connu.Secteur, Optam = Optam ?? connu.Optam, CarteVitale = CarteVitale ?? connu.CarteVitale };

    /// <summary>Whatever its day.</summary>
    public bool DitAutreChoseQue(Conventionnement connu) => Completer(connu) with { Le = connu.Le } != connu;
}
