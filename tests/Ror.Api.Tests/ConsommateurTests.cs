using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Ror.TestKit;

namespace Ror.Api.Tests;

/// <summary>The reference consumer of samples/, as a process: killed at any moment, its copy equals a full read in the end.</summary>
public sealed class ConsommateurTests(ITestOutputHelper sortie) : IAsyncDisposable
{
    private const int Morts = 8;

    private readonly DirectoryInfo _dossier = Directory.CreateTempSubdirectory("ror-copie-");
    private readonly ServeurRor _serveur = new();

    [Fact]
    public async Task Le_consommateur_tue_a_tout_moment_finit_avec_une_copie_egale_a_une_lecture_complete()
    {
        sortie.WriteLine($"ROR_SEED={Grappe.Graine}");
        var (alea, client) = (new Random(Grappe.Graine), await _serveur.EnAsync("responsable-ch-albi"));
        for (var mort = 0; mort < Morts; mort++)
        {
            using var consommateur = Lancer("suivre");
            for (var n = 0; n < 3; n++)
            {
                var (id, etag) = await client.PublierOffreAsync($"Offre {mort}.{n}");
                (await client.PostAsync($"/api/v1/offres/{id}/fermeture", new { type = Demo.Code("PRO"), dateFermeture = "2026-01-05" }, ("If-Match", etag))).Doit(200);
            }

            await Task.Delay(alea.Next(0, 700));
            consommateur.Kill();
            await consommateur.WaitForExitAsync();
        }

        // What was kept before each death is what it went on from.
        await using (var copie = new SqliteConnection($"Data Source={Path.Combine(_dossier.FullName, "copie.db")};Pooling=False"))
        {
            await copie.OpenAsync();
            await using var lire = copie.CreateCommand();
            lire.CommandText = "SELECT (SELECT COUNT(*) FROM Objets WHERE Contenu LIKE '%Offre 0.%'), (SELECT COUNT(*) FROM Curseur)";
            await using var lu = await lire.ExecuteReaderAsync();
            Assert.True(await lu.ReadAsync());
            Assert.True(lu.GetInt64(0) > 0 && lu.GetInt64(1) == 1, "Le consommateur n'a rien gardé avant d'être tué : cela ne prouve rien.");
        }

        using var verification = Lancer("verifier");
        var dit = await verification.StandardOutput.ReadToEndAsync();
        await verification.WaitForExitAsync();
        sortie.WriteLine(dit);
        Assert.True(verification.ExitCode == 0, dit);
        var monde = await _serveur.EnAsync("plateforme-occitanie");
        var attendus = (await monde.ToutLireAsync("/api/v1/diffusion/offres?limite=200")).Count + (await monde.ToutLireAsync("/api/v1/diffusion/structures?limite=200")).Count + (await monde.ToutLireAsync("/api/v1/diffusion/lieux?limite=200")).Count;
        Assert.Contains($"{attendus} objets : la copie est égale", dit, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        await _serveur.DisposeAsync();
        _dossier.Delete(recursive: true);
    }

    private Process Lancer(string acte)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var programme = Depot.Chemin($"samples/Ror.Consommateur/bin/{configuration}/net10.0/Ror.Consommateur.dll");
        return Process.Start(new ProcessStartInfo("dotnet", [programme, acte, _serveur.Adresse.ToString(), Path.Combine(_dossier.FullName, "copie.db")]) { RedirectStandardOutput = true })!;
    }
}
