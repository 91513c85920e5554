using Npgsql;
using Ror.Api.Tests;
using Ror.TestKit;
using Ror.TestKit.Charge;
using Ror.TestKit.Moteurs;

namespace Ror.Api.PostgreSql.Tests;

/// <summary>Not by chance but for sure in the middle: writes are held inside their transactions by a locked table, then the node or its backends die.</summary>
[Collection(Grappe.Nom)]
public sealed class MilieuDeTransactionTests(Grappe grappe, ITestOutputHelper sortie)
{
    private static readonly object Relu = new { relu = true };
    private static readonly string Creation = $"/api/v1/unites-fonctionnelles/{Demo.UfHcChirurgies}/offres";

    /// <summary>Tables that stop them → how many of the five kinds of writes they stop.</summary>
    [Theory]
    [InlineData("\"Audit\"", 5)]
    [InlineData("\"Compteurs\", \"OffresPubliees\"", 2)]
    public async Task Tuer_un_noeud_dont_les_ecritures_sont_a_moitie_faites_les_defait(string tables, int arretees)
    {
        var noeuds = await grappe.NoeudsAsync();
        var (avant, autre) = (await noeuds.EnAsync(0), await noeuds.EnAsync(1));
        var nom = $"Milieu, {arretees} arrêtées";
        var cle = ("Idempotency-Key", $"milieu-{Guid.NewGuid()}");
        var ecritures = await EcrituresAsync(avant, nom, cle);
        await using var verrou = await VerrouillerAsync(noeuds.Connexion, tables);
        var reponses = ecritures.Select(e => EssayerAsync(() => e.Envoyer(avant))).ToList();
        await AttendreAsync(noeuds.Connexion, arretees, reponses, ecritures.Count);
        noeuds.Tuer(0);
        var faites = await Task.WhenAll(reponses);
        Assert.Equal(arretees, faites.Count(r => r is null));
        Assert.All(faites.OfType<Reponse>(), r => Assert.True(r.Statut < 300, r.Texte));

        // Another node repeats what was lost, before the server knows that the first one is dead: it waits, and does it.
        var repetees = Enumerable.Range(0, ecritures.Count).Where(i => faites[i] is null).Select(i => ecritures[i].Envoyer(autre)).ToList();
        await Task.Delay(100);
        await verrou.DisposeAsync();
        Assert.All(await Task.WhenAll(repetees), r => Assert.True(r.Statut < 300, $"{r.Requete} : {r.Statut} {r.Texte}"));
        Assert.Single(await autre.ToutLireAsync("/api/v1/offres?limite=200"), o => o.Lu("nom") == nom);
        Constats.DoitTenir(noeuds.Connexion);
    }

    [Fact]
    public async Task Couper_les_connexions_sous_la_charge_ne_donne_que_des_503_et_ne_defait_rien()
    {
        var noeuds = await grappe.NoeudsAsync();
        var alea = new Random(Grappe.Graine);
        sortie.WriteLine($"ROR_SEED={Grappe.Graine}");
        var ecrivains = (await noeuds.ClientsAsync(12)).Select((client, rang) => new Ecrivain(client, $"Coupure {Guid.NewGuid()} {rang}", alea.Next(), patient: true)).ToList();
        using var arret = new CancellationTokenSource();
        var travaux = ecrivains.Select(e => e.TravaillerAsync(arret.Token)).ToList();
        await Constats.AvancerAsync(ecrivains);
        var coupees = 0L;
        for (var fois = 0; fois < 60; fois++)
        {
            // One that is busy, whichever.
            coupees += await DireAsync(noeuds.Connexion, """
                SELECT count(pg_terminate_backend(pid)) FROM (SELECT pid FROM pg_stat_activity
                WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle' ORDER BY random() LIMIT 2) AS occupees
                """);
            await Task.Delay(alea.Next(5, 80));
        }

        await Constats.AvancerAsync(ecrivains);
        await arret.CancelAsync();
        await Task.WhenAll(travaux);
        sortie.WriteLine($"{coupees} connexions coupées, {ecrivains.Sum(e => e.Confirmes)} écritures confirmées, {ecrivains.Sum(e => e.Pannes)} réponses 503.");
        Assert.True(coupees >= 20, "Presque rien n'a été coupé.");
        await Constats.DoitEtreCoherenteAsync(noeuds.Connexion, ecrivains, await noeuds.EnAsync(0));
    }

    [Fact]
    public async Task Ce_qu_un_noeud_mort_finit_d_enregistrer_n_arrete_pas_celui_qui_demarre()
    {
        var connexion = ServeurRor.NouvelleBase();
        await DireAsync(connexion, """CREATE TABLE "Copie" AS SELECT * FROM "Nomenclatures"; DELETE FROM "Nomenclatures"; SELECT 0::bigint""");

        // The lists of the dead node: inserted, its commit still under way on the server.
        await using (var mort = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connexion) { Pooling = false }.ToString()))
        {
            await mort.OpenAsync();
            await using var inserer = new NpgsqlCommand("""BEGIN; INSERT INTO "Nomenclatures" SELECT * FROM "Copie" """, mort);
            await inserer.ExecuteNonQueryAsync();
            var demarrage = Task.Run(() => ServeurRor.Redemarrer(connexion));
            await AttendreAsync(connexion, 1, [], 1);
            await using var finir = new NpgsqlCommand("COMMIT", mort);
            await finir.ExecuteNonQueryAsync();
            await using var serveur = await demarrage;
            Assert.Equal(15, (await (await serveur.EnAsync("referent-occitanie")).ToutLireAsync("/api/v1/offres")).Count);
        }

        MoteurDeTest.Courant.Supprimer(connexion);
    }

    [Fact]
    public async Task Une_base_qui_n_accepte_plus_de_connexions_donne_503_puis_revient()
    {
        var noeuds = await grappe.NoeudsAsync();
        var moi = await noeuds.EnAsync(0);
        (await moi.GetAsync("/api/v1/offres")).Doit(200);
        var nom = new NpgsqlConnectionStringBuilder(noeuds.Connexion).Database!;
        try
        {
            await DireAsync(Administration(noeuds.Connexion), $"""ALTER DATABASE "{nom}" ALLOW_CONNECTIONS false; SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = '{nom}'""");
            Assert.Equal("1", Assert.Single((await moi.GetAsync("/api/v1/offres")).Refuse(503, "service.base-indisponible").Entetes.GetValues("Retry-After")));
            (await moi.PostAsync(Creation, Demo.InformationsChirurgie("Base fermée"))).Refuse(503, "service.base-indisponible");
            Assert.False((await noeuds[0].SanteAsync())!.Doit(503).Corps.GetProperty("verifications").Ou("nom", "base").GetProperty("reussie").GetBoolean());
        }
        finally
        {
            await DireAsync(Administration(noeuds.Connexion), $"""ALTER DATABASE "{nom}" ALLOW_CONNECTIONS true; SELECT 0::bigint""");
        }

        await noeuds.AttendrePretsAsync();
        Assert.DoesNotContain(await moi.ToutLireAsync("/api/v1/offres?limite=200"), o => o.Lu("nom") == "Base fermée");
    }

    // One write of each kind, each on an offer of its own.
    private static async Task<IReadOnlyList<Ecriture>> EcrituresAsync(ClientRor moi, string nom, (string, string) cle)
    {
        var (modifiee, etagModifiee) = await moi.BrouillonAsync($"{nom}, modifiée");
        var (validee, etagValidee) = await moi.CreerOffreCompleteAsync($"{nom}, validée");
        var (supprimee, etagSupprimee) = await moi.BrouillonAsync($"{nom}, supprimée");
        var (abandonnee, etagPubliee) = await moi.PublierOffreAsync($"{nom}, abandonnée");
        var etagAbandonnee = (await moi.PutAsync($"/api/v1/offres/{abandonnee}/sections/contacts", Demo.Contacts("05 36 49 00 14"), ("If-Match", etagPubliee))).Doit(200).ETag;
        return
        [
            new(c => c.PostAsync(Creation, Demo.InformationsChirurgie(nom), cle)),
            new(c => c.PutAsync($"/api/v1/offres/{modifiee}/sections/contacts", Demo.Contacts(), ("If-Match", etagModifiee))),
            new(c => c.PostAsync($"/api/v1/offres/{validee}/validation", Relu, ("If-Match", etagValidee))),
            new(c => c.DeleteAsync($"/api/v1/offres/{supprimee}", ("If-Match", etagSupprimee))),
            new(c => c.DeleteAsync($"/api/v1/offres/{abandonnee}/modifications", ("If-Match", etagAbandonnee))),
        ];
    }

    private static async Task<Reponse?> EssayerAsync(Func<Task<Reponse>> envoyer)
    {
        try
        {
            return await envoyer();
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    // Nobody can insert nor update there until this is disposed of.
    private static async Task<NpgsqlConnection> VerrouillerAsync(string connexion, string tables)
    {
        var verrou = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connexion) { Pooling = false }.ToString());
        await verrou.OpenAsync();
        await using var prendre = new NpgsqlCommand($"BEGIN; LOCK TABLE {tables} IN SHARE MODE", verrou);
        await prendre.ExecuteNonQueryAsync();
        return verrou;
    }

    // Those that the table stops wait for it; the others have been answered.
    private static Task AttendreAsync(string connexion, int arretees, List<Task<Reponse?>> reponses, int nombre) => Constats.AttendreAsync(async () =>
        reponses.Count(r => r.IsCompleted) == nombre - arretees
        && await DireAsync(connexion, "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'") == arretees);

    private static string Administration(string connexion) => new NpgsqlConnectionStringBuilder(connexion) { Database = "postgres" }.ToString();

    private static async Task<long> DireAsync(string connexion, string sql)
    {
        await using var ouverte = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connexion) { Pooling = false }.ToString());
        await ouverte.OpenAsync();
        await using var commande = new NpgsqlCommand(sql, ouverte);
        return (long)(await commande.ExecuteScalarAsync())!;
    }

    private sealed record Ecriture(Func<ClientRor, Task<Reponse>> Envoyer);
}
