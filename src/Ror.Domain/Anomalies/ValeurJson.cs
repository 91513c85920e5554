using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ror.Domain.Anomalies;

/// <summary>Any JSON value, as compact text: what an anomaly quotes has the form of its field, whichever that is.</summary>
[JsonConverter(typeof(Converter))]
public sealed record ValeurJson
{
    /// <summary>Characters of its text.</summary>
    public const int LongueurMax = 4000;

    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private ValeurJson(string texte) => Texte = texte;

    public string Texte { get; }

    /// <exception cref="JsonException">It is not JSON.</exception>
    public static ValeurJson De(string json)
    {
        var lecteur = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        _ = lecteur.Read();
        return Lire(ref lecteur);
    }

    private static ValeurJson Lire(ref Utf8JsonReader lecteur)
    {
        var tampon = new ArrayBufferWriter<byte>();
        using var document = JsonDocument.ParseValue(ref lecteur);
        using (var ecrivain = new Utf8JsonWriter(tampon, Compact))
        {
            Copier(document.RootElement, ecrivain);
        }

        return new(Encoding.UTF8.GetString(tampon.WrittenSpan));
    }

    // Texts are read, not copied: half a surrogate pair, a character that no field admits, or a member given twice is a fault of the reader here.
    private static void Copier(JsonElement valeur, Utf8JsonWriter ecrivain)
    {
        switch (valeur.ValueKind)
        {
            case JsonValueKind.Object:
                ecrivain.WriteStartObject();
                var noms = new HashSet<string>(StringComparer.Ordinal);
                foreach (var membre in valeur.EnumerateObject())
                {
                    if (!noms.Add(membre.Name))
                    {
                        throw new JsonException();
                    }

                    ecrivain.WritePropertyName(Sain(membre.Name));
                    Copier(membre.Value, ecrivain);
                }

                ecrivain.WriteEndObject();
                break;
            case JsonValueKind.Array:
                ecrivain.WriteStartArray();
                foreach (var element in valeur.EnumerateArray())
                {
                    Copier(element, ecrivain);
                }

                ecrivain.WriteEndArray();
                break;
            case JsonValueKind.String:
                ecrivain.WriteStringValue(Sain(valeur.GetString()!));
                break;
            default:
                valeur.WriteTo(ecrivain);
                break;
        }
    }

    private static string Sain(string texte) => Commun.Texte.EstSain(texte, multiligne: true) ? texte : throw new JsonException();

    private sealed class Converter : JsonConverter<ValeurJson>
    {
        public override ValeurJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Lire(ref reader);

        public override void Write(Utf8JsonWriter writer, ValeurJson value, JsonSerializerOptions options) => writer.WriteRawValue(value.Texte);
    }
}
