using System.Text.RegularExpressions;
using Ror.Domain.Territoires;

namespace Ror.Domain.Tests;

/// <summary>The table of communes, walked whole.</summary>
public sealed partial class CommunesTests
{
    private static readonly List<Commune> Toutes = [.. Enumerable.Range(0, Communes.Nombre).Select(Communes.Lire)];

    [Fact]
    public void Elle_compte_les_communes_du_millesime_2026_et_les_arrondissements()
    {
        var arrondissements = Toutes.Where(c => c.ArrondissementDe is not null).ToList();
        Assert.Equal(34_969, Toutes.Count - arrondissements.Count);
        Assert.Equal([("13055", 16), ("69123", 9), ("75056", 20)], arrondissements.GroupBy(c => c.ArrondissementDe!).Select(g => (g.Key, g.Count())).OrderBy(g => g.Key, StringComparer.Ordinal));
        Assert.Equal(68_952_941, Toutes.Where(c => c.ArrondissementDe is null).Sum(c => c.Population ?? 0));
    }

    [Fact]
    public void Chaque_code_est_unique_bien_forme_dans_l_ordre_et_se_lit_tel_quel()
    {
        Assert.Equal(Toutes.Select(c => c.Code).Distinct().Order(StringComparer.Ordinal), Toutes.Select(c => c.Code));
        Assert.All(Toutes, c =>
        {
            Assert.True(CodeCommune.Motif.Convient(c.Code), c.Code);
            Assert.Equal((c.Code, c.Departement.Code, c.Departement.Region), CodeCommune.Lire(c.Code) is { } lue ? (lue.Valeur, lue.Departement, lue.Region) : default);
            Assert.Equivalent(c, Communes.Trouver(c.Code), strict: true);
        });
    }

    [Fact]
    public void Chaque_commune_a_un_nom_un_departement_et_des_codes_postaux_de_cinq_chiffres()
    {
        Assert.All(Toutes, c =>
        {
            Assert.Equal(c.Nom.Trim(), c.Nom);
            Assert.NotEmpty(c.Nom);
            Assert.StartsWith(c.Departement.Code, c.Code, StringComparison.Ordinal);
            Assert.All(c.CodesPostaux, p => Assert.Matches(CodePostal(), p));
        });

        // The five districts of the Terres australes.
        Assert.Equal(["98411", "98412", "98413", "98414", "98415"], Toutes.Where(c => c.CodesPostaux.Count == 0).Select(c => c.Code));
        Assert.Equal(["98411", "98412", "98413", "98414", "98415", "98901"], Toutes.Where(c => c.Population is null).Select(c => c.Code));
    }

    [Fact]
    public void Les_communes_des_departements_font_la_table()
    {
        Assert.Equal(Enumerable.Range(0, Communes.Nombre), Departements.Tous.OrderBy(d => d.Code, StringComparer.Ordinal).SelectMany(d => Rangs(Communes.DuDepartement(d.Code))));
        Assert.All(Departements.Tous, d => Assert.All(Rangs(Communes.DuDepartement(d.Code)), rang => Assert.Equal(d.Code, Toutes[rang].Departement.Code)));
        Assert.All(Departements.Tous, d => Assert.NotEmpty(Rangs(Communes.DuDepartement(d.Code))));
        Assert.Empty(Rangs(Communes.DuDepartement("96")));
        Assert.Equal((124, 236, 17, 32, 1), (Combien("2A"), Combien("2B"), Combien("976"), Combien("971"), Combien("977")));

        static IEnumerable<int> Rangs(Range r) => Enumerable.Range(r.Start.Value, r.End.Value - r.Start.Value);
        static int Combien(string departement) => Rangs(Communes.DuDepartement(departement)).Count();
    }

    [Fact]
    public void Chaque_ancien_code_mene_a_une_commune_d_aujourd_hui_qui_n_est_pas_un_arrondissement()
    {
        var codes = Toutes.Select(c => c.Code).ToHashSet();
        Assert.Equal(4_242, Communes.AnciensCodes.Count);
        Assert.DoesNotContain(Communes.AnciensCodes, codes.Contains);
        Assert.All(Communes.AnciensCodes, ancien =>
        {
            Assert.True(CodeCommune.Motif.Convient(ancien), ancien);
            Assert.Contains(CodeCommune.Lire(ancien)!.Valeur, codes);
            Assert.Null(Communes.Trouver(ancien)!.ArrondissementDe);
        });
        Assert.Equal(Communes.AnciensCodes.Count(a => a.StartsWith("20", StringComparison.Ordinal)), Communes.AnciensCodes.Count(a => CodeCommune.Lire(a)!.Region == "94" && a[1] == '0'));
    }

    [GeneratedRegex("^[0-9]{5}$")]
    private static partial Regex CodePostal();
}
