using Ror.TestKit;

namespace Ror.Api.Tests;

/// <summary>Contract, rule 2: "401, 404 or 403, 400, 428, 412, 409, 422". Found by the walk over a tree.</summary>
public sealed class OrdreDesRefusTests(ServeurRor serveur) : IClassFixture<ServeurRor>
{
    [Fact]
    public async Task Une_offre_fermee_pour_de_bon_ne_se_transfere_pas_ou_que_l_on_dise()
    {
        var referent = await serveur.EnAsync("referent-occitanie");
        var destination = new { type = "UniteFonctionnelle", id = Outils.Inconnu };
        (await referent.PostAsync($"/api/v1/offres/{Demo.ConsultationFermee}/transfert", destination, ("If-Match", await referent.ETagAsync(Demo.ConsultationFermee))))
            .Refuse(409, "offre.transition-interdite");
    }
}
