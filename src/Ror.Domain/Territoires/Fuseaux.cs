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
        ["975"] = TimeZoneInfo.FindSystemTimeZoneById("America/Miquelon"),
        ["976"] = TimeZoneInfo.FindSystemTimeZoneById("Indian/Mayotte"),
        ["977"] = TimeZoneInfo.FindSystemTimeZoneById("America/St_Barthelemy"),
        ["978"] = TimeZoneInfo.FindSystemTimeZoneById("America/Marigot"),
        ["984"] = TimeZoneInfo.FindSystemTimeZoneById("Indian/Kerguelen"),
        ["986"] = TimeZoneInfo.FindSystemTimeZoneById("Pacific/Wallis"),

        // The Marquises and the Gambier have hours of their own; most live by that of Tahiti.
        ["987"] = TimeZoneInfo.FindSystemTimeZoneById("Pacific/Tahiti"),
        ["988"] = TimeZoneInfo.FindSystemTimeZoneById("Pacific/Noumea"),

        // Nobody lives on Clipperton: the zone has no name.
        ["989"] = TimeZoneInfo.FindSystemTimeZoneById("Etc/GMT+8"),
    };

    public static TimeZoneInfo De(string departement) => OutreMer.GetValueOrDefault(departement, Metropole);

    /// <summary>Of an offer: where its own address is, else where its établissement stands.</summary>
    /// <param name="departement">Of the établissement.</param>
    public static TimeZoneInfo De(Adresse? adresse, string departement) => De(adresse?.Commune is { } commune ? CodeCommune.Relire(commune).Departement : departement);

    /// <summary>The local day at a UTC instant; the départements of a region share their time.</summary>
    public static DateOnly JourDeRegion(string region, DateTime instant) => Jour(Departements.ParRegion[region][0], instant);

    /// <summary>The local day at a UTC instant.</summary>
    public static DateOnly Jour(string departement, DateTime instant) => Jour(De(departement), instant);

    /// <summary>The local day at a UTC instant.</summary>
    public static DateOnly Jour(TimeZoneInfo fuseau, DateTime instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(instant, fuseau));

    /// <summary>The UTC instant at which a local day begins.</summary>
    public static DateTime Debut(TimeZoneInfo fuseau, DateOnly jour)
    {
        var minuit = jour.ToDateTime(TimeOnly.MinValue);
        return DateTime.SpecifyKind(minuit - fuseau.GetUtcOffset(minuit), DateTimeKind.Utc);
    }
}
