using System.Globalization;
using Ror.Application.Annuaires;
using Ror.Domain.Annuaires;

namespace Ror.Infrastructure.Tests.Fhir;

/// <summary>Trying again, waiting, giving up: all on a clock of ours.</summary>
public sealed class ReprisesTests
{
    private static readonly Acte Vide = Acte.Json(Donnees.Paquet());

    [Theory]
    [InlineData(429)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task Une_panne_passagere_est_reessayee(int statut)
    {
        await using var banc = new Banc().Jouer(Acte.Statut(statut), Acte.Statut(statut), Vide);
        Assert.Equal(IssueAnnuaire.Inconnu, (await banc.ProfessionnelAsync()).Issue);
        Assert.Equal(3, banc.Serveur.Recues.Count);
    }

    [Fact]
    public async Task Une_connexion_qui_casse_au_milieu_du_corps_est_reessayee()
    {
        await using var banc = new Banc().Jouer(Acte.Couper(), Acte.Reinitialiser(), Vide);
        Assert.Equal(IssueAnnuaire.Inconnu, (await banc.ProfessionnelAsync()).Issue);
        Assert.Equal(3, banc.Serveur.Recues.Count);
    }

    [Fact]
    public async Task Une_tentative_qui_traine_laisse_le_temps_d_une_autre()
    {
        await using var banc = new Banc().Jouer(Acte.PendreAuMilieu(), Vide);
        var question = banc.Annuaire.LireProfessionnelAsync(Donnees.Rpps, CancellationToken.None);
        await banc.AttendreQuIlPendeAsync();
        banc.Horloge.Avancer(TimeSpan.FromSeconds(5.9));
        Assert.True(banc.Serveur.Pend);
        banc.Horloge.Avancer(TimeSpan.FromSeconds(0.1));
        await banc.AttendreQuIlPendeAsync(encore: false);
        Assert.Equal(IssueAnnuaire.Inconnu, (await banc.MenerAsync(question)).Issue);
        Assert.Equal(2, banc.Serveur.Recues.Count);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(501)]
    [InlineData(400)]
    [InlineData(401)]
    public async Task Ce_qui_n_est_pas_passager_n_est_pas_reessaye(int statut)
    {
        await using var banc = new Banc(o => o.Cle = "cle").Jouer(Acte.Statut(statut), Vide);
        Assert.Equal(IssueAnnuaire.Indisponible, (await banc.ProfessionnelAsync()).Issue);
        Assert.Single(banc.Serveur.Recues);
        Assert.Equal(IssueAnnuaire.Inconnu, (await banc.ProfessionnelAsync()).Issue);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Retry_After_est_respecte_en_secondes_et_en_date(bool enDate)
    {
        await using var banc = new Banc();
        var debut = banc.Horloge.GetUtcNow();
        banc.Jouer(Acte.Statut(429, $"Retry-After: {(enDate ? debut.AddSeconds(2).ToString("R", CultureInfo.InvariantCulture) : "2")}"), Vide);
        Assert.Equal(IssueAnnuaire.Inconnu, (await banc.ProfessionnelAsync()).Issue);
        Assert.Equal(TimeSpan.FromSeconds(2), banc.Horloge.GetUtcNow() - debut);
    }

    [Theory]
    [InlineData("10")]
    [InlineData("Tue, 29 Nov 2033 12:00:00 GMT")]
    public async Task Un_Retry_After_qui_depasse_le_budget_fait_renoncer_aussitot(string attente)
    {
        await using var banc = new Banc().Jouer(Acte.Statut(503, $"Retry-After: {attente}"), Vide);
        var debut = banc.Horloge.GetUtcNow();
        Assert.Equal(IssueAnnuaire.Indisponible, (await banc.ProfessionnelAsync()).Issue);
        Assert.Single(banc.Serveur.Recues);
        Assert.Equal(debut, banc.Horloge.GetUtcNow());
    }

    [Theory]
    [InlineData("Tue, 29 Nov 2022 12:00:00 GMT")]
    [InlineData("bientôt")]
    public async Task Un_Retry_After_passe_ou_illisible_ne_fait_pas_renoncer(string attente)
    {
        await using var banc = new Banc().Jouer(Acte.Statut(503, $"Retry-After: {attente}"), Vide);
        Assert.Equal(IssueAnnuaire.Inconnu, (await banc.ProfessionnelAsync()).Issue);
    }

    [Fact]
    public async Task Une_question_ne_dure_jamais_plus_que_son_delai_pages_comprises()
    {
        await using var banc = new Banc();
        var debut = banc.Horloge.GetUtcNow();

        // Pages that each take two thirds of an attempt, without a fault.
        var demandes = new System.Collections.Concurrent.ConcurrentQueue<TimeSpan>();
        banc.Serveur.Repondre = requete =>
        {
            demandes.Enqueue(banc.Horloge.GetUtcNow() - debut);
            banc.Horloge.Avancer(TimeSpan.FromSeconds(4));
            return Acte.Json(Donnees.Suivi($"{banc.Serveur.Adresse}/_page?id={requete.Rang}"));
        };

        // The pages alone move the clock.
        var reponse = await banc.Annuaire.LireProfessionnelAsync(Donnees.Rpps, TestContext.Current.CancellationToken);
        Assert.Equal((IssueAnnuaire.Indisponible, "L'annuaire national ne répond pas à temps."), (reponse.Issue, reponse.Raison));

        Assert.All(demandes, d => Assert.True(d < TimeSpan.FromSeconds(10), $"{d}"));
        Assert.InRange(banc.Horloge.GetUtcNow() - debut, TimeSpan.FromSeconds(9), TimeSpan.FromSeconds(12));

        // The third may be given up before the server has written down that it came.
        Assert.InRange(banc.Serveur.Recues.Count, 2, 3);
    }

    [Fact]
    public async Task Apres_plusieurs_pannes_l_annuaire_est_laisse_en_repos_puis_repris()
    {
        await using var banc = new Banc().Jouer(Acte.Statut(503));
        ReponseAnnuaire<PersonneNationale> reponse;
        do
        {
            Assert.InRange(banc.Serveur.Recues.Count, 0, 20);
            reponse = await banc.ProfessionnelAsync();
        }
        while (!reponse.Raison!.Contains("en repos", StringComparison.Ordinal));

        var recues = banc.Serveur.Recues.Count;
        Assert.Contains("en repos", (await banc.StructureAsync()).Raison, StringComparison.Ordinal);
        Assert.Equal(recues, banc.Serveur.Recues.Count);

        banc.Serveur.Repondre = _ => Vide;
        Assert.Equal(IssueAnnuaire.Indisponible, (await banc.ProfessionnelAsync()).Issue);
        banc.Horloge.Avancer(TimeSpan.FromSeconds(15));
        Assert.Equal(IssueAnnuaire.Inconnu, (await banc.ProfessionnelAsync()).Issue);
        Assert.Equal(IssueAnnuaire.Inconnu, (await banc.ProfessionnelAsync()).Issue);
    }

    [Fact]
    public async Task Ce_qui_est_illisible_ou_refuse_n_ouvre_pas_le_circuit()
    {
        await using var banc = new Banc().Jouer(Acte.Json("{"));
        for (var i = 0; i < 15; i++)
        {
            Assert.Contains("illisible", (await banc.ProfessionnelAsync()).Raison, StringComparison.Ordinal);
        }

        banc.Serveur.Repondre = _ => Acte.Statut(403);
        for (var i = 0; i < 15; i++)
        {
            Assert.Contains("refuse la clé", (await banc.ProfessionnelAsync()).Raison, StringComparison.Ordinal);
        }
    }
}
