using Ror.Domain.Commun;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Offres;
using Ror.Domain.Professionnels;

namespace Ror.Domain.Tests;

/// <summary>Profession and know-how → type d'offre, row by row.</summary>
public sealed class TypesOffreLiberaleTests
{
    [Fact]
    public void Chaque_ligne_donne_son_type_a_qui_n_a_qu_elle()
    {
        Assert.Equal(190, TypesOffreLiberale.Table.Count);
        Assert.All(TypesOffreLiberale.Table, ligne =>
        {
            var types = TypesOffreLiberale.De(Exercice(ligne.Profession, ligne.Systeme, ligne.SavoirFaire.Length == 0 ? [] : [new(ligne.TypeSavoirFaire, ligne.SavoirFaire)]));
            Assert.Contains(ligne.TypeOffre, types);
        });
    }

    [Fact]
    public void Chaque_type_est_du_champ_ville_et_chaque_profession_est_connue()
    {
        Assert.All(TypesOffreLiberale.Table, ligne =>
        {
            Assert.True(TypesOffre.Convient(ligne.TypeOffre, "05"), ligne.ToString());
            Assert.NotNull(Fabrique.Nomenclatures["J229"].Trouver(new(ligne.Profession, ligne.Systeme)));
            Assert.NotNull(Fabrique.Nomenclatures["J238"].Trouver(new(ligne.TypeOffre)));
        });
    }

    [Theory]
    [InlineData("10", "S SM54", "196")]
    [InlineData("10", "S SM54, CAPA CAPA01", "196")]
    [InlineData("10", "S SM04", "183")]
    [InlineData("10", "S SM54, CEX CEX64", "224")]
    [InlineData("10", "", "196")]
    [InlineData("10", "CAPA CAPA01", "196")]
    [InlineData("10", "S SM25", "")]
    [InlineData("40", "", "226")]
    [InlineData("40", "S SCD01", "229")]
    [InlineData("60", "", "225")]
    [InlineData("70", "S XX99", "195")]
    [InlineData("86", "", "")]
    [InlineData("35", "", "")]
    [InlineData("inconnue", "", "")]
    public void Le_plus_precis_l_emporte(string profession, string savoirFaire, string attendu)
    {
        var lus = savoirFaire.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(s => s.Split(' ')).Select(s => new SavoirFaire(s[0], s[1])).ToArray();
        Assert.Equal(attendu, string.Join(",", TypesOffreLiberale.De(Exercice(profession, null, lus))));
    }

    private static ExerciceProfessionnel Exercice(string profession, string? systeme, SavoirFaire[] savoirFaire) => new(new CodeNos(profession, systeme), "C", savoirFaire.EnListe());
}
