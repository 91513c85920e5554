using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Ror.Infrastructure.Tests.Fhir;

/// <param name="Chemin">With its query.</param>
/// <param name="Rang">From 0.</param>
internal sealed record RequeteRecue(string Methode, string Chemin, IReadOnlyDictionary<string, string> Entetes, string Corps, int Rang);

/// <summary>A server of one request per connection, at the level of bytes: it can do everything wrong.</summary>
internal sealed class ServeurFhir : IAsyncDisposable
{
    private readonly TcpListener _ecoute = new(IPAddress.Loopback, 0);
    // Not disposed: whoever is still served looks at it.
    private readonly CancellationTokenSource _fin = new();
    private readonly ConcurrentQueue<RequeteRecue> _recues = new();
    private int _pendues;

    public ServeurFhir()
    {
        _ecoute.Start();
        _ = AccepterAsync();
    }

    public string Racine => $"http://127.0.0.1:{((IPEndPoint)_ecoute.LocalEndpoint).Port}";

    public string Adresse => $"{Racine}/fhir/v2";

    public Func<RequeteRecue, Acte> Repondre { get; set; } = _ => Acte.Json(Donnees.Paquet());

    public IReadOnlyList<RequeteRecue> Recues => [.. _recues];

    /// <summary>Somebody waits for an answer that will not come.</summary>
    public bool Pend => Volatile.Read(ref _pendues) > 0;

    public async Task PendreAsync(NetworkStream flux, CancellationToken ct)
    {
        Interlocked.Increment(ref _pendues);
        try
        {
            // Until the other side has enough.
            _ = await flux.ReadAsync(new byte[1], ct);
        }
        finally
        {
            Interlocked.Decrement(ref _pendues);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _ecoute.Stop();
        await _fin.CancelAsync();
    }

    private async Task AccepterAsync()
    {
        try
        {
            while (true)
            {
                _ = ServirAsync(await _ecoute.AcceptSocketAsync(_fin.Token));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task ServirAsync(Socket prise)
    {
        try
        {
            await using var flux = new NetworkStream(prise, ownsSocket: true);
            if (await LireAsync(flux) is { } requete)
            {
                _recues.Enqueue(requete);
                await Repondre(requete).Executer(this, flux, _fin.Token);
            }

            // Closed in order, so that what was written arrives.
            prise.Shutdown(SocketShutdown.Send);
            _ = await flux.ReadAsync(new byte[1], _fin.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task<RequeteRecue?> LireAsync(NetworkStream flux)
    {
        var recu = new StringBuilder();
        var tampon = new byte[4096];
        int Fin() => recu.ToString().IndexOf("\r\n\r\n", StringComparison.Ordinal);
        while (Fin() < 0)
        {
            var lus = await flux.ReadAsync(tampon, _fin.Token);
            if (lus == 0)
            {
                return null;
            }

            recu.Append(Encoding.ASCII.GetString(tampon, 0, lus));
        }

        var lignes = recu.ToString()[..Fin()].Split("\r\n");
        var entetes = lignes.Skip(1).Select(l => l.Split(": ", 2)).ToDictionary(l => l[0], l => l[1], StringComparer.OrdinalIgnoreCase);
        while (entetes.TryGetValue("Content-Length", out var longueur) && recu.Length < Fin() + 4 + int.Parse(longueur, System.Globalization.CultureInfo.InvariantCulture))
        {
            recu.Append(Encoding.ASCII.GetString(tampon, 0, await flux.ReadAsync(tampon, _fin.Token)));
        }

        var premiere = lignes[0].Split(' ');
        return new(premiere[0], premiere[1], entetes, recu.ToString()[(Fin() + 4)..], _recues.Count);
    }
}
