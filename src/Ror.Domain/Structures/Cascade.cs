using Ror.Domain.Commun;
using Ror.Domain.Offres;

namespace Ror.Domain.Structures;

/// <summary>
/// H3: closing a level closes every level below and all their offers alike; reopening it reopens what that closing closed and nothing else.
/// An offer is a level without descendants.
/// </summary>
/// <param name="Descendants">Every level and offer below, in any order.</param>
/// <param name="FermetureParent">The closing above, if any (H8).</param>
/// <param name="Jour">Today, where the établissement stands.</param>
public sealed record Cascade(Noeud Racine, IReadOnlyList<Noeud> Descendants, Fermeture? FermetureParent, DateOnly Jour, DateTime Instant)
{
    /// <summary>The levels above the root.</summary>
    public IReadOnlyList<Noeud> Ancetres { get; init; } = [];

    /// <summary>H7: practices, not closed for good, of the liberal offers that are attached to this maison de santé: they leave for them when it closes.</summary>
    public IReadOnlyDictionary<Guid, EntiteGeographique> Cabinets { get; init; } = new Dictionary<Guid, EntiteGeographique>();

    /// <summary>The whole branch as it stands, the root first: what an act changed is what it says differently before and after.</summary>
    public IReadOnlyList<EtatNoeud> Etats()
    {
        var niveaux = Descendants.Where(d => d.Type != TypeNoeud.Offre).Concat(Ancetres).Append(Racine).ToDictionary(n => n.Id);
        return [.. Descendants.Prepend(Racine).Select(n => new EtatNoeud(n, n.Etat, n.Fermeture, Previsions.De(n, Dessus(n)), n.Version))];

        IEnumerable<Noeud> Dessus(Noeud noeud)
        {
            for (var niveau = niveaux.GetValueOrDefault(noeud.ParentDirect); niveau is not null; niveau = niveaux.GetValueOrDefault(niveau.ParentDirect))
            {
                yield return niveau;
            }
        }
    }

    /// <returns>What was touched, the root first; empty when everything was already so.</returns>
    public Resultat<Noeud[]> Fermer(Fermeture demande)
    {
        var action = demande.Type == TypeFermeture.Definitive ? ActionOffre.FermerDefinitivement : ActionOffre.FermerTemporairement;
        if (Racine.RefuserTransition(action) is { } refus)
        {
            return refus;
        }

        if (demande.Type == TypeFermeture.Provisoire && Racine.Fermeture is { } enCours && demande.Date != enCours.Date)
        {
            return FermetureErreurs.DejaFermee.Sur("/dateFermeture", enCours.Date);
        }

        var fautes = demande.Verifier().ToList();
        return fautes.Count > 0 ? fautes
            : demande.Date > Jour ? Prevoir(demande)
            : Racine.Etat == StatutOffre.FermeeTemporairement && demande.Type == TypeFermeture.Provisoire ? Changer(demande)
            : Executer(demande);
    }

    public Resultat<Noeud[]> Rouvrir()
    {
        if (Racine.RefuserTransition(ActionOffre.Rouvrir) is { } refus)
        {
            return refus;
        }

        if (Racine.Etat == StatutOffre.Validee)
        {
            return Prevoir(null);
        }

        return FermetureParent is not null ? StructureErreurs.ParentFerme.Avec(Racine.TypeDuParent)
            : Toucher([Racine, .. Descendants.Where(d => d.Etat == StatutOffre.FermeeTemporairement && d.Fermeture!.Cascade == Racine.Id)], n => n.Rouvrir(Instant));
    }

    /// <summary>
    /// The day of a planned closing has come. What is closed for a time by itself is not closed for a time again; what the level above closed in passing is
    /// from this day on closed by itself, so that the reopening above leaves it as it was planned.
    /// </summary>
    public Resultat<Noeud[]> ExecuterLaFermeturePrevue()
    {
        if (Racine.FermeturePrevue is not { } prevue || prevue.Date > Jour)
        {
            return Array.Empty<Noeud>();
        }

        Racine.Prevoir(null, Instant);
        return (prevue.Type, Racine.Fermeture) switch
        {
            (_, { Type: TypeFermeture.Definitive }) or (TypeFermeture.Provisoire, { Cascade: null }) => new[] { Racine },
            (TypeFermeture.Provisoire, { Cascade: { } origine }) => Toucher(
                [Racine, .. Descendants.Where(d => d.Etat == StatutOffre.FermeeTemporairement && d.Fermeture!.Cascade == origine)],
                n => n.Fermer(Pour(n, prevue), Instant)),
            _ => Executer(prevue),
        };
    }

    /// <summary>A planned closing does not happen; the closing in force, if any, stays.</summary>
    public Resultat<Noeud[]> Annuler() => Racine.RefuserTransition(ActionOffre.AnnulerFermeturePrevue) is { } refus ? refus : Prevoir(null);

    private Noeud[] Prevoir(Fermeture? demande)
    {
        var prevue = demande is null ? null : demande with { Successeur = demande.Successeur ?? Racine.FermeturePrevue?.Successeur };
        return Racine.FermeturePrevue == prevue ? [] : Toucher([Racine], n => n.Prevoir(prevue, Instant));
    }

    private Noeud[] Executer(Fermeture demande)
    {
        // Closed for a time sooner than planned: the plan has been carried out.
        if (demande.Type == TypeFermeture.Provisoire && Racine.FermeturePrevue is { Type: TypeFermeture.Provisoire })
        {
            Racine.Prevoir(null, Instant);
        }

        var partantes = Descendants.OfType<Offre>().Where(o => o is { EstRattachee: true, Statut: not StatutOffre.FermeeDefinitivement } && Cabinets.TryGetValue(o.CabinetId!.Value, out var cabinet)
            && (cabinet.Fermeture is null || demande.Type == TypeFermeture.Definitive)).ToList();
        var touches = Descendants.Except(partantes).Where(d => d.Etat == StatutOffre.Validee || (d.Etat == StatutOffre.FermeeTemporairement && demande.Type == TypeFermeture.Definitive)).ToList();
        var fermes = Toucher([Racine, .. touches], n => n.Fermer(Pour(n, demande), Instant));
        foreach (var offre in partantes)
        {
            offre.QuitterLaMaison(Cabinets[offre.CabinetId!.Value], Instant);
        }

        return [.. fermes, .. partantes];
    }

    private Fermeture Pour(Noeud noeud, Fermeture demande) =>
        demande with { Cascade = noeud == Racine ? null : Racine.Id, Successeur = Previsions.Successeur(noeud.Situation, demande, noeud == Racine) };

    // What the same closing closed keeps its dates together (RG_EXP_044), even below a level that it closed in passing.
    private Noeud[] Changer(Fermeture demande)
    {
        var enCours = Racine.Fermeture!;
        var successeur = demande.Successeur ?? enCours.Successeur;
        if (enCours == demande with { Cascade = enCours.Cascade, Successeur = successeur })
        {
            return [];
        }

        var origine = enCours.Cascade ?? Racine.Id;
        var reportes = Descendants.Where(d => d.Etat == StatutOffre.FermeeTemporairement && d.Fermeture!.Cascade == origine
            && enCours.Reouverture != demande.Reouverture && d.Fermeture.Reouverture != demande.Reouverture);
        return Toucher(
            [Racine, .. reportes],
            n => n.Fermer(n.Fermeture! with { Reouverture = demande.Reouverture, Successeur = n == Racine ? successeur : n.Fermeture.Successeur }, Instant));
    }

    private static Noeud[] Toucher(Noeud[] noeuds, Action<Noeud> acte)
    {
        foreach (var noeud in noeuds)
        {
            acte(noeud);
        }

        return noeuds;
    }
}

/// <summary>One object of a branch at one moment.</summary>
/// <param name="Fermeture">In force.</param>
/// <param name="Prevue">What closes it next, planned for itself or above.</param>
public sealed record EtatNoeud(Noeud Noeud, StatutOffre Statut, Fermeture? Fermeture, Fermeture? Prevue, long Version);
