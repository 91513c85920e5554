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
                membre.ShouldSerialize = (_, valeur) => valeur is System.Collections.IEnumerable liste && liste.GetEnumerator().MoveNext();
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
            if (reader.TokenType == JsonTokenType.Null)
            {
                throw new JsonException();
            }

            lus.Add(elements is null ? JsonSerializer.Deserialize<T>(ref reader, options)! : elements.Read(ref reader, typeof(T), options)!);
        }

        return lus.EnListe();
    }

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
