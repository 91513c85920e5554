using Ror.Application.Anomalies;
using Ror.Application.Diffusion;

namespace Ror.Api.Http;

internal static class DependencyInjection
{
    public static IServiceCollection AjouterHttp(this IServiceCollection services)
    {
        // A parameter that does not bind is told by our own filter, after the object has been found.
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = false);
        services.AddResponseCompression();
        services.AddSingleton<MemoireRendus>().AddSingleton<ISuiviPublication>(p => p.GetRequiredService<MemoireRendus>()).AddScoped<LecturePubliee>();
        return services.AddSingleton<JsonFil>().AddSingleton<IJsonDuFil>(p => p.GetRequiredService<JsonFil>()).AddSingleton<Pagination>().AddScoped<EcritureHttp>().AddScoped<EcritureCapacitesHttp>();
    }
}
