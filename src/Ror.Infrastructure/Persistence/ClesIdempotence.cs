using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Infrastructure.Persistence.Configurations;

namespace Ror.Infrastructure.Persistence;

internal sealed class ClesIdempotence(RorDbContext db, IMoteur moteur, IUniteDeTravail travail, TimeProvider horloge) : IClesIdempotence
{
    private static readonly TimeSpan Duree = TimeSpan.FromHours(24);

    public async Task<IssueIdempotente> ExecuterAsync(CleIdempotence cle, string empreinte, Func<Task<ReponseGardee>> effet, CancellationToken ct)
    {
        if (await Trouver(cle, ct) is { } connue)
        {
            return Rejouer(connue, empreinte);
        }

        try
        {
            var reponse = await travail.ExecuterAsync(() => Essayer(cle, empreinte, effet, ct), r => r.Statut < 300, ct);
            return new(reponse, Rejouee: false, CorpsDifferent: false);
        }
        catch (DbUpdateException e) when (moteur.EstViolationUnicite(e))
        {
            // A parallel repeat: this one waited on the unique index until the first was done.
            return await Trouver(cle, ct) is { } premiere ? Rejouer(premiere, empreinte) : throw new InvalidOperationException("La clé d'idempotence a disparu.", e);
        }
    }

    private static IssueIdempotente Rejouer(ReponseIdempotente deja, string empreinte) => deja.Empreinte != empreinte
        ? new(null, Rejouee: false, CorpsDifferent: true)
        : new(new(deja.Statut, JsonSerializer.Deserialize<Dictionary<string, string>>(deja.Entetes)!, deja.Corps), Rejouee: true, CorpsDifferent: false);

    private Task<ReponseIdempotente?> Trouver(CleIdempotence cle, CancellationToken ct)
    {
        var limite = horloge.Instant() - Duree;
        return db.ReponsesIdempotentes.AsNoTracking().SingleOrDefaultAsync(
            r => r.Appelant == cle.Appelant && r.Methode == cle.Methode && r.Chemin == cle.Chemin && r.Cle == cle.Cle && r.CreeLe >= limite, ct);
    }

    private async Task<ReponseGardee> Essayer(CleIdempotence cle, string empreinte, Func<Task<ReponseGardee>> effet, CancellationToken ct)
    {
        var instant = horloge.Instant();
        var limite = instant - Duree;
        await db.ReponsesIdempotentes.Where(r => r.CreeLe < limite).ExecuteDeleteAsync(ct);
        var ligne = new ReponseIdempotente
        {
            Appelant = cle.Appelant,
            Methode = cle.Methode,
            Chemin = cle.Chemin,
            Cle = cle.Cle,
            Empreinte = empreinte,
            CreeLe = instant,
        };
        db.ReponsesIdempotentes.Add(ligne);
        await db.SaveChangesAsync(ct);

        var reponse = await effet();
        (ligne.Statut, ligne.Entetes, ligne.Corps) = (reponse.Statut, JsonSerializer.Serialize(reponse.Entetes), reponse.Corps);
        return reponse;
    }
}
