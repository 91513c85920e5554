using Ror.Domain.Commun;

namespace Ror.Domain.Champs;

public static class ChampErreurs
{
    public static readonly TypeErreur Obligatoire = new("champ.obligatoire", Nature.Contenu,
        "« {0} » est obligatoire.", "\"{0}\" is mandatory.");

    public static readonly TypeErreur NonApplicable = new("champ.non-applicable", Nature.Contenu,
        "« {0} » ne s'applique pas à cette offre.", "\"{0}\" does not apply to this offer.");

    public static readonly TypeErreur LectureSeule = new("champ.lecture-seule", Nature.Contenu,
        "« {0} » est en lecture seule : laissez-le absent ou identique.", "\"{0}\" is read-only: leave it out or unchanged.");

    public static readonly TypeErreur NonAdmis = new("code.non-admis", Nature.Contenu,
        "Le code « {0} » n'est pas admis pour cette offre (règle {1}).", "Code \"{0}\" is not admitted for this offer (rule {1}).");

    public static readonly TypeErreur HorsModele = new("code.hors-modele", Nature.Contenu,
        "Le code « {0} » n'est pas admis par le modèle de saisie {1}.", "Code \"{0}\" is not admitted by entry model {1}.");

    public static readonly TypeErreur TexteTropLong = new("texte.trop-long", Nature.Contenu,
        "« {0} » est limité à {1} caractères.", "\"{0}\" is limited to {1} characters.");

    public static readonly TypeErreur TexteInterdit = new("texte.caractere-interdit", Nature.Contenu,
        "« {0} » contient un caractère de contrôle.", "\"{0}\" holds a control character.");

    public static readonly TypeErreur HorsListe = new("texte.hors-liste", Nature.Contenu,
        "« {0} » n'admet pas « {1} ».", "\"{0}\" does not admit \"{1}\".");

    public static readonly TypeErreur ListeTropLongue = new("liste.trop-longue", Nature.Contenu,
        "« {0} » est limité à {1} éléments.", "\"{0}\" is limited to {1} elements.");

    public static readonly TypeErreur Doublon = new("liste.doublon", Nature.Contenu,
        "« {0} » contient deux fois la même valeur.", "\"{0}\" holds the same value twice.");

    public static readonly TypeErreur DateInvraisemblable = new("date.invraisemblable", Nature.Contenu,
        "« {0} » est une date de 1900 à 2100.", "\"{0}\" is a date from 1900 to 2100.");

    public static readonly TypeErreur HorsBornes = new("nombre.hors-bornes", Nature.Contenu,
        "« {0} » est compris entre {1} et {2}.", "\"{0}\" lies between {1} and {2}.");

    public static readonly TypeErreur AgeUnite = new("age.unite-inconnue", Nature.Contenu,
        "L'unité d'âge « {0} » n'est pas l'une de a, mo, wk, d (RG_EXP_048).", "Age unit \"{0}\" is not one of a, mo, wk, d (RG_EXP_048).");

    public static readonly TypeErreur AgeValeur = new("age.valeur-invalide", Nature.Contenu,
        "L'âge est un nombre entier de 0 à {0} ans.", "An age is a whole number from 0 to {0} years.");
}
