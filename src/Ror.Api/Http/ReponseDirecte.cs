using System.Text.Json;

namespace Ror.Api.Http;

/// <summary>A page or a whole list, written as it is made: kept nowhere, it needs no array of its own size.</summary>
internal sealed record ReponseDirecte<T>(T Valeur, JsonFil Json) : IResult
{
    /// <summary>The <c>Link</c> to the next page.</summary>
    public string? Lien { get; init; }

    public string? Etiquette { get; init; }

    /// <summary>The address will never answer anything else: caches need not ask again.</summary>
    public bool Immuable { get; init; }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var reponse = httpContext.Response;
        if (Lien is not null)
        {
            reponse.Headers.Link = Lien;
        }

        Reponse.Commun(httpContext);
        if (Immuable)
        {
            reponse.Headers.CacheControl = "private, max-age=31536000, immutable";
        }

        var codage = Reponse.Codage(httpContext);
        if (Etiquette is not null)
        {
            reponse.Headers.ETag = codage is null ? Etiquette : Etiquettes.Compressee(Etiquette, codage.EncodingName);
            if (Etiquettes.EstInchangee(httpContext.Request, reponse.Headers.ETag!))
            {
                reponse.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }

        reponse.ContentType = Reponse.TypeMime;
        if (codage is not null)
        {
            reponse.Headers.ContentEncoding = codage.EncodingName;
            await using var compresse = codage.CreateStream(reponse.Body);
            await JsonSerializer.SerializeAsync(compresse, Valeur, Json.Options, httpContext.RequestAborted);
            return;
        }

        await using (var ecriture = new Utf8JsonWriter(reponse.BodyWriter, new JsonWriterOptions { Encoder = Json.Options.Encoder }))
        {
            JsonSerializer.Serialize(ecriture, Valeur, Json.Options);
        }

        await reponse.BodyWriter.FlushAsync(httpContext.RequestAborted);
    }
}
