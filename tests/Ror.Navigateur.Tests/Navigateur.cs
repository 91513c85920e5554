using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Ror.TestKit;

namespace Ror.Navigateur.Tests;

/// <summary>What the page showed for an operation.</summary>
public sealed record Affichage(int Statut, string Texte)
{
    public JsonElement Corps => JsonElement.Parse(Texte);
}

/// <summary>
/// A browser on the Swagger UI of a service. playwright-core from npm drives it (tools/navigateur): 14 MB beside the 786 MB of Microsoft.Playwright, which
/// carries the drivers of every platform; the contract's lint needs node anyway.
/// </summary>
public sealed class Navigateur : IAsyncDisposable
{
    private static readonly string[] Usuels =
    [
        "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "/snap/bin/chromium", "/opt/google/chrome/chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ];

    private static readonly TimeSpan Limite = TimeSpan.FromSeconds(90);
    private static readonly string? Chemin = Environment.GetEnvironmentVariable("ROR_TEST_NAVIGATEUR") is { Length: > 0 } donne ? donne : Usuels.Select(Trouver).FirstOrDefault(c => c is not null);

    private readonly Process _pilote;

    private Navigateur(string adresse)
    {
        _pilote = new Process
        {
            StartInfo = new("node", [Depot.Chemin("tools/navigateur/pilote.mjs"), Chemin!, adresse])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                StandardInputEncoding = new UTF8Encoding(false),
                StandardOutputEncoding = Encoding.UTF8,
            },
        };
        _pilote.Start();
    }

    /// <summary>Why there is no browser to drive here; null when there is one.</summary>
    public static string? Absence =>
        Chemin is null ? "Navigateur absent : installez chromium, ou donnez son chemin dans ROR_TEST_NAVIGATEUR."
        : Trouver("node") is null ? "node absent : installez-le pour piloter le navigateur."
        : !Directory.Exists(Depot.Chemin("tools/navigateur/node_modules/playwright-core")) ? "playwright-core absent : npm ci --prefix tools/navigateur."
        : null;

    /// <summary>Console errors, failed requests and requests to other hosts since the last reading.</summary>
    public List<string> Incidents { get; } = [];

    public static async Task<Navigateur> OuvrirAsync(string adresse)
    {
        var navigateur = new Navigateur(adresse);
        await navigateur.DemanderAsync(new { acte = "ouvrir" });
        return navigateur;
    }

    public Task DevenirAsync(string persona) => DemanderAsync(new { acte = "devenir", persona });

    /// <summary>Try it out, Execute: with what the page proposes, but for what is given.</summary>
    public async Task<Affichage> ExecuterAsync(string operation, object? parametres = null, string? corps = null)
    {
        var reponse = await DemanderAsync(new { acte = "executer", operation, parametres, corps });
        return new(reponse.GetProperty("statut").GetInt32(), reponse.GetProperty("affiche").GetString()!);
    }

    /// <summary>Does that, and keeps a picture of the page if it fails.</summary>
    public async Task SuivreAsync(string nom, Func<Task> visite)
    {
        try
        {
            await visite();
        }
        catch
        {
            var fichier = Depot.Chemin($"tests/TestResults/{nom}.png");
            Directory.CreateDirectory(Path.GetDirectoryName(fichier)!);
            await DemanderAsync(new { acte = "capturer", fichier });
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _pilote.StandardInput.Close();
        using var limite = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        try
        {
            await _pilote.WaitForExitAsync(limite.Token);
        }
        catch (OperationCanceledException)
        {
            _pilote.Kill(entireProcessTree: true);
        }

        _pilote.Dispose();
    }

    private async Task<JsonElement> DemanderAsync(object ordre)
    {
        using var limite = new CancellationTokenSource(Limite);
        await _pilote.StandardInput.WriteLineAsync(JsonSerializer.Serialize(ordre));
        await _pilote.StandardInput.FlushAsync(limite.Token);
        var ligne = await _pilote.StandardOutput.ReadLineAsync(limite.Token) ?? throw new InvalidOperationException("Le pilote du navigateur s'est arrêté.");
        var reponse = JsonElement.Parse(ligne);
        Incidents.AddRange(reponse.GetProperty("incidents").EnumerateArray().Select(i => i.GetString()!));
        return reponse.TryGetProperty("erreur", out var erreur) ? throw new InvalidOperationException($"{erreur.GetString()}\n{string.Join('\n', Incidents)}") : reponse;
    }

    private static string? Trouver(string nom) => Path.IsPathRooted(nom) ? (File.Exists(nom) ? nom : null)
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(d => Path.Combine(d, nom)).FirstOrDefault(File.Exists);
}
