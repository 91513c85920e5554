using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Ror.Api.Endpoints;
using Ror.Api.Http;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Ror.Api.OpenApi;

/// <summary>Problems, preconditions, and examples that work on the demo data.</summary>
internal sealed class FiltreOperations(JsonFil json) : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var metadonnees = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        var persona = metadonnees.OfType<PersonaDocumente>().LastOrDefault()?.Nom ?? PersonaDocumente.ParDefaut;
        operation.Description = $"Exemple à jouer avec le persona `{persona}`.";
        operation.Extensions ??= new Dictionary<string, IOpenApiExtension>();
        operation.Extensions["x-persona"] = new JsonNodeExtension(persona);
        Reponses(operation, context, metadonnees.OfType<ProblemesDocumentes>().SelectMany(p => p.Statuts));
        Entetes(operation, metadonnees);
        foreach (var parametre in (operation.Parameters ?? []).OfType<OpenApiParameter>())
        {
            parametre.Description ??= Descriptions.DuParametre(parametre.Name!);
            parametre.Example ??= Exemple(metadonnees, parametre.Name);
        }

        if (operation.RequestBody is OpenApiRequestBody corps)
        {
            corps.Required = true;
            corps.Content!["application/json"].Example = Exemple(metadonnees, null);
        }
    }

    private static void Reponses(OpenApiOperation operation, OperationFilterContext context, IEnumerable<int> problemes)
    {
        var reponses = operation.Responses ??= [];
        foreach (var statut in problemes.Distinct().Order())
        {
            reponses[$"{statut}"] = new OpenApiResponse
            {
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    [Probleme.TypeMime] = new() { Schema = context.SchemaGenerator.GenerateSchema(typeof(ProblemeLu), context.SchemaRepository) },
                },
            };
        }

        // An operation that only refuses has no success to describe.
        if (!context.ApiDescription.SupportedResponseTypes.Any(r => r.StatusCode < 300))
        {
            reponses.Remove("200");
        }

        foreach (var (statut, reponse) in reponses)
        {
            reponse.Description = Descriptions.DuStatut(int.Parse(statut, System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    private static void Entetes(OpenApiOperation operation, IList<object> metadonnees)
    {
        operation.Parameters ??= [];
        if (metadonnees.OfType<IfMatchDocumente>().Any())
        {
            operation.Parameters.Add(Entete("If-Match", "ETag de la dernière lecture. Dans cette page, \"courant\" est remplacé par le dernier ETag vu pour la ressource.", "\"courant\"", requis: true));
        }

        if (metadonnees.OfType<IdempotenceDocumentee>().Any())
        {
            operation.Parameters.Add(Entete("Idempotency-Key", "Une répétition avec la même clé et le même corps rejoue la première réponse, pendant 24 h.", null, requis: false));
        }
    }

    private static OpenApiParameter Entete(string nom, string description, string? exemple, bool requis) => new()
    {
        Name = nom,
        In = ParameterLocation.Header,
        Required = requis,
        Description = description,
        Example = exemple is null ? null : JsonValue.Create(exemple),
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 255 },
    };

    private JsonNode? Exemple(IList<object> metadonnees, string? parametre) =>
        metadonnees.OfType<ExempleDocumente>().LastOrDefault(e => e.Parametre == parametre) is { } exemple
            ? JsonSerializer.SerializeToNode(exemple.Valeur, exemple.Valeur.GetType(), json.Options)
            : null;
}
