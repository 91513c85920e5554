using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Offres.Parcours;
using static Ror.Domain.Champs.Champ<Ror.Domain.Offres.Sections.Horaires>;

namespace Ror.Domain.Offres.Sections;

/// <summary>The typical week (domain §7).</summary>
public sealed record Horaires : ISection<Horaires>, IRegles
{
    public static string Cle => "horaires";

    public static string Titre => "Horaires";

    public Liste<PlageHoraire> SemaineType { get; init; } = [];

    /// <summary>By their first day; null when there is none. In a PUT, null leaves them as they are.</summary>
    public Liste<ExceptionHoraire>? Exceptions { get; init; }

    public static IReadOnlyList<Champ> Champs { get; } =
    [
        Lignes<PlageHoraire>("semaineType", "Semaine type", s => s.SemaineType, (s, v) => s with { SemaineType = v ?? [] }) with
        {
            NombreMax = 200,
            Exigence = c => c.EstLiberal ? Exigence.Obligatoire : Exigence.Facultatif,
            Obligatoire = "offre libérale : au moins une plage",
            Aide = "Une ligne par plage ; une plage qui passe minuit se saisit en deux lignes.",
        },
        Lignes<ExceptionHoraire>("exceptions", "Exceptions", s => s.Exceptions, (s, v) => s with { Exceptions = v }) with
        {
            NombreMax = 100,
            ParOperations = true,
            Aide = "Fermetures temporaires et horaires exceptionnels, ajoutés et retirés un par un par « exceptions-horaires » ; ici, absent ou identique.",
        },
    ];

    public IEnumerable<Erreur> Regles() =>
    [
        .. SemaineType.SelectMany((plage, i) => plage.Regles().Select(e => e with { Champ = $"/semaineType/{i}{e.Champ}" })),
        .. PlageHoraire.Chevauchements(SemaineType, "/semaineType"),
    ];

    /// <summary>RG_EXP_018: as it is served on that local day.</summary>
    internal Horaires SansExceptionsPassees(DateOnly jour) => Exceptions is null || Exceptions.All(e => e.DateFin >= jour) ? this : AvecExceptions(Exceptions.Where(e => e.DateFin >= jour));

    internal Horaires AvecExceptions(IEnumerable<ExceptionHoraire> exceptions) => this with { Exceptions = exceptions.OrderBy(e => e.DateDebut).EnListe() is { Count: > 0 } liste ? liste : null };
}

/// <summary>One row of the week.</summary>
public sealed record PlageHoraire : IChamps, IRegles
{
    internal const string RegleAdmise = "horaires d'une offre libérale : 05, 06, 07";

    internal static readonly Motif MotifHeure = new("^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$", OffreErreurs.HeureInvalide);

    public CodeNos? Type { get; init; }

    /// <summary>1 (Monday) to 7; absent, every day of the period.</summary>
    public int? Jour { get; init; }

    /// <summary>Local time, <c>HH:mm</c>.</summary>
    public string? Debut { get; init; }

    /// <summary>Local time, <c>HH:mm</c>; <c>24:00</c> is the end of the day.</summary>
    public string? Fin { get; init; }

    public DateOnly? DateDebut { get; init; }

    public DateOnly? DateFin { get; init; }

    public static IReadOnlyList<Champ> Champs { get; } =
    [
        Champ<PlageHoraire>.Code("type", "Type de plage", "J41", l => l.Type, (l, v) => l with { Type = v }) with
        {
            Exigence = Champ.Toujours,
            Obligatoire = "toujours",
            Admet = Admise,
            RegleAdmission = RegleAdmise,
            Aide = "Ouverture, consultation sur rendez-vous…",
        },
        new Champ<PlageHoraire, int?>("jour", "Jour", TypeChamp.Nombre, l => l.Jour, (l, v) => l with { Jour = v }) with { Bornes = (1, 7), Aide = "1 (lundi) à 7 (dimanche) ; absent : tous les jours de la période." },
        Champ<PlageHoraire>.Texte("debut", "Début", l => l.Debut, (l, v) => l with { Debut = v }) with { Exigence = Champ.Toujours, Obligatoire = "toujours", Motif = MotifHeure, Aide = "Heure locale, HH:mm." },
        Champ<PlageHoraire>.Texte("fin", "Fin", l => l.Fin, (l, v) => l with { Fin = v }) with { Exigence = Champ.Toujours, Obligatoire = "toujours", Motif = MotifHeure, Aide = "Heure locale, HH:mm ; 24:00 pour la fin de la journée." },
        Champ<PlageHoraire>.Date("dateDebut", "Début de la période", l => l.DateDebut, (l, v) => l with { DateDebut = v }) with { Aide = "Premier jour où la plage vaut ; absent, elle vaut déjà." },
        Champ<PlageHoraire>.Date("dateFin", "Fin de la période", l => l.DateFin, (l, v) => l with { DateFin = v }) with { Aide = "Dernier jour où la plage vaut ; absent, elle vaut sans limite." },
    ];

    public IEnumerable<Erreur> Regles()
    {
        if (Jour is null && DateDebut is null && DateFin is null)
        {
            // RG_EXP_014
            yield return OffreErreurs.JourOuPeriode.Sur("/jour");
        }

        foreach (var erreur in ReglesHeures(Debut, Fin))
        {
            yield return erreur;
        }

        if (DateFin < DateDebut)
        {
            yield return OffreErreurs.PeriodeInversee.Sur("/dateFin");
        }
    }

    internal static IEnumerable<Erreur> ReglesHeures(string? debut, string? fin) =>
        debut is not null && fin is not null && string.CompareOrdinal(fin, debut) <= 0 ? [OffreErreurs.HeuresInversees.Sur("/fin")] : [];

    // Consultations with and without appointment, visits at home.
    internal static bool Admise(ContexteSaisie contexte, CodeNos type) => contexte.Parcours != LesParcours.Liberal.Cle || type.Code is "05" or "06" or "07";

    /// <summary>Each row that overlaps another of the same type, with that other.</summary>
    internal static IEnumerable<Erreur> Chevauchements(IReadOnlyList<PlageHoraire> plages, string liste) =>
        from i in Enumerable.Range(0, plages.Count)
        let autre = Enumerable.Range(0, plages.Count).FirstOrDefault(j => j != i && plages[i].Chevauche(plages[j]), -1)
        where autre >= 0
        let ici = $"{liste}/{i}"
        select OffreErreurs.HorairesChevauches.Sur(ici, ici, plages[i].EnMots(), $"{liste}/{autre}", plages[autre].EnMots(), plages[i].Type?.Code ?? "");

    /// <summary>Is it in force on that day?</summary>
    internal bool Vaut(DateOnly jour) => (Jour ?? JourDe(jour)) == JourDe(jour) && !(jour < DateDebut) && !(jour > DateFin);

    /// <summary>Same type, a day in common, and a moment of it.</summary>
    internal bool Chevauche(PlageHoraire autre) =>
        Type == autre.Type && string.CompareOrdinal(Debut, autre.Fin) < 0 && string.CompareOrdinal(autre.Debut, Fin) < 0 && AUnJourEnCommun(autre);

    private bool AUnJourEnCommun(PlageHoraire autre)
    {
        var debut = Max(DateDebut ?? DateOnly.MinValue, autre.DateDebut ?? DateOnly.MinValue);
        var fin = Min(DateFin ?? DateOnly.MaxValue, autre.DateFin ?? DateOnly.MaxValue);

        // A week holds every weekday: beyond seven days there is nothing more to look at.
        return Enumerable.Range(0, Math.Clamp(fin.DayNumber - debut.DayNumber + 1, 0, 7)).Select(n => JourDe(debut.AddDays(n)))
            .Any(jour => (Jour ?? jour) == jour && (autre.Jour ?? jour) == jour);
    }

    private Bilingue EnMots()
    {
        var (jour, periode) = (JoursEnMots.De(Jour), (DateDebut, DateFin) switch
        {
            (null, null) => new Bilingue("", ""),
            ({ } du, null) => new($", dès le {du:yyyy-MM-dd}", $", from {du:yyyy-MM-dd}"),
            (null, { } au) => new($", jusqu'au {au:yyyy-MM-dd}", $", until {au:yyyy-MM-dd}"),
            ({ } du, { } au) => new($", du {du:yyyy-MM-dd} au {au:yyyy-MM-dd}", $", from {du:yyyy-MM-dd} to {au:yyyy-MM-dd}"),
        });
        return new($"{jour.Francais} {Debut}–{Fin}{periode.Francais}", $"{jour.Anglais} {Debut}–{Fin}{periode.Anglais}");
    }

    // 1 is Monday.
    private static int JourDe(DateOnly date) => date.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)date.DayOfWeek;

    private static DateOnly Max(DateOnly une, DateOnly autre) => une > autre ? une : autre;

    private static DateOnly Min(DateOnly une, DateOnly autre) => une < autre ? une : autre;
}
