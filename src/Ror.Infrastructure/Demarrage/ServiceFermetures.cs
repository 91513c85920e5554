using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Ror.Application.Anomalies;
using Ror.Application.Commun;
using Ror.Application.Structures.Arborescences;
using Ror.Application.Structures.Fermetures;

namespace Ror.Infrastructure.Demarrage;

/// <summary>Carries out planned closings on their day, ends tolerated anomalies on theirs, tells of codes that are no longer in force, and prepares trees after lists changed. Every node looks; whichever holds the object first does it.</summary>
internal sealed class ServiceFermetures(FermeturesPrevues fermetures, TolerancesEchues tolerances, CodesHorsVigueur codes, ApercusPerimes apercus, IDemarrage demarrage, TimeProvider horloge, ILogger<ServiceFermetures> journal) : BackgroundService
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
            await codes.ExecuterAsync(ct);
            await apercus.ExecuterAsync(ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            journal.LogError(e, "Les fermetures planifiées, les fins de tolérance, la relecture des codes et la préparation des arbres n'ont pas toutes été faites ; nouvel essai dans {Delai}.", Relance);
        }
    }
}
