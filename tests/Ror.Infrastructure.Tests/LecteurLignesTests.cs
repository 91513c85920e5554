using System.Text;
using Ror.Domain.Annuaires;
using Ror.Infrastructure.Annuaires.Fichiers;

namespace Ror.Infrastructure.Tests;

public sealed class LecteurLignesTests
{
    [Fact]
    public async Task Les_lignes_ont_leur_numero_que_la_fin_soit_LF_ou_CRLF_et_la_derniere_peut_n_en_pas_avoir()
    {
        var (lignes, encodages) = await LireAsync("un\r\ndeux\n\ntrois"u8.ToArray());

        Assert.Equal([(1, "un"), (2, "deux"), (3, ""), (4, "trois")], lignes.Select(l => (l.Numero, l.Texte)));
        Assert.All(lignes, l => Assert.Null(l.Faute));
        Assert.Equal(Encodages.Ascii, encodages);
    }

    [Fact]
    public async Task Un_fichier_vide_n_a_pas_de_ligne() => Assert.Empty((await LireAsync([])).Lignes);

    [Fact]
    public async Task La_marque_d_ordre_des_octets_n_est_pas_du_texte()
    {
        var (lignes, encodages) = await LireAsync([0xEF, 0xBB, 0xBF, .. "é"u8]);

        Assert.Equal("é", Assert.Single(lignes).Texte);
        Assert.Equal(Encodages.Utf8, encodages);
    }

    [Fact]
    public async Task Une_ligne_qui_n_est_pas_de_l_UTF8_est_lue_en_Windows_1252()
    {
        var (lignes, encodages) = await LireAsync([.. "é\n"u8, (byte)'c', 0x9C, (byte)'u', (byte)'r', 0x20, 0x80, (byte)'\n', .. "à"u8]);

        Assert.Equal(["é", "cœur €", "à"], lignes.Select(l => l.Texte));
        Assert.Equal(Encodages.Utf8 | Encodages.Windows1252, encodages);
    }

    [Theory]
    [InlineData(63, true)]
    [InlineData(64, true)]
    [InlineData(65, false)]
    [InlineData(66, false)]
    [InlineData(300_000, false)]
    public async Task Une_ligne_trop_longue_est_passee_et_dite_et_la_suite_est_lue(int longueur, bool admise)
    {
        foreach (var fin in new[] { "\n", "\r\n" })
        {
            var (lignes, _) = await LireAsync(Encoding.UTF8.GetBytes($"avant{fin}8|12{new string('x', longueur - 4)}{fin}apres{fin}"), max: 64);

            Assert.Equal(["avant", "apres"], [lignes[0].Texte, lignes[2].Texte]);
            Assert.Equal(3, lignes.Count);
            Assert.StartsWith("8|12x", lignes[1].Texte, StringComparison.Ordinal);
            Assert.Equal(admise ? null : AnnuaireErreurs.LigneTropLongue, lignes[1].Faute?.Type);
        }
    }

    [Fact]
    public async Task Une_derniere_ligne_trop_longue_et_sans_fin_est_dite()
    {
        var (lignes, _) = await LireAsync(Encoding.UTF8.GetBytes("un\n" + new string('x', 200_000)), max: 64);

        Assert.Equal([null, AnnuaireErreurs.LigneTropLongue], lignes.Select(l => l.Faute?.Type));
        Assert.Equal(2, lignes[1].Faute!.Precisions[AnnuaireErreurs.Ligne]);
    }

    [Theory]
    [InlineData(new byte[] { 0 }, "0000")]
    [InlineData(new byte[] { 0x0B }, "000B")]
    [InlineData(new byte[] { 0x0D }, "000D")]
    [InlineData(new byte[] { 0x7F }, "007F")]
    [InlineData(new byte[] { 0xC2, 0x85 }, "0085")]
    [InlineData(new byte[] { 0x81 }, "0081")]
    public async Task Un_caractere_de_controle_est_une_faute_de_sa_ligne_seule(byte[] caractere, string code)
    {
        var (lignes, _) = await LireAsync([.. "8|"u8, .. caractere, .. "x\nsuite"u8]);

        Assert.Equal(AnnuaireErreurs.CaractereInterdit, lignes[0].Faute!.Type);
        Assert.Equal([code, 3], lignes[0].Faute!.Arguments);
        Assert.StartsWith("8|", lignes[0].Texte, StringComparison.Ordinal);
        Assert.Null(lignes[1].Faute);
    }

    [Fact]
    public async Task Une_tabulation_est_une_espace_comme_une_autre() => Assert.Null(Assert.Single((await LireAsync("a\tb"u8.ToArray())).Lignes).Faute);

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public async Task Le_decoupage_des_lectures_ne_change_rien(int octets)
    {
        var texte = string.Join("\r\n", Enumerable.Range(1, 50).Select(i => new string('é', i)));

        var (lignes, _) = await LireAsync(new FluxParMorceaux(Encoding.UTF8.GetBytes(texte), octets), 90);

        Assert.Equal(Enumerable.Range(1, 50), lignes.Select(l => l.Numero));
        Assert.All(lignes, l => Assert.Equal(l.Numero <= 45 ? new string('é', l.Numero) : null, l.Faute is null ? l.Texte : null));
    }

    private static Task<(List<LigneLue> Lignes, Encodages Encodages)> LireAsync(byte[] octets, int max = LecteurLignes.OctetsMax) => LireAsync(new MemoryStream(octets), max);

    private static async Task<(List<LigneLue> Lignes, Encodages Encodages)> LireAsync(Stream flux, int max)
    {
        var lecteur = new LecteurLignes(flux, max);
        return (await lecteur.LireAsync().ToListAsync(), lecteur.Encodages);
    }

    private sealed class FluxParMorceaux(byte[] octets, int morceau) : MemoryStream(octets)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => base.ReadAsync(buffer[..Math.Min(morceau, buffer.Length)], cancellationToken);
    }
}
