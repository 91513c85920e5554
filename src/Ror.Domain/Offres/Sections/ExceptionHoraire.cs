using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Nomenclatures;
using static Ror.Domain.Champs.Champ<Ror.Domain.Offres.Sections.ExceptionHoraire>;

namespace Ror.Domain.Offres.Sections;

/// <summary>Days that are not like the typical week (domain §7): closed, or with hours of their own. Never changed: added and removed, one at a time.</summary>
public sealed record ExceptionHoraire : IChamps, IRegles
{
    public const string FermetureTemporaire = "FermetureTemporaire";
    public const string HoraireExceptionnel = "HoraireExceptionnel";

    private static readonly CodeNos HoraireDeFermeture = new("08");

    /// <summary>UUIDv7, made by the service.</summary>
    public string? Id { get; init; }

    public string? Type { get; init; }

    /// <summary>08 of a FermetureTemporaire, given by the service.</summary>
    public CodeNos? TypeHoraire { get; init; }

    /// <summary>First day, local.</summary>
    public DateOnly? DateDebut { get; init; }

    /// <summary>Last day, local.</summary>
    public DateOnly? DateFin { get; init; }

    public string? Motif { get; init; }

    /// <summary>Of a HoraireExceptionnel: all that is open in its period.</summary>
    public Liste<PlageExceptionnelle> Plages { get; init; } = [];

    public static IReadOnlyList<Champ> Champs { get; } =
    [
        Texte("id", "Identifiant", e => e.Id, (e, v) => e with { Id = v }) with { LongueurMax = 36, Aide = "UUIDv7 donné par le service ; à ne pas envoyer." },
        Texte("type", "Type d'exception", e => e.Type, (e, v) => e with { Type = v }) with
        {
            Exigence = Champ.Toujours,
            Obligatoire = "toujours",
            ValeursAdmises = TypesAdmis,
            Aide = "FermetureTemporaire : fermé toute la période ; HoraireExceptionnel : ses plages remplacent la semaine type.",
        },
        Code("typeHoraire", "Type d'horaire", "J41", e => e.TypeHoraire, (e, v) => e with { TypeHoraire = v }) with { Aide = "08 pour une fermeture temporaire, donné par le service ; absent pour un horaire exceptionnel." },
        Date("dateDebut", "Premier jour", e => e.DateDebut, (e, v) => e with { DateDebut = v }) with { Exigence = Champ.Toujours, Obligatoire = "toujours", Aide = "Compris." },
        Date("dateFin", "Dernier jour", e => e.DateFin, (e, v) => e with { DateFin = v }) with { Exigence = Champ.Toujours, Obligatoire = "toujours", Aide = "Compris ; passé, l'exception n'est plus servie." },
        Texte("motif", "Motif", e => e.Motif, (e, v) => e with { Motif = v }) with { Aide = "Congés, travaux… ; publié tel quel." },
        Lignes<PlageExceptionnelle>("plages", "Plages", e => e.Plages, (e, v) => e with { Plages = v ?? [] }) with { NombreMax = 50, Aide = "Seulement pour un horaire exceptionnel, au moins une." },
    ];

    private static IReadOnlyList<string> TypesAdmis => [FermetureTemporaire, HoraireExceptionnel];

    public IEnumerable<Erreur> Regles()
    {
        if (DateFin < DateDebut)
        {
            yield return OffreErreurs.PeriodeInversee.Sur("/dateFin");
        }

        if (Type == FermetureTemporaire && Plages.Count > 0)
        {
            yield return OffreErreurs.FermetureSansPlages.Sur("/plages");
        }

        if (Type == HoraireExceptionnel && Plages.Count == 0)
        {
            yield return OffreErreurs.ExceptionnelAvecPlages.Sur("/plages");
        }

        // Hours that hold on no day would close what they mean to open.
        foreach (var (plage, i) in Plages.Select((plage, i) => (plage, i)).Where(p => p.plage.Jour is >= 1 and <= 7 && !JoursDeLaPeriode.Contains(p.plage.Jour.Value)))
        {
            yield return OffreErreurs.JourHorsPeriode.Sur($"/plages/{i}/jour", plage.Jour!);
        }

        foreach (var erreur in Plages.SelectMany((plage, i) => plage.Regles().Select(e => e with { Champ = $"/plages/{i}{e.Champ}" })).Concat(PlageHoraire.Chevauchements(EnPlages(), "/plages")))
        {
            yield return erreur;
        }
    }

    // 1 (Monday) to 7; all of them while the period is not known.
    private IEnumerable<int> JoursDeLaPeriode => DateDebut is { } debut && DateFin is { } fin && fin >= debut
        ? Enumerable.Range(0, Math.Min(7, fin.DayNumber - debut.DayNumber + 1)).Select(i => (((int)debut.AddDays(i).DayOfWeek + 6) % 7) + 1) : Enumerable.Range(1, 7);

    /// <summary>Its rows as rows of the week that hold in its period alone.</summary>
    internal IReadOnlyList<PlageHoraire> EnPlages() =>
        [.. Plages.Select(p => new PlageHoraire { Type = p.Type, Jour = p.Jour, Debut = p.Debut, Fin = p.Fin, DateDebut = DateDebut, DateFin = DateFin })];

    internal bool Chevauche(ExceptionHoraire autre) => DateDebut <= autre.DateFin && autre.DateDebut <= DateFin;

    /// <summary>May the service take it as its own now? What no exception could ever be is told by its shape and its rules.</summary>
    /// <param name="autres">Those that are served.</param>
    /// <param name="jour">Local day.</param>
    internal IEnumerable<Erreur> Refuser(IReadOnlyList<ExceptionHoraire> autres, DateOnly jour)
    {
        foreach (var champ in Champs.Where(c => c.Nom is "id" or "typeHoraire" && c.EstRempli(this) && !Equals(c.Lire(this), c.Lire(Numerotee(null)))))
        {
            yield return ChampErreurs.LectureSeule.Sur(champ.Pointeur, champ.Libelle);
        }

        if (DateFin < jour)
        {
            yield return OffreErreurs.ExceptionPassee.Sur("/dateFin", $"{jour:yyyy-MM-dd}");
        }

        foreach (var autre in autres.Where(Chevauche))
        {
            yield return OffreErreurs.ExceptionsChevauchees.Sur("/dateDebut", EnMots(), autre.EnMots(), autre.Id!);
        }
    }

    /// <summary>With what the service gives.</summary>
    internal ExceptionHoraire Numerotee(string? id) => this with { Id = id, TypeHoraire = Type == FermetureTemporaire ? HoraireDeFermeture : null };

    private string EnMots() => $"{Type} {DateDebut:yyyy-MM-dd}/{DateFin:yyyy-MM-dd}";
}

/// <summary>One row of exceptional hours.</summary>
public sealed record PlageExceptionnelle : IChamps, IRegles
{
    public CodeNos? Type { get; init; }

    /// <summary>1 (Monday) to 7; absent, every day of the period.</summary>
    public int? Jour { get; init; }

    /// <summary>Local time, <c>HH:mm</c>.</summary>
    public string? Debut { get; init; }

    /// <summary>Local time, <c>HH:mm</c>; <c>24:00</c> is the end of the day.</summary>
    public string? Fin { get; init; }

    public static IReadOnlyList<Champ> Champs { get; } =
    [
        Champ<PlageExceptionnelle>.Code("type", "Type de plage", "J41", l => l.Type, (l, v) => l with { Type = v }) with
        {
            Exigence = Champ.Toujours,
            Obligatoire = "toujours",
            Admet = PlageHoraire.Admise,
            RegleAdmission = PlageHoraire.RegleAdmise,
            Aide = "Ouverture, consultation sur rendez-vous…",
        },
        new Champ<PlageExceptionnelle, int?>("jour", "Jour", TypeChamp.Nombre, l => l.Jour, (l, v) => l with { Jour = v }) with { Bornes = (1, 7), Aide = "1 (lundi) à 7 (dimanche) ; absent : tous les jours de la période." },
        Champ<PlageExceptionnelle>.Texte("debut", "Début", l => l.Debut, (l, v) => l with { Debut = v }) with { Exigence = Champ.Toujours, Obligatoire = "toujours", Motif = PlageHoraire.MotifHeure, Aide = "Heure locale, HH:mm." },
        Champ<PlageExceptionnelle>.Texte("fin", "Fin", l => l.Fin, (l, v) => l with { Fin = v }) with { Exigence = Champ.Toujours, Obligatoire = "toujours", Motif = PlageHoraire.MotifHeure, Aide = "Heure locale, HH:mm ; 24:00 pour la fin de la journée." },
    ];

    public IEnumerable<Erreur> Regles() => PlageHoraire.ReglesHeures(Debut, Fin);
}
