namespace Ror.Application.Commun;

/// <summary>Who did what, when, on what, from where.</summary>
public sealed record EvenementAudit(
    Guid Id, DateTime Le, string Sujet, string Acte, string TypeObjet, Guid ObjetId, long VersionObjet, string? Origine, string? TraceId);
