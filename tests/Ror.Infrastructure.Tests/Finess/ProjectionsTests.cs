using Ror.Infrastructure.Annuaires.Finess;

namespace Ror.Infrastructure.Tests;

public sealed class ProjectionsTests
{
    [Theory]
    [InlineData("EPSG:2154", 2, 47, 624015.535, 6656012.010)]
    [InlineData("EPSG:2154", -4.5, 48.4, 145709.789, 6837422.083)]
    [InlineData("EPSG:2154", 9.4, 42.7, 1224457.800, 6199087.257)]
    [InlineData("EPSG:2154", 3, 46.5, 700000, 6600000)]
    [InlineData("EPSG:5490", -61.5, 16, 660503.012, 1769514.580)]
    [InlineData("EPSG:2972", -52.3, 4.9, 355855.438, 541750.164)]
    [InlineData("EPSG:2975", 55.5, -21.1, 344197.575, 7666050.711)]
    [InlineData("EPSG:4471", 45.2, -12.8, 521705.548, 8584972.962)]
    [InlineData("EPSG:32621", -56.2, 46.8, 561046.921, 5183249.913)]
    [InlineData("EPSG:32701", -176.2, -13.3, 586650.239, 8529548.851)]
    public void Les_points_de_controle_tombent_au_millionieme_de_degre(string systeme, double longitude, double latitude, double x, double y)
    {
        var (exacte, arrondie) = (Inverser(x, y), Inverser(Math.Round(x, 1), Math.Round(y, 1)));

        Assert.Equal(latitude, exacte.Latitude, 1e-8);
        Assert.Equal(longitude, exacte.Longitude, 1e-8);
        Assert.Equal(latitude, arrondie.Latitude, 1e-6);
        Assert.Equal(longitude, arrondie.Longitude, 1e-6);

        (double Latitude, double Longitude) Inverser(double est, double nord) => Territoires.DuSysteme(systeme)!.Projection.Inverser(est, nord);
    }

    [Theory]
    [InlineData("1,ATLASANTE,96,BAN,EPSG:2154 RGF93 / Lambert-93 (Métropole)", "EPSG:2154")]
    [InlineData("1,ATLASANTE,96,BAN,EPSG:5490 RGAF09/UTM Zone 20N (Antilles)", "EPSG:5490")]
    [InlineData("1,ATLASANTE,96,BAN,EPSG:4471 RGM04/UTM zone 38S (Mayotte)", "EPSG:4471")]
    [InlineData("1,ATLASANTE,96,BAN,WGS84/UTM zone 21N (St-Pierre-et-Miquelon)", "EPSG:32621")]
    [InlineData("1,ATLASANTE,96,BAN,WGS84 / UTM zone 1S", "EPSG:32701")]
    [InlineData("1,ATLASANTE,100,IGN,BD_ADRESSE,V2.2,LAMBERT_93", "EPSG:2154")]
    [InlineData("1,ATLASANTE,100,IGN,BD_ADRESSE,V2.2,UTM_N20", "EPSG:5490")]
    [InlineData("1,ATLASANTE,100,IGN,BD_ADRESSE,V2.2,UTM_N21", "EPSG:32621")]
    [InlineData("1,ATLASANTE,100,IGN,BD_ADRESSE,V2.2,UTM_N22", "EPSG:2972")]
    [InlineData("1,ATLASANTE,100,IGN,BD_ADRESSE,V2.2,UTM_S38", "EPSG:4471")]
    [InlineData("1,ATLASANTE,100,IGN,BD_ADRESSE,V2.2,UTM_S40", "EPSG:2975")]
    public void Le_systeme_se_lit_dans_les_mots_de_chaque_edition(string source, string systeme) => Assert.Same(Territoires.DuSysteme(systeme), Territoires.DuSysteme(source));

    [Theory]
    [InlineData("1,ATLASANTE,96,BAN,EPSG:3163 RGNC91-93 / Lambert New Caledonia")]
    [InlineData("1,ATLASANTE,96,BAN,EPSG:999999 UTM zone 20N")]
    [InlineData("1,ATLASANTE,96,BAN,WGS84/UTM zone 33N")]
    [InlineData("1,ATLASANTE,96,BAN,")]
    [InlineData("")]
    public void Un_systeme_inconnu_ne_se_devine_pas(string source) => Assert.Null(Territoires.DuSysteme(source));

    [Theory]
    [InlineData("EPSG:2154", 0, -5, 9.5, 41.3, 51.1)]
    [InlineData("EPSG:5490", 20, -63, -60.8, 14.4, 18.1)]
    [InlineData("EPSG:2972", 22, -54.6, -51.6, 2.1, 5.8)]
    [InlineData("EPSG:2975", -40, 55.2, 55.8, -21.4, -20.9)]
    [InlineData("EPSG:4471", -38, 45, 45.3, -13, -12.6)]
    [InlineData("EPSG:4467", 21, -56.4, -56.1, 46.75, 47.1)]
    [InlineData("EPSG:32701", -1, -178.2, -176.1, -14.4, -13.2)]
    public void Aller_et_retour_rendent_le_meme_point(string systeme, int fuseau, double ouest, double est, double sud, double nord)
    {
        var (hasard, territoire) = (new Random(20260512), Territoires.DuSysteme(systeme)!);
        for (var i = 0; i < 2_000; i++)
        {
            var (longitude, latitude) = (ouest + (hasard.NextDouble() * (est - ouest)), sud + (hasard.NextDouble() * (nord - sud)));
            var (x, y) = fuseau == 0 ? ProjectionsDirectes.Lambert93(latitude, longitude) : ProjectionsDirectes.Utm(Math.Abs(fuseau), fuseau < 0, latitude, longitude);

            var retour = territoire.Projection.Inverser(x, y);

            Assert.Equal(latitude, retour.Latitude, 1e-8);
            Assert.Equal(longitude, retour.Longitude, 1e-8);
            Assert.True(territoire.Contient(latitude, longitude));
        }
    }
}
