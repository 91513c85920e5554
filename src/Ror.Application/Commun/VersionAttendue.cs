namespace Ror.Application.Commun;

/// <summary>What <c>If-Match</c> named: the versions that the caller has read.</summary>
public sealed record VersionAttendue(IReadOnlyList<long> Versions)
{
    public bool Accepte(long version) => Versions.Contains(version);
}
