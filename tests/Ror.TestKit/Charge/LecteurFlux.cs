using System.Text.Json;

namespace Ror.TestKit.Charge;

/// <summary>Somebody who copies what is published, change after change, on whichever node answers; and who watches the numbers.</summary>
/// <param name="noeud">A client of some node that runs.</param>
public sealed class LecteurFlux(Func<Task<ClientRor>> noeud, TimeProvider horloge)
{
    private readonly Dictionary<string, string> _copie = [];
    private readonly List<string> _anomalies = [];
    private readonly List<double> _retards = [];
    private string _depuis = "0";
    private bool _etat = true;
    private long _dernier;

    public IReadOnlyList<string> Anomalies => _anomalies;

    /// <summary>Changes read.</summary>
    public int Lus { get; private set; }

    /// <summary>Seconds from the act to its reading, the shortest first.</summary>
    public IReadOnlyList<double> Retards => [.. _retards.Order()];

    /// <summary>Follows until told to stop.</summary>
    public async Task SuivreAsync(CancellationToken arret)
    {
        var client = await noeud();
        while (!arret.IsCancellationRequested)
        {
            try
            {
                await AvancerAsync(client, attente: 1);
            }
            catch (Exception e) when (e is HttpRequestException or IOException or InvalidOperationException)
            {
                // A node that died, or is starting: the same cursor holds on any other.
                await Task.Delay(50, CancellationToken.None);
                client = await noeud();
            }
        }
    }

    /// <summary>Reads what is left, then everything at once: both must be the same.</summary>
    public async Task<IReadOnlyList<string>> ComparerAsync()
    {
        var client = await noeud();
        while (await AvancerAsync(client, attente: 0))
        {
        }

        var lus = (await client.ToutLireAsync("/api/v1/diffusion/offres?limite=200")).Concat(await client.ToutLireAsync("/api/v1/diffusion/structures?limite=200")).Concat(await client.ToutLireAsync("/api/v1/diffusion/lieux?limite=200"))
            .ToDictionary(o => o.GetProperty("id").GetString()!, o => o.GetRawText());
        _anomalies.AddRange(lus.Where(l => _copie.GetValueOrDefault(l.Key) != l.Value).Select(l => $"copie : {_copie.GetValueOrDefault(l.Key)}\nlu : {l.Value}"));
        _anomalies.AddRange(_copie.Keys.Except(lus.Keys).Select(id => $"copie sans original : {id}"));
        return _anomalies;
    }

    /// <returns>Is there more?</returns>
    private async Task<bool> AvancerAsync(ClientRor client, int attente)
    {
        var page = (await client.GetAsync($"/api/v1/diffusion/changements?depuis={_depuis}&attente={attente}&limite=200&contenu=true")).Doit(200).Corps;
        var maintenant = horloge.GetUtcNow().UtcDateTime;
        foreach (var element in page.GetProperty("elements").EnumerateArray())
        {
            Appliquer(element, maintenant);
        }

        _depuis = page.GetProperty("suivant").GetString()!;
        var encore = page.GetProperty("encore").GetBoolean();

        // The state is over when a page of it does not say that it was cut: changes follow, one by one.
        if (_etat && page.GetProperty("elements").GetArrayLength() < 200)
        {
            _etat = false;
            _dernier = 0;
        }

        return encore;
    }

    private void Appliquer(JsonElement element, DateTime maintenant)
    {
        var (numero, objet) = (element.GetProperty("sequence").GetInt64(), element.GetProperty("objet").GetProperty("id").GetString()!);
        if (!_etat)
        {
            Lus++;
            _retards.Add((maintenant - element.GetProperty("instant").GetDateTime()).TotalSeconds);
            // A change of which the caller reads nothing is not told: that numbers have no gaps is asked of the database.
            if (numero <= _dernier)
            {
                _anomalies.Add($"après {_dernier} vient {numero}");
            }

            _dernier = numero;
        }

        // Neither: it has gone since, and its retrait follows.
        if (element.TryGetProperty("offre", out var contenu) || element.TryGetProperty("structure", out contenu) || element.TryGetProperty("lieu", out contenu))
        {
            _copie[objet] = contenu.GetRawText();
        }
        else
        {
            _copie.Remove(objet);
        }
    }
}
