using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Domain.Identifiants;
using Ror.Infrastructure.Persistence.Configurations;

namespace Ror.Infrastructure.Persistence;

internal sealed class Numerotation(RorDbContext db) : INumerotation
{
    public async Task<IdentifiantRegional> SuivantAsync(TypeIdentifiant type, string region, CancellationToken ct)
    {
        var cle = CompteurConfiguration.Cle(type, region);
        var touches = await db.Compteurs.Where(c => c.Cle == cle).ExecuteUpdateAsync(s => s.SetProperty(c => c.Valeur, c => c.Valeur + 1), ct);
        return touches == 1
            ? IdentifiantRegional.Creer(region, await db.Compteurs.Where(c => c.Cle == cle).Select(c => c.Valeur).SingleAsync(ct))
            : throw new InvalidOperationException($"Compteur absent : {cle}");
    }
}
