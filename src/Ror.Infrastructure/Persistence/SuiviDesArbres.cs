using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Ror.Application.Structures.Arborescences;
using Ror.Domain.Identifiants;
using Ror.Domain.Lieux;
using Ror.Domain.Offres;
using Ror.Domain.Structures;

namespace Ror.Infrastructure.Persistence;

/// <summary>What a tree tells, and by what it is known to be unchanged. Of an offer, it follows the offer: worked out again by the act that changes its content or closes a lieu of it, carried along by one that does not.</summary>
internal sealed class SuiviDesArbres(RorDbContext db, IApercusDesOffres apercus)
{
    private const int Lot = 500;

    private static readonly string[] Evalues = [nameof(Offre.Contenu), nameof(Offre.Publie), nameof(Offre.Marques), nameof(Offre.EtapesPreremplies)];

    /// <summary>Saves what changed, then what is told of it, in the open transaction.</summary>
    public async Task SauverAsync(CancellationToken ct)
    {
        var offres = db.ChangeTracker.Entries<Offre>().Where(e => e.State is EntityState.Added or EntityState.Modified).ToList();
        List<Offre> evaluees = [.. offres.Where(EstAEvaluer).Select(e => e.Entity)];
        var autres = offres.Where(e => !EstAEvaluer(e)).ToLookup(Avancee, e => e.Entity.Id);
        List<Guid> etablissements = [.. db.ChangeTracker.Entries<EntiteGeographique>().Where(AChangeDeCategorie).Select(e => e.Entity.Id)];
        List<IdentifiantRegional> fermes = [.. db.ChangeTracker.Entries<LieuRealisationOffre>().Where(VientDeFermer).Select(e => e.Entity.Identifiant)];
        db.DepartsOffres.AddRange(db.ChangeTracker.Entries<Offre>().Where(EstPartie).Select(e => new DepartOffre(Avant<Guid>(e, nameof(Offre.EntiteGeographiqueId)), e.Entity.Id, Avant<long>(e, nameof(Offre.Version)))).ToList());
        await db.SaveChangesAsync(ct);

        // A row that was behind stays behind.
        foreach (var (pas, ids) in autres.SelectMany(a => a.Chunk(Lot), (a, ids) => (a.Key, ids)))
        {
            await db.ApercusOffres.Where(a => ids.Contains(a.OffreId)).ExecuteUpdateAsync(a => a.SetProperty(x => x.Version, x => x.Version + pas), ct);
        }

        // All of their offers are worked out again, in their time.
        foreach (var id in etablissements)
        {
            await db.ApercusOffres.Where(a => db.Offres.Any(o => o.Id == a.OffreId && o.EntiteGeographiqueId == id)).ExecuteDeleteAsync(ct);
        }

        // No validation publishes a lieu closed for good: an offer that was to be published there lacks something.
        foreach (var lot in fermes.Chunk(Lot))
        {
            evaluees.AddRange(await db.Offres.AsNoTracking().Where(o => db.LiensLieux.Any(l => l.OffreId == o.Id && l.Saisi && !l.Publie && lot.Contains(l.Lieu))).ToListAsync(ct));
        }

        if (evaluees.Count > 0)
        {
            await apercus.EcrireAsync([.. evaluees.DistinctBy(o => o.Id)], ct);
            await db.SaveChangesAsync(ct);

            // The next save of this act writes others.
            foreach (var entree in db.ChangeTracker.Entries<ApercuOffre>().ToList())
            {
                entree.State = EntityState.Detached;
            }
        }
    }

    private static bool EstAEvaluer(EntityEntry<Offre> entree) => entree.State == EntityState.Added || Evalues.Any(e => entree.Property(e).IsModified);

    private static bool VientDeFermer(EntityEntry<LieuRealisationOffre> entree) => entree is { State: EntityState.Modified, Entity.Etat: StatutOffre.FermeeDefinitivement } && entree.Property(l => l.Fermeture).IsModified;

    private static long Avancee(EntityEntry<Offre> entree) => entree.Entity.Version - Avant<long>(entree, nameof(Offre.Version));

    private static bool EstPartie(EntityEntry<Offre> entree) =>
        entree.State == EntityState.Deleted || (entree.State == EntityState.Modified && Avant<Guid>(entree, nameof(Offre.EntiteGeographiqueId)) != entree.Entity.EntiteGeographiqueId);

    private static T Avant<T>(EntityEntry<Offre> entree, string propriete) => entree.OriginalValues.GetValue<T>(propriete);

    private static bool AChangeDeCategorie(EntityEntry<EntiteGeographique> entree) =>
        entree.State == EntityState.Modified && entree.OriginalValues.GetValue<FicheEntiteGeographique>(nameof(EntiteGeographique.Fiche)).Categorie != entree.Entity.Fiche.Categorie;
}
