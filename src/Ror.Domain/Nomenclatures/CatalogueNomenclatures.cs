namespace Ror.Domain.Nomenclatures;

/// <summary>Every value set in force at one moment: an immutable snapshot, replaced whole when a list changes.</summary>
public sealed class CatalogueNomenclatures(IReadOnlyList<JeuDeValeurs> listes)
{
    private readonly Dictionary<string, JeuDeValeurs> _listes = listes.ToDictionary(l => l.Nom, StringComparer.Ordinal);

    private readonly Lazy<FamillesActivite?> _familles = new(() =>
        listes.FirstOrDefault(l => l.Nom == "A14") is { } association && listes.FirstOrDefault(l => l.Nom == "J51") is { } familles ? new(familles, association.Paires) : null);

    // In order, each day on which a code begins to be in force, or is no longer.
    private readonly Lazy<DateOnly[]> _passages = new(() =>
        [.. listes.SelectMany(l => l.Entrees.SelectMany(e => new[] { e.Debut, Lendemain(e.Fin) }).Append(Lendemain(l.Fin))).OfType<DateOnly>().Distinct().Order()]);

    public IEnumerable<JeuDeValeurs> Listes => _listes.Values.OrderBy(l => l.Nom, StringComparer.Ordinal);

    /// <exception cref="KeyNotFoundException">The list is not loaded: a fault of the installation, not of the caller.</exception>
    public JeuDeValeurs this[string nom] => _listes[nom];

    /// <summary>ASS_A14 over J51; null where it is not loaded.</summary>
    public FamillesActivite? FamillesActivite => _familles.Value;

    /// <summary>The first day since when the codes in force on that day are.</summary>
    public DateOnly MemesCodesDepuis(DateOnly jour) => Array.BinarySearch(_passages.Value, jour) is var rang && rang >= 0 ? jour : ~rang == 0 ? DateOnly.MinValue : _passages.Value[~rang - 1];

    public JeuDeValeurs? Trouver(string nom) => _listes.GetValueOrDefault(nom);

    private static DateOnly? Lendemain(DateOnly? fin) => fin is { } jour && jour < DateOnly.MaxValue ? jour.AddDays(1) : null;
}
