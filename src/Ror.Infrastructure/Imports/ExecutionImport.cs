using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Ror.Application.Commun;
using Ror.Application.Imports;
using Ror.Infrastructure.Nomenclatures;
using Ror.Infrastructure.Persistence;

namespace Ror.Infrastructure.Imports;

/// <summary>
/// One run of one import: taken from the queue or begun by the command line, with a sign of life every other second, an ear for the cancellation, and its
/// end written down.
/// </summary>
internal sealed class ExecutionImport(IServiceScopeFactory portees, IEnumerable<IImporteur> importeurs, TimeProvider horloge)
{
    // A file that brings down whoever reads it must not bring down every node in turn.
    private const int EssaisMax = 3;

    private static readonly TimeSpan Battement = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(20);

    /// <summary>Takes the oldest import that waits or whose run has died, when none is being carried out.</summary>
    /// <returns>Null when there is nothing to do.</returns>
    public Task<Import?> PrendreAsync(Guid execution, CancellationToken ct) => EcrireAsync(
        async db =>
        {
            var (instant, silence) = (horloge.Instant(), horloge.Instant() - Silence);
            await db.Imports.Where(i => i.Etat == EtatImport.EnAttente || (i.Etat == EtatImport.EnCours && i.Battement < silence)).Where(i => i.AnnulationDemandee || i.Essais >= EssaisMax).ExecuteUpdateAsync(
                i => i.SetProperty(x => x.Etat, x => x.AnnulationDemandee ? EtatImport.Annule : EtatImport.Echoue).SetProperty(x => x.TermineLe, instant), ct);
            await db.MorceauxImport.Where(m => db.Imports.Any(i => i.Id == m.ImportId && i.Etat != EtatImport.EnAttente && i.Etat != EtatImport.EnCours)).ExecuteDeleteAsync(ct);
            if (await db.Imports.AnyAsync(i => i.Etat == EtatImport.EnCours && i.Battement >= silence, ct)
                || await db.Imports.Where(i => i.Etat == EtatImport.EnAttente || i.Etat == EtatImport.EnCours).OrderBy(i => i.Id).Select(i => (Guid?)i.Id).FirstOrDefaultAsync(ct) is not { } id)
            {
                return null;
            }

            var pris = await db.Imports.Where(i => i.Id == id && (i.Etat == EtatImport.EnAttente || (i.Etat == EtatImport.EnCours && i.Battement < silence))).ExecuteUpdateAsync(
                i => i.SetProperty(x => x.Etat, EtatImport.EnCours).SetProperty(x => x.Execution, execution).SetProperty(x => x.Battement, instant).SetProperty(x => x.Essais, x => x.Essais + 1).SetProperty(x => x.CommenceLe, x => x.CommenceLe ?? instant), ct);
            return pris == 1 ? await db.Imports.AsNoTracking().SingleAsync(i => i.Id == id, ct) : null;
        },
        ct);

    /// <param name="chemin">The file or folder; null takes the file that was left with the import.</param>
    /// <param name="avancement">Told of every file read: how many, of how many.</param>
    public async Task<EtatImport> ExecuterAsync(Import import, Guid execution, string? chemin, Action<int, int>? avancement, CancellationToken ct)
    {
        using var arret = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var suivi = new Suivi(avancement);
        var vie = VivreAsync(import.Id, execution, suivi, arret);
        var etat = EtatImport.Echoue;
        try
        {
            var temporaire = chemin is null ? await RassemblerAsync(import, arret.Token) : null;
            try
            {
                await importeurs.Single(i => i.Genre == import.Genre).ExecuterAsync(new(import.Id, execution, import.Auteur, import.Simulation, chemin ?? temporaire!, chemin is null ? import.Fichier : Path.GetFileName(Path.GetFullPath(chemin))), suivi, arret.Token);
                etat = EtatImport.Termine;
            }
            finally
            {
                if (temporaire is not null)
                {
                    File.Delete(temporaire);
                }
            }
        }
        catch (FichierRefuseException)
        {
            // The report says why.
            etat = EtatImport.Echoue;
        }
        catch (ImportRetireException)
        {
            etat = EtatImport.Annule;
        }
        catch (Exception) when (arret.IsCancellationRequested)
        {
            // A node that stops gives it back at once.
            etat = ct.IsCancellationRequested && chemin is null ? EtatImport.EnAttente : EtatImport.Annule;
        }
        catch (Exception e) when (chemin is null && e is not InvalidDataException)
        {
            // The database may be away for a moment: it is tried again, and goes on from what its report says.
            etat = EtatImport.EnAttente;
            throw;
        }
        finally
        {
            await arret.CancelAsync();
            await vie;
            await FinirAsync(import.Id, execution, etat, ct.IsCancellationRequested, suivi);
        }

        return etat;
    }

    private async Task<string> RassemblerAsync(Import import, CancellationToken ct)
    {
        await using var portee = portees.CreateAsyncScope();
        var db = portee.ServiceProvider.GetRequiredService<RorDbContext>();
        var fichier = Path.GetTempFileName();
        try
        {
            await using var flux = File.OpenWrite(fichier);
            for (var rang = 0; await db.MorceauxImport.AsNoTracking().SingleOrDefaultAsync(m => m.ImportId == import.Id && m.Rang == rang, ct) is { } morceau; rang++)
            {
                await flux.WriteAsync(morceau.Octets, ct);
            }

            // That of a command line left nothing behind when it was killed.
            return flux.Length == import.Taille && import.Taille > 0 ? fichier : throw new InvalidDataException($"{flux.Length} octets gardés de {import.Taille}.");
        }
        catch
        {
            File.Delete(fichier);
            throw;
        }
    }

    private async Task VivreAsync(Guid id, Guid execution, Suivi suivi, CancellationTokenSource arret)
    {
        while (!arret.IsCancellationRequested)
        {
            await Task.Delay(Battement, horloge, arret.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                // Another has taken it over, or somebody wants it to stop.
                if (!arret.IsCancellationRequested && !await BattreAsync(id, execution, suivi))
                {
                    await arret.CancelAsync();
                }
            }
            catch (Exception)
            {
                // The next beat may succeed; without any, another node takes over, and this one sees it then.
            }
        }
    }

    private Task<bool> BattreAsync(Guid id, Guid execution, Suivi suivi) => EcrireAsync(
        async db =>
        {
            var instant = horloge.Instant();
            var (fait, total) = suivi.Lire();
            return await db.Imports.Where(i => i.Id == id && i.Execution == execution && i.Etat == EtatImport.EnCours && !i.AnnulationDemandee).ExecuteUpdateAsync(
                i => i.SetProperty(x => x.Battement, instant).SetProperty(x => x.Fait, fait).SetProperty(x => x.Total, total)) == 1;
        },
        CancellationToken.None);

    /// <param name="arretPropre">A node that stops in order has not failed.</param>
    private Task FinirAsync(Guid id, Guid execution, EtatImport etat, bool arretPropre, Suivi suivi) => EcrireAsync(
        async db =>
        {
            var (fait, total) = suivi.Lire();
            var fini = etat != EtatImport.EnAttente;
            DateTime? instant = fini ? horloge.Instant() : null;
            var rendus = fini || !arretPropre ? 0 : 1;
            var touches = await db.Imports.Where(i => i.Id == id && i.Execution == execution && i.Etat == EtatImport.EnCours).ExecuteUpdateAsync(
                i => i.SetProperty(x => x.Etat, etat).SetProperty(x => x.Essais, x => x.Essais - rendus).SetProperty(x => x.TermineLe, instant).SetProperty(x => x.Fait, fait).SetProperty(x => x.Total, total), CancellationToken.None);
            return touches == 1 && fini ? await db.MorceauxImport.Where(m => m.ImportId == id).ExecuteDeleteAsync(CancellationToken.None) : 0;
        },
        CancellationToken.None);

    private async Task<T> EcrireAsync<T>(Func<RorDbContext, Task<T>> acte, CancellationToken ct)
    {
        await using var portee = portees.CreateAsyncScope();
        var db = portee.ServiceProvider.GetRequiredService<RorDbContext>();
        return await portee.ServiceProvider.GetRequiredService<IUniteDeTravail>().ExecuterAsync(() => acte(db), _ => true, ct);
    }
}

/// <summary>How many files have been read, for whoever looks.</summary>
internal sealed class Suivi(Action<int, int>? avancement)
{
    private int _fait;
    private int _total;

    public (int Fait, int Total) Lire() => (Volatile.Read(ref _fait), Volatile.Read(ref _total));

    public void Avancer(int fait, int total)
    {
        Volatile.Write(ref _total, total);
        Volatile.Write(ref _fait, fait);
        avancement?.Invoke(fait, total);
    }
}
