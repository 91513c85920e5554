using Ror.Domain.Nomenclatures;
using Ror.Domain.Offres;

namespace Ror.Domain.Tests;

/// <summary>The table of what is proposed in step 2, walked whole.</summary>
public sealed class PropositionsLiberalesTests
{
    [Fact]
    public void Chaque_code_propose_existe_et_chaque_type_est_un_type_liberal()
    {
        Assert.Equal(718, PropositionsLiberales.Table.Count);
        var types = TypesOffreLiberale.Table.Select(t => t.TypeOffre).ToHashSet();
        Assert.All(PropositionsLiberales.Table, p =>
        {
            Assert.Contains(p.TypeOffre, types);
            Assert.NotNull(Fabrique.Nomenclatures[p.Champ == ChampPropose.Activites ? "J17" : "J16"].Trouver(new CodeNos(p.Code)));
        });
        Assert.Equal(types.Order(StringComparer.Ordinal), PropositionsLiberales.Table.Select(p => p.TypeOffre).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Seules_des_activites_viennent_cochees() =>
        Assert.All(PropositionsLiberales.Table.Where(p => p.Coeur), p => Assert.Equal(ChampPropose.Activites, p.Champ));

    [Fact]
    public void Ce_que_deux_types_proposent_vient_une_fois()
    {
        var types = PropositionsLiberales.Table.Select(p => p.TypeOffre).Distinct().ToList();
        Assert.Distinct(PropositionsLiberales.De(types).Select(p => (p.Champ, p.Code)));
        Assert.Equal(["437"], PropositionsLiberales.De(["196"]).Where(p => p.Coeur).Select(p => p.Code));
        Assert.Empty(PropositionsLiberales.De(["inconnu"]));
    }
}
