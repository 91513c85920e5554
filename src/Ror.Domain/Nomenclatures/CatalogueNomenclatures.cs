namespace Ror.Domain.Nomenclatures;

/// <summary>Every value set in force at one moment: an immutable snapshot, replaced whole when a list changes.</summary>
/// <param name="generation">Grows with each replacement; part of every ETag through the labels it gives.</param>
public sealed class CatalogueNomenclatures(long generation, IEnumerable<JeuDeValeurs> listes)
{
    private readonly Dictionary<string, JeuDeValeurs> _listes = listes.ToDictionary(l => l.Nom, StringComparer.Ordinal);

    public long Generation { get; } = generation;

    public IEnumerable<JeuDeValeurs> Listes => _listes.Values.OrderBy(l => l.Nom, StringComparer.Ordinal);

    /// <exception cref="KeyNotFoundException">The list is not loaded: a fault of the installation, not of the caller.</exception>
    public JeuDeValeurs this[string nom] => _listes[nom];

    public JeuDeValeurs? Trouver(string nom) => _listes.GetValueOrDefault(nom);
}
