using Ror.Domain.Commun;
using Ror.Domain.Identifiants;
using Ror.Domain.Offres;

namespace Ror.Domain.Structures;

/// <summary>Organisation interne of type 3 (J203), child of a pôle; the only place where a sanitary offer is opened.</summary>
public sealed class UniteFonctionnelle : Noeud
{
    internal UniteFonctionnelle(Guid id, Pole pole, IdentifiantRegional identifiant, string nom, DateTime instant) =>
        (Id, PoleId, EntiteGeographiqueId, Identifiant, Nom, CreeLe, ModifieLe) = (id, pole.Id, pole.EntiteGeographiqueId, identifiant, nom, instant, instant);

    private UniteFonctionnelle()
    {
    }

    public Guid PoleId { get; private init; }

    public Guid EntiteGeographiqueId { get; private init; }

    public IdentifiantRegional Identifiant { get; private init; } = null!;

    public string Nom { get; private init; } = null!;

    public override TypeNoeud Type => TypeNoeud.UniteFonctionnelle;

    /// <summary>"Créer +" → "Une offre" on the page of the UF.</summary>
    /// <exception cref="ArgumentException">The établissement is not the one of this UF: a bug of the caller.</exception>
    public Resultat<Offre> OuvrirOffre(OuvertureOffre ouverture) => ouverture.EntiteGeographique.Id == EntiteGeographiqueId
        ? Offre.Ouvrir(ouverture, new Rattachement(TypeNoeud.UniteFonctionnelle, Id), Fermeture)
        : throw new ArgumentException("L'unité fonctionnelle n'est pas de cet établissement.", nameof(ouverture));
}
