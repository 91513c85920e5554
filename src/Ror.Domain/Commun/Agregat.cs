namespace Ror.Domain.Commun;

/// <summary>A root: what is loaded, checked and saved as one, and carries one version (the ETag and the concurrency token).</summary>
public abstract class Agregat
{
    /// <summary>UUIDv7, made in code.</summary>
    public Guid Id { get; protected init; }

    /// <summary>Incremented at each change; starts at 1.</summary>
    public long Version { get; private protected set; } = 1;

    /// <summary>UTC instant of the creation.</summary>
    public DateTime CreeLe { get; protected init; }

    /// <summary>UTC instant of the last change.</summary>
    public DateTime ModifieLe { get; private protected set; }

    private protected void Toucher(DateTime instant)
    {
        Version++;
        ModifieLe = instant;
    }
}
