namespace Ror.TestKit.Marche;

/// <summary>What is planned for a node and above it, played on a copy of its branch with the rules of the days themselves, up to the first day that changes it.</summary>
public static class ModelePrevisions
{
    /// <param name="etat">Of a node: as it is, or as an act would leave it.</param>
    public static FermetureModele? De(NoeudModele noeud, Func<NoeudModele, Changement> etat)
    {
        NoeudModele[] branche = [.. noeud.Ancetres.Reverse(), noeud];
        var copies = new Dictionary<NoeudModele, NoeudModele>();
        NoeudModele? dessus = null;
        foreach (var original in branche)
        {
            var (_, statut, effective, prevue, _) = etat(original);
            var copie = new NoeudModele(original.Id, original.Genre, dessus, original.Nom) { Statut = statut, Effective = effective, Prevue = prevue };
            dessus?.Enfants.Add(copie);
            dessus = copies[original] = copie;
        }

        foreach (var original in branche)
        {
            copies[original].FermePar = etat(original).FermePar is { } par ? copies.GetValueOrDefault(par) : null;
        }

        var feuille = copies[noeud];
        if (feuille.Statut is StatutNoeud.Brouillon or StatutNoeud.FermeeDefinitivement)
        {
            return null;
        }

        var avant = (feuille.Statut, feuille.Effective, feuille.FermePar);
        foreach (var jour in copies.Values.Select(c => c.Prevue?.Date).OfType<DateOnly>().Distinct().Order().ToList())
        {
            ModeleFermetures.ExecuterPrevues(copies.Values, jour);
            if (avant != (feuille.Statut, feuille.Effective, feuille.FermePar))
            {
                return feuille.Effective! with { Origine = feuille.EmporteePar?.Id };
            }
        }

        return null;
    }

    /// <summary>One line per object that the act would leave in another state, with what is planned for it.</summary>
    public static IEnumerable<string> Effets(NoeudModele cible, Verdict verdict)
    {
        var changes = verdict.Changements.ToDictionary(c => c.Noeud);
        foreach (var n in cible.Sousarbre)
        {
            var apres = changes.GetValueOrDefault(n);
            var (statut, effective) = apres is null ? (n.Statut, n.Effective) : (apres.Statut, apres.Effective);
            var prevision = De(n, m => changes.GetValueOrDefault(m) ?? ModeleFermetures.Etat(m));
            if (apres is not null || prevision != n.Prevision)
            {
                yield return $"{n.Id} {n.Genre} {apres?.Nom ?? n.NomLu} : {n.Statut} → {statut} {effective ?? (prevision is null ? null : prevision with { Type = "PRE", Origine = null })} | {prevision}";
            }
        }
    }
}
