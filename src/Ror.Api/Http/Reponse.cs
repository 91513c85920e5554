using System.Text.Json;
using Ror.Application.Commun;

namespace Ror.Api.Http;

/// <summary>An answer as bytes, with its headers: written once, kept for idempotent repeats, compared for 304.</summary>
internal sealed record Reponse(int Statut, IReadOnlyDictionary<string, string> Entetes, byte[] Corps) : IResult
{
    private const string TypeMime = "application/json; charset=utf-8";

    /// <param name="etiquetee">What the digest covers, when the body carries more (the warnings of a write).</param>
    public static Reponse De<T>(T valeur, JsonFil json, long? version = null, int statut = StatusCodes.Status200OK, string? location = null, T? etiquetee = default)
    {
        var corps = JsonSerializer.SerializeToUtf8Bytes(valeur, json.Options);
        var entetes = new Dictionary<string, string> { ["Content-Type"] = TypeMime };
        if (version is { } v)
        {
            entetes["ETag"] = Etiquettes.De(v, etiquetee is null ? corps : JsonSerializer.SerializeToUtf8Bytes(etiquetee, json.Options));
        }

        if (location is not null)
        {
            entetes["Location"] = location;
        }

        return new(statut, entetes, corps);
    }

    public static Reponse De<T>(T valeur, JsonFil json)
        where T : IVersionnee => De(valeur, json, valeur.Version);

    public static Reponse De(ReponseGardee gardee) => new(gardee.Statut, gardee.Entetes, gardee.Corps);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var reponse = httpContext.Response;
        foreach (var (nom, valeur) in Entetes)
        {
            reponse.Headers[nom] = valeur;
        }

        reponse.Headers.ContentLanguage = Langue.EnAnglais(httpContext.Request) ? "en" : "fr";
        reponse.Headers.Vary = "Authorization, Accept-Language";
        reponse.Headers.CacheControl = "private, no-cache";
        if (HttpMethods.IsGet(httpContext.Request.Method) && Entetes.TryGetValue("ETag", out var etiquette) && Etiquettes.EstInchangee(httpContext.Request, etiquette))
        {
            reponse.StatusCode = StatusCodes.Status304NotModified;
            reponse.Headers.ContentType = default;
            return;
        }

        reponse.StatusCode = Statut;
        reponse.ContentLength = Corps.Length;
        await reponse.Body.WriteAsync(Corps, httpContext.RequestAborted);
    }
}
