using System.Text.Json;
using Ror.Domain.Commun;

namespace Ror.Domain.Offres;

public enum StatutOffre
{
    Brouillon,
    Validee,
    FermeeTemporairement,
    FermeeDefinitivement,
}

public enum ActionOffre
{
    Modifier,
    Valider,
    Abandonner,
    Supprimer,
    FermerTemporairement,
    FermerDefinitivement,
    Rouvrir,
    Transferer,
    AnnulerFermeturePrevue,
    DesignerSuccesseur,
    Detacher,
    RattacherMsp,
    Confirmer,
}

/// <summary>What must hold besides the state.</summary>
public enum Condition
{
    Aucune,
    ModificationsEnAttente,
    FermeturePlanifiee,
}

/// <summary>One cell of the table of domain §3.</summary>
/// <param name="Vers">The state after; null when the offer is gone.</param>
public sealed record Transition(StatutOffre Depuis, ActionOffre Action, StatutOffre? Vers, Condition Condition = Condition.Aucune);

/// <summary>The life of an offer, as data: an action that has no line here is impossible in that state.</summary>
public static class CycleDeVie
{
    public static IReadOnlyList<Transition> Table { get; } =
    [
        new(StatutOffre.Brouillon, ActionOffre.Modifier, StatutOffre.Brouillon),
        new(StatutOffre.Brouillon, ActionOffre.Valider, StatutOffre.Validee),
        new(StatutOffre.Brouillon, ActionOffre.Supprimer, null),
        new(StatutOffre.Brouillon, ActionOffre.Transferer, StatutOffre.Brouillon),
        new(StatutOffre.Brouillon, ActionOffre.Detacher, StatutOffre.Brouillon),
        new(StatutOffre.Brouillon, ActionOffre.RattacherMsp, StatutOffre.Brouillon),

        new(StatutOffre.Validee, ActionOffre.Modifier, StatutOffre.Validee),
        new(StatutOffre.Validee, ActionOffre.Valider, StatutOffre.Validee, Condition.ModificationsEnAttente),
        new(StatutOffre.Validee, ActionOffre.Abandonner, StatutOffre.Validee, Condition.ModificationsEnAttente),
        new(StatutOffre.Validee, ActionOffre.FermerTemporairement, StatutOffre.FermeeTemporairement),
        new(StatutOffre.Validee, ActionOffre.FermerDefinitivement, StatutOffre.FermeeDefinitivement),
        new(StatutOffre.Validee, ActionOffre.Rouvrir, StatutOffre.Validee, Condition.FermeturePlanifiee),
        new(StatutOffre.Validee, ActionOffre.Transferer, StatutOffre.Validee),
        new(StatutOffre.Validee, ActionOffre.AnnulerFermeturePrevue, StatutOffre.Validee, Condition.FermeturePlanifiee),
        new(StatutOffre.Validee, ActionOffre.Detacher, StatutOffre.Validee),
        new(StatutOffre.Validee, ActionOffre.RattacherMsp, StatutOffre.Validee),
        new(StatutOffre.Validee, ActionOffre.Confirmer, StatutOffre.Validee),

        new(StatutOffre.FermeeTemporairement, ActionOffre.Modifier, StatutOffre.FermeeTemporairement),
        new(StatutOffre.FermeeTemporairement, ActionOffre.Valider, StatutOffre.FermeeTemporairement, Condition.ModificationsEnAttente),
        new(StatutOffre.FermeeTemporairement, ActionOffre.Abandonner, StatutOffre.FermeeTemporairement, Condition.ModificationsEnAttente),
        new(StatutOffre.FermeeTemporairement, ActionOffre.FermerTemporairement, StatutOffre.FermeeTemporairement),
        new(StatutOffre.FermeeTemporairement, ActionOffre.FermerDefinitivement, StatutOffre.FermeeDefinitivement),
        new(StatutOffre.FermeeTemporairement, ActionOffre.Rouvrir, StatutOffre.Validee),
        new(StatutOffre.FermeeTemporairement, ActionOffre.Transferer, StatutOffre.FermeeTemporairement),
        new(StatutOffre.FermeeTemporairement, ActionOffre.AnnulerFermeturePrevue, StatutOffre.FermeeTemporairement, Condition.FermeturePlanifiee),
        new(StatutOffre.FermeeTemporairement, ActionOffre.DesignerSuccesseur, StatutOffre.FermeeTemporairement),
        new(StatutOffre.FermeeTemporairement, ActionOffre.Detacher, StatutOffre.FermeeTemporairement),
        new(StatutOffre.FermeeTemporairement, ActionOffre.RattacherMsp, StatutOffre.FermeeTemporairement),
        new(StatutOffre.FermeeTemporairement, ActionOffre.Confirmer, StatutOffre.FermeeTemporairement),

        new(StatutOffre.FermeeDefinitivement, ActionOffre.DesignerSuccesseur, StatutOffre.FermeeDefinitivement),
    ];

    public static Transition? Trouver(StatutOffre statut, ActionOffre action) => Table.SingleOrDefault(t => t.Depuis == statut && t.Action == action);

    public static bool Permet(StatutOffre statut, ActionOffre action, bool modificationsEnAttente, bool fermeturePlanifiee) =>
        Trouver(statut, action) is { } transition && transition.Condition switch
        {
            Condition.Aucune => true,
            Condition.ModificationsEnAttente => modificationsEnAttente,
            Condition.FermeturePlanifiee => fermeturePlanifiee,
        };

    /// <summary>L7: the error names the state, the action, and what is possible now.</summary>
    public static Erreur Refus(StatutOffre statut, ActionOffre action, IEnumerable<ActionOffre> possibles) =>
        OffreErreurs.TransitionInterdite.Avec(Nom(action), statut) with
        {
            Precisions = new Dictionary<string, object>
            {
                ["etat"] = statut.ToString(),
                ["action"] = Nom(action),
                ["actionsPossibles"] = possibles.Select(Nom).ToList(),
            },
        };

    // As representations name it.
    private static string Nom(ActionOffre action) => JsonNamingPolicy.KebabCaseLower.ConvertName(action.ToString());
}
