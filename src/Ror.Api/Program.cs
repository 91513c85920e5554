using Ror.Api.Acces;
using Ror.Api.Endpoints;
using Ror.Api.Exploitation;
using Ror.Api.Http;
using Ror.Api.OpenApi;
using Ror.Application;
using Ror.Application.Commun;
using Ror.Infrastructure;
using Ror.Infrastructure.Demarrage;

try
{
    // Configuration comes from beside the dll, data goes to the current folder.
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
    var commande = Commandes.Lire(args);
    var (persistance, exploitation, limites, annuaire, imports, capacites) = builder.Verifier(sertDesRequetes: commande is null);
    builder.AjouterAuthentification();
    builder.Services.AddSingleton(capacites).AjouterApplication().AjouterInfrastructure(persistance, annuaire, imports);
    builder.Services.AjouterHttp();
    builder.Services.AjouterLimiteDebit(limites);
    builder.Services.AjouterOpenApi();
    builder.AjouterExploitation(exploitation);

    var app = builder.Build();
    if (commande is not null)
    {
        await commande(app.Services);
        return 0;
    }

    app.UseMiddleware<JournalRequetes>();
    app.UtiliserProblemes();
    app.AttendreLeDemarrage();
    app.UseRouting();
    app.UseAuthentication();
    app.LimiterLeDebit(limites);
    app.UseAuthorization();

    app.MapSante();
    var api = app.MapGroup(Liens.Racine).RequireAuthorization();
    foreach (var endpoints in LesEndpoints.Tous)
    {
        endpoints(api);
    }

    if (Authentification.EstDemo(app.Configuration, app.Environment))
    {
        DevEndpoints.Map(app);
    }

    app.UtiliserOpenApi();
    await app.RunAsync();
    return Environment.ExitCode;
}
catch (DemarrageImpossibleException impossible)
{
    await Console.Error.WriteLineAsync(impossible.Message);
    return 1;
}

/// <summary>Entry point, named for the tests that start the whole service.</summary>
public partial class Program;
