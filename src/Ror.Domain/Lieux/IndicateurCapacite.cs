using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Nomenclatures;
using static Ror.Domain.Champs.Champ<Ror.Domain.Lieux.IndicateurCapacite>;

namespace Ror.Domain.Lieux;

/// <summary>One figure of a lieu: how many beds or places in that state, at that time, measured then. Replaced by its key.</summary>
public sealed record IndicateurCapacite : IChamps, IRegles
{
    public const string Installe = "01";
    public const string Disponible = "02";
    public const string Occupe = "03";
    public const string Reserve = "04";
    public const string Ferme = "05";
    public const string Supplementaire = "06";

    /// <summary>A lieu has fewer: more is a slip of the keyboard.</summary>
    public const int NombreMax = 9999;

    private static readonly CodeNos SansAffectation = new("01");

    /// <summary>J195; 01 (none) when it is left out.</summary>
    public CodeNos? AffectationTemporaire { get; init; }

    /// <summary>J187.</summary>
    public CodeNos? Nature { get; init; }

    /// <summary>J188.</summary>
    public CodeNos? Statut { get; init; }

    /// <summary>J189.</summary>
    public CodeNos? Temporalite { get; init; }

    /// <summary>J190.</summary>
    public CodeNos? Genre { get; init; }

    /// <summary>J191.</summary>
    public CodeNos? TypeFermeture { get; init; }

    /// <summary>J192.</summary>
    public CodeNos? TypeLitSupplementaire { get; init; }

    /// <summary>J194.</summary>
    public CodeNos? TypeCrise { get; init; }

    public int? Nombre { get; init; }

    /// <summary>J193.</summary>
    public CodeNos? Source { get; init; }

    /// <summary>UTC instant of the measure, as it is stored: see <see cref="InstantMesure"/>.</summary>
    public string? DateMaj { get; init; }

    public static IReadOnlyList<Champ> Champs { get; } =
    [
        Code("affectationTemporaire", "Affectation temporaire", "J195", s => s.AffectationTemporaire, (s, v) => s with { AffectationTemporaire = v }) with { Aide = "01 (aucune) par défaut." },
        Code("nature", "Nature de la capacité", "J187", s => s.Nature, (s, v) => s with { Nature = v }) with { Exigence = Champ.Toujours, Obligatoire = "toujours", Aide = "Lit ou place." },
        Code("statut", "Statut de la capacité", "J188", s => s.Statut, (s, v) => s with { Statut = v }) with { Exigence = Champ.Toujours, Obligatoire = "toujours", Aide = "Installé, disponible, occupé… ; décide des autres dimensions admises." },
        Code("temporalite", "Temporalité", "J189", s => s.Temporalite, (s, v) => s with { Temporalite = v }) with { Exigence = Champ.Toujours, Obligatoire = "toujours", Aide = "01 (courant) ; un disponible peut être prévisionnel." },
        Code("genre", "Genre", "J190", s => s.Genre, (s, v) => s with { Genre = v }) with { Aide = "D'un disponible seulement." },
        Code("typeFermeture", "Type de fermeture", "J191", s => s.TypeFermeture, (s, v) => s with { TypeFermeture = v }) with { Aide = "D'un fermé, toujours ; d'un autre, jamais." },
        Code("typeLitSupplementaire", "Type de lit supplémentaire", "J192", s => s.TypeLitSupplementaire, (s, v) => s with { TypeLitSupplementaire = v }) with { Aide = "D'un supplémentaire, toujours ; d'un autre, jamais." },
        Code("typeCrise", "Type de crise", "J194", s => s.TypeCrise, (s, v) => s with { TypeCrise = v }) with { Aide = "D'un supplémentaire seulement." },
        new Champ<IndicateurCapacite, int?>("nombre", "Nombre", TypeChamp.Nombre, s => s.Nombre, (s, v) => s with { Nombre = v }) with { Exigence = Champ.Toujours, Obligatoire = "toujours", Bornes = (0, NombreMax), Aide = "Lits ou places." },
        Code("source", "Source", "J193", s => s.Source, (s, v) => s with { Source = v }) with { Exigence = Champ.Toujours, Obligatoire = "toujours", Aide = "Saisie manuelle, bed management, GAM, DPI." },
        Texte("dateMaj", "Instant de la mesure", s => s.DateMaj, (s, v) => s with { DateMaj = v }) with
        {
            Exigence = Champ.Toujours,
            Obligatoire = "toujours",
            LongueurMax = 35,
            Motif = new(InstantMesure.Motif, CapaciteErreurs.InstantInvalide),
            Forme = (InstantMesure.EstJusteOuInforme, CapaciteErreurs.InstantInvalide),
            Aide = "ISO 8601 avec décalage ; servi en UTC. C'est lui qui ordonne les mesures.",
        },
    ];

    /// <summary>The tuple that it is replaced by: the codes of its eight dimensions, <c>_</c> for one that is not there (<c>01.01.02.01.02._._._</c>).</summary>
    public string Cle() => string.Join('.', Dimensions(this).Select(code => code?.Code ?? "_"));

    public IEnumerable<Erreur> Regles() => CombinaisonsCapacite.Verifier(this);

    internal IndicateurCapacite Complete() => this with { AffectationTemporaire = AffectationTemporaire ?? SansAffectation, DateMaj = InstantMesure.Canonique(DateMaj) };

    private static IEnumerable<CodeNos?> Dimensions(IndicateurCapacite i) => [i.AffectationTemporaire, i.Nature, i.Statut, i.Temporalite, i.Genre, i.TypeFermeture, i.TypeLitSupplementaire, i.TypeCrise];
}
