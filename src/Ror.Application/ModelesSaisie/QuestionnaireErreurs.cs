using Ror.Domain.Commun;

namespace Ror.Application.ModelesSaisie;

/// <summary>Why a Questionnaire is refused, and what of it a modèle does not say.</summary>
public static class QuestionnaireErreurs
{
    public static readonly TypeErreur Illisible = new("questionnaire.illisible", Nature.Illisible,
        "Ce JSON est illisible, {0}.", "This JSON is unreadable, {0}.");

    public static readonly TypeErreur Forme = new("questionnaire.forme", Nature.Contenu,
        "« {0} » est attendu ici, sous la forme : {1}.", "\"{0}\" is expected here, as: {1}.");

    public static readonly TypeErreur Sujet = new("questionnaire.sujet", Nature.Contenu,
        "Un modèle d'offre a un seul « subjectType », HealthcareService.", "An offer model has one \"subjectType\", HealthcareService.");

    public static readonly TypeErreur Statut = new("questionnaire.statut", Nature.Contenu,
        "« {0} » n'est pas un statut de modèle : draft, active ou retired.", "\"{0}\" is not a status of a model: draft, active or retired.");

    public static readonly TypeErreur TropDElements = new("questionnaire.trop-d-elements", Nature.Contenu,
        "Plus de {0} éléments « item ».", "More than {0} items.");

    public static readonly TypeErreur TropProfond = new("questionnaire.trop-profond", Nature.Contenu,
        "Plus de {0} niveaux d'« item ».", "More than {0} levels of items.");

    public static readonly TypeErreur LinkIdDouble = new("questionnaire.linkid-double", Nature.Contenu,
        "Le linkId « {0} » est déjà celui de {1}.", "linkId \"{0}\" is already that of {1}.");

    public static readonly TypeErreur QuestionInconnue = new("questionnaire.question-inconnue", Nature.Contenu,
        "Aucun élément n'a le linkId « {0} ».", "No item has linkId \"{0}\".");

    public static readonly TypeErreur Cyclique = new("questionnaire.cyclique", Nature.Contenu,
        "L'affichage de « {0} » dépend de lui-même.", "The display of \"{0}\" depends on itself.");

    public static readonly TypeErreur DefinitionInconnue = new("questionnaire.definition-inconnue", Nature.Contenu,
        "« {0} » n'est pas un élément du profil ror-healthcareservice.", "\"{0}\" is not an element of profile ror-healthcareservice.");

    public static readonly TypeErreur ContexteDisparu = new("questionnaire.contexte-disparu", Nature.Contenu,
        "Aucun des codes donnés n'est en vigueur ({0}) : le modèle vaudrait pour tous.", "None of the codes that are given is in force ({0}): the model would hold for all.");

    public static readonly TypeErreur CodeDisparu = new("questionnaire.code-disparu", Nature.Avertissement,
        "Le code « {0} » n'est plus en vigueur dans {1} : il n'est pas repris.", "Code \"{0}\" is no longer in force in {1}: it is dropped.");

    public static readonly TypeErreur NonRepris = new("questionnaire.non-repris", Nature.Avertissement,
        "« {0} » n'est pas repris : {1}.", "\"{0}\" is not taken over: {1}.");

    public static readonly TypeErreur Presentation = new("questionnaire.presentation", Nature.Avertissement,
        "Les libellés, l'ordre, la mise en page et l'extraction de {0} éléments sont ceux du service.", "Labels, order, layout and extraction of {0} items are those of the service.");

    public static readonly TypeErreur ResteProjet = new("questionnaire.reste-projet", Nature.Avertissement,
        "Le modèle se contredit : il est gardé en projet.", "The model contradicts itself: it is kept as a draft.");

    public static readonly TypeErreur Depassee = new("questionnaire.depasse", Nature.Avertissement,
        "La version active {0} est plus récente : celle-ci est gardée comme retirée.", "The active version {0} is newer: this one is kept as retired.");

    public static readonly TypeErreur Inexportable = new("modele.contradictoire", Nature.Etat,
        "Le modèle {0} se contredit : il n'a pas de questionnaire.", "Entry model {0} contradicts itself: it has no questionnaire.");
}
