using Microsoft.Data.Sqlite;
using Ror.TestKit;
using Ror.TestKit.Moteurs;

namespace Ror.Api.Tests.Sqlite;

/// <summary><c>sauvegarder copie.db</c>, as an operator runs it beside a service that works.</summary>
[Collection(Grappe.Nom)]
public sealed class SauvegardeSqliteTests(Grappe grappe) : IDisposable
{
    private readonly string _dossier = Directory.CreateTempSubdirectory("ror-sauvegarde-").FullName;

    private string Copie => Path.Combine(_dossier, "copie.db");

    [Fact]
    public async Task Une_sauvegarde_pendant_les_ecritures_est_coherente_et_se_sert()
    {
        var noeuds = await grappe.NoeudsAsync();
        await Copies.CopierPendantLesEcrituresAsync(noeuds, async () =>
        {
            // What a copy that was killed has left does not hinder the next one.
            await File.WriteAllTextAsync(Copie + ".partielle", "interrompue");
            var (code, sortie, erreur) = await SauvegarderAsync(noeuds.Connexion, Copie);
            Assert.Equal((0, $"Base copiée dans {Copie}.", ""), (code, sortie, erreur));
            Assert.Equal([Copie], Directory.GetFiles(_dossier));
            return $"Data Source={Copie}";
        });
    }

    [Fact]
    public async Task Un_fichier_qui_existe_est_refuse_et_reste_tel_quel()
    {
        await File.WriteAllTextAsync(Copie, "à garder");
        var (code, _, erreur) = await SauvegarderAsync((await grappe.NoeudsAsync()).Connexion, Copie);
        Assert.Equal((1, "Donnez le fichier où copier la base ; il ne doit pas exister : sauvegarder copie.db"), (code, erreur));
        Assert.Equal("à garder", await File.ReadAllTextAsync(Copie));
    }

    [Fact]
    public async Task Sans_fichier_ou_sans_base_une_phrase_et_aucun_fichier()
    {
        Assert.Equal((1, "", "Donnez le fichier où copier la base ; il ne doit pas exister : sauvegarder copie.db"), await SauvegarderAsync((await grappe.NoeudsAsync()).Connexion));
        var (code, _, erreur) = await SauvegarderAsync($"Data Source={Path.Combine(_dossier, "absente.db")}", Copie);
        Assert.Equal(1, code);
        Assert.StartsWith("La commande a échoué : SQLite Error 14", erreur, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_dossier));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_dossier, recursive: true);
    }

    private Task<(int Code, string Sortie, string Erreur)> SauvegarderAsync(string connexion, params string[] arguments) =>
        ProcessusRor.ExecuterAsync(_dossier, "Production", ["sauvegarder", .. arguments], MoteurDeTest.Courant.Variables(connexion));
}
