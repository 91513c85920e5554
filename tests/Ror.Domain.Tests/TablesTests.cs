using Ror.Domain.Offres;
using Ror.Domain.Structures;

namespace Ror.Domain.Tests;

/// <summary>The tables that follow the lists of the NOS: secteur by category, types d'offre by champ.</summary>
public sealed class TablesTests
{
    [Fact]
    public void La_table_des_secteurs_couvre_exactement_les_categories_J55() =>
        Assert.Equal(Codes("J55"), Secteurs.ParCategorie.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void La_table_des_types_couvre_exactement_les_types_J238() =>
        Assert.Equal(Codes("J238"), TypesOffre.Champs.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Chaque_type_convient_a_un_champ_connu_au_moins() =>
        Assert.All(TypesOffre.Champs.Values, champs =>
        {
            Assert.NotEmpty(champs);
            Assert.Subset(Fabrique.Nomenclatures["J20"].Entrees.Select(e => e.Code).ToHashSet(), champs.ToHashSet());
        });

    [Fact]
    public void Les_categories_sans_type_sont_des_categories_connues() =>
        Assert.Subset(Codes("J55").ToHashSet(), TypesOffre.CategoriesSansType.ToHashSet());

    // Landmarks, and every category whose secteur the data page proposes to change.
    [Theory]
    [InlineData("101", Secteur.Sanitaire)]
    [InlineData("355", Secteur.Sanitaire)]
    [InlineData("365", Secteur.Sanitaire)]
    [InlineData("500", Secteur.MedicoSocial)]
    [InlineData("354", Secteur.MedicoSocial)]
    [InlineData("166", Secteur.MedicoSocial)]
    [InlineData("124", Secteur.Ville)]
    [InlineData("603", Secteur.Ville)]
    [InlineData("SA05", Secteur.Ville)]
    [InlineData("SA07", Secteur.Ville)]
    [InlineData("SA08", Secteur.Ville)]
    [InlineData("SA09", Secteur.Ville)]
    [InlineData("228", Secteur.MedicoSocial)]
    [InlineData("231", Secteur.MedicoSocial)]
    [InlineData("638", Secteur.Sanitaire)]
    [InlineData("130", Secteur.Ville)]
    [InlineData("614", Secteur.Ville)]
    [InlineData("650", Secteur.Ville)]
    [InlineData("700", Secteur.Ville)]
    [InlineData("642", Secteur.Sanitaire)]
    [InlineData("126", Secteur.Ville)]
    [InlineData("633", Secteur.Ville)]
    public void Le_secteur_d_une_categorie_est_celui_de_la_table(string categorie, Secteur secteur) => Assert.Equal(secteur, Secteurs.De(categorie));

    [Theory]
    [InlineData("999")]
    [InlineData("sa07")]
    [InlineData("")]
    public void Une_categorie_inconnue_n_a_pas_de_secteur(string categorie) => Assert.Null(Secteurs.De(categorie));

    [Fact]
    public void H2_les_six_champs_se_partagent_entre_les_trois_secteurs()
    {
        Assert.Equal(["01", "02", "03"], Secteurs.Champs[Secteur.Sanitaire]);
        Assert.Equal(["04", "06"], Secteurs.Champs[Secteur.MedicoSocial]);
        Assert.Equal(["05"], Secteurs.Champs[Secteur.Ville]);
    }

    [Theory]
    [InlineData("153", "01", true)]
    [InlineData("153", "02", false)]
    [InlineData("196", "05", true)]
    [InlineData("21", "04", true)]
    [InlineData("21", "06", false)]
    [InlineData("33", "06", true)]
    [InlineData("09", "03", true)]
    [InlineData("9999", "03", true)]
    [InlineData("153", null, true)]
    public void Un_type_convient_a_ses_champs_et_un_type_sans_ligne_a_tous(string type, string? champ, bool convient) =>
        Assert.Equal(convient, TypesOffre.Convient(type, champ));

    [Theory]
    [InlineData("01", "355", true)]
    [InlineData("04", "500", true)]
    [InlineData("05", "124", true)]
    [InlineData("04", "166", false)]
    [InlineData("01", "132", false)]
    [InlineData("05", "224", false)]
    [InlineData(null, "355", false)]
    [InlineData("99", "355", false)]
    public void Un_type_existe_pour_un_champ_et_une_categorie(string? champ, string categorie, bool existe) => Assert.Equal(existe, TypesOffre.EnExiste(champ, categorie));

    private static List<string> Codes(string liste) => [.. Fabrique.Nomenclatures[liste].Entrees.Select(e => e.Code).Order(StringComparer.Ordinal)];
}
