using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace Ror.TestKit;

/// <summary>Receives what a service sends over OTLP (HTTP, protobuf), and keeps it as it came: texts are plain UTF-8 in it.</summary>
public sealed class CollecteurOtlp : IDisposable
{
    private readonly HttpListener _ecoute = new();
    private readonly ConcurrentDictionary<string, string> _recu = new();

    public CollecteurOtlp(int port)
    {
        Adresse = $"http://127.0.0.1:{port}/";
        _ecoute.Prefixes.Add(Adresse);
        _ecoute.Start();
        _ = EcouterAsync();
    }

    public string Adresse { get; }

    /// <summary>All that came on a path (<c>/v1/traces</c>, <c>/v1/metrics</c>).</summary>
    public string Recu(string chemin) => _recu.GetValueOrDefault(chemin, "");

    public void Dispose() => _ecoute.Close();

    private async Task EcouterAsync()
    {
        while (_ecoute.IsListening)
        {
            try
            {
                var contexte = await _ecoute.GetContextAsync();
                using var octets = new MemoryStream();
                await contexte.Request.InputStream.CopyToAsync(octets);
                var texte = Encoding.UTF8.GetString(octets.ToArray());
                _recu.AddOrUpdate(contexte.Request.Url!.AbsolutePath, texte, (_, avant) => avant + texte);
                contexte.Response.Close();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
