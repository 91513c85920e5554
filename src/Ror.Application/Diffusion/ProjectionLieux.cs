using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Domain.Commun;
using Ror.Domain.Diffusion;
using Ror.Domain.Identifiants;
using Ror.Domain.Lieux;
using Ror.Domain.Offres;

namespace Ror.Application.Diffusion;

/// <summary>The part of the projection that is about lieux: where offers are delivered, and what each lieu tells.</summary>
internal sealed class ProjectionLieux(ISaisieDb saisie, IDiffusionDb diffusion)
{
    private const int Lot = 500;

    /// <summary>Ids of the published offers that are delivered there.</summary>
    public async Task<IEnumerable<Guid>> OffresDesLieuxAsync(IReadOnlyCollection<IdentifiantRegional> lieux, CancellationToken ct)
    {
        var ids = new List<Guid>();
        foreach (var lot in lieux.Chunk(Lot))
        {
            ids.AddRange(await saisie.LiensLieux.Where(l => l.Publie && lot.Contains(l.Lieu)).Select(l => l.OffreId).Distinct().ToListAsync(ct));
        }

        return ids;
    }

    /// <summary>Writes what is published of the lieux that the act changed, and of those whose offers or whose établissement it changed.</summary>
    /// <param name="tous">All those of the établissement.</param>
    public async Task ProjeterAsync(BranchePubliee branche, EcrituresPubliees ecriture, IReadOnlyCollection<Agregat> changes, bool tous, CancellationToken ct)
    {
        var id = branche.EntiteGeographiqueId;
        var ids = changes.OfType<LieuRealisationOffre>().Where(l => l.EntiteGeographiqueId == id).Select(l => l.Id)
            .Concat(changes.OfType<CapacitesLieu>().Where(c => c.EntiteGeographiqueId == id).Select(c => c.Id)).Concat(ecriture.LieuxTouches).Distinct().ToList();
        if (tous)
        {
            ids = [.. ids.Union(await saisie.Lieux.Where(l => l.EntiteGeographiqueId == id).Select(l => l.Id).ToListAsync(ct))];
        }

        foreach (var lot in ids.Chunk(Lot))
        {
            await ProjeterAsync(lot, branche, ecriture, ct);
        }

        ecriture.LieuxTouches.Clear();
    }

    private async Task ProjeterAsync(Guid[] ids, BranchePubliee branche, EcrituresPubliees ecriture, CancellationToken ct)
    {
        var lieux = await saisie.Lieux.AsNoTracking().Where(l => ids.Contains(l.Id)).OrderBy(l => l.Id).ToListAsync(ct);
        var capacites = await saisie.CapacitesLieux.AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
        var lignes = await diffusion.LieuxPublies.Where(l => ids.Contains(l.Id)).ToDictionaryAsync(l => l.Id, ct);
        var offres = await SitueesAsync([.. lieux.Select(l => l.Identifiant)], ct);
        foreach (var lieu in lieux)
        {
            // An offer has left it for another établissement.
            var sienne = lieu.EntiteGeographiqueId == branche.EntiteGeographiqueId ? branche : await BrancheAsync(lieu.EntiteGeographiqueId, ct);
            ecriture.Lieu(lieu, sienne.Etat(lieu, capacites[lieu.Id], offres[lieu.Identifiant].EnListe()), lignes.GetValueOrDefault(lieu.Id), sienne);
        }
    }

    // Rows that this act has just written are not in the database yet.
    private async Task<ILookup<IdentifiantRegional, OffreSituee>> SitueesAsync(List<IdentifiantRegional> lieux, CancellationToken ct)
    {
        var liens = await saisie.LiensLieux.Where(l => l.Publie && lieux.Contains(l.Lieu)).Select(l => new { l.Lieu, l.OffreId }).ToListAsync(ct);
        var connues = diffusion.OffresPubliees.Local.ToDictionary(o => o.Id, o => new OffreSituee(o.Id, o.Identifiant.Valeur, o.UniteSensible, o.Statut == StatutOffre.FermeeDefinitivement));
        foreach (var lot in liens.Select(l => l.OffreId).Where(id => !connues.ContainsKey(id)).Distinct().Chunk(Lot))
        {
            foreach (var o in await diffusion.OffresPubliees.AsNoTracking().Where(o => lot.Contains(o.Id)).Select(o => new { o.Id, o.Identifiant, o.UniteSensible, o.Statut }).ToListAsync(ct))
            {
                connues[o.Id] = new(o.Id, o.Identifiant.Valeur, o.UniteSensible, o.Statut == StatutOffre.FermeeDefinitivement);
            }
        }

        return liens.Where(l => connues.ContainsKey(l.OffreId)).OrderBy(l => l.OffreId).ToLookup(l => l.Lieu, l => connues[l.OffreId]);
    }

    private async Task<BranchePubliee> BrancheAsync(Guid entiteGeographiqueId, CancellationToken ct)
    {
        var eg = await saisie.EntitesGeographiques.AsNoTracking().SingleAsync(e => e.Id == entiteGeographiqueId, ct);
        return new(await saisie.EntitesJuridiques.AsNoTracking().SingleAsync(e => e.Id == eg.EntiteJuridiqueId, ct), eg, [], []);
    }
}
