using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Application.Structures;
using Ror.Domain.Commun;
using Ror.Domain.Lieux;
using Ror.Domain.Structures;

namespace Ror.Application.Lieux;

/// <summary>The one way to change a lieu: sight, version, state; its établissement is held.</summary>
internal sealed class AccesLieux(ISaisieDb db, IVerrous verrous, IAppelant appelant)
{
    public async Task<Resultat<Ecriture>> ModifierAsync(Guid id, VersionAttendue version, Action<LieuRealisationOffre>? acte, CancellationToken ct)
    {
        var egId = await db.Lieux.Where(l => l.Id == id).Select(l => l.EntiteGeographiqueId).SingleOrDefaultAsync(ct);
        await verrous.Reserver<EntiteGeographique>(egId, ct);
        if (!await db.EntitesGeographiques.Visibles(appelant.Perimetre).AnyAsync(e => e.Id == egId, ct))
        {
            return LieuErreurs.Introuvable.Avec();
        }

        var lieu = await db.Lieux.SingleAsync(l => l.Id == id, ct);
        if (!version.Accepte(lieu.Version))
        {
            return RequeteErreurs.VersionPerimee.Avec();
        }

        if (lieu.RefuserModification() is { } refus)
        {
            return refus;
        }

        var avant = lieu.Version;
        acte?.Invoke(lieu);
        return new Ecriture(TypeNoeud.LieuRealisationOffre, id, lieu.Version, lieu.Version != avant, []);
    }
}
