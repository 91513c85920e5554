using System.Data.Common;
using System.Diagnostics;
using Ror.TestKit;
using Ror.TestKit.Moteurs;

namespace Ror.Api.Tests;

/// <summary>What happens to who waits, and to what is published, when a process of the service comes or goes.</summary>
public sealed class ProcessusDiffusionTests : IDisposable
{
    private readonly string _dossier = Directory.CreateTempSubdirectory("ror-arret-").FullName;
    // Made by the first test that runs: there may be no engine.
    private readonly Lazy<string> _base = new(ServeurRor.NouvelleBase);

    [Fact]
    public async Task Qui_attend_des_nouvelles_est_rendu_quand_le_noeud_s_arrete()
    {
        using var service = await ProcessusRor.DemarrerAsync(_dossier, "Development", MoteurDeTest.Courant.Variables(_base.Value));
        var client = await service.EnAsync("plateforme-occitanie");
        var depuis = "0";
        while ((await client.GetAsync($"/api/v1/diffusion/changements?depuis={depuis}&limite=200")).Doit(200).Corps is var page && page.Lu("suivant") is var suivant && suivant != depuis)
        {
            depuis = suivant;
        }

        long debut;
        var attente = client.GetAsync($"/api/v1/diffusion/changements?depuis={depuis}&attente=60");
        await Task.Delay(1000);
        Assert.False(attente.IsCompleted);
        debut = Stopwatch.GetTimestamp();
        service.DemanderLArret();
        Assert.Equal(depuis, (await attente).Doit(200).Corps.Lu("suivant"));
        Assert.Equal(0, await service.FinAsync());
        Assert.InRange(Stopwatch.GetElapsedTime(debut).TotalSeconds, 0, 15);
    }

    [Fact]
    public async Task Reconstruire_en_ligne_de_commande_dit_ce_qui_differait_puis_plus_rien()
    {
        const string Egal = "Ce qui est publié est égal à ce que dit la saisie (7 établissements relus).";
        Assert.Equal((0, Egal, ""), await ExecuterAsync("reconstruire"));
        await AbimerAsync("""DELETE FROM "StructuresPubliees" WHERE "Type" = 'Pole'""");
        var (code, sortie, erreur) = await ExecuterAsync("reconstruire");
        Assert.Equal((0, ""), (code, erreur));
        Assert.Equal(2, sortie.Split('\n').Count(l => l.StartsWith("réécrit : ", StringComparison.Ordinal)));
        Assert.EndsWith("2 objets publiés différaient de la saisie ; ils sont réécrits (7 établissements relus).", sortie, StringComparison.Ordinal);
        Assert.Equal((0, Egal, ""), await ExecuterAsync("reconstruire"));
        Assert.Equal((1, "", "reconstruire ne prend pas d'argument ; une option s'écrit --Cle=valeur."), await ExecuterAsync("reconstruire", "tout"));
    }

    public void Dispose()
    {
        if (_base.IsValueCreated)
        {
            MoteurDeTest.Courant.Supprimer(_base.Value);
        }

        Directory.Delete(_dossier, recursive: true);
    }

    private async Task<(int Code, string Sortie, string Erreur)> ExecuterAsync(params string[] arguments)
    {
        var (code, sortie, erreur) = await ProcessusRor.ExecuterAsync(_dossier, "Production", arguments, MoteurDeTest.Courant.Variables(_base.Value));
        return (code, sortie.Trim(), erreur);
    }

    private async Task AbimerAsync(string ordre)
    {
        await using var lecture = MoteurDeTest.Courant.Ouvrir(_base.Value);
        await using var db = DbProviderFactories.GetFactory(lecture)!.CreateConnection()!;
        db.ConnectionString = _base.Value;
        await db.OpenAsync();
        await using var commande = db.CreateCommand();
        commande.CommandText = ordre;
        await commande.ExecuteNonQueryAsync();
    }
}
