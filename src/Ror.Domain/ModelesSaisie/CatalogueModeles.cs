using Ror.Domain.Professionnels;

namespace Ror.Domain.ModelesSaisie;

/// <summary>Every version of every modèle, in memory: active ones are proposed, the others still judge the offers pinned to them.</summary>
public sealed class CatalogueModeles(IEnumerable<ModeleSaisie> modeles)
{
    private readonly Dictionary<string, ModeleSaisie> _parReference = modeles.ToDictionary(m => m.Reference, StringComparer.Ordinal);

    public IEnumerable<ModeleSaisie> Tous => _parReference.Values.OrderBy(m => m.Id);

    public ModeleSaisie? Trouver(string? reference) => reference is null ? null : _parReference.GetValueOrDefault(reference);

    /// <summary>Active modèles that a new offer of this context may take, most specific first.</summary>
    /// <param name="exercice">Of a liberal professional.</param>
    public IReadOnlyList<ModeleSaisie> Proposer(string parcours, string categorie, string? champActivite, ExerciceProfessionnel? exercice = null) =>
        DuPlusPrecis(Tous.Where(m => m.Convient(parcours, categorie, champActivite, exercice)));

    /// <summary>Active modèles of any parcours that fit what is given, most specific first.</summary>
    /// <param name="apres">Only those after that one, whatever has become of it.</param>
    public IEnumerable<ModeleSaisie> Resoudre(string? categorie, string? champActivite, string? profession, string? specialite, Guid? apres = null)
    {
        var ranges = DuPlusPrecis(Tous.Where(m => m.Id == apres || (m.Statut == StatutModele.Actif && m.Contexte.Convient(categorie, champActivite, profession, specialite))));
        return apres is null ? ranges : ranges.SkipWhile(m => m.Id != apres).Skip(1);
    }

    /// <summary>The active version of the same modèle that comes after this one.</summary>
    public ModeleSaisie? PlusRecent(ModeleSaisie modele) => Tous.FirstOrDefault(m => m.Statut == StatutModele.Actif && m.EstPlusRecentQue(modele));

    // What bears on the person is the most specific, then fewer categories, then fewer champs.
    private static List<ModeleSaisie> DuPlusPrecis(IEnumerable<ModeleSaisie> modeles) =>
    [
        .. modeles.OrderBy(m => m.Contexte.Specialites.Count == 0)
            .ThenBy(m => m.Contexte.Specialites.Count)
            .ThenBy(m => m.Contexte.Professions.Count == 0)
            .ThenBy(m => m.Contexte.Professions.Count)
            .ThenBy(m => m.Contexte.Categories.Count)
            .ThenBy(m => m.Contexte.ChampsActivite.Count == 0)
            .ThenBy(m => m.Contexte.ChampsActivite.Count)
            .ThenBy(m => m.Reference, StringComparer.Ordinal),
    ];
}
