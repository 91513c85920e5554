using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Ror.Domain.Offres;
using Ror.Infrastructure.Persistence;
using Ror.TestKit;
using Ror.TestKit.Moteurs;
using Ror.TestKit.Nos;
using Ror.TestKit.SqlServer;

namespace Ror.Api.Tests.Sqlite;

/// <summary>What this suite plays on SQLite is played on SQL Server too; these tests prove that nothing escapes, and that a refusal is heard.</summary>
public sealed class SqlServerEspionTests(ServeurRor serveur) : IClassFixture<ServeurRor>
{
    /// <summary>Filled by the migration.</summary>
    private static readonly string[] Semees = ["Compteurs"];

    [Fact]
    public async Task D_une_base_vide_a_une_offre_republiee_tout_est_joue_sur_SQL_Server()
    {
        var connexion = MoteurDeTest.Courant.Nouvelle();
        await using var neuf = ServeurRor.Redemarrer(connexion);
        await RaconterAsync(await neuf.EnAsync("responsable-ch-albi"));
        await (await neuf.EnAsync("administrateur")).ImporterAsync(FichiersNos.Fichier("JDV_J999-CouleurBadge-TEST.json"));
        var instructions = neuf.Services.GetRequiredService<EspionSqlServer>().Instructions;
        var effets = instructions.SelectMany(i => GrammaireSqlServer.Effets(i.Texte)).ToHashSet();

        // What SQLite was told, verb by verb and table by table; and every table was written.
        Assert.Equal(neuf.Services.GetRequiredService<TemoinSqlite>().Effets.Order(), effets.Order());
        Assert.Equal(Tables(neuf).Except(Semees).Select(t => $"INSERT {t}").Order(), effets.Where(e => e.StartsWith("INSERT", StringComparison.Ordinal)).Order());
        Assert.Superset(new HashSet<string> { "UPDATE Offres", "UPDATE OffresPubliees", "UPDATE ReponsesIdempotentes", "UPDATE Compteurs", "DELETE Offres", "DELETE ReponsesIdempotentes" }, effets);
        Assert.All(["UPDATE Compteurs", "DELETE ReponsesIdempotentes"], e => Assert.Contains(instructions, i => i.Origine == CommandSource.ExecuteUpdate && GrammaireSqlServer.Effets(i.Texte).Contains(e)));

        await neuf.ArreterAsync();
        MoteurDeTest.Courant.Supprimer(connexion);
    }

    [Fact]
    public async Task Une_requete_que_SQL_Server_2019_refuse_echoue_la_ou_elle_est_jouee()
    {
        await using var portee = serveur.Services.CreateAsyncScope();
        var offres = portee.ServiceProvider.GetRequiredService<RorDbContext>().Offres;
        var refus = await Assert.ThrowsAsync<TexteRefuseException>(() => offres.Select(o => Math.Max(o.NumeroVersion, 1)).ToListAsync());
        Assert.Contains("GREATEST", refus.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<NotSupportedException>(() => offres.FromSqlRaw("SELECT * FROM Offres").ToListAsync());
        var compilee = EF.CompileQuery((RorDbContext db, int numero) => db.Set<Offre>().Count(o => Math.Max(o.NumeroVersion, numero) > numero));
        Assert.Throws<TexteRefuseException>(() => compilee(portee.ServiceProvider.GetRequiredService<RorDbContext>(), 1));
    }

    [Fact]
    public async Task Chaque_jeu_de_parametres_est_joue()
    {
        var moi = await serveur.EnAsync("grand-public");
        (await moi.GetAsync("/api/v1/diffusion/offres?region=76&region=11")).Doit(200);
        (await moi.GetAsync("/api/v1/diffusion/offres?region=76&region=11&region=24&region=32")).Doit(200);
        var textes = serveur.Services.GetRequiredService<EspionSqlServer>().Instructions.Select(i => i.Texte).ToList();
        Assert.Contains(textes, t => Regex.IsMatch(t, @"\[Region\] IN \((@\w+(, )?){2}\)"));
        Assert.Contains(textes, t => Regex.IsMatch(t, @"\[Region\] IN \((@\w+(, )?){4}\)"));
    }

    [Fact]
    public async Task Rejouer_une_sauvegarde_ne_change_rien_a_ce_qui_sera_sauve()
    {
        await using var portee = serveur.Services.CreateAsyncScope();
        var db = portee.ServiceProvider.GetRequiredService<RorDbContext>();
        var offres = await db.Offres.OrderBy(o => o.Id).Take(2).ToListAsync();
        db.Entry(offres[0]).Property(o => o.NumeroVersion).CurrentValue += 1;
        db.Remove(offres[1]);
        db.Audit.Add(new(Guid.CreateVersion7(), DateTime.UtcNow, "sujet", "Acte", "Offre", offres[0].Id, 1, null, null));
        db.ChangeTracker.DetectChanges();
        var avant = db.ChangeTracker.DebugView.LongView;

        var espion = new EspionSqlServer();
        espion.Jouer(db.ChangeTracker);
        Assert.Equal(avant, db.ChangeTracker.DebugView.LongView);

        // Only what changed is written, and only on the version that was read.
        var texte = Assert.Single(espion.Instructions).Texte;
        Assert.Equal(["DELETE Offres", "INSERT Audit", "UPDATE Offres"], GrammaireSqlServer.Effets(texte).Order());
        Assert.Matches(@"UPDATE \[Offres\] SET \[NumeroVersion\] = @p\d+\s+OUTPUT 1\s+WHERE \[Id\] = @p\d+ AND \[Version\] = @p\d+;", texte);
    }

    private static async Task RaconterAsync(ClientRor moi)
    {
        var creation = $"/api/v1/unites-fonctionnelles/{Demo.UfHcChirurgies}/offres";
        (await moi.PostAsync(creation, Demo.InformationsChirurgie("Espionnée"), ("Idempotency-Key", "espion"))).Doit(201);
        var (id, etag) = await moi.BrouillonAsync("Supprimée");
        (await moi.DeleteAsync($"/api/v1/offres/{id}", ("If-Match", etag))).Doit(204);

        // The published version of the demonstration is replaced.
        var offre = $"/api/v1/offres/{Demo.ConsultationAnesthesie}";
        etag = (await moi.PutAsync($"{offre}/sections/contacts", Demo.Contacts(), ("If-Match", await moi.ETagAsync(Demo.ConsultationAnesthesie)))).Doit(200).ETag;
        (await moi.PostAsync($"{offre}/validation", new { relu = true }, ("If-Match", etag))).Doit(200);
    }

    private static List<string> Tables(ServeurRor serveur)
    {
        using var portee = serveur.Services.CreateScope();
        return [.. portee.ServiceProvider.GetRequiredService<RorDbContext>().Model.GetEntityTypes().Select(t => t.GetTableName()!).Distinct()];
    }
}
