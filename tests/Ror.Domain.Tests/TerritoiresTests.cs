using Ror.Domain.Territoires;

namespace Ror.Domain.Tests;

public sealed class TerritoiresTests
{
    // Code officiel géographique, by hand: region, its number of départements, and one of them with a commune.
    [Theory]
    [InlineData("01", 1, "971", "97105")]
    [InlineData("02", 1, "972", "97209")]
    [InlineData("03", 1, "973", "97302")]
    [InlineData("04", 1, "974", "97411")]
    [InlineData("06", 1, "976", "97608")]
    [InlineData("11", 8, "75", "75056")]
    [InlineData("24", 6, "45", "45234")]
    [InlineData("27", 8, "21", "21231")]
    [InlineData("28", 5, "76", "76540")]
    [InlineData("32", 5, "59", "59350")]
    [InlineData("44", 10, "67", "67482")]
    [InlineData("52", 5, "44", "44109")]
    [InlineData("53", 4, "35", "35238")]
    [InlineData("75", 12, "33", "33063")]
    [InlineData("76", 13, "81", "81004")]
    [InlineData("84", 12, "69", "69123")]
    [InlineData("93", 6, "13", "13055")]
    [InlineData("94", 2, "2A", "2A004")]
    public void Chaque_region_a_ses_departements(string region, int nombre, string departement, string commune)
    {
        Assert.Equal(nombre, Departements.ParRegion[region].Count);
        Assert.Equal(region, Departements.Region(departement));
        var lue = CodeCommune.Lire(commune);
        Assert.NotNull(lue);
        Assert.Equal((commune, departement, region), (lue.Valeur, lue.Departement, lue.Region));
    }

    [Fact]
    public void Il_y_a_dix_huit_regions_et_cent_un_departements()
    {
        var departements = Departements.ParRegion.Values.SelectMany(d => d).ToList();
        var attendus = Enumerable.Range(1, 95).Where(n => n != 20).Select(n => n.ToString("D2", null)).Concat(["2A", "2B", "971", "972", "973", "974", "976"]);

        Assert.Equal(18, Departements.ParRegion.Count);
        Assert.Equal(attendus.Order(StringComparer.Ordinal), departements.Order(StringComparer.Ordinal));
        Assert.Equal(101, departements.Count);
    }

    [Theory]
    [InlineData("2B033", "2B", "94")]
    [InlineData("01053", "01", "84")]
    [InlineData("97123", "971", "01")]
    public void Une_commune_donne_son_departement_et_sa_region(string commune, string departement, string region)
    {
        var lue = CodeCommune.Lire(commune);

        Assert.NotNull(lue);
        Assert.Equal((departement, region), (lue.Departement, lue.Region));
    }

    [Theory]
    [InlineData("20004")]
    [InlineData("2C004")]
    [InlineData("2a004")]
    [InlineData("00001")]
    [InlineData("96001")]
    [InlineData("97001")]
    [InlineData("97501")]
    [InlineData("97711")]
    [InlineData("98735")]
    [InlineData("99100")]
    [InlineData("8100")]
    [InlineData("810040")]
    [InlineData("8100A")]
    [InlineData("81004\n")]
    [InlineData("")]
    [InlineData(null)]
    public void Un_texte_qui_n_est_pas_une_commune_d_un_departement_connu_n_est_pas_lu(string? valeur) => Assert.Null(CodeCommune.Lire(valeur));

    [Theory]
    [InlineData("20")]
    [InlineData("97")]
    [InlineData("975")]
    [InlineData("")]
    public void Un_departement_inconnu_n_a_pas_de_region(string departement) => Assert.Null(Departements.Region(departement));
}
