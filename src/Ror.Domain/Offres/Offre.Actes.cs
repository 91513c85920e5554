using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Offres.Parcours;
using Ror.Domain.Offres.Sections;
using Ror.Domain.Structures;

namespace Ror.Domain.Offres;

/// <content>The business acts: each refuses with every reason at once, or changes the offer.</content>
public sealed partial class Offre
{
    /// <summary>L1: an offer is born a Brouillon, by its parent, with step 1 validated.</summary>
    internal static Resultat<Offre> Ouvrir(OuvertureOffre ouverture, Rattachement rattachement, Fermeture? fermeture)
    {
        var eg = ouverture.EntiteGeographique;
        var environnement = ouverture.Environnement with { Secteur = eg.Secteur, Categorie = eg.Categorie };
        if (Hierarchie.Refuser(TypeNoeud.Offre, rattachement.Type, eg.Secteur, eg.Categorie, fermeture) is { } refus)
        {
            return refus;
        }

        var offre = new Offre
        {
            Id = ouverture.Id,
            Identifiant = ouverture.Identifiant,
            CleParcours = LesParcours.Structure.Cle,
            ParentType = rattachement.Type,
            ParentId = rattachement.Id,
            EntiteGeographiqueId = eg.Id,
            CreeLe = environnement.Instant,
            Version = 0,
        };
        var ecriture = offre.ValiderEtape(InformationsGenerales.Cle, [ouverture.Informations], environnement);
        return ecriture.EstSucces ? offre : Resultat<Offre>.Echec(ecriture.Erreurs);
    }

    /// <summary>"Modifier" a section: gaps are kept in the draft or working copy, wrong values are refused.</summary>
    public Resultat<Rien> ModifierSection(ISection section, string cle, Environnement environnement)
    {
        if (RefuserSection(cle, environnement) is { } refus)
        {
            return refus;
        }

        var description = LesSections.DeCle(cle);
        var (contenu, figes) = Ecrire([section], environnement);
        if (figes.Count > 0)
        {
            return figes;
        }

        var contexte = Contexte(environnement, contenu);
        if (RefuserImmuables(description, description.Lire(contenu)!, contexte) is { } immuable)
        {
            return immuable;
        }

        List<Erreur> manquements =
        [
            .. RefuserExceptions([section], environnement), .. description.Evaluer(description.Lire(contenu)!, contexte).Where(m => !m.EstAbsence).Select(m => m.Erreur),
        ];
        return manquements.Count > 0 ? manquements : Contenu.Equals(contenu) ? default(Rien) : Garder(contenu, Marques, environnement);
    }

    /// <summary>L2: publishes the draft, or the pending modifications, when nothing is missing and the author has read it over.</summary>
    public Resultat<Rien> Valider(bool relu, Environnement environnement)
    {
        if (Refuser(ActionOffre.Valider, environnement) is { } refus)
        {
            return refus;
        }

        var bilan = Bilan(environnement);
        var manques = relu ? [.. bilan.Manquants] : bilan.Manquants.Append(OffreErreurs.ReluRequis.Sur("/relu")).ToList();
        if (manques.Count > 0)
        {
            return manques;
        }

        Publier(Contenu, environnement.Instant);
        if (EstLiberale)
        {
            Marques = AvecMarque(LesParcours.CleRecapitulatif, Parcours.Trouver(LesParcours.CleRecapitulatif)!.Empreinte(Contexte(environnement)), environnement.Instant);
        }

        Passer(ActionOffre.Valider, environnement.Instant);
        return default(Rien);
    }

    /// <summary>L3: drops the working copy.</summary>
    public Resultat<Rien> AbandonnerModifications(Environnement environnement)
    {
        if (Refuser(ActionOffre.Abandonner, environnement) is { } refus)
        {
            return refus;
        }

        var avant = Contenu;
        (Contenu, EtapesPreremplies) = (Publie!, []);
        Passer(ActionOffre.Abandonner, environnement.Instant);
        Marquer(avant);
        return default(Rien);
    }

    /// <summary>L6: a former version becomes the working copy; the world reads the last one until it is validated.</summary>
    public Resultat<Rien> Restaurer(VersionOffre version, Environnement environnement)
    {
        var contenu = SansFauxChangement(Ici(version.Contenu.SansExceptionsPassees(Aujourdhui(environnement))), environnement);
        return Refuser(ActionOffre.Modifier, environnement) is { } refus ? refus
            : Contenu.Equals(contenu) ? default(Rien) : Garder(contenu, Marques, environnement);
    }

    /// <summary>H4: another UF or établissement of the same secteur; the identifier stays.</summary>
    /// <param name="depuis">The établissement that it leaves.</param>
    /// <param name="environnement">Of the place where it goes.</param>
    public Resultat<Rien> Transferer(EntiteGeographique depuis, EntiteGeographique vers, Rattachement rattachement, Environnement environnement)
    {
        if (RefuserTransition(ActionOffre.Transferer) is { } refus)
        {
            return refus;
        }

        if (depuis.Secteur != vers.Secteur)
        {
            return OffreErreurs.TransfertAutreSecteur.Avec(depuis.Secteur, vers.Secteur);
        }

        if (Hierarchie.Refuser(TypeNoeud.Offre, rattachement.Type, vers.Secteur, vers.Categorie, environnement.FermetureParent) is { } interdit)
        {
            return interdit;
        }

        if (rattachement == Rattachement)
        {
            return default(Rien);
        }

        (ParentType, ParentId, EntiteGeographiqueId) = (rattachement.Type, rattachement.Id, vers.Id);
        QuitterLaCascade();
        if (depuis.Id != vers.Id)
        {
            QuitterLesLieux(environnement.Instant);
        }

        Passer(ActionOffre.Transferer, environnement.Instant);
        return default(Rien);
    }

    /// <summary>Names the offer that replaces this closed one; null names none any more.</summary>
    public Resultat<Rien> DesignerSuccesseur(string? successeur, Environnement environnement)
    {
        if (Refuser(ActionOffre.DesignerSuccesseur, environnement) is { } refus)
        {
            return refus;
        }

        if (Fermeture!.Successeur != successeur || (FermeturePrevue is { } prevue && prevue.Successeur != successeur))
        {
            NommerSuccesseur(successeur, environnement.Instant);
        }

        return default(Rien);
    }

    // An offer may have left the place that a former version tells; its lieux are those of today.
    private ContenuOffre Ici(ContenuOffre contenu) => contenu with { Lieux = Contenu.Lieux, Adresse = EstLiberale ? Contenu.Adresse : contenu.Adresse };

    private void Publier(ContenuOffre contenu, DateTime instant)
    {
        Publie = contenu;
        NumeroVersion++;
        ValideeLe = instant;
    }

    /// <returns>What nobody enters and came different is told, and stays as it is.</returns>
    private (ContenuOffre Contenu, List<Erreur> LectureSeule) Ecrire(IReadOnlyList<ISection> sections, Environnement environnement)
    {
        var avant = Contexte(environnement);
        var figes = sections.SelectMany(s => Description(s).RefuserLectureSeule(s, avant)).ToList();
        var contenu = sections.Aggregate(Contenu, (c, s) => Description(s).Ecrire(c, Description(s).Figee(AvecExceptions(s, environnement), avant)));
        contenu = SansModeleInadapte(contenu, environnement);
        var contexte = Contexte(environnement, contenu);
        contenu = SansFauxChangement(sections.Aggregate(contenu, (c, s) => Description(s).Ecrire(c, Description(s).Completee(Description(s).Lire(c)!, contexte))), environnement);
        return (sections.OfType<DonneesNationales>().Any() ? AvecAdresseNationale(contenu) : contenu, figes);
    }

    // A liberal offer is where the directories say, as its professional answers.
    private static ContenuOffre AvecAdresseNationale(ContenuOffre contenu) => contenu.DonneesNationales?.Extrait?.Structure?.Adresse is { } adresse ? contenu with { Adresse = adresse } : contenu;

    // L4: in a Brouillon the champ may change; the modèle that was pinned before and no longer fits is dropped.
    private ContenuOffre SansModeleInadapte(ContenuOffre contenu, Environnement environnement)
    {
        var (avant, apres) = (Contenu.InformationsGenerales, contenu.InformationsGenerales);
        var modele = environnement.Modeles.Trouver(apres?.ModeleSaisie);
        return Publie is null && modele is not null && avant?.ModeleSaisie == apres!.ModeleSaisie && avant?.ChampActivite != apres.ChampActivite
            && !(modele with { Statut = ModelesSaisie.StatutModele.Actif }).Convient(CleParcours, environnement.Categorie, apres.ChampActivite?.Code, Exercice)
            ? contenu with { InformationsGenerales = apres with { ModeleSaisie = null } }
            : contenu;
    }

    // RG_EXP_010, RG_EXP_011: the same value is accepted, another is refused.
    private static Erreur? RefuserImmuables(DescriptionSection description, ISection section, ContexteSaisie contexte) => description.Champs
        .Select(champ => ChampEnContexte.De(description.Cle, champ, contexte))
        .Where(champ => champ.ValeurImmuable is { } publiee && !publiee.Equals(champ.Champ.Lire(section)))
        .Select(champ => OffreErreurs.ChampImmuable.Sur(champ.Champ.Pointeur, champ.Champ.Libelle) with { Section = description.Cle })
        .FirstOrDefault();

    private Rien Garder(ContenuOffre contenu, Liste<MarqueEtape> marques, Environnement environnement)
    {
        var avant = Contenu;
        (Contenu, Marques) = (contenu, marques);
        Toucher(environnement.Instant);
        Marquer(avant);
        return default;
    }

    private void Marquer(ContenuOffre avant)
    {
        var changees = LesSections.Toutes.Where(s => !Equals(s.Lire(avant), s.Lire(Contenu))).Select(s => s.Cle).ToList();
        SectionsModifiees = SectionsModifiees.Where(m => !changees.Contains(m.Cle)).Concat(changees.Select(cle => new MarqueSection(cle, Version))).EnListe();
    }

    private protected override void Passer(ActionOffre action, DateTime instant)
    {
        var avant = Contenu;
        Statut = CycleDeVie.Trouver(Statut, action)!.Vers!.Value;
        if (Statut == StatutOffre.FermeeDefinitivement)
        {
            // What was pending is dropped: nothing publishes it any more.
            Contenu = Publie!;
        }

        Toucher(instant);
        Marquer(avant);
    }

    private static DescriptionSection Description(ISection section) => LesSections.Toutes.Single(d => d.Type == section.GetType());
}
