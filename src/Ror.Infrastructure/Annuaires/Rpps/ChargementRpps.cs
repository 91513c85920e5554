using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Ror.Application.Annuaires;
using Ror.Domain.Annuaires;
using Ror.Infrastructure.Imports;
using Ror.Infrastructure.Persistence;

namespace Ror.Infrastructure.Annuaires.Rpps;

/// <summary>
/// The extract has neither keys nor dates: what ended is what it no longer tells of. First everybody whom it tells of, then the ends, unless so many are gone
/// that the file must be broken.
/// </summary>
internal sealed class ChargementRpps(
    IServiceScopeFactory portees, DemandeImport demande, SuiteDeLots suite, PartitionRpps partition, PersonnesRpps personnes, OptionsImports options, DateOnly du, Suivi suivi)
{
    private const string Acte = "importer-rpps";
    private const int LignesParLot = 2000;

    private static readonly ActeAnnuaire[] Fins = [ActeAnnuaire.SituationTerminee, ActeAnnuaire.OffreSupprimee, ActeAnnuaire.OffreClose];

    private readonly HashSet<string> _vues = new(StringComparer.Ordinal);
    private readonly HashSet<long> _enSuspens = [];
    private long _disparues;
    private int _lot;
    private int _lignes;

    public async Task ExecuterAsync(CancellationToken ct)
    {
        var connues = await ConnuesAsync(ct);
        foreach (var lignes in partition.Illisibles().Chunk(LignesParLot))
        {
            await suite.TraiterAsync(_lot++, (_, _, rapport) => Task.FromResult(rapport.Reprendre(lignes)), ct);
            Avancer(lignes.Length);
        }

        foreach (var lot in ParLots(partition.Personnes()))
        {
            await UnLotAsync(lot, options.Limite(connues), ct);
        }

        await FinirAsync(connues, ct);
        suivi.Avancer(partition.Lignes, partition.Lignes);
    }

    private async Task UnLotAsync(List<LignesDUnePersonne> lot, long limite, CancellationToken ct)
    {
        var issue = await suite.TraiterAsync(_lot++, (services, sansEffet, rapport) => AppliquerAsync(services, Lire(lot, rapport), fins: false, sansEffet, rapport, ct), ct);
        _vues.UnionWith(issue.Vues);
        foreach (var (rpps, nombre) in issue.EnSuspens)
        {
            // Beyond, nothing ends: who it was no longer matters.
            if ((_disparues += nombre) <= limite)
            {
                _enSuspens.Add(long.Parse(rpps, System.Globalization.CultureInfo.InvariantCulture));
            }
        }

        Avancer(lot.Sum(p => p.Lignes.Count));
    }

    private async Task FinirAsync(long connues, CancellationToken ct)
    {
        var (limite, absents) = (options.Limite(connues), await AbsentsAsync(ct));
        if (_disparues + absents.Sum(a => a.Situations) > limite)
        {
            await suite.DireAsync(rapport => rapport.Signaler(null, null, RapprochementErreurs.VagueDeDisparitions.Avec(limite, connues)), ct);
            return;
        }

        // Any situation that is gone may be what such a line told of.
        if (partition.Anonymes > 0 && absents.Count + _enSuspens.Count > 0)
        {
            await suite.DireAsync(rapport => rapport.Signaler(null, null, RapprochementErreurs.LignesAnonymes.Avec(partition.Anonymes, absents.Count + _enSuspens.Count)), ct);
            return;
        }

        foreach (var lot in _enSuspens.Count == 0 ? [] : ParLots(partition.Personnes().Where(p => _enSuspens.Contains(p.Rpps))))
        {
            await suite.TraiterAsync(
                null,
                async (services, sansEffet, rapport) =>
                {
                    // All the rest was told with the others.
                    var tout = new RapportAnnuaire();
                    await AppliquerAsync(services, Lire(lot, new()), fins: true, sansEffet, tout, ct);
                    return rapport.Reprendre(tout, Fins);
                },
                ct);
        }

        foreach (var lot in absents.Select(a => a.Rpps).Chunk(MiseAJourProfessionnels.LotMax))
        {
            await suite.TraiterAsync(null, async (services, sansEffet, rapport) => await AppliquerAsync(services, await SansSituationAsync(services, lot, ct), fins: true, sansEffet, rapport, ct), ct);
        }
    }

    private Task<IssueMiseAJour> AppliquerAsync(IServiceProvider services, List<PersonneLue> lot, bool fins, bool sansEffet, RapportAnnuaire rapport, CancellationToken ct) =>
        services.GetRequiredService<MiseAJourProfessionnels>().AppliquerAsync(lot, new(du, fins, sansEffet, Acte, demande.Auteur, _vues), rapport, ct);

    private List<PersonneLue> Lire(List<LignesDUnePersonne> lot, RapportAnnuaire rapport) => [.. lot.Select(p => personnes.Lire(p, rapport)).OfType<PersonneLue>()];

    // Persons whom the file no longer tells of at all.
    private async Task<List<(string Rpps, int Situations)>> AbsentsAsync(CancellationToken ct)
    {
        await using var portee = portees.CreateAsyncScope();
        var absents = new List<(string, int)>();
        var debut = du.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        var connus = portee.ServiceProvider.GetRequiredService<RorDbContext>().Professionnels.Where(p => p.NombreSituations > 0 && (p.VerifieLe == null || p.CreeLe < debut)).OrderBy(p => p.Rpps).Select(p => new { p.Rpps, p.NombreSituations });
        await foreach (var connu in connus.AsAsyncEnumerable().WithCancellation(ct))
        {
            if (!partition.Contient(connu.Rpps))
            {
                absents.Add((connu.Rpps, connu.NombreSituations));
            }
        }

        return absents;
    }

    private static async Task<List<PersonneLue>> SansSituationAsync(IServiceProvider services, string[] rpps, CancellationToken ct)
    {
        var connus = await services.GetRequiredService<RorDbContext>().Professionnels.AsNoTracking().Where(p => rpps.Contains(p.Rpps)).OrderBy(p => p.Rpps).ToListAsync(ct);
        return [.. connus.Select(p => new PersonneLue(new(p.Fiche with { Situations = [] }, []), null))];
    }

    // Before this import: one more run of it may come after one that died.
    private async Task<long> ConnuesAsync(CancellationToken ct)
    {
        await using var portee = portees.CreateAsyncScope();
        var db = portee.ServiceProvider.GetRequiredService<RorDbContext>();
        return await db.Professionnels.Where(p => db.Imports.Any(i => i.Id == demande.ImportId && p.CreeLe < i.CommenceLe)).SumAsync(p => (long)p.NombreSituations, ct);
    }

    private static IEnumerable<List<LignesDUnePersonne>> ParLots(IEnumerable<LignesDUnePersonne> personnes)
    {
        var (lot, lignes) = (new List<LignesDUnePersonne>(), 0);
        foreach (var personne in personnes)
        {
            lot.Add(personne);
            if ((lignes += personne.Lignes.Count) >= LignesParLot)
            {
                yield return lot;
                (lot, lignes) = ([], 0);
            }
        }

        if (lot.Count > 0)
        {
            yield return lot;
        }
    }

    private void Avancer(int lignes) => suivi.Avancer(_lignes += lignes, partition.Lignes);
}
