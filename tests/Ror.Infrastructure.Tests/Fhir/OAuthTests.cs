using System.Text;
using Ror.Application.Annuaires;
using Ror.Infrastructure.Annuaires.Fhir;

namespace Ror.Infrastructure.Tests.Fhir;

public sealed class OAuthTests : IAsyncDisposable
{
    private readonly ServeurFhir _jetons = new();
    private readonly Banc _banc;
    private int _donnes;

    public OAuthTests()
    {
        _jetons.Repondre = _ => Acte.Json($$"""{"access_token":"jeton-{{Interlocked.Increment(ref _donnes)}}","token_type":"bearer","expires_in":"300","scope":"x"}""", "application/json");
        _banc = new Banc(o => o.OAuth = new OptionsOAuth { Jeton = $"{_jetons.Racine}/jeton", Client = "moi:même", Secret = "s e&cret", Portee = "annuaire" });
    }

    private IEnumerable<string> Montres => _banc.Serveur.Recues.Select(r => r.Entetes["Authorization"]);

    [Fact]
    public async Task Le_jeton_est_demande_une_fois_et_sert_a_tous()
    {
        await _banc.MenerAsync(Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _banc.Annuaire.LireProfessionnelAsync(Donnees.Rpps, CancellationToken.None))));
        var demande = Assert.Single(_jetons.Recues);
        Assert.Equal(("POST", "/jeton", "grant_type=client_credentials&scope=annuaire"), (demande.Methode, demande.Chemin, demande.Corps));
        Assert.Equal("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("moi%3Am%C3%AAme:s%20e%26cret")), demande.Entetes["Authorization"]);
        Assert.Equal(8, Montres.Count());
        Assert.All(Montres, m => Assert.Equal("Bearer jeton-1", m));
        Assert.All(_banc.Serveur.Recues, r => Assert.False(r.Entetes.ContainsKey("ESANTE-API-KEY")));
    }

    [Fact]
    public async Task Un_autre_jeton_est_demande_un_peu_avant_que_le_premier_n_expire()
    {
        await _banc.ProfessionnelAsync();
        _banc.Horloge.Avancer(TimeSpan.FromSeconds(269));
        await _banc.ProfessionnelAsync();
        Assert.Single(_jetons.Recues);
        _banc.Horloge.Avancer(TimeSpan.FromSeconds(2));
        await _banc.ProfessionnelAsync();
        Assert.Equal(["Bearer jeton-1", "Bearer jeton-1", "Bearer jeton-2"], Montres);
    }

    [Fact]
    public async Task Un_jeton_refuse_est_remplace_une_seule_fois()
    {
        _banc.Jouer(Acte.Statut(401), Acte.Json(Donnees.Paquet()));
        Assert.Equal(IssueAnnuaire.Inconnu, (await _banc.ProfessionnelAsync()).Issue);
        Assert.Equal(["Bearer jeton-1", "Bearer jeton-2"], Montres);

        _banc.Serveur.Repondre = _ => Acte.Statut(401);
        var reponse = await _banc.ProfessionnelAsync();
        Assert.Contains("refuse la clé", reponse.Raison, StringComparison.Ordinal);
        Assert.Equal(["Bearer jeton-1", "Bearer jeton-2", "Bearer jeton-2", "Bearer jeton-3"], Montres);
    }

    [Theory]
    [InlineData(400, 1, "refuse ou ne sert pas (400)")]
    [InlineData(401, 1, "refuse ou ne sert pas (401)")]
    [InlineData(302, 1, "refuse ou ne sert pas (302)")]
    [InlineData(503, 4, "refuse ou ne sert pas (503)")]
    [InlineData(200, 1, "autre chose qu'un jeton")]
    public async Task Un_service_de_jetons_qui_refuse_rend_l_annuaire_indisponible_sans_rien_lui_demander(int statut, int essais, string raison)
    {
        _jetons.Repondre = _ => Acte.Statut(statut, $"Location: {_banc.Serveur.Adresse}");
        var reponse = await _banc.ProfessionnelAsync();
        Assert.Equal(IssueAnnuaire.Indisponible, reponse.Issue);
        Assert.Contains(raison, reponse.Raison, StringComparison.Ordinal);
        Assert.Equal(essais, _jetons.Recues.Count);
        Assert.Empty(_banc.Serveur.Recues);
        Assert.DoesNotContain("cret", _banc.Journal.Lignes.Single().Texte, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"access_token":"a\r\nX: y","token_type":"bearer"}""")]
    [InlineData("""{"access_token":"","token_type":"bearer"}""")]
    [InlineData("""{"access_token":"a","token_type":"mac"}""")]
    [InlineData("""{"access_token":12}""")]
    [InlineData("""["a"]""")]
    [InlineData("""{"access_token":"\ud800"}""")]
    public async Task Un_jeton_qui_n_en_est_pas_un_n_est_pas_montre(string corps)
    {
        _jetons.Repondre = _ => Acte.Json(corps, "application/json");
        Assert.Contains("autre chose qu'un jeton", (await _banc.ProfessionnelAsync()).Raison, StringComparison.Ordinal);
        Assert.Empty(_banc.Serveur.Recues);
    }

    [Fact]
    public async Task Un_service_de_jetons_absent_puis_revenu()
    {
        _jetons.Repondre = _ => Acte.Reinitialiser();
        Assert.Contains("jetons de l'annuaire national ne répond pas", (await _banc.ProfessionnelAsync()).Raison, StringComparison.Ordinal);
        _jetons.Repondre = _ => Acte.Json("""{"access_token":"x"}""", "application/json");
        Assert.Equal(IssueAnnuaire.Inconnu, (await _banc.ProfessionnelAsync()).Issue);
        Assert.Equal(["Bearer x"], Montres);
    }

    public async ValueTask DisposeAsync()
    {
        await _banc.DisposeAsync();
        await _jetons.DisposeAsync();
    }
}
