using Ror.Application.Commun;
using Ror.Domain.Commun;

namespace Ror.Infrastructure.Persistence;

internal sealed class Verrous(RorDbContext db, IMoteur moteur) : IVerrous
{
    public Task Retenir<T>(Guid id, CancellationToken ct)
        where T : Agregat => moteur.TenirLigneAsync(db, db.Model.FindEntityType(typeof(T))!, id, seul: false, ct);

    public Task Reserver<T>(Guid id, CancellationToken ct)
        where T : Agregat => moteur.TenirLigneAsync(db, db.Model.FindEntityType(typeof(T))!, id, seul: true, ct);
}
