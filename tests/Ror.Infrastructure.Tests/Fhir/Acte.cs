using System.IO.Compression;
using System.Net.Sockets;
using System.Text;

namespace Ror.Infrastructure.Tests.Fhir;

/// <summary>What the server does of one request.</summary>
internal sealed record Acte(Func<ServeurFhir, NetworkStream, CancellationToken, Task> Executer)
{
    private const string Fhir = "application/fhir+json;charset=utf-8";

    public static Acte Json(string corps, string type = Fhir) => Octets(200, Encoding.UTF8.GetBytes(corps), $"Content-Type: {type}");

    /// <summary>As a gateway answers: HTML.</summary>
    public static Acte Statut(int statut, params string[] entetes) =>
        Octets(statut, Encoding.UTF8.GetBytes("<html><body>SECRET-DU-SERVEUR</body></html>"), ["Content-Type: text/html", .. entetes]);

    public static Acte Octets(int statut, byte[] corps, params string[] entetes) => new(async (_, flux, ct) =>
    {
        await EcrireAsync(flux, Tete(statut, [$"Content-Length: {corps.Length}", .. entetes]), ct);
        await flux.WriteAsync(corps, ct);
    });

    public static Acte Gzip(byte[] corps, int retires = 0) => Octets(200, Comprimer(corps)[..^retires], $"Content-Type: {Fhir}", "Content-Encoding: gzip");

    public static Acte Pendre() => new((serveur, flux, ct) => serveur.PendreAsync(flux, ct));

    public static Acte PendreAuMilieu() => new(async (serveur, flux, ct) =>
    {
        await EcrireAsync(flux, Tete(200, ["Content-Length: 1000", $"Content-Type: {Fhir}"]) + "{\"resourceType\":", ct);
        await serveur.PendreAsync(flux, ct);
    });

    /// <summary>A byte now and then: it never stops, and never ends.</summary>
    public static Acte Goutter() => new(async (serveur, flux, ct) =>
    {
        await EcrireAsync(flux, Tete(200, ["Content-Length: 100000", $"Content-Type: {Fhir}"]), ct);
        var attente = serveur.PendreAsync(flux, ct);
        while (!attente.IsCompleted)
        {
            await EcrireAsync(flux, " ", ct);
            await Task.WhenAny(attente, Task.Delay(5, ct));
        }
    });

    public static Acte Couper() => new((_, flux, ct) => EcrireAsync(flux, Tete(200, ["Content-Length: 1000", $"Content-Type: {Fhir}"]) + "{\"resourceType\":", ct));

    public static Acte Reinitialiser() => new((_, flux, _) =>
    {
        flux.Socket.LingerState = new LingerOption(true, 0);
        flux.Socket.Close();
        return Task.CompletedTask;
    });

    public static Acte Charabia() => new((_, flux, ct) => EcrireAsync(flux, "ceci n'est pas du HTTP\r\n\r\n", ct));

    private static byte[] Comprimer(byte[] corps)
    {
        using var memoire = new MemoryStream();
        using (var gzip = new GZipStream(memoire, CompressionLevel.Optimal))
        {
            gzip.Write(corps);
        }

        return memoire.ToArray();
    }

    private static string Tete(int statut, IEnumerable<string> entetes) => $"HTTP/1.1 {statut} X\r\nConnection: close\r\n{string.Concat(entetes.Select(e => e + "\r\n"))}\r\n";

    private static async Task EcrireAsync(NetworkStream flux, string texte, CancellationToken ct) => await flux.WriteAsync(Encoding.ASCII.GetBytes(texte), ct);
}
