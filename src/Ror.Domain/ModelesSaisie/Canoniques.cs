using Ror.Domain.Commun;

namespace Ror.Domain.ModelesSaisie;

/// <summary>What names a modèle: <c>url|version</c>.</summary>
public static class Canoniques
{
    public const int UrlMax = 400;
    public const int VersionMax = 40;

    public static bool EstUrl(string url) =>
        url.Length <= UrlMax && EstMot(url) && Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https" or "urn");

    public static bool EstVersion(string version) => version.Length is > 0 and <= VersionMax && EstMot(version);

    private static bool EstMot(string texte) => Texte.EstSain(texte) && !texte.Any(c => c == '|' || char.IsWhiteSpace(c));
}
