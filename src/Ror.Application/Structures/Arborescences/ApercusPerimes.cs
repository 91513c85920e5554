using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Ror.Application.Commun;
using Ror.Domain.Offres;
using Ror.Domain.Structures;

namespace Ror.Application.Structures.Arborescences;

/// <summary>
/// Structure offers whose row was written upon other lists or by another release, or not at all: theirs are the trees of thousands of nodes. Those of a cabinet are few,
/// and are worked out at the reading until they are saved.
/// </summary>
public sealed class ApercusPerimes(IServiceScopeFactory portees, IReferentiels referentiels, TimeProvider horloge)
{
    private const int Lot = 100;

    /// <summary>Each lot is a transaction, which authors of the same établissement wait for.</summary>
    public async Task ExecuterAsync(CancellationToken ct)
    {
        var regles = EtatReferentiels.De(referentiels, horloge).Regles;
        List<Guid> etablissements;
        await using (var portee = portees.CreateAsyncScope())
        {
            etablissements = await Perimes(portee.ServiceProvider.GetRequiredService<ISaisieDb>(), regles).Select(o => o.EntiteGeographiqueId).Distinct().OrderBy(id => id).ToListAsync(ct);
        }

        foreach (var etablissement in etablissements)
        {
            for (Guid? dernier = Guid.Empty; dernier is { } apres;)
            {
                await using var portee = portees.CreateAsyncScope();
                dernier = await portee.ServiceProvider.GetRequiredService<IUniteDeTravail>().ExecuterAsync(() => RefaireAsync(portee.ServiceProvider, etablissement, apres, regles, ct), _ => true, ct);
            }
        }
    }

    /// <returns>The last one; null when there is none left.</returns>
    private static async Task<Guid?> RefaireAsync(IServiceProvider services, Guid etablissement, Guid apres, string regles, CancellationToken ct)
    {
        await services.GetRequiredService<IVerrous>().Reserver<EntiteGeographique>(etablissement, ct);
        var offres = await Perimes(services.GetRequiredService<ISaisieDb>(), regles).AsNoTracking().Where(o => o.EntiteGeographiqueId == etablissement && o.Id > apres).OrderBy(o => o.Id).Take(Lot).ToListAsync(ct);
        await services.GetRequiredService<IApercusDesOffres>().EcrireAsync(offres, ct);
        return offres.Count < Lot ? null : offres[^1].Id;
    }

    private static IQueryable<Offre> Perimes(ISaisieDb db, string regles) =>
        db.Offres.Where(o => o.Rpps == null && !db.ApercusOffres.Any(a => a.OffreId == o.Id && a.Version == o.Version && a.Base.StartsWith(regles)));
}
