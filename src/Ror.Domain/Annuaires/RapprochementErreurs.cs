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

    public static readonly TypeErreur EditionAncienne = new("annuaire.edition-ancienne", Nature.Contenu,
        "Ce fichier décrit le {0:O} ; une édition du {1:O} est déjà entrée.", "This file describes {0:O}; an edition of {1:O} has come in already.");

    public static readonly TypeErreur LignesAnonymes = new("annuaire.lignes-anonymes", Nature.Avertissement,
        "{0} ligne(s) ne disent pas de qui elles parlent : les {1} professionnels dont une situation a disparu les gardent toutes.",
        "{0} line(s) do not say whom they are about: the {1} professionals of whom a situation is gone keep all of them.");

    public static readonly TypeErreur VagueDeFermetures = new("annuaire.vague-de-fermetures", Nature.Avertissement,
        "Plus de {0} établissements sur {1} sont donnés pour fermés : aucun n'est fermé. Le fichier est-il juste ?",
        "More than {0} établissements of {1} are said to be closed: none is closed. Is the file right?");

    public static readonly TypeErreur FermeDansLAnnuaire = new("annuaire.ferme-la-bas", Nature.Avertissement,
        "Fermé le {0:O} dans l'annuaire national : un import de FINESS le fermera ici.", "Closed on {0:O} in the national directory: an import of FINESS will close it here.");

    public static readonly TypeErreur FermeturePrevueIci = new("annuaire.fermeture-prevue-ici", Nature.Avertissement,
        "Sa fermeture définitive est prévue ici le {0:O}, le fichier national ne la dit pas.", "Its definitive closing is planned here on {0:O}, the national file does not tell of it.");

    public static readonly TypeErreur EnDouble = new("annuaire.ligne-en-double", Nature.Contenu,
        "Le fichier a déjà dit autre chose du professionnel {0} dans la structure {1}.", "The file has said something of professional {0} in structure {1} already.");

    public static readonly TypeErreur DateFuture = new("annuaire.date-future", Nature.Contenu,
        "Le {0:O} n'est pas encore passé.", "{0:O} is not past yet.");

    public static readonly TypeErreur VagueDeDisparitions = new("annuaire.vague-de-disparitions", Nature.Avertissement,
        "Plus de {0} situations sur {1} ont disparu du fichier : aucune n'est terminée, aucune offre n'est fermée. Le fichier est-il entier ?",
        "More than {0} situations of {1} are gone from the file: none is ended, no offer is closed. Is the file whole?");
}
