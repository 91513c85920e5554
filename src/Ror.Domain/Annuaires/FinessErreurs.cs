using Ror.Domain.Commun;

namespace Ror.Domain.Annuaires;

/// <summary>What is told of an object of the FINESS files: why it is refused, or what of it is left out.</summary>
public static class FinessErreurs
{
    public static readonly TypeErreur Cellules = new("finess.cellules", Nature.Contenu,
        "La ligne « {0} » a {1} cellules au lieu de {2}.", "Line \"{0}\" has {1} cells instead of {2}.");

    public static readonly TypeErreur Section = new("finess.section", Nature.Contenu,
        "« {0} » n'est pas une section connue.", "\"{0}\" is not a known section.");

    public static readonly TypeErreur Objet = new("finess.objet", Nature.Contenu,
        "Objet illisible : {0} n'a pas le type attendu.", "Unreadable object: {0} does not have the expected type.");

    public static readonly TypeErreur Numero = new("finess.numero", Nature.Contenu,
        "« {0} » n'est pas un numéro FINESS : neuf caractères.", "\"{0}\" is not a FINESS number: nine characters.");

    public static readonly TypeErreur CleFausse = new("finess.cle", Nature.Contenu,
        "La clé du numéro FINESS {0} est fausse.", "The key of FINESS number {0} is wrong.");

    public static readonly TypeErreur Doublon = new("finess.doublon", Nature.Contenu,
        "{0} est déjà dans ce fichier : seul le premier est lu.", "{0} is already in this file: only the first one is read.");

    public static readonly TypeErreur FermePuisOuvert = new("finess.ferme-puis-ouvert", Nature.Contenu,
        "{0} est deux fois dans ce fichier, fermé puis ouvert : il est ouvert.", "{0} is twice in this file, closed then open: it is open.");

    public static readonly TypeErreur SansNom = new("finess.sans-nom", Nature.Contenu,
        "{0} n'a pas de nom.", "{0} has no name.");

    public static readonly TypeErreur SansCategorie = new("finess.sans-categorie", Nature.Contenu,
        "{0} n'a pas de catégorie.", "{0} has no category.");

    public static readonly TypeErreur SansAdresse = new("finess.sans-adresse", Nature.Contenu,
        "{0} n'a pas d'adresse géographique.", "{0} has no geographic address.");

    public static readonly TypeErreur Commune = new("finess.commune", Nature.Contenu,
        "« {0} » n'est le code INSEE d'aucune commune d'une région.", "\"{0}\" is the INSEE code of no commune of a region.");

    public static readonly TypeErreur ValeurEcartee = new("finess.valeur-ecartee", Nature.Contenu,
        "« {0} » ne convient pas : la valeur n'est pas reprise.", "\"{0}\" does not fit: the value is left out.");

    public static readonly TypeErreur FermetureSansDate = new("finess.fermeture-sans-date", Nature.Contenu,
        "{0} est fermé, sans que le jour en soit dit.", "{0} is closed, on a day that is not told.");

    public static readonly TypeErreur PositionIllisible = new("finess.position-illisible", Nature.Contenu,
        "« {0} », « {1} » ne sont pas des coordonnées.", "\"{0}\", \"{1}\" are no coordinates.");

    public static readonly TypeErreur PositionSysteme = new("finess.position-systeme", Nature.Contenu,
        "Le système de coordonnées n'est pas connu : {0}.", "The coordinate system is not known: {0}.");

    public static readonly TypeErreur PositionHorsTerritoire = new("finess.position-hors-territoire", Nature.Contenu,
        "La position {0}, {1} est hors du territoire.", "Position {0}, {1} is outside the territory.");

    public static readonly TypeErreur PositionCommune = new("finess.position-commune", Nature.Contenu,
        "La position est celle de la commune : elle n'est pas reprise.", "The position is that of the commune: it is left out.");

    public static readonly TypeErreur GeolocalisationSeule = new("finess.geolocalisation-seule", Nature.Contenu,
        "La géolocalisation de {0} est sans établissement.", "The geolocation of {0} has no établissement.");

    public static readonly TypeErreur GeolocalisationAvant = new("finess.geolocalisation-avant", Nature.Contenu,
        "La géolocalisation de {0} précède son établissement.", "The geolocation of {0} comes before its établissement.");
}
