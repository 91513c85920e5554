using Ror.Domain.Champs;

namespace Ror.Domain.Tests;

public sealed class AgeTests
{
    [Theory]
    [InlineData(0, "d", 120, "a", true)]
    [InlineData(15, "a", 15, "a", true)]
    [InlineData(1, "a", 12, "mo", true)]
    [InlineData(12, "mo", 1, "a", true)]
    [InlineData(1, "wk", 7, "d", true)]
    [InlineData(7, "d", 1, "wk", true)]
    [InlineData(18, "a", 216, "mo", true)]
    [InlineData(365, "d", 1, "a", true)]
    [InlineData(4, "wk", 1, "mo", true)]
    [InlineData(30, "d", 1, "mo", true)]
    [InlineData(52, "wk", 1, "a", true)]
    [InlineData(16, "a", 15, "a", false)]
    [InlineData(13, "mo", 1, "a", false)]
    [InlineData(8, "d", 1, "wk", false)]
    [InlineData(2, "wk", 13, "d", false)]
    [InlineData(5, "wk", 1, "mo", false)]
    [InlineData(31, "d", 1, "mo", false)]
    [InlineData(366, "d", 1, "a", false)]
    [InlineData(53, "wk", 1, "a", false)]
    public void L_age_minimum_ne_depasse_pas_l_age_maximum_quelles_que_soient_les_unites(int min, string uniteMin, int max, string uniteMax, bool admis)
    {
        var dossier = Fabrique.Psychiatrie with { Patientele = new() { AgeMin = Fabrique.Age(min, uniteMin), AgeMax = Fabrique.Age(max, uniteMax) } };

        Assert.Equal(admis ? [] : ["patientele/ageMax patientele.ages-inverses"], dossier.Evaluer("patientele").Lisibles());
    }

    [Theory]
    [InlineData(12, "mo", 1, "a")]
    [InlineData(24, "mo", 2, "a")]
    [InlineData(1440, "mo", 120, "a")]
    [InlineData(7, "d", 1, "wk")]
    [InlineData(0, "d", 0, "a")]
    [InlineData(0, "wk", 0, "mo")]
    public void Deux_ages_egaux_le_sont_d_une_unite_a_l_autre(int valeur, string unite, int autreValeur, string autreUnite)
    {
        var (age, autre) = (Fabrique.Age(valeur, unite), Fabrique.Age(autreValeur, autreUnite));

        // Neither is above the other.
        Assert.Empty((Fabrique.Psychiatrie with { Patientele = new() { AgeMin = age, AgeMax = autre } }).Evaluer("patientele"));
        Assert.Empty((Fabrique.Psychiatrie with { Patientele = new() { AgeMin = autre, AgeMax = age } }).Evaluer("patientele"));
    }

    [Theory]
    [InlineData(0, "d", true)]
    [InlineData(120, "a", true)]
    [InlineData(1440, "mo", true)]
    [InlineData(-1, "a", false)]
    [InlineData(null, "a", false)]
    [InlineData(1000, "a", false)]
    [InlineData(int.MaxValue, "a", false)]
    public void Un_age_est_un_nombre_positif_et_humain(int? valeur, string unite, bool admis)
    {
        var dossier = Fabrique.Psychiatrie with { Patientele = Fabrique.Psychiatrie.Patientele with { AgeMax = new Age { Valeur = valeur, Unite = unite } } };

        Assert.Equal(admis ? [] : ["patientele/ageMax/valeur age.valeur-invalide"], dossier.VerifierForme("patientele").Lisibles());
    }

    [Fact]
    public void Un_age_illisible_n_est_compare_a_rien()
    {
        var dossier = Fabrique.Psychiatrie with { Patientele = new() { AgeMin = Fabrique.Age(1, "h"), AgeMax = Fabrique.Age(1) } };

        Assert.Empty(dossier.Evaluer("patientele"));
    }
}
