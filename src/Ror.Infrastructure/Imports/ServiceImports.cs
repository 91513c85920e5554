using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Ror.Application.Commun;
using Ror.Application.Imports;

namespace Ror.Infrastructure.Imports;

/// <summary>Carries imports out, one at a time over all nodes, in the order in which they came.</summary>
internal sealed class ServiceImports(ExecutionImport executions, IDemarrage demarrage, ILogger<ServiceImports> journal) : BackgroundService, ISignalImports
{
    private static readonly TimeSpan Relance = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _depots = new(0);

    public void Deposer() => _depots.Release();

    public override void Dispose()
    {
        _depots.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            if (!demarrage.Termine || !await ExecuterUnAsync(stoppingToken))
            {
                // What is left on another node is seen by looking.
                await _depots.WaitAsync(Relance, stoppingToken);
            }
        }
    }

    private async Task<bool> ExecuterUnAsync(CancellationToken ct)
    {
        var execution = Guid.CreateVersion7();
        try
        {
            if (await executions.PrendreAsync(execution, ct) is not { } import)
            {
                return false;
            }

            var etat = await executions.ExecuterAsync(import, execution, null, null, ct);
            journal.LogInformation("Import {Import} : {Etat}.", import.Id, etat);
            return true;
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            journal.LogError(e, "Un import n'a pas pu être mené à son terme.");
            return false;
        }
    }
}
