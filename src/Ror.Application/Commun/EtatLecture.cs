namespace Ror.Application.Commun;

/// <summary>All that the bytes of a representation depend upon, in a few words: the same words, the same bytes, without building them.</summary>
/// <param name="Version">Of its resource.</param>
/// <param name="Bases">Opaque.</param>
public sealed record EtatLecture(long Version, string Bases);

/// <summary>A representation whose ETag is a digest of what it depends upon, not of its bytes.</summary>
public interface IDEtat
{
    EtatLecture Etat { get; }
}
