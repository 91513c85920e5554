using Ror.Application.Commun;

namespace Ror.Api.Http;

/// <summary>304, told without the representation.</summary>
internal sealed record ReponseInchangee(string Etiquette) : IResult
{
    /// <returns>Null when the caller holds another state, or asks for it anyway.</returns>
    public static ReponseInchangee? Si(HttpContext http, EtatLecture etat)
    {
        // What the caller holds may have been compressed, or too small to be.
        var entiere = Etiquettes.De(etat);
        string?[] connues = [Reponse.Codage(http) is { } codage ? Etiquettes.Compressee(entiere, codage.EncodingName) : null, entiere];
        return connues.OfType<string>().FirstOrDefault(e => Etiquettes.EstInchangee(http.Request, e)) is { } tenue ? new(tenue) : null;
    }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        Reponse.Commun(httpContext);
        httpContext.Response.Headers.ETag = Etiquette;
        httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
        return Task.CompletedTask;
    }
}
