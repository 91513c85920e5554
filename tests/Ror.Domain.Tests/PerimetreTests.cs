using Ror.Domain.Acces;
using Ror.Domain.Offres;
using Ror.Domain.Structures;

namespace Ror.Domain.Tests;

/// <summary>Domain §11, as far as the structure parcours needs it.</summary>
public sealed class PerimetreTests
{
    private const string Hopital = "1810000027";

    [Theory]
    [InlineData("responsable-offre", Hopital, "76", true)]
    [InlineData("responsable-offre", "1810000035", "76", false)]
    [InlineData("referent-ror", "1810000035", "76", true)]
    [InlineData("referent-ror", Hopital, "84", false)]
    [InlineData("professionnel", Hopital, "76", false)]
    [InlineData("plateforme", Hopital, "76", false)]
    [InlineData("administrateur", Hopital, "76", false)]
    [InlineData("", Hopital, "76", false)]
    public void Chacun_voit_les_structures_de_son_perimetre(string role, string idNatStruct, string region, bool voit) =>
        Assert.Equal(voit, De(role).Voit(idNatStruct, region));

    [Fact]
    public void Les_listes_du_jeton_ne_valent_que_par_leur_role()
    {
        Assert.Equal(0, De("plateforme").EtablissementsVisibles.Count + De("plateforme").RegionsVisibles.Count);
        Assert.Equal((1, 0), (De("responsable-offre").EtablissementsVisibles.Count, De("responsable-offre").RegionsVisibles.Count));
        Assert.Equal((0, 1), (De("referent-ror").EtablissementsVisibles.Count, De("referent-ror").RegionsVisibles.Count));
    }

    [Fact]
    public void Seul_un_referent_de_la_region_transfere_une_offre_et_touche_un_etablissement()
    {
        foreach (var action in Enum.GetValues<ActionOffre>())
        {
            var auReferent = action is ActionOffre.Transferer or ActionOffre.RattacherMsp ? "acces.interdit" : null;
            Assert.Null(De("referent-ror").Refuser(action, TypeNoeud.Offre, "76"));
            Assert.Null(De("referent-ror").Refuser(action, TypeNoeud.EntiteGeographique, "76"));
            Assert.Equal("acces.interdit", De("referent-ror").Refuser(action, TypeNoeud.EntiteGeographique, "84")?.Type.Code);
            Assert.Equal("acces.interdit", De("responsable-offre").Refuser(action, TypeNoeud.EntiteGeographique, "76")?.Type.Code);
            Assert.Equal(auReferent, De("responsable-offre").Refuser(action, TypeNoeud.Offre, "76")?.Type.Code);

            // Responsable here, référent elsewhere.
            var deux = De("referent-ror") with { Roles = ["responsable-offre", "referent-ror"] };
            Assert.Equal(auReferent, deux.Refuser(action, TypeNoeud.Offre, "84")?.Type.Code);
        }
    }

    private static Perimetre De(string role) => new(role.Length == 0 ? [] : [role], [Hopital], ["76"], 1, null);
}
