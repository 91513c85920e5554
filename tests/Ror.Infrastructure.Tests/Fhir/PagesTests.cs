using Ror.Application.Annuaires;
using Ror.Infrastructure.Annuaires.Fhir;

namespace Ror.Infrastructure.Tests.Fhir;

public sealed class PagesTests
{
    [Fact]
    public async Task Les_pages_sont_suivies_telles_quelles_et_ce_qui_revient_ne_compte_qu_une_fois()
    {
        await using var banc = new Banc(o => o.Cle = "cle");
        var suites = new[] { $"{banc.Serveur.Adresse}/_page?id=a%2Bb%7C..%2F=&x=é", "_page?id=relative" };
        banc.Serveur.Repondre = requete => Acte.Json(requete.Rang switch
        {
            0 => Donnees.Paquet(Donnees.Praticien()),
            1 => Donnees.Suivi(suites[0], Donnees.Role(), Donnees.Cabinet()),
            2 => Donnees.Suivi(suites[1], Donnees.Role("005-2", organisation: "001-2", mode: "S"), Donnees.Cabinet(), Donnees.Role()),
            _ => Donnees.Paquet(Donnees.Centre()),
        });
        var personne = await banc.TrouverAsync();
        Assert.Equal(["1990000028", "410990000019000"], personne.Fiche.Situations.Select(s => s.Structure));
        Assert.Equal(
        [
            "/fhir/v2/Practitioner?identifier=10990000019&_count=50",
            "/fhir/v2/PractitionerRole?practitioner=003-1&active=true&_include=PractitionerRole:organization&_count=50",
            "/fhir/v2/_page?id=a%2Bb%7C..%2F=&x=%C3%A9",
            "/fhir/v2/_page?id=relative",
        ], banc.Serveur.Recues.Select(r => r.Chemin));
        Assert.All(banc.Serveur.Recues, r => Assert.Equal(("GET", "cle", "application/fhir+json"), (r.Methode, r.Entetes["ESANTE-API-KEY"], r.Entetes["Accept"])));
        Assert.All(banc.Serveur.Recues, r => Assert.False(r.Entetes.ContainsKey("traceparent")));
    }

    [Fact]
    public async Task Des_pages_sans_fin_finissent()
    {
        await using var banc = new Banc(o => (o.Debit, o.Delai) = (17, 60));
        banc.Serveur.Repondre = requete => Acte.Json(Donnees.Suivi($"{banc.Serveur.Adresse}/_page?id={requete.Rang}"));
        Assert.Contains("n'en finissent pas", (await banc.ProfessionnelAsync()).Raison, StringComparison.Ordinal);
        Assert.Equal(ClientFhir.PagesAuPlus, banc.Serveur.Recues.Count);
    }

    [Fact]
    public async Task Une_boucle_de_pages_finit()
    {
        await using var banc = new Banc();
        banc.Serveur.Repondre = requete => Acte.Json(Donnees.Suivi($"{banc.Serveur.Adresse}/_page?id={requete.Rang % 2}"));
        Assert.Contains("n'en finissent pas", (await banc.ProfessionnelAsync()).Raison, StringComparison.Ordinal);
        Assert.Equal(3, banc.Serveur.Recues.Count);
    }

    [Theory]
    [InlineData("{autre}/fhir/v2/_page?id=1")]
    [InlineData("{moi}/fhir/v1/_page?id=1")]
    [InlineData("{moi}/fhir/v2evil/_page?id=1")]
    [InlineData("{moi}/fhir/v2/../../_page?id=1")]
    [InlineData("{moi}/fhir/v2/%2e%2e/%2e%2e/_page?id=1")]
    [InlineData("//127.0.0.2/fhir/v2/_page")]
    [InlineData("file:///etc/hostname")]
    [InlineData("http://moi:mot@{hote}/fhir/v2/_page")]
    [InlineData("https://{hote}/fhir/v2/_page")]
    public async Task Une_suite_qui_mene_ailleurs_n_est_pas_suivie(string suite)
    {
        await using var ailleurs = new ServeurFhir();
        await using var banc = new Banc(o => o.Cle = "cle");
        var lien = suite.Replace("{autre}", ailleurs.Racine, StringComparison.Ordinal).Replace("{moi}", banc.Serveur.Racine, StringComparison.Ordinal)
            .Replace("{hote}", new Uri(banc.Serveur.Racine).Authority, StringComparison.Ordinal);
        banc.Jouer(Acte.Json(Donnees.Suivi(lien)));
        Assert.Contains("renvoie ailleurs pour la suite", (await banc.ProfessionnelAsync()).Raison, StringComparison.Ordinal);
        Assert.Single(banc.Serveur.Recues);
        Assert.Empty(ailleurs.Recues);
    }

    [Fact]
    public async Task Cinq_cents_entrees_au_plus()
    {
        await using var banc = new Banc();
        banc.Jouer(Acte.Json(Donnees.Paquet([.. Enumerable.Range(0, Moisson.EntreesAuPlus).Select(i => Donnees.Role($"005-{i}"))])));
        Assert.Equal(IssueAnnuaire.Inconnu, (await banc.ProfessionnelAsync()).Issue);
        banc.Jouer(Acte.Json(Donnees.Paquet([.. Enumerable.Range(0, Moisson.EntreesAuPlus + 1).Select(i => Donnees.Role($"005-{i}"))])));
        Assert.Contains("trop de choses", (await banc.ProfessionnelAsync()).Raison, StringComparison.Ordinal);
    }
}
