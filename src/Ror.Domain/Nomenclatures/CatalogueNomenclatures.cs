namespace Ror.Domain.Nomenclatures;

/// <summary>Every value set in force at one moment: an immutable snapshot, replaced whole when a list changes.</summary>
public sealed class CatalogueNomenclatures(IEnumerable<JeuDeValeurs> listes)
{
    private readonly Dictionary<string, JeuDeValeurs> _listes = listes.ToDictionary(l => l.Nom, StringComparer.Ordinal);

    public IEnumerable<JeuDeValeurs> Listes => _listes.Values.OrderBy(l => l.Nom, StringComparer.Ordinal);

    /// <exception cref="KeyNotFoundException">The list is not loaded: a fault of the installation, not of the caller.</exception>
    public JeuDeValeurs this[string nom] => _listes[nom];

    public JeuDeValeurs? Trouver(string nom) => _listes.GetValueOrDefault(nom);
}
