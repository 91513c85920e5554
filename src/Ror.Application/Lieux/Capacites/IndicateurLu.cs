using Ror.Application.Commun;
using Ror.Domain.Lieux;

namespace Ror.Application.Lieux.Capacites;

/// <summary>A figure as it is served.</summary>
/// <param name="Cle">The tuple that it is replaced by.</param>
/// <param name="Perimee">Its measure is older than the freshness that is configured.</param>
/// <param name="Indicateur">As it is written.</param>
public sealed record IndicateurLu(string Cle, bool Perimee, IndicateurCapacite Indicateur);

/// <summary>How long a figure is fresh (<c>Capacites</c> in the configuration).</summary>
public sealed class OptionsCapacites
{
    public const string Section = "Capacites";

    /// <summary>A year.</summary>
    public const int FraicheurMax = 8760;

    /// <summary>Hours, from 1 to <see cref="FraicheurMax"/>.</summary>
    public int FraicheurHeures { get; set; } = 24;
}

/// <summary>From stored figures to what is served: whether each is stale is told at the moment of the reading.</summary>
internal sealed class LectureCapacites(OptionsCapacites options, TimeProvider horloge)
{
    private TimeSpan Fraicheur => TimeSpan.FromHours(options.FraicheurHeures);

    public IReadOnlyList<IndicateurLu> Lire(IEnumerable<IndicateurCapacite> indicateurs)
    {
        var limite = InstantMesure.Ecrire(horloge.Instant() - Fraicheur);
        return [.. indicateurs.Select(i => new IndicateurLu(i.Cle(), EstPerimee(i, limite), i))];
    }

    /// <summary>UTC instant at which the first of those that are fresh no longer is; null when none is.</summary>
    public DateTime? Peremption(IEnumerable<IndicateurCapacite> indicateurs)
    {
        var limite = InstantMesure.Ecrire(horloge.Instant() - Fraicheur);
        var premiere = indicateurs.Where(i => !EstPerimee(i, limite)).Min(i => i.DateMaj);
        return premiere is null ? null : InstantMesure.Lire(premiere)!.Value + Fraicheur + TimeSpan.FromMilliseconds(1);
    }

    public bool EstPerimee(IndicateurCapacite indicateur) => EstPerimee(indicateur, InstantMesure.Ecrire(horloge.Instant() - Fraicheur));

    private static bool EstPerimee(IndicateurCapacite indicateur, string limite) => string.CompareOrdinal(indicateur.DateMaj, limite) < 0;
}
