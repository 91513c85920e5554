namespace Ror.TestKit.Marche;

/// <summary>
/// A planned closing of a level will close what is below it too: the first day to come counts, its own or that of a level above, the highest on the same day. Closed for a time,
/// only a definitive one above still changes anything (H8).
/// </summary>
public static class ModelePrevisions
{
    /// <param name="etat">Of a node: as it is, or as an act would leave it.</param>
    public static FermetureModele? De(NoeudModele noeud, Func<NoeudModele, (StatutNoeud Statut, FermetureModele? Prevue)> etat)
    {
        var (statut, propre) = etat(noeud);
        if (statut is StatutNoeud.Brouillon or StatutNoeud.FermeeDefinitivement)
        {
            return null;
        }

        var dessus = noeud.Ancetres.Reverse().Select(a => (a.Id, etat(a).Prevue)).Where(p => p.Prevue is { Type: "DEF" } || (p.Prevue is not null && statut == StatutNoeud.Validee))
            .Select(p => p.Prevue! with { Successeur = null, Origine = p.Id });
        return dessus.Append(propre).OfType<FermetureModele>().MinBy(p => (p.Date, p.Type == "DEF" ? 0 : 1));
    }

    /// <summary>One line per object that the act would leave in another state, with what is planned for it.</summary>
    public static IEnumerable<string> Effets(NoeudModele cible, Verdict verdict)
    {
        var changes = verdict.Changements.ToDictionary(c => c.Noeud);
        foreach (var n in cible.Sousarbre)
        {
            var apres = changes.GetValueOrDefault(n);
            var (statut, effective) = apres is null ? (n.Statut, n.Effective) : (apres.Statut, apres.Effective);
            var prevision = De(n, m => changes.TryGetValue(m, out var c) ? (c.Statut, c.Prevue) : (m.Statut, m.Prevue));
            if (apres is not null || prevision != n.Prevision)
            {
                yield return $"{n.Id} {n.Genre} {apres?.Nom ?? n.NomLu} : {n.Statut} → {statut} {effective ?? (prevision is null ? null : prevision with { Type = "PRE", Origine = null })} | {prevision}";
            }
        }
    }
}
