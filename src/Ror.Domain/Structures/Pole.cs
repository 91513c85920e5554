using Ror.Domain.Commun;
using Ror.Domain.Identifiants;

namespace Ror.Domain.Structures;

/// <summary>Organisation interne of type 1 (J203), child of a sanitary établissement.</summary>
public sealed class Pole : Noeud
{
    internal Pole(Guid id, Guid entiteGeographiqueId, IdentifiantRegional identifiant, string nom, DateTime instant) =>
        (Id, EntiteGeographiqueId, Identifiant, Nom, CreeLe, ModifieLe) = (id, entiteGeographiqueId, identifiant, nom, instant, instant);

    private Pole()
    {
    }

    public Guid EntiteGeographiqueId { get; private init; }

    public IdentifiantRegional Identifiant { get; private init; } = null!;

    public string Nom { get; private init; } = null!;

    public override TypeNoeud Type => TypeNoeud.Pole;

    public Resultat<UniteFonctionnelle> OuvrirUniteFonctionnelle(Guid id, IdentifiantRegional identifiant, string nom, DateTime instant) =>
        Fermeture is null
            ? new UniteFonctionnelle(id, this, identifiant, nom, instant)
            : StructureErreurs.ParentFerme.Avec(TypeNoeud.Pole);
}
