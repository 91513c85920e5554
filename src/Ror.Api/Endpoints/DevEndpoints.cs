using Ror.Api.Acces;
using Ror.Api.Http;

namespace Ror.Api.Endpoints;

/// <summary>Whose token.</summary>
public sealed record DemandeJeton
{
    public string? Persona { get; init; }
}

/// <summary>RFC 6749 token answer: its member names are of that standard.</summary>
public sealed record JetonLu(
    [property: System.Text.Json.Serialization.JsonPropertyName("access_token")] string AccessToken,
    [property: System.Text.Json.Serialization.JsonPropertyName("token_type")] string TokenType,
    [property: System.Text.Json.Serialization.JsonPropertyName("expires_in")] int ExpiresIn);

/// <summary>The embedded demo issuer.</summary>
internal static class DevEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var dev = routes.MapGroup("/dev").ExcludeFromDescription().AvecParametresStricts();
        dev.MapGet("/personas", ListerPersonas);
        dev.MapPost("/jetons", DemanderJeton);
    }

    private static IResult ListerPersonas(JsonFil json) => Reponse.De(new PageLue<Persona>(EmetteurDemo.Personas, null, null), json);

    private static async Task<IResult> DemanderJeton(Corps<DemandeJeton> corps, EmetteurDemo emetteur, JsonFil json, CancellationToken ct)
    {
        var lu = await corps.LireAsync(ct);
        if (!lu.EstSucces)
        {
            return new Probleme(lu.Erreurs);
        }

        return EmetteurDemo.Personas.SingleOrDefault(p => p.Nom == lu.Valeur.Valeur.Persona) is { } persona
            ? Reponse.De(new JetonLu(emetteur.Jeton(persona), "Bearer", (int)EmetteurDemo.Duree.TotalSeconds), json)
            : new Probleme(HttpErreurs.PersonaInconnu.Sur("/persona") with { ValeursAdmises = [.. EmetteurDemo.Personas.Select(p => p.Nom)] });
    }
}
