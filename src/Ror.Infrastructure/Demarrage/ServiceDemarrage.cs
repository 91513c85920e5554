using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Ror.Application.Commun;

namespace Ror.Infrastructure.Demarrage;

/// <summary>
/// Prepares the database. The server listens meanwhile and answers that it is starting; a failure stops the host.
/// </summary>
internal sealed class ServiceDemarrage(IServiceScopeFactory portees, IHostApplicationLifetime vie, ILogger<ServiceDemarrage> journal) : BackgroundService, IDemarrage
{
    private volatile bool _termine;

    public bool Termine => _termine;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await using var portee = portees.CreateAsyncScope();
            await portee.ServiceProvider.GetRequiredService<PreparationBase>().AuDemarrageAsync(stoppingToken);
            _termine = true;
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            // The host would stop with code 0: whoever restarts services would believe that all is well.
            journal.LogCritical(e, "Le service ne peut pas démarrer : {Raison}", e.GetBaseException().Message);
            Environment.ExitCode = 1;
            vie.StopApplication();
        }
    }
}
