using Microsoft.OpenApi;
using Ror.Api.Http;

namespace Ror.Api.OpenApi;

/// <summary>The headers of the rate limit. Its two fields are on every answer; only what succeeds and the 429 say so, to keep the document readable.</summary>
internal static class EntetesDebit
{
    private const string Attente = "Retry-After";

    public static IDictionary<string, IOpenApiHeader> Tous => new Dictionary<string, IOpenApiHeader>
    {
        [LimiteDebit.Regle] = Entete(JsonSchemaType.String, "Limite par client et par nœud : « q » requêtes sur « w » secondes. Absent si l'exploitant n'en fixe pas.", "\"debit\";q=600;w=2"),
        [LimiteDebit.Etat] = Entete(JsonSchemaType.String, "Requêtes restantes « r » ; secondes « t » avant de les retrouver toutes ou, quand il n'en reste aucune après un refus, avant de recommencer.", "\"debit\";r=599;t=1"),
        [Attente] = Entete(JsonSchemaType.Integer, "Secondes à attendre avant de recommencer.", 1),
    };

    public static IEnumerable<string> De(string statut) => statut switch
    {
        "429" => [LimiteDebit.Regle, LimiteDebit.Etat, Attente],
        "200" or "201" or "202" or "204" or "304" => [LimiteDebit.Regle, LimiteDebit.Etat],
        _ => [],
    };

    private static OpenApiHeader Entete(JsonSchemaType type, string description, System.Text.Json.Nodes.JsonNode exemple) =>
        new() { Description = description, Schema = new OpenApiSchema { Type = type }, Example = exemple };
}
