using Ror.Domain.Commun;

namespace Ror.Api.Http;

/// <summary>The one mapping from kinds of refusal to HTTP statuses and titles.</summary>
public static class Natures
{
    public static int Statut(this Nature nature) => nature switch
    {
        Nature.Avertissement => 200,
        Nature.Illisible => 400,
        Nature.NonAuthentifie => 401,
        Nature.Interdit => 403,
        Nature.Introuvable => 404,
        Nature.MethodeInterdite => 405,
        Nature.Etat => 409,
        Nature.VersionPerimee => 412,
        Nature.Ambigu => 412,
        Nature.TropGros => 413,
        Nature.TypeNonGere => 415,
        Nature.Contenu => 422,
        Nature.VersionRequise => 428,
        Nature.TropDeRequetes => 429,
        Nature.Panne => 500,
        Nature.Indisponible => 503,
    };

    public static string Titre(this Nature nature, bool enAnglais) => nature switch
    {
        Nature.Avertissement => enAnglais ? "Warning" : "Avertissement",
        Nature.Illisible => enAnglais ? "Unreadable request" : "Requête illisible",
        Nature.NonAuthentifie => enAnglais ? "Not authenticated" : "Non authentifié",
        Nature.Interdit => enAnglais ? "Forbidden" : "Interdit",
        Nature.Introuvable => enAnglais ? "Not found" : "Introuvable",
        Nature.MethodeInterdite => enAnglais ? "Method not allowed" : "Méthode non admise",
        Nature.Etat => enAnglais ? "Impossible in the present state" : "Impossible dans l'état actuel",
        Nature.VersionPerimee => enAnglais ? "Stale version" : "Version périmée",
        Nature.Ambigu => enAnglais ? "Several objects named" : "Plusieurs objets désignés",
        Nature.TropGros => enAnglais ? "Body too large" : "Corps trop gros",
        Nature.TypeNonGere => enAnglais ? "Unsupported media type" : "Type de contenu non géré",
        Nature.Contenu => enAnglais ? "Content refused" : "Contenu refusé",
        Nature.VersionRequise => enAnglais ? "Precondition required" : "Précondition requise",
        Nature.TropDeRequetes => enAnglais ? "Too many requests" : "Trop de requêtes",
        Nature.Panne => enAnglais ? "Internal error" : "Erreur interne",
        Nature.Indisponible => enAnglais ? "Not available yet" : "Pas encore disponible",
    };
}
