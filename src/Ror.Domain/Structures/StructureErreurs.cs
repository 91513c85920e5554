using Ror.Domain.Commun;

namespace Ror.Domain.Structures;

public static class StructureErreurs
{
    public static readonly TypeErreur Introuvable = new("structure.introuvable", Nature.Introuvable,
        "Cette structure n'existe pas, ou n'est pas dans votre périmètre.", "This structure does not exist, or is outside your perimeter.");

    public static readonly TypeErreur ParentInterdit = new("hierarchie.parent-interdit", Nature.Etat,
        "L'arborescence n'admet pas « {0} » sous « {1} » dans le secteur {2} (règle H1).", "The tree does not allow \"{0}\" under \"{1}\" in secteur {2} (rule H1).");

    public static readonly TypeErreur ParentFerme = new("hierarchie.parent-ferme", Nature.Etat,
        "Le niveau de rattachement « {0} » est fermé (règle H8).", "The parent level \"{0}\" is closed (rule H8).");

    public static readonly TypeErreur DestinationIntrouvable = new("transfert.destination-introuvable", Nature.Contenu,
        "La structure de destination n'existe pas, ou n'est pas dans votre périmètre.", "The structure to go to does not exist, or is outside your perimeter.");

    public static readonly TypeErreur CategorieInconnue = new("structure.categorie-inconnue", Nature.Contenu,
        "La catégorie « {0} » n'a pas de secteur connu.", "Category \"{0}\" has no known secteur.");

    public static readonly TypeErreur CategorieAutreSecteur = new("structure.categorie-autre-secteur", Nature.Etat,
        "La catégorie « {0} » n'est pas du secteur {1}, où l'établissement a été ouvert (règle H2).", "Category \"{0}\" is not of secteur {1}, in which the établissement was opened (rule H2).");

    public static readonly TypeErreur DejaIdentifiee = new("structure.identifiant-deja-pris", Nature.Etat,
        "Une structure porte déjà cet identifiant.", "A structure bears this identifier already.");

    public static readonly TypeErreur EntiteJuridiqueRequise = new("structure.entite-juridique-requise", Nature.Contenu,
        "L'entité juridique est demandée, sauf pour un cabinet connu par son rang.", "The legal entity is required, except for a practice known by its rang.");

    public static readonly TypeErreur EntiteJuridiqueInconnue = new("structure.entite-juridique-inconnue", Nature.Contenu,
        "Aucune entité juridique ne porte l'identifiant « {0} ».", "No legal entity bears identifier \"{0}\".");

    public static readonly TypeErreur HorsRegion = new("structure.hors-region", Nature.Contenu,
        "La commune « {0} » n'est pas dans vos régions.", "Commune \"{0}\" is not in your regions.");
}
