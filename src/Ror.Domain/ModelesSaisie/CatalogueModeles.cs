namespace Ror.Domain.ModelesSaisie;

/// <summary>Every version of every modèle, in memory: active ones are proposed, the others still judge the offers pinned to them.</summary>
public sealed class CatalogueModeles(IEnumerable<ModeleSaisie> modeles)
{
    private readonly Dictionary<string, ModeleSaisie> _parReference = modeles.ToDictionary(m => m.Reference, StringComparer.Ordinal);

    public IEnumerable<ModeleSaisie> Tous => _parReference.Values.OrderBy(m => m.Id);

    public ModeleSaisie? Trouver(string? reference) => reference is null ? null : _parReference.GetValueOrDefault(reference);

    /// <summary>Active modèles that a new offer of this context may take, most specific first.</summary>
    public IReadOnlyList<ModeleSaisie> Proposer(string parcours, string categorie, string? champActivite) =>
        DuPlusPrecis(Tous.Where(m => m.Convient(parcours, categorie, champActivite)));

    /// <summary>Active modèles of any parcours for a category, a champ, or both; most specific first.</summary>
    public IReadOnlyList<ModeleSaisie> Resoudre(string? categorie, string? champActivite) =>
        DuPlusPrecis(Tous.Where(m => (categorie is null ? m.Contexte.Categories : [categorie]).Any(c => m.Convient(m.Parcours, c, champActivite))));

    // Fewer categories, then fewer champs, is more specific.
    private static List<ModeleSaisie> DuPlusPrecis(IEnumerable<ModeleSaisie> modeles) =>
    [
        .. modeles.OrderBy(m => m.Contexte.Categories.Count)
            .ThenBy(m => m.Contexte.ChampsActivite.Count == 0)
            .ThenBy(m => m.Contexte.ChampsActivite.Count)
            .ThenBy(m => m.Reference, StringComparer.Ordinal),
    ];
}
