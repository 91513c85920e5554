using Ror.Domain.Commun;

namespace Ror.Domain.ModelesSaisie;

public static class ModeleErreurs
{
    public static readonly TypeErreur Introuvable = new("modele.introuvable", Nature.Introuvable,
        "Ce modèle de saisie n'existe pas.", "This entry model does not exist.");

    public static readonly TypeErreur Fige = new("modele.fige", Nature.Etat,
        "Le modèle {0} n'est plus un projet : il ne change plus. Créez la version suivante.", "Entry model {0} is no longer a draft: it never changes. Create its next version.");

    public static readonly TypeErreur PasUnProjet = new("modele.pas-un-projet", Nature.Etat,
        "Le modèle {0} n'est pas un projet : seul un projet s'active ou se supprime.", "Entry model {0} is not a draft: only a draft is activated or deleted.");

    public static readonly TypeErreur PasActif = new("modele.pas-actif", Nature.Etat,
        "Le modèle {0} n'est pas actif : seul un modèle actif se retire.", "Entry model {0} is not active: only an active one is retired.");

    public static readonly TypeErreur EncoreProjet = new("modele.encore-projet", Nature.Etat,
        "Le modèle {0} est encore un projet : modifiez-le.", "Entry model {0} is still a draft: edit it.");

    public static readonly TypeErreur ProjetExistant = new("modele.projet-existant", Nature.Etat,
        "Une version existe déjà en projet : {0}. Activez-la ou supprimez-la d'abord.", "A version already exists as a draft: {0}. Activate it or delete it first.");

    public static readonly TypeErreur DejaLa = new("modele.version-existante", Nature.Etat,
        "Le modèle {0} existe déjà.", "Entry model {0} exists already.");

    public static readonly TypeErreur UrlInvalide = new("modele.url-invalide", Nature.Contenu,
        "« {0} » n'est pas une URL canonique : absolue, http, https ou urn, sans « | » ni espace.", "\"{0}\" is not a canonical URL: absolute, http, https or urn, without \"|\" or blanks.");

    public static readonly TypeErreur SansCategorie = new("modele.sans-categorie", Nature.Contenu,
        "Un modèle désigne au moins une catégorie d'établissement.", "An entry model names at least one category of établissement.");

    public static readonly TypeErreur SansSituation = new("modele.sans-situation", Nature.Contenu,
        "Aucune des catégories du contexte n'a l'un de ses champs d'activité (H2) : le modèle ne serait jamais proposé.", "No category of the context has one of its champs d'activité (H2): the model would never be proposed.");

    public static readonly TypeErreur ChampInconnu = new("modele.champ-inconnu", Nature.Contenu,
        "La section « {0} » n'a pas de champ « {1} » qu'un modèle puisse régler.", "Section \"{0}\" has no field \"{1}\" that a model may rule.");

    public static readonly TypeErreur RegleDouble = new("modele.regle-double", Nature.Contenu,
        "« {0} » a deux règles.", "\"{0}\" has two rules.");

    public static readonly TypeErreur SansListe = new("modele.sans-liste", Nature.Contenu,
        "« {0} » n'est pas un champ codé : il n'a pas de codes autorisés.", "\"{0}\" is not a coded field: it has no allowed codes.");

    public static readonly TypeErreur ListeVide = new("modele.liste-vide", Nature.Contenu,
        "Aucun code n'est autorisé pour « {0} » : masquez le champ, ou laissez la liste entière.", "No code is allowed for \"{0}\": hide the field, or leave the list whole.");

    public static readonly TypeErreur FixeSansValeur = new("modele.fixe-sans-valeur", Nature.Contenu,
        "« {0} » est fixé sans valeur : donnez-la dans les préréglages.", "\"{0}\" is fixed without a value: give it in the defaults.");

    public static readonly TypeErreur ValeurNonAutorisee = new("modele.valeur-non-autorisee", Nature.Contenu,
        "La valeur « {0} » de « {1} » n'est pas parmi les codes autorisés.", "Value \"{0}\" of \"{1}\" is not among the allowed codes.");

    public static readonly TypeErreur ValeurIntenable = new("modele.valeur-intenable", Nature.Contenu,
        "La valeur de « {0} » n'est pas admise dans le champ d'activité {1} d'un établissement de catégorie {2}.", "The value of \"{0}\" is not admitted in champ d'activité {1} of an établissement of category {2}.");

    public static readonly TypeErreur PersonneHorsLiberal = new("modele.personne-hors-liberal", Nature.Contenu,
        "Professions et spécialités sont celles d'un professionnel : le parcours structure n'en a pas.", "Professions and specialities are those of a professional: the structure parcours has none.");

    public static readonly TypeErreur PlusAncien = new("modele.plus-ancien", Nature.Etat,
        "La version active {0} est plus récente : elle resterait sans suite.", "The active version {0} is newer: it would be left without a next one.");

    public static readonly TypeErreur SansPrereglage = new("modele.sans-prereglage", Nature.Contenu,
        "« {0} » ne se prérègle pas.", "\"{0}\" cannot be preset.");

    public static readonly TypeErreur MasqueObligatoire = new("modele.masque-obligatoire", Nature.Contenu,
        "« {0} » est masqué, mais obligatoire {1}.", "\"{0}\" is hidden, but mandatory {1}.");

    public static readonly TypeErreur MasqueAvecRegle = new("modele.masque-avec-regle", Nature.Contenu,
        "« {0} » est masqué : il n'a pas d'autre règle.", "\"{0}\" is hidden: it has no other rule.");

    public static readonly TypeErreur SansObjet = new("modele.sans-objet", Nature.Contenu,
        "« {0} » est rendu obligatoire, mais aucun établissement du contexte n'a ce champ.", "\"{0}\" is made mandatory, but no établissement of the context has that field.");

    public static readonly TypeErreur AucuneValeur = new("modele.aucune-valeur", Nature.Contenu,
        "« {0} » est obligatoire dans le champ d'activité {1}, où aucun des codes autorisés n'est admis.", "\"{0}\" is mandatory in champ d'activité {1}, where none of the allowed codes is admitted.");

    public static readonly TypeErreur SansFamille = new("modele.sans-famille", Nature.Contenu,
        "L'activité « {0} » n'a aucune famille admise qui aille avec elle.", "Activity \"{0}\" has no allowed famille that goes with it.");

    public static readonly TypeErreur ANommer = new("modele.a-nommer", Nature.Contenu,
        "Cette offre n'a pas de modèle : nommez celui qu'elle prend.", "This offer has no entry model: name the one that it takes.");

    public static readonly TypeErreur FamillesHorsActivite = new("modele.familles-hors-activites", Nature.Contenu,
        "Seules les activités autorisées ont des familles : « {0} ».", "Only allowed activities have familles: \"{0}\".");
}
