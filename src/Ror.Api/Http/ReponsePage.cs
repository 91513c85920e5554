using System.Text.Json;

namespace Ror.Api.Http;

/// <summary>A page of a list, written as it is made: kept nowhere, it needs no array of its own size.</summary>
/// <param name="Lien">The <c>Link</c> to the next page.</param>
internal sealed record ReponsePage<T>(PageLue<T> Page, string? Lien, JsonFil Json) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var reponse = httpContext.Response;
        if (Lien is not null)
        {
            reponse.Headers.Link = Lien;
        }

        Reponse.Commun(httpContext);
        reponse.ContentType = Reponse.TypeMime;
        if (Reponse.Codage(httpContext) is { } codage)
        {
            reponse.Headers.ContentEncoding = codage.EncodingName;
            await using var compresse = codage.CreateStream(reponse.Body);
            await JsonSerializer.SerializeAsync(compresse, Page, Json.Options, httpContext.RequestAborted);
            return;
        }

        await using (var ecriture = new Utf8JsonWriter(reponse.BodyWriter, new JsonWriterOptions { Encoder = Json.Options.Encoder }))
        {
            JsonSerializer.Serialize(ecriture, Page, Json.Options);
        }

        await reponse.BodyWriter.FlushAsync(httpContext.RequestAborted);
    }
}
