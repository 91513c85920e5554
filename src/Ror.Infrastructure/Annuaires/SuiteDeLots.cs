using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Ror.Application.Annuaires;
using Ror.Application.Commun;
using Ror.Application.Imports;
using Ror.Domain.Annuaires;
using Ror.Domain.Nomenclatures;
using Ror.Infrastructure.Imports;
using Ror.Infrastructure.Nomenclatures;
using Ror.Infrastructure.Persistence;

namespace Ror.Infrastructure.Annuaires;

/// <summary>
/// An import of a national file, batch by batch: each in one transaction with its part of the report and its mark, so that a run that dies leaves whole batches
/// behind, and another begins after them. A dry run goes the same way, and keeps nothing but its report.
/// </summary>
internal sealed class SuiteDeLots
{
    private const int EssaisMax = 3;

    private readonly IServiceScopeFactory _portees;
    private readonly DemandeImport _demande;
    private readonly TimeProvider _horloge;
    private int _faits;
    private DateOnly? _donneesDu;
    private Dictionary<ActeAnnuaire, CompteAnnuaire> _bilan;

    private SuiteDeLots(IServiceScopeFactory portees, DemandeImport demande, TimeProvider horloge, int faits, Dictionary<ActeAnnuaire, CompteAnnuaire> bilan) =>
        (_portees, _demande, _horloge, _faits, _bilan) = (portees, demande, horloge, faits, bilan);

    /// <summary>A dry run begins again; a real one goes on.</summary>
    public static async Task<SuiteDeLots> OuvrirAsync(IServiceScopeFactory portees, DemandeImport demande, TimeProvider horloge, CancellationToken ct)
    {
        await using var portee = portees.CreateAsyncScope();
        var db = portee.ServiceProvider.GetRequiredService<RorDbContext>();
        if (demande.Simulation)
        {
            await portee.ServiceProvider.GetRequiredService<IUniteDeTravail>().ExecuterAsync(
                async () => await db.LignesImport.Where(l => l.ImportId == demande.ImportId).ExecuteDeleteAsync(ct)
                    + await db.Imports.Where(i => i.Id == demande.ImportId).ExecuteUpdateAsync(i => i.SetProperty(x => x.LotsFaits, 0).SetProperty(x => x.Bilan, (string?)null), ct),
                _ => true,
                ct);
        }

        var import = await db.Imports.Where(i => i.Id == demande.ImportId).Select(i => new { i.LotsFaits, i.Bilan }).SingleAsync(ct);
        return new(portees, demande, horloge, import.LotsFaits, import.Bilan is null ? [] : JsonSerializer.Deserialize<Dictionary<ActeAnnuaire, CompteAnnuaire>>(import.Bilan, JsonRor.Stockage)!);
    }

    /// <summary>The day that the file describes is known: what a later one has said is not undone by it.</summary>
    /// <exception cref="FichierRefuseException">A later edition has come in already.</exception>
    public async Task DaterAsync(GenreImport genre, DateOnly? du, CancellationToken ct)
    {
        _donneesDu = du;
        await using var portee = _portees.CreateAsyncScope();
        var derniere = await portee.ServiceProvider.GetRequiredService<RorDbContext>().Imports.Where(i => i.Genre == genre && i.Etat == EtatImport.Termine && !i.Simulation).MaxAsync(i => i.DonneesDu, ct);
        if (du < derniere)
        {
            var refus = RapprochementErreurs.EditionAncienne.Avec(du!, derniere!);
            await DireAsync(rapport => rapport.Refuser(null, null, refus), ct);
            throw new FichierRefuseException(refus.Message());
        }
    }

    /// <summary>Nothing of the file can be taken.</summary>
    public Task RefuserAsync(FichierRefuseException faute, CancellationToken ct) => DireAsync(
        rapport =>
        {
            var ligne = int.TryParse(faute.Place, NumberStyles.None, CultureInfo.InvariantCulture, out var numero) ? numero : (int?)null;
            rapport.Refuser(ligne, ligne is null ? faute.Place : null, ImportErreurs.Illisible.Avec(faute.Message));
        },
        ct);

    /// <param name="lot">From 0, in order. One that an earlier run has done is played without effect, for what it tells. Null: one that finds out by itself what is left to do.</param>
    /// <param name="acte">Is given whether it must leave everything as it is.</param>
    public async Task<T> TraiterAsync<T>(int? lot, Func<IServiceProvider, bool, RapportAnnuaire, Task<T>> acte, CancellationToken ct)
    {
        for (var essai = 1; ; essai++)
        {
            ct.ThrowIfCancellationRequested();
            try
            {
                return await EssayerAsync(lot, acte, ct);
            }
            catch (Exception e) when (e is DoublonException or DbUpdateConcurrencyException && essai < EssaisMax)
            {
                // Somebody has just written one of the same objects.
            }
        }
    }

    /// <summary>Something that belongs to no batch.</summary>
    public Task<bool> DireAsync(Action<RapportAnnuaire> dire, CancellationToken ct) => TraiterAsync(
        null,
        (_, _, rapport) =>
        {
            dire(rapport);
            return Task.FromResult(true);
        },
        ct);

    private async Task<T> EssayerAsync<T>(int? lot, Func<IServiceProvider, bool, RapportAnnuaire, Task<T>> acte, CancellationToken ct)
    {
        await using var portee = _portees.CreateAsyncScope();
        var db = portee.ServiceProvider.GetRequiredService<RorDbContext>();
        var fait = lot < _faits;
        var bilan = _bilan;
        var issue = await portee.ServiceProvider.GetRequiredService<IUniteDeTravail>().ExecuterAsync(
            async () =>
            {
                var rapport = new RapportAnnuaire();
                var lu = await acte(portee.ServiceProvider, fait || _demande.Simulation, rapport);
                if (fait || _demande.Simulation)
                {
                    db.ChangeTracker.Clear();
                }

                bilan = fait ? _bilan : Somme(rapport);
                await MarquerAsync(portee.ServiceProvider, fait ? null : rapport, lot, bilan, ct);
                return lu;
            },
            _ => true,
            ct);
        (_bilan, _faits) = (bilan, Math.Max(_faits, lot + 1 ?? 0));
        return issue;
    }

    // Last in the transaction: the row of the import is not held longer than that.
    private async Task MarquerAsync(IServiceProvider services, RapportAnnuaire? rapport, int? lot, Dictionary<ActeAnnuaire, CompteAnnuaire> bilan, CancellationToken ct)
    {
        var db = services.GetRequiredService<RorDbContext>();
        var mienne = db.Imports.Where(i => i.Id == _demande.ImportId && i.Execution == _demande.Execution && i.Etat == EtatImport.EnCours && !i.AnnulationDemandee);
        var (faits, texte, du, instant) = (Math.Max(_faits, lot + 1 ?? 0), JsonSerializer.Serialize(bilan, JsonRor.Stockage), _donneesDu, _horloge.Instant());
        var touchees = rapport is null
            ? await mienne.ExecuteUpdateAsync(i => i.SetProperty(x => x.Battement, instant), ct)
            : await mienne.ExecuteUpdateAsync(i => i.SetProperty(x => x.Battement, instant).SetProperty(x => x.LotsFaits, faits).SetProperty(x => x.Bilan, texte).SetProperty(x => x.DonneesDu, du), ct);
        if (touchees == 0)
        {
            throw new ImportRetireException();
        }

        if (rapport is { Lignes.Count: > 0 })
        {
            var rang = await db.LignesImport.Where(l => l.ImportId == _demande.ImportId).MaxAsync(l => (int?)l.Rang, ct) + 1 ?? 0;
            await services.GetRequiredService<IMoteur>().InsererAsync(db, rapport.Lignes.Select(ligne => new LigneImport(_demande.ImportId, rang++, JsonSerializer.Serialize(ligne, JsonRor.Stockage))), ct);
        }
    }

    private Dictionary<ActeAnnuaire, CompteAnnuaire> Somme(RapportAnnuaire rapport)
    {
        var somme = new Dictionary<ActeAnnuaire, CompteAnnuaire>(_bilan);
        foreach (var (acte, compte) in rapport.Comptes)
        {
            somme[acte] = somme.TryGetValue(acte, out var avant) ? avant.Plus(compte) : compte;
        }

        return somme;
    }
}
