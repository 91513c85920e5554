using System.Globalization;
using System.Text.Json.Nodes;
using Ror.Domain.Anomalies;

namespace Ror.Application.Anomalies;

/// <summary>A JSON Pointer whose names need no escape, over a document that declarations describe.</summary>
internal static class PointeurJson
{
    /// <summary>Null when nothing is there.</summary>
    public static JsonNode? Lire(JsonNode? document, string? pointeur) => Segments(pointeur).Aggregate(document, (noeud, segment) => noeud switch
    {
        JsonObject objet => objet[segment],
        JsonArray liste => Rang(segment) is { } rang && rang < liste.Count ? liste[rang] : null,
        _ => null,
    });

    /// <summary>The document with that value there; objects on the way are made, and a row just behind the last one is added.</summary>
    /// <returns>Null when the place is not there.</returns>
    public static JsonNode? Poser(JsonNode document, string? pointeur, JsonNode valeur)
    {
        var segments = Segments(pointeur);
        if (segments.Length == 0)
        {
            return valeur;
        }

        var noeud = document;
        for (var i = 0; i < segments.Length - 1 && noeud is not null; i++)
        {
            noeud = Entrer(noeud, segments[i], Rang(segments[i + 1]) is null ? new JsonObject() : new JsonArray());
        }

        return noeud is not null && Ecrire(noeud, segments[^1], valeur) ? document : null;
    }

    /// <summary>Do they say the same? Labels, blanks and what is empty say nothing; a code may be proposed bare.</summary>
    public static bool DitPareil(JsonNode? actuelle, ValeurJson proposee) =>
        Epurer(actuelle) is { } a && Epurer(JsonNode.Parse(proposee.Texte)) is { } p && JsonNode.DeepEquals(a, p);

    private static JsonNode? Entrer(JsonNode noeud, string segment, JsonNode absent)
    {
        var dessous = Lire(noeud, $"/{segment}");
        return dessous ?? (Ecrire(noeud, segment, absent) ? absent : null);
    }

    private static bool Ecrire(JsonNode noeud, string segment, JsonNode valeur)
    {
        switch (noeud)
        {
            case JsonObject objet when Rang(segment) is null:
                objet[segment] = valeur;
                return true;
            case JsonArray liste when Rang(segment) is { } rang && rang < liste.Count:
                liste[rang] = valeur;
                return true;
            case JsonArray liste when Rang(segment) == liste.Count:
                liste.Add(valeur);
                return true;
            default:
                return false;
        }
    }

    private static JsonNode? Epurer(JsonNode? noeud) => noeud switch
    {
        JsonObject objet when objet["code"] is { } code => code.DeepClone(),
        JsonObject objet => objet.Select(m => (m.Key, Valeur: Epurer(m.Value))).Where(m => m.Valeur is not null).ToList() is { Count: > 0 } membres
            ? new JsonObject(membres.Select(m => KeyValuePair.Create(m.Key, m.Valeur))) : null,
        JsonArray liste => liste.Count > 0 ? new JsonArray([.. liste.Select(Epurer)]) : null,
        JsonValue valeur when valeur.TryGetValue<string>(out var texte) => string.IsNullOrWhiteSpace(texte) ? null : JsonValue.Create(texte.Trim()),
        _ => noeud?.DeepClone(),
    };

    private static string[] Segments(string? pointeur) => pointeur is null ? [] : pointeur[1..].Split('/');

    private static int? Rang(string segment) => int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out var rang) ? rang : null;
}
