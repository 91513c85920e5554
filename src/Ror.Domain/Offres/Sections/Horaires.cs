using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Nomenclatures;
using static Ror.Domain.Champs.Champ<Ror.Domain.Offres.Sections.Horaires>;

namespace Ror.Domain.Offres.Sections;

/// <summary>The typical week (domain §7).</summary>
public sealed record Horaires : ISection<Horaires>, IRegles
{
    public static string Cle => "horaires";

    public static string Titre => "Horaires";

    public Liste<PlageHoraire> SemaineType { get; init; } = [];

    public static IReadOnlyList<Champ> Champs { get; } =
    [
        Lignes<PlageHoraire>("semaineType", "Semaine type", s => s.SemaineType, (s, v) => s with { SemaineType = v ?? [] }) with
        {
            NombreMax = 200,
            Exigence = c => c.EstLiberal ? Exigence.Obligatoire : Exigence.Facultatif,
            Obligatoire = "offre libérale : au moins une plage",
            Aide = "Une ligne par plage ; une plage qui passe minuit se saisit en deux lignes.",
        },
    ];

    public IEnumerable<Erreur> Regles() =>
    [
        .. SemaineType.SelectMany((plage, i) => plage.Regles().Select(e => e with { Champ = $"/semaineType/{i}{e.Champ}" })),
        .. SemaineType.Select((plage, i) => (plage, i)).Where(p => SemaineType.Take(p.i).Any(p.plage.Chevauche))
            .Select(p => OffreErreurs.HorairesChevauches.Sur($"/semaineType/{p.i}")),
    ];
}

/// <summary>One row of the week.</summary>
public sealed record PlageHoraire : IChamps, IRegles
{
    /// <summary>Of a liberal offer: visit, without an appointment, with one.</summary>
    private static readonly string[] TypesLiberaux = ["05", "06", "07"];

    private const string Heure = "^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$";

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
        Champ<PlageHoraire>.Code("type", "Type de plage", "J41", l => l.Type, (l, v) => l with { Type = v }) with { Admet = (c, code) => !c.EstLiberal || TypesLiberaux.Contains(code.Code), RegleAdmission = "parcours", Exigence = Champ.Toujours, Obligatoire = "toujours", Aide = "Ouverture, consultation sur rendez-vous…" },
        new Champ<PlageHoraire, int?>("jour", "Jour", TypeChamp.Nombre, l => l.Jour, (l, v) => l with { Jour = v }) with { Bornes = (1, 7), Aide = "1 (lundi) à 7 (dimanche) ; absent : tous les jours de la période." },
        Champ<PlageHoraire>.Texte("debut", "Début", l => l.Debut, (l, v) => l with { Debut = v }) with { Exigence = Champ.Toujours, Obligatoire = "toujours", Motif = new(Heure, OffreErreurs.HeureInvalide), Aide = "Heure locale, HH:mm." },
        Champ<PlageHoraire>.Texte("fin", "Fin", l => l.Fin, (l, v) => l with { Fin = v }) with { Exigence = Champ.Toujours, Obligatoire = "toujours", Motif = new(Heure, OffreErreurs.HeureInvalide), Aide = "Heure locale, HH:mm ; 24:00 pour la fin de la journée." },
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

        if (string.CompareOrdinal(Fin, Debut) <= 0 && Debut is not null && Fin is not null)
        {
            yield return OffreErreurs.HeuresInversees.Sur("/fin");
        }

        if (DateFin < DateDebut)
        {
            yield return OffreErreurs.PeriodeInversee.Sur("/dateFin");
        }
    }

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

    // 1 is Monday.
    private static int JourDe(DateOnly date) => date.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)date.DayOfWeek;

    private static DateOnly Max(DateOnly une, DateOnly autre) => une > autre ? une : autre;

    private static DateOnly Min(DateOnly une, DateOnly autre) => une < autre ? une : autre;
}
