namespace Ror.Consommateur;

/// <summary>Follow, catch up, compare: all that a copy takes.</summary>
internal static class Synchronisation
{
    private const int Attente = 30;

    /// <summary>Follows until it is stopped.</summary>
    public static async Task SuivreAsync(ClientRor ror, Copie copie, CancellationToken ct)
    {
        while (true)
        {
            await AvancerAsync(ror, copie, Attente, ct);
        }
    }

    /// <summary>Until there is nothing new.</summary>
    public static async Task RattraperAsync(ClientRor ror, Copie copie, CancellationToken ct)
    {
        while (await AvancerAsync(ror, copie, 0, ct))
        {
        }
    }

    /// <summary>Reads everything and says what the copy has otherwise. What changes between the two readings differs too: run it when little does, or twice.</summary>
    public static async Task<IReadOnlyList<string>> ComparerAsync(ClientRor ror, Copie copie, CancellationToken ct)
    {
        var (ecarts, restants) = (new List<string>(), copie.Tout.ToDictionary());
        foreach (var liste in (string[])["/api/v1/diffusion/structures", "/api/v1/diffusion/offres", "/api/v1/diffusion/lieux"])
        {
            await foreach (var lu in ror.ToutLireAsync(liste, ct))
            {
                var id = lu.GetProperty("id").GetString()!;
                if (!restants.Remove(id, out var copiee))
                {
                    ecarts.Add($"manque : {id}");
                }
                else if (copiee != lu.GetRawText())
                {
                    ecarts.Add($"diffère : {id}");
                }
            }
        }

        return [.. ecarts, .. restants.Keys.Select(id => $"en trop : {id}")];
    }

    /// <returns>Is there more?</returns>
    private static async Task<bool> AvancerAsync(ClientRor ror, Copie copie, int attente, CancellationToken ct)
    {
        if (await ror.LireAsync(copie.Curseur, attente, ct) is not { } page)
        {
            copie.Vider();
            return true;
        }

        if (page.Elements.Count > 0 || page.Suivant != copie.Curseur)
        {
            copie.Garder(page);
        }

        if (page.Elements.Count > 0)
        {
            Console.WriteLine($"{page.Elements.Count} changements, jusqu'au n° {page.Elements[^1].Sequence}");
        }

        return page.Encore;
    }
}
