using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Domain.Identifiants;
using Ror.Infrastructure.Persistence.Configurations;

namespace Ror.Infrastructure.Persistence;

internal sealed class Numerotation(RorDbContext db) : INumerotation
{
    public async Task<IReadOnlyList<IdentifiantRegional>> SuivantsAsync(TypeIdentifiant type, string region, int nombre, CancellationToken ct)
    {
        var cle = CompteurConfiguration.Cle(type, region);
        var touches = await db.Compteurs.Where(c => c.Cle == cle).ExecuteUpdateAsync(s => s.SetProperty(c => c.Valeur, c => c.Valeur + nombre), ct);
        if (touches != 1)
        {
            throw new InvalidOperationException($"Compteur absent : {cle}");
        }

        var dernier = await db.Compteurs.Where(c => c.Cle == cle).Select(c => c.Valeur).SingleAsync(ct);
        return [.. Enumerable.Range(1 - nombre, nombre).Select(i => IdentifiantRegional.Creer(region, dernier + i))];
    }
}
