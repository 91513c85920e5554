using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;
using Ror.Application.Commun;
using Ror.Domain.Commun;

namespace Ror.Api.Http;

/// <summary>
/// ETags <c>"{version}.{empreinte}"</c>. The empreinte is a digest of the served bytes, so that it covers labels, rights, language and parents
/// without a list of them; <c>If-Match</c> compares the version alone, <c>If-None-Match</c> the whole.
/// </summary>
internal static class Etiquettes
{
    /// <summary>Of what comes with the service and has no version of its own: its bytes say all.</summary>
    public const long SansVersion = 0;

    public static string De(long version, ReadOnlySpan<byte> octets) =>
        string.Create(CultureInfo.InvariantCulture, $"\"{version}.{Convert.ToHexStringLower(SHA256.HashData(octets)[..8])}\"");

    /// <summary>Known before the representation is built (ADR 33).</summary>
    public static string De(EtatLecture etat) => De(etat.Version, System.Text.Encoding.UTF8.GetBytes(etat.Bases));

    /// <summary>Of what never changes under its name and rank.</summary>
    public static string DImmuable(string nom, int rang) => De(rang, System.Text.Encoding.UTF8.GetBytes($"{nom}/{rang}"));

    /// <summary>The same bytes compressed are another representation (RFC 9110, 8.8.3.3).</summary>
    public static string Compressee(string etiquette, string codage) => $"{etiquette[..^1]}-{codage}\"";

    public static bool EstInchangee(HttpRequest requete, string etiquette) =>
        requete.Headers.IfNoneMatch.Count > 0
        && requete.GetTypedHeaders().IfNoneMatch.Any(t => t.Tag == "*" || t.Compare(new EntityTagHeaderValue(etiquette), useStrongComparison: false));

    /// <summary>What <c>If-Match</c> names; <c>*</c> counts as absent, a tag that is not ours matches nothing.</summary>
    public static Resultat<VersionAttendue> VersionAttendue(HttpRequest requete)
    {
        var entete = requete.Headers.IfMatch.Where(v => !string.IsNullOrWhiteSpace(v)).ToList();
        if (entete.Count == 0 || entete.All(v => v!.Trim() == "*"))
        {
            return HttpErreurs.IfMatchRequis.Avec();
        }

        return EntityTagHeaderValue.TryParseStrictList(entete!, out var etiquettes)
            ? new VersionAttendue([.. etiquettes.Where(t => !t.IsWeak).Select(t => Version(t.Tag.ToString())).OfType<long>()])
            : HttpErreurs.IfMatchInvalide.Avec();
    }

    private static long? Version(string etiquette) =>
        long.TryParse(etiquette.Trim('"').Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;
}
