using System.Net.Mime;
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
        Reponses(operation, context, metadonnees.OfType<ProblemesDocumentes>().SelectMany(p => p.Statuts).Append(StatusCodes.Status429TooManyRequests));
        Entetes(operation, context, metadonnees);
        foreach (var parametre in (operation.Parameters ?? []).OfType<OpenApiParameter>())
        {
            parametre.Description ??= Descriptions.DuParametre(parametre.Name!);
            parametre.Example ??= Exemple(metadonnees, parametre.Name);
            if (parametre is { Name: "limite", Schema: OpenApiSchema limite })
            {
                (limite.Minimum, limite.Maximum) = ("1", $"{Pagination.LimiteMax}");
            }
            else if (parametre is { Name: "attente", Schema: OpenApiSchema attente })
            {
                (attente.Minimum, attente.Maximum) = ("0", $"{ChangementsEndpoints.AttenteMax}");
            }
        }

        if (operation.RequestBody is OpenApiRequestBody corps)
        {
            corps.Required = true;
            var contenu = corps.Content!.Values.Single();
            if (metadonnees.OfType<CorpsBinaire>().Any())
            {
                context.SchemaRepository.Schemas.Remove(nameof(CorpsBinaire));
                corps.Content = new Dictionary<string, OpenApiMediaType> { [MediaTypeNames.Application.Octet] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" }, Example = Exemple(metadonnees, null) } };
                return;
            }

            contenu.Example = Exemple(metadonnees, null);
            corps.Content = new Dictionary<string, OpenApiMediaType> { ["application/json"] = contenu };
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

        if (Etiquetee(context) && HttpMethods.IsGet(context.ApiDescription.HttpMethod!))
        {
            reponses["304"] = new OpenApiResponse();
        }

        foreach (var (statut, reponse) in reponses)
        {
            AjouterEntetes((OpenApiResponse)reponse, statut, context);
            reponse.Description = Descriptions.DuStatut(int.Parse(statut, System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    // Lists have no ETag; every single resource has one.
    private static bool Etiquetee(OperationFilterContext context) => context.ApiDescription.SupportedResponseTypes.Any(r =>
        r.StatusCode < 300 && r.Type is { } type && type != typeof(void) && type != typeof(PageChangements) && !(type.IsGenericType && type.GetGenericTypeDefinition() == typeof(PageLue<>)));

    private static void AjouterEntetes(OpenApiResponse reponse, string statut, OperationFilterContext context)
    {
        var entetes = new Dictionary<string, string>();
        if (statut is "412" || (statut is "200" or "201" or "304" && Etiquetee(context)))
        {
            entetes["ETag"] = "Version et empreinte de la représentation ; à rendre dans If-Match.";
        }

        if (statut is "201" or "202")
        {
            entetes["Location"] = "Adresse de l'objet créé.";
        }

        if (statut is "200" && context.ApiDescription.ParameterDescriptions.Any(p => p.Name == "curseur"))
        {
            entetes["Link"] = "Page suivante, rel=\"next\".";
        }

        var documentes = entetes.ToDictionary(e => e.Key, IOpenApiHeader (e) => new OpenApiHeader { Description = e.Value, Schema = new OpenApiSchema { Type = JsonSchemaType.String } });
        foreach (var nom in EntetesDebit.De(statut))
        {
            documentes[nom] = new OpenApiHeaderReference(nom, context.Document);
        }

        reponse.Headers = documentes.Count == 0 ? null : documentes;
    }

    private static void Entetes(OpenApiOperation operation, OperationFilterContext context, IList<object> metadonnees)
    {
        operation.Parameters ??= [];
        if (Etiquetee(context) && HttpMethods.IsGet(context.ApiDescription.HttpMethod!))
        {
            operation.Parameters.Add(Entete("If-None-Match", "ETag d'une lecture précédente : 304 si rien n'a changé.", null, requis: false));
        }

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
