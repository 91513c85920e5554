using Ror.TestKit;

namespace Ror.Navigateur.Tests;

/// <summary>The page that a tester opens first, in a real browser, on a service that was just started in an empty folder.</summary>
public sealed class SwaggerUiTests : IAsyncLifetime
{
    private readonly string _dossier = Directory.CreateTempSubdirectory("ror-navigateur-").FullName;
    private ProcessusRor? _service;
    private Navigateur? _page;

    private Navigateur Page => _page!;

    public async ValueTask InitializeAsync()
    {
        if (Navigateur.Absence is null)
        {
            _service = await ProcessusRor.DemarrerAsync(_dossier, "Development");
            _page = await Navigateur.OuvrirAsync($"http://127.0.0.1:{_service.Port}");
        }
    }

    [Fact]
    public async Task La_visite_de_cinq_minutes_se_fait_comme_le_README_la_raconte()
    {
        Assert.SkipWhen(Navigateur.Absence is not null, Navigateur.Absence ?? "");
        await Page.SuivreAsync("visite", async () =>
        {
            await Page.DevenirAsync("responsable-ch-albi");
            await ReussirAsync("RechercherEntitesGeographiques");
            await ReussirAsync("ConsulterArborescence");
            await ReussirAsync("ConsulterFormulaireOffreDansUniteFonctionnelle");
            var id = Lu(await ReussirAsync("CreerOffreDansUniteFonctionnelle", statut: 201), "id");
            await ReussirAsync("EnregistrerAccueilPriseEnCharge", new { id });
            await ReussirAsync("EnregistrerPatienteleEtSpecificites", new { id });
            await ReussirAsync("ModifierSectionContacts", new { id });
            var validee = await ReussirAsync("ValiderOffre", new { id });
            Assert.Equal("Validee", Lu(validee, "statut"));

            var identifiant = Lu(validee, "identifiant").Replace('/', '-');
            var complete = await ReussirAsync("ConsulterOffrePubliee", new { identifiant });
            Assert.Contains("professionnels", complete.Texte, StringComparison.Ordinal);
            Assert.Contains("patients", complete.Texte, StringComparison.Ordinal);

            await Page.DevenirAsync("grand-public");
            var publique = await ReussirAsync("ConsulterOffrePubliee", new { identifiant });
            Assert.DoesNotContain("professionnels", publique.Texte, StringComparison.Ordinal);
            Assert.Contains("patients", publique.Texte, StringComparison.Ordinal);

            await Page.DevenirAsync("responsable-ch-albi");
            await ReussirAsync("AssocierOffre", new { id });
            await ReussirAsync("ValiderOffre", new { id });
            await ReussirAsync("EcrireCapacitesLieu");
            Assert.Contains(id, (await ReussirAsync("ConsulterLieu")).Texte, StringComparison.Ordinal);
            Assert.Empty(Page.Incidents);
        });
    }

    [Fact]
    public async Task Les_six_etapes_d_un_professionnel_se_font_dans_la_page()
    {
        Assert.SkipWhen(Navigateur.Absence is not null, Navigateur.Absence ?? "");
        await Page.SuivreAsync("liberal", async () =>
        {
            await Page.DevenirAsync("medecin-liberal");
            await ReussirAsync("ListerOffresProfessionnel");
            await ReussirAsync("ConsulterEtapeDonneesNationales");
            await ReussirAsync("EnregistrerDonneesNationales");
            await ReussirAsync("ConsulterEtapeDescription");
            await ReussirAsync("EnregistrerDescription");
            await ReussirAsync("EnregistrerModalites");
            await ReussirAsync("EnregistrerContacts");
            var offre = await ReussirAsync("EnregistrerHoraires");
            var id = Lu(offre, "id");
            await ReussirAsync("AjouterExceptionHoraire", new { id }, statut: 201);
            await ReussirAsync("ConsulterRecapitulatif", new { id });
            Assert.Equal("Validee", Lu(await ReussirAsync("ValiderRecapitulatif", new { id }), "statut"));
            await ReussirAsync("ConsulterOffrePubliee", new { identifiant = Lu(offre, "identifiant").Replace('/', '-') });
            Assert.Empty(Page.Incidents);
        });
    }

    [Fact]
    public async Task Un_refus_se_lit_a_l_ecran()
    {
        Assert.SkipWhen(Navigateur.Absence is not null, Navigateur.Absence ?? "");
        await Page.SuivreAsync("refus", async () =>
        {
            await Page.DevenirAsync("responsable-ch-albi");
            var refus = await Page.ExecuterAsync("ValiderOffre", corps: """{"relu": false}""");
            Assert.Equal(422, refus.Statut);
            Assert.Equal("validation.relu-requis", Lu(refus, "code"));

            // The browser itself tells the console of an answer that is not a success.
            Assert.Contains("422", Assert.Single(Page.Incidents), StringComparison.Ordinal);
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_page is not null)
        {
            await _page.DisposeAsync();
        }

        _service?.Dispose();
        Directory.Delete(_dossier, recursive: true);
    }

    private async Task<Affichage> ReussirAsync(string operation, object? parametres = null, int statut = 200)
    {
        var lu = await Page.ExecuterAsync(operation, parametres);
        Assert.True(lu.Statut == statut, $"{operation} : {lu.Statut} au lieu de {statut}.\n{lu.Texte}");
        return lu;
    }

    private static string Lu(Affichage affichage, string membre) => affichage.Corps.GetProperty(membre).GetString()!;
}
