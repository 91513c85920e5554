using System.Text.Json;

namespace Ror.Infrastructure.Annuaires.Fhir;

/// <summary>What the pages of an answer brought, once each: what is included comes again on every page.</summary>
internal sealed class Moisson
{
    public const int EntreesAuPlus = 500;

    private static readonly JsonSerializerOptions Format = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, MaxDepth = Profondeur };

    private readonly Dictionary<(string Type, string Id), JsonElement> _ressources = [];
    private int _entrees;

    /// <summary>Levels of JSON: the directory's deepest resource has a dozen.</summary>
    public const int Profondeur = 32;

    /// <exception cref="PanneAnnuaireException">Not a page of results, or one too many.</exception>
    public Paquet Ajouter(ReadOnlySpan<byte> corps)
    {
        var paquet = Lire(corps);
        foreach (var entree in paquet.Entry.Presents())
        {
            if (++_entrees > EntreesAuPlus)
            {
                throw new PanneAnnuaireException("L'annuaire national a trouvé trop de choses pour une seule question.");
            }

            if (Membre(entree.Resource, "resourceType") is { } type && Membre(entree.Resource, "id") is { } id)
            {
                _ressources[(type, id)] = entree.Resource;
            }
        }

        return paquet;
    }

    /// <summary>Those of a type, in the order of their ids: pages come in any order.</summary>
    public List<T> De<T>()
        where T : Ressource => Defendre(() => _ressources.Where(r => r.Key.Type == typeof(T).Name)
            .OrderBy(r => r.Key.Id, StringComparer.Ordinal).Select(r => r.Value.Deserialize<T>(Format)!).ToList());

    private static Paquet Lire(ReadOnlySpan<byte> corps)
    {
        ReadOnlySpan<byte> marque = [0xEF, 0xBB, 0xBF];
        var json = (corps.StartsWith(marque) ? corps[marque.Length..] : corps).ToArray();
        var paquet = Defendre(() => JsonSerializer.Deserialize<Paquet>(json, Format));
        return paquet is { ResourceType: "Bundle", Type: "searchset" } ? paquet : throw new PanneAnnuaireException("L'annuaire national a envoyé autre chose qu'une page de résultats.");
    }

    private static string? Membre(JsonElement ressource, string nom) =>
        ressource.ValueKind == JsonValueKind.Object && ressource.TryGetProperty(nom, out var valeur) && valeur.ValueKind == JsonValueKind.String ? Defendre(() => valeur.GetString()) : null;

    // A text with half a character in it is told by another exception than what is no JSON.
    private static T Defendre<T>(Func<T> lire)
    {
        try
        {
            return lire();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new PanneAnnuaireException("L'annuaire national a envoyé une réponse illisible.");
        }
    }
}
