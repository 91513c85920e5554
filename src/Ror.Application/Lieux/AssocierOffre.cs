using MediatR;
using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Application.Offres;
using Ror.Application.Structures;
using Ror.Domain.Commun;
using Ror.Domain.Lieux;
using Ror.Domain.Offres;

namespace Ror.Application.Lieux;

/// <summary>The offer is delivered at this lieu too; in its draft or working copy, until it is validated.</summary>
public sealed record AssocierOffreCommand(Guid LieuId, Guid OffreId, VersionAttendue Version) : ICommande;

/// <summary>The offer is no longer delivered at this lieu.</summary>
public sealed record DissocierOffreCommand(Guid LieuId, Guid OffreId, VersionAttendue Version) : ICommande;

internal sealed class AssocierOffreHandler(ISaisieDb db, AccesOffres offres, IAppelant appelant) :
    IRequestHandler<AssocierOffreCommand, Resultat<Ecriture>>,
    IRequestHandler<DissocierOffreCommand, Resultat<Ecriture>>
{
    public Task<Resultat<Ecriture>> Handle(AssocierOffreCommand request, CancellationToken cancellationToken) =>
        ModifierAsync(request.LieuId, request.OffreId, request.Version, (o, lieu) => o.Offre.Associer(lieu, o.Environnement), cancellationToken);

    public Task<Resultat<Ecriture>> Handle(DissocierOffreCommand request, CancellationToken cancellationToken) =>
        ModifierAsync(request.LieuId, request.OffreId, request.Version, (o, lieu) => o.Offre.Dissocier(lieu, o.Environnement), cancellationToken);

    // A professional who does not see the établissement sees the lieux where their own offer stands.
    private async Task<Resultat<Ecriture>> ModifierAsync(Guid lieuId, Guid offreId, VersionAttendue version, Func<OffreEnPlace, LieuRealisationOffre, Resultat<Rien>> acte, CancellationToken ct)
    {
        var lieu = await db.Lieux.AsNoTracking().SingleOrDefaultAsync(l => l.Id == lieuId, ct);
        var ici = await db.Offres.Where(o => o.Id == offreId).Select(o => (Guid?)o.EntiteGeographiqueId).SingleOrDefaultAsync(ct);
        return lieu is null || (lieu.EntiteGeographiqueId != ici && !await db.EntitesGeographiques.Visibles(appelant.Perimetre).AnyAsync(e => e.Id == lieu.EntiteGeographiqueId, ct))
            ? LieuErreurs.Introuvable.Avec()
            : await offres.Modifier(offreId, version, ActionOffre.Modifier, o => acte(o, lieu), ct);
    }
}
