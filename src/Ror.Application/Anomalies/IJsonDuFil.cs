using System.Text.Json.Nodes;

namespace Ror.Application.Anomalies;

/// <summary>Records as the bodies of requests have them: an unknown member or a wrong type is a fault.</summary>
public interface IJsonDuFil
{
    JsonNode Ecrire(object valeur);

    /// <summary>Null when it does not have the form of that type.</summary>
    object? Lire(JsonNode json, Type type);
}
