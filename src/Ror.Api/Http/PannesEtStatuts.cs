using Microsoft.AspNetCore.Diagnostics;
using Ror.Application.Commun;
using Ror.Domain.Commun;

namespace Ror.Api.Http;

/// <summary>Every answer that the framework would send empty becomes a problem; a 500 never shows internals.</summary>
internal static class PannesEtStatuts
{
    public static void UtiliserProblemes(this WebApplication app)
    {
        app.UseExceptionHandler(panne => panne.Run(http => RepondreAsync(http, http.Features.Get<IExceptionHandlerFeature>()?.Error)));
        app.UseStatusCodePages(contexte => Statut(contexte.HttpContext.Response.StatusCode, contexte.HttpContext) is { } erreur
            ? new Probleme(erreur).ExecuteAsync(contexte.HttpContext)
            : Task.CompletedTask);
    }

    /// <summary>While the service starts, only its health answers.</summary>
    public static void AttendreLeDemarrage(this WebApplication app)
    {
        var demarrage = app.Services.GetRequiredService<IDemarrage>();
        app.Use(async (http, suite) =>
        {
            if (demarrage.Termine || http.Request.Path.StartsWithSegments("/health"))
            {
                await suite(http);
                return;
            }

            await RepondreAsync(http, HttpErreurs.EnDemarrage.Avec());
        });
    }

    private static Task RepondreAsync(HttpContext http, Exception? exception) => RepondreAsync(http, exception switch
    {
        BadHttpRequestException mauvaise => Statut(mauvaise.StatusCode, http) ?? HttpErreurs.Illisible.Avec(),
        IssueIncertaineException => HttpErreurs.IssueIncertaine.Avec(),
        not null when http.RequestServices.GetRequiredService<IPannes>().EstIndisponible(exception) => HttpErreurs.BaseIndisponible.Avec(),
        _ => HttpErreurs.Interne.Avec(),
    });

    private static Task RepondreAsync(HttpContext http, Erreur erreur)
    {
        if (erreur.Type.Nature == Nature.Indisponible)
        {
            http.Response.Headers.RetryAfter = "1";
        }

        return new Probleme(erreur).ExecuteAsync(http);
    }

    private static Erreur? Statut(int statut, HttpContext http) => statut switch
    {
        400 => HttpErreurs.Illisible.Avec(),
        401 => HttpErreurs.NonAuthentifie.Avec(),
        403 => HttpErreurs.SansRole.Avec(),
        404 => HttpErreurs.Introuvable.Avec(),
        405 => HttpErreurs.MethodeInterdite.Avec(),
        413 => HttpErreurs.TropGros.Avec(TailleCorps.De(http)),
        415 => HttpErreurs.TypeNonGere.Avec(),
        >= 500 => HttpErreurs.Interne.Avec(),
        _ => null,
    };
}
