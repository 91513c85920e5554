using System.Reflection;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.Metadata;
using Ror.Domain.Commun;

namespace Ror.Api.Http;

/// <summary>
/// The JSON body of a write, read only when the endpoint asks for it: an unknown object or a missing right is told before a bad body.
/// </summary>
internal sealed class Corps<T>(HttpContext http) : IEndpointParameterMetadataProvider
{
    private int TailleMax => TailleCorps.De(http);

    public static ValueTask<Corps<T>?> BindAsync(HttpContext context) => ValueTask.FromResult<Corps<T>?>(new(context));

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>

        // Any media type reaches the endpoint: routing must not answer 415 before 401 and 404. The document says application/json.
        builder.Metadata.Add(new AcceptsMetadata(["*/*"], typeof(T)));

    /// <summary>The value and the bytes it was read from, or the first fault with its pointer.</summary>
    public async Task<Resultat<(T Valeur, byte[] Octets)>> LireAsync(CancellationToken ct)
    {
        if (!http.Request.HasJsonContentType())
        {
            return http.Request.ContentLength is 0 or null && http.Request.ContentType is null ? HttpErreurs.CorpsAbsent.Avec() : HttpErreurs.TypeNonGere.Avec();
        }

        var octets = await OctetsAsync(ct);
        return octets is null ? HttpErreurs.TropGros.Avec(TailleMax)
            : octets.Length == 0 ? HttpErreurs.CorpsAbsent.Avec()
            : !Utf8.IsValid(octets) ? HttpErreurs.Utf8Invalide.Avec()
            : Deserialiser(octets);
    }

    private async Task<byte[]?> OctetsAsync(CancellationToken ct)
    {
        if (http.Request.ContentLength > TailleMax)
        {
            return null;
        }

        using var tampon = new MemoryStream();
        var bloc = new byte[16 * 1024];
        int lus;
        while ((lus = await http.Request.Body.ReadAsync(bloc, ct)) > 0)
        {
            tampon.Write(bloc, 0, lus);
            if (tampon.Length > TailleMax)
            {
                return null;
            }
        }

        return tampon.ToArray();
    }

    private Resultat<(T Valeur, byte[] Octets)> Deserialiser(byte[] octets)
    {
        try
        {
            using var document = JsonDocument.Parse(octets);
            var valeur = document.Deserialize<T>(http.RequestServices.GetRequiredService<JsonFil>().Options);
            return valeur is null ? HttpErreurs.TypeInvalide.Sur("", "/") : (valeur, octets);
        }
        catch (JsonException e)
        {
            return FauteJson.Decrire(e);
        }
    }
}
