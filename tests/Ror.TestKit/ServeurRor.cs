using System.Collections.Concurrent;
using System.Data.Common;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Ror.TestKit.Moteurs;

namespace Ror.TestKit;

/// <summary>
/// The whole service on a real port, with a real migrated database of its own and the demo data. One per test class; stopping it and
/// starting another on the same database is a restart.
/// </summary>
public sealed class ServeurRor : IAsyncDisposable
{
    // Migrating and loading is done once for real; the other servers start on a copy of that database.
    private static readonly Lazy<string> Modele = new(PreparerModele);

    private readonly ConcurrentDictionary<string, string> _jetons = new();
    private readonly bool _baseDonnee;
    private readonly Fabrique _fabrique;

    /// <summary>On a database of its own; does nothing where the engine is not there.</summary>
    public ServeurRor()
        : this(null)
    {
    }

    private ServeurRor(string? connexion, Action<IServiceCollection>? services = null, (string Cle, string Valeur)[]? reglages = null)
    {
        if (MoteurDeTest.Courant.Absence is not null)
        {
            // The test is about to be skipped.
            (_baseDonnee, Connexion, _fabrique) = (true, "", new Fabrique("", services, []));
            return;
        }

        _baseDonnee = connexion is not null;
        Connexion = connexion ?? NouvelleBase();
        _fabrique = new Fabrique(Connexion, services, reglages ?? SansLimite);
        _fabrique.UseKestrel(0);
        _fabrique.StartServer();
        AttendreAsync().GetAwaiter().GetResult();
    }

    /// <summary>Connection string of its database.</summary>
    public string Connexion { get; }

    /// <summary>Where it listens.</summary>
    public Uri Adresse => _fabrique.ClientOptions.BaseAddress;

    /// <summary>Inside of the service, for what has no route.</summary>
    public IServiceProvider Services => _fabrique.Services;

    /// <summary>Connection string of a database of its own, migrated, with the demo.</summary>
    public static string NouvelleBase() => MoteurDeTest.Courant.Copier(Modele.Value);

    /// <summary>The service again, on the data of an earlier server.</summary>
    public static ServeurRor Redemarrer(string connexion, Action<IServiceCollection>? services = null) => new(connexion, services);

    /// <summary>On a database of its own, with services added to those of the product.</summary>
    public static ServeurRor Avec(Action<IServiceCollection> services) => new(null, services);

    // A fast machine sends more than one client may.
    private static readonly (string Cle, string Valeur)[] SansLimite = [("Limites:Debit", "0")];

    /// <summary>On a database of its own, configured so and as it is shipped for the rest.</summary>
    public static ServeurRor Regle(params (string Cle, string Valeur)[] reglages) => new(null, null, reglages);

    /// <summary>An open connection to its database, to read what no route tells.</summary>
    public DbConnection Lire() => MoteurDeTest.Courant.Ouvrir(Connexion);

    /// <summary>A client without a token.</summary>
    public ClientRor Anonyme => new(Http());

    /// <summary>A client that speaks as a persona of the demo.</summary>
    public async Task<ClientRor> EnAsync(string persona)
    {
        if (MoteurDeTest.Courant.Absence is not null)
        {
            return new(new HttpClient());
        }

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
        if (!_baseDonnee)
        {
            MoteurDeTest.Courant.Supprimer(Connexion);
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

    private static string PreparerModele()
    {
        var connexion = MoteurDeTest.Courant.Nouvelle();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => MoteurDeTest.Courant.Supprimer(connexion);
        Redemarrer(connexion).DisposeAsync().AsTask().GetAwaiter().GetResult();
        return connexion;
    }

    private HttpClient Http() => _fabrique.CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = _fabrique.ClientOptions.BaseAddress, AllowAutoRedirect = false, HandleCookies = false });

    private sealed class Fabrique(string connexion, Action<IServiceCollection>? services, (string Cle, string Valeur)[] reglages) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder) => reglages
            .Aggregate(builder, (avant, reglage) => avant.UseSetting(reglage.Cle, reglage.Valeur))
            .UseEnvironment("Development")
            .UseSetting("Persistance:Moteur", MoteurDeTest.Courant.Nom)
            .UseSetting("ConnectionStrings:Ror", connexion)
            .ConfigureTestServices(MoteurDeTest.Courant.Preparer)
            .ConfigureTestServices(ajoutes => services?.Invoke(ajoutes))
            .ConfigureLogging(journaux => journaux.SetMinimumLevel(LogLevel.Error));
    }
}
