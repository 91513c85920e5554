using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Ror.Api.Acces;
using Ror.Api.Exploitation;
using Ror.Application.Commun;

namespace Ror.Api.Http;

/// <summary>
/// One token bucket per client and node over the whole of <c>/api/v1</c>: whatever answers there counts, also 401, 404 and 405. A bucket that has been
/// full for ten seconds is forgotten.
/// </summary>
internal static class LimiteDebit
{
    // draft-ietf-httpapi-ratelimit-headers, structured fields.
    public const string Etat = "RateLimit";
    public const string Regle = "RateLimit-Policy";

    // The framework fills the buckets ten times a second: told to the instant, Retry-After would come a moment too early.
    private const double Battement = 0.25;

    public static void AjouterLimiteDebit(this IServiceCollection services, OptionsLimites limites)
    {
        if (limites.Debit > 0)
        {
            services.AddSingleton(_ => PartitionedRateLimiter.Create<HttpContext, string>(http => RateLimitPartition.GetTokenBucketLimiter(Client(http), _ => Seau(limites))));
            services.AddRateLimiter(_ => { });
            services.AddOptions<RateLimiterOptions>().Configure<PartitionedRateLimiter<HttpContext>>((options, limiteur) =>
            {
                options.GlobalLimiter = limiteur;
                options.OnRejected = (refus, _) => RefuserAsync(refus.HttpContext, limites);
            });
        }
    }

    /// <summary>After authentication, which says who the client is, and before anything that costs more.</summary>
    public static void LimiterLeDebit(this WebApplication app, OptionsLimites limites)
    {
        if (limites.Debit > 0)
        {
            var limiteur = app.Services.GetRequiredService<PartitionedRateLimiter<HttpContext>>();
            app.UseWhen(http => http.Request.Path.StartsWithSegments(Liens.Racine), api => api.Use((http, suite) =>
            {
                http.Response.OnStarting(() => AnnoncerAsync(http, limites, limiteur));
                return suite(http);
            }).UseRateLimiter());
        }
    }

    private static TokenBucketRateLimiterOptions Seau(OptionsLimites limites) => new()
    {
        TokenLimit = limites.RafaleEffective,
        TokensPerPeriod = limites.Debit,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
    };

    private static string Client(HttpContext http) =>
        AppelantHttp.SujetDe(http.User) is { } sujet ? $"sub {sujet}" : $"ip {Reseau(http.Connection.RemoteIpAddress)}";

    // Whoever has one IPv6 address has the other 2^64 of its network.
    private static string? Reseau(IPAddress? adresse) =>
        adresse is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } ? Convert.ToHexString(adresse.GetAddressBytes().AsSpan(0, 8))
            : adresse?.MapToIPv4().ToString();

    private static async ValueTask RefuserAsync(HttpContext http, OptionsLimites limites)
    {
        var attente = Secondes((1d / limites.Debit) + Battement);
        http.Response.Headers.RetryAfter = attente.ToString(CultureInfo.InvariantCulture);
        Ecrire(http.Response, limites, 0, attente);
        await new Probleme(HttpErreurs.DebitDepasse.Avec(limites.Debit, attente)).ExecuteAsync(http);
    }

    // At the last moment, because a failure empties the headers.
    private static Task AnnoncerAsync(HttpContext http, OptionsLimites limites, PartitionedRateLimiter<HttpContext> limiteur)
    {
        if (!http.Response.Headers.ContainsKey(Etat))
        {
            var reste = limiteur.GetStatistics(http)?.CurrentAvailablePermits ?? 0;
            Ecrire(http.Response, limites, reste, Secondes((limites.RafaleEffective - reste) / (double)limites.Debit));
        }

        return Task.CompletedTask;
    }

    /// <param name="attente">Seconds until the client may send again, when nothing is left; else until its bucket is full.</param>
    private static void Ecrire(HttpResponse reponse, OptionsLimites limites, long reste, int attente)
    {
        var (rafale, fenetre) = (limites.RafaleEffective, Secondes(limites.RafaleEffective / (double)limites.Debit));
        reponse.Headers[Regle] = string.Create(CultureInfo.InvariantCulture, $"\"debit\";q={rafale};w={fenetre}");
        reponse.Headers[Etat] = string.Create(CultureInfo.InvariantCulture, $"\"debit\";r={reste};t={attente}");
    }

    private static int Secondes(double duree) => (int)Math.Ceiling(duree);
}
