using System.Text;
using Ror.Infrastructure.Annuaires.Fichiers;
using Ror.Infrastructure.Annuaires.Rpps;
using Ror.Infrastructure.Nomenclatures;
using Ror.TestKit.Annuaires;

namespace Ror.Infrastructure.Tests;

/// <summary>The file as a whole: its header, its lines, its encoding, its name.</summary>
public sealed class LecteurRppsTests
{
    private static readonly byte[] Normal = FichiersAnnuaires.Fichier(FichiersAnnuaires.Rpps);

    public static TheoryData<string, byte[]> Editions => new()
    {
        { "normale", Normal },
        { "57 cellules et CRLF", FichiersAnnuaires.Rpps57Cellules() },
        { "marque d'ordre des octets", FichiersAnnuaires.AvecMarque(Normal) },
        { "colonnes dans l'autre ordre", FichiersAnnuaires.RppsAvec(cellules => [.. cellules.Reverse()]) },
        { "une colonne de plus", FichiersAnnuaires.RppsAvec(cellules => ["Nouveauté", .. cellules]) },
        { "autres libellés", Renommer(("civilité d'exercice", "civilité exercice"), ("Code Département (structure)", "Code département (coord. structure)"), ("rôle", "fonction"), ("genre activité", "genre d'activité"), ("(coord. structure)", "(coord. Structure)")) },
    };

    [Theory]
    [MemberData(nameof(Editions))]
    public async Task Toutes_les_editions_disent_la_meme_chose(string edition, byte[] fichier)
    {
        var attendues = await LecturesAsync(Normal);

        var lectures = await LecturesAsync(fichier);

        Assert.True(attendues.Count == 15, edition);
        Assert.Equal(attendues.Select(Essentiel), lectures.Select(Essentiel));
    }

    [Fact]
    public async Task Un_fichier_en_Windows_1252_est_lu_et_le_dit()
    {
        var lecteur = await OuvrirAsync(FichiersAnnuaires.EnWindows1252(Normal));
        var lignes = await lecteur.LireAsync().ToListAsync();

        Assert.Equal(Encodages.Windows1252, lecteur.Encodages);
        Assert.Contains(lignes, l => l.Texte.Contains("SELARL DES CŒURS FICTIFS", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sans_les_savoir_faire_le_fichier_est_lu()
    {
        var lectures = await LecturesAsync(FichiersAnnuaires.RppsSansColonne("Code type savoir-faire", "Libellé type savoir-faire", "Code savoir-faire", "Libellé savoir-faire"));

        Assert.Equal(15, lectures.Count);
        Assert.All(lectures, l => Assert.Null(l.Ligne!.SavoirFaire));
    }

    [Fact]
    public async Task Les_colonnes_manquantes_sont_toutes_nommees()
    {
        var refus = await RefusAsync(FichiersAnnuaires.RppsSansColonne("Code profession", "Numéro FINESS site", "Libellé savoir-faire"));

        Assert.Equal("Colonnes manquantes : « Code profession », « Numéro FINESS site ».", refus);
    }

    [Fact]
    public async Task Une_edition_d_avant_2022_est_refusee_pour_ce_qu_elle_est() => Assert.Contains("avant 2022", await RefusAsync(FichiersAnnuaires.Rpps52Colonnes()), StringComparison.Ordinal);

    [Theory]
    [InlineData("Type d'identifiant PP|Identifiant PP|Identification nationale PP|Nom d'exercice|Prénom d'exercice|Code type diplôme obtenu|Libellé type diplôme obtenu|Code diplôme obtenu|Libellé diplôme obtenu|", "Dipl_AutExerc")]
    [InlineData("Type d'identifiant PP|Identifiant PP|Identification nationale PP|Nom d'exercice|Prénom d'exercice|Code profession|Libellé profession|Code catégorie professionnelle|Libellé catégorie professionnelle|Code type savoir-faire|Libellé type savoir-faire|Code savoir-faire|Libellé savoir-faire", "SavoirFaire")]
    [InlineData("8|10990000019|810990000019|DR|Docteur", "ne nomme pas ses colonnes")]
    [InlineData("nom;prenom", "ne nomme pas ses colonnes")]
    public async Task Un_autre_fichier_est_reconnu(string entete, string raison) => Assert.Contains(raison, await RefusAsync(Encoding.UTF8.GetBytes(entete + "\n")), StringComparison.Ordinal);

    [Fact]
    public async Task Une_colonne_deux_fois_un_fichier_vide_une_premiere_ligne_illisible_sont_refuses()
    {
        Assert.Contains("deux fois", await RefusAsync(FichiersAnnuaires.RppsAvec(c => [.. c, c[9]])), StringComparison.Ordinal);
        Assert.Contains("vide", await RefusAsync([]), StringComparison.Ordinal);
        Assert.Contains("première ligne", await RefusAsync(Encoding.Unicode.GetBytes(FichiersAnnuaires.Texte(FichiersAnnuaires.Rpps))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Une_ligne_vide_n_est_pas_une_ligne_et_les_numeros_sont_ceux_du_fichier()
    {
        var lecteur = await OuvrirAsync([.. Normal, .. "\n  \n8|x"u8]);

        Assert.Equal([.. Enumerable.Range(2, 15), 19], (await lecteur.LireAsync().ToListAsync()).Select(l => l.Numero));
    }

    [Fact]
    public async Task Le_RPPS_d_une_ligne_brute_est_celui_de_son_interpretation()
    {
        foreach (var fichier in new[] { Normal, FichiersAnnuaires.Rpps57Cellules(), FichiersAnnuaires.RppsAvec(c => [.. c.Reverse()]) })
        {
            var lecteur = await OuvrirAsync(fichier);
            var interprete = new InterpreteRpps(lecteur.Entete, _ => true);
            await foreach (var ligne in lecteur.LireAsync())
            {
                Assert.Equal(interprete.Interpreter(ligne.Numero, ligne.Texte).Ligne!.Rpps, lecteur.Entete.Rpps(ligne.Texte).ToString());
            }
        }
    }

    [Theory]
    [InlineData("8|10990000019", "10990000019")]
    [InlineData("8| 10990000019 |", "10990000019")]
    [InlineData("8||810990000019|DR", "10990000019")]
    [InlineData("8||", "")]
    [InlineData("", "")]
    public async Task Le_RPPS_d_une_ligne_abimee_est_ce_qui_s_y_trouve(string ligne, string rpps) => Assert.Equal(rpps, (await OuvrirAsync(Normal)).Entete.Rpps(ligne).ToString());

    [Theory]
    [InlineData("PS_LibreAcces_Personne_activite_202611290930.txt", true, "2026-11-29")]
    [InlineData("depot.zip/dossier/PS_LibreAcces_Personne_activite_202601020304.txt", true, "2026-01-02")]
    [InlineData("PS_LibreAcces_Personne_activite_202602300930.txt", true, null)]
    [InlineData("ps-libreacces-personne-activite.txt", true, null)]
    [InlineData("PS_LibreAcces_Personne_activite_202611290930.txt.gz", false, "2026-11-29")]
    [InlineData("PS_LibreAcces_SavoirFaire_202611290930.txt", false, "2026-11-29")]
    public void Le_nom_dit_si_c_est_le_fichier_et_de_quel_jour(string nom, bool attendu, string? jour)
    {
        Assert.Equal(attendu, LecteurRpps.EstExtraitActivites(nom));
        Assert.Equal(jour is null ? null : DateOnly.Parse(jour, System.Globalization.CultureInfo.InvariantCulture), LecteurRpps.DateDuFichier(nom));
    }

    private static object Essentiel(LectureRpps l) => (l.Ligne!.Numero, l.Ligne.Rpps, l.Ligne.CiviliteExercice, l.Ligne.Nom, l.Ligne.SavoirFaire, l.Ligne.Situation, l.Ligne.FicheStructure());

    private static Task<LecteurRpps> OuvrirAsync(byte[] octets) => LecteurRpps.OuvrirAsync(new MemoryStream(octets));

    private static async Task<string> RefusAsync(byte[] octets) => (await Assert.ThrowsAsync<FichierRefuseException>(() => OuvrirAsync(octets))).Message;

    private static async Task<List<LectureRpps>> LecturesAsync(byte[] octets)
    {
        var lecteur = await OuvrirAsync(octets);
        var interprete = new InterpreteRpps(lecteur.Entete, _ => true);
        return await lecteur.LireAsync().Select(l => interprete.Interpreter(l.Numero, l.Texte)).ToListAsync();
    }

    private static byte[] Renommer(params (string Ancien, string Nouveau)[] noms)
    {
        var lignes = FichiersAnnuaires.Lignes(FichiersAnnuaires.Rpps);
        lignes[0] = noms.Aggregate(lignes[0], (entete, nom) => entete.Replace(nom.Ancien, nom.Nouveau, StringComparison.Ordinal));
        return Encoding.UTF8.GetBytes(string.Join('\n', lignes));
    }
}
