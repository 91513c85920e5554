using System.Text;
using Ror.TestKit;
using Ror.TestKit.Annuaires;

namespace Ror.Api.Tests;

/// <summary>Conventionnement by our own CSV: shown where it is known, absent where it is not, blocking nothing.</summary>
public sealed class ConventionnementsTests
{
    private const string Exemple = "10990000019";

    [Fact]
    public async Task Un_conventionnement_est_montre_survit_aux_editions_et_ne_recule_pas()
    {
        await using var serveur = await ImportsAnnuaires.ServeurAsync();
        var moi = await serveur.EnAsync("administrateur");
        await moi.ImporterAsync("rpps", ImportsAnnuaires.Rpps());
        var simulation = await moi.ImporterAsync("conventionnements", FichiersAnnuaires.Fichier(FichiersAnnuaires.Conventionnements), "c.csv", simulation: true);
        Assert.False((await LireAsync(moi)).Possede("conventionnement"));
        var issue = await moi.ImporterAsync("conventionnements", FichiersAnnuaires.Fichier(FichiersAnnuaires.Conventionnements), "c.csv");
        Assert.Equal((5, 5, 0), (issue["LigneLue"], issue["ConventionnementModifie"], issue["LigneRefusee"]));
        Assert.Equal(simulation.Import.GetProperty("bilan").GetRawText(), issue.Import.GetProperty("bilan").GetRawText());
        var lu = (await LireAsync(moi)).GetProperty("conventionnement");
        Assert.Equal(("c1", "Secteur 1 ou conventionné", false, true, "2026-11-01"), (lu.Lu("secteur/code"), lu.Lu("secteur/libelle"), lu.GetProperty("optam").GetBoolean(), lu.GetProperty("carteVitale").GetBoolean(), lu.Lu("le")));

        Assert.Equal(5, (await moi.ImporterAsync("conventionnements", FichiersAnnuaires.Fichier(FichiersAnnuaires.Conventionnements), "c.csv"))["ConventionnementInchange"]);
        Assert.Equal(0, (await moi.ImporterAsync("rpps", ImportsAnnuaires.Rpps()))["ProfessionnelModifie"]);
        Assert.Equal("c1", (await LireAsync(moi)).Lu("conventionnement/secteur/code"));
        var sansDate = Csv($"{Exemple};410990000019000;c1;;;");
        Assert.Equal(1, (await moi.ImporterAsync("conventionnements", sansDate, "c.csv"))["ConventionnementInchange"]);
        var ancien = await moi.ImporterAsync("conventionnements", Csv($"{Exemple};410990000019000;c3;oui;oui;2026-10-01"), "c.csv");
        Assert.Equal(["Refus 2 annuaire.plus-ancien"], ancien.Dits);
    }

    [Fact]
    public async Task Chaque_ligne_fausse_est_dite_et_les_autres_entrent()
    {
        await using var serveur = await ImportsAnnuaires.ServeurAsync();
        var moi = await serveur.EnAsync("administrateur");
        await moi.ImporterAsync("rpps", ImportsAnnuaires.Rpps());
        var issue = await moi.ImporterAsync(
            "conventionnements",
            Csv(
                "10990000018;410990000019000;c1;oui;oui;2026-11-01",
                "10990000999;410990000019000;c1;oui;oui;2026-11-01",
                $"{Exemple};499999999999999;c1;oui;oui;2026-11-01",
                $"{Exemple};410990000019000;c9;oui;oui;2026-11-01",
                $"{Exemple};410990000019000;c1;peut-être;oui;2026-11-01",
                $"{Exemple};410990000019000;c1;oui;oui;hier",
                $"{Exemple};410990000019000;\"c1;oui;oui;2026-11-01",
                $"{Exemple};410990000019000;c1;oui;oui;2099-01-01",
                $"{Exemple};410990000019000;c2;;;2026-11-01",
                $"{Exemple};410990000019000;c2;;;2026-11-01",
                $"{Exemple};410990000019000;c3;;;2026-11-01"),
            "c.csv");
        Assert.Equal((9, 1), (issue["LigneRefusee"], issue["ConventionnementModifie"]));
        Assert.Equal([2, 3, 4, 5, 6, 7, 8, 9, 12], issue.Lignes.Select(l => l.GetProperty("ligne").GetInt32()));
        var lu = (await LireAsync(moi)).GetProperty("conventionnement");
        Assert.Equal(("c2", false, false), (lu.Lu("secteur/code"), lu.Possede("optam"), lu.Possede("carteVitale")));

        // An empty cell says nothing: what is known stays.
        await moi.ImporterAsync("conventionnements", Csv($"{Exemple};410990000019000;;oui;;2026-11-02"), "c.csv");
        lu = (await LireAsync(moi)).GetProperty("conventionnement");
        Assert.Equal(("c2", true, "2026-11-02"), (lu.Lu("secteur/code"), lu.GetProperty("optam").GetBoolean(), lu.Lu("le")));
        Assert.Equal(["import.illisible"], (await moi.ImporterAsync("conventionnements", "rpps;structure\n"u8.ToArray(), "c.csv", etat: "Echoue")).Lignes.Select(l => l.Lu("code")));
    }

    private static byte[] Csv(params string[] lignes) => Encoding.UTF8.GetBytes(string.Join('\n', lignes.Prepend("rpps;structure;secteur;optam;carteVitale;date")));

    private static async Task<System.Text.Json.JsonElement> LireAsync(ClientRor client) =>
        (await client.GetAsync($"/api/v1/professionnels/{Exemple}")).Doit(200).Corps.GetProperty("situations").Ou("structure", "410990000019000");
}
