using Ror.TestKit;
using Ror.TestKit.Moteurs;

namespace Ror.Api.Tests;

/// <summary>A database that does not exist yet: made once, whole, whoever starts, however many, whatever dies meanwhile. Real processes.</summary>
[Collection(Grappe.Nom)]
public sealed class PremierDemarrageTests(ITestOutputHelper sortie) : IDisposable
{
    private const string Commande = "Executed DbCommand";

    /// <summary>One line per SQL command: how far a start has come, and when to kill it.</summary>
    private static readonly (string Nom, string Valeur) SqlAuJournal = ("Logging__LogLevel__Microsoft.EntityFrameworkCore.Database.Command", "Information");

    private readonly string _dossier = Directory.CreateTempSubdirectory("ror-demarrage-").FullName;
    private readonly string _connexion = MoteurDeTest.Courant.Absence is null ? MoteurDeTest.Courant.Nouvelle() : "";

    // An embedded engine too: two processes by mistake must not spoil its file.
    private static int Ensemble => Math.Max(2, MoteurDeTest.Courant.Noeuds);

    private (string Nom, string Valeur)[] Variables => MoteurDeTest.Courant.Variables(_connexion);

    [Fact]
    public async Task Tuer_pendant_le_premier_demarrage_puis_demarrer_donne_une_base_complete()
    {
        // Migrating, then loading the lists, then the demo: what is done stays, and the next start begins further.
        foreach (var commandes in new[] { 1, 12, 30, 46, 25, 12, 45, 70 })
        {
            using var service = ProcessusRor.Lancer(_dossier, "Development", new Mort(Commande, commandes), [SqlAuJournal, .. Variables]);
            await Constats.AttendreAsync(async () => service.EstArrete || await service.SanteAsync() is { Statut: 200 });
            sortie.WriteLine($"Commande {commandes} : {(service.EstArrete ? "tué" : "prêt avant")}, {service.Compter(Commande)} commandes SQL lues.");
        }

        await using var noeuds = await NoeudsRor.DemarrerAsync(1, _connexion);
        await DoitEtreCompleteAsync(await noeuds.ClientsAsync(noeuds.Nombre, "referent-occitanie"));
    }

    [Fact]
    public async Task Des_noeuds_qui_demarrent_ensemble_font_la_base_une_fois()
    {
        await using var noeuds = await NoeudsRor.DemarrerAsync(Ensemble, _connexion);
        await DoitEtreCompleteAsync(await noeuds.ClientsAsync(noeuds.Nombre, "referent-occitanie"));
    }

    [Fact]
    public async Task Quand_le_noeud_qui_prepare_meurt_un_autre_prend_la_suite()
    {
        await using var noeuds = NoeudsRor.Lancer(2, _connexion, SqlAuJournal);
        await Constats.AttendreAsync(() => Math.Max(noeuds[0].Compter(Commande), noeuds[1].Compter(Commande)) >= 12);
        var preparait = noeuds[0].Compter(Commande) >= 12 ? 0 : 1;
        noeuds.Tuer(preparait);
        sortie.WriteLine($"Tué après {noeuds[preparait].Compter(Commande)} commandes SQL.");
        await noeuds[1 - preparait].AttendrePretAsync();
        await DoitEtreCompleteAsync(await noeuds.EnAsync(1 - preparait, "referent-occitanie"));
    }

    [Fact]
    public async Task Deux_migrer_a_la_fois_migrent_une_fois()
    {
        var issues = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => ProcessusRor.ExecuterAsync(_dossier, "Production", ["migrer"], Variables)));
        Assert.All(issues, i => Assert.Equal((0, ""), (i.Code, i.Erreur)));
        Assert.Single(issues, i => i.Sortie.Contains("La base est à jour.", StringComparison.Ordinal));
        Assert.Single(issues, i => i.Sortie.Contains("Migrations appliquées : ", StringComparison.Ordinal));
        Assert.Equal(MigrationsLivrees(issues), Migrations());
    }

    [Fact]
    public async Task Sans_droit_de_migrer_un_noeud_attend_que_migrer_ait_ete_lance()
    {
        await using var noeuds = NoeudsRor.Lancer(1, _connexion, ("Persistance__MigrerAuDemarrage", "false"));
        await Constats.AttendreAsync(async () => await noeuds[0].SanteAsync() is not null);
        var attente = (await noeuds[0].SanteAsync())!.Doit(503);
        Assert.False(Verification(attente, "migrations"));
        (await noeuds[0].Client.GetAsync("/health/live")).Doit(200);
        Assert.Equal("1", Assert.Single((await noeuds[0].Client.GetAsync("/api/v1/offres")).Refuse(503, "service.en-demarrage").Entetes.GetValues("Retry-After")));

        // It has not made anything by itself, and does not by waiting.
        await Task.Delay(1500);
        Assert.False(Verification((await noeuds[0].SanteAsync())!.Doit(503), "migrations"));
        var migrer = await ProcessusRor.ExecuterAsync(_dossier, "Production", ["migrer"], Variables);
        Assert.True(migrer.Code == 0, migrer.Erreur);
        await noeuds.AttendrePretsAsync();
        Assert.True(Verification((await noeuds[0].SanteAsync())!, "migrations"));
        await DoitEtreCompleteAsync(await noeuds.ClientsAsync(noeuds.Nombre, "referent-occitanie"));
    }

    [Fact]
    public async Task Un_mot_qui_n_est_pas_une_commande_arrete_avec_une_phrase()
    {
        var (code, _, erreur) = await ProcessusRor.ExecuterAsync(_dossier, "Development", ["migrez"], Variables);
        Assert.Equal((1, "« migrez » n'est pas une commande (importer-conventionnements, importer-finess, importer-nos, importer-rpps, migrer, reconstruire, sauvegarder)."), (code, erreur));
    }

    public void Dispose()
    {
        if (_connexion.Length > 0)
        {
            MoteurDeTest.Courant.Supprimer(_connexion);
        }

        Directory.Delete(_dossier, recursive: true);
    }

    // The whole demo, once: it says the same as a service that started alone and undisturbed.
    private async Task DoitEtreCompleteAsync(params ClientRor[] clients)
    {
        await using var temoin = new ServeurRor();
        var attendu = await DireAsync(await temoin.EnAsync("referent-occitanie"));
        foreach (var client in clients)
        {
            Assert.Equal(attendu, await DireAsync(client));
        }

        Assert.Equal(Migrations().Distinct(), Migrations());
        Constats.DoitTenir(_connexion);
        var (id, _) = await clients[0].PublierOffreAsync("Après le premier démarrage");
        Assert.Equal("Validee", (await clients[^1].GetAsync($"/api/v1/offres/{id}")).Doit(200).Corps.Lu("statut"));
    }

    // All that does not depend on the hour.
    private static async Task<string> DireAsync(ClientRor client)
    {
        var offres = from o in await client.ToutLireAsync("/api/v1/offres?limite=200") select $"{o.Lu("id")} {o.Lu("identifiant")} {o.Lu("nom")} {o.Lu("statut")}";
        var publiees = from o in await client.ToutLireAsync("/api/v1/diffusion/offres?limite=200") select $"{o.Lu("id")} {o.Membre("sections").GetRawText()}";
        var listes = from l in (await client.GetAsync("/api/v1/nomenclatures")).Doit(200).Corps.GetProperty("elements").EnumerateArray() select l.GetRawText();
        var modeles = from m in (await client.GetAsync("/api/v1/modeles-saisie")).Doit(200).Corps.GetProperty("elements").EnumerateArray() select m.GetRawText();
        var arbre = (await client.GetAsync($"/api/v1/entites-geographiques/{Demo.ChAlbi}/arborescence")).Doit(200).Texte;
        return string.Join('\n', [.. offres, .. publiees, .. listes, .. modeles, arbre]);
    }

    private static bool Verification(Reponse sante, string nom) => sante.Corps.GetProperty("verifications").Ou("nom", nom).GetProperty("reussie").GetBoolean();

    private static IEnumerable<string> MigrationsLivrees(IEnumerable<(int Code, string Sortie, string Erreur)> issues) =>
        issues.Select(i => i.Sortie).Single(s => s.Contains("appliquées", StringComparison.Ordinal)).Split(": ")[1].TrimEnd('.').Split(", ");

    private List<string> Migrations()
    {
        using var db = MoteurDeTest.Courant.Ouvrir(_connexion);
        using var lire = db.CreateCommand();
        lire.CommandText = """SELECT "MigrationId" FROM "__EFMigrationsHistory" ORDER BY "MigrationId" """;
        using var lecteur = lire.ExecuteReader();
        var lues = new List<string>();
        while (lecteur.Read())
        {
            lues.Add(lecteur.GetString(0));
        }

        return lues;
    }
}
