using Ror.TestKit;

namespace Ror.Api.Tests;

/// <summary>An offer is located at its lieux, else its address, else its établissement's, wherever it is shown.</summary>
public sealed class LocalisationsTests : IAsyncDisposable
{
    private readonly EspionCommandes _espion = new();
    private readonly ServeurRor _serveur;

    public LocalisationsTests() => _serveur = ServeurRor.Avec(_espion.Installer);

    [Fact]
    public async Task La_liste_des_offres_dit_ou_chacune_est_delivree()
    {
        var client = await _serveur.EnAsync("responsable-ch-albi");
        var (auxLieux, _) = await client.BrouillonAsync("Aux lieux");
        var (aSonAdresse, etag) = await client.BrouillonAsync("À son adresse");
        var (ici, _) = await client.BrouillonAsync("À l'établissement");
        var lieu = (await client.CreerLieuAsync("Bâtiment C")).Corps;
        (await client.AssocierAsync(Lieux.Bloc, auxLieux)).Doit(200);
        (await client.AssocierAsync(lieu.Lu("id"), auxLieux)).Doit(200);
        (await client.PutAsync($"/api/v1/offres/{aSonAdresse}/sections/adresse", new { commune = "81065", localite = "Castres" }, ("If-Match", etag))).Doit(200);

        // In the draft, as one by one.
        var offres = await client.ToutLireAsync($"/api/v1/offres?rattachement={Demo.UfHcChirurgies}&limite=2");
        Assert.Equal(["Lieu", "Lieu", "Adresse", "Etablissement"], new[] { auxLieux, aSonAdresse, ici }.SelectMany(o => Trouver(offres, o).Liste("localisations", "origine")));
        Assert.Equal((Lieux.Bloc, "Bâtiment C", "3"), (Trouver(offres, auxLieux).Lu("localisations/0/lieu/id"), Trouver(offres, auxLieux).Lu("localisations/1/lieu/nom"), Trouver(offres, auxLieux).Lu("localisations/1/statut/code")));
        Assert.Equal("81065", Trouver(offres, aSonAdresse).Lu("localisations/0/adresse/commune"));
        foreach (var offre in offres)
        {
            Assert.Equal((await client.GetAsync($"/api/v1/offres/{offre.Lu("id")}")).Doit(200).Corps.GetProperty("localisations").GetRawText(), offre.GetProperty("localisations").GetRawText());
        }

        // The lieu as it is now.
        await RenommerAsync(client, lieu.Lu("id"), "Bâtiment D");
        Assert.Equal("Bâtiment D", Trouver(await client.ToutLireAsync($"/api/v1/offres?rattachement={Demo.UfHcChirurgies}"), auxLieux).Lu("localisations/1/lieu/nom"));
    }

    [Fact]
    public async Task Une_page_entiere_se_localise_en_trois_requetes_sans_rien_lire_d_autre_des_lieux()
    {
        var client = await _serveur.EnAsync("referent-occitanie");
        foreach (var offre in new[] { Demo.ConsultationOrthopedie, Demo.ConsultationSensible, (await client.BrouillonEhpadAsync()).Id })
        {
            (await client.AssocierAsync((await client.PostAsync($"/api/v1/entites-geographiques/{(await client.GetAsync($"/api/v1/offres/{offre}")).Corps.Lu("entiteGeographique/id")}/lieux", Lieux.Fiche())).Doit(201).Corps.Lu("id"), offre)).Doit(200);
        }

        _espion.Vider();
        var offres = (await client.GetAsync("/api/v1/offres?limite=200")).Doit(200).Corps.GetProperty("elements").EnumerateArray().ToList();
        Assert.True(offres.Count(o => o.Lu("localisations/0/origine") == "Lieu") > 3 && offres.Select(o => o.Lu("entiteGeographiqueId")).Distinct().Count() > 3, $"{offres.Count} offres");

        // The service also looks at its journal, whenever it likes.
        var lues = _espion.Vider().Where(r => new[] { "\"Offres\"", "\"Lieux\"", "\"EntitesGeographiques\"" }.Any(t => r.Contains(t, StringComparison.Ordinal))).ToList();
        Assert.Equal(3, lues.Count);
        Assert.All(new[] { "\"Equipements\"", "\"Indicateurs\"" }, contenu => Assert.DoesNotContain(lues, r => r.Contains(contenu, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task La_page_d_accueil_d_un_professionnel_dit_ou_sont_ses_offres()
    {
        var (responsable, medecin) = (await _serveur.EnAsync("referent-occitanie"), await _serveur.EnAsync("medecin-liberal"));
        var lieu = (await responsable.PostAsync($"/api/v1/entites-geographiques/{Liberal.Maison}/lieux", Lieux.Fiche("Cabinet 3"))).Doit(201).Corps.Lu("id");
        (await medecin.AssocierAsync(lieu, Liberal.DansLaMaison)).Doit(200);

        var offres = await medecin.ToutLireAsync($"/api/v1/professionnels/{Liberal.Rpps}/offres");
        Assert.Equal(("Lieu", "Cabinet 3"), (Trouver(offres, Liberal.DansLaMaison).Lu("localisations/0/origine"), Trouver(offres, Liberal.DansLaMaison).Lu("localisations/0/lieu/nom")));
        Assert.Equal("Adresse", Trouver(offres, Liberal.Castres).Lu("localisations/0/origine"));
    }

    [Fact]
    public async Task Une_ancienne_version_dit_ou_l_offre_etait_delivree_et_ses_lieux_comme_ils_sont()
    {
        var client = await _serveur.EnAsync("responsable-ch-albi");
        var (offre, _) = await client.PublierOffreAsync("Version sans lieu");
        var lieu = (await client.CreerLieuAsync("Bâtiment C")).Corps.Lu("id");
        await ValiderAsync(client, offre, (await client.AssocierAsync(lieu, offre)).Doit(200).ETag);
        var dissociee = (await client.DeleteAsync($"/api/v1/lieux/{lieu}/offres/{offre}", ("If-Match", await client.ETagAsync(offre)))).Doit(200);
        await ValiderAsync(client, offre, (await client.PutAsync($"/api/v1/offres/{offre}/sections/adresse", new { commune = "81065" }, ("If-Match", dissociee.ETag))).Doit(200).ETag);
        await RenommerAsync(client, lieu, "Bâtiment D");

        var versions = new List<Reponse>();
        for (var numero = 1; numero <= 3; numero++)
        {
            versions.Add((await client.GetAsync($"/api/v1/offres/{offre}/versions/{numero}")).Doit(200));
        }

        Assert.Equal(["Etablissement", "Lieu", "Adresse"], versions.SelectMany(v => v.Corps.Liste("localisations", "origine")));
        Assert.Equal((lieu, "Bâtiment D", "81065"), (versions[1].Corps.Lu("localisations/0/lieu/id"), versions[1].Corps.Lu("localisations/0/lieu/nom"), versions[2].Corps.Lu("localisations/0/adresse/commune")));
    }

    [Fact]
    public async Task Une_ancienne_version_ne_dit_rien_d_un_lieu_que_son_auteur_ne_voit_plus()
    {
        var (responsable, medecin) = (await _serveur.EnAsync("referent-occitanie"), await _serveur.EnAsync("medecin-liberal"));
        var lieu = (await responsable.PostAsync($"/api/v1/entites-geographiques/{Liberal.Maison}/lieux", Lieux.Fiche("Cabinet 3"))).Doit(201).Corps.Lu("id");
        await medecin.RemplirAsync(Liberal.DansLaMaison);
        (await medecin.AssocierAsync(lieu, Liberal.DansLaMaison)).Doit(200);
        (await medecin.ValiderAsync(Liberal.DansLaMaison, "recapitulatif", Liberal.Relu)).Doit(200);
        const string version = $"/api/v1/offres/{Liberal.DansLaMaison}/versions/1";
        Assert.Equal("Cabinet 3", (await medecin.GetAsync(version)).Doit(200).Corps.Lu("localisations/0/lieu/nom"));

        (await medecin.PostAsync($"/api/v1/offres/{Liberal.DansLaMaison}/detachement", null, ("If-Match", await medecin.ETagAsync(Liberal.DansLaMaison)))).Doit(200);
        (await medecin.GetAsync($"/api/v1/lieux/{lieu}")).Refuse(404, "lieu.introuvable");
        Assert.Empty((await medecin.GetAsync(version)).Doit(200).Corps.GetProperty("localisations").EnumerateArray());
        Assert.Equal("Cabinet 3", (await responsable.GetAsync(version)).Doit(200).Corps.Lu("localisations/0/lieu/nom"));
    }

    public ValueTask DisposeAsync() => _serveur.DisposeAsync();

    private static System.Text.Json.JsonElement Trouver(List<System.Text.Json.JsonElement> offres, string id) => offres.Single(o => o.Lu("id") == id);

    private static async Task RenommerAsync(ClientRor client, string lieu, string nom) =>
        (await client.PutAsync($"/api/v1/lieux/{lieu}", Lieux.Fiche(nom), ("If-Match", (await client.GetAsync($"/api/v1/lieux/{lieu}")).ETag))).Doit(200);

    private static async Task ValiderAsync(ClientRor client, string offre, string etag) =>
        (await client.PostAsync($"/api/v1/offres/{offre}/validation", new { relu = true }, ("If-Match", etag))).Doit(200);
}
