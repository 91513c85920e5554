using Ror.Domain.Commun;
using Ror.Domain.Identifiants;

namespace Ror.Domain.Structures;

/// <summary>Organisation interne of type 1 (J203), child of a sanitary établissement.</summary>
public sealed class Pole : OrganisationInterne
{
    internal Pole(Guid id, Guid entiteGeographiqueId, IdentifiantRegional identifiant, FicheOrganisationInterne fiche, DateTime instant)
        : base(id, entiteGeographiqueId, identifiant, fiche, instant)
    {
    }

    private Pole()
    {
    }

    public override TypeNoeud Type => TypeNoeud.Pole;

    public override TypeNoeud TypeDuParent => TypeNoeud.EntiteGeographique;

    internal override Guid ParentDirect => EntiteGeographiqueId;

    /// <param name="fermetureEtablissement">The closing above, if any (H8).</param>
    public Resultat<UniteFonctionnelle> OuvrirUniteFonctionnelle(
        Guid id, IdentifiantRegional identifiant, FicheOrganisationInterne fiche, Fermeture? fermetureEtablissement, DateTime instant) =>
        Fermeture is null && fermetureEtablissement is null
            ? new UniteFonctionnelle(id, this, identifiant, fiche, instant)
            : StructureErreurs.ParentFerme.Avec(TypeNoeud.Pole);
}
