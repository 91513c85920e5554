using System.Text;
using Microsoft.Extensions.Logging;
using Ror.Application.Annuaires;

namespace Ror.Infrastructure.Tests.Fhir;

/// <summary>Whatever the directory does wrong is "unavailable", told once, in our own words.</summary>
public sealed class PannesTests
{
    public static TheoryData<string> Pannes => [.. Actes.Keys];

    private static Dictionary<string, (Acte Acte, string Raison)> Actes { get; } = new()
    {
        ["pend avant les en-têtes"] = (Acte.Pendre(), "à temps"),
        ["pend au milieu du corps"] = (Acte.PendreAuMilieu(), "à temps"),
        ["goutte à goutte"] = (Acte.Goutter(), "à temps"),
        ["connexion réinitialisée"] = (Acte.Reinitialiser(), "coupe la connexion"),
        ["corps coupé"] = (Acte.Couper(), "coupe la connexion"),
        ["pas du HTTP"] = (Acte.Charabia(), "coupe la connexion"),
        ["500"] = (Acte.Statut(500), "en panne (500)"),
        ["503 sans fin"] = (Acte.Statut(503), "en panne (503)"),
        ["429 en HTML sans Retry-After"] = (Acte.Statut(429), "d'attendre (429)"),
        ["429 trop long"] = (Acte.Statut(429, "Retry-After: 86400"), "d'attendre (429)"),
        ["429 démesuré"] = (Acte.Statut(429, "Retry-After: 99999999999999999999"), "d'attendre (429)"),
        ["401"] = (Acte.Statut(401), "refuse la clé d'accès de ce service (401)"),
        ["403"] = (Acte.Statut(403), "refuse la clé d'accès de ce service (403)"),
        ["400 avec OperationOutcome"] = (Acte.Octets(400, Encoding.UTF8.GetBytes("""{"resourceType":"OperationOutcome","issue":[{"diagnostics":"SECRET-DU-SERVEUR"}]}"""), "Content-Type: application/fhir+json"), "refuse la question (400)"),
        ["404 en HTML"] = (Acte.Statut(404), "ne mène pas à un annuaire FHIR"),
        ["redirection chez soi"] = (Acte.Statut(302, "Location: /fhir/v2/Practitioner?identifier=1"), "renvoie ailleurs (302)"),
        ["200 en HTML"] = (Acte.Statut(200), "autre chose que du FHIR"),
        ["204"] = (Acte.Octets(204, []), "autre chose que du FHIR"),
        ["trop d'exercices"] = (Acte.Json(Donnees.Paquet([.. Enumerable.Range(0, 21).Select(i => Donnees.Praticien($"003-{i}"))])), "trop d'exercices"),
        ["sans type"] = (Acte.Octets(200, Encoding.UTF8.GetBytes(Donnees.Paquet())), "autre chose que du FHIR"),
        ["autre jeu de caractères"] = (Acte.Json(Donnees.Paquet(), "application/fhir+json;charset=iso-8859-1"), "autre chose que du FHIR"),
        ["latin-1 sans le dire"] = (Acte.Octets(200, Encoding.Latin1.GetBytes(Donnees.Paquet(Donnees.Praticien()).Replace("EXEMPLE", "ÉXEMPLÉ", StringComparison.Ordinal)), "Content-Type: application/fhir+json"), "illisible"),
        ["JSON coupé"] = (Acte.Json("""{"resourceType":"Bundle","type":"searchset","entry":["""), "illisible"),
        ["vide"] = (Acte.Json(""), "illisible"),
        ["null"] = (Acte.Json("null"), "autre chose qu'une page"),
        ["imbriqué"] = (Acte.Json("""{"resourceType":"Bundle","type":"searchset","x":""" + new string('[', 5000) + new string(']', 5000) + "}"), "illisible"),
        ["membre d'un autre genre"] = (Acte.Json(Donnees.Paquet("""{"resourceType":"Practitioner","id":"1","active":"oui"}""")), "illisible"),
        ["demi-caractère"] = (Acte.Json(Donnees.Paquet(Donnees.Praticien().Replace("EXEMPLE", "\\ud800", StringComparison.Ordinal))), "illisible"),
        ["autre ressource"] = (Acte.Json(Donnees.Praticien()), "autre chose qu'une page"),
        ["paquet d'une autre sorte"] = (Acte.Json("""{"resourceType":"Bundle","type":"transaction-response"}"""), "autre chose qu'une page"),
        ["dix mégaoctets"] = (Acte.Octets(200, Encoding.ASCII.GetBytes($"\"{new string('x', 10 << 20)}\""), "Content-Type: application/fhir+json"), "démesurée"),
        ["bombe gzip"] = (Acte.Gzip(new byte[200 << 20]), "démesurée"),
        ["gzip coupé"] = (Acte.Gzip(Encoding.UTF8.GetBytes(Donnees.Paquet(Donnees.Praticien())), retires: 100), "illisible"),
        ["pas du gzip"] = (Acte.Octets(200, Encoding.UTF8.GetBytes(Donnees.Paquet()), "Content-Type: application/fhir+json", "Content-Encoding: gzip"), "compression est fausse"),
        ["une autre personne"] = (Acte.Json(Donnees.Paquet(Donnees.Praticien(rpps: "10990000027"))), "une autre personne"),
        ["une partie seulement"] = (Acte.Json(Donnees.Paquet(Donnees.Praticien(meta: ""","tag":[{"code":"SUBSETTED"}]"""))), "qu'une partie"),
        ["sans nom"] = (Acte.Json(Donnees.Paquet(Donnees.Praticien().Replace("EXEMPLE", " \\u200b ", StringComparison.Ordinal))), "le nom de la personne"),
    };

    [Theory]
    [MemberData(nameof(Pannes))]
    public async Task Une_panne_est_une_reponse_indisponible_dite_une_fois_et_sans_rien_de_la_personne(string panne)
    {
        await using var banc = new Banc(o => o.Cle = "CLE-SECRETE").Jouer(Actes[panne].Acte);
        var reponse = await banc.ProfessionnelAsync();
        Assert.Equal((IssueAnnuaire.Indisponible, null), (reponse.Issue, reponse.Valeur));
        Assert.Contains(Actes[panne].Raison, reponse.Raison, StringComparison.Ordinal);
        var (niveau, texte) = Assert.Single(banc.Journal.Lignes);
        Assert.Equal((LogLevel.Warning, $"Annuaire national indisponible : {reponse.Raison}"), (niveau, texte));
        Assert.All(["SECRET", Donnees.Rpps, "EXEMPLE", "127.0.0.1"], interdit => Assert.DoesNotContain(interdit, texte, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Une_adresse_ou_personne_n_ecoute_est_indisponible()
    {
        await using var banc = new Banc();
        await banc.Serveur.DisposeAsync();
        var reponse = await banc.ProfessionnelAsync();
        Assert.Equal((IssueAnnuaire.Indisponible, "L'annuaire national est injoignable, ou coupe la connexion."), (reponse.Issue, reponse.Raison));
    }

    [Fact]
    public async Task Une_redirection_ne_mene_jamais_la_cle_ailleurs()
    {
        await using var ailleurs = new ServeurFhir();
        await using var banc = new Banc(o => o.Cle = "CLE-SECRETE").Jouer(Acte.Statut(307, $"Location: {ailleurs.Adresse}/Practitioner"));
        Assert.Equal(IssueAnnuaire.Indisponible, (await banc.ProfessionnelAsync()).Issue);
        Assert.Empty(ailleurs.Recues);
        Assert.Equal("CLE-SECRETE", Assert.Single(banc.Serveur.Recues).Entetes["ESANTE-API-KEY"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Qui_se_lasse_est_le_seul_a_recevoir_une_exception(bool avant)
    {
        await using var banc = new Banc().Jouer(Acte.PendreAuMilieu());
        using var lassitude = new CancellationTokenSource();
        if (avant)
        {
            await lassitude.CancelAsync();
        }

        var question = banc.Annuaire.LireProfessionnelAsync(Donnees.Rpps, lassitude.Token);
        if (!avant)
        {
            await banc.AttendreQuIlPendeAsync();
            await lassitude.CancelAsync();
        }

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => question);
        Assert.Empty(banc.Journal.Lignes);
    }

    [Fact]
    public async Task Personne_est_inconnu_et_non_indisponible()
    {
        await using var banc = new Banc();
        Assert.Equal(IssueAnnuaire.Inconnu, (await banc.ProfessionnelAsync()).Issue);
        banc.Jouer(Acte.Octets(404, Encoding.UTF8.GetBytes("""{"resourceType":"OperationOutcome"}"""), "Content-Type: application/fhir+json"));
        Assert.Equal(IssueAnnuaire.Inconnu, (await banc.ProfessionnelAsync()).Issue);
        Assert.Equal(IssueAnnuaire.Inconnu, (await banc.StructureAsync()).Issue);
        Assert.Empty(banc.Journal.Lignes);
    }

    [Theory]
    [InlineData("10990000018")]
    [InlineData("1&_revinclude=*")]
    public async Task Ce_qui_n_est_pas_un_RPPS_n_est_pas_demande(string rpps)
    {
        await using var banc = new Banc();
        Assert.Equal(IssueAnnuaire.Inconnu, (await banc.Annuaire.LireProfessionnelAsync(rpps, CancellationToken.None)).Issue);
        Assert.Empty(banc.Serveur.Recues);
    }
}
