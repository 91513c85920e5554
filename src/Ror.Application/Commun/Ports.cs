using Ror.Domain.Acces;
using Ror.Domain.Commun;
using Ror.Domain.Identifiants;
using Ror.Domain.ModelesSaisie;
using Ror.Domain.Nomenclatures;

namespace Ror.Application.Commun;

/// <summary>The caller of the present request.</summary>
public interface IAppelant
{
    /// <summary>Subject of the token.</summary>
    string Sujet { get; }

    string? Nom { get; }

    Perimetre Perimetre { get; }

    /// <summary>Messages in English (<c>Accept-Language: en</c>) instead of French.</summary>
    bool EnAnglais { get; }

    /// <summary>Address that the request came from.</summary>
    string? Origine { get; }

    string? TraceId { get; }
}

/// <summary>The lists and modèles in force, in memory.</summary>
public interface IReferentiels
{
    CatalogueNomenclatures Nomenclatures { get; }

    CatalogueModeles Modeles { get; }

    /// <summary>Number of the last replacement that is in them, the same on every node.</summary>
    long Generation { get; }
}

/// <summary>How far the start has come.</summary>
public interface IDemarrage
{
    /// <summary>Migrated and loaded: requests can be served.</summary>
    bool Termine { get; }
}

/// <summary>Regional identifiers, taken from a counter row in the creating transaction; gaps are allowed.</summary>
public interface INumerotation
{
    async Task<IdentifiantRegional> SuivantAsync(TypeIdentifiant type, string region, CancellationToken ct) => (await SuivantsAsync(type, region, 1, ct))[0];

    Task<IReadOnlyList<IdentifiantRegional>> SuivantsAsync(TypeIdentifiant type, string region, int nombre, CancellationToken ct);
}

public enum TypeIdentifiant
{
    Offre,
    OrganisationInterne,
    LieuRealisationOffre,
}

/// <summary>One transaction; nested calls join the one that is open.</summary>
public interface IUniteDeTravail
{
    /// <summary>Runs the act, saves when it succeeded, and rolls everything back when it did not.</summary>
    /// <exception cref="Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException">Somebody else saved the same aggregate first.</exception>
    Task<T> ExecuterAsync<T>(Func<Task<T>> acte, Func<T, bool> reussi, CancellationToken ct);
}

/// <summary>
/// Rows held until the end of the transaction, so that what an act read is still true when it is saved. Always taken from the établissement
/// down: two acts that want the same rows wait for each other instead of blocking each other.
/// </summary>
public interface IVerrous
{
    /// <summary>Nobody changes it meanwhile; others may hold it the same way.</summary>
    Task Retenir<T>(Guid id, CancellationToken ct)
        where T : Agregat;

    /// <summary>Nobody else holds it or changes it meanwhile.</summary>
    Task Reserver<T>(Guid id, CancellationToken ct)
        where T : Agregat;
}

/// <summary>Tells an outage from a bug.</summary>
public interface IPannes
{
    /// <summary>The database cannot be reached, or is too busy: the same request may succeed later.</summary>
    bool EstIndisponible(Exception exception);
}

/// <summary>A unique index refused what was to be saved.</summary>
public sealed class DoublonException(Exception cause) : Exception(cause.Message, cause);

/// <summary>The connection was lost while committing: the write may or may not have been made.</summary>
public sealed class IssueIncertaineException(Exception cause) : Exception(cause.Message, cause);
