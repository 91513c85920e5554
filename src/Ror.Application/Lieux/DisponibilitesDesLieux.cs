using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Domain.Commun;
using Ror.Domain.Identifiants;
using Ror.Domain.Lieux;
using Ror.Domain.Offres;
using Ror.Domain.Structures;

namespace Ror.Application.Lieux;

/// <summary>L5 (RG_EXP_047): what is available at a lieu that closes, or where no open offer is left, becomes zero, in the closing's own transaction.</summary>
internal sealed class DisponibilitesDesLieux(ISaisieDb db, IAppelant appelant, TimeProvider horloge)
{
    /// <param name="fermes">What the act has just closed; their rows are not saved yet.</param>
    /// <returns>What became of the figures of each lieu that had some, to be told to whoever closes.</returns>
    public async Task<IReadOnlyList<Erreur>> SuivreAsync(IReadOnlyCollection<Noeud> fermes, CancellationToken ct)
    {
        var (offres, closes) = (fermes.OfType<Offre>().ToList(), fermes.OfType<LieuRealisationOffre>().Select(l => l.Identifiant).ToHashSet());
        var identifiants = offres.SelectMany(o => o.LieuxPublies).Concat(closes.Select(c => c.Valeur)).Distinct().Select(IdentifiantRegional.Lire).OfType<IdentifiantRegional>().ToList();
        if (identifiants.Count == 0)
        {
            return [];
        }

        var lieux = await db.Lieux.AsNoTracking().Where(l => identifiants.Contains(l.Identifiant)).OrderBy(l => l.Id).ToListAsync(ct);
        var ids = lieux.Select(l => l.Id).ToList();
        var capacites = await db.CapacitesLieux.Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
        var ouverts = await OuvertsAsync(identifiants, [.. offres.Select(o => o.Id)], ct);
        return [.. lieux.Select(lieu => Suivre(lieu, capacites[lieu.Id], ouverts.Contains(lieu.Identifiant) && !closes.Contains(lieu.Identifiant))).OfType<Erreur>()];
    }

    /// <summary>Ids of the lieux of an établissement that have published offers, all of them closed.</summary>
    public async Task<HashSet<Guid>> SansOffreOuverteAsync(Guid entiteGeographiqueId, CancellationToken ct)
    {
        var occupations = await db.LiensLieux.Where(l => l.Publie)
            .Join(db.Lieux.Where(x => x.EntiteGeographiqueId == entiteGeographiqueId), l => l.Lieu, x => x.Identifiant, (l, x) => new { l.OffreId, x.Id })
            .Join(db.Offres, l => l.OffreId, o => o.Id, (l, o) => new { l.Id, Ouverte = o.Statut == StatutOffre.Validee }).Distinct().ToListAsync(ct);
        return [.. occupations.GroupBy(o => o.Id).Where(g => g.All(o => !o.Ouverte)).Select(g => g.Key)];
    }

    private async Task<HashSet<IdentifiantRegional>> OuvertsAsync(IReadOnlyCollection<IdentifiantRegional> lieux, IReadOnlyCollection<Guid> sauf, CancellationToken ct) =>
        [.. await db.LiensLieux.Where(l => l.Publie && lieux.Contains(l.Lieu) && db.Offres.Any(o => o.Id == l.OffreId && o.Statut == StatutOffre.Validee && !sauf.Contains(o.Id))).Select(l => l.Lieu).Distinct().ToListAsync(ct)];

    private Erreur? Suivre(LieuRealisationOffre lieu, CapacitesLieu capacites, bool ouvert)
    {
        if (ouvert)
        {
            return capacites.Indicateurs.Any(i => i is { Statut.Code: IndicateurCapacite.Disponible, Nombre: > 0 }) ? CapaciteErreurs.DisponibilitesConservees.Avec(lieu.Nom, lieu.Identifiant.Valeur) : null;
        }

        var videes = capacites.ViderDisponibles(horloge.Instant());
        db.MesuresCapacite.AddRange(videes.Select(i => MesureCapacite.De(horloge.NouvelId(), lieu.Id, i, horloge.Instant(), appelant.Sujet)));
        return videes.Count > 0 ? CapaciteErreurs.DisponibilitesAZero.Avec(lieu.Nom, lieu.Identifiant.Valeur) : null;
    }
}
