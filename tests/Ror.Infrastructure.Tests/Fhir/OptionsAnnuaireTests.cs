using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Ror.Application.Annuaires;
using Ror.Infrastructure.Annuaires.Fhir;

namespace Ror.Infrastructure.Tests.Fhir;

public sealed class OptionsAnnuaireTests
{
    [Fact]
    public async Task Livre_sans_annuaire_le_service_dit_qu_aucun_n_est_configure()
    {
        var (options, fautes) = Lire();
        Assert.Empty(fautes);
        await using var services = new ServiceCollection().AjouterAnnuaire(options!).BuildServiceProvider();
        var annuaire = services.GetRequiredService<IAnnuaireSante>();
        Assert.Equal(IssueAnnuaire.NonConfigure, (await annuaire.LireProfessionnelAsync(Donnees.Rpps, CancellationToken.None)).Issue);
        Assert.Equal(IssueAnnuaire.NonConfigure, (await annuaire.LireStructureAsync(Banc.Centre, CancellationToken.None)).Issue);
    }

    [Theory]
    [InlineData("Adresse=https://exemple.test/fhir/v2")]
    [InlineData("Adresse=https://exemple.test/fhir/v2/", "Cle=abc", "EnTeteCle=X-Api-Key", "Delai=60", "Debit=17")]
    [InlineData("Adresse=http://127.0.0.1:8080", "Cle=abc", "Delai=1", "Debit=1")]
    [InlineData("Adresse=http://[::1]:8080", "Cle=abc")]
    [InlineData("Adresse=http://annuaire.interne/fhir")]
    [InlineData("Adresse=https://exemple.test/fhir", "OAuth:Jeton=https://exemple.test/jeton", "OAuth:Client=moi", "OAuth:Secret=s", "OAuth:Portee=p")]
    public void Une_bonne_configuration_ne_dit_rien(params string[] cles) => Assert.Empty(Lire(cles).Fautes);

    [Theory]
    [InlineData("Annuaire:Adresse : donnez-la", "Cle=SECRET")]
    [InlineData("Annuaire:Adresse : donnez-la", "OAuth:Jeton=https://exemple.test/jeton", "OAuth:Client=moi", "OAuth:Secret=SECRET")]
    [InlineData("Annuaire:Adresse : une adresse http(s) complète", "Adresse=/fhir/v2")]
    [InlineData("Annuaire:Adresse : une adresse http(s) complète", "Adresse=ftp://exemple.test/fhir")]
    [InlineData("Annuaire:Adresse : une adresse http(s) complète", "Adresse=https://moi:SECRET@exemple.test/fhir")]
    [InlineData("Annuaire:Adresse : une adresse http(s) complète", "Adresse=https://exemple.test/fhir?cle=SECRET")]
    [InlineData("Annuaire:Adresse : https", "Adresse=http://exemple.test/fhir", "Cle=SECRET")]
    [InlineData("Annuaire:Adresse : https", "Adresse=http://exemple.test/fhir", "OAuth:Jeton=https://exemple.test/jeton", "OAuth:Client=moi", "OAuth:Secret=SECRET")]
    [InlineData("Annuaire:Cle et Annuaire:OAuth : donnez l'une ou l'autre", "Adresse=https://e.test", "Cle=SECRET", "OAuth:Jeton=https://e.test/jeton", "OAuth:Client=moi", "OAuth:Secret=SECRET")]
    [InlineData("Annuaire:Cle : des caractères ASCII", "Adresse=https://e.test", "Cle=SECRET caché")]
    [InlineData("Annuaire:Cle : des caractères ASCII", "Adresse=https://e.test", "Cle=")]
    [InlineData("Annuaire:EnTeteCle : un nom d'en-tête", "Adresse=https://e.test", "EnTeteCle=X Cle")]
    [InlineData("Annuaire:EnTeteCle : un nom d'en-tête", "Adresse=https://e.test", "EnTeteCle=Content-Type")]
    [InlineData("Annuaire:EnTeteCle : un nom d'en-tête", "Adresse=https://e.test", "EnTeteCle=")]
    [InlineData("Annuaire:OAuth:Jeton : une adresse http(s)", "Adresse=https://e.test", "OAuth:Client=moi", "OAuth:Secret=SECRET")]
    [InlineData("Annuaire:OAuth:Jeton : https", "Adresse=https://e.test", "OAuth:Jeton=http://e.test/jeton", "OAuth:Client=moi", "OAuth:Secret=SECRET")]
    [InlineData("Annuaire:OAuth : donnez Client et Secret", "Adresse=https://e.test", "OAuth:Jeton=https://e.test/jeton", "OAuth:Client=moi")]
    [InlineData("Annuaire:Delai : de 1 à 60 secondes", "Delai=0")]
    [InlineData("Annuaire:Debit : de 1 à 17 requêtes", "Debit=18")]
    [InlineData("Annuaire : ", "Debit=beaucoup")]
    [InlineData("Annuaire : ", "Clef=x")]
    public void Une_mauvaise_configuration_est_une_phrase_sans_secret(string debut, params string[] cles)
    {
        var faute = Assert.Single(Lire(cles).Fautes);
        Assert.StartsWith(debut, faute, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", faute, StringComparison.Ordinal);
    }

    private static (OptionsAnnuaire? Options, List<string> Fautes) Lire(params string[] cles)
    {
        var fautes = new List<string>();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(cles.Select(c => c.Split('=', 2)).ToDictionary(c => "Annuaire:" + c[0], c => (string?)c[1])).Build();
        return (OptionsAnnuaire.Lire(configuration, fautes), fautes);
    }
}
