using System.Collections.Concurrent;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Logging;

namespace Ror.TestKit;

/// <summary>
/// The whole service on a real port, with a real migrated database of its own and the demo data. One per test class; stopping it and
/// starting another on the same file is a restart.
/// </summary>
public sealed class ServeurRor : IAsyncDisposable
{
    // Migrating and loading is done once for real; the other servers start on a copy of that file.
    private static readonly Lazy<byte[]> Modele = new(PreparerModele);

    private readonly ConcurrentDictionary<string, string> _jetons = new();
    private readonly string _dossier;
    private readonly bool _dossierDonne;
    private readonly Fabrique _fabrique;

    public ServeurRor()
        : this(null)
    {
    }

    private ServeurRor(string? dossier)
    {
        _dossierDonne = dossier is not null;
        _dossier = dossier ?? Directory.CreateTempSubdirectory("ror-test-").FullName;
        if (!_dossierDonne)
        {
            File.WriteAllBytes(BaseDeDonnees, Modele.Value);
        }

        _fabrique = new Fabrique($"Data Source={BaseDeDonnees}");
        _fabrique.UseKestrel(0);
        _fabrique.StartServer();
        AttendreAsync().GetAwaiter().GetResult();
    }

    public string Dossier => _dossier;

    /// <summary>The service again, on the data of an earlier server.</summary>
    public static ServeurRor Redemarrer(string dossier) => new(dossier);

    public string BaseDeDonnees => Path.Combine(_dossier, "ror.db");

    /// <summary>A client without a token.</summary>
    public ClientRor Anonyme => new(Http());

    /// <summary>A client that speaks as a persona of the demo.</summary>
    public async Task<ClientRor> EnAsync(string persona)
    {
        if (!_jetons.TryGetValue(persona, out var jeton))
        {
            var reponse = (await Anonyme.PostAsync("/dev/jetons", new { persona })).Doit(200);
            jeton = _jetons[persona] = reponse.Corps.GetProperty("access_token").GetString()!;
        }

        return Avec(jeton);
    }

    /// <summary>A client with that token, whatever it is.</summary>
    public ClientRor Avec(string jeton)
    {
        var http = Http();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", jeton);
        return new(http);
    }

    public async ValueTask DisposeAsync()
    {
        await _fabrique.DisposeAsync();
        if (!_dossierDonne && Directory.Exists(_dossier))
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(_dossier, recursive: true);
        }
    }

    /// <summary>Stops the service and keeps its data.</summary>
    public ValueTask ArreterAsync() => _fabrique.DisposeAsync();

    private async Task AttendreAsync()
    {
        using var limite = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while ((await Anonyme.GetAsync("/health/ready")).Statut != 200)
        {
            await Task.Delay(10, limite.Token);
        }
    }

    private static byte[] PreparerModele()
    {
        var dossier = Directory.CreateTempSubdirectory("ror-modele-").FullName;
        try
        {
            Redemarrer(dossier).DisposeAsync().AsTask().GetAwaiter().GetResult();
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            return File.ReadAllBytes(Path.Combine(dossier, "ror.db"));
        }
        finally
        {
            Directory.Delete(dossier, recursive: true);
        }
    }

    private HttpClient Http() => _fabrique.CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = _fabrique.ClientOptions.BaseAddress, AllowAutoRedirect = false, HandleCookies = false });

    private sealed class Fabrique(string connexion) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
            .UseEnvironment("Development")
            .UseSetting("ConnectionStrings:Ror", connexion)
            .ConfigureLogging(journaux => journaux.SetMinimumLevel(LogLevel.Error));
    }
}
