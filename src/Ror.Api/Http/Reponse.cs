using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.ResponseCompression;
using Ror.Application.Commun;

namespace Ror.Api.Http;

/// <summary>An answer as bytes, with its headers: written once, kept for idempotent repeats, compared for 304.</summary>
internal sealed record Reponse(int Statut, IReadOnlyDictionary<string, string> Entetes, byte[] Corps) : IResult
{
    public const string TypeMime = "application/json; charset=utf-8";

    // Below, compressing costs more than it spares.
    private const int TailleACompresser = 1024;

    // What is served from memory is compressed once.
    private ConcurrentDictionary<string, byte[]>? _compresses;

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

    /// <summary>With the ETag of what it depends upon.</summary>
    public static Reponse DEtat<T>(T valeur, JsonFil json)
        where T : IDEtat => new(
            StatusCodes.Status200OK,
            new Dictionary<string, string> { ["Content-Type"] = TypeMime, ["ETag"] = Etiquettes.De(valeur.Etat) },
            JsonSerializer.SerializeToUtf8Bytes(valeur, json.Options));

    public static Reponse De(ReponseGardee gardee) => new(gardee.Statut, gardee.Entetes, gardee.Corps);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var reponse = httpContext.Response;
        foreach (var (nom, valeur) in Entetes)
        {
            reponse.Headers[nom] = valeur;
        }

        var codage = Corps.Length >= TailleACompresser ? Codage(httpContext) : null;
        if (codage is not null && Entetes.TryGetValue("ETag", out var entiere))
        {
            reponse.Headers.ETag = Etiquettes.Compressee(entiere, codage.EncodingName);
        }

        Commun(httpContext);
        if (HttpMethods.IsGet(httpContext.Request.Method) && reponse.Headers.ETag.ToString() is { Length: > 0 } etiquette && Etiquettes.EstInchangee(httpContext.Request, etiquette))
        {
            reponse.StatusCode = StatusCodes.Status304NotModified;
            reponse.Headers.ContentType = default;
            return;
        }

        var octets = codage is null ? Corps : LazyInitializer.EnsureInitialized(ref _compresses).GetOrAdd(codage.EncodingName, _ => Compresser(codage));
        reponse.Headers.ContentEncoding = codage?.EncodingName;
        reponse.StatusCode = Statut;
        reponse.ContentLength = octets.Length;
        await reponse.Body.WriteAsync(octets, httpContext.RequestAborted);
    }

    /// <summary>Headers of every answer.</summary>
    public static void Commun(HttpContext http)
    {
        http.Response.Headers.ContentLanguage = Langue.EnAnglais(http.Request) ? "en" : "fr";
        http.Response.Headers.Vary = "Authorization, Accept-Language, Accept-Encoding";
        http.Response.Headers.CacheControl = "private, no-cache";
    }

    public static ICompressionProvider? Codage(HttpContext http) => http.RequestServices.GetRequiredService<IResponseCompressionProvider>().GetCompressionProvider(http);

    private byte[] Compresser(ICompressionProvider codage)
    {
        using var sortie = new MemoryStream();
        using (var entree = codage.CreateStream(sortie))
        {
            entree.Write(Corps);
        }

        return sortie.ToArray();
    }
}
