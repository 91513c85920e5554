using System.Text;
using Ror.Domain.Annuaires;
using Ror.Infrastructure.Annuaires.Fichiers;

namespace Ror.Infrastructure.Tests;

public sealed class LecteurCsvTests
{
    [Theory]
    [InlineData("a;b;", "a|b|")]
    [InlineData("a;\"CENTRE \"\"LES TILLEULS\"\"\";c", "a|CENTRE \"LES TILLEULS\"|c")]
    [InlineData("\"a;b\";c", "a;b|c")]
    [InlineData("\"\";c", "|c")]
    [InlineData("a\"b;c\"d", "a\"b|c\"d")]
    public async Task Les_guillemets_sont_ceux_de_la_RFC_4180(string ligne, string cellules) => Assert.Equal(cellules, string.Join('|', Assert.Single(await LireAsync(ligne)).Cellules));

    [Theory]
    [InlineData("\"a;b")]
    [InlineData("a;\"")]
    [InlineData("a\"b;\"c")]
    [InlineData("\"a\"b;c")]
    public async Task Un_guillemet_perdu_ne_gate_que_sa_ligne(string ligne)
    {
        var lignes = await LireAsync($"x;y\n{ligne}\n\n\"c\";d\n");

        Assert.Equal([(1, 2), (2, 0), (4, 2)], lignes.Select(l => (l.Numero, l.Cellules.Length)));
        Assert.Equal([null, AnnuaireErreurs.Guillemets, null], lignes.Select(l => l.Faute?.Type));
    }

    [Fact]
    public async Task Une_ligne_aussi_longue_qu_il_est_permis_est_lue()
    {
        var cellule = new string('x', LecteurLignes.OctetsMax - 4);

        Assert.Equal([cellule, "y"], Assert.Single(await LireAsync($"\"{cellule}\";y")).Cellules);
    }

    private static Task<List<LigneCsv>> LireAsync(string texte) => new LecteurCsv(new MemoryStream(Encoding.UTF8.GetBytes(texte))).LireAsync().ToListAsync().AsTask();
}
