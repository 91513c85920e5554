using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Ror.Api.OpenApi;

/// <summary>
/// In OpenAPI 3.1 a description stands beside its <c>$ref</c>: the <c>allOf</c> of one schema, which the generator needs to describe a reference, goes away.
/// </summary>
internal sealed class FiltreReferences : IDocumentFilter
{
    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        foreach (var schema in swaggerDoc.Components!.Schemas!.Values)
        {
            Aplatir(schema, swaggerDoc);
        }

        foreach (var operation in swaggerDoc.Paths.Values.SelectMany(chemin => chemin.Operations!.Values))
        {
            foreach (var parametre in (operation.Parameters ?? []).OfType<OpenApiParameter>())
            {
                parametre.Schema = Aplatir(parametre.Schema, swaggerDoc);
            }
        }
    }

    private static IOpenApiSchema? Aplatir(IOpenApiSchema? schema, OpenApiDocument document)
    {
        if (schema is not OpenApiSchema concret)
        {
            return schema;
        }

        if (concret.AllOf is [OpenApiSchemaReference unique])
        {
            return new OpenApiSchemaReference(unique.Reference.Id!, document) { Description = concret.Description, Extensions = concret.Extensions };
        }

        foreach (var nom in concret.Properties?.Keys.ToList() ?? [])
        {
            concret.Properties![nom] = Aplatir(concret.Properties[nom], document)!;
        }

        concret.Items = Aplatir(concret.Items, document);
        concret.AdditionalProperties = Aplatir(concret.AdditionalProperties, document);
        return concret;
    }
}
