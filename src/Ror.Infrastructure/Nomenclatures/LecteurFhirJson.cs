using System.Text.Json;
using Ror.Domain.Nomenclatures;

namespace Ror.Infrastructure.Nomenclatures;

/// <summary>FHIR JSON, read as it comes; some published files hold the same resource twice in a row.</summary>
internal static class LecteurFhirJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { MaxDepth = 32, RespectNullableAnnotations = true };

    public static async Task<IReadOnlyList<ListeNos>> LireAsync(Stream flux, CancellationToken ct)
    {
        var listes = new List<ListeNos>();
        try
        {
            await foreach (var ressource in JsonSerializer.DeserializeAsyncEnumerable<RessourceFhir>(flux, topLevelValues: true, Options, ct))
            {
                Bornes.Compter();
                listes.Add(ListesFhir.Lire(ressource ?? throw new FichierRefuseException("« null » n'est pas une ressource.")));
            }
        }
        catch (JsonException e)
        {
            throw new FichierRefuseException("Ce JSON est illisible.", $"ligne {(e.LineNumber ?? 0) + 1}, octet {e.BytePositionInLine + 1}{(e.Path is { } chemin and not "$" ? $", {chemin}" : "")}");
        }

        return listes;
    }
}
