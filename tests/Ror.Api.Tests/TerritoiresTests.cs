using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Ror.Infrastructure.Persistence;
using Ror.TestKit;

namespace Ror.Api.Tests;

/// <summary>Régions, départements, communes: read, searched, and asked of every address and zone.</summary>
public sealed class TerritoiresTests(ServeurRor serveur) : IClassFixture<ServeurRor>
{
    private const string Racine = "/api/v1/territoires";
    private const string EquipeMobile = "01920000-0000-7000-8000-00000000040b";

    private Task<ClientRor> Moi => serveur.EnAsync("responsable-ch-albi");

    [Fact]
    public async Task On_descend_des_regions_aux_communes()
    {
        var moi = await Moi;
        var regions = (await moi.GetAsync("/api/v1/territoires/regions")).Doit(200).Corps;
        Assert.Equal(18, regions.GetProperty("elements").GetArrayLength());
        var occitanie = regions.GetProperty("elements").Ou("code", "76");
        Assert.Equal("Occitanie", occitanie.Lu("nom"));
        var departements = (await moi.GetAsync(occitanie.Lu("departements"))).Doit(200).Corps;
        Assert.Equal(["09", "11", "12", "30", "31", "32", "34", "46", "48", "65", "66", "81", "82"], departements.Liste("elements", "code"));
        var tarn = departements.GetProperty("elements").Ou("code", "81");
        Assert.Equal(("Tarn", "76"), (tarn.Lu("nom"), tarn.Lu("region")));
        var communes = await moi.ToutLireAsync(tarn.Lu("communes"));
        Assert.Equal(communes.Select(c => c.Lu("code")).Order(StringComparer.Ordinal), communes.Select(c => c.Lu("code")));
        var albi = communes.Single(c => c.Lu("code") == "81004");
        Assert.Equal("""{"code":"81004","nom":"Albi","departement":"81","region":"76","codesPostaux":["81000"],"population":51290}""", albi.GetRawText());
    }

    [Theory]
    [InlineData("01", "971 977 978")]
    [InlineData("04", "974")]
    [InlineData("94", "2A 2B")]
    public async Task Outre_mer_et_Corse_ont_leurs_departements(string region, string departements) =>
        Assert.Equal(departements.Split(' '), (await (await Moi).GetAsync($"/api/v1/territoires/regions/{region}/departements")).Doit(200).Corps.Liste("elements", "code"));

    [Theory]
    [InlineData("62", 200, 0)] // the département that has the most
    [InlineData("75", 7, 21)]
    [InlineData("2A", 50, 124)]
    [InlineData("977", 50, 1)]
    [InlineData("975", 1, 2)]
    [InlineData("987", 50, 48)]
    public async Task Les_pages_d_un_departement_font_sa_liste(string departement, int limite, int nombre)
    {
        var moi = await Moi;
        var route = $"/api/v1/territoires/departements/{departement}/communes";
        var total = (await moi.GetAsync($"{route}?total=true&limite=1")).Doit(200).Corps.GetProperty("total").GetInt32();
        Assert.True(nombre == 0 ? total > 800 : total == nombre, $"{total}");
        var communes = await moi.ToutLireAsync($"{route}?limite={limite}");
        Assert.Equal(total, communes.Select(c => c.Lu("code")).Distinct().Count());
        Assert.Equal(total, communes.Count);
        Assert.All(communes, c => Assert.Equal((departement, departement is "975" or "987"), (c.Lu("departement"), !c.Possede("region"))));
    }

    [Theory]
    [InlineData("recherche=l+hay+les+roses", "94038")]
    [InlineData("recherche=L%27Ha%C3%BF-les-Roses", "94038")]
    [InlineData("recherche=St+Etienne", "42218")]
    [InlineData("recherche=2A004", "2A004")]
    [InlineData("recherche=75013", "75056 75113")]
    [InlineData("recherche=albi&region=76", "81004")]
    [InlineData("recherche=saint-denis&departement=974", "97411")]
    [InlineData("recherche=saint-denis&region=04", "97411")]
    [InlineData("recherche=albi&region=11", "")]
    [InlineData("recherche=albi&region=76&departement=75", "")]
    [InlineData("recherche=saint-pierre&departement=975", "97502")]
    [InlineData("recherche=97133", "97701")]
    [InlineData("recherche=zzzz", "")]
    public async Task Une_commune_se_cherche_par_nom_ou_code_postal(string requete, string debut)
    {
        var trouvees = (await (await Moi).GetAsync($"/api/v1/territoires/communes?{requete}")).Doit(200).Corps.Liste("elements", "code");
        var attendues = debut.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(attendues, trouvees.Take(Math.Max(attendues.Length, debut.Length == 0 ? trouvees.Length : 0)));
    }

    [Fact]
    public async Task Les_pages_d_une_recherche_la_font_dans_son_ordre()
    {
        var moi = await Moi;
        var premiere = (await moi.GetAsync("/api/v1/territoires/communes?recherche=97&total=true&limite=100")).Doit(200);
        Assert.Contains("rel=\"next\"", string.Concat(premiere.Entetes.GetValues("Link")), StringComparison.Ordinal);
        var toutes = await moi.ToutLireAsync("/api/v1/territoires/communes?recherche=97&limite=33");
        Assert.Equal(premiere.Corps.GetProperty("total").GetInt32(), toutes.Count);
        Assert.Equal(toutes.Take(100).Select(c => c.Lu("code")), premiere.Corps.Liste("elements", "code"));
        Assert.Equal("97411", toutes[0].Lu("code"));

        // A cursor belongs to its search.
        var curseur = (await moi.GetAsync("/api/v1/territoires/communes?recherche=97&limite=1")).Doit(200).Corps.Lu("suivant");
        (await moi.GetAsync($"/api/v1/territoires/communes?recherche=98&curseur={curseur}")).Refuse(400, "curseur.invalide");
        (await moi.GetAsync("/api/v1/territoires/communes?recherche=97&limite=201")).Refuse(400, "parametre.invalide");
    }

    [Theory]
    [InlineData("?recherche=")]
    [InlineData("?recherche=%20-%27")]
    [InlineData("?recherche=albi&region=20")]
    [InlineData("?recherche=albi&region=975")]
    [InlineData("?recherche=albi&departement=20")]
    public async Task Une_recherche_vide_ou_nulle_part_est_refusee(string requete) => (await (await Moi).GetAsync($"/api/v1/territoires/communes{requete}")).Refuse(400, "parametre.invalide");

    [Fact]
    public async Task Une_recherche_trop_longue_ou_mal_nommee_est_refusee()
    {
        var moi = await Moi;
        (await moi.GetAsync($"/api/v1/territoires/communes?recherche={new string('a', 101)}")).Refuse(400, "parametre.invalide");
        Assert.Empty((await moi.GetAsync($"/api/v1/territoires/communes?recherche={new string('a', 100)}")).Doit(200).Corps.GetProperty("elements").EnumerateArray());
        Assert.Contains(" recherche.", (await moi.GetAsync("/api/v1/territoires/communes?limite=10")).Refuse(400, "parametre.invalide").Corps.Lu("detail"), StringComparison.Ordinal);
        (await moi.GetAsync("/api/v1/territoires/communes?recherche=albi&nom=albi")).Refuse(400, "parametre.inconnu");
        (await moi.GetAsync("/api/v1/territoires/regions?recherche=albi")).Refuse(400, "parametre.inconnu");
    }

    [Fact]
    public async Task Un_ancien_code_repond_la_commune_d_aujourd_hui_et_dit_ce_qu_on_demandait()
    {
        var moi = await Moi;
        var annecy = (await moi.GetAsync("/api/v1/territoires/communes/74011")).Doit(200).Corps;
        Assert.Equal(("74010", "Annecy", "74011"), (annecy.Lu("code"), annecy.Lu("nom"), annecy.Lu("codeDemande")));
        Assert.False((await moi.GetAsync("/api/v1/territoires/communes/74010")).Doit(200).Corps.Possede("codeDemande"));
        Assert.Equal(("97701", "977", "01"), (await moi.GetAsync("/api/v1/territoires/communes/97123")).Doit(200).Corps is var c ? (c.Lu("code"), c.Lu("departement"), c.Lu("region")) : default);
        Assert.Equal("75056", (await moi.GetAsync("/api/v1/territoires/communes/75113")).Doit(200).Corps.Lu("arrondissementDe"));
    }

    [Theory]
    [InlineData("/regions/20/departements", "region.introuvable")]
    [InlineData("/regions/977/departements", "region.introuvable")]
    [InlineData("/departements/20/communes", "departement.introuvable")]
    [InlineData("/departements/2a/communes", "departement.introuvable")]
    [InlineData("/communes/81000", "commune.introuvable")]
    [InlineData("/communes/2a004", "commune.introuvable")]
    [InlineData("/communes/x", "commune.introuvable")]
    public async Task Un_code_inconnu_donne_404(string route, string code) => (await (await Moi).GetAsync(Racine + route)).Refuse(404, code);

    [Theory]
    [InlineData("/regions")]
    [InlineData("/regions/76/departements")]
    [InlineData("/departements/81/communes?limite=10")]
    [InlineData("/communes?recherche=albi")]
    [InlineData("/communes/81004")]
    public async Task Ce_qui_ne_change_pas_ne_se_relit_pas(string route)
    {
        var moi = await Moi;
        var lue = (await moi.GetAsync(Racine + route)).Doit(200);
        (await moi.GetAsync(Racine + route, ("If-None-Match", lue.ETag))).Doit(304);
        (await moi.GetAsync(Racine + "/communes/81065", ("If-None-Match", lue.ETag))).Doit(200);
    }

    [Fact]
    public async Task Les_territoires_se_lisent_avec_tout_role_et_pas_sans()
    {
        foreach (var persona in new[] { "medecin-liberal", "grand-public", "administrateur" })
        {
            (await (await serveur.EnAsync(persona)).GetAsync("/api/v1/territoires/communes?recherche=albi")).Doit(200);
        }

        (await serveur.Anonyme.GetAsync("/api/v1/territoires/regions")).Refuse(401, "acces.non-authentifie");
    }

    [Fact]
    public async Task Une_zone_dit_chaque_code_fautif_et_garde_les_communes_d_aujourd_hui()
    {
        await using var neuf = new ServeurRor();
        var client = await neuf.EnAsync("responsable-ch-albi");
        var route = $"/api/v1/offres/{EquipeMobile}/sections/zone-intervention";
        var etag = (await client.GetAsync(route)).ETag;
        var refus = (await client.PutAsync(route, new { communes = new[] { "81004", "81999", "Albi", "99138", "97501" } }, ("If-Match", etag))).Doit(422);
        Assert.Equal(["/communes/1 commune.inconnue", "/communes/2 commune.forme", "/communes/3 commune.inconnue"], refus.Erreurs.Select(e => $"{e.Champ} {e.Code}"));

        (await client.PutAsync(route, new { communes = new[] { "74011", "81004", "74010", "75113", "97127", "97501" } }, ("If-Match", etag))).Doit(200);
        var lue = (await client.GetAsync(route)).Doit(200).Corps;
        Assert.Equal(["74010", "81004", "75113", "97801", "97501"], lue.GetProperty("communes").EnumerateArray().Select(c => c.GetString()));
    }

    [Fact]
    public async Task Une_adresse_garde_la_commune_d_aujourd_hui_et_refuse_celles_sans_region()
    {
        await using var neuf = new ServeurRor();
        var client = await neuf.EnAsync("responsable-ch-albi");
        var route = $"/api/v1/offres/{EquipeMobile}/sections/adresse";
        var etag = (await client.GetAsync(route)).ETag;
        (await client.PutAsync(route, new { commune = "97501" }, ("If-Match", etag))).Refuse(422, "commune.sans-region").Contient("/commune", "commune.sans-region");
        (await client.PutAsync(route, new { commune = "81999" }, ("If-Match", etag))).Refuse(422, "commune.inconnue").Contient("/commune", "commune.inconnue");
        (await client.PutAsync(route, new { commune = "74011", localite = "Annecy-le-Vieux" }, ("If-Match", etag))).Doit(200);
        Assert.Equal(("74010", "Annecy-le-Vieux"), (await client.GetAsync(route)).Doit(200).Corps is var c ? (c.Lu("commune"), c.Lu("localite")) : default);
    }

    [Fact]
    public async Task Une_structure_aussi()
    {
        await using var neuf = new ServeurRor();
        var referent = await neuf.EnAsync("referent-occitanie");
        (await referent.PostAsync("/api/v1/entites-juridiques", Entite("98735"))).Refuse(422, "commune.sans-region").Contient("/adresse/commune", "commune.sans-region");
        (await referent.PostAsync("/api/v1/entites-juridiques", Entite("81999"))).Refuse(422, "commune.inconnue").Contient("/adresse/commune", "commune.inconnue");
        var ej = (await referent.PostAsync("/api/v1/entites-juridiques", Entite("97123"))).Doit(201);
        Assert.Equal("97701", ej.Corps.Lu("fiche/adresse/commune"));
        var modifiee = (await referent.PutAsync($"/api/v1/entites-juridiques/{ej.Corps.Lu("id")}", Entite("74011"), ("If-Match", ej.ETag))).Doit(200);
        Assert.Equal("74010", modifiee.Corps.Lu("fiche/adresse/commune"));

        (await referent.PostAsync("/api/v1/entites-geographiques", Site("97501"))).Refuse(422, "commune.sans-region");
        (await referent.PostAsync("/api/v1/entites-geographiques", Site("97123"))).Refuse(422, "structure.hors-region");

        // Labastide-Dénat, merged into Puygouzon.
        var eg = (await referent.PostAsync("/api/v1/entites-geographiques", Site("81113"))).Doit(201).Corps;
        Assert.Equal(("81218", "81", "76"), (eg.Lu("fiche/adresse/commune"), eg.Lu("departement"), eg.Lu("region")));

        static object Entite(string commune) => new { idNatStruct = "1810990044", raisonSociale = "x", adresse = new { commune } };
        static object Site(string commune) => new { idNatStruct = "1810990051", entiteJuridique = "1810990044", denomination = "x", categorie = Demo.Code("355"), adresse = new { commune } };
    }

    // A later vintage lost the code, and nothing says what it became.
    [Fact]
    public async Task Ce_qui_est_garde_avec_un_code_disparu_se_lit_se_publie_et_se_corrige()
    {
        await using var neuf = new ServeurRor();
        var (client, referent) = (await neuf.EnAsync("responsable-ch-albi"), await neuf.EnAsync("referent-occitanie"));
        var (offre, etag) = await client.CreerOffreCompleteAsync();
        etag = (await client.PutAsync($"/api/v1/offres/{offre}/sections/adresse", new { commune = "81065" }, ("If-Match", etag))).Doit(200).ETag;
        await using (var portee = neuf.Services.CreateAsyncScope())
        {
            var db = portee.ServiceProvider.GetRequiredService<RorDbContext>();
            await db.Database.ExecuteSqlAsync($"""UPDATE "EntitesGeographiques" SET "Fiche" = REPLACE("Fiche", '81004', '81999')""");
            await db.Database.ExecuteSqlAsync($"""UPDATE "Offres" SET "Contenu" = REPLACE("Contenu", '81065', '81998')""");
        }

        var route = $"/api/v1/entites-geographiques/{Demo.ChAlbi}";
        var eg = (await client.GetAsync(route)).Doit(200);
        Assert.Equal(("81999", "81"), (eg.Corps.Lu("fiche/adresse/commune"), eg.Corps.Lu("departement")));
        (await client.GetAsync("/api/v1/entites-geographiques")).Doit(200);
        (await client.GetAsync($"{route}/arborescence")).Doit(200);
        Assert.Equal("81998", (await client.GetAsync($"/api/v1/offres/{offre}/sections/adresse")).Doit(200).Corps.Lu("commune"));
        (await client.PostAsync($"/api/v1/offres/{offre}/validation", new { relu = true }, ("If-Match", etag))).Doit(422).Contient("/commune", "commune.inconnue");
        await client.PublierOffreAsync("Publiée sous un code disparu");

        var corps = new { denomination = "CH ALBI", categorie = Demo.Code("355"), adresse = new { commune = "81999" } };
        (await referent.PutAsync(route, corps, ("If-Match", (await referent.GetAsync(route)).ETag))).Doit(422).Contient("/adresse/commune", "commune.inconnue");
        (await referent.PutAsync(route, corps with { adresse = new { commune = "81004" } }, ("If-Match", (await referent.GetAsync(route)).ETag))).Doit(200);
    }
}
