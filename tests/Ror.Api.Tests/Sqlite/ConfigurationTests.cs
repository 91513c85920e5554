using Ror.TestKit;

namespace Ror.Api.Tests.Sqlite;

/// <summary>One fault of the configuration at a time, told in a sentence without a secret.</summary>
public sealed class ConfigurationTests : IDisposable
{
    private readonly string _dossier = Directory.CreateTempSubdirectory("ror-configuration-").FullName;

    [Theory]
    [InlineData("Persistance__Moteurs", "Sqlite", "Moteurs")]
    [InlineData("Persistance__MigrerAuDemarrage", "peut-être", "MigrerAuDemarrage")]
    [InlineData("ConnectionStrings__Ror", "Motdepasse=secret-8271;Data Source=x", "ConnectionStrings:Ror")]
    [InlineData("ConnectionStrings__Ror", "Data Source=x;Default Timeout=secret-8271", "ConnectionStrings:Ror")]
    [InlineData("ConnectionStrings__Ror", "Data Source=x;Foreign Keys=secret-8271", "ConnectionStrings:Ror")]
    [InlineData("ConnectionStrings__Ror", "Data Source=file:x?mode=memory&cache=shared", "ConnectionStrings:Ror")]
    [InlineData("ConnectionStrings__Ror", "Data Source=x;Mode=ReadOnly", "ConnectionStrings:Ror")]
    [InlineData("ConnectionStrings__Ror", "Data Source=x;Password=secret-8271", "ConnectionStrings:Ror")]
    [InlineData("ConnectionStrings__Ror", ":memory:", "ConnectionStrings:Ror")]
    [InlineData("ConnectionStrings__Ror", "Data Source=:memory:", "ConnectionStrings:Ror")]
    [InlineData("Authentification__Revendications__Role", "x", "Role")]
    [InlineData("Limites__Debit", "100001", "Limites:Debit : de 0 (aucune limite) à 100000 requêtes par seconde.")]
    [InlineData("Limites__Debit", "beaucoup", "Debit")]
    [InlineData("Limites__Debits", "300", "Debits")]
    [InlineData("Limites__Rafale", "0", "Limites:Rafale : de Limites:Debit à 10000000 requêtes.")]
    [InlineData("Limites__Rafale", "299", "Limites:Rafale : de Limites:Debit à 10000000 requêtes.")]
    [InlineData("Limites__Rafale", "10000001", "Limites:Rafale : de Limites:Debit à 10000000 requêtes.")]
    public async Task Une_faute_est_nommee_et_aucun_secret_n_est_montre(string variable, string valeur, string nomme)
    {
        var (code, erreur) = await ProcessusRor.DoitSArreterAsync(_dossier, "Development", ("Persistance__Moteur", "Sqlite"), (variable, valeur));
        Assert.Equal(1, code);
        Assert.Contains(nomme, erreur, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-8271", erreur, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_dossier));
    }

    public void Dispose() => Directory.Delete(_dossier, recursive: true);
}
