using Ror.Domain.Anomalies;

namespace Ror.Domain.Diffusion;

/// <summary>
/// One change of an anomaly, for its declarer alone. Numbered for each of them apart, in the order of commits: what others declare leaves no gap in anybody's
/// numbers, and takes none of the journal's (ADR 30).
/// </summary>
public sealed class EntreeAnomalie
{
    private EntreeAnomalie()
    {
    }

    /// <summary>Subject of the token.</summary>
    public string Declarant { get; private init; } = null!;

    /// <summary>1, 2, 3 … of this declarer.</summary>
    public long Numero { get; private set; }

    /// <summary>Last number of the journal before it: whoever has seen the next one could see this.</summary>
    public long Apres { get; private set; }

    /// <summary>The same, in the numbers of those who do not see sensitive units.</summary>
    public long ApresOuvert { get; private set; }

    public NatureChangement Nature { get; private init; }

    public Guid AnomalieId { get; private init; }

    /// <summary>Of the anomaly, after the change.</summary>
    public long Version { get; private init; }

    public StatutAnomalie Statut { get; private init; }

    public DateTime Instant { get; private init; }

    /// <summary>Of the object of the anomaly, for those who follow one part of the directory only.</summary>
    public string? Region { get; private init; }

    public Guid? EntiteGeographiqueId { get; private init; }

    public static EntreeAnomalie De(Anomalie anomalie, bool nouvelle) => new()
    {
        Declarant = anomalie.Declarant,
        Nature = nouvelle ? NatureChangement.Publication : NatureChangement.Modification,
        AnomalieId = anomalie.Id,
        Version = anomalie.Version,
        Statut = anomalie.Statut,
        Instant = anomalie.ModifieLe,
        Region = anomalie.Region,
        EntiteGeographiqueId = anomalie.EntiteGeographiqueId,
    };

    public void Numeroter(long numero, long apres, long apresOuvert) => (Numero, Apres, ApresOuvert) = (numero, apres, apresOuvert);
}
