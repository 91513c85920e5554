using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Ror.Application.ModelesSaisie;
using Ror.Domain.ModelesSaisie;
using Ror.Infrastructure.Demarrage;
using Ror.Infrastructure.Persistence.Configurations;

namespace Ror.Infrastructure.Persistence;

internal sealed class ModelesSaisieDb(RorDbContext db) : IModelesSaisie
{
    public async Task<IReadOnlyList<ModeleSaisie>> ListerAsync(CancellationToken ct) =>
        [.. (await db.ModelesSaisie.AsNoTracking().OrderBy(m => m.Id).ToListAsync(ct)).Select(Lire)];

    public async Task<IReadOnlyList<ModeleSaisie>> VersionsAsync(string url, CancellationToken ct) =>
        [.. (await db.ModelesSaisie.AsNoTracking().Where(m => m.Url == url).OrderBy(m => m.Id).ToListAsync(ct)).Select(Lire)];

    public async Task<ModeleSaisie?> TrouverAsync(Guid id, CancellationToken ct) =>
        db.ModelesSaisie.Local.FindEntry(id)?.Entity is { } ajoute ? Lire(ajoute)
        : await db.ModelesSaisie.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, ct) is { } stocke ? Lire(stocke) : null;

    public Task ReserverAsync(CancellationToken ct) =>
        db.Compteurs.Where(c => c.Cle == CompteurConfiguration.Nomenclatures).ExecuteUpdateAsync(c => c.SetProperty(x => x.Valeur, x => x.Valeur + 1), ct);

    public void Ajouter(ModeleSaisie modele) => db.ModelesSaisie.Add(new(modele.Id, modele.Url, modele.Version, FormatModele.Ecrire(modele), modele.Revision));

    public async Task RemplacerAsync(ModeleSaisie modele, CancellationToken ct)
    {
        var contenu = FormatModele.Ecrire(modele);
        var touches = await db.ModelesSaisie.Where(m => m.Id == modele.Id && m.Revision == modele.Revision)
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.Url, modele.Url).SetProperty(x => x.Contenu, contenu).SetProperty(x => x.Revision, modele.Revision + 1), ct);
        if (touches == 0)
        {
            throw new DbUpdateConcurrencyException();
        }
    }

    public Task SupprimerAsync(ModeleSaisie modele, CancellationToken ct) => db.ModelesSaisie.Where(m => m.Id == modele.Id).ExecuteDeleteAsync(ct);

    private static ModeleSaisie Lire(ModeleStocke stocke) => FormatModele.Lire(JsonElement.Parse(stocke.Contenu)) with { Revision = stocke.Revision };
}
