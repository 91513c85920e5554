using Ror.TestKit;
using Ror.TestKit.Moteurs;
using static Ror.TestKit.Nos.FichiersNos;

namespace Ror.Api.Tests;

/// <summary>Imports by real processes: several nodes, the command line, sudden death.</summary>
public sealed class ImportsProcessusTests : IDisposable
{
    private const string Systeme = "https://exemple.test/NOS/TRE_X1-Y/FHIR/TRE-X1-Y";

    private readonly string _dossier = Directory.CreateTempSubdirectory("ror-imports-").FullName;
    // Made by the first test that runs: there may be no engine.
    private readonly Lazy<string> _base = new(ServeurRor.NouvelleBase);

    [Fact]
    public async Task Un_noeud_tue_au_milieu_est_releve_et_chaque_liste_n_entre_qu_une_fois()
    {
        await using var noeuds = await NoeudsRor.DemarrerAsync(MoteurDeTest.Courant.Noeuds);
        var moi = await noeuds.EnAsync(0, "administrateur");
        const int Nombre = 1500;
        var href = await moi.DeposerAsync(Zip([.. Enumerable.Range(0, Nombre).Select(i => ($"{i:0000}.json", Jeu($"JDV_J{3000 + i}_Test", "20250131120000", [("01", "Un", Systeme)])))]), "nos.zip");
        while (await FaitsAsync(moi, href) < 20)
        {
            await Task.Delay(20);
        }

        // Whichever carries it out, none outlives this.
        Enumerable.Range(0, noeuds.Nombre).ToList().ForEach(noeuds.Tuer);
        await noeuds.SoignerAsync();
        moi = await noeuds.EnAsync(0, "administrateur");
        var reprise = await FaitsAsync(moi, href);
        Assert.InRange(reprise, 20, Nombre);
        Assert.Equal("Termine", (await moi.FiniAsync(href)).Lu("etat"));
        var rapport = await moi.ToutLireAsync($"{href}/rapport?limite=200");
        Assert.Equal(Enumerable.Range(0, Nombre).Select(i => $"J{3000 + i}"), rapport.Select(l => l.Lu("nom")).Order());
        Assert.All(rapport, l => Assert.Equal("Appliquee", l.Issue()));
        for (var noeud = 0; noeud < noeuds.Nombre; noeud++)
        {
            var vu = await (await noeuds.EnAsync(noeud, "administrateur")).EnVigueurAsync($"J{3000 + Nombre - 1}", _ => true);
            Assert.Equal(0, vu.GetProperty("rang").GetInt32());
        }
    }

    [Fact]
    public async Task Une_nouvelle_version_est_vue_de_tous_les_noeuds_en_moins_de_cinq_secondes()
    {
        await using var noeuds = await NoeudsRor.DemarrerAsync(MoteurDeTest.Courant.Noeuds);
        var moi = await noeuds.EnAsync(0, "administrateur");
        Assert.Equal("Appliquee", (await moi.UneListeAsync(Jeu("JDV_J998_Test", "20250131120000", [("01", "Un", Systeme)]))).Issue());
        for (var noeud = 0; noeud < noeuds.Nombre; noeud++)
        {
            // Fails after five seconds.
            await (await noeuds.EnAsync(noeud, "administrateur")).EnVigueurAsync("J998", c => c.GetProperty("codes").GetArrayLength() == 1);
        }
    }

    // Fifty megabytes that hold as many codes as the largest list of the NOS: what memory keeps is the codes.
    [Fact]
    public async Task La_memoire_ne_suit_pas_la_taille_du_fichier()
    {
        const int Codes = 40_000;
        const string TasDe96Mo = "0x6000000";
        var variables = MoteurDeTest.Courant.Variables(_base.Value);
        Assert.Equal(0, (await ProcessusRor.ExecuterAsync(_dossier, "Development", ["migrer"], variables)).Code);
        var tre = Terminologie("TRE_X96_Communes", "20250131120000", Enumerable.Range(0, Codes).Select(i =>
            ($"{i:00000}", $"Commune fictive {i} sur Rivière", (string?)"2020-01-31", (string?)null, new[] { ("niveau", "4"), ("note", new string('x', 1000)), ("status", "active") })));
        Assert.InRange(tre.Length, 45 << 20, 64 << 20);
        await File.WriteAllBytesAsync(Path.Combine(_dossier, "communes.json"), tre);
        var (code, sortie, erreur) = await ProcessusRor.ExecuterAsync(_dossier, "Development", ["importer-nos", "communes.json"], [.. variables, ("DOTNET_GCHeapHardLimit", TasDe96Mo)]);
        Assert.True(code == 0, erreur);
        Assert.Contains($"({Codes} ajoutés)", sortie, StringComparison.Ordinal);
    }

    // The service looked at the lists long before; the command line does not wait for it.
    [Fact]
    public async Task Deux_imports_a_la_fois_ne_remettent_jamais_en_vigueur_une_version_plus_ancienne()
    {
        var variables = MoteurDeTest.Courant.Variables(_base.Value);
        using var service = await ProcessusRor.DemarrerAsync(_dossier, "Development", variables);
        var moi = await service.EnAsync("administrateur");
        var ancienne = Jeu("JDV_J950_Test", "20250131120000", [("a", "A", Systeme), ("b", "B", Systeme)]);
        await File.WriteAllBytesAsync(Path.Combine(_dossier, "j950.json"), Jeu("JDV_J950_Test", "20260131120000", [("a", "A", Systeme), ("d", "D", Systeme)]));
        await moi.UneListeAsync(Jeu("JDV_J950_Test", "20240131120000", [("a", "A", Systeme)]));

        var href = await moi.DeposerAsync(Zip([.. Enumerable.Range(0, 2500).Select(i => ($"{i:0000}.json", Jeu($"JDV_J{3000 + i}_Test", "20250131120000", [("01", "Un", Systeme)]))), ("9999.json", ancienne)]), "nos.zip");
        while (await FaitsAsync(moi, href) == 0)
        {
            await Task.Delay(10);
        }

        Assert.Equal(0, (await ProcessusRor.ExecuterAsync(_dossier, "Development", ["importer-nos", "j950.json"], variables)).Code);
        Assert.Equal("Termine", (await moi.FiniAsync(href)).Lu("etat"));

        // On a machine where the service was done before the command began, it was the newer version's turn to replace it.
        var ligne = (await moi.ToutLireAsync($"{href}/rapport?limite=200")).Single(l => l.Lu("nom") == "J950");
        Assert.True(ligne.Issue() == "Refusee" ? ligne.Fautes() is ["import.plus-ancienne"] : ligne.Lu("versionRemplacee") == "20240131120000", ligne.GetRawText());
        Assert.Equal(["a", "d"], Codes(await moi.EnVigueurAsync("J950", c => c.Lu("version") == "20260131120000")).Select(c => c.Code));
    }

    [Fact]
    public async Task La_ligne_de_commande_importe_un_dossier_simule_et_dit_ce_qui_est_refuse()
    {
        var fichiers = Directory.CreateDirectory(Path.Combine(_dossier, "nos", "dedans")).FullName;
        await File.WriteAllBytesAsync(Path.Combine(fichiers, "x99.json"), Fichier("TRE_X99-CouleurBadge.json"));
        await File.WriteAllBytesAsync(Path.Combine(fichiers, "j999.svs"), Fichier("JDV_J999-CouleurBadge-TEST.svs"));
        await File.WriteAllTextAsync(Path.Combine(fichiers, "LISEZMOI.txt"), "bonjour");
        var variables = MoteurDeTest.Courant.Variables(_base.Value);
        Task<(int Code, string Sortie, string Erreur)> Executer(params string[] arguments) => ProcessusRor.ExecuterAsync(_dossier, "Development", arguments, variables);

        var simulation = await Executer("importer-nos", "nos", "simulation");
        Assert.True(simulation.Code == 0, simulation.Erreur);
        Assert.Contains("TRE_X99_CouleurBadge 20250131120000 Appliquee (2 ajoutés)", simulation.Sortie, StringComparison.Ordinal);
        var reel = await Executer("importer-nos", "nos");
        Assert.Equal((0, simulation.Sortie), (reel.Code, reel.Sortie));
        Assert.Contains("Inchangee", (await Executer("importer-nos", "nos/dedans/j999.svs")).Sortie, StringComparison.Ordinal);

        await File.WriteAllTextAsync(Path.Combine(fichiers, "casse.json"), "{");
        var refus = await Executer("importer-nos", "nos");
        Assert.Equal(1, refus.Code);
        Assert.Contains("1 listes refusées", refus.Erreur, StringComparison.Ordinal);
        Assert.Contains("casse.json", refus.Sortie, StringComparison.Ordinal);
        foreach (var arguments in new string[][] { ["importer-nos"], ["importer-nos", "absent"], ["importer-nos", "nos", "autrement"] })
        {
            Assert.Equal(1, (await Executer(arguments)).Code);
        }

        using var service = await ProcessusRor.DemarrerAsync(_dossier, "Development", variables);
        var moi = await service.EnAsync("administrateur");
        Assert.Equal(2, (await moi.GetAsync("/api/v1/nomenclatures/X99/contenu")).Doit(200).Corps.GetProperty("codes").GetArrayLength());
        var imports = await moi.ToutLireAsync("/api/v1/nomenclatures/imports");
        Assert.Equal(["Termine", "Termine", "Termine", "Termine"], imports.Take(4).Select(i => i.Lu("etat")));
        Assert.Equal([false, false, false, true], imports.Take(4).Select(i => i.GetProperty("simulation").GetBoolean()));
    }

    public void Dispose()
    {
        Directory.Delete(_dossier, recursive: true);
        if (_base.IsValueCreated)
        {
            MoteurDeTest.Courant.Supprimer(_base.Value);
        }
    }

    private static async Task<int> FaitsAsync(ClientRor moi, string href) =>
        (await moi.GetAsync($"{href}/rapport?limite=1&total=true")).Doit(200).Corps.GetProperty("total").GetInt32();
}
