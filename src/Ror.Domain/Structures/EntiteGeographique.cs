using Ror.Domain.Commun;
using Ror.Domain.Identifiants;
using Ror.Domain.Offres;

namespace Ror.Domain.Structures;

/// <summary>A site of a legal entity (MOS EntiteGeographique), "établissement" on screen.</summary>
public sealed class EntiteGeographique : Noeud
{
    internal EntiteGeographique(
        Guid id, Guid entiteJuridiqueId, IdNatStruct idNatStruct, string denomination, string categorie, Secteur secteur, Adresse adresse, DateTime instant)
    {
        (Id, EntiteJuridiqueId, IdNatStruct, Denomination, Categorie, Secteur, Adresse) = (id, entiteJuridiqueId, idNatStruct, denomination, categorie, secteur, adresse);
        (Region, Recherche, CreeLe, ModifieLe) = (adresse.Commune.Region, Texte.Plier($"{denomination} {adresse.Localite} {idNatStruct.Valeur}"), instant, instant);
    }

    private EntiteGeographique()
    {
    }

    public Guid EntiteJuridiqueId { get; private init; }

    public IdNatStruct IdNatStruct { get; private init; } = null!;

    public string Denomination { get; private init; } = null!;

    /// <summary>J55.</summary>
    public string Categorie { get; private init; } = null!;

    public Secteur Secteur { get; private init; }

    public Adresse Adresse { get; private init; } = null!;

    /// <summary>INSEE region code of the commune.</summary>
    public string Region { get; private init; } = null!;

    /// <summary>Folded text that the search reads (<see cref="Texte.Plier"/>).</summary>
    public string Recherche { get; private init; } = null!;

    public override TypeNoeud Type => TypeNoeud.EntiteGeographique;

    public Resultat<Pole> OuvrirPole(Guid id, IdentifiantRegional identifiant, string nom, DateTime instant) =>
        Hierarchie.Refuser(TypeNoeud.Pole, TypeNoeud.EntiteGeographique, Secteur, Categorie, Fermeture) is { } refus
            ? refus
            : new Pole(id, Id, identifiant, nom, instant);

    /// <summary>"Créer +" → "Une offre" on the page of a médico-social or ville établissement.</summary>
    public Resultat<Offre> OuvrirOffre(OuvertureOffre ouverture) =>
        Offre.Ouvrir(ouverture with { EntiteGeographique = this }, new Rattachement(TypeNoeud.EntiteGeographique, Id), Fermeture);
}
