namespace Ror.Domain.Territoires;

/// <summary>Time zones of the départements: a day begins when it begins there.</summary>
public static class Fuseaux
{
    private static readonly TimeZoneInfo Metropole = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    private static readonly Dictionary<string, TimeZoneInfo> OutreMer = new()
    {
        ["971"] = TimeZoneInfo.FindSystemTimeZoneById("America/Guadeloupe"),
        ["972"] = TimeZoneInfo.FindSystemTimeZoneById("America/Martinique"),
        ["973"] = TimeZoneInfo.FindSystemTimeZoneById("America/Cayenne"),
        ["974"] = TimeZoneInfo.FindSystemTimeZoneById("Indian/Reunion"),
        ["976"] = TimeZoneInfo.FindSystemTimeZoneById("Indian/Mayotte"),
        ["977"] = TimeZoneInfo.FindSystemTimeZoneById("America/St_Barthelemy"),
        ["978"] = TimeZoneInfo.FindSystemTimeZoneById("America/Marigot"),
    };

    public static TimeZoneInfo De(string departement) => OutreMer.GetValueOrDefault(departement, Metropole);

    /// <summary>The local day at a UTC instant; the départements of a region share their time.</summary>
    public static DateOnly JourDeRegion(string region, DateTime instant) => Jour(Departements.ParRegion[region][0], instant);

    /// <summary>The local day at a UTC instant.</summary>
    public static DateOnly Jour(string departement, DateTime instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(instant, De(departement)));
}
