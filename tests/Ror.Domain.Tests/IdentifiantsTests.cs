using Ror.Domain.Identifiants;

namespace Ror.Domain.Tests;

public sealed class IdentifiantsTests
{
    // Real public numbers where the key matters (AP-HP, La Poste), fictitious ones elsewhere.
    [Theory]
    [InlineData("750712184", true)]
    [InlineData("750712185", false)]
    [InlineData("75071218", false)]
    [InlineData("7507121840", false)]
    [InlineData("2A0000014", true)]
    [InlineData("2B0000020", true)]
    [InlineData("2A0000015", true)]
    [InlineData("2C0000014", false)]
    [InlineData("2a0000014", false)]
    [InlineData("2A000001", false)]
    [InlineData("75071218A", false)]
    [InlineData(" 750712184", false)]
    [InlineData("750712184\n", false)]
    [InlineData("２5０712184", false)]
    [InlineData("", false)]
    public void Un_FINESS_a_neuf_chiffres_et_sa_cle_ou_la_forme_corse(string valeur, bool admis) => Assert.Equal(admis, IdentifiantsNationaux.EstFiness(valeur));

    [Theory]
    [InlineData("267500452", true)]
    [InlineData("356000000", true)]
    [InlineData("267500453", false)]
    [InlineData("26750045", false)]
    [InlineData("2A0000014", false)]
    [InlineData("", false)]
    public void Un_SIREN_a_neuf_chiffres_et_sa_cle(string valeur, bool admis) => Assert.Equal(admis, IdentifiantsNationaux.EstSiren(valeur));

    [Theory]
    [InlineData("35600000000048", true)]
    [InlineData("35600000049837", true)]
    [InlineData("35600000049838", false)]
    [InlineData("35600000010001", false)]
    [InlineData("26750045200011", true)]
    [InlineData("26750045200012", false)]
    [InlineData("2675004520001", false)]
    [InlineData("267500452000110", false)]
    public void Un_SIRET_a_quatorze_chiffres_et_sa_cle_sauf_a_La_Poste(string valeur, bool admis) => Assert.Equal(admis, IdentifiantsNationaux.EstSiret(valeur));

    // Outside La Poste a digit sum divisible by five proves nothing.
    [Fact]
    public void L_exception_de_La_Poste_ne_vaut_que_pour_son_SIREN() => Assert.False(IdentifiantsNationaux.EstSiret("26750045200013"));

    [Theory]
    [InlineData("10000000001", false)]
    [InlineData("10000000009", true)]
    [InlineData("1000000000", false)]
    [InlineData("100000000090", false)]
    [InlineData("1000000000A", false)]
    public void Un_RPPS_a_onze_chiffres_et_sa_cle(string valeur, bool admis) => Assert.Equal(admis, IdentifiantsNationaux.EstRpps(valeur));

    [Fact]
    public void Un_RPPS_rang_a_quatorze_chiffres_et_sa_cle()
    {
        Assert.True(IdentifiantsNationaux.EstRppsRang(Fabrique.AvecCle("1000000000901")));
        Assert.False(IdentifiantsNationaux.EstRppsRang("10000000009010"[..13]));
        Assert.False(IdentifiantsNationaux.EstRppsRang(Fabrique.AvecCle("1000000000901")[..13] + "x"));
    }

    // Eleven characters: an ADELI number (nine, from the département: 2A and 2B in Corsica) and a rang of two; no key.
    [Theory]
    [InlineData("81100001201", true)]
    [InlineData("01100001201", true)]
    [InlineData("2A100001201", true)]
    [InlineData("2B100001201", true)]
    [InlineData("8110000120", false)]
    [InlineData("811000012010", false)]
    [InlineData("8C100001201", false)]
    [InlineData("8110000120X", false)]
    [InlineData("11AB]000000001", false)]
    public void Un_ADELI_rang_a_onze_caracteres(string valeur, bool admis) => Assert.Equal(admis, IdentifiantsNationaux.EstAdeliRang(valeur));

    [Theory]
    [InlineData("1750712184", true)]
    [InlineData("12A0000014", true)]
    [InlineData("2267500452", true)]
    [InlineData("335600000049837", true)]
    [InlineData("081100001201", true)]
    [InlineData("1750712185", false)]
    [InlineData("2750712185", false)]
    [InlineData("335600000049838", false)]
    [InlineData("5750712184", false)]
    [InlineData("750712184", false)]
    [InlineData("1", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Un_idNatStruct_est_un_prefixe_et_un_numero_de_sa_sorte(string? valeur, bool admis) => Assert.Equal(admis ? valeur : null, IdNatStruct.Lire(valeur)?.Valeur);

    [Fact]
    public void Un_idNatStruct_de_prefixe_4_porte_un_RPPS_rang()
    {
        var rang = Fabrique.AvecCle("1000000000901");

        Assert.Equal("4" + rang, IdNatStruct.Lire("4" + rang)?.Valeur);
        Assert.Null(IdNatStruct.Lire("410000000009"));
    }

    [Theory]
    [InlineData("76/100012", "76/100012")]
    [InlineData("76-100012", "76/100012")]
    [InlineData("01/1", "01/1")]
    [InlineData("76100012", null)]
    [InlineData("7/100012", null)]
    [InlineData("076/100012", null)]
    [InlineData("76/", null)]
    [InlineData("76/10 0012", null)]
    [InlineData("76_100012", null)]
    [InlineData("76/1000-12", null)]
    [InlineData("76/100012\n", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Un_identifiant_regional_se_lit_sous_ses_deux_formes(string? saisi, string? attendu)
    {
        var lu = IdentifiantRegional.Lire(saisi);

        Assert.Equal(attendu, lu?.Valeur);
        Assert.Equal(attendu?.Replace('/', '-'), lu?.DansUrl);
    }

    [Fact]
    public void Un_identifiant_regional_se_cree_de_sa_region_et_de_son_numero()
    {
        var cree = IdentifiantRegional.Creer("76", 100012);

        Assert.Equal(("76/100012", "76-100012"), (cree.Valeur, cree.DansUrl));
        Assert.Equal(cree, IdentifiantRegional.Lire("76-100012"));
    }
}
