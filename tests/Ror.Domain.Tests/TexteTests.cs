using Ror.Domain.Commun;

namespace Ror.Domain.Tests;

public sealed class TexteTests
{
    [Theory]
    [InlineData("Hôpital Saint-Étienne d'Albi", "hopital saint etienne d albi")]
    [InlineData("CŒUR & Œdème", "coeur oedeme")]
    [InlineData("Lætitia, ÆGIDE", "laetitia aegide")]
    [InlineData("  Àéîõü  Ç ñ ", "aeiou c n")]
    [InlineData("Straße", "strasse")]
    [InlineData("U.F. n°12 (bis) / été", "u f n 12 bis ete")]
    [InlineData("E\u0301te\u0301", "ete")]
    [InlineData("l’hôpital – nord", "l hopital nord")]
    [InlineData("810000019", "810000019")]
    [InlineData("---", "")]
    [InlineData("", "")]
    public void Plier_ote_les_accents_la_casse_et_la_ponctuation(string texte, string attendu) => Assert.Equal(attendu, Texte.Plier(texte));

    [Theory]
    [InlineData("Hôpital Saint-Étienne d'Albi")]
    [InlineData("CŒUR & Œdème")]
    public void Plier_deux_fois_ne_change_rien(string texte) => Assert.Equal(Texte.Plier(texte), Texte.Plier(Texte.Plier(texte)));

    [Fact]
    public void Les_mots_d_une_recherche_sont_plies_et_douze_au_plus()
    {
        Assert.Equal(["chirurgie", "viscerale", "d", "albi"], Texte.Mots("  Chirurgie viscérale, d'Albi "));
        Assert.Equal(12, Texte.Mots(string.Join(' ', Enumerable.Range(0, 100))).Count);
        Assert.Equal([], Texte.Mots(null));
        Assert.Equal([], Texte.Mots("   "));
        Assert.Equal([], Texte.Mots("?!…"));
    }

    [Fact]
    public void Un_substitut_seul_dans_une_recherche_est_ignore()
    {
        Assert.Equal(["chirurgie"], Texte.Mots("chirurgie\uD83D"));
        Assert.Equal(["chirurgie"], Texte.Mots("\uDE00chirurgie"));
        Assert.Equal(["chirurgie"], Texte.Mots("chirurgie \uDE00\uD83D"));
        Assert.Equal([], Texte.Mots("\uD83D"));
        Assert.Equal(["chirurgie", "albi"], Texte.Mots("chirurgie 😀 Albi"));
    }

    [Fact]
    public void Un_texte_est_sain_sans_caractere_de_controle_ni_substitut_seul()
    {
        Assert.All(new[] { "", "Chirurgie viscérale", "😀" }, t => Assert.True(Texte.EstSain(t)));
        Assert.False(Texte.EstSain("ligne\r\nautre\tcolonne"));
        Assert.True(Texte.EstSain("ligne\r\nautre\tcolonne", multiligne: true));
        Assert.All(new[] { "a\u200Bb", "a\u202Eb", "a\uFEFF" }, t => Assert.False(Texte.EstSain(t, multiligne: true)));
        Assert.All(new[] { "a\0b", "a\u0001", "\u001B[31m", "a\u007F", "a\u0085", "\uFFFE", "\uFFFF", "a\uD83D", "\uDE00a", "\uDE00\uD83D" }, t => Assert.False(Texte.EstSain(t)));
    }

    [Fact]
    public void Deux_listes_de_memes_elements_sont_egales()
    {
        Liste<string> liste = ["a", "b"];

        Assert.True(liste.Equals(["a", "b"]));
        Assert.Equal(liste.GetHashCode(), new[] { "a", "b" }.EnListe().GetHashCode());
        Assert.False(liste.Equals(["b", "a"]));
        Assert.False(liste.Equals(["a"]));
        Assert.False(liste.Equals(null));
    }
}
