using Microsoft.EntityFrameworkCore;
using Ror.Application.Nomenclatures;
using Ror.Domain.Nomenclatures;
using Ror.Infrastructure.Demarrage;
using Ror.Infrastructure.Persistence;
using Ror.Infrastructure.Persistence.Configurations;

namespace Ror.Infrastructure.Nomenclatures;

internal sealed class VersionsNomenclatures(RorDbContext db) : IVersionsNomenclatures
{
    public async Task<IReadOnlyList<(JeuDeValeurs Liste, bool EnVigueur, DateTime? ImporteeLe, Guid? Import)>> ListerAsync(string nom, CancellationToken ct) =>
        [.. (await db.Nomenclatures.AsNoTracking().Where(n => n.Nom == nom).OrderByDescending(n => n.Rang).ToListAsync(ct)).Select(n => (Lire(n), n.EnVigueur, n.ImporteeLe, n.ImportId))];

    public async Task<JeuDeValeurs?> LireAsync(string nom, int rang, CancellationToken ct) =>
        await db.Nomenclatures.AsNoTracking().SingleOrDefaultAsync(n => n.Nom == nom && n.Rang == rang, ct) is { } stockee ? Lire(stockee) : null;

    private static JeuDeValeurs Lire(NomenclatureStockee stockee) => FormatNomenclature.Lire(stockee.Contenu, stockee.Rang);
}
