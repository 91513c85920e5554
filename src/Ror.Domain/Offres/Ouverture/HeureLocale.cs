namespace Ror.Domain.Offres.Ouverture;

/// <summary>Stretches of UTC time that have one offset each: within one, local time is a translation.</summary>
internal static class HeureLocale
{
    /// <param name="de">UTC.</param>
    /// <param name="a">UTC, at most a day later: clocks change once a day at most.</param>
    public static IEnumerable<(DateTime De, DateTime A, TimeSpan Ecart)> Troncons(TimeZoneInfo fuseau, DateTime de, DateTime a)
    {
        var (avant, apres) = (fuseau.GetUtcOffset(de), fuseau.GetUtcOffset(a.AddTicks(-1)));
        if (avant == apres)
        {
            return [(de, a, avant)];
        }

        var change = Changement(fuseau, de, a, avant);
        return [(de, change, avant), (change, a, apres)];
    }

    // Zones change on whole seconds; so do the instants between which it is looked for, once rounded.
    private static DateTime Changement(TimeZoneInfo fuseau, DateTime de, DateTime a, TimeSpan avant)
    {
        var (tot, tard) = (de.Ticks / TimeSpan.TicksPerSecond, (a.Ticks / TimeSpan.TicksPerSecond) + 1);
        while (tard - tot > 1)
        {
            var milieu = (tot + tard) / 2;
            (tot, tard) = fuseau.GetUtcOffset(new DateTime(milieu * TimeSpan.TicksPerSecond, DateTimeKind.Utc)) == avant ? (milieu, tard) : (tot, milieu);
        }

        return new DateTime(tard * TimeSpan.TicksPerSecond, DateTimeKind.Utc);
    }
}
