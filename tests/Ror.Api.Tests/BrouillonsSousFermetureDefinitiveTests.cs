using Ror.TestKit;

namespace Ror.Api.Tests;

/// <summary>H8: a Brouillon under a definitive closing is "only deleted or transferred", whatever is closed above it. Found by the walk over a tree.</summary>
public sealed class BrouillonsSousFermetureDefinitiveTests : IAsyncDisposable
{
    private readonly ServeurRor _serveur = new();

    [Fact]
    public async Task Fermer_l_etablissement_pour_un_temps_ne_rend_pas_modifiable_un_brouillon_sous_une_UF_fermee_pour_de_bon()
    {
        var referent = await _serveur.EnAsync("referent-occitanie");
        var (brouillon, _) = await referent.BrouillonAsync();
        await FermerAsync(referent, $"/api/v1/unites-fonctionnelles/{Demo.UfHcChirurgies}", "DEF");
        await FermerAsync(referent, $"/api/v1/entites-geographiques/{Demo.ChAlbi}", "PRO");

        var lu = (await referent.GetAsync($"/api/v1/offres/{brouillon}")).Doit(200);
        var ecrite = await referent.PutAsync($"/api/v1/offres/{brouillon}/sections/informations-generales", Demo.InformationsChirurgie("Trop tard"), ("If-Match", lu.ETag));
        Assert.Equal(["supprimer", "transferer"], lu.Actions());
        ecrite.Refuse(409, "hierarchie.parent-ferme");
    }

    public ValueTask DisposeAsync() => _serveur.DisposeAsync();

    private static async Task FermerAsync(ClientRor client, string route, string type) => (await client.PostAsync(
        $"{route}/fermeture", new { type = Demo.Code(type), dateFermeture = "2026-01-05" }, ("If-Match", (await client.GetAsync(route)).ETag))).Doit(200);
}
