using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Ror.Application.Commun;
using Ror.Infrastructure.Demarrage;
using Ror.Infrastructure.Persistence;
using Ror.Infrastructure.Persistence.Sqlite;

namespace Ror.Infrastructure;

public static class DependencyInjection
{
    /// <summary>Data in the current folder, unless <c>ConnectionStrings:Ror</c> says otherwise.</summary>
    private const string ConnexionParDefaut = "Data Source=data/ror.db";

    public static IServiceCollection AjouterInfrastructure(this IServiceCollection services, IConfiguration configuration)
    {
        MoteurSqlite.Inscrire(services, configuration.GetConnectionString("Ror") ?? ConnexionParDefaut);
        services.AddScoped<ISaisieDb>(p => p.GetRequiredService<RorDbContext>()).AddScoped<IDiffusionDb>(p => p.GetRequiredService<RorDbContext>());
        services.AddScoped<IUniteDeTravail, UniteDeTravail>().AddScoped<INumerotation, Numerotation>().AddScoped<IClesIdempotence, ClesIdempotence>();
        services.AddSingleton<ISecrets, Secrets>();
        services.AddSingleton<Referentiels>().AddSingleton<IReferentiels>(p => p.GetRequiredService<Referentiels>());
        services.AddSingleton(TimeProvider.System);
        services.AddScoped<Chargement>();
        services.AddSingleton<ServiceDemarrage>().AddSingleton<IDemarrage>(p => p.GetRequiredService<ServiceDemarrage>());
        services.AddHostedService(p => p.GetRequiredService<ServiceDemarrage>());
        services.AddHealthChecks().AddCheck<SantePret>("pret");
        return services;
    }
}
