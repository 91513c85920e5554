using System.Text;
using Ror.Domain.Annuaires;
using Ror.Infrastructure.Annuaires.Conventionnements;
using Ror.Infrastructure.Nomenclatures;
using Ror.TestKit.Annuaires;

namespace Ror.Infrastructure.Tests;

public sealed class LecteurConventionnementsTests
{
    private const string Entete = "rpps;structure;secteur;optam;carteVitale;date\n";
    private static readonly DateOnly ParDefaut = new(2026, 11, 29);

    [Fact]
    public async Task Chaque_ligne_dit_ce_qui_est_connu_et_tait_le_reste()
    {
        var lignes = (await LireAsync(FichiersAnnuaires.Texte(FichiersAnnuaires.Conventionnements))).ConvertAll(l => l.Ligne!);

        Assert.Equal(
            [
                new("10990000019", "410990000019000", new(new("c1"), false, true, new(2026, 11, 1)), Datee: true),
                new("10990000019", "410990000019018", new(new("c2"), true, true, new(2026, 11, 1)), Datee: true),
                new("10990000027", "410990000019075", new(new("c1"), null, true, ParDefaut), Datee: false),
                new("10990000035", "390000001900019", new(null, null, null, new(2026, 10, 15)), Datee: true),
                new LigneConventionnement("10990000050", "081600001200", new(new("nc"), false, false, new(2026, 11, 1)), Datee: true),
            ],
            lignes);
    }

    [Fact]
    public async Task L_ordre_des_colonnes_est_libre_et_les_autres_sont_ignorees()
    {
        var ligne = Assert.Single(await LireAsync("date;CARTEVITALE;autre;optam;secteur;structure;rpps\n;;\"a;b\";;c3;410990000019000;10990000019\n"));

        Assert.Equal(new("10990000019", "410990000019000", new(new("c3"), null, null, ParDefaut), Datee: false), ligne.Ligne);
    }

    [Theory]
    [InlineData("annuaire.rpps-forme", "1099;410990000019000;c1;;;", "1099")]
    [InlineData("annuaire.rpps-cle", "10990000018;410990000019000;c1;;;", "10990000018")]
    [InlineData("annuaire.conventionnement-structure", "10990000019;R10990000019000;c1;;;", "R10990000019000")]
    [InlineData("annuaire.conventionnement-structure", "10990000019;2900000019;c1;;;", "2900000019")]
    [InlineData("annuaire.conventionnement-secteur", "10990000019;410990000019000;1;;;", "1")]
    [InlineData("annuaire.conventionnement-optam", "10990000019;410990000019000;c1;Oui;;", "Oui")]
    [InlineData("annuaire.conventionnement-carte-vitale", "10990000019;410990000019000;c1;;true;", "true")]
    [InlineData("annuaire.conventionnement-date", "10990000019;410990000019000;c1;;;01/11/2026", "01/11/2026")]
    [InlineData("annuaire.conventionnement-date", "10990000019;410990000019000;c1;;;0001-01-01", "0001-01-01")]
    [InlineData("annuaire.nombre-cellules", "10990000019;410990000019000;c1", 3, 6)]
    [InlineData("annuaire.guillemets", "10990000019;\"410990000019000;c1;;;")]
    [InlineData("annuaire.guillemets", "10990000019;\"4109900\"00019000;c1;;;")]
    [InlineData("annuaire.caractere-interdit", "10990000019\0;410990000019000;c1;;;", "0000", 12)]
    public async Task Une_ligne_fautive_dit_pourquoi_et_les_suivantes_sont_lues(string code, string ligne, params object[] arguments)
    {
        var lectures = await LireAsync(Entete + ligne + "\n10990000019;410990000019000;c1;;;\n");

        Assert.Null(lectures[0].Ligne);
        Assert.Equal(code, lectures[0].Faute!.Type.Code);
        Assert.Equal(arguments, lectures[0].Faute!.Arguments);
        Assert.Equal(2, lectures[0].Faute!.Precisions[AnnuaireErreurs.Ligne]);
        Assert.Equal((3, null), (lectures[1].Numero, lectures[1].Faute));
        Assert.NotNull(lectures[1].Ligne);
    }

    [Fact]
    public async Task Les_colonnes_manquantes_sont_nommees()
    {
        var refus = await Assert.ThrowsAsync<FichierRefuseException>(() => LireAsync("rpps;structure;secteur;date\n"));

        Assert.StartsWith("Colonnes manquantes : optam, carteVitale", refus.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<FichierRefuseException>(() => LireAsync(""));
        await Assert.ThrowsAsync<FichierRefuseException>(() => LireAsync("rpps;\"structure\n"));
    }

    private static Task<List<LectureConventionnement>> LireAsync(string texte) =>
        new LecteurConventionnements(new MemoryStream(Encoding.UTF8.GetBytes(texte)), ParDefaut).LireAsync().ToListAsync().AsTask();
}
