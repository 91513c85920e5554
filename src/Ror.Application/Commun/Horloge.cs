namespace Ror.Application.Commun;

public static class Horloge
{
    /// <summary>UTC, truncated to the microsecond: what every engine keeps.</summary>
    public static DateTime Instant(this TimeProvider horloge)
    {
        var instant = horloge.GetUtcNow().UtcDateTime;
        return new DateTime(instant.Ticks - (instant.Ticks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc);
    }

    public static Guid NouvelId(this TimeProvider horloge) => Guid.CreateVersion7(horloge.GetUtcNow());
}
