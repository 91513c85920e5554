using Ror.Domain.Commun;
using Ror.Domain.Identifiants;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Offres.Parcours;
using Ror.Domain.Offres.Sections;
using Ror.Domain.Professionnels;
using Ror.Domain.Structures;

namespace Ror.Domain.Offres;

/// <content>Of a liberal professional: born of a situation of the national directory, and ended with it (domain §5, H7).</content>
public sealed partial class Offre
{
    private static readonly CodeNos ChampVille = new("05");
    private static readonly CodeNos ModeConsultation = new("32");

    /// <summary>J55 of a maison de santé pluriprofessionnelle.</summary>
    public const string MaisonSante = "603";

    private const int NomMax = 150;
    private const int AgeMaxAnnees = 120;

    /// <summary>RPPS of the professional whose offer it is; null of a structure's.</summary>
    public string? Rpps { get; private init; }

    /// <summary>Profession and savoir-faire that it was born of.</summary>
    public ExerciceProfessionnel? Exercice { get; private init; }

    public bool EstLiberale => Rpps is not null;

    /// <summary>Where its professional exercises, for good; null of a structure's offer.</summary>
    public Guid? CabinetId { get; private init; }

    /// <summary>H7: it is shown and published in a maison de santé, not in its practice.</summary>
    public bool EstRattachee => CabinetId is { } cabinet && cabinet != EntiteGeographiqueId;

    /// <summary>L1: born a Brouillon, preset, no step validated.</summary>
    internal static Resultat<Offre> Naitre(NaissanceOffre naissance, EntiteGeographique cabinet)
    {
        if (Hierarchie.Refuser(TypeNoeud.Offre, TypeNoeud.EntiteGeographique, cabinet.Secteur, cabinet.Categorie, cabinet.Fermeture, LesParcours.Liberal.Cle) is { } refus)
        {
            return refus;
        }

        var types = TypesOffreLiberale.De(naissance.Exercice);
        if (types.Count == 0)
        {
            return OffreErreurs.SansTypeLiberal.Avec(naissance.Exercice.Profession.Code);
        }

        var environnement = naissance.Environnement with { Secteur = cabinet.Secteur, Categorie = cabinet.Categorie };
        return new Offre
        {
            Id = naissance.Id,
            Identifiant = naissance.Identifiant,
            CleParcours = LesParcours.Liberal.Cle,
            Rpps = naissance.Professionnel.Rpps,
            Exercice = naissance.Exercice,
            ParentType = TypeNoeud.EntiteGeographique,
            ParentId = cabinet.Id,
            EntiteGeographiqueId = cabinet.Id,
            CabinetId = cabinet.Id,
            Contenu = Prereglages(naissance, cabinet, types, environnement),
            CreeLe = environnement.Instant,
            ModifieLe = environnement.Instant,
        };
    }

    /// <summary>H7: it leaves the maison de santé at once, and the world is told; what else is pending stays so.</summary>
    /// <param name="cabinet">Its own.</param>
    public Resultat<Rien> Detacher(EntiteGeographique cabinet, DateTime instant)
    {
        if (!EstRattachee)
        {
            return OffreErreurs.NonRattachee.Avec();
        }

        if (RefuserTransition(ActionOffre.Detacher) is { } refus)
        {
            return refus;
        }

        return cabinet.Fermeture is not null ? OffreErreurs.SansCabinet.Avec(cabinet.Denomination) : Placer(cabinet, ActionOffre.Detacher, instant);
    }

    /// <summary>H7: it is shown and published in an open maison de santé from now on.</summary>
    public Resultat<Rien> Rattacher(EntiteGeographique maison, DateTime instant)
    {
        if (EstRattachee || (EstLiberale && maison.Id == CabinetId && maison.Categorie == MaisonSante))
        {
            return OffreErreurs.DejaRattachee.Avec();
        }

        if (RefuserTransition(ActionOffre.RattacherMsp) is { } refus)
        {
            return refus;
        }

        return maison.Categorie != MaisonSante ? OffreErreurs.PasUneMaison.Sur("/maisonSante", maison.Categorie)
            : maison.Fermeture is not null ? StructureErreurs.ParentFerme.Avec(TypeNoeud.EntiteGeographique)
            : Placer(maison, ActionOffre.RattacherMsp, instant);
    }

    /// <summary>H7: its maison de santé closes for good; it goes on in its practice, closed for the time that this one is.</summary>
    internal void QuitterLaMaison(EntiteGeographique cabinet, DateTime instant)
    {
        _ = Placer(cabinet, ActionOffre.Detacher, instant);
        if (cabinet.Fermeture is { } fermeture && Statut == StatutOffre.Validee)
        {
            Fermer(fermeture with { Cascade = cabinet.Id, Successeur = null }, instant);
        }
    }

    private Rien Placer(EntiteGeographique lieu, ActionOffre action, DateTime instant)
    {
        (ParentId, EntiteGeographiqueId, var avant) = (lieu.Id, lieu.Id, Contenu);

        // Step 1 is to be validated again, even where the directories say what they said when it was.
        Marques = Marques.Select(m => m.Cle == DonneesNationales.Cle ? m with { Empreinte = "" } : m).EnListe();
        QuitterLaCascade();
        Contenu = Contenu with { Adresse = lieu.Adresse, Lieux = null };
        if (Publie is not null)
        {
            Publier(Publie with { Adresse = lieu.Adresse, Lieux = null }, instant);
        }

        Passer(action, instant);
        Marquer(avant);
        return default;
    }

    private static ContenuOffre Prereglages(NaissanceOffre naissance, EntiteGeographique cabinet, IReadOnlyList<string> types, Environnement environnement)
    {
        var libelle = environnement.Nomenclatures["J238"].Trouver(new(types[0]))?.Libelle ?? types[0];
        var modeles = environnement.Modeles.Proposer(LesParcours.Liberal.Cle, cabinet.Categorie, ChampVille.Code, naissance.Exercice);
        var nom = $"{libelle} {naissance.Professionnel.Nom}";
        return new()
        {
            InformationsGenerales = new()
            {
                Nom = nom.Length <= NomMax ? nom : nom[..NomMax].TrimEnd(),
                ChampActivite = ChampVille,
                ModeleSaisie = modeles is [var modele, ..] ? modele.Reference : null,
                UniteSensible = false,
            },
            AccueilPriseEnCharge = new() { TypesOffre = types.Select(t => new CodeNos(t)).EnListe(), ModePriseEnCharge = ModeConsultation },
            Patientele = new() { AgeMin = new() { Valeur = 0, Unite = "d" }, AgeMax = new() { Valeur = AgeMaxAnnees, Unite = "a" } },
            Adresse = cabinet.Adresse,
        };
    }
}

/// <summary>All that the birth of a liberal offer takes.</summary>
public sealed record NaissanceOffre(Guid Id, IdentifiantRegional Identifiant, FicheProfessionnel Professionnel, ExerciceProfessionnel Exercice, Environnement Environnement);
