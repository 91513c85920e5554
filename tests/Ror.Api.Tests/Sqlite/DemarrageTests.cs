using System.Text.Json;
using Ror.TestKit;

namespace Ror.Api.Tests.Sqlite;

/// <summary>The service as a process, in an empty folder.</summary>
public sealed class DemarrageTests : IDisposable
{
    private readonly string _dossier = Directory.CreateTempSubdirectory("ror-demarrage-").FullName;

    [Fact]
    public async Task Dans_un_dossier_vide_il_se_migre_se_charge_et_ne_charge_rien_deux_fois()
    {
        string premiere;
        using (var service = await ProcessusRor.DemarrerAsync(_dossier, "Development"))
        {
            (await service.Client.GetAsync("/health/live")).Doit(200);
            premiere = await ContenuAsync(service);
            Assert.True(File.Exists(Path.Combine(_dossier, "data", "ror.db")));
        }

        using var second = await ProcessusRor.DemarrerAsync(_dossier, "Development");
        Assert.Equal(premiere, await ContenuAsync(second));
    }

    [Fact]
    public async Task En_production_sans_emetteur_ni_base_il_s_arrete_avec_une_phrase_pour_chaque_faute()
    {
        var (code, erreur) = await ProcessusRor.DoitSArreterAsync(_dossier, "Production");
        Assert.Equal(1, code);
        Assert.Equal(
            ["ConnectionStrings:Ror : donnez la chaîne de connexion de Sqlite.", "Configurez Authentification:Authority et Authentification:Audience (émetteur OpenID Connect), ou lancez le service en Development."],
            erreur.Split('\n', StringSplitOptions.TrimEntries));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_dossier));
    }

    [Fact]
    public async Task L_emetteur_de_demonstration_est_refuse_hors_de_Development()
    {
        var (code, erreur) = await ProcessusRor.DoitSArreterAsync(_dossier, "Staging", ("Authentification__EmetteurDemo", "true"));
        Assert.Equal(1, code);
        Assert.Contains("Authentification:EmetteurDemo", erreur, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_dossier, recursive: true);

    private static async Task<string> ContenuAsync(ProcessusRor service)
    {
        var jeton = (await service.Client.PostAsync("/dev/jetons", new { persona = "referent-occitanie" })).Doit(200).Corps.GetProperty("access_token").GetString();
        (string, string) acces = ("Authorization", $"Bearer {jeton}");
        var etablissements = (await service.Client.GetAsync("/api/v1/entites-geographiques?total=true", acces)).Doit(200).Corps;
        var offres = (await service.Client.GetAsync("/api/v1/offres?total=true", acces)).Doit(200).Corps;
        var listes = (await service.Client.GetAsync("/api/v1/nomenclatures", acces)).Doit(200).Corps.GetProperty("elements").GetArrayLength();
        var modeles = (await service.Client.GetAsync("/api/v1/modeles-saisie", acces)).Doit(200).Corps.GetProperty("elements").GetArrayLength();
        Assert.Equal(7, etablissements.GetProperty("total").GetInt32());
        Assert.Equal(15, offres.GetProperty("total").GetInt32());
        return JsonSerializer.Serialize(new { etablissements, offres, listes, modeles });
    }
}
