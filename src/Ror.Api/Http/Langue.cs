namespace Ror.Api.Http;

internal static class Langue
{
    /// <summary>French, unless <c>Accept-Language</c> prefers English.</summary>
    public static bool EnAnglais(HttpRequest requete) => requete.GetTypedHeaders().AcceptLanguage
        .Where(l => l.Quality is not 0 && (EstLangue(l.Value, "fr") || EstLangue(l.Value, "en")))
        .OrderByDescending(l => l.Quality ?? 1)
        .Select(l => EstLangue(l.Value, "en"))
        .FirstOrDefault();

    private static bool EstLangue(Microsoft.Extensions.Primitives.StringSegment valeur, string langue) =>
        valeur.Equals(langue, StringComparison.OrdinalIgnoreCase) || valeur.StartsWith(langue + "-", StringComparison.OrdinalIgnoreCase);
}
