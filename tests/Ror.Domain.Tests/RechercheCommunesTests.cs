using Ror.Domain.Territoires;

namespace Ror.Domain.Tests;

public sealed class RechercheCommunesTests
{
    [Theory]
    [InlineData("L'Haÿ-les-Roses", "94038")]
    [InlineData("l hay les roses", "94038")]
    [InlineData("L’HAY LES ROSES", "94038")]
    [InlineData("hay les ro", "94038")]
    [InlineData("les hay roses", "94038")] // in any order
    [InlineData("St Etienne", "42218")] // the most populous of those that begin so
    [InlineData("saint-étienne", "42218")]
    [InlineData("st etienne du rouvray", "76575")]
    [InlineData("etienne rouvray", "76575")]
    [InlineData("Ste Foy les Lyon", "69202")]
    [InlineData("Stes-Maries-de-la-Mer", "13096")]
    [InlineData("bourg st maurice", "73054")]
    [InlineData("albi", "81004")] // the exact name before Albias, and Albiac
    [InlineData("ALB", "81004")]
    [InlineData("œuilly", "51410")]
    [InlineData("oeuilly", "51410")]
    [InlineData("2A004", "2A004")]
    [InlineData("2a004", "2A004")]
    [InlineData("81004", "81004")]
    [InlineData("75013", "75056")]
    [InlineData("81000", "81004")]
    [InlineData("81000 albi", "81004")]
    [InlineData("Albi 81", "81004")]
    [InlineData("paris 13e", "75113")]
    [InlineData("97150", "97801")]
    [InlineData("saint", "42218")]
    [InlineData("y", "80829")] // the shortest name
    public void La_premiere_est_celle_qu_on_cherche(string recherche, string code) => Assert.Equal(code, Codes(recherche)[0]);

    // 75013 was once Le Bourget, too.
    [Fact]
    public void Un_code_postal_donne_l_arrondissement_et_sa_commune() => Assert.Equal(["75056", "75113"], Codes("75013"));

    [Fact]
    public void Un_code_qui_est_postal_et_INSEE_donne_les_deux() => Assert.Equal(["13055", "13001", "13201"], Codes("13001"));

    [Fact]
    public void Le_debut_d_un_code_postal_donne_toutes_celles_qui_l_ont()
    {
        var trouvees = Codes("97").Select(c => Communes.Trouver(c)!).ToList();
        Assert.Equal(Toutes().Where(c => c.CodesPostaux.Any(p => p.StartsWith("97", StringComparison.Ordinal))).Select(c => c.Code).Order(StringComparer.Ordinal), trouvees.Select(c => c.Code).Order(StringComparer.Ordinal));
        Assert.Equal(trouvees.OrderByDescending(c => c.Population ?? 0).ThenBy(c => c.Code, StringComparer.Ordinal), trouvees);
    }

    [Fact]
    public void St_est_Saint_ou_le_debut_d_un_nom()
    {
        var noms = Codes("st").Select(c => Communes.Trouver(c)!.Nom).ToList();
        Assert.Contains("Strasbourg", noms);
        Assert.Contains("Saint-Étienne", noms);
        Assert.Equal("Strasbourg", noms[0]);
        Assert.Superset(Codes("saint").ToHashSet(), Codes("st").ToHashSet());
        Assert.Equal(Codes("saint denis"), Codes("st denis"));
        Assert.Equal(Codes("sainte marie"), Codes("Ste-Marie"));
    }

    [Fact]
    public void D_abord_le_nom_exact_puis_son_debut_puis_la_suite_de_mots_puis_les_mots_epars()
    {
        var noms = Codes("saint denis").Select(c => Texte(Communes.Trouver(c)!.Nom)).ToList();
        var rangs = noms.Select(n => n == "saint denis" ? 0 : n.StartsWith("saint denis", StringComparison.Ordinal) ? 1 : $" {n}".Contains(" saint denis", StringComparison.Ordinal) ? 2 : 3).ToList();
        Assert.Equal(rangs.Order(), rangs);
        Assert.Equal([0, 1, 2, 3], rangs.Distinct());
        Assert.Equal(["97411", "93066"], Codes("saint denis").Take(2));

        static string Texte(string nom) => Commun.Texte.Plier(nom);
    }

    [Fact]
    public void Un_departement_ou_une_region_restreint_la_recherche()
    {
        Assert.Equal(["97411"], RechercheCommunes.Trouver("saint-denis", [Communes.DuDepartement("974")]).Select(r => Communes.Lire(r).Code));
        Assert.Empty(RechercheCommunes.Trouver("albi", [Communes.DuDepartement("75"), Communes.DuDepartement("94")]));
        Assert.Empty(RechercheCommunes.Trouver("albi", []));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" - ")]
    [InlineData("zzzz")]
    [InlineData("lbi")] // inside a word
    [InlineData("albi zzzz")]
    [InlineData("99999")]
    [InlineData("|")]
    [InlineData("Альби")]
    [InlineData("?")]
    public void Ce_qui_n_existe_pas_ne_se_trouve_pas(string recherche) => Assert.Empty(Codes(recherche));

    // One commune in forty, each by its own name: nothing in a name prevents it from being found, ahead of all that only resemble it.
    [Fact]
    public void Chaque_commune_se_trouve_par_son_nom()
    {
        Assert.All(Toutes().Where((_, rang) => rang % 40 == 0), commune =>
        {
            var trouvees = RechercheCommunes.Trouver(commune.Nom).Select(Communes.Lire).ToList();
            var exactes = trouvees.TakeWhile(c => Commun.Texte.Plier(c.Nom) == Commun.Texte.Plier(commune.Nom)).ToList();
            Assert.Contains(exactes, c => c.Code == commune.Code);
        });
    }

    private static List<string> Codes(string recherche) => [.. RechercheCommunes.Trouver(recherche).Select(r => Communes.Lire(r).Code)];

    private static IEnumerable<Commune> Toutes() => Enumerable.Range(0, Communes.Nombre).Select(Communes.Lire);
}
