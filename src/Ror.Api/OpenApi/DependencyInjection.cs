using Microsoft.OpenApi;
using Ror.Api.Http;
using Ror.Domain.Anomalies;
using Swashbuckle.AspNetCore.Swagger;
using Swashbuckle.AspNetCore.SwaggerGen;
using Swashbuckle.AspNetCore.SwaggerUI;

namespace Ror.Api.OpenApi;

/// <summary>The OpenAPI 3.1 document at <c>/openapi/v1.json</c> and Swagger UI at <c>/swagger</c>.</summary>
internal static class DependencyInjection
{
    private const string Document = "v1";

    public static IServiceCollection AjouterOpenApi(this IServiceCollection services)
    {
        services.AddEndpointsApiExplorer();
        services.AddSwaggerGen(o =>
        {
            o.SwaggerDoc(Document, new OpenApiInfo
            {
                Title = "Ror.Api",
                Version = Document,
                Description = "Répertoire national de l'offre et des ressources en santé et accompagnement médico-social : saisie et diffusion. "
                    + "Les erreurs sont en application/problem+json ; chaque code est décrit à /erreurs.",
                Contact = new OpenApiContact { Name = "Ror.Api", Url = new Uri("https://ror.example") },
            });
            o.AddSecurityDefinition("Bearer", new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "JWT", Description = "Jeton d'accès OAuth2." });
            o.AddSecurityRequirement(document => new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("Bearer", document)] = [] });
            o.CustomSchemaIds(NomsSchemas.De);
            o.SupportNonNullableReferenceTypes();
            o.UseAllOfToExtendReferenceSchemas();
            o.MapType<ValeurJson>(() => new OpenApiSchema { Description = "Toute valeur JSON, dans la forme du champ en cause." });
            o.DocumentFilter<FiltreDocument>();
            o.DocumentFilter<FiltreReferences>();
            o.SchemaFilter<FiltreSchemas>();
            o.OperationFilter<FiltreOperations>();
        });
        services.AddTransient<ISerializerDataContractResolver>(p => new JsonSerializerDataContractResolver(p.GetRequiredService<JsonFil>().Options));
        return services.AddSingleton<DocumentServi>();
    }

    public static void UtiliserOpenApi(this WebApplication app)
    {
        app.MapGet("/openapi/v1.json", async (DocumentServi document) => Results.Text(await document.Json, "application/json")).ExcludeFromDescription();
        app.MapGet("/swagger/ror.js", () => Results.Stream(Ressource("ror.js"), "text/javascript; charset=utf-8")).ExcludeFromDescription();
        app.MapGet("/erreurs", () => Results.Stream(Ressource("erreurs.md"), "text/markdown; charset=utf-8")).ExcludeFromDescription();
        app.UseSwaggerUI(o =>
        {
            o.SwaggerEndpoint("/openapi/v1.json", "Ror.Api v1");
            o.DocumentTitle = "Ror.Api";
            o.InjectJavascript("/swagger/ror.js");
            o.UseRequestInterceptor("(requete) => { return window.rorRequete(requete); }");
            o.UseResponseInterceptor("(reponse) => { return window.rorReponse(reponse); }");
            o.EnablePersistAuthorization();
            o.DisplayOperationId();
            // Beyond 150 rows the page keeps in it only what is on the screen, which the browser's own search does not see: groups are unfolded one by one.
            o.DocExpansion(DocExpansion.None);
        });
        app.Lifetime.ApplicationStarted.Register(() => app.Logger.LogInformation("Swagger UI : {Adresse}/swagger", app.Urls.FirstOrDefault()));
    }

    private static Stream Ressource(string nom) => typeof(DependencyInjection).Assembly.GetManifestResourceStream(nom)!;
}

/// <summary>The document is made once: rendering it is slow, and it only changes with the code.</summary>
internal sealed class DocumentServi(IServiceScopeFactory portees)
{
    private readonly Lazy<Task<string>> _json = new(async () =>
    {
        await using var portee = portees.CreateAsyncScope();
        var document = await portee.ServiceProvider.GetRequiredService<IAsyncSwaggerProvider>().GetSwaggerAsync("v1");
        return await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1);
    });

    public Task<string> Json => _json.Value;
}
