using System.IO.Compression;
using System.Text;
using Ror.Infrastructure.Annuaires.Fichiers;
using Ror.Infrastructure.Nomenclatures;

namespace Ror.Infrastructure.Tests;

public sealed class FichiersNationauxTests : IDisposable
{
    private static readonly byte[] Texte = Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Range(0, 20_000).Select(i => $"ligne {i * 7919 % 10_007}")));

    private readonly string _chemin = Path.Combine(Path.GetTempPath(), $"ror-{Guid.NewGuid():N}");

    public void Dispose() => File.Delete(_chemin);

    [Theory]
    [InlineData("nu")]
    [InlineData("gz")]
    [InlineData("zip")]
    public async Task Le_contenu_est_reconnu_a_ses_octets_et_se_lit_deux_fois(string forme)
    {
        Ecrire(forme switch { "gz" => Gzip(Texte), "zip" => Zip(("a.txt", Texte)), _ => Texte });

        for (var fois = 0; fois < 2; fois++)
        {
            var (nom, contenu) = Assert.Single(await LireAsync());
            Assert.Equal(forme == "zip" ? "depot/a.txt" : "depot", nom);
            Assert.Equal(Texte, contenu);
        }
    }

    [Fact]
    public async Task D_une_archive_ne_viennent_que_les_fichiers_attendus_dans_leur_ordre()
    {
        Ecrire(Zip(("lisezmoi.md", "x"u8.ToArray()), ("dossier/b.txt", "bb"u8.ToArray()), ("vide/", []), ("a.txt", "aa"u8.ToArray())));

        Assert.Equal(["depot/dossier/b.txt", "depot/a.txt"], (await LireAsync()).Select(f => f.Nom));
    }

    [Theory]
    [InlineData("nu")]
    [InlineData("gz")]
    [InlineData("zip")]
    public async Task L_avancement_va_croissant_jusqu_au_total(string forme)
    {
        Ecrire(forme switch { "gz" => Gzip(Texte), "zip" => Zip(("a.txt", Texte)), _ => Texte });
        var vus = new List<(long Lus, long Total)>();

        await LireAsync((lus, total) => vus.Add((lus, total)));

        Assert.Equal(vus.OrderBy(v => v.Lus), vus);
        Assert.All(vus, v => Assert.Equal(new FileInfo(_chemin).Length, v.Total));
        Assert.Equal(vus[^1].Total, vus[^1].Lus);
    }

    [Theory]
    [InlineData("gz")]
    [InlineData("zip")]
    public async Task Un_fichier_comprime_qui_est_tronque_est_refuse(string forme)
    {
        var octets = forme == "gz" ? Gzip(Texte) : Zip(("a.txt", Texte));

        foreach (var longueur in new[] { octets.Length - 1, octets.Length - 9, octets.Length / 2, 12 })
        {
            Ecrire(octets[..longueur]);
            await Assert.ThrowsAsync<FichierRefuseException>(() => LireAsync());
        }
    }

    [Theory]
    [InlineData("gz")]
    [InlineData("zip")]
    public async Task Un_octet_change_dans_ce_qui_est_comprime_est_vu(string forme)
    {
        var octets = forme == "gz" ? Gzip(Texte) : Zip(("a.txt", Texte));
        for (var place = 200; place < 20_000; place += 1_111)
        {
            byte[] change = [.. octets];
            change[place] ^= 0x10;
            Ecrire(change);
            await Assert.ThrowsAsync<FichierRefuseException>(() => LireAsync());
        }
    }

    [Fact]
    public async Task Une_bombe_est_refusee_avant_d_etre_ouverte() => await RefuserAsync(Zip(("a.txt", new byte[4 << 20])), "une bombe");

    [Theory]
    [InlineData("nu")]
    [InlineData("gz")]
    [InlineData("zip")]
    public async Task Ce_qui_depasse_la_borne_est_refuse(string forme)
    {
        Ecrire(forme switch { "gz" => Gzip(Texte), "zip" => Zip(("a.txt", Texte[..150_000]), ("b.txt", Texte[..150_000])), _ => Texte });

        await Assert.ThrowsAsync<FichierRefuseException>(() => LireAsync(max: 200_000));
    }

    [Theory]
    [InlineData("../a.txt")]
    [InlineData("/etc/a.txt")]
    [InlineData("c\\a.txt")]
    public async Task Un_nom_qui_sort_de_l_archive_est_refuse(string nom) => await RefuserAsync(Zip(("b.txt", Texte), (nom, Texte)), "sort de l'archive");

    [Fact]
    public async Task Une_archive_dans_une_archive_n_est_pas_lue()
    {
        await RefuserAsync(Zip(("a.txt", Zip(("b.txt", Texte)))), "Une archive dans une archive");
        await RefuserAsync(Zip(("a.txt", Gzip(Texte))), "Une archive dans une archive");
        await RefuserAsync(Gzip(Gzip(Texte)), "Une archive dans une archive");
    }

    [Fact]
    public async Task Une_archive_sans_fichier_attendu_est_refusee_et_dit_ce_qu_elle_contient() => await RefuserAsync(Zip(("autre.csv", Texte)), "autre.csv");

    [Fact]
    public async Task Un_fichier_vide_est_refuse()
    {
        await RefuserAsync([], "vide");
        await RefuserAsync(Gzip([]), "vide");
        await RefuserAsync(Zip(("a.txt", [])), "vide");
    }

    private async Task RefuserAsync(byte[] octets, string raison)
    {
        Ecrire(octets);
        Assert.Contains(raison, (await Assert.ThrowsAsync<FichierRefuseException>(() => LireAsync())).Message, StringComparison.Ordinal);
    }

    private void Ecrire(byte[] octets) => File.WriteAllBytes(_chemin, octets);

    private async Task<List<(string Nom, byte[] Contenu)>> LireAsync(Action<long, long>? progres = null, long max = FichiersNationaux.TailleMax)
    {
        var lus = new List<(string, byte[])>();
        await foreach (var (nom, flux) in FichiersNationaux.OuvrirAsync(_chemin, "depot", n => n.EndsWith(".txt", StringComparison.Ordinal), progres, max))
        {
            using var copie = new MemoryStream();
            await flux.CopyToAsync(copie);
            lus.Add((nom, copie.ToArray()));
        }

        return lus;
    }

    private static byte[] Gzip(byte[] octets)
    {
        using var sortie = new MemoryStream();
        using (var gzip = new GZipStream(sortie, CompressionLevel.Fastest))
        {
            gzip.Write(octets);
        }

        return sortie.ToArray();
    }

    private static byte[] Zip(params (string Nom, byte[] Contenu)[] fichiers)
    {
        using var sortie = new MemoryStream();
        using (var archive = new ZipArchive(sortie, ZipArchiveMode.Create))
        {
            foreach (var (nom, contenu) in fichiers)
            {
                using var entree = archive.CreateEntry(nom).Open();
                entree.Write(contenu);
            }
        }

        return sortie.ToArray();
    }
}
