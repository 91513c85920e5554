using Microsoft.EntityFrameworkCore;
using Ror.Application.Diffusion;
using Ror.Infrastructure.Persistence.Configurations;

namespace Ror.Infrastructure.Persistence;

/// <summary>
/// Numbers the journal. The counter is one row, changed last in the transaction and held until its end: numbers follow the order of commits, and a
/// transaction that is given up gives its numbers back (ADR 21).
/// </summary>
internal sealed class Journalisation(RorDbContext db, IMoteur moteur, VeilleJournal veille)
{
    public async Task EcrireAsync(IReadOnlyList<Publication> publications, CancellationToken ct)
    {
        if (publications.Count == 0)
        {
            return;
        }

        // Before the counter is held: whatever takes long.
        await db.SaveChangesAsync(ct);
        var ouvertes = publications.Count(p => p.Entree.EstOuverte);
        var (sequence, ouverte) = (await PrendreAsync(CompteurConfiguration.Journal, publications.Count, ct), await PrendreAsync(CompteurConfiguration.JournalOuvert, ouvertes, ct));
        foreach (var (entree, objet, _) in publications)
        {
            entree.Numeroter(++sequence, entree.EstOuverte ? ++ouverte : null);
            objet.Numeroter(entree);
        }

        var enMasse = publications.Where(p => p.EnMasse).ToList();
        await moteur.InsererAsync(db, enMasse.Select(p => (Domain.Diffusion.StructurePubliee)p.Objet), ct);
        await moteur.InsererAsync(db, enMasse.Select(p => p.Entree), ct);
        db.Journal.AddRange(publications.Where(p => !p.EnMasse).Select(p => p.Entree));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Once committed: this node need not wait for its next look at the journal.</summary>
    public void Annoncer(IReadOnlyList<Publication> publications) => veille.Annoncer(publications);

    // The last number taken before these.
    private async Task<long> PrendreAsync(string compteur, int nombre, CancellationToken ct)
    {
        await db.Compteurs.Where(c => c.Cle == compteur).ExecuteUpdateAsync(s => s.SetProperty(c => c.Valeur, c => c.Valeur + nombre), ct);
        return await db.Compteurs.Where(c => c.Cle == compteur).Select(c => c.Valeur).SingleAsync(ct) - nombre;
    }
}
