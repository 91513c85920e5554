namespace Ror.Domain.Diffusion;

/// <summary>A row of the read side: written by the projection alone, read by everyone.</summary>
public abstract class ObjetPublie
{
    /// <summary>Id of the object that it tells of.</summary>
    public Guid Id { get; protected init; }

    /// <summary>Grows at each change of what is read here; the version of its ETag.</summary>
    public long Version { get; private protected set; }

    /// <summary>The last entry of the journal about it.</summary>
    public long Sequence { get; private set; }

    /// <summary>The last one that callers who do not see sensitive units may read; null when there never was one.</summary>
    public long? SequenceOuverte { get; private set; }

    /// <summary>Written once its entry has its number.</summary>
    public void Numeroter(EntreeJournal entree) => (Sequence, SequenceOuverte) = (entree.Sequence, entree.SequenceOuverte ?? SequenceOuverte);
}
