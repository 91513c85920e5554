using Ror.Domain.Annuaires;
using Ror.Domain.Identifiants;

namespace Ror.Application.Annuaires;

public enum IssueAnnuaire
{
    Trouve,

    /// <summary>The directory answers, and knows nobody and nothing by that identifier.</summary>
    Inconnu,

    /// <summary>Down, slow, refusing, or telling nonsense: what is known here stands.</summary>
    Indisponible,

    /// <summary>No directory is configured.</summary>
    NonConfigure,
}

/// <param name="Raison">Why it is unavailable, for the operator; nothing of what the directory wrote.</param>
public sealed record ReponseAnnuaire<T>(IssueAnnuaire Issue, T? Valeur = default, string? Raison = null);

/// <summary>A structure and, when the directory gives it, its legal entity.</summary>
public sealed record StructureNationale(EtablissementNational Etablissement, EntiteNationale? EntiteJuridique);

/// <summary>The national directory, asked about one object at a time. Never throws for what the directory does; only the caller's cancellation comes through.</summary>
public interface IAnnuaireSante
{
    Task<ReponseAnnuaire<PersonneNationale>> LireProfessionnelAsync(string rpps, CancellationToken ct);

    Task<ReponseAnnuaire<StructureNationale>> LireStructureAsync(IdNatStruct idNatStruct, CancellationToken ct);
}
