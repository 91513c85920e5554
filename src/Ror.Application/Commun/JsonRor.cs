using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Ror.Domain.Commun;

namespace Ror.Application.Commun;

/// <summary>
/// What the stored JSON and the JSON of the wire have in common: absent values and empty lists are omitted, a null is an absent member,
/// lists are <see cref="Liste{T}"/>. Storage is lenient (unknown members are ignored); the wire is strict.
/// </summary>
public static class JsonRor
{
    public static JsonSerializerOptions Stockage { get; } = Figer(Creer());

    public static JsonSerializerOptions Creer(params Action<JsonTypeInfo>[] modificateurs)
    {
        var resolveur = new DefaultJsonTypeInfoResolver();
        foreach (var modificateur in modificateurs.Prepend(OmettreLesAbsents))
        {
            resolveur.Modifiers.Add(modificateur);
        }

        return new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            PropertyNameCaseInsensitive = false,
            NumberHandling = JsonNumberHandling.Strict,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = resolveur,
            Converters = { new ListeConverterFactory(), new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
        };
    }

    private static JsonSerializerOptions Figer(JsonSerializerOptions options)
    {
        options.MakeReadOnly();
        return options;
    }

    private static void OmettreLesAbsents(JsonTypeInfo type)
    {
        foreach (var membre in type.Properties)
        {
            if (membre.PropertyType.IsGenericType && membre.PropertyType.GetGenericTypeDefinition() == typeof(Liste<>))
            {
                // Where null and empty are not the same, the property says so.
                var videSeDit = membre.AttributeProvider?.GetCustomAttributes(typeof(JsonIgnoreAttribute), inherit: false) is [JsonIgnoreAttribute { Condition: JsonIgnoreCondition.WhenWritingNull }];
                membre.ShouldSerialize = (_, valeur) => valeur is System.Collections.IEnumerable liste && (videSeDit || liste.GetEnumerator().MoveNext());
            }

            if (membre.Set is { } ecrire)
            {
                membre.Set = (objet, valeur) =>
                {
                    if (valeur is not null)
                    {
                        ecrire(objet, valeur);
                    }
                };
            }
        }
    }

    private sealed class ListeConverterFactory : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Liste<>);

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(ListeConverter<>).MakeGenericType(typeToConvert.GetGenericArguments()), [null])!;
    }
}

/// <summary>A fault inside a value that a converter reads by itself: keeps the rest of the path.</summary>
public sealed class FauteJsonException(string message, string chemin) : JsonException(message)
{
    /// <summary>JSON Pointer of the fault in the whole document.</summary>
    public static string Pointeur(JsonException e) => Segments(e.Path ?? "$") + (e is FauteJsonException { Reste: var reste } ? reste : "");

    private string Reste { get; } = chemin;

    // "$.a[0]['b.c']" → "/a/0/b.c"
    private static string Segments(string chemin)
    {
        var pointeur = new System.Text.StringBuilder();
        for (var i = 1; i < chemin.Length;)
        {
            var (debut, fermeture) = chemin[i] == '.' ? (i + 1, "") : chemin.AsSpan(i).StartsWith("['") ? (i + 2, "']") : (i + 1, "]");
            var fin = fermeture.Length > 0 ? chemin.IndexOf(fermeture, debut, StringComparison.Ordinal) : chemin.IndexOfAny(['.', '['], debut);
            fin = fin < 0 ? chemin.Length : fin;
            pointeur.Append('/').Append(chemin[debut..fin].Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
            i = fin + fermeture.Length;
        }

        return pointeur.ToString();
    }
}

/// <summary>Reads and writes a <see cref="Liste{T}"/>; a null element is a fault, never a hole.</summary>
/// <param name="elements">Converter of the elements; null takes the one of the options.</param>
public sealed class ListeConverter<T>(JsonConverter<T>? elements) : JsonConverter<Liste<T>>
{
    public override Liste<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException();
        }

        var lus = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            try
            {
                lus.Add(Element(ref reader, options));
            }
            catch (JsonException e)
            {
                throw new FauteJsonException(e.Message, $"/{lus.Count}{FauteJsonException.Pointeur(e)}");
            }
        }

        return lus.EnListe();
    }

    private T Element(ref Utf8JsonReader reader, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Null ? throw new JsonException()
        : elements is null ? JsonSerializer.Deserialize<T>(ref reader, options)!
        : elements.Read(ref reader, typeof(T), options)!;

    public override void Write(Utf8JsonWriter writer, Liste<T> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var element in value)
        {
            if (elements is null)
            {
                JsonSerializer.Serialize(writer, element, options);
            }
            else
            {
                elements.Write(writer, element, options);
            }
        }

        writer.WriteEndArray();
    }
}
