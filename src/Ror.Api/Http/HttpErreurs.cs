using Ror.Domain.Commun;

namespace Ror.Api.Http;

/// <summary>Refusals of the HTTP face itself.</summary>
public static class HttpErreurs
{
    public static readonly TypeErreur JsonInvalide = new("corps.json-invalide", Nature.Illisible,
        "Le corps n'est pas un JSON valide (ligne {0}, position {1}).", "The body is not valid JSON (line {0}, position {1}).");

    public static readonly TypeErreur Utf8Invalide = new("corps.utf8-invalide", Nature.Illisible,
        "Le corps n'est pas de l'UTF-8 valide.", "The body is not valid UTF-8.");

    public static readonly TypeErreur CorpsAbsent = new("corps.absent", Nature.Illisible,
        "Cette requête demande un corps JSON.", "This request needs a JSON body.");

    public static readonly TypeErreur MembreInconnu = new("corps.membre-inconnu", Nature.Illisible,
        "Le membre « {0} » n'existe pas à cet endroit.", "Member \"{0}\" does not exist at that place.");

    public static readonly TypeErreur MembreEnDouble = new("corps.membre-en-double", Nature.Illisible,
        "Un membre est donné deux fois : « {0} ».", "A member is given twice: \"{0}\".");

    public static readonly TypeErreur TypeInvalide = new("corps.type-invalide", Nature.Illisible,
        "La valeur à « {0} » n'est pas du type attendu.", "The value at \"{0}\" is not of the expected type.");

    public static readonly TypeErreur ParametreInconnu = new("parametre.inconnu", Nature.Illisible,
        "Le paramètre « {0} » n'existe pas.", "Parameter \"{0}\" does not exist.");

    public static readonly TypeErreur CurseurInvalide = new("curseur.invalide", Nature.Illisible,
        "Ce curseur n'a pas été émis par ce service pour cette liste.", "This cursor was not issued by this service for this list.");

    public static readonly TypeErreur IfMatchRequis = new("version.requise", Nature.VersionRequise,
        "Donnez dans If-Match l'ETag de votre dernière lecture.", "Give in If-Match the ETag of your last read.");

    public static readonly TypeErreur IfMatchInvalide = new("entete.if-match-invalide", Nature.Illisible,
        "L'en-tête If-Match n'est pas une liste d'étiquettes entre guillemets.", "The If-Match header is not a list of quoted tags.");

    public static readonly TypeErreur CleIdempotenceInvalide = new("idempotence.cle-invalide", Nature.Illisible,
        "La clé d'idempotence compte de 1 à 255 caractères imprimables.", "An idempotency key is 1 to 255 printable characters.");

    public static readonly TypeErreur CleIdempotenceReutilisee = new("idempotence.corps-different", Nature.Contenu,
        "Cette clé d'idempotence a déjà servi avec un autre corps.", "This idempotency key was already used with another body.");

    public static readonly TypeErreur NonAuthentifie = new("acces.non-authentifie", Nature.NonAuthentifie,
        "Un jeton d'accès valide est requis.", "A valid access token is required.");

    public static readonly TypeErreur SansRole = new("acces.sans-role", Nature.Interdit,
        "Aucun rôle du ROR ne vous est attribué.", "You have no role of the ROR.");

    public static readonly TypeErreur PersonaInconnu = new("persona.inconnu", Nature.Contenu,
        "Ce persona n'existe pas.", "This persona does not exist.");

    public static readonly TypeErreur Introuvable = new("ressource.introuvable", Nature.Introuvable,
        "Cette adresse n'existe pas.", "This address does not exist.");

    public static readonly TypeErreur MethodeInterdite = new("methode.interdite", Nature.MethodeInterdite,
        "Cette adresse n'a pas cette méthode.", "This address does not have this method.");

    public static readonly TypeErreur TropGros = new("corps.trop-gros", Nature.TropGros,
        "Le corps dépasse {0} octets.", "The body exceeds {0} bytes.");

    public static readonly TypeErreur DebitDepasse = new("limite.debit-depasse", Nature.TropDeRequetes,
        "Plus de {0} requêtes par seconde ; recommencez dans {1} s.", "More than {0} requests per second; retry in {1} s.");

    public static readonly TypeErreur TypeNonGere = new("corps.type-non-gere", Nature.TypeNonGere,
        "Le corps doit être en application/json.", "The body must be application/json.");

    public static readonly TypeErreur Illisible = new("requete.illisible", Nature.Illisible,
        "La requête n'est pas lisible.", "The request cannot be read.");

    public static readonly TypeErreur ContenuInvalide = new("contenu.invalide", Nature.Contenu,
        "Le contenu enfreint {0} règle(s).", "The content breaks {0} rule(s).");

    public static readonly TypeErreur EnDemarrage = new("service.en-demarrage", Nature.Indisponible,
        "Le service démarre ; recommencez dans un instant.", "The service is starting; retry in a moment.");

    public static readonly TypeErreur BaseIndisponible = new("service.base-indisponible", Nature.Indisponible,
        "La base de données ne répond pas, ou est surchargée ; rien n'a été enregistré, recommencez.", "The database does not answer, or is overloaded; nothing was stored, retry.");

    public static readonly TypeErreur IssueIncertaine = new("service.issue-incertaine", Nature.Indisponible,
        "La connexion à la base s'est perdue pendant l'enregistrement : relisez l'objet, ou répétez la création avec la même clé d'idempotence.",
        "The connection to the database was lost while saving: read the object again, or repeat the creation with the same idempotency key.");

    public static readonly TypeErreur Interne = new("erreur.interne", Nature.Panne,
        "Le service a rencontré une erreur ; donnez le traceId à son exploitant.", "The service met an error; give the traceId to its operator.");
}
