using Ror.Domain.Champs;
using Ror.Domain.Nomenclatures;

namespace Ror.Domain.Tests;

/// <summary>Names, differences and associations of the official lists.</summary>
public sealed class NomenclaturesNosTests
{
    private const string R265 = "https://exemple.test/NOS/TRE_R265-Service/FHIR/TRE-R265-Service";
    private const string R266 = "https://exemple.test/NOS/TRE_R266-Hors/FHIR/TRE-R266-Hors";

    [Theory]
    [InlineData("JDV_J19-ModePriseEnCharge-ROR", "JDV_J19_ModePriseEnCharge_ROR", "J19", GenreListe.JeuDeValeurs)]
    [InlineData("JDV-J19-ModePriseEnCharge-ROR", "JDV_J19_ModePriseEnCharge_ROR", "J19", GenreListe.JeuDeValeurs)]
    [InlineData("JDV_J19_ModePriseEnCharge_ROR", "JDV_J19_ModePriseEnCharge_ROR", "J19", GenreListe.JeuDeValeurs)]
    [InlineData(" TRE_R66_CategorieEtablissement.tabs ", "TRE_R66_CategorieEtablissement", "R66", GenreListe.Terminologie)]
    [InlineData("tre-r394-competence-metier", "TRE_R394_competence_metier", "R394", GenreListe.Terminologie)]
    [InlineData("ASS-A14-FamilleActivite", "ASS_A14_FamilleActivite", "A14", GenreListe.Association)]
    [InlineData("TRE_G15", "TRE_G15", "G15", GenreListe.Terminologie)]
    public void Les_quatre_formes_d_un_nom_sont_le_meme(string nom, string officiel, string court, GenreListe genre)
    {
        Assert.Equal((officiel, court, genre), (NomsNos.Officiel(nom), NomsNos.Court(nom), NomsNos.Genre(nom)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("J19")]
    [InlineData("JDV_19")]
    [InlineData("XXX_J19")]
    [InlineData("JDV_J19_../../etc")]
    [InlineData("JDV_J19 ")]
    [InlineData("JDV_J19\n")]
    public void Ce_qui_n_est_pas_un_nom_ne_l_est_pas(string? nom) => Assert.Equal(nom?.Trim() == "JDV_J19" ? "JDV_J19" : null, NomsNos.Officiel(nom));

    [Fact]
    public void Une_url_donne_le_nom_de_sa_liste()
    {
        Assert.Equal("TRE_R345_X", NomsNos.DeUrl("https://mos.esante.gouv.fr/NOS/TRE_R345-X/FHIR/TRE_R345-X"));
        Assert.Equal("TRE_R394_competence_metier", NomsNos.DeUrl("https://smt.esante.gouv.fr/fhir/CodeSystem/tre-r394-competence-metier"));
        Assert.Null(NomsNos.DeUrl("https://exemple.test/rien"));
    }

    [Fact]
    public void D_une_version_a_l_autre_chaque_code_dit_ce_qui_lui_arrive()
    {
        var avant = Liste(("01", "Bleu", null), ("02", "Or", null), ("03", "Vert", new DateOnly(2024, 1, 1)), ("04", "Gris", null));
        var apres = Liste(("01", "Bleu ciel", null), ("02", "Or", new DateOnly(2026, 1, 1)), ("03", "Vert", null), ("05", "Gris", null));
        Assert.Equal(
            [
                new(NatureEcart.Renomme, new("01"), "Bleu", "Bleu ciel"), new(NatureEcart.Obsolete, new("02"), "Or", "Or"), new(NatureEcart.Reactive, new("03"), "Vert", "Vert"),
                new(NatureEcart.Ajoute, new("05"), null, "Gris"), new EcartCode(NatureEcart.Disparu, new("04"), "Gris", null),
            ],
            EcartListe.Entre(avant, apres));
        Assert.Equal(4, EcartListe.Entre(null, avant).Count(e => e.Nature == NatureEcart.Ajoute));
        Assert.Empty(EcartListe.Entre(apres, apres));
    }

    [Fact]
    public void Une_famille_se_trouve_par_le_numero_de_son_libelle_ou_par_son_code()
    {
        var familles = new JeuDeValeurs("J51", "JDV_J51_X", "u", "o", "1", default, "t",
        [
            new("01", "Accompagnement des aidants", R266, null, null), new("004", "2.1.1.1 Soins médicaux", R265, null, null), new("036", "2.4 Autre", R265, null, null),
        ]);
        var associations = new FamillesActivite(familles,
        [
            new("2.1.1.1", "serafin", "135", "r211"), new(" 2.4\t", "serafin", "135\t", "r211"), new("036", "serafin", "170", "r211"),
            new("9.9", "serafin", "200", "r211"), new("777", "serafin", "200", "r211"),
        ]);
        Assert.Equal(["004", "036"], associations.De("135"));
        Assert.Equal(["036"], associations.De("170"));
        Assert.Null(associations.De("200"));
        Assert.Null(associations.De("inconnue"));
    }

    // A stored code carries no system: another system may say the same under it, or something else.
    [Theory]
    [InlineData("Bleu", R266)]
    [InlineData("Rouge", R265)]
    public void Un_code_repris_d_un_autre_systeme_garde_son_sens(string nouveau, string systeme)
    {
        var liste = new JeuDeValeurs("J999", "JDV_J999_X", "u", "o", "1", default, "t", [new("01", nouveau, R266, null, null), new("01", "Bleu", R265, null, null, HorsListe: true)]);
        Assert.Equal(systeme, liste.Trouver(new("01"))!.Systeme);
        Assert.Equal(new("01", systeme == R266 ? null : R266), liste.CodeDe(liste.Entrees[0]));
        Assert.Equal(new("01", systeme == R265 ? null : R265), liste.CodeDe(liste.Entrees[1]));
    }

    [Fact]
    public void Une_liste_qui_finit_emporte_ses_codes_et_une_liste_d_un_autre_genre_ne_la_remplace_pas()
    {
        var avant = Liste(("01", "Bleu", null), ("02", "Or", new DateOnly(2024, 1, 1)));
        var apres = new JeuDeValeurs("J999", "JDV_J999_X", "u", "o", "2", default, "t", avant.Entrees) { Retiree = true };
        Assert.Equal([new EcartCode(NatureEcart.Obsolete, new("01"), "Bleu", "Bleu")], EcartListe.Entre(avant, apres));

        var terminologie = new ListeNos(GenreListe.Terminologie, "TRE_J999_X", "u", null, "20250131120000", "t", null, false, [new("01", "Bleu", "u", null, null, new Dictionary<string, string>())], [], []);
        Assert.Equal("import.autre-genre", new MiseEnVigueur(avant, _ => null).Construire(terminologie).Erreurs.Single().Type.Code);
    }

    // The lists that the service is shipped with: what no link leads anywhere takes any family.
    [Fact]
    public void L_association_livree_lie_chaque_activite_a_des_familles_de_J51()
    {
        var familles = Fabrique.Nomenclatures.FamillesActivite!;
        Assert.Equal(["004"], familles.De("135"));
        Assert.Null(familles.De("397"));
        var liees = Fabrique.Nomenclatures["A14"].Paires.Select(p => p.CodeCible.Trim()).Distinct().Select(a => familles.De(a)).OfType<IReadOnlyList<string>>().ToList();
        Assert.NotEmpty(liees);
        Assert.All(liees.SelectMany(f => f), f => Assert.NotEmpty(Fabrique.Nomenclatures["J51"].DeCode(f)));
    }

    [Fact]
    public void Les_codes_d_un_contenu_se_lisent_dans_ses_declarations()
    {
        var codes = CodesEmployes.De(Fabrique.Dossiers["chirurgie"].Contenu).Select(c => $"{c.Liste} {c.Code.Code}").ToList();
        Assert.Contains("J20 01", codes);
        Assert.Contains("J29 07", codes);
        Assert.Contains("J17 033", codes);
        Assert.All(codes, c => Assert.NotNull(Fabrique.Nomenclatures.Trouver(c.Split(' ')[0])));
    }

    private static JeuDeValeurs Liste(params (string Code, string Libelle, DateOnly? Fin)[] codes) =>
        new("J999", "JDV_J999_X", "u", "o", "1", default, "t", [.. codes.Select(c => new EntreeNomenclature(c.Code, c.Libelle, R265, null, c.Fin))]);
}
