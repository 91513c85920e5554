using System.Text.Json;
using Ror.TestKit;

namespace Ror.Api.Tests;

/// <summary>Lists page after page: signed cursors, nothing twice, nothing missed.</summary>
public sealed class PaginationTests(ServeurRor serveur) : IClassFixture<ServeurRor>
{
    private static readonly string[] Listes = ["/api/v1/offres", "/api/v1/diffusion/offres", "/api/v1/entites-geographiques", "/api/v1/nomenclatures/J19/codes"];

    private Task<ClientRor> Referent => serveur.EnAsync("referent-occitanie");

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("201")]
    [InlineData("abc")]
    [InlineData("1.5")]
    [InlineData("")]
    [InlineData("99999999999")]
    public async Task Une_limite_hors_bornes_est_un_400(string limite)
    {
        foreach (var liste in Listes)
        {
            (await (await Referent).GetAsync($"{liste}?limite={limite}")).Refuse(400, "parametre.invalide");
        }
    }

    [Fact]
    public async Task Les_bornes_sont_1_et_200_et_le_defaut_50()
    {
        var client = await Referent;
        foreach (var liste in Listes)
        {
            Assert.Equal(1, (await client.GetAsync($"{liste}?limite=1")).Doit(200).Corps.GetProperty("elements").GetArrayLength());
            (await client.GetAsync($"{liste}?limite=200")).Doit(200);
        }

        Assert.Equal(50, (await client.GetAsync("/api/v1/nomenclatures/J17/codes")).Doit(200).Corps.GetProperty("elements").GetArrayLength());
        Assert.Equal(200, (await client.GetAsync("/api/v1/nomenclatures/J17/codes?limite=200")).Doit(200).Corps.GetProperty("elements").GetArrayLength());
    }

    [Theory]
    [InlineData("/api/v1/offres")]
    [InlineData("/api/v1/diffusion/offres")]
    public async Task Les_pages_font_le_tout_sans_doublon_et_dans_l_ordre(string liste)
    {
        await using var seul = new ServeurRor();
        var client = await seul.EnAsync("referent-occitanie");
        var tout = (await client.GetAsync($"{liste}?limite=200&total=true")).Doit(200).Corps;
        var ids = tout.Liste("elements", "id");
        Assert.Equal(tout.GetProperty("total").GetInt32(), ids.Length);
        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
        foreach (var limite in new[] { 1, 2, 3, 7, ids.Length - 1, ids.Length, ids.Length + 1 })
        {
            Assert.Equal(ids, (await client.ToutLireAsync($"{liste}?limite={limite}")).Select(o => o.Lu("id")));
        }
    }

    [Fact]
    public async Task Une_marche_pendant_des_creations_ne_double_et_ne_manque_rien()
    {
        await using var seul = new ServeurRor();
        var client = await seul.EnAsync("referent-occitanie");
        var depart = (await client.ToutLireAsync("/api/v1/offres")).Select(o => o.Lu("id")).ToList();
        var creations = Task.Run(async () =>
        {
            var ids = new List<string>();
            for (var i = 0; i < 15; i++)
            {
                ids.Add((await client.BrouillonAsync($"Pendant la marche {i}")).Id);
            }

            return ids;
        });
        var marches = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => client.ToutLireAsync("/api/v1/offres?limite=1")));
        var creees = await creations;
        Assert.All(marches, marche =>
        {
            var vus = marche.Select(o => o.Lu("id")).ToList();
            Assert.Equal(vus.Count, vus.Distinct().Count());
            Assert.Empty(depart.Except(vus));
            Assert.Empty(vus.Except(depart).Except(creees));
        });
        Assert.Empty(depart.Concat(creees).Except((await client.ToutLireAsync("/api/v1/offres?limite=4")).Select(o => o.Lu("id"))));
    }

    [Fact]
    public async Task Un_curseur_forge_tronque_ou_d_ailleurs_est_un_400()
    {
        var client = await Referent;
        foreach (var liste in new[] { "/api/v1/offres", "/api/v1/diffusion/offres", "/api/v1/nomenclatures/J19/codes", "/api/v1/entites-geographiques" })
        {
            var bon = (await client.GetAsync($"{liste}?limite=1")).Doit(200).Corps.Lu("suivant");
            var change = (bon[0] == 'A' ? "B" : "A") + bon[1..];
            foreach (var faux in new[]
            {
                change, bon[..^1], bon[..10], bon + "A", bon + bon, "x", "%20", "a%00b", "AAAA", new string('A', 43), new string('A', 5000), Guid.NewGuid().ToString(), "%C3%A9", "==", bon[..^1] + "!",
                string.Concat(bon.AsSpan(0, bon.Length - 2), bon[^2] == 'A' ? "B" : "A", bon.AsSpan(bon.Length - 1)),
            })
            {
                (await client.GetAsync($"{liste}?limite=1&curseur={faux}")).Refuse(400, "curseur.invalide");
            }

            (await client.GetAsync($"{liste}?limite=1&curseur={bon}")).Doit(200);
            foreach (var autre in new[] { "/api/v1/offres", "/api/v1/diffusion/offres", "/api/v1/nomenclatures/J19/codes", "/api/v1/nomenclatures/J17/codes", "/api/v1/entites-geographiques" }.Where(a => a != liste))
            {
                (await client.GetAsync($"{autre}?curseur={bon}")).Refuse(400, "curseur.invalide");
            }
        }
    }

    [Theory]
    [InlineData("/api/v1/offres", "statut=Validee", "statut=Brouillon")]
    [InlineData("/api/v1/offres", "statut=Validee", "")]
    [InlineData("/api/v1/diffusion/offres", "champActivite=01", "champActivite=04")]
    [InlineData("/api/v1/diffusion/offres", "champActivite=01", "champActivite=01&region=76")]
    [InlineData("/api/v1/diffusion/offres", "region=76", "departement=76")]
    [InlineData("/api/v1/nomenclatures/J17/codes", "recherche=chirurgie", "recherche=chirurgi")]
    public async Task Un_curseur_ne_vaut_que_pour_ses_filtres(string liste, string avec, string autre)
    {
        var client = await Referent;
        var curseur = (await client.GetAsync($"{liste}?limite=1&{avec}")).Doit(200).Corps.Lu("suivant");
        (await client.GetAsync($"{liste}?{avec}&curseur={curseur}")).Doit(200);
        (await client.GetAsync($"{liste}?limite=3&total=true&{avec}&curseur={curseur}")).Doit(200);
        (await client.GetAsync($"{liste}?curseur={curseur}{(autre.Length > 0 ? "&" + autre : "")}")).Refuse(400, "curseur.invalide");
    }

    [Fact]
    public async Task Deux_filtres_qui_se_ressemblent_ont_deux_curseurs()
    {
        var client = await Referent;
        var curseur = (await client.GetAsync("/api/v1/diffusion/offres?limite=1&champActivite=01&region=76")).Doit(200).Corps.Lu("suivant");
        (await client.GetAsync($"/api/v1/diffusion/offres?champActivite=01%26region%3D76&curseur={curseur}")).Refuse(400, "curseur.invalide");
    }

    [Fact]
    public async Task Un_curseur_vaut_apres_un_redemarrage()
    {
        await using var premier = new ServeurRor();
        var client = await premier.EnAsync("referent-occitanie");
        var tout = (await client.ToutLireAsync("/api/v1/offres")).Select(o => o.Lu("id")).ToList();
        var curseur = (await client.GetAsync("/api/v1/offres?limite=4")).Doit(200).Corps.Lu("suivant");
        await premier.ArreterAsync();
        await using var second = ServeurRor.Redemarrer(premier.Connexion);
        client = await second.EnAsync("referent-occitanie");
        Assert.Equal(tout.Skip(4), (await client.GetAsync($"/api/v1/offres?limite=200&curseur={curseur}")).Doit(200).Corps.Liste("elements", "id"));
    }

    [Fact]
    public async Task Le_curseur_d_un_autre_appelant_ne_donne_rien_de_plus()
    {
        var curseur = (await (await Referent).GetAsync("/api/v1/offres?limite=1")).Doit(200).Corps.Lu("suivant");
        var ehpad = await (await serveur.EnAsync("responsable-ehpad")).GetAsync($"/api/v1/offres?limite=200&curseur={curseur}");
        Assert.True(ehpad.Statut is 200 or 400, ehpad.Texte);
        if (ehpad.Statut == 200)
        {
            Assert.All(ehpad.Corps.GetProperty("elements").EnumerateArray(), o => Assert.Equal(Demo.Ehpad, o.Lu("entiteGeographiqueId")));
        }
    }

    [Theory]
    [InlineData("/api/v1/offres?limite=2&statut=Validee")]
    [InlineData("/api/v1/diffusion/offres?champActivite=01&champActivite=04&limite=2")]
    [InlineData("/api/v1/nomenclatures/J17/codes?recherche=m%C3%A9decine%20g&limite=1")]
    [InlineData("/api/v1/nomenclatures/J19/codes?limite=36")]
    public async Task Le_lien_next_mene_a_la_page_suivante(string route)
    {
        var client = await Referent;
        var page = (await client.GetAsync(route)).Doit(200);
        var lien = Assert.Single(page.Entetes.GetValues("Link"));
        Assert.Matches("^<[^<>]+>; rel=\"next\"$", lien);
        var suivante = (await client.GetAsync(lien[1..lien.IndexOf('>', StringComparison.Ordinal)])).Doit(200).Corps;
        var parCurseur = (await client.GetAsync($"{route}&curseur={page.Corps.Lu("suivant")}")).Doit(200).Corps;
        Assert.Equal(parCurseur.GetProperty("elements").GetRawText(), suivante.GetProperty("elements").GetRawText());
        Assert.NotEqual(page.Corps.GetProperty("elements").GetRawText(), suivante.GetProperty("elements").GetRawText());
    }

    [Fact]
    public async Task La_derniere_page_n_a_ni_suivant_ni_lien_et_le_total_n_est_donne_que_demande()
    {
        var client = await Referent;
        foreach (var liste in Listes)
        {
            var total = (await client.GetAsync($"{liste}?limite=1&total=true")).Doit(200).Corps.GetProperty("total").GetInt32();
            Assert.InRange(total, 2, 199);
            var derniere = (await client.GetAsync($"{liste}?limite=200")).Doit(200);
            Assert.False(derniere.Corps.Possede("suivant"));
            Assert.False(derniere.Corps.Possede("total"));
            Assert.False(derniere.Entetes.Contains("Link"));
            Assert.False((await client.GetAsync($"{liste}?limite=1&total=false")).Doit(200).Corps.Possede("total"));
        }

        var exacte = (await client.GetAsync("/api/v1/entites-geographiques?limite=7")).Doit(200);
        Assert.False(exacte.Corps.Possede("suivant"));
    }

    [Fact]
    public async Task Une_liste_vide_est_une_liste()
    {
        var client = await serveur.EnAsync("administrateur");
        var vide = (await client.GetAsync("/api/v1/offres?total=true")).Doit(200).Corps;
        Assert.Equal(JsonValueKind.Array, vide.GetProperty("elements").ValueKind);
        Assert.Equal(0, vide.GetProperty("total").GetInt32());
        Assert.False(vide.Possede("suivant"));
    }
}
