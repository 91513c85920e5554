using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Ror.Application.Offres;
using Ror.Application.Offres.ParcoursStructure;
using Ror.Domain.Champs;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Offres;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Ror.Api.OpenApi;

/// <summary>Limits, value sets, help and mandatory marks come from the field declarations; what is always served is required.</summary>
internal sealed class FiltreSchemas : ISchemaFilter
{
    /// <summary>Bodies: a missing member is a matter for the answer, which lists them all, never for the schema.</summary>
    private static readonly Type[] Corps = [typeof(ContenuOffre), typeof(CodeNos), typeof(PatienteleEtSpecificites), typeof(Relecture)];

    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema concret)
        {
            return;
        }

        // An absent value is omitted, never null.
        concret.Type &= ~JsonSchemaType.Null;
        var membres = concret.Properties ?? new Dictionary<string, IOpenApiSchema>();
        if (context.Type == typeof(CodeNos))
        {
            membres["libelle"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "Ignoré en entrée." };
        }

        var champs = typeof(IChamps).IsAssignableFrom(context.Type) && !context.Type.IsInterface
            ? (IReadOnlyList<Champ>)context.Type.GetProperty(nameof(IChamps.Champs), BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!
            : [];
        foreach (var champ in champs)
        {
            if (membres.TryGetValue(champ.Nom, out var membre))
            {
                Decrire((OpenApiSchema)membre, champ);
            }
        }

        foreach (var (nom, membre) in membres)
        {
            if (membre is OpenApiSchema libre)
            {
                libre.Type &= ~JsonSchemaType.Null;
                libre.Description ??= Descriptions.DuMembre(nom);
            }
        }

        concret.Required = champs.Count > 0 || Corps.Contains(context.Type) ? null : ToujoursServis(context.Type, membres);
        concret.AdditionalPropertiesAllowed = true;
    }

    private static void Decrire(OpenApiSchema membre, Champ champ)
    {
        membre.Description = $"{champ.Libelle}. {champ.Aide}".Trim();
        if (champ.Type == TypeChamp.Texte)
        {
            membre.MaxLength = champ.LongueurMax;
            membre.Pattern = champ.Motif?.Expression;
        }

        if (champ.Type is TypeChamp.Textes or TypeChamp.Codes or TypeChamp.Lignes)
        {
            membre.MaxItems = champ.NombreMax;
        }

        if (champ.Type == TypeChamp.Textes && membre.Items is OpenApiSchema texte)
        {
            texte.MaxLength = champ.LongueurMax;
            texte.Pattern = champ.Motif?.Expression;
        }

        if (champ.ValeursAdmises is not null)
        {
            membre.Enum = [.. champ.ValeursAdmises.Select(v => JsonValue.Create(v))];
        }

        if (champ.Type == TypeChamp.Nombre)
        {
            membre.Minimum = champ.Bornes.Min.ToString(CultureInfo.InvariantCulture);
            membre.Maximum = champ.Bornes.Max == int.MaxValue ? null : champ.Bornes.Max.ToString(CultureInfo.InvariantCulture);
        }

        membre.Extensions ??= new Dictionary<string, IOpenApiExtension>();
        if (champ.Nomenclature is not null)
        {
            membre.Extensions["x-nomenclature"] = new JsonNodeExtension(champ.Nomenclature);
        }

        if (champ.Obligatoire is not null)
        {
            membre.Extensions["x-obligatoire"] = new JsonNodeExtension(champ.Obligatoire);
            membre.Description += $" Obligatoire : {champ.Obligatoire}.";
        }
    }

    private static HashSet<string>? ToujoursServis(Type type, IDictionary<string, IOpenApiSchema> membres)
    {
        var nullabilite = new NullabilityInfoContext();
        var requis = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => nullabilite.Create(p).ReadState == NullabilityState.NotNull || p.Name is nameof(EtapeLue<object>.Valeurs) or nameof(EtapeLue<object>.Prereglages))
            .Select(p => p.GetCustomAttribute<System.Text.Json.Serialization.JsonPropertyNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(p.Name))
            .Where(membres.ContainsKey).ToHashSet();
        return requis.Count > 0 ? requis : null;
    }
}
