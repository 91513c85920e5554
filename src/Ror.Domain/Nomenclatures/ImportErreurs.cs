using Ror.Domain.Commun;

namespace Ror.Domain.Nomenclatures;

public static class ImportErreurs
{
    public static readonly TypeErreur Introuvable = new("import.introuvable", Nature.Introuvable, "Cet import n'existe pas.", "This import does not exist.");

    public static readonly TypeErreur CodeIntrouvable = new("code.introuvable", Nature.Introuvable,
        "Le code « {0} » n'a jamais été dans la nomenclature {1}.", "Code \"{0}\" has never been in value set {1}.");

    public static readonly TypeErreur Vide = new("import.vide", Nature.Illisible, "Le corps est vide : envoyez le fichier lui-même.", "The body is empty: send the file itself.");

    public static readonly TypeErreur Illisible = new("import.illisible", Nature.Contenu, "{0}", "{0}");

    public static readonly TypeErreur AutreGenre = new("import.autre-genre", Nature.Etat,
        "Sous le nom {0} est en vigueur {1} : {2} ne peut pas la remplacer.", "Under the name {0} list {1} is in force: {2} cannot replace it.");

    public static readonly TypeErreur SystemeInconnu = new("import.systeme-inconnu", Nature.Etat,
        "La liste {0} nomme un système par l'OID {1}, qui n'est pas connu : importez d'abord sa terminologie.", "List {0} names a system by OID {1}, which is not known: import its terminology first.");

    public static readonly TypeErreur TexteInvalide = new("import.texte-invalide", Nature.Contenu,
        "Le code ou le libellé « {1} » de la liste {0} ne peut pas être gardé : trop long, ou avec un caractère interdit.", "Code or label \"{1}\" of list {0} cannot be kept: too long, or with a forbidden character.");

    public static readonly TypeErreur SansCode = new("import.sans-code", Nature.Contenu, "La liste {0} ne contient aucun code.", "List {0} holds no code.");

    public static readonly TypeErreur Doublon = new("import.doublon", Nature.Contenu,
        "La liste {0} contient deux fois le code « {1} » du système {2}.", "List {0} holds code \"{1}\" of system {2} twice.");

    public static readonly TypeErreur Version = new("import.version", Nature.Contenu,
        "La version « {1} » de la liste {0} n'est pas une date de quatorze chiffres, de 1990 à 2100.", "Version \"{1}\" of list {0} is not a date of fourteen digits, from 1990 to 2100.");

    public static readonly TypeErreur PlusAncienne = new("import.plus-ancienne", Nature.Etat,
        "La version {1} de la liste {0} est antérieure à celle qui est en vigueur, {2}.", "Version {1} of list {0} is older than the one in force, {2}.");

    public static readonly TypeErreur FiltreSansTerminologie = new("import.filtre-sans-terminologie", Nature.Etat,
        "La liste {0} prend ses codes dans {1}, qui n'est pas chargée : importez-la d'abord.", "List {0} takes its codes from {1}, which is not loaded: import that first.");
}
