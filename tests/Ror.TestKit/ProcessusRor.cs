using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Ror.TestKit;

/// <summary>The service as its operators run it: <c>dotnet Ror.Api.dll</c> in a folder, a process of its own.</summary>
public sealed class ProcessusRor : IDisposable
{
    private readonly Process _processus;
    private readonly HttpClient _http;

    private ProcessusRor(Process processus, int port) => (_processus, _http) = (processus, new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") });

    public ClientRor Client => new(_http);

    /// <summary>Starts in that folder, and waits until it is ready.</summary>
    public static async Task<ProcessusRor> DemarrerAsync(string dossier, string environnement, params (string Nom, string Valeur)[] variables)
    {
        var port = PortLibre();
        var service = new ProcessusRor(Lancer(dossier, environnement, $"--urls http://127.0.0.1:{port}", variables), port);
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
        using var processus = Lancer(dossier, environnement, "--urls http://127.0.0.1:0", variables);
        using var limite = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var erreur = await processus.StandardError.ReadToEndAsync(limite.Token);
        await processus.WaitForExitAsync(limite.Token);
        return (processus.ExitCode, erreur.Trim());
    }

    public void Dispose()
    {
        _http.Dispose();
        _processus.Kill(entireProcessTree: true);
        _processus.WaitForExit();
        _processus.Dispose();
    }

    private static Process Lancer(string dossier, string environnement, string arguments, params (string Nom, string Valeur)[] variables)
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
        processus.OutputDataReceived += (_, _) => { };
        processus.BeginOutputReadLine();
        return processus;
    }

    private static int PortLibre()
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
