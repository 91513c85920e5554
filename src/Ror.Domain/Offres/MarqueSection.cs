namespace Ror.Domain.Offres;

/// <summary>The version of the offer that changed this section last.</summary>
public sealed record MarqueSection(string Cle, long Version);
