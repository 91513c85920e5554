using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using Ror.Api.Http;
using Ror.Application.Commun;
using Ror.Infrastructure.Persistence;

namespace Ror.Api.Acces;

/// <summary>Section <c>Authentification</c> of the configuration.</summary>
public sealed class OptionsAuthentification
{
    /// <summary>Issuer; required outside Development.</summary>
    public string? Authority { get; set; }

    public string? Audience { get; set; }

    public bool EmetteurDemo { get; set; }

    public Revendications Revendications { get; set; } = new();
}

/// <summary>OAuth2 bearer tokens of the configured issuer; in Development without one, of the embedded demo issuer.</summary>
internal static class Authentification
{
    public const string RoleRequis = "role-requis";

    public static bool EstDemo(IConfiguration configuration, IHostEnvironment environnement) =>
        environnement.IsDevelopment() && string.IsNullOrWhiteSpace(configuration["Authentification:Authority"]);

    /// <returns>What forbids to start, one sentence each.</returns>
    public static IReadOnlyList<string> Fautes(IConfiguration configuration, IHostEnvironment environnement)
    {
        var fautes = new List<string>();
        var options = configuration.Lire<OptionsAuthentification>("Authentification", fautes);
        if (options is null || environnement.IsDevelopment())
        {
            return fautes;
        }

        if (options.EmetteurDemo)
        {
            fautes.Add("L'émetteur de démonstration n'existe qu'en Development : retirez Authentification:EmetteurDemo.");
        }

        if (string.IsNullOrWhiteSpace(options.Authority) || string.IsNullOrWhiteSpace(options.Audience))
        {
            fautes.Add("Configurez Authentification:Authority et Authentification:Audience (émetteur OpenID Connect), ou lancez le service en Development.");
        }
        else if (!Uri.TryCreate(options.Authority, UriKind.Absolute, out var adresse) || adresse.Scheme != Uri.UriSchemeHttps)
        {
            fautes.Add("Authentification:Authority doit être une adresse https.");
        }

        return fautes;
    }

    public static void AjouterAuthentification(this WebApplicationBuilder builder)
    {
        var (configuration, environnement) = (builder.Configuration, builder.Environment);
        var demo = EstDemo(configuration, environnement);
        builder.Services.Configure<Revendications>(configuration.GetSection("Authentification:Revendications"));
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddSingleton<JetonsValides>();
        builder.Services.AddScoped<IAppelant, AppelantHttp>();
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        builder.Services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme).Configure<IServiceProvider>((options, services) =>
        {
            var emetteur = demo ? services.GetRequiredService<EmetteurDemo>() : null;
            options.MapInboundClaims = false;
            var valides = services.GetRequiredService<JetonsValides>();
            options.Events = new JwtBearerEvents { OnMessageReceived = contexte => Reconnaitre(contexte, valides, emetteur), OnTokenValidated = contexte => Accepter(contexte, valides) };
            options.TokenValidationParameters = Parametres(emetteur);
            if (emetteur is null)
            {
                options.Authority = configuration["Authentification:Authority"];
                options.Audience = configuration["Authentification:Audience"];
            }
        });
        builder.Services.AddAuthorizationBuilder().AddPolicy(RoleRequis, politique => politique.RequireAuthenticatedUser().RequireAssertion(contexte =>
            contexte.Resource is HttpContext http && AppelantHttp.Roles(contexte.User, http.RequestServices.GetRequiredService<IOptions<Revendications>>().Value).Count > 0));
        builder.Services.AddSingleton<IAuthorizationMiddlewareResultHandler, RefusEnProbleme>();
        SansCleDeProtection(builder.Services);
        if (demo)
        {
            builder.Services.AddSingleton<EmetteurDemo>();
        }
    }

    // Authentication brings data protection, which writes a key file at start; bearer tokens need none.
    private static void SansCleDeProtection(IServiceCollection services)
    {
        foreach (var service in services.Where(s => s.ImplementationType?.Name == "DataProtectionHostedService").ToList())
        {
            services.Remove(service);
        }
    }

    private static Task Reconnaitre(MessageReceivedContext contexte, JetonsValides valides, EmetteurDemo? demo)
    {
        if (valides.Trouver(contexte.Request) is { } connu)
        {
            contexte.Principal = connu;
            contexte.Success();
        }
        else if (contexte.Request.Headers.Authorization.Count > 0)
        {
            // Before the validation, which would take a database that does not answer for a bad token.
            _ = demo?.Cle;
        }

        return Task.CompletedTask;
    }

    // Every write is audited: a token that names nobody is no token.
    private static Task Accepter(TokenValidatedContext contexte, JetonsValides valides)
    {
        if (AppelantHttp.SujetDe(contexte.Principal!) is null)
        {
            contexte.Fail("sub");
        }
        else
        {
            valides.Garder(contexte);
        }

        return Task.CompletedTask;
    }

    private static TokenValidationParameters Parametres(EmetteurDemo? demo) => demo is null
        ? new() { ClockSkew = TimeSpan.FromSeconds(30), RequireExpirationTime = true }
        : new()
        {
            ClockSkew = TimeSpan.FromSeconds(5),
            RequireExpirationTime = true,
            ValidIssuer = EmetteurDemo.Emetteur,
            ValidAudience = EmetteurDemo.Audience,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            IssuerSigningKeyResolver = (_, _, _, _) => [demo.Cle],
        };
}

/// <summary>401 and 403 as problems, with the challenge that OAuth2 clients expect.</summary>
internal sealed class RefusEnProbleme : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _defaut = new();

    public async Task HandleAsync(
        RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        await _defaut.HandleAsync(next, context, policy, authorizeResult);
        if (!authorizeResult.Succeeded && !context.Response.HasStarted)
        {
            var erreur = authorizeResult.Challenged ? HttpErreurs.NonAuthentifie : HttpErreurs.SansRole;
            await new Probleme(erreur.Avec()).ExecuteAsync(context);
        }
    }
}
