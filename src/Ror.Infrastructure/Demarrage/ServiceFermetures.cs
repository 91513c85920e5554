using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Ror.Application.Anomalies;
using Ror.Application.Commun;
using Ror.Application.Structures.Fermetures;

namespace Ror.Infrastructure.Demarrage;

/// <summary>Carries out planned closings on their day, and ends tolerated anomalies on theirs. Every node looks; whichever holds the object first does it.</summary>
internal sealed class ServiceFermetures(FermeturesPrevues fermetures, TolerancesEchues tolerances, IDemarrage demarrage, TimeProvider horloge, ILogger<ServiceFermetures> journal) : BackgroundService
{
    private static readonly TimeSpan Relance = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            if (demarrage.Termine)
            {
                await ExecuterAsync(stoppingToken);
            }

            await Task.Delay(demarrage.Termine ? Relance : TimeSpan.FromSeconds(1), horloge, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ExecuterAsync(CancellationToken ct)
    {
        try
        {
            await fermetures.ExecuterAsync(ct);
            await tolerances.ExecuterAsync(ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            journal.LogError(e, "Les fermetures planifiées et les fins de tolérance n'ont pas toutes été exécutées ; nouvel essai dans {Delai}.", Relance);
        }
    }
}
