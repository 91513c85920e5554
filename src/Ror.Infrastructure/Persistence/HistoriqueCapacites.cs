using Ror.Application.Lieux.Capacites;
using Ror.Domain.Lieux;

namespace Ror.Infrastructure.Persistence;

internal sealed class HistoriqueCapacites(RorDbContext db, IMoteur moteur) : IHistoriqueCapacites
{
    // Few are written with the rest; many, in the fastest way that the engine has.
    private const int Peu = 20;

    public async Task AjouterAsync(IReadOnlyCollection<MesureCapacite> mesures, CancellationToken ct)
    {
        if (mesures.Count <= Peu)
        {
            db.MesuresCapacite.AddRange(mesures);
            return;
        }

        await moteur.InsererAsync(db, mesures, ct);
    }
}
