using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Ror.Application.Commun;
using Ror.Domain.Commun;

namespace Ror.Application.Diffusion;

/// <param name="Etablissements">Read again.</param>
/// <param name="Differences">Objects whose published rows were not what the entry side says, by their identifiers; each is mended, and told in the journal.</param>
public sealed record BilanReconstruction(int Etablissements, IReadOnlyList<string> Differences);

/// <summary>
/// Works out everything that is published from the entry side again, and compares: what differs is written anew, what has nothing behind it is withdrawn.
/// Nothing to mend proves that both are equal. One établissement at a time, held as a closing holds it: the service may run meanwhile.
/// </summary>
public sealed class Reconstruction(IServiceScopeFactory portees)
{
    public async Task<BilanReconstruction> ExecuterAsync(CancellationToken ct)
    {
        var (entitesJuridiques, etablissements) = await Racines(ct);
        var differences = new List<string>(await Projeter(
            services =>
            {
                services.GetRequiredService<IProjection>().RetirerOrphelins();
                return Task.CompletedTask;
            },
            ct));
        foreach (var id in entitesJuridiques)
        {
            differences.AddRange(await Projeter(services => Relire(services, db => db.EntitesJuridiques, id, ct), ct));
        }

        foreach (var id in etablissements)
        {
            differences.AddRange(await Projeter(services => Relire(services, db => db.EntitesGeographiques, id, ct), ct));
        }

        return new(etablissements.Count, differences);
    }

    private async Task<(List<Guid> EntitesJuridiques, List<Guid> Etablissements)> Racines(CancellationToken ct)
    {
        await using var portee = portees.CreateAsyncScope();
        var db = portee.ServiceProvider.GetRequiredService<ISaisieDb>();
        return (await db.EntitesJuridiques.OrderBy(e => e.Id).Select(e => e.Id).ToListAsync(ct), await db.EntitesGeographiques.OrderBy(e => e.Id).Select(e => e.Id).ToListAsync(ct));
    }

    private static async Task Relire<TRacine>(IServiceProvider services, Func<ISaisieDb, IQueryable<TRacine>> racines, Guid id, CancellationToken ct)
        where TRacine : Agregat
    {
        await services.GetRequiredService<IVerrous>().Reserver<TRacine>(id, ct);
        services.GetRequiredService<IProjection>().Relire(await racines(services.GetRequiredService<ISaisieDb>()).SingleAsync(r => r.Id == id, ct));
    }

    // One transaction each, in a scope of its own.
    private async Task<IEnumerable<string>> Projeter(Func<IServiceProvider, Task> acte, CancellationToken ct)
    {
        await using var portee = portees.CreateAsyncScope();
        await portee.ServiceProvider.GetRequiredService<IUniteDeTravail>().ExecuterAsync(
            async () =>
            {
                await acte(portee.ServiceProvider);
                return true;
            },
            fait => fait,
            ct);
        return portee.ServiceProvider.GetRequiredService<IProjection>().Dernieres.Select(p => p.Entree.Identifiant);
    }
}
