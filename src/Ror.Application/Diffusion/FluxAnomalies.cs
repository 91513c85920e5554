using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Domain.Anomalies;
using Ror.Domain.Diffusion;

namespace Ror.Application.Diffusion;

/// <summary>How far a declarer has come in the changes of their own anomalies.</summary>
/// <param name="Borne">While the present state is being read: the number up to which it is; null once changes are.</param>
public sealed record PositionAnomalies(long Numero, long? Borne);

/// <summary>The part of the feed that is of the caller alone: what became of the anomalies that they declared.</summary>
internal sealed class FluxAnomalies(IDiffusionDb db, RenduDiffusion rendu, IAppelant appelant, IReferentiels referentiels)
{
    private IQueryable<EntreeAnomalie> Miennes => db.JournalAnomalies.AsNoTracking().Where(e => e.Declarant == appelant.Sujet);

    public async Task<long> Derniere(CancellationToken ct) => await Miennes.MaxAsync(e => (long?)e.Numero, ct) ?? 0;

    /// <summary>Of who has only read the journal: what came with the last change that they have seen comes, perhaps again.</summary>
    public async Task<PositionAnomalies> Situer(PositionFlux position, long derniere, CancellationToken ct) => position.Anomalies ?? (position.Borne is not null
        ? new(0, derniere)
        : new(await Miennes.Where(e => (rendu.VoitTout ? e.Apres : e.ApresOuvert) < position.Position).MaxAsync(e => (long?)e.Numero, ct) ?? 0, null));

    /// <summary>In the present state, an anomaly that changes meanwhile goes beyond it, and comes with the changes.</summary>
    public Task<List<EntreeAnomalie>> Lire(PositionAnomalies position, Suivi suivi, int nombre, CancellationToken ct)
    {
        var (apres, borne, regions, egs, champs) = (position.Numero, position.Borne, suivi.Regions, suivi.Etablissements, suivi.ChampsActivite);
        var entrees = Miennes.Where(e => e.Numero > apres
            && champs.Count == 0 && (regions.Count == 0 || regions.Contains(e.Region!)) && (egs.Count == 0 || egs.Contains(e.EntiteGeographiqueId!.Value)));
        entrees = borne is { } b ? entrees.Where(e => e.Numero <= b && !db.JournalAnomalies.Any(s => s.AnomalieId == e.AnomalieId && s.Numero > e.Numero)) : entrees;
        return entrees.OrderBy(e => e.Numero).Take(nombre).ToListAsync(ct);
    }

    /// <summary>Number of the journal that it comes after, as the caller counts.</summary>
    public long Ancre(EntreeAnomalie entree) => rendu.VoitTout ? entree.Apres : entree.ApresOuvert;

    public ChangementLu Lire(EntreeAnomalie entree, bool etatPresent) => new(
        Ancre(entree),
        etatPresent ? NatureChangement.Publication : entree.Nature,
        new(TypeSuivi.Anomalie, entree.AnomalieId, entree.AnomalieId.ToString(), Liens.Anomalie(entree.AnomalieId)),
        entree.Version,
        entree.Instant,
        etatPresent || entree.Nature == NatureChangement.Publication ? null : ["/statut"],
        null,
        null,
        null,
        null,
        referentiels.Nomenclatures.Lire("J244", entree.Statut.Code()));
}

/// <summary>A page of two lists, each in its order: what was declared comes after the change of the directory that it follows.</summary>
/// <param name="EncorePubliques">There are more of them.</param>
internal sealed record Melange<T>(List<T> Publiques, bool EncorePubliques, List<EntreeAnomalie> Anomalies, bool EncoreAnomalies)
{
    public bool Encore => EncorePubliques || EncoreAnomalies;

    public static Melange<T> De(IReadOnlyList<T> publiques, Func<T, long> numero, IReadOnlyList<EntreeAnomalie> anomalies, Func<EntreeAnomalie, long> ancre, int limite)
    {
        var gardees = publiques.Select(p => (Numero: numero(p), Rang: 0)).Concat(anomalies.Select(a => (Numero: ancre(a), Rang: 1))).Order().Take(limite).ToLookup(g => g.Rang);
        var (nombre, siennes) = (gardees[0].Count(), gardees[1].Count());
        return new([.. publiques.Take(nombre)], publiques.Count > nombre, [.. anomalies.Take(siennes)], anomalies.Count > siennes);
    }
}
