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
}
