using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query.Internal;
using Microsoft.Extensions.DependencyInjection;

#pragma warning disable EF1001 // See CompilateurEspionne.

namespace Ror.TestKit.SqlServer;

public static class Installation
{
    /// <summary>Plays on SQL Server all that the service does through that context.</summary>
    public static IServiceCollection AjouterEspionSqlServer<TContexte>(this IServiceCollection services)
        where TContexte : DbContext =>
        services.AddSingleton<EspionSqlServer>().AddSingleton<TemoinSqlite>().AddSingleton<SauvegardesEspionnees>().ConfigureDbContext<TContexte>((fournisseur, options) => options
            .ReplaceService<IQueryCompiler, CompilateurEspionne>()
            .AddInterceptors(fournisseur.GetRequiredService<SauvegardesEspionnees>(), fournisseur.GetRequiredService<TemoinSqlite>()));
}
