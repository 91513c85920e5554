using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Ror.TestKit;

/// <summary>The service as its operators run it: <c>dotnet Ror.Api.dll</c> in a folder, a process of its own.</summary>
public sealed class ProcessusRor : IDisposable
{
    private readonly Process _processus;
    private readonly ConcurrentQueue<string> _sortie;
    private readonly HttpClient _http;

    private ProcessusRor(Process processus, ConcurrentQueue<string> sortie, int port) =>
        (_processus, _sortie, Port, _http) = (processus, sortie, port, new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") });

    public int Port { get; }

    /// <summary>What it wrote on its standard output so far, line by line.</summary>
    public IReadOnlyList<string> Sortie => [.. _sortie];

    public ClientRor Client => new(_http);

    /// <summary>Starts in that folder, and waits until it is ready.</summary>
    public static async Task<ProcessusRor> DemarrerAsync(string dossier, string environnement, params (string Nom, string Valeur)[] variables)
    {
        var port = PortLibre();
        var sortie = new ConcurrentQueue<string>();
        var service = new ProcessusRor(Lancer(dossier, environnement, $"--urls http://127.0.0.1:{port}", variables, sortie.Enqueue), sortie, port);
        using var limite = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await service.EstPretAsync())
        {
            if (service._processus.HasExited)
            {
                throw new InvalidOperationException($"Le service s'est arrêté ({service._processus.ExitCode}) : {await service._processus.StandardError.ReadToEndAsync(limite.Token)}");
            }

            await Task.Delay(50, limite.Token);
        }

        return service;
    }

    /// <summary>Starts a service that must stop by itself; its exit code and what it wrote on the error output.</summary>
    public static async Task<(int Code, string Erreur)> DoitSArreterAsync(string dossier, string environnement, params (string Nom, string Valeur)[] variables)
    {
        using var processus = Lancer(dossier, environnement, "--urls http://127.0.0.1:0", variables, _ => { });
        using var limite = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var erreur = await processus.StandardError.ReadToEndAsync(limite.Token);
        await processus.WaitForExitAsync(limite.Token);
        return (processus.ExitCode, erreur.Trim());
    }

    /// <summary>A client that speaks as a persona of the demo.</summary>
    public async Task<ClientRor> EnAsync(string persona)
    {
        var jeton = (await Client.PostAsync("/dev/jetons", new { persona })).Doit(200).Corps.GetProperty("access_token").GetString();
        var http = new HttpClient { BaseAddress = _http.BaseAddress };
        http.DefaultRequestHeaders.Authorization = new("Bearer", jeton);
        return new(http);
    }

    /// <summary>Asks it to stop, as a service manager does.</summary>
    public void DemanderLArret() => Process.Start("kill", $"-TERM {_processus.Id}").WaitForExit();

    /// <summary>Waits for its end; its exit code.</summary>
    public async Task<int> FinAsync()
    {
        using var limite = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await _processus.WaitForExitAsync(limite.Token);
        return _processus.ExitCode;
    }

    public void Dispose()
    {
        _http.Dispose();
        _processus.Kill(entireProcessTree: true);
        _processus.WaitForExit();
        _processus.Dispose();
    }

    private static Process Lancer(string dossier, string environnement, string arguments, (string Nom, string Valeur)[] variables, Action<string> ligne)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var dll = Depot.Chemin(Path.Combine("src", "Ror.Api", "bin", configuration, "net10.0", "Ror.Api.dll"));
        var demarrage = new ProcessStartInfo("dotnet", $"\"{dll}\" {arguments}") { WorkingDirectory = dossier, RedirectStandardError = true, RedirectStandardOutput = true };
        demarrage.Environment["ASPNETCORE_ENVIRONMENT"] = environnement;
        foreach (var (nom, valeur) in variables)
        {
            demarrage.Environment[nom] = valeur;
        }

        var processus = Process.Start(demarrage)!;
        processus.OutputDataReceived += (_, lu) => ligne(lu.Data ?? "");
        processus.BeginOutputReadLine();
        return processus;
    }

    /// <summary>A port that nobody listens on.</summary>
    public static int PortLibre()
    {
        using var ecoute = new TcpListener(IPAddress.Loopback, 0);
        ecoute.Start();
        return ((IPEndPoint)ecoute.LocalEndpoint).Port;
    }

    private async Task<bool> EstPretAsync()
    {
        try
        {
            return (await Client.GetAsync("/health/ready")).Statut == 200;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
