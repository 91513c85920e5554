using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Ror.Application.Commun;
using Ror.Application.Diffusion;
using Ror.Domain.Diffusion;
using Ror.Infrastructure.Demarrage;
using Ror.Infrastructure.Persistence.Configurations;

namespace Ror.Infrastructure.Persistence;

/// <summary>
/// Looks at the journal four times a second for all who wait for news on this node and for what it keeps in memory: what this node commits is known at
/// once, what others commit a quarter of a second later. Lists that were replaced are read again in the same look.
/// </summary>
internal sealed class VeilleJournal(IServiceScopeFactory portees, ISuiviPublication suivi, Referentiels referentiels, IDemarrage demarrage, TimeProvider horloge, ILogger<VeilleJournal> journal) : BackgroundService, IVeilleJournal
{
    // Beyond, what is kept is dropped whole.
    private const int DetailMax = 1000;
    private static readonly TimeSpan Periode = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _regard = new(1);
    private TaskCompletionSource _prochaine = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _connue;
    private long _anomalies;
    private long _suivie = -1;
    private long _dernierRegard;
    private long _illisible = -1;
    private bool _arretee;

    public bool EstAJour => Volatile.Read(ref _suivie) >= 0 && horloge.GetElapsedTime(Volatile.Read(ref _dernierRegard)) < Tolerance;

    public Task Prochaine => Volatile.Read(ref _prochaine).Task;

    public async Task<bool> AttendreAsync(long apres, Task prochaine, TimeSpan duree, CancellationToken ct)
    {
        if (Volatile.Read(ref _connue) <= apres && !Volatile.Read(ref _arretee))
        {
            await prochaine.WaitAsync(duree, horloge, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return !Volatile.Read(ref _arretee) && !ct.IsCancellationRequested;
    }

    public Task RattraperAsync(long sequence, CancellationToken ct) => Volatile.Read(ref _suivie) >= sequence ? Task.CompletedTask : RegarderAsync(sequence, ct);

    public void Liberer()
    {
        Volatile.Write(ref _arretee, true);
        Volatile.Read(ref _prochaine).TrySetResult();
    }

    /// <summary>What this node has just committed.</summary>
    public void Annoncer(IReadOnlyList<Application.Diffusion.Publication> publications, bool anomalies)
    {
        if (anomalies)
        {
            Reveiller();
        }

        if (publications.Count > 0)
        {
            suivi.Changes(publications.Select(p => Objet(p.Entree)));
            Reveiller(publications[^1].Entree.Sequence);
        }
    }

    public override void Dispose()
    {
        _regard.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var enPanne = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (demarrage.Termine)
                {
                    await RegarderAsync(long.MaxValue, stoppingToken);
                    enPanne = false;
                }
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // Once for a failure that lasts.
                journal.Log(enPanne ? LogLevel.Debug : LogLevel.Warning, e, "Le journal n'a pas pu être regardé ; nouvel essai toutes les {Periode}.", Periode);
                enPanne = true;
            }

            await Task.Delay(Periode, horloge, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <param name="sequence">Up to there at least; another who looked meanwhile may have come as far.</param>
    private async Task RegarderAsync(long sequence, CancellationToken ct)
    {
        await _regard.WaitAsync(ct);
        try
        {
            if (_suivie >= sequence)
            {
                return;
            }

            var debut = horloge.GetTimestamp();
            await using var portee = portees.CreateAsyncScope();
            var db = portee.ServiceProvider.GetRequiredService<RorDbContext>();
            var compteurs = await db.Compteurs.Where(c => c.Cle == CompteurConfiguration.Journal || c.Cle == CompteurConfiguration.Nomenclatures || c.Cle == CompteurConfiguration.Anomalies).ToDictionaryAsync(c => c.Cle, c => c.Valeur, ct);
            var derniere = compteurs[CompteurConfiguration.Journal];

            if (compteurs[CompteurConfiguration.Anomalies] is var anomalies && anomalies != _anomalies)
            {
                _anomalies = anomalies;
                Reveiller();
            }

            // Another number, lower too: the database may have been put back from a copy.
            if (compteurs[CompteurConfiguration.Nomenclatures] is var generation && generation != referentiels.Generation && generation != _illisible)
            {
                await RelireListesAsync(portee.ServiceProvider, generation, ct);
            }

            if (derniere != _suivie)
            {
                await SuivreAsync(db, derniere, ct);
            }

            Volatile.Write(ref _suivie, derniere);
            Volatile.Write(ref _dernierRegard, debut);
            Reveiller(derniere);
        }
        finally
        {
            _regard.Release();
        }
    }

    // What cannot be read must not stop the rest: the lists that were in force stay.
    private async Task RelireListesAsync(IServiceProvider services, long generation, CancellationToken ct)
    {
        try
        {
            await services.GetRequiredService<Chargement>().LireAsync(ct);
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or FormatException or KeyNotFoundException or ArgumentException)
        {
            journal.LogError(e, "Les nomenclatures de la base sont illisibles ; celles qui étaient en vigueur le restent.");
            _illisible = generation;
        }
    }

    // A number that goes back is another database: one put back from a copy.
    private async Task SuivreAsync(RorDbContext db, long derniere, CancellationToken ct)
    {
        if (derniere < _suivie || derniere - _suivie > DetailMax)
        {
            suivi.ToutAChange();
            Volatile.Write(ref _connue, Math.Min(_connue, derniere));
            return;
        }

        var suivie = _suivie;
        suivi.Changes(await db.Journal.Where(e => e.Sequence > suivie && e.Sequence <= derniere).Select(e => new ObjetChange(e.Type, e.ObjetId, e.Identifiant)).ToListAsync(ct));
    }

    // Whom it tells of is for each of those who wait to see.
    private void Reveiller() => Interlocked.Exchange(ref _prochaine, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    private void Reveiller(long sequence)
    {
        var connue = Volatile.Read(ref _connue);
        while (sequence > connue)
        {
            var avant = Interlocked.CompareExchange(ref _connue, sequence, connue);
            if (avant == connue)
            {
                Reveiller();
                return;
            }

            connue = avant;
        }
    }

    private static ObjetChange Objet(EntreeJournal entree) => new(entree.Type, entree.ObjetId, entree.Identifiant);
}
