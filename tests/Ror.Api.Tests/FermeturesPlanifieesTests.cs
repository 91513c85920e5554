using Microsoft.Extensions.DependencyInjection;
using Ror.Application.Structures.Fermetures;
using Ror.TestKit;

namespace Ror.Api.Tests;

/// <summary>A closing planned for a date happens that day, where the établissement stands, once, whichever node does it.</summary>
public sealed class FermeturesPlanifieesTests : IAsyncDisposable
{
    private readonly HorlogeReglable _horloge = new();
    private readonly ServeurRor _serveur;

    public FermeturesPlanifieesTests() => _serveur = ServeurRor.Avec(services => services.AddSingleton<TimeProvider>(_horloge));

    private string Dans(int jours) => DateOnly.FromDateTime(_horloge.GetUtcNow().UtcDateTime).AddDays(jours).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public async Task Une_fermeture_planifiee_se_fait_son_jour_et_une_seule_fois_sur_deux_noeuds()
    {
        var client = await _serveur.EnAsync("responsable-ch-albi");
        var route = $"/api/v1/unites-fonctionnelles/{Demo.UfConsultations}";
        var demande = new { type = Demo.Code("PRO"), dateFermeture = Dans(3), dateReouverture = Dans(30) };
        (await client.PostAsync($"{route}/fermeture", demande, ("If-Match", (await client.GetAsync(route)).ETag))).Doit(200);
        await using var autre = ServeurRor.Redemarrer(_serveur.Connexion, services => services.AddSingleton<TimeProvider>(_horloge));

        await ExecuterAsync(_serveur, autre);
        Assert.Equal("PRE", (await client.GetAsync(route)).Doit(200).Corps.Lu("fermeture/type/code"));

        // Tokens are of the real clock.
        var monde = await _serveur.EnAsync("grand-public");
        _horloge.Avancer(4);
        var offre = $"/api/v1/offres/{Demo.ConsultationAnesthesie}";
        var avant = (await client.GetAsync(offre)).Doit(200);
        await ExecuterAsync(_serveur, autre);
        await ExecuterAsync(_serveur, autre);

        var apres = (await client.GetAsync(route)).Doit(200);
        Assert.Equal(("PRO", demande.dateFermeture, demande.dateReouverture), (apres.Corps.Lu("fermeture/type/code"), apres.Corps.Lu("fermeture/date"), apres.Corps.Lu("fermeture/reouverture")));
        Assert.Equal(Version(avant) + 1, Version((await client.GetAsync(offre)).Doit(200)));
        var publiee = (await monde.GetAsync($"/api/v1/diffusion/offres/{await client.IdentifiantAsync(Demo.ConsultationAnesthesie)}")).Doit(200).Corps;
        Assert.Equal(("FermeeTemporairement", demande.dateReouverture), (publiee.Lu("statut"), publiee.Lu("fermeture/reouverture")));
    }

    [Fact]
    public async Task Ce_qui_est_ferme_ou_annule_entre_temps_n_est_pas_ferme_une_seconde_fois()
    {
        var client = await _serveur.EnAsync("responsable-ch-albi");
        var route = $"/api/v1/unites-fonctionnelles/{Demo.UfConsultations}";
        (await client.PostAsync($"{route}/fermeture", new { type = Demo.Code("PRO"), dateFermeture = Dans(2) }, ("If-Match", (await client.GetAsync(route)).ETag))).Doit(200);
        (await client.PostAsync($"{route}/reouverture", null, ("If-Match", (await client.GetAsync(route)).ETag))).Doit(200);
        var offre = $"/api/v1/offres/{Demo.ConsultationCardiologie}";
        (await client.PostAsync($"{offre}/fermeture", new { type = Demo.Code("PRO"), dateFermeture = Dans(2) }, ("If-Match", (await client.GetAsync(offre)).ETag))).Doit(200);
        (await client.PostAsync($"{offre}/fermeture", new { type = Demo.Code("PRO"), dateFermeture = Dans(0), dateReouverture = Dans(9) }, ("If-Match", (await client.GetAsync(offre)).ETag))).Doit(200);

        _horloge.Avancer(3);
        await ExecuterAsync(_serveur);
        await ExecuterAsync(_serveur);

        Assert.False((await client.GetAsync(route)).Doit(200).Corps.Possede("fermeture"));
        var lue = (await client.GetAsync(offre)).Doit(200).Corps;
        Assert.Equal(("FermeeTemporairement", "PRO"), (lue.Lu("statut"), lue.Lu("fermeture/type/code")));
    }

    [Fact]
    public async Task Ce_qui_etait_planifie_tient_quand_le_niveau_au_dessus_rouvre()
    {
        var referent = await _serveur.EnAsync("referent-occitanie");
        var (uf, pole) = ($"/api/v1/unites-fonctionnelles/{Demo.UfConsultations}", $"/api/v1/poles/{Demo.PoleAnesthesieChirurgie}");
        (await referent.PostAsync($"{uf}/fermeture", new { type = Demo.Code("PRO"), dateFermeture = Dans(2), dateReouverture = Dans(90) }, ("If-Match", (await referent.GetAsync(uf)).ETag))).Doit(200);
        (await referent.PostAsync($"{pole}/fermeture", new { type = Demo.Code("PRO"), dateFermeture = Dans(0) }, ("If-Match", (await referent.GetAsync(pole)).ETag))).Doit(200);
        var reouverture = Dans(90);
        _horloge.Avancer(3);
        await ExecuterAsync(_serveur);

        (await referent.PostAsync($"{pole}/reouverture", null, ("If-Match", (await referent.GetAsync(pole)).ETag))).Doit(200);
        var lue = (await referent.GetAsync(uf)).Doit(200).Corps;
        Assert.Equal(("FermeeTemporairement", reouverture), (lue.Lu("statut"), lue.Lu("fermeture/reouverture")));
        Assert.Equal("FermeeTemporairement", (await referent.GetAsync($"/api/v1/offres/{Demo.ConsultationAnesthesie}")).Doit(200).Corps.Lu("statut"));
        (await referent.PostAsync($"{uf}/reouverture", null, ("If-Match", (await referent.GetAsync(uf)).ETag))).Doit(200);
        Assert.Equal("Validee", (await referent.GetAsync($"/api/v1/offres/{Demo.ConsultationAnesthesie}")).Doit(200).Corps.Lu("statut"));
    }

    public ValueTask DisposeAsync() => _serveur.DisposeAsync();

    private static long Version(Reponse lue) => long.Parse(lue.ETag.Trim('"').Split('.')[0], System.Globalization.CultureInfo.InvariantCulture);

    private static Task ExecuterAsync(params ServeurRor[] noeuds) => Task.WhenAll(noeuds.Select(async noeud =>
    {
        await using var portee = noeud.Services.CreateAsyncScope();
        await portee.ServiceProvider.GetRequiredService<FermeturesPrevues>().ExecuterAsync(CancellationToken.None);
    }));
}
