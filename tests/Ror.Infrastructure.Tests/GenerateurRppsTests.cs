using System.Text;
using Ror.Domain.Identifiants;
using Ror.Infrastructure.Annuaires.Rpps;
using Ror.TestKit.Annuaires;

namespace Ror.Infrastructure.Tests;

/// <summary>What the benchmark reads looks like what it stands for.</summary>
public sealed class GenerateurRppsTests
{
    private const int Nombre = 20_000;

    [Fact]
    public void La_meme_graine_fait_le_meme_fichier()
    {
        Assert.Equal(Texte(7, 2_000), Texte(7, 2_000));
        Assert.NotEqual(Texte(7, 2_000), Texte(8, 2_000));
    }

    [Fact]
    public async Task Toutes_ses_lignes_se_lisent_et_leurs_proportions_sont_celles_du_vrai()
    {
        var lecteur = await LecteurRpps.OuvrirAsync(new MemoryStream(Encoding.UTF8.GetBytes(Texte(1, Nombre))));
        var interprete = new InterpreteRpps(lecteur.Entete, _ => true);

        var lectures = await lecteur.LireAsync().Select(l => interprete.Interpreter(l.Numero, l.Texte)).ToListAsync();

        Assert.Equal(Nombre, lectures.Count);
        Assert.All(lectures, l => Assert.True(l.Ligne is { Remarques.Count: 0 }, $"{l.Faute}"));
        var situations = lectures.ConvertAll(l => l.Ligne!).FindAll(l => l.Situation is not null);
        Assert.All(situations, s => Assert.NotNull(IdNatStruct.LireEntiteGeographique(s.Structure)));
        Assert.All(situations, s => Assert.NotNull(s.FicheStructure()!.Adresse!.LireCommune()));
        Assert.InRange(situations.Count(s => s.Situation!.EstLiberale) / (double)situations.Count, 0.30, 0.40);
        Assert.InRange(situations.Select(s => (s.Rpps, s.Structure, s.Profession)).Distinct().Count() / (double)lectures.Select(l => l.Ligne!.Rpps).Distinct().Count(), 1.25, 1.5);
        Assert.Contains(situations.GroupBy(s => s.Structure), g => g.Key![0] == '4' && g.Select(s => s.Rpps).Distinct().Count() > 2);
        Assert.Equal(18, situations.Select(s => s.FicheStructure()!.Adresse!.LireCommune().Region).Distinct().Count());
    }

    private static string Texte(int graine, int lignes)
    {
        using var sortie = new StringWriter();
        new GenerateurRpps(graine).Ecrire(sortie, lignes);
        return sortie.ToString();
    }
}
