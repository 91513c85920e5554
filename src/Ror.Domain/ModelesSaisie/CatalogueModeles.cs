namespace Ror.Domain.ModelesSaisie;

/// <summary>Every version of every modèle, in memory: active ones are proposed, the others still judge the offers pinned to them.</summary>
public sealed class CatalogueModeles(IEnumerable<ModeleSaisie> modeles)
{
    private readonly Dictionary<string, ModeleSaisie> _parReference = modeles.ToDictionary(m => m.Reference, StringComparer.Ordinal);

    public IEnumerable<ModeleSaisie> Tous => _parReference.Values.OrderBy(m => m.Id);

    public ModeleSaisie? Trouver(string? reference) => reference is null ? null : _parReference.GetValueOrDefault(reference);

    /// <summary>Active modèles that fit, most specific first (fewest categories, then fewest champs).</summary>
    public IReadOnlyList<ModeleSaisie> Proposer(string parcours, string categorie, string? champActivite) =>
    [
        .. Tous.Where(m => m.Convient(parcours, categorie, champActivite))
            .OrderBy(m => m.Contexte.Categories.Count)
            .ThenBy(m => m.Contexte.ChampsActivite.Count == 0)
            .ThenBy(m => m.Contexte.ChampsActivite.Count)
            .ThenBy(m => m.Reference, StringComparer.Ordinal),
    ];
}
