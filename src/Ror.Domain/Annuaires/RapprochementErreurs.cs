using Ror.Domain.Commun;

namespace Ror.Domain.Annuaires;

/// <summary>What is told of national data once they are held against what this service knows.</summary>
public static class RapprochementErreurs
{
    public static readonly TypeErreur StructureInconnue = new("annuaire.structure-inconnue", Nature.Avertissement,
        "L'établissement {0} n'est pas connu ici : importez d'abord FINESS.", "Établissement {0} is not known here: import FINESS first.");

    public static readonly TypeErreur EntiteJuridiqueInconnue = new("annuaire.entite-juridique-inconnue", Nature.Contenu,
        "L'entité juridique {0} n'est pas connue : importez d'abord le fichier des entités juridiques.", "Legal entity {0} is not known: import the file of legal entities first.");

    public static readonly TypeErreur AutreEntiteJuridique = new("annuaire.autre-entite-juridique", Nature.Avertissement,
        "Rattaché ici à l'entité juridique {0}, dans FINESS à {1} : le rattachement n'est pas changé.", "Attached here to legal entity {0}, in FINESS to {1}: the attachment is left as it is.");

    public static readonly TypeErreur FermeIci = new("annuaire.ferme-ici", Nature.Avertissement,
        "Fermé définitivement ici, ouvert dans le fichier national : rien n'est rouvert.", "Closed for good here, open in the national file: nothing is reopened.");

    public static readonly TypeErreur EntiteJuridiqueFermee = new("annuaire.entite-juridique-fermee", Nature.Avertissement,
        "Entité juridique fermée le {0:O} dans le fichier national : ses établissements ferment chacun à sa date.", "Legal entity closed on {0:O} in the national file: its établissements close each on its own day.");

    public static readonly TypeErreur ProfessionnelInconnu = new("annuaire.professionnel-inconnu", Nature.Contenu,
        "Aucun professionnel connu ici ne porte le RPPS {0}.", "No professional known here bears RPPS {0}.");

    public static readonly TypeErreur SituationInconnue = new("annuaire.situation-inconnue", Nature.Contenu,
        "Le professionnel {0} n'a pas d'exercice connu dans la structure {1}.", "Professional {0} has no known exercise in structure {1}.");

    public static readonly TypeErreur PlusAncien = new("annuaire.plus-ancien", Nature.Contenu,
        "Une donnée du {0:O} est déjà connue.", "Data of {0:O} are known already.");

    public static readonly TypeErreur VagueDeDisparitions = new("annuaire.vague-de-disparitions", Nature.Avertissement,
        "Plus de {0} situations sur {1} ont disparu du fichier : aucune n'est terminée, aucune offre n'est fermée. Le fichier est-il entier ?",
        "More than {0} situations of {1} are gone from the file: none is ended, no offer is closed. Is the file whole?");
}
