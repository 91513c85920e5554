using System.Diagnostics;
using Ror.Application.Commun;
using Ror.Domain.Commun;

namespace Ror.Api.Http;

/// <summary>RFC 9457 answer: every error of the service has this shape.</summary>
/// <param name="Type">Path of the documentation of this code.</param>
/// <param name="Title">Same for every occurrence of a status.</param>
/// <param name="Instance">Path of the request.</param>
/// <param name="TraceId">To give to the operator.</param>
/// <param name="Code">Stable, dotted.</param>
/// <param name="Erreurs">Every shortcoming at once, when the fault lies in the content.</param>
public sealed record ProblemeLu(string Type, string Title, int Status, string Detail, string Instance, string TraceId, string Code, IReadOnlyList<ErreurLue>? Erreurs)
{
    /// <summary>Machine-readable facts of the occurrence (state, action, rule …).</summary>
    [System.Text.Json.Serialization.JsonExtensionData]
    public IDictionary<string, object> Precisions { get; init; } = new Dictionary<string, object>();
}

/// <summary>Writes errors as <c>application/problem+json</c>, in the language of the request.</summary>
internal sealed class Probleme(IReadOnlyList<Erreur> erreurs, TypeErreur? codeGlobal = null) : IResult
{
    public const string TypeMime = "application/problem+json";

    public Probleme(Erreur erreur)
        : this([erreur])
    {
    }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var probleme = Decrire(httpContext);
        httpContext.Response.StatusCode = probleme.Status;
        httpContext.Response.Headers.ContentLanguage = Langue.EnAnglais(httpContext.Request) ? "en" : "fr";
        httpContext.Response.Headers.CacheControl = "no-store";
        return httpContext.Response.WriteAsJsonAsync(probleme, httpContext.RequestServices.GetRequiredService<JsonFil>().Options, $"{TypeMime}; charset=utf-8");
    }

    private ProblemeLu Decrire(HttpContext http)
    {
        var enAnglais = Langue.EnAnglais(http.Request);
        var premiere = erreurs[0];
        var globale = Globale();
        return new(
            $"/erreurs#{globale.Type.Code}",
            globale.Type.Nature.Titre(enAnglais),
            globale.Type.Nature.Statut(),
            globale.Message(enAnglais),
            http.Request.Path,
            Activity.Current?.TraceId.ToHexString() ?? http.TraceIdentifier,
            globale.Type.Code,
            premiere.Champ is not null || erreurs.Count > 1 || codeGlobal is not null
                ? [.. erreurs.Select(e => ErreurLue.De(e, enAnglais)).DistinctBy(e => (e.Section, e.Champ, e.Code))] : null)
        {
            Precisions = premiere.Precisions.ToDictionary(p => p.Key, p => p.Value),
        };
    }

    private Erreur Globale() => (codeGlobal, erreurs.Count) switch
    {
        ({ } code, _) => code.Avec(erreurs.Count),
        (null, 1) => erreurs[0],

        // Several of one refusal are that refusal; their list tells each.
        (null, _) when erreurs[0].Type.Nature != Nature.Contenu && erreurs.All(e => e.Type.Nature == erreurs[0].Type.Nature) => erreurs[0],
        (null, _) => HttpErreurs.ContenuInvalide.Avec(erreurs.Count),
    };
}
