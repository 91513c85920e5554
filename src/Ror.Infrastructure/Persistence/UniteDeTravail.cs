using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage;
using Ror.Application.Commun;
using Ror.Application.Diffusion;
using Ror.Domain.Anomalies;
using Ror.Domain.Commun;
using Ror.Domain.Diffusion;
using Ror.Domain.Offres;
using Ror.Domain.Professionnels;

namespace Ror.Infrastructure.Persistence;

/// <summary>
/// One transaction per act. On SQLite it takes the write lock at once, so that what the act reads is what it changes. A server that fails in
/// passing makes the whole act run again; a commit whose outcome is unknown is never repeated. Before it commits, what the world reads follows
/// what the act changed, and takes its numbers in the journal: last of all, so that nobody waits for the counter longer than a commit lasts.
/// </summary>
internal sealed class UniteDeTravail(RorDbContext db, IMoteur moteur, IProjection projection, SuiviDesArbres arbres, Journalisation journal) : IUniteDeTravail
{
    // What the world sees of an offer.
    private static readonly string[] Vus = [nameof(Offre.Statut), nameof(Offre.Fermeture), nameof(Offre.FermeturePrevue), nameof(Offre.ParentId), nameof(Offre.NumeroVersion)];

    private readonly HashSet<Agregat> _changes = [];

    // Whether each is new in this transaction.
    private readonly Dictionary<Anomalie, bool> _anomalies = [];

    public Task<T> ExecuterAsync<T>(Func<Task<T>> acte, Func<T, bool> reussi, CancellationToken ct) => db.Database.CurrentTransaction is not null
        ? Sauver(acte, reussi, ct)
        : db.Database.CreateExecutionStrategy().ExecuteAsync(jeton => EnTransaction(acte, reussi, jeton), ct);

    private async Task<T> EnTransaction<T>(Func<Task<T>> acte, Func<T, bool> reussi, CancellationToken ct)
    {
        using var tour = await moteur.PrendreSonTourAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var garde = false;
        _changes.Clear();
        _anomalies.Clear();
        projection.Commencer();
        try
        {
            var resultat = await Sauver(acte, reussi, ct);
            if (reussi(resultat))
            {
                var publications = await PublierAsync(ct);

                // Until then the act may run again, and begins with what the database holds.
                garde = true;
                await Conclure(transaction);
                journal.Annoncer(publications, _anomalies.Count > 0);
            }

            return resultat;
        }
        finally
        {
            if (!garde)
            {
                // What was tracked never happened: a later read of this request must not see it.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<IReadOnlyList<Application.Diffusion.Publication>> PublierAsync(CancellationToken ct)
    {
        try
        {
            var publications = await projection.ProjeterAsync(_changes, ct);
            await journal.EcrireAsync(publications, [.. _anomalies.Select(a => EntreeAnomalie.De(a.Key, a.Value))], ct);
            return publications;
        }
        catch (DbUpdateConcurrencyException e)
        {
            throw new PublicationDepasseeException(e);
        }
    }

    // Once the act is decided its caller cannot take it back by hanging up.
    private static async Task Conclure(IDbContextTransaction transaction)
    {
        try
        {
            await transaction.CommitAsync(CancellationToken.None);
        }
        catch (DbException e)
        {
            throw new IssueIncertaineException(e);
        }
    }

    private async Task<T> Sauver<T>(Func<Task<T>> acte, Func<T, bool> reussi, CancellationToken ct)
    {
        var resultat = await acte();
        if (reussi(resultat))
        {
            await Sauver(ct);
        }

        return resultat;
    }

    private async Task Sauver(CancellationToken ct)
    {
        try
        {
            foreach (var entree in db.ChangeTracker.Entries<Anomalie>().Where(e => e.State is EntityState.Added or EntityState.Modified))
            {
                _anomalies[entree.Entity] = _anomalies.GetValueOrDefault(entree.Entity) || entree.State == EntityState.Added;
            }

            _changes.UnionWith(db.ChangeTracker.Entries<Agregat>().Where(SeVoit).Select(e => e.Entity));
            await arbres.SauverAsync(ct);
        }
        catch (DbUpdateException e) when (moteur.EstViolationUnicite(e))
        {
            throw new DoublonException(e);
        }
    }

    private static bool SeVoit(EntityEntry<Agregat> entree) => entree is { State: EntityState.Added or EntityState.Modified, Entity: not (Professionnel or Anomalie) }
        && (entree.Entity is not Offre offre || (offre.NumeroVersion > 0 && (entree.State == EntityState.Added || Vus.Any(vu => entree.Property(vu).IsModified))));
}

/// <summary>Another act published the same object between the reading of its row and the writing: the whole act is run again.</summary>
internal sealed class PublicationDepasseeException(Exception conflit) : Exception(conflit.Message, conflit);
