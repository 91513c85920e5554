namespace Ror.TestKit;

/// <summary>The clock of the machine, some days ahead: a planned closing meets its day without waiting for it.</summary>
public sealed class HorlogeReglable : TimeProvider
{
    private long _avance;

    public DateOnly Aujourdhui => DateOnly.FromDateTime(GetUtcNow().UtcDateTime);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref _avance));

    /// <summary>Noon of tomorrow: every time zone of the country is on the same day, and stays there while a test runs.</summary>
    public void AllerADemainMidi()
    {
        var maintenant = GetUtcNow().UtcDateTime;
        Interlocked.Add(ref _avance, (maintenant.Date.AddDays(1).AddHours(12) - maintenant).Ticks);
    }

    public void Avancer(int jours) => Interlocked.Add(ref _avance, TimeSpan.FromDays(jours).Ticks);
}
