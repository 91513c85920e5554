namespace Ror.Application.Structures.Arborescences;

/// <summary>An offer was deleted, or went to another établissement: rows that only come and grow tell by their number and versions alone that none has changed (ADR 33).</summary>
/// <param name="Version">Of the offer when it left: it may come back, and leave again.</param>
public sealed record DepartOffre(Guid EntiteGeographiqueId, Guid OffreId, long Version);
