namespace Ror.Api.Http;

/// <summary>How big the JSON body of an endpoint may be; the server's own limit stays above, so that what is too big is told rather than cut off.</summary>
/// <param name="Octets">At most.</param>
internal sealed record TailleCorps(int Octets)
{
    private const int ParDefaut = 1024 * 1024;

    /// <summary>In bytes, of the endpoint that the request is for.</summary>
    public static int De(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<TailleCorps>()?.Octets ?? ParDefaut;
}
