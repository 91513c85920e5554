namespace Ror.Domain.Commun;

/// <summary>What kind of refusal an error is; the HTTP layer maps each nature to one status.</summary>
public enum Nature
{
    /// <summary>Not a refusal: something that the author of a write should know (200).</summary>
    Avertissement,

    /// <summary>The request cannot be read (400).</summary>
    Illisible,

    /// <summary>No valid token (401).</summary>
    NonAuthentifie,

    /// <summary>Seen but not allowed (403).</summary>
    Interdit,

    /// <summary>Unknown or out of sight (404).</summary>
    Introuvable,

    /// <summary>The path does not have that method (405).</summary>
    MethodeInterdite,

    /// <summary>Business state, hierarchy or transition (409).</summary>
    Etat,

    /// <summary>Stale <c>If-Match</c> (412).</summary>
    VersionPerimee,

    /// <summary>Several objects answer to what is named (412).</summary>
    Ambigu,

    /// <summary>Body larger than the limit (413).</summary>
    TropGros,

    /// <summary>Media type that the service does not read (415).</summary>
    TypeNonGere,

    /// <summary>Content that breaks a rule (422).</summary>
    Contenu,

    /// <summary>Missing <c>If-Match</c> (428).</summary>
    VersionRequise,

    /// <summary>More requests than the caller may send (429).</summary>
    TropDeRequetes,

    /// <summary>Fault of the service (500).</summary>
    Panne,

    /// <summary>Not yet, or not now (503).</summary>
    Indisponible,
}
