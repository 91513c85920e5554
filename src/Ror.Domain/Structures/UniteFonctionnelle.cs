using Ror.Domain.Commun;
using Ror.Domain.Identifiants;
using Ror.Domain.Offres;

namespace Ror.Domain.Structures;

/// <summary>Organisation interne of type 3 (J203), child of a pôle; the only place where a sanitary offer is opened.</summary>
public sealed class UniteFonctionnelle : OrganisationInterne
{
    internal UniteFonctionnelle(Guid id, Pole pole, IdentifiantRegional identifiant, FicheOrganisationInterne fiche, DateTime instant)
        : base(id, pole.EntiteGeographiqueId, identifiant, fiche, instant) => PoleId = pole.Id;

    private UniteFonctionnelle()
    {
    }

    public Guid PoleId { get; private init; }

    public override TypeNoeud Type => TypeNoeud.UniteFonctionnelle;

    public override TypeNoeud TypeDuParent => TypeNoeud.Pole;

    internal override Guid ParentDirect => PoleId;

    /// <summary>"Créer +" → "Une offre" on the page of the UF.</summary>
    /// <exception cref="ArgumentException">The établissement is not the one of this UF: a bug of the caller.</exception>
    public Resultat<Offre> OuvrirOffre(OuvertureOffre ouverture) => ouverture.EntiteGeographique.Id == EntiteGeographiqueId
        ? Offre.Ouvrir(ouverture, new Rattachement(TypeNoeud.UniteFonctionnelle, Id), Fermeture)
        : throw new ArgumentException("L'unité fonctionnelle n'est pas de cet établissement.", nameof(ouverture));
}
