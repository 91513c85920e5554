using Ror.Domain.Offres.Sections;
using Ror.Domain.Territoires;

namespace Ror.Domain.Tests;

public sealed class TerritoiresTests
{
    // Code officiel géographique, by hand: region, its number of départements, and one of them with a commune.
    [Theory]
    [InlineData("01", 3, "971", "97105")]
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
    public void Il_y_a_dix_huit_regions_et_cent_un_departements_et_deux_collectivites()
    {
        var departements = Departements.ParRegion.Values.SelectMany(d => d).ToList();
        var attendus = Enumerable.Range(1, 95).Where(n => n != 20).Select(n => n.ToString("D2", null)).Concat(["2A", "2B", "971", "972", "973", "974", "976", "977", "978"]);

        Assert.Equal(18, Departements.ParRegion.Count);
        Assert.Equal(attendus.Order(StringComparer.Ordinal), departements.Order(StringComparer.Ordinal));
        Assert.Equal(["971", "977", "978"], Departements.ParRegion["01"]);
    }

    [Fact]
    public void Six_collectivites_n_ont_pas_de_region()
    {
        Assert.Equal(["975", "984", "986", "987", "988", "989"], Departements.Tous.Where(d => d.Region is null).Select(d => d.Code));
        Assert.Equal(109, Departements.Tous.Count);
        Assert.All(Departements.Tous, d => Assert.NotEmpty(d.Nom));
        Assert.Equal(("Île-de-France", "Provence-Alpes-Côte d'Azur"), (Nom("11"), Nom("93")));

        static string Nom(string region) => Departements.Regions.Single(r => r.Code == region).Nom;
    }

    [Theory]
    [InlineData("2B033", "2B033", "2B", "94")]
    [InlineData("01053", "01053", "01", "84")]
    [InlineData("75113", "75113", "75", "11")] // arrondissements are read as they are
    [InlineData("13201", "13201", "13", "93")]
    [InlineData("69389", "69389", "69", "84")]
    [InlineData("97123", "97701", "977", "01")] // Saint-Barthélemy and Saint-Martin, as communes of Guadeloupe
    [InlineData("97127", "97801", "978", "01")]
    [InlineData("97701", "97701", "977", "01")]
    [InlineData("20004", "2A004", "2A", "94")] // one Corse
    [InlineData("20033", "2B033", "2B", "94")]
    [InlineData("74011", "74010", "74", "84")] // Annecy-le-Vieux, commune déléguée
    [InlineData("50173", "50129", "50", "28")] // Équeurdreville-Hainneville, in Cherbourg-en-Cotentin
    [InlineData("93066", "93066", "93", "11")] // both a commune of today and a commune déléguée of it
    [InlineData("93059", "93066", "93", "11")] // Pierrefitte, merged in 2025
    [InlineData("14507", "50592", "50", "28")] // Pont-Farcy, now in another département
    [InlineData("49144", "44180", "44", "52")] // Freigné, now in another région's neighbour
    [InlineData("55273", "55386", "55", "44")] // split once: where its commune associée is today
    [InlineData("97501", "97501", "975", null)]
    [InlineData("98735", "98735", "987", null)]
    [InlineData("98818", "98818", "988", null)]
    public void Un_code_donne_la_commune_d_aujourd_hui_son_departement_et_sa_region(string code, string actuelle, string departement, string? region)
    {
        var lue = CodeCommune.Lire(code);

        Assert.NotNull(lue);
        Assert.Equal((actuelle, departement, region), (lue.Valeur, lue.Departement, lue.Region));
    }

    [Theory]
    [InlineData("2C004")]
    [InlineData("2a004")]
    [InlineData("00001")]
    [InlineData("96001")]
    [InlineData("97001")]
    [InlineData("97711")]
    [InlineData("98000")]
    [InlineData("99100")]
    [InlineData("99138")]
    [InlineData("81999")]
    [InlineData("81000")] // a postal code
    [InlineData("8100")]
    [InlineData("810040")]
    [InlineData("8100A")]
    [InlineData("81004\n")]
    [InlineData("")]
    [InlineData(null)]
    public void Un_texte_qui_n_est_le_code_d_aucune_commune_n_est_pas_lu(string? valeur) => Assert.Null(CodeCommune.Lire(valeur));

    [Theory]
    [InlineData("20")]
    [InlineData("97")]
    [InlineData("975")]
    [InlineData("")]
    public void Un_departement_inconnu_n_a_pas_de_region(string departement) => Assert.Null(Departements.Region(departement));

    [Fact]
    public void Ce_qui_est_garde_se_relit_meme_quand_la_table_l_a_perdu()
    {
        var lue = new Adresse { Commune = "81999" }.LireCommune();
        Assert.Equal(("81999", "81", "76"), (lue.Valeur, lue.Departement, lue.Region));
        Assert.Equal("74010", new Adresse { Commune = "74011" }.LireCommune().Valeur);
        Assert.Equal(("981", null), (CodeCommune.Relire("98199").Departement, CodeCommune.Relire("98199").Region));
    }

    [Fact]
    public void Ce_qui_s_enregistre_est_le_code_d_aujourd_hui_une_fois_chacun()
    {
        var adresse = (Adresse)new Adresse { Commune = "97123", Localite = "Gustavia" }.Completer();
        Assert.Equal(new Adresse { Commune = "97701", Localite = "Gustavia" }, adresse);
        Assert.Equal(new Adresse(), new Adresse().Completer());

        var zone = (ZoneIntervention)new ZoneIntervention { Communes = ["74011", "81004", "74010", "74217"] }.Completer();
        Assert.Equal(["74010", "81004"], zone.Communes);
    }

    [Fact]
    public void Saint_Barthelemy_et_Saint_Martin_ont_l_heure_de_la_Guadeloupe()
    {
        var minuit = new DateTime(2026, 7, 2, 3, 0, 0, DateTimeKind.Utc);
        Assert.All(["971", "977", "978"], departement => Assert.Equal(new(2026, 7, 1), Fuseaux.Jour(departement, minuit)));
        Assert.Equal(new(2026, 7, 1), Fuseaux.JourDeRegion("01", minuit));
        Assert.Equal(new(2026, 7, 2), Fuseaux.Jour("81", minuit));
    }
}
