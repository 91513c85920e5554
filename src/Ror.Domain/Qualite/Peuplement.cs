using Ror.Domain.Offres;

namespace Ror.Domain.Qualite;

/// <summary>How far the published content of an offer is filled.</summary>
public enum EtatPeuplement
{
    /// <summary>Every condition that applies holds.</summary>
    Finalise,

    /// <summary>Some hold.</summary>
    EnCours,

    /// <summary>None holds.</summary>
    AFaire,
}

/// <param name="Condition">Of <see cref="ConditionPeuplement.Toutes"/>.</param>
public sealed record ConditionExaminee(ConditionPeuplement Condition, Constat Constat);

/// <summary>
/// The filling state, as the real ROR's indicators compute it: of what the world reads of an open offer. Nothing is refused by it;
/// <see cref="BilanCompletude"/> is what <c>valider</c> asks of the working content.
/// </summary>
/// <param name="Etat">Null where the rule does not apply.</param>
/// <param name="Preuve">In French, the state or the reason why there is none.</param>
/// <param name="Conditions">The seven, in order; empty where the rule does not apply.</param>
public sealed record Peuplement(EtatPeuplement? Etat, string Preuve, IReadOnlyList<ConditionExaminee> Conditions)
{
    public Conformite Resultat => Etat is not { } etat ? Conformite.SansObjet : etat switch
    {
        EtatPeuplement.Finalise => Conformite.Conforme,
        EtatPeuplement.EnCours or EtatPeuplement.AFaire => Conformite.Ecart,
    };

    /// <summary>Those that do not hold.</summary>
    public IEnumerable<ConditionPeuplement> Manquantes => Conditions.Where(c => c.Constat.Resultat == Conformite.Ecart).Select(c => c.Condition);

    /// <summary>Of an open offer.</summary>
    public static Peuplement De(ExamenPeuplement examen)
    {
        var conditions = ConditionPeuplement.Toutes.Select(c => new ConditionExaminee(c, c.Examiner(examen))).ToList();
        var applicables = conditions.Count(c => c.Constat.Resultat != Conformite.SansObjet);
        var conformes = conditions.Count(c => c.Constat.Resultat == Conformite.Conforme);
        var etat = conformes == applicables ? EtatPeuplement.Finalise : conformes > 0 ? EtatPeuplement.EnCours : EtatPeuplement.AFaire;
        return new(etat, $"{conformes} condition(s) sur {applicables}.", conditions);
    }

    /// <summary>Of an offer that is not open; null when it is.</summary>
    public static Peuplement? SansObjet(StatutOffre statut) => statut switch
    {
        StatutOffre.Validee => null,
        StatutOffre.Brouillon => new(null, "Rien n'est publié : le peuplement se mesure sur les offres ouvertes.", []),
        StatutOffre.FermeeTemporairement or StatutOffre.FermeeDefinitivement => new(null, "L'offre est fermée : le peuplement se mesure sur les offres ouvertes.", []),
    };
}
