using System.Security.Claims;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Ror.Api.Acces;
using Ror.TestKit.Moteurs;

namespace Ror.Benchmarks;

/// <summary>The service inside the process that measures it, with the demo; what has no route is asked of it too.</summary>
internal sealed class ServiceMesure(MoteurDeTest moteur, string connexion, Action<IServiceCollection> services) : WebApplicationFactory<OptionsAuthentification>
{
    public static async Task<ServiceMesure> DemarrerAsync(MoteurDeTest moteur, string connexion, Action<IServiceCollection>? services = null)
    {
        var service = new ServiceMesure(moteur, connexion, services ?? (_ => { }));
        var http = service.CreateClient();
        while (!(await http.GetAsync("/health/ready")).IsSuccessStatusCode)
        {
            await Task.Delay(50);
        }

        return service;
    }

    /// <summary>A request of a référent of Occitanie, without HTTP around it.</summary>
    public static AsyncServiceScope EnReferent(IServiceProvider fournisseur)
    {
        var portee = fournisseur.CreateAsyncScope();
        var identite = new ClaimsIdentity([new("sub", "mesure"), new("ror_roles", "referent-ror"), new("ror_regions", "76")], "mesure");
        portee.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext = new DefaultHttpContext { User = new(identite), RequestServices = portee.ServiceProvider };
        return portee;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseEnvironment("Development")
        .UseSetting("Persistance:Moteur", moteur.Nom)
        .UseSetting("ConnectionStrings:Ror", connexion)
        .ConfigureTestServices(services)
        .ConfigureLogging(journaux => journaux.ClearProviders());
}
