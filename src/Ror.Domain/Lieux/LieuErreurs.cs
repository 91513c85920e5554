using Ror.Domain.Commun;

namespace Ror.Domain.Lieux;

public static class LieuErreurs
{
    public static readonly TypeErreur Introuvable = new("lieu.introuvable", Nature.Introuvable,
        "Ce lieu n'existe pas, ou n'est pas dans votre périmètre.", "This lieu does not exist, or is outside your perimeter.");

    public static readonly TypeErreur Ambigu = new("lieu.ambigu", Nature.Ambigu,
        "{0} lieux de cet établissement portent l'identifiant externe « {1} ».", "{0} lieux of this établissement bear external identifier \"{1}\".");

    public static readonly TypeErreur AutreEtablissement = new("lieu.autre-etablissement", Nature.Etat,
        "Ce lieu n'est pas un lieu de l'établissement de l'offre.", "This lieu is not one of the offer's établissement.");

    public static readonly TypeErreur Ferme = new("lieu.ferme", Nature.Etat,
        "Ce lieu est fermé définitivement.", "This lieu is closed for good.");

    public static readonly TypeErreur ADissocier = new("lieu.a-dissocier", Nature.Contenu,
        "Le lieu {0} est fermé définitivement : dissociez-le de l'offre.", "Lieu {0} is closed for good: detach it from the offer.");

    public static readonly TypeErreur TropDeLieux = new("lieu.trop-de-lieux", Nature.Etat,
        "Une offre a {0} lieux au plus.", "An offer has at most {0} lieux.");

    public static readonly TypeErreur ParSesRoutes = new("lieu.par-ses-routes", Nature.Etat,
        "Les lieux d'une offre s'associent et se dissocient un par un, par /lieux/{{id}}/offres/{{offreId}}.", "The lieux of an offer are attached and detached one by one, by /lieux/{{id}}/offres/{{offreId}}.");

    public static readonly TypeErreur Dissocies = new("lieu.dissocies", Nature.Avertissement,
        "L'offre a quitté les lieux de son ancien établissement : {0}. Leurs chiffres y restent.", "The offer has left the lieux of its former établissement: {0}. Their figures stay there.");

    public static readonly TypeErreur FiabiliteSansCoordonnees = new("lieu.fiabilite-sans-coordonnees", Nature.Contenu,
        "La fiabilité se dit de coordonnées, que l'adresse n'a pas.", "Reliability is told of coordinates, which the address does not have.");

    public static readonly TypeErreur EquipementEnDouble = new("equipement.en-double", Nature.Contenu,
        "Ce type est déjà à la ligne {0} : un équipement par type, avec les limites du plus tolérant.", "This type is at row {0} already: one equipment per type, with the limits of the most tolerant.");

    public static readonly TypeErreur LimiteEnDouble = new("equipement.limite-en-double", Nature.Contenu,
        "Cette caractéristique est déjà à la ligne {0}.", "This characteristic is at row {0} already.");

    public static readonly TypeErreur LimiteNulle = new("equipement.limite-nulle", Nature.Contenu,
        "Une limite est supérieure à zéro.", "A limit is greater than zero.");

    public static readonly TypeErreur UniteDeLimite = new("equipement.unite", Nature.Contenu,
        "L'unité de cette caractéristique est « {0} ».", "The unit of this characteristic is \"{0}\".");

    public static readonly TypeErreur HabitationEnDouble = new("habitation.en-double", Nature.Contenu,
        "Ce type d'habitation est déjà à la ligne {0}.", "This type of dwelling is at row {0} already.");
}
