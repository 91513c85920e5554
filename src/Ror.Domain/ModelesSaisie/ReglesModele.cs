using Ror.Domain.Champs;
using Ror.Domain.Commun;

namespace Ror.Domain.ModelesSaisie;

/// <summary>The one form of the rules of a modèle, from wherever they come.</summary>
public static class ReglesModele
{
    /// <summary>Nothing is said twice: not that a field is mandatory which always is, nor a rule without content.</summary>
    public static Liste<RegleChamp> Canoniques(IEnumerable<RegleChamp> regles) => regles
        .Select(r => Contradictions.ChampDe(r) is { } champ && ReferenceEquals(champ.Exigence, Champ.Toujours) ? r with { Obligatoire = false } : r)
        .Where(r => !r.EstVide || Contradictions.ChampDe(r) is null)
        .EnListe();
}
