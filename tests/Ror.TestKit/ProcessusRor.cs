using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace Ror.TestKit;

/// <summary>The service as its operators run it: <c>dotnet Ror.Api.dll</c> in a folder, a process of its own.</summary>
public sealed class ProcessusRor : IDisposable
{
    private static int _dernier = Random.Shared.Next(12_000);
    private static readonly TimeSpan Limite = TimeSpan.FromSeconds(120);

    private readonly ConcurrentQueue<string> _sortie = new();
    private readonly ConcurrentQueue<string> _erreur = new();
    private readonly Process _processus;
    private readonly HttpClient _http;
    private readonly Mort? _mort;

    private ProcessusRor(string dossier, string environnement, IEnumerable<string> arguments, int port, (string Nom, string Valeur)[] variables, Mort? mort = null)
    {
        _mort = mort;
        Port = port;
        _http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        _processus = new Process { StartInfo = Commande(dossier, environnement, arguments, variables) };
        _processus.OutputDataReceived += (_, ligne) => Garder(_sortie, ligne.Data);
        _processus.ErrorDataReceived += (_, ligne) => Garder(_erreur, ligne.Data);
        _processus.Start();
        _processus.BeginOutputReadLine();
        _processus.BeginErrorReadLine();
    }

    public int Port { get; }

    /// <summary>A client without a token.</summary>
    public ClientRor Client => new(_http);

    /// <summary>What it wrote on its standard output so far, line by line.</summary>
    public IReadOnlyList<string> Sortie => [.. _sortie];

    /// <summary>All that it wrote, on both outputs.</summary>
    public string Journal => string.Join('\n', _sortie.Concat(_erreur));

    public bool EstArrete => _processus.HasExited;

    /// <summary>How many lines of its output hold that text.</summary>
    public int Compter(string texte) => _sortie.Count(ligne => ligne.Contains(texte, StringComparison.Ordinal));

    /// <summary>Starts in that folder, and waits for nothing.</summary>
    public static ProcessusRor Lancer(string dossier, string environnement, params (string Nom, string Valeur)[] variables) => Lancer(dossier, environnement, null, variables);

    /// <summary>The same, killed at a moment of its choice.</summary>
    public static ProcessusRor Lancer(string dossier, string environnement, Mort? mort, params (string Nom, string Valeur)[] variables)
    {
        var port = PortLibre();
        return new(dossier, environnement, ["--urls", $"http://127.0.0.1:{port}"], port, variables, mort);
    }

    /// <summary>Starts in that folder, and waits until it is ready.</summary>
    public static async Task<ProcessusRor> DemarrerAsync(string dossier, string environnement, params (string Nom, string Valeur)[] variables)
    {
        var service = Lancer(dossier, environnement, variables);
        await service.AttendrePretAsync();
        return service;
    }

    /// <summary>Runs it until it stops by itself; its exit code and what it wrote on each output.</summary>
    public static async Task<(int Code, string Sortie, string Erreur)> ExecuterAsync(
        string dossier, string environnement, string[] arguments, params (string Nom, string Valeur)[] variables)
    {
        using var processus = new ProcessusRor(dossier, environnement, arguments, 1, variables);
        return (await processus.FinAsync(), string.Join('\n', processus._sortie), string.Join('\n', processus._erreur).Trim());
    }

    /// <summary>The same, with the most memory that it held, in bytes.</summary>
    public static async Task<(int Code, string Sortie, long Memoire)> MesurerAsync(string dossier, string environnement, string[] arguments, params (string Nom, string Valeur)[] variables)
    {
        using var processus = new ProcessusRor(dossier, environnement, arguments, 1, variables);
        var memoire = 0L;
        while (!processus._processus.WaitForExit(20))
        {
            processus._processus.Refresh();
            memoire = Math.Max(memoire, processus._processus.HasExited ? 0 : processus._processus.WorkingSet64);
        }

        return (await processus.FinAsync(), string.Join('\n', processus._sortie), memoire);
    }

    /// <summary>Starts a service that must stop by itself; its exit code and what it wrote on the error output.</summary>
    public static async Task<(int Code, string Erreur)> DoitSArreterAsync(string dossier, string environnement, params (string Nom, string Valeur)[] variables)
    {
        var (code, _, erreur) = await ExecuterAsync(dossier, environnement, ["--urls", "http://127.0.0.1:0"], variables);
        return (code, erreur);
    }

    public async Task AttendrePretAsync()
    {
        using var limite = new CancellationTokenSource(Limite);
        while (await SanteAsync() is not { Statut: 200 })
        {
            if (_processus.HasExited)
            {
                throw new InvalidOperationException($"Le service s'est arrêté ({_processus.ExitCode}) : {Journal}");
            }

            await Task.Delay(50, limite.Token);
        }
    }

    /// <summary><c>/health/ready</c>; null while nothing listens.</summary>
    public async Task<Reponse?> SanteAsync()
    {
        try
        {
            return await Client.GetAsync("/health/ready");
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>A client that speaks as a persona of the demo.</summary>
    public async Task<ClientRor> EnAsync(string persona)
    {
        var reponse = (await Client.PostAsync("/dev/jetons", new { persona })).Doit(200);
        return Avec(reponse.Corps.GetProperty("access_token").GetString()!);
    }

    /// <summary>A client with connections of its own.</summary>
    public ClientRor Avec(string jeton)
    {
        var http = new HttpClient { BaseAddress = _http.BaseAddress };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", jeton);
        return new(http);
    }

    /// <summary>Asks it to stop, as a service manager does.</summary>
    public void DemanderLArret() => Process.Start("kill", $"-TERM {_processus.Id}").WaitForExit();

    /// <summary>Waits for its end; its exit code.</summary>
    public async Task<int> FinAsync()
    {
        using var limite = new CancellationTokenSource(Limite);
        await _processus.WaitForExitAsync(limite.Token);
        return _processus.ExitCode;
    }

    /// <summary>kill -9: nothing of the process runs any more.</summary>
    public void Tuer()
    {
        _processus.Kill();
        _processus.WaitForExit();
    }

    public void Dispose()
    {
        _http.Dispose();
        Tuer();
        _processus.Dispose();
    }

    private static ProcessStartInfo Commande(string dossier, string environnement, IEnumerable<string> arguments, (string Nom, string Valeur)[] variables)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var dll = Depot.Chemin(Path.Combine("src", "Ror.Api", "bin", configuration, "net10.0", "Ror.Api.dll"));
        var commande = new ProcessStartInfo("dotnet", [dll, .. arguments]) { WorkingDirectory = dossier, RedirectStandardError = true, RedirectStandardOutput = true };
        commande.Environment["ASPNETCORE_ENVIRONMENT"] = environnement;
        foreach (var (nom, valeur) in variables)
        {
            commande.Environment[nom] = valeur;
        }

        return commande;
    }

    /// <summary>A port that nobody listens on, below those that the system gives to outgoing connections: no client takes it meanwhile.</summary>
    public static int PortLibre()
    {
        while (true)
        {
            // Each once, from a start of each process's own: what is free now is asked for by nobody else before it is listened on.
            var port = 20_000 + (Interlocked.Increment(ref _dernier) % 12_000);
            try
            {
                using var ecoute = new TcpListener(IPAddress.Loopback, port);
                ecoute.Start();
                return port;
            }
            catch (SocketException)
            {
                // Taken: another one.
            }
        }
    }

    private void Garder(ConcurrentQueue<string> lignes, string? ligne)
    {
        if (ligne is null)
        {
            return;
        }

        lignes.Enqueue(ligne);
        if (_mort is not null && Compter(_mort.Texte) >= _mort.Fois)
        {
            _processus.Kill();
        }
    }
}

/// <summary>kill -9 on reading a text for the n-th time in what the process writes.</summary>
public sealed record Mort(string Texte, int Fois);
