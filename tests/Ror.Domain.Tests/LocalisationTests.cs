using Ror.Domain.Territoires;

namespace Ror.Domain.Tests;

/// <summary>The commune of an envelope.</summary>
public sealed class LocalisationTests
{
    [Theory]
    [InlineData("81000", "ALBI", "81004")]
    [InlineData("81000", "N'IMPORTE QUOI", "81004")]
    [InlineData("81000", null, "81004")]
    [InlineData("81150", "MARSSAC SUR TARN", "81156")]
    [InlineData("81150", "Ailleurs", null)]
    [InlineData("81150", null, null)]
    [InlineData("97400", "ST DENIS", "97411")]
    [InlineData("81020", "ALBI CEDEX", null)]
    [InlineData(null, "ALBI", null)]
    [InlineData("GL", "ALBI", null)]
    public void Un_code_postal_et_un_nom_disent_la_commune_ou_rien(string? codePostal, string? localite, string? commune) => Assert.Equal(commune, Localisation.Situer(codePostal, localite));
}
