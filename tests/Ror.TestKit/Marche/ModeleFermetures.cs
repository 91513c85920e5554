namespace Ror.TestKit.Marche;

/// <summary>Closing, reopening and planned closings, from domain.md: H3, H6, H8 and the transition table.</summary>
public static class ModeleFermetures
{
    public static Verdict Fermer(NoeudModele noeud, FermetureModele demande, DateOnly aujourdhui)
    {
        if (noeud.Statut is StatutNoeud.Brouillon or StatutNoeud.FermeeDefinitivement)
        {
            return Verdict.Conflit(Verdict.Transition);
        }

        var (temporaire, deja) = (demande.Type == "PRO", noeud.Statut == StatutNoeud.FermeeTemporairement);
        if (temporaire && deja && demande.Date != noeud.Effective!.Date)
        {
            return Verdict.Conflit("fermeture.deja-fermee");
        }

        // H6: "a reopening date only for a temporary closing, later than the closing".
        if (demande is { Type: "DEF", Reouverture: not null })
        {
            return new(422, "fermeture.reouverture-interdite", Verdict.Plusieurs);
        }

        if (demande.Reouverture <= demande.Date)
        {
            return new(422, "fermeture.reouverture-avant-fermeture");
        }

        // The table: closing temporarily what is temporarily closed gives a "new reopening date", nothing else.
        if (temporaire && deja)
        {
            return Reporter(noeud, demande);
        }

        if (demande.Date > aujourdhui)
        {
            return Reels([Etat(noeud) with { Prevue = demande }]);
        }

        return temporaire ? Reels(FermerTemporairement(noeud, demande)) : Reels(FermerDefinitivement(noeud, demande));
    }

    /// <summary>H3: what this closing closed, and nothing that had been closed before it.</summary>
    public static Verdict Rouvrir(NoeudModele noeud)
    {
        if (noeud.Statut == StatutNoeud.Validee && noeud.Prevue is not null)
        {
            return Reels([Etat(noeud) with { Prevue = null }]);
        }

        if (noeud.Statut != StatutNoeud.FermeeTemporairement)
        {
            return Verdict.Conflit(Verdict.Transition);
        }

        // H8: "Under a closed level nothing is created or reopened".
        return noeud.SousFerme
            ? Verdict.Conflit(Verdict.ParentFerme)
            : Reels(noeud.Sousarbre.Where(n => n.FermePar == noeud).Select(n => Etat(n) with { Statut = StatutNoeud.Validee, Effective = null, FermePar = null }));
    }

    /// <summary>A planned closing does not happen.</summary>
    public static Verdict Annuler(NoeudModele noeud) => noeud.Prevue is null || noeud.Statut == StatutNoeud.FermeeDefinitivement
        ? Verdict.Conflit(Verdict.Transition) : Reels([Etat(noeud) with { Prevue = null }]);

    /// <param name="successeur">Null when nobody has that identifier.</param>
    /// <param name="identifiant">Null to name none any more.</param>
    public static Verdict Succeder(NoeudModele offre, NoeudModele? successeur, string? identifiant) =>
        !offre.EstFerme ? Verdict.Conflit(Verdict.Transition)
        : identifiant is not null && successeur is not { Statut: StatutNoeud.Validee } ? new(422, "fermeture.successeur-introuvable", Verdict.Plusieurs)
        : Verdict.Fait with
        {
            Effet = () =>
        {
            offre.Effective = offre.Effective! with { Successeur = identifiant };
            offre.Prevue = offre.Prevue is null ? null : offre.Prevue with { Successeur = identifiant };
        }
        };

    /// <summary>"executed that day": carries out what is due, in the order of the days.</summary>
    public static void ExecuterPrevues(IEnumerable<NoeudModele> noeuds, DateOnly aujourdhui)
    {
        foreach (var noeud in noeuds.Where(n => n.Prevue?.Date <= aujourdhui).OrderBy(n => n.Prevue!.Date).ThenBy(n => n.Genre).ThenBy(n => n.Id, StringComparer.Ordinal).ToList())
        {
            if (noeud.Prevue is not { } prevue)
            {
                continue;
            }

            IEnumerable<Changement> changements = prevue.Type == "DEF" ? FermerDefinitivement(noeud, prevue)
                : noeud.Statut == StatutNoeud.Validee ? FermerTemporairement(noeud, prevue)

                // Closed in passing by a level above: reopening that one gives back "nothing else", and this day was planned for the level itself.
                : noeud.FermePar is { } auDessus && auDessus != noeud
                    ? noeud.Sousarbre.Where(n => n.FermePar == auDessus).Select(n => Etat(n) with { Effective = Emportee(n, noeud, prevue), FermePar = noeud, EmporteePar = n == noeud ? null : noeud })
                : [Etat(noeud)];
            foreach (var changement in changements.ToList())
            {
                (changement.Noeud == noeud ? changement with { Prevue = null } : changement).Appliquer();
            }

            noeud.ETag = null;
        }
    }

    // What asks for nothing new changes nothing, not even below.
    private static Verdict Reporter(NoeudModele noeud, FermetureModele demande) => noeud.Effective == demande with { Successeur = demande.Successeur ?? noeud.Effective!.Successeur } ? Verdict.Fait : Reels(noeud.Sousarbre
        .Where(n => n.FermePar is not null && n.FermePar == noeud.FermePar)
        .Select(n => Etat(n) with { Effective = n.Effective! with { Reouverture = demande.Reouverture, Successeur = (n == noeud ? demande.Successeur : null) ?? n.Effective.Successeur } }));

    private static IEnumerable<Changement> FermerTemporairement(NoeudModele noeud, FermetureModele demande) => noeud.Sousarbre
        .Where(n => n.Statut == StatutNoeud.Validee)
        .Select(n => Etat(n) with { Statut = StatutNoeud.FermeeTemporairement, Effective = Emportee(n, noeud, demande), FermePar = noeud, EmporteePar = n == noeud ? null : noeud, Prevue = n == noeud && n.Prevue?.Type == "PRO" ? null : n.Prevue });

    // H8: "A definitive cascade also takes what was temporarily closed", and "leaves Brouillons".
    private static IEnumerable<Changement> FermerDefinitivement(NoeudModele noeud, FermetureModele demande) => noeud.Sousarbre
        .Where(n => n.Statut is StatutNoeud.Validee or StatutNoeud.FermeeTemporairement)
        .Select(n => Etat(n) with { Statut = StatutNoeud.FermeeDefinitivement, Effective = Emportee(n, noeud, demande), FermePar = null, Prevue = null, EmporteePar = n == noeud ? null : noeud });

    // "a closed offer names the one that replaces it": being taken along by a level does not change that.
    private static FermetureModele Emportee(NoeudModele n, NoeudModele racine, FermetureModele demande) =>
        demande with { Successeur = (n == racine ? demande.Successeur : null) ?? n.Effective?.Successeur ?? (demande.Type == "DEF" ? n.Prevue?.Successeur : null) };

    /// <summary>As it is.</summary>
    public static Changement Etat(NoeudModele n) => new(n, n.Statut, n.Effective, n.Prevue, n.FermePar) { EmporteePar = n.EmporteePar };

    private static Verdict Reels(IEnumerable<Changement> changements) => Verdict.Fait with { Changements = [.. changements.Where(c => c.EstReel)] };
}
