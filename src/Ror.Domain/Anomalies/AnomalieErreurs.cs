using Ror.Domain.Commun;

namespace Ror.Domain.Anomalies;

public static class AnomalieErreurs
{
    public static readonly TypeErreur Introuvable = new("anomalie.introuvable", Nature.Introuvable,
        "Cette anomalie n'existe pas, ou n'est pas visible pour vous.", "This anomaly does not exist, or is not visible to you.");

    public static readonly TypeErreur ObjetIntrouvable = new("anomalie.objet-introuvable", Nature.Introuvable,
        "L'objet de l'anomalie n'existe pas, ou n'est pas visible pour vous.", "The object of the anomaly does not exist, or is not visible to you.");

    public static readonly TypeErreur ObjetInvalide = new("anomalie.objet-invalide", Nature.Contenu,
        "L'identifiant de l'objet est un UUID.", "The id of the object is a UUID.");

    public static readonly TypeErreur SectionInconnue = new("anomalie.section-inconnue", Nature.Contenu,
        "« {0} » n'est pas une section de cet objet.", "\"{0}\" is not a section of this object.");

    public static readonly TypeErreur SectionRequise = new("anomalie.section-requise", Nature.Contenu,
        "Le champ d'une offre se nomme avec sa section.", "A field of an offer is named with its section.");

    public static readonly TypeErreur ChampInconnu = new("anomalie.champ-inconnu", Nature.Contenu,
        "« {0} » n'est pas un champ déclaré à cet endroit.", "\"{0}\" is not a field declared at that place.");

    public static readonly TypeErreur SansContenu = new("anomalie.sans-contenu", Nature.Contenu,
        "Une anomalie porte une description ou une valeur proposée.", "An anomaly carries a description or a proposed value.");

    public static readonly TypeErreur ValeurSansChamp = new("anomalie.valeur-sans-champ", Nature.Contenu,
        "Une valeur se rapporte à un champ.", "A value belongs to a field.");

    public static readonly TypeErreur ValeurTropLongue = new("anomalie.valeur-trop-longue", Nature.Contenu,
        "Cette valeur est limitée à {0} caractères de JSON.", "This value is limited to {0} characters of JSON.");

    public static readonly TypeErreur DejaDeclaree = new("anomalie.deja-declaree", Nature.Etat,
        "Une anomalie est déjà ouverte à cet endroit.", "An anomaly is already open at that place.");

    public static readonly TypeErreur TransitionInterdite = new("anomalie.transition-interdite", Nature.Etat,
        "Une anomalie ne passe pas du statut {0} au statut {1}.", "An anomaly does not go from status {0} to status {1}.");

    public static readonly TypeErreur TransitionNonPermise = new("anomalie.transition-non-permise", Nature.Interdit,
        "Vous ne pouvez pas donner le statut {0} à cette anomalie.", "You may not give status {0} to this anomaly.");

    public static readonly TypeErreur DeclarationNonPermise = new("anomalie.declaration-non-permise", Nature.Interdit,
        "Votre rôle ne permet pas de déclarer une anomalie.", "Your role does not allow to declare an anomaly.");

    public static readonly TypeErreur EcheanceRequise = new("anomalie.echeance-requise", Nature.Contenu,
        "Tolérer temporairement demande une date de fin.", "Tolerating for a time needs an end date.");

    public static readonly TypeErreur EcheancePassee = new("anomalie.echeance-passee", Nature.Contenu,
        "La date de fin est à venir.", "The end date is in the future.");

    public static readonly TypeErreur EcheanceSansObjet = new("anomalie.echeance-sans-objet", Nature.Contenu,
        "Seul le statut 06 a une date de fin.", "Only status 06 has an end date.");

    public static readonly TypeErreur ChampNational = new("anomalie.champ-national", Nature.Etat,
        "Ce champ vient d'un annuaire national (RG_EXP_031) : la valeur proposée ne s'accepte pas ici, elle arrivera par un import.",
        "This field comes from a national directory (RG_EXP_031): the proposed value is not accepted here, an import will bring it.");

    public static readonly TypeErreur SansValeurProposee = new("anomalie.sans-valeur-proposee", Nature.Etat,
        "Cette anomalie ne propose pas de valeur à accepter.", "This anomaly proposes no value to accept.");

    public static readonly TypeErreur ValeurIllisible = new("anomalie.valeur-illisible", Nature.Contenu,
        "La valeur proposée n'a pas la forme de ce champ.", "The proposed value does not have the form of this field.");

    public static readonly TypeErreur EndroitAbsent = new("anomalie.endroit-absent", Nature.Etat,
        "L'endroit que l'anomalie désigne n'est plus là.", "The place that the anomaly names is no longer there.");
}
