using System.Globalization;
using System.Text.RegularExpressions;

namespace Ror.Infrastructure.Annuaires.Finess;

/// <summary>Where a part of France lies, in degrees, and the projected system that its positions are published in.</summary>
internal sealed record Territoire(Projection Projection, double Ouest, double Est, double Sud, double Nord)
{
    public bool Contient(double latitude, double longitude) => latitude >= Sud && latitude <= Nord && longitude >= Ouest && longitude <= Est;
}

internal static partial class Territoires
{
    private static readonly Territoire Metropole = new(Projection.Lambert93, -5.3, 9.7, 41.2, 51.2);

    private static readonly Dictionary<string, Territoire> ParFuseau = new(StringComparer.OrdinalIgnoreCase)
    {
        ["20N"] = new(Projection.Utm(20, sud: false), -63.2, -60.7, 14.3, 18.2),
        ["22N"] = new(Projection.Utm(22, sud: false), -54.7, -51.5, 2.0, 5.9),
        ["40S"] = new(Projection.Utm(40, sud: true), 55.1, 55.9, -21.5, -20.8),
        ["38S"] = new(Projection.Utm(38, sud: true), 44.9, 45.4, -13.1, -12.5),
        ["21N"] = new(Projection.Utm(21, sud: false), -56.5, -56.0, 46.7, 47.2),
        ["1S"] = new(Projection.Utm(1, sud: true), -178.3, -176.0, -14.5, -13.1),
    };

    private static readonly Dictionary<int, Territoire> ParEpsg = new()
    {
        [2154] = Metropole,
        [5490] = ParFuseau["20N"],
        [4559] = ParFuseau["20N"],
        [32620] = ParFuseau["20N"],
        [2972] = ParFuseau["22N"],
        [2975] = ParFuseau["40S"],
        [4471] = ParFuseau["38S"],
        [4467] = ParFuseau["21N"],
        [32621] = ParFuseau["21N"],
        [32701] = ParFuseau["1S"],
    };

    public static bool UnContient(double latitude, double longitude) =>
        Metropole.Contient(latitude, longitude) || ParFuseau.Values.Any(t => t.Contient(latitude, longitude));

    /// <summary>
    /// The system that a text names, in words that changed with the years: <c>EPSG:2154 …</c>, <c>WGS84/UTM zone 21N …</c>, <c>LAMBERT_93</c>,
    /// <c>UTM_N20</c>. A known word beside an unknown EPSG code is not believed.
    /// </summary>
    public static Territoire? DuSysteme(string texte)
    {
        if (Epsg().Match(texte) is { Success: true } epsg)
        {
            return ParEpsg.GetValueOrDefault(int.Parse(epsg.Groups[1].ValueSpan, CultureInfo.InvariantCulture));
        }

        var fuseau = ZoneUtm().Match(texte) is { Success: true } zone ? zone.Groups[1].Value + zone.Groups[2].Value
            : AncienUtm().Match(texte) is { Success: true } ancien ? ancien.Groups[2].Value + ancien.Groups[1].Value
            : null;
        return fuseau is not null ? ParFuseau.GetValueOrDefault(fuseau) : AncienLambert().IsMatch(texte) ? Metropole : null;
    }

    /// <summary>By the INSEE code of a commune, for a position whose system is not said.</summary>
    public static Territoire DeLaCommune(string commune) => commune[..Math.Min(3, commune.Length)] switch
    {
        "971" or "972" or "977" or "978" => ParFuseau["20N"],
        "973" => ParFuseau["22N"],
        "974" => ParFuseau["40S"],
        "975" => ParFuseau["21N"],
        "976" => ParFuseau["38S"],
        "986" => ParFuseau["1S"],
        _ => Metropole,
    };

    [GeneratedRegex("EPSG *: *([0-9]{1,6})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Epsg();

    [GeneratedRegex("UTM +zone +0?([0-9]{1,2}) *([NS])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ZoneUtm();

    [GeneratedRegex("UTM_([NS])0?([0-9]{1,2})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex AncienUtm();

    [GeneratedRegex("LAMBERT[_ -]?93", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex AncienLambert();
}
