using System.Globalization;
using System.Text.RegularExpressions;

namespace Ror.Infrastructure.Annuaires.Fhir;

/// <summary>
/// How codes, identifiers, extensions and references are recognised. Addresses of systems changed over the years and will again: a terminology is known by its number,
/// an identifier by the code of its type, an extension by the end of its address.
/// </summary>
internal static partial class Vocabulaire
{
    public static IEnumerable<T> Presents<T>(this IEnumerable<T?>? liste)
        where T : class => liste?.OfType<T>() ?? [];

    /// <summary><c>R22</c> for the system of TRE_R22; null for another kind of system.</summary>
    public static string? Tre(string? systeme) => systeme is not null && NumeroTre().Match(systeme) is { Success: true } trouve ? trouve.Groups[1].Value.ToUpperInvariant() : null;

    /// <summary>First code of that terminology.</summary>
    public static string? DeTre(this IEnumerable<Coding> codes, string tre) => codes.FirstOrDefault(c => Tre(c.System) == tre && EstUnCode(c.Code))?.Code;

    public static IEnumerable<Coding> Codes(this Concept? concept) => (concept?.Coding).Presents();

    public static IEnumerable<Coding> Codes(this IEnumerable<Concept?>? concepts) => concepts.Presents().SelectMany(Codes);

    public static bool EstUnCode(string? code) => code is not null && FormeCode().IsMatch(code);

    /// <summary>Values of the identifiers of that type, whatever system they are said in.</summary>
    public static IEnumerable<string> DeType(this IEnumerable<Identifiant?>? identifiants, string type) =>
        identifiants.Presents().Where(i => i.Type.Codes().Any(c => c.Code == type)).Select(i => i.Value?.Trim()).OfType<string>();

    public static ExtensionFhir? Nommee(this IEnumerable<ExtensionFhir?>? extensions, params ReadOnlySpan<string> fins)
    {
        foreach (var extension in extensions.Presents())
        {
            foreach (var fin in fins)
            {
                if (extension.Url?.EndsWith(fin, StringComparison.OrdinalIgnoreCase) == true)
                {
                    return extension;
                }
            }
        }

        return null;
    }

    /// <summary>Id behind a reference to a resource of that type: relative, absolute or of one version.</summary>
    public static string? IdDe(this Renvoi? renvoi, string type)
    {
        var segments = renvoi?.Reference?.Split('/') ?? [];
        var rang = Array.LastIndexOf(segments, type);
        return rang >= 0 && rang + 1 < segments.Length && EstUnCode(segments[rang + 1]) ? segments[rang + 1] : null;
    }

    /// <summary>Day of a FHIR date or instant as it is written, in the time zone of its author; the first of its month or year where it says no day.</summary>
    public static DateOnly? Jour(string? date) =>
        date is { Length: >= 4 } && DateOnly.TryParseExact(date.Length < 10 ? date + "-01-01"[..(date.Length < 7 ? 6 : 3)] : date[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var jour)
            ? jour : null;

    [GeneratedRegex(@"\bTRE[_-]([A-Z][0-9]+)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NumeroTre();

    [GeneratedRegex(@"^[A-Za-z0-9._+-]{1,64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex FormeCode();
}
