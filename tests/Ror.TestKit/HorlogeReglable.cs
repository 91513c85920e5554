namespace Ror.TestKit;

/// <summary>The real clock, some days ahead.</summary>
public sealed class HorlogeReglable : TimeProvider
{
    private long _avance;

    /// <summary>Lets time pass at once.</summary>
    public void Avancer(TimeSpan duree) => Interlocked.Add(ref _avance, duree.Ticks);

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref _avance));
}
