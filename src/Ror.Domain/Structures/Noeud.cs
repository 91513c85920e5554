using Ror.Domain.Commun;
using Ror.Domain.Offres;

namespace Ror.Domain.Structures;

/// <summary>
/// What opens, closes and reopens: an établissement, a pôle, a UF, an offer. All live by the table of domain §3; a level is like an offer that is
/// always validated.
/// </summary>
public abstract class Noeud : Agregat
{
    /// <summary>The closing in force.</summary>
    public Fermeture? Fermeture { get; private set; }

    /// <summary>A closing that waits for its day.</summary>
    public Fermeture? FermeturePrevue { get; private set; }

    /// <summary>That day.</summary>
    public DateOnly? PrevueLe { get; private set; }

    public abstract TypeNoeud Type { get; }

    /// <summary>Kind of the level it hangs on.</summary>
    public abstract TypeNoeud TypeDuParent { get; }

    /// <summary>Id of that level.</summary>
    internal abstract Guid ParentDirect { get; }

    public Situation Situation => new(Id, Type, Etat, Fermeture, FermeturePrevue);

    /// <summary>State in the table of the life cycle.</summary>
    public virtual StatutOffre Etat => EtatSous(Fermeture);

    public IEnumerable<ActionOffre> ActionsPossibles => Enum.GetValues<ActionOffre>().Where(Permet);

    /// <summary>Of what is published as soon as it is made.</summary>
    public static StatutOffre EtatSous(Fermeture? fermeture) => fermeture is null ? StatutOffre.Validee : fermeture.Type switch
    {
        TypeFermeture.Provisoire => StatutOffre.FermeeTemporairement,
        TypeFermeture.Definitive => StatutOffre.FermeeDefinitivement,
    };

    private protected virtual bool Permet(ActionOffre action) =>
        action is ActionOffre.Modifier or ActionOffre.FermerTemporairement or ActionOffre.FermerDefinitivement or ActionOffre.Rouvrir or ActionOffre.AnnulerFermeturePrevue
        && CycleDeVie.Permet(Etat, action, modificationsEnAttente: false, fermeturePlanifiee: FermeturePrevue is not null);

    /// <summary>What is closed for good no longer changes.</summary>
    public Erreur? RefuserModification() => RefuserTransition(ActionOffre.Modifier);

    /// <summary>L7: null when the act is possible in this state.</summary>
    public Erreur? RefuserTransition(ActionOffre action) => Permet(action) ? null : CycleDeVie.Refus(Etat, action, ActionsPossibles);

    internal void Prevoir(Fermeture? fermeture, DateTime instant)
    {
        (FermeturePrevue, PrevueLe) = (fermeture, fermeture?.Date);
        Toucher(instant);
    }

    /// <summary>A definitive closing leaves nothing to wait for.</summary>
    internal void Fermer(Fermeture fermeture, DateTime instant)
    {
        Fermeture = fermeture;
        if (fermeture.Type == TypeFermeture.Definitive)
        {
            (FermeturePrevue, PrevueLe) = (null, null);
        }

        Passer(fermeture.Type == TypeFermeture.Definitive ? ActionOffre.FermerDefinitivement : ActionOffre.FermerTemporairement, instant);
    }

    internal void Rouvrir(DateTime instant)
    {
        Fermeture = null;
        Passer(ActionOffre.Rouvrir, instant);
    }

    /// <summary>Of the closing in force, and of the one that will follow it.</summary>
    private protected void NommerSuccesseur(string? successeur, DateTime instant)
    {
        Fermeture = Fermeture! with { Successeur = successeur };
        FermeturePrevue = FermeturePrevue is null ? null : FermeturePrevue with { Successeur = successeur };
        Toucher(instant);
    }

    /// <summary>What moved elsewhere is no longer closed by the level that it left.</summary>
    private protected void QuitterLaCascade() => Fermeture = Fermeture is null ? null : Fermeture with { Cascade = null };

    private protected virtual void Passer(ActionOffre action, DateTime instant) => Toucher(instant);
}
