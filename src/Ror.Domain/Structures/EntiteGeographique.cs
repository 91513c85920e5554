using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Identifiants;
using Ror.Domain.Lieux;
using Ror.Domain.Offres;
using Ror.Domain.Territoires;

namespace Ror.Domain.Structures;

/// <summary>A site of a legal entity (MOS EntiteGeographique), "établissement" on screen.</summary>
public sealed class EntiteGeographique : Noeud
{
    internal EntiteGeographique(Guid id, EntiteJuridique entiteJuridique, IdNatStruct idNatStruct, FicheEntiteGeographique fiche, Secteur secteur, Origine origine, DateTime instant)
    {
        (Id, EntiteJuridiqueId, IdNatStruct, Secteur, Origine, CreeLe, ModifieLe) = (id, entiteJuridique.Id, idNatStruct, secteur, origine, instant, instant);
        Ecrire(fiche);
    }

    private EntiteGeographique()
    {
    }

    public Guid EntiteJuridiqueId { get; private init; }

    public IdNatStruct IdNatStruct { get; private init; } = null!;

    public FicheEntiteGeographique Fiche { get; private set; } = null!;

    public string Denomination => Fiche.Denomination!;

    /// <summary>J55.</summary>
    public string Categorie => Fiche.Categorie!.Code;

    public Adresse Adresse => Fiche.Adresse!;

    public Secteur Secteur { get; private init; }

    public Origine Origine { get; private set; }

    /// <summary>INSEE region code of the commune.</summary>
    public string Region { get; private set; } = null!;

    /// <summary>For finding it; an établissement known by its FINESS has one too.</summary>
    public string? NumSiret { get; private set; }

    /// <summary>Folded text that the search reads (<see cref="Texte.Plier"/>).</summary>
    public string Recherche { get; private set; } = null!;

    public override TypeNoeud Type => TypeNoeud.EntiteGeographique;

    public override TypeNoeud TypeDuParent => TypeNoeud.EntiteJuridique;

    internal override Guid ParentDirect => EntiteJuridiqueId;

    /// <param name="fiche">Checked by its declarations (<see cref="Fiches"/>).</param>
    public Resultat<Rien> Modifier(FicheEntiteGeographique fiche, DateTime instant)
    {
        var nationale = Origine != Origine.Saisie;
        var fautes = Fiches.VerifierModification(FicheEntiteGeographique.Champs, Fiche, fiche, nationale).ToList();
        return fautes.Count > 0 ? fautes : Ecrire(Fiches.AvecLectureSeule(Fiche, fiche, nationale), Origine, instant);
    }

    /// <summary>Would <see cref="Actualiser"/> change nothing?</summary>
    public bool EstAJour(FicheEntiteGeographique fiche, Origine origine) => Origine == origine && Fiches.AvecNationaux(Fiche, fiche.Completee()) == Fiche;

    /// <summary>What the national directory says of it now.</summary>
    /// <param name="fiche">Checked by its declarations (<see cref="Fiches"/>).</param>
    public Resultat<Rien> Actualiser(FicheEntiteGeographique fiche, Origine origine, DateTime instant) => Ecrire(Fiches.AvecNationaux(Fiche, fiche), origine, instant);

    private Resultat<Rien> Ecrire(FicheEntiteGeographique fiche, Origine origine, DateTime instant)
    {
        if (EntiteJuridique.RefuserNumero(IdNatStruct, fiche.NumSiret, "/numSiret") is { } incoherent)
        {
            return incoherent;
        }

        // What hangs below stands by the secteur (H2).
        if (Secteurs.De(fiche.Categorie!.Code) != Secteur)
        {
            return StructureErreurs.CategorieAutreSecteur.Sur("/categorie", fiche.Categorie.Code, Secteur);
        }

        var avant = (Fiche, Origine);
        Ecrire(fiche);
        Origine = origine;
        if ((Fiche, Origine) != avant)
        {
            Toucher(instant);
        }

        return default(Rien);
    }

    public Resultat<Pole> OuvrirPole(Guid id, IdentifiantRegional identifiant, FicheOrganisationInterne fiche, DateTime instant) =>
        Hierarchie.Refuser(TypeNoeud.Pole, TypeNoeud.EntiteGeographique, Secteur, Categorie, Fermeture) is { } refus
            ? refus
            : new Pole(id, Id, identifiant, fiche, instant);

    public Resultat<LieuRealisationOffre> OuvrirLieu(Guid id, IdentifiantRegional identifiant, FicheLieu fiche, DateTime instant) =>
        Hierarchie.Refuser(TypeNoeud.LieuRealisationOffre, TypeNoeud.EntiteGeographique, Secteur, Categorie, Fermeture) is { } refus
            ? refus
            : new LieuRealisationOffre(id, Id, identifiant, fiche, instant);

    /// <summary>"Créer +" → "Une offre" on the page of a médico-social or ville établissement.</summary>
    public Resultat<Offre> OuvrirOffre(OuvertureOffre ouverture) =>
        Offre.Ouvrir(ouverture with { EntiteGeographique = this }, new Rattachement(TypeNoeud.EntiteGeographique, Id), Fermeture);

    /// <summary>The offer of a liberal professional who exercises here.</summary>
    public Resultat<Offre> FaireNaitreOffre(NaissanceOffre naissance) => Offre.Naitre(naissance, this);

    private void Ecrire(FicheEntiteGeographique fiche)
    {
        (Fiche, Region, NumSiret) = (fiche.Completee(), fiche.Adresse!.LireCommune().Region!, fiche.NumSiret ?? IdNatStruct.NumeroSirene);
        Recherche = Texte.Plier($"{fiche.Denomination} {fiche.NomOperationnel} {fiche.Adresse.Localite} {IdNatStruct.Valeur}");
    }
}
