using Microsoft.EntityFrameworkCore;
using Ror.Domain.Diffusion;
using Ror.Infrastructure.Persistence.Configurations;

namespace Ror.Infrastructure.Persistence;

/// <summary>
/// Numbers the journal. The counter is one row, changed last in the transaction and held until its end: numbers follow the order of commits, and a
/// transaction that is given up gives its numbers back (ADR 21).
/// </summary>
internal sealed class Journalisation(RorDbContext db, IMoteur moteur, VeilleJournal veille)
{
    public async Task EcrireAsync(IReadOnlyList<Application.Diffusion.Publication> publications, IReadOnlyList<EntreeAnomalie> anomalies, CancellationToken ct)
    {
        if (publications.Count + anomalies.Count == 0)
        {
            return;
        }

        // Before the counter is held: whatever takes long.
        await db.SaveChangesAsync(ct);
        var ouvertes = publications.Count(p => p.Entree.EstOuverte);
        var (sequence, ouverte) = (await PrendreAsync(CompteurConfiguration.Journal, publications.Count, ct), await PrendreAsync(CompteurConfiguration.JournalOuvert, ouvertes, ct));
        await NumeroterAsync(anomalies, sequence + publications.Count, ouverte + ouvertes, ct);
        foreach (var (entree, objet, _) in publications)
        {
            entree.Numeroter(++sequence, entree.EstOuverte ? ++ouverte : null);
            objet.Numeroter(entree);
        }

        var enMasse = publications.Where(p => p.EnMasse).ToList();
        await moteur.InsererAsync(db, enMasse.Select(p => (StructurePubliee)p.Objet), ct);
        await moteur.InsererAsync(db, enMasse.Select(p => p.Entree), ct);
        db.Journal.AddRange(publications.Where(p => !p.EnMasse).Select(p => p.Entree));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Once committed: this node need not wait for its next look at the journal.</summary>
    public void Annoncer(IReadOnlyList<Application.Diffusion.Publication> publications, bool anomalies) => veille.Annoncer(publications, anomalies);

    // The counter of the journal is held: nobody else numbers anything before this is committed.
    private async Task NumeroterAsync(IReadOnlyList<EntreeAnomalie> anomalies, long apres, long apresOuvert, CancellationToken ct)
    {
        if (anomalies.Count == 0)
        {
            return;
        }

        _ = await PrendreAsync(CompteurConfiguration.Anomalies, anomalies.Count, ct);
        foreach (var siennes in anomalies.GroupBy(a => a.Declarant))
        {
            var numero = await db.JournalAnomalies.Where(e => e.Declarant == siennes.Key).MaxAsync(e => (long?)e.Numero, ct) ?? 0;
            foreach (var entree in siennes)
            {
                entree.Numeroter(++numero, apres, apresOuvert);
            }
        }

        db.JournalAnomalies.AddRange(anomalies);
    }

    // The last number taken before these.
    private async Task<long> PrendreAsync(string compteur, int nombre, CancellationToken ct)
    {
        await db.Compteurs.Where(c => c.Cle == compteur).ExecuteUpdateAsync(s => s.SetProperty(c => c.Valeur, c => c.Valeur + nombre), ct);
        return await db.Compteurs.Where(c => c.Cle == compteur).Select(c => c.Valeur).SingleAsync(ct) - nombre;
    }
}
