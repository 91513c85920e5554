using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Ror.Api.Http;
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

        if (context.Type == typeof(ProblemeLu))
        {
            foreach (var (nom, membre) in Precisions())
            {
                membres[nom] = membre;
            }
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

    // Facts that some refusals add.
    private static IEnumerable<(string Nom, OpenApiSchema Membre)> Precisions()
    {
        yield return ("etat", Texte("409 : état de l'objet."));
        yield return ("action", Texte("409 : action demandée."));
        yield return ("actionsPossibles", Textes("409 : actions possibles maintenant, pour cet appelant."));
        yield return ("regle", Texte("409 : règle de l'arborescence."));
        yield return ("parent", Texte("409 : genre du rattachement donné."));
        yield return ("parentsAdmis", Textes("409 : genres de rattachement admis."));
        yield return ("etape", Texte("409 : étape à valider d'abord."));
        yield return ("statut", Texte("409 sur une anomalie : statut demandé."));
        yield return ("statutsPossibles", Textes("409 sur une anomalie : statuts possibles maintenant, pour cet appelant."));
        yield return ("anomalie", Texte("409 : l'anomalie déjà ouverte à cet endroit."));
        yield return ("etapes", Textes("409 sur un pré-remplissage : étapes déjà validées qui seraient remplacées."));
        yield return ("version", new() { Type = JsonSchemaType.Integer, Description = "409 sur un pré-remplissage : version actuelle de l'offre à pré-remplir." });
        yield return ("etag", Texte("412 : l'ETag courant, à donner dans If-Match."));
        yield return ("sectionsModifiees", Textes("412 sur une offre : sections changées depuis la version donnée ; absent si elle est inconnue."));

        static OpenApiSchema Texte(string description) => new() { Type = JsonSchemaType.String, Description = description };
        static OpenApiSchema Textes(string description) => new() { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String }, Description = description };
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
            var porteur = champ.Type == TypeChamp.Textes && membre.Items is OpenApiSchema element ? element : membre;
            porteur.Enum = [.. champ.ValeursAdmises.Select(v => JsonValue.Create(v))];
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
