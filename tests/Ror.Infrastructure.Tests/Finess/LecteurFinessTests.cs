using System.Text;

namespace Ror.Infrastructure.Tests;

/// <summary>What holds the texts, and what is no text of FINESS.</summary>
public sealed class LecteurFinessTests : IDisposable
{
    private readonly EssaisFiness _essais = new();

    public void Dispose() => _essais.Dispose();

    [Fact]
    public async Task Une_archive_donne_les_entites_d_abord_et_chaque_etablissement_une_fois()
    {
        var objets = await _essais.LireAsync(EssaisFiness.Zip(
            ("f/502.csv", EssaisFiness.Octets("finess-502-etablissements.csv")), ("f/507.csv", EssaisFiness.Octets("finess-507-etablissements.csv")), ("f/501.csv", EssaisFiness.Octets("finess-501-entites.csv")), ("lisezmoi.md", [1])));

        Assert.Equal(Enumerable.Repeat("entite", 6).Concat(Enumerable.Repeat("etablissement", 7)), objets.Where(o => o.Signalements.Count == 0).Select(o => o.Entite is null ? "etablissement" : "entite"));
        Assert.Empty(objets.Fautes());
        Assert.Equal(43.9256m, objets.Fiche("CENTRE HOSPITALIER FICTIF D ALBI").Adresse!.Latitude);
        Assert.Equal(-21.1m, objets.Fiche("CDS FICTIF DES FLAMBOYANTS").Adresse!.Latitude);
    }

    [Fact]
    public async Task Une_archive_dit_son_avancement_sans_revenir_en_arriere()
    {
        var octets = EssaisFiness.Zip(("502.csv", EssaisFiness.Octets("finess-502-etablissements.csv")), ("501.csv", EssaisFiness.Octets("finess-501-entites.csv")));
        var vus = new List<(long Lus, long Total)>();

        await foreach (var _ in (await _essais.OuvrirAsync(octets)).LireAsync(EssaisFiness.EstTypeVoie, (lus, total) => vus.Add((lus, total)), CancellationToken.None))
        {
        }

        Assert.Equal(vus.OrderBy(v => v.Lus), vus);
        Assert.Equal(vus[^1].Total, vus[^1].Lus);
    }

    [Fact]
    public async Task Windows_1252_et_la_marque_d_ordre_se_lisent()
    {
        var texte = EssaisFiness.Texte("finess-502-etablissements.csv").Replace("CH FICTIF ALBI", "HÔPITAL", StringComparison.Ordinal).Replace("CENTRE HOSPITALIER FICTIF D ALBI", "HÔPITAL D’ALBI", StringComparison.Ordinal);
        var ancien = await _essais.LireAsync(CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(texte.Replace("\n", "\r\n", StringComparison.Ordinal)));
        var marque = await _essais.LireAsync([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(texte)]);

        Assert.Equal("HÔPITAL D’ALBI", ancien[0].Etablissement!.Fiche.Denomination);
        Assert.Equal(ancien.Select(o => o.Etablissement!.Fiche), marque.Select(o => o.Etablissement!.Fiche));
    }

    [Fact]
    public async Task Une_ligne_de_dix_megaoctets_est_sautee()
    {
        var lignes = EssaisFiness.Texte("finess-502-etablissements.csv").Split('\n').ToList();
        lignes.Insert(2, "structureet;\"" + new string('A', 10 << 20));

        var objets = await _essais.LireTexteAsync(string.Join('\n', lignes));

        Assert.Equal(["annuaire.ligne-trop-longue 65536"], objets.Fautes());
        Assert.Equal(7, objets.Count(o => o.Etablissement is not null));
    }

    [Theory]
    [InlineData("nofinesset;nofinessej;rs\n1;2;3", "historique annuel")]
    [InlineData("\"nofinesset\";\"nofinessej\"", "historique annuel")]
    [InlineData("finess;etalab;98;hier\nstructureet", "première ligne")]
    [InlineData("structureet;810990143;810990101", "première ligne")]
    [InlineData("Type d'identifiant PP|Identifiant PP", "première ligne")]
    [InlineData("<FINESS/>", "première ligne")]
    [InlineData("\n", "première ligne")]
    public async Task Un_autre_fichier_est_refuse(string texte, string raison) => Assert.Contains(raison, (await _essais.RefuserAsync(texte)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Un_fichier_comprime_tronque_est_refuse_avant_que_rien_ne_soit_lu()
    {
        var gzip = EssaisFiness.Gzip(EssaisFiness.Octets("finess-507-etablissements.csv"));
        var zip = EssaisFiness.Zip(("507.csv", EssaisFiness.Octets("finess-507-etablissements.csv")));

        Assert.Equal(new DateOnly(2026, 5, 12), (await _essais.OuvrirAsync(gzip)).DonneesDu);
        _ = await _essais.RefuserAsync(gzip[..^20]);
        _ = await _essais.RefuserAsync(zip[..^20]);
        _ = await _essais.RefuserAsync(zip[..(zip.Length / 2)]);
    }
}
