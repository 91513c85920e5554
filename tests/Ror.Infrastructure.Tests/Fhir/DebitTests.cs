using System.Collections.Concurrent;
using Ror.Application.Annuaires;
using Ror.Infrastructure.Annuaires.Fhir;

namespace Ror.Infrastructure.Tests.Fhir;

public sealed class DebitTests
{
    private static readonly TimeSpan Seconde = TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(14)]
    [InlineData(17)]
    public async Task En_aucune_seconde_il_ne_part_plus_de_requetes_que_l_annuaire_n_en_accorde(int parSeconde)
    {
        var horloge = new HorlogeDeTest();
        var debit = new Debit(parSeconde, horloge);
        var departs = new List<DateTimeOffset>();

        // Away from the context of the test, so that whoever waited goes on at the very moment.
        var attentes = await Task.Run(() => Enumerable.Range(0, 60).Select(_ => PartirAsync()).ToList());
        while (horloge.Prochaine is { } prochaine)
        {
            horloge.Avancer(prochaine);
        }

        await Task.WhenAll(attentes);
        var tous = departs.Order().ToList();
        Assert.All(tous, depart => Assert.InRange(tous.Count(d => d >= depart && d < depart + Seconde), 1, OptionsAnnuaire.DebitMax));
        Assert.InRange(tous[^1] - tous[0], Seconde * (56d / parSeconde), Seconde * (60d / parSeconde));

        async Task PartirAsync()
        {
            await debit.AttendreAsync(TimeSpan.FromMinutes(2), CancellationToken.None);
            departs.Add(horloge.GetUtcNow());
        }
    }

    [Fact]
    public async Task Une_attente_trop_longue_est_refusee_sans_prendre_de_place()
    {
        var horloge = new HorlogeDeTest();
        var debit = new Debit(1, horloge);
        Assert.True(Enumerable.Range(0, 4).All(_ => debit.AttendreAsync(TimeSpan.Zero, CancellationToken.None).IsCompletedSuccessfully));
        for (var i = 0; i < 10; i++)
        {
            await Assert.ThrowsAsync<PanneAnnuaireException>(() => debit.AttendreAsync(Seconde * 0.9, CancellationToken.None));
        }

        var attente = debit.AttendreAsync(Seconde, CancellationToken.None);
        Assert.False(attente.IsCompleted);
        horloge.Avancer(Seconde);
        await attente;
    }

    [Fact]
    public async Task Les_pages_et_les_reprises_comptent_dans_le_debit()
    {
        await using var banc = new Banc(o => o.Debit = 1);
        var departs = new ConcurrentQueue<DateTimeOffset>();
        banc.Serveur.Repondre = requete =>
        {
            departs.Enqueue(banc.Horloge.GetUtcNow());
            return requete.Rang % 2 == 0 ? Acte.Statut(503, "Retry-After: 0") : Acte.Json(requete.Rang < 5 ? Donnees.Suivi($"{banc.Serveur.Adresse}/_page?id={requete.Rang}") : Donnees.Paquet());
        };
        Assert.Equal(IssueAnnuaire.Inconnu, (await banc.ProfessionnelAsync()).Issue);
        var tous = departs.ToList();
        Assert.Equal(6, tous.Count);
        Assert.Equal([0, 0, 0, 0, 1, 2], tous.Select(d => (int)Math.Round((d - tous[0]).TotalSeconds)));
    }

    [Fact]
    public async Task Des_questions_paralleles_ont_chacune_leur_reponse_et_le_debit_tient()
    {
        await using var banc = new Banc(o => o.Delai = 60).Servir(Donnees.Paquet(Donnees.Praticien()), Donnees.Paquet(Donnees.Role(), Donnees.Cabinet()));
        var debut = banc.Horloge.GetUtcNow();
        var reponses = await banc.MenerAsync(Task.WhenAll(Enumerable.Range(0, 30).Select(_ => banc.Annuaire.LireProfessionnelAsync(Donnees.Rpps, CancellationToken.None))));
        Assert.All(reponses, r => Assert.Equal(reponses[0].Valeur!.Fiche, r.Valeur!.Fiche));
        Assert.Equal(60, banc.Serveur.Recues.Count);
        Assert.InRange(banc.Horloge.GetUtcNow() - debut, Seconde * 5.5, TimeSpan.MaxValue);
    }
}
