namespace Ror.Domain.Nomenclatures;

/// <summary>Every value set in force at one moment: an immutable snapshot, replaced whole when a list changes.</summary>
public sealed class CatalogueNomenclatures(IReadOnlyList<JeuDeValeurs> listes)
{
    private readonly Dictionary<string, JeuDeValeurs> _listes = listes.ToDictionary(l => l.Nom, StringComparer.Ordinal);

    private readonly Lazy<FamillesActivite?> _familles = new(() =>
        listes.FirstOrDefault(l => l.Nom == "A14") is { } association && listes.FirstOrDefault(l => l.Nom == "J51") is { } familles ? new(familles, association.Paires) : null);

    public IEnumerable<JeuDeValeurs> Listes => _listes.Values.OrderBy(l => l.Nom, StringComparer.Ordinal);

    /// <exception cref="KeyNotFoundException">The list is not loaded: a fault of the installation, not of the caller.</exception>
    public JeuDeValeurs this[string nom] => _listes[nom];

    /// <summary>ASS_A14 over J51; null where it is not loaded.</summary>
    public FamillesActivite? FamillesActivite => _familles.Value;

    public JeuDeValeurs? Trouver(string nom) => _listes.GetValueOrDefault(nom);
}
