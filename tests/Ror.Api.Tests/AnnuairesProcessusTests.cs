using System.Text;
using Ror.TestKit;
using Ror.TestKit.Annuaires;
using Ror.TestKit.Moteurs;

namespace Ror.Api.Tests;

/// <summary>National files carried out by real processes: sudden death, cancellation, the command line.</summary>
public sealed class AnnuairesProcessusTests : IDisposable
{
    private const int Lignes = 16_000;

    private readonly string _dossier = Directory.CreateTempSubdirectory("ror-annuaires-").FullName;

    // Made by the first test that runs: there may be no engine.
    private readonly Lazy<string> _base = new(ServeurRor.NouvelleBase);

    [Fact]
    public async Task Un_noeud_tue_au_milieu_d_un_extrait_est_releve_et_le_bilan_est_celui_d_un_seul_import()
    {
        await using var noeuds = await NoeudsRor.DemarrerAsync(MoteurDeTest.Courant.Noeuds);
        var moi = await noeuds.EnAsync(0, "administrateur");
        var extrait = Extrait(Lignes);
        var simulation = await moi.ImporterAsync("rpps", extrait, simulation: true);
        var href = await moi.DeposerAsync("rpps", extrait, ImportsAnnuaires.Extrait, simulation: false);
        await AuMilieuAsync(moi, href);

        // Whichever carries it out, none outlives this.
        Enumerable.Range(0, noeuds.Nombre).ToList().ForEach(noeuds.Tuer);
        await noeuds.SoignerAsync();
        moi = await noeuds.EnAsync(0, "administrateur");
        var import = await moi.FiniAsync(href);
        Assert.Equal("Termine", import.Lu("etat"));
        Assert.Equal(simulation.Bilan, new IssueImport(import, []).Bilan);
        Assert.Equal(simulation.Dits, new IssueImport(import, await moi.ToutLireAsync($"{import.Lu("rapport")}?limite=200")).Dits);
        Assert.Equal(simulation["ProfessionnelCree"], (await moi.ImporterAsync("rpps", extrait))["ProfessionnelInchange"]);
    }

    [Fact]
    public async Task Un_import_annule_garde_les_lots_faits_et_le_suivant_fait_le_reste()
    {
        await using var serveur = new ServeurRor();
        var moi = await serveur.EnAsync("administrateur");
        var extrait = Extrait(Lignes);
        var href = await moi.DeposerAsync("rpps", extrait, ImportsAnnuaires.Extrait, simulation: false);
        await AuMilieuAsync(moi, href);
        (await moi.PostAsync($"{href}/annulation", null)).Doit(200);
        var annule = new IssueImport(await moi.FiniAsync(href), []);
        Assert.Equal("Annule", annule.Import.Lu("etat"));
        Assert.InRange(annule["ProfessionnelCree"], 1, Lignes);

        var reste = await moi.ImporterAsync("rpps", extrait);
        Assert.Equal(annule["ProfessionnelCree"], reste["ProfessionnelInchange"]);
        Assert.Equal(annule["LigneLue"] == Lignes, reste["ProfessionnelCree"] == 0);

        // The extract does not tell of the professional of the demo.
        Assert.Equal(4, reste["SituationTerminee"]);
    }

    [Fact]
    public async Task La_ligne_de_commande_importe_les_trois_sources_et_dit_le_bilan()
    {
        await File.WriteAllBytesAsync(Path.Combine(_dossier, ImportsAnnuaires.Extrait), ImportsAnnuaires.Rpps());
        await File.WriteAllBytesAsync(Path.Combine(_dossier, "finess.json"), FichiersAnnuaires.Fichier("finess-structures.json"));
        await File.WriteAllBytesAsync(Path.Combine(_dossier, "c.csv"), FichiersAnnuaires.Fichier(FichiersAnnuaires.Conventionnements));
        var variables = MoteurDeTest.Courant.Variables(_base.Value);
        Task<(int Code, string Sortie, string Erreur)> Executer(params string[] arguments) => ProcessusRor.ExecuterAsync(_dossier, "Development", arguments, variables);

        foreach (var (commande, fichier, attendu) in new[] { ("importer-finess", "finess.json", "EtablissementCree : "), ("importer-rpps", ImportsAnnuaires.Extrait, "OffreNee : 8"), ("importer-conventionnements", "c.csv", "ConventionnementModifie : 5") })
        {
            var simulation = await Executer(commande, fichier, "simulation");
            Assert.True(simulation.Code == 0, simulation.Erreur);
            Assert.Contains(attendu, simulation.Sortie, StringComparison.Ordinal);
            Assert.Equal((0, simulation.Sortie), await SortieAsync(Executer(commande, fichier)));
        }

        await File.WriteAllTextAsync(Path.Combine(_dossier, "casse.txt"), "rien");
        var refus = await Executer("importer-rpps", "casse.txt");
        Assert.Equal((1, "L'import n'a pas été mené à son terme."), (refus.Code, refus.Erreur));
        Assert.Contains("import.illisible", refus.Sortie, StringComparison.Ordinal);
        foreach (var arguments in new string[][] { ["importer-rpps"], ["importer-rpps", "absent"], ["importer-finess", "."], ["importer-rpps", "casse.txt", "autrement"] })
        {
            Assert.Equal(1, (await Executer(arguments)).Code);
        }
    }

    public void Dispose()
    {
        Directory.Delete(_dossier, recursive: true);
        if (_base.IsValueCreated)
        {
            MoteurDeTest.Courant.Supprimer(_base.Value);
        }
    }

    private static byte[] Extrait(int lignes)
    {
        var texte = new StringWriter();
        new GenerateurRpps(graine: 7).Ecrire(texte, lignes);
        return Encoding.UTF8.GetBytes(texte.ToString());
    }

    private static async Task<(int, string)> SortieAsync(Task<(int Code, string Sortie, string Erreur)> execution)
    {
        var (code, sortie, _) = await execution;
        return (code, sortie);
    }

    // Some batches are done, and it is not over.
    private static async Task AuMilieuAsync(ClientRor moi, string href)
    {
        using var limite = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var import = (await moi.GetAsync(href)).Doit(200).Corps;
            if (import.TryGetProperty("bilan", out var bilan) && bilan.EnumerateArray().Any(c => c.Lu("acte") == "ProfessionnelCree"))
            {
                return;
            }

            await Task.Delay(10, limite.Token);
        }
    }
}
