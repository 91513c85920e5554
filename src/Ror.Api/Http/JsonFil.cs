using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Ror.Application.Anomalies;
using Ror.Application.Commun;
using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Diffusion;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Offres.Parcours;
using Ror.Domain.Qualite;

namespace Ror.Api.Http;

/// <summary>
/// JSON of the wire: strict on reading (unknown and duplicate members refused), labels added on writing by the value set that the field's
/// declaration names.
/// </summary>
internal sealed class JsonFil : IJsonDuFil
{
    private readonly IReferentiels _referentiels;

    public JsonFil(IReferentiels referentiels)
    {
        _referentiels = referentiels;
        Options = JsonRor.Creer(AvecLibelles);
        Options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        Options.AllowDuplicateProperties = false;
        Options.Converters.Insert(0, new JsonStringEnumConverter<EtatEtape>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        Options.Converters.Insert(0, new JsonStringEnumConverter<NatureChangement>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        Options.Converters.Insert(0, new JsonStringEnumConverter<Conformite>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        Options.Converters.Insert(0, new JsonStringEnumConverter<EtatPeuplement>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        Options.MakeReadOnly();
    }

    public JsonSerializerOptions Options { get; }

    public JsonNode Ecrire(object valeur) => JsonSerializer.SerializeToNode(valeur, valeur.GetType(), Options)!;

    public object? Lire(JsonNode json, Type type)
    {
        try
        {
            return json.Deserialize(type, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private void AvecLibelles(JsonTypeInfo type)
    {
        if (!typeof(IChamps).IsAssignableFrom(type.Type) || type.Type.IsInterface)
        {
            return;
        }

        var champs = (IReadOnlyList<Champ>)type.Type.GetProperty(nameof(IChamps.Champs), BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
        foreach (var membre in type.Properties.Where(m => m.PropertyType == typeof(string) && m.Set is not null))
        {
            Rogner(membre);
        }

        foreach (var (membre, champ) in type.Properties.Join(champs.Where(c => c.Nomenclature is not null), m => m.Name, c => c.Nom, (m, c) => (m, c)))
        {
            var code = new CodeNosConverter(_referentiels, champ.Nomenclature!);
            membre.CustomConverter = membre.PropertyType == typeof(CodeNos) ? code
                : membre.PropertyType == typeof(Liste<CodeNos>) ? new ListeConverter<CodeNos>(code)
                : null;
        }
    }

    // A blank text is an absent one; blanks around a text are a slip of the keyboard.
    private static void Rogner(JsonPropertyInfo membre)
    {
        var ecrire = membre.Set!;
        membre.Set = (objet, valeur) => ecrire(objet, string.IsNullOrWhiteSpace((string?)valeur) ? null : ((string)valeur!).Trim());
    }
}

/// <summary>A coded value of one value set: <c>{"code", "libelle", "systeme"}</c>; an incoming label is ignored.</summary>
internal sealed class CodeNosConverter(IReferentiels referentiels, string nomenclature) : JsonConverter<CodeNos>
{
    public override CodeNos Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            var recu = JsonSerializer.Deserialize<CodeRecu>(ref reader, options)!;
            return referentiels.Nomenclatures[nomenclature].Reduire(new CodeNos(recu.Code ?? "", recu.Systeme));
        }
        catch (JsonException e)
        {
            throw new FauteJsonException(e.Message, FauteJsonException.Pointeur(e));
        }
    }

    public override void Write(Utf8JsonWriter writer, CodeNos value, JsonSerializerOptions options)
    {
        var entree = referentiels.Nomenclatures[nomenclature].Trouver(value);
        JsonSerializer.Serialize(writer, new CodeRecu { Code = value.Code, Libelle = entree?.Libelle, Systeme = entree?.Systeme ?? value.Systeme }, options);
    }
}

/// <summary>A coded value on the wire.</summary>
internal sealed record CodeRecu
{
    public string? Code { get; init; }

    public string? Libelle { get; init; }

    public string? Systeme { get; init; }
}
