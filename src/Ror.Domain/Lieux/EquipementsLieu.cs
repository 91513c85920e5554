using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Nomenclatures;
using static Ror.Domain.Champs.Champ<Ror.Domain.Lieux.EquipementsLieu>;

namespace Ror.Domain.Lieux;

/// <summary>What a lieu is equipped with, and the dwellings that it has: replaced whole.</summary>
public sealed record EquipementsLieu : IChamps, IRegles
{
    public static readonly EquipementsLieu Aucun = new();

    public Liste<EquipementSpecifique> Equipements { get; init; } = [];

    public Liste<CapaciteHabitation> Habitations { get; init; } = [];

    public static IReadOnlyList<Champ> Champs { get; } =
    [
        Lignes<EquipementSpecifique>("equipements", "Équipements spécifiques", s => s.Equipements, (s, v) => s with { Equipements = v ?? [] }) with
        {
            NombreMax = 200,
            Confidentialite = Confidentialite.ActesEtCompetences,
            Aide = "Un par type, avec les limites de l'exemplaire le plus tolérant.",
        },
        Lignes<CapaciteHabitation>("habitations", "Capacités d'habitation", s => s.Habitations, (s, v) => s with { Habitations = v ?? [] }) with { NombreMax = 50, Aide = "Chambres et logements, par type." },
    ];

    public IEnumerable<Erreur> Regles() =>
        Doublons(Equipements, e => e.Type, i => $"/equipements/{i}/type", LieuErreurs.EquipementEnDouble)
            .Concat(Doublons(Habitations, h => h.Type, i => $"/habitations/{i}/type", LieuErreurs.HabitationEnDouble))
            .Concat(Equipements.SelectMany((e, i) => e.Regles().Select(erreur => erreur with { Champ = $"/equipements/{i}{erreur.Champ}" })));

    /// <summary>Each row whose key an earlier row has.</summary>
    internal static IEnumerable<Erreur> Doublons<TLigne>(IReadOnlyList<TLigne> lignes, Func<TLigne, CodeNos?> cle, Func<int, string> pointeur, TypeErreur erreur)
    {
        var premieres = new Dictionary<CodeNos, int>();
        for (var i = 0; i < lignes.Count; i++)
        {
            if (cle(lignes[i]) is { } code && !premieres.TryAdd(code, i))
            {
                yield return erreur.Sur(pointeur(i), premieres[code]);
            }
        }
    }

    internal EquipementsLieu Completes() => this with
    {
        Equipements = Equipements.Select(e => e with { Limites = e.Limites.Select(l => l with { Unite = l.Unite ?? LimiteEquipement.UniteDe(l.Caracteristique?.Code) }).EnListe() }).EnListe(),
    };
}

/// <summary>The equipment of one type (MOS EquipementSpecifique).</summary>
public sealed record EquipementSpecifique : IChamps
{
    /// <summary>J18.</summary>
    public CodeNos? Type { get; init; }

    /// <summary>In working order; 0 says that there is none any more.</summary>
    public int? NombreEnService { get; init; }

    public Liste<LimiteEquipement> Limites { get; init; } = [];

    public static IReadOnlyList<Champ> Champs { get; } =
    [
        Champ<EquipementSpecifique>.Code("type", "Type d'équipement", "J18", l => l.Type, (l, v) => l with { Type = v }) with { Exigence = Champ.Toujours, Obligatoire = "toujours", Aide = "Scanner, table pour obèses…" },
        new Champ<EquipementSpecifique, int?>("nombreEnService", "Nombre en service", TypeChamp.Nombre, l => l.NombreEnService, (l, v) => l with { NombreEnService = v }) with { Bornes = (0, 9999), Aide = "En état de marche ; 0 : plus disponible." },
        Champ<EquipementSpecifique>.Lignes<LimiteEquipement>("limites", "Limites", l => l.Limites, (l, v) => l with { Limites = v ?? [] }) with { NombreMax = 10, Aide = "De l'exemplaire le plus tolérant." },
    ];

    internal IEnumerable<Erreur> Regles() =>
        EquipementsLieu.Doublons(Limites, l => l.Caracteristique, i => $"/limites/{i}/caracteristique", LieuErreurs.LimiteEnDouble)
            .Concat(Limites.SelectMany((l, i) => l.Regles().Select(erreur => erreur with { Champ = $"/limites/{i}{erreur.Champ}" })));
}

/// <summary>How far an equipment goes (MOS LimiteCaracteristiqueEquipement).</summary>
public sealed record LimiteEquipement : IChamps
{
    private const int ValeurMax = 100_000;

    // UCUM, by J228.
    private static readonly Dictionary<string, string> Unites = new() { ["001"] = "kg", ["002"] = "cm" };

    /// <summary>J228.</summary>
    public CodeNos? Caracteristique { get; init; }

    public decimal? Valeur { get; init; }

    /// <summary>UCUM; that of the characteristic when it is left out.</summary>
    public string? Unite { get; init; }

    public static IReadOnlyList<Champ> Champs { get; } =
    [
        Champ<LimiteEquipement>.Code("caracteristique", "Caractéristique", "J228", l => l.Caracteristique, (l, v) => l with { Caracteristique = v }) with { Exigence = Champ.Toujours, Obligatoire = "toujours", Aide = "Poids maximum, diamètre maximum." },
        new Champ<LimiteEquipement, decimal?>("valeur", "Valeur limite", TypeChamp.Nombre, l => l.Valeur, (l, v) => l with { Valeur = v }) with { Exigence = Champ.Toujours, Obligatoire = "toujours", Bornes = (0, ValeurMax), Aide = "Dans l'unité de la caractéristique." },
        Champ<LimiteEquipement>.Texte("unite", "Unité", l => l.Unite, (l, v) => l with { Unite = v }) with { LongueurMax = 10, Aide = "UCUM : kg pour un poids, cm pour un diamètre ; à laisser absente." },
    ];

    internal static string? UniteDe(string? caracteristique) => caracteristique is null ? null : Unites.GetValueOrDefault(caracteristique);

    internal IEnumerable<Erreur> Regles()
    {
        if (Valeur is 0)
        {
            yield return LieuErreurs.LimiteNulle.Sur("/valeur");
        }

        if (Unite is not null && UniteDe(Caracteristique?.Code) is { } attendue && Unite != attendue)
        {
            yield return LieuErreurs.UniteDeLimite.Sur("/unite", attendue) with { ValeursAdmises = [attendue] };
        }
    }
}

/// <summary>Dwellings of one type (MOS CapaciteHabitation).</summary>
public sealed record CapaciteHabitation : IChamps
{
    /// <summary>J32.</summary>
    public CodeNos? Type { get; init; }

    public int? Nombre { get; init; }

    public static IReadOnlyList<Champ> Champs { get; } =
    [
        Champ<CapaciteHabitation>.Code("type", "Type d'habitation", "J32", l => l.Type, (l, v) => l with { Type = v }) with { Exigence = Champ.Toujours, Obligatoire = "toujours", Aide = "Chambre simple, chambre double, F1…" },
        new Champ<CapaciteHabitation, int?>("nombre", "Nombre", TypeChamp.Nombre, l => l.Nombre, (l, v) => l with { Nombre = v }) with { Exigence = Champ.Toujours, Obligatoire = "toujours", Bornes = (0, 9999), Aide = "Logements de ce type." },
    ];
}
