using Microsoft.Extensions.DependencyInjection;
using Ror.Application.Structures.Fermetures;
using Ror.TestKit;

namespace Ror.Api.Tests;

/// <summary>A planned closing is "executed that day": what came due on several days is carried out day by day. Found by the walk over a tree.</summary>
public sealed class FermeturesEnRetardTests
{
    [Fact]
    public async Task Deux_fermetures_planifiees_en_retard_s_executent_dans_l_ordre_de_leurs_jours()
    {
        var horloge = new HorlogeReglable();
        await using var serveur = ServeurRor.Avec(services => services.AddSingleton<TimeProvider>(horloge));
        var referent = await serveur.EnAsync("referent-occitanie");
        var offre = $"/api/v1/offres/{Demo.ConsultationAnesthesie}";
        var premier = MarcheDArbreCorps.Jour(horloge.Aujourdhui.AddDays(2));
        await PlanifierAsync(referent, offre, premier);
        await PlanifierAsync(referent, $"/api/v1/entites-geographiques/{Demo.ChAlbi}", MarcheDArbreCorps.Jour(horloge.Aujourdhui.AddDays(3)));

        horloge.Avancer(5);
        await using var portee = serveur.Services.CreateAsyncScope();
        await portee.ServiceProvider.GetRequiredService<FermeturesPrevues>().ExecuterAsync(CancellationToken.None);

        Assert.Equal(("FermeeTemporairement", premier), ((await referent.GetAsync(offre)).Doit(200).Corps.Lu("statut"), (await referent.GetAsync(offre)).Corps.Lu("fermeture/date")));
    }

    private static async Task PlanifierAsync(ClientRor client, string route, string dateFermeture) => (await client.PostAsync(
        $"{route}/fermeture", new { type = Demo.Code("PRO"), dateFermeture }, ("If-Match", (await client.GetAsync(route)).ETag))).Doit(200);
}
