using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Ror.Application.Diffusion;
using Ror.TestKit;

namespace Ror.Api.Tests;

/// <summary>Figures of beds and places: one call, by either id, and what is refused told apart.</summary>
public sealed class CapacitesTests : IAsyncDisposable
{
    private const string Lits = "01.01.02.01._._._._";
    private readonly ServeurRor _serveur = new();

    [Fact]
    public async Task Un_indicateur_se_remplace_par_sa_cle_et_les_autres_restent()
    {
        var client = await _serveur.EnAsync("responsable-ch-albi");
        var route = Lieux.Capacites(Lieux.Chirurgie);
        var avant = (await client.GetAsync(route)).Doit(200);
        Assert.Equal(4, avant.Corps.GetProperty("indicateurs").GetArrayLength());

        var ecrit = (await client.PutAsync(route, Lieux.Mesures(Lieux.Disponibles(7, "01"), Lieux.Indicateur("05", 3, fermeture: "01"), Lieux.Indicateur("06", 2, lit: "03", crise: "02"), Lieux.Indicateur("02", 9, temporalite: "03")))).Doit(200);
        Assert.Equal((7, 2, 3, 2, 9, 24), (ecrit.Nombre("01.01.02.01.01._._._"), ecrit.Nombre("01.01.02.01.02._._._"), ecrit.Nombre("01.01.05.01._.01._._"), ecrit.Nombre("01.01.06.01._._.03.02"), ecrit.Nombre("01.01.02.03._._._._"), ecrit.Nombre("01.01.01.01._._._._")));
        Assert.False(ecrit.Corps.Possede("avertissements"));
        Assert.Equal([true, false], new[] { "01.01.01.01._._._._", "01.01.02.01.01._._._" }.Select(c => ecrit.Corps.GetProperty("indicateurs").Ou("cle", c).GetProperty("perimee").GetBoolean()));

        // No version is asked for, and the lieu's own does not move; the same figures again change nothing.
        Assert.Equal(ecrit.ETag, (await client.GetAsync(route)).Doit(200).ETag);
        var meme = (await client.PutAsync(route, Lieux.Mesures(ecrit.Corps.GetProperty("indicateurs").EnumerateArray().Select(i => (object)i.GetProperty("indicateur")).ToArray()))).Doit(200);
        Assert.Equal(ecrit.ETag, meme.ETag);

        // More than is installed: said, not refused.
        var surcroit = (await client.PutAsync(route, Lieux.Mesures(Lieux.Disponibles(40, "01")))).Doit(200);
        Assert.Equal(["capacite.disponible-superieur"], surcroit.Corps.Liste("avertissements", "code"));
        var histoire = await client.ToutLireAsync($"{route}/historique?cle=01.01.02.01.01._._._");
        Assert.Equal([4, 7, 40], histoire.Select(m => m.GetProperty("nombre").GetInt32()));
        Assert.Equal("responsable-ch-albi", histoire[^1].Lu("auteur"));
    }

    [Fact]
    public async Task La_date_de_la_mesure_ordonne_et_forcer_passe_outre()
    {
        var client = await _serveur.EnAsync("responsable-ch-albi");
        var route = Lieux.Capacites(Lieux.Chirurgie);
        (await client.PutAsync(route, Lieux.Mesures(Lieux.Disponibles(5, dateMaj: Lieux.IlYA(10))))).Doit(200);
        (await client.PutAsync(route, Lieux.Mesures(Lieux.Disponibles(6, dateMaj: Lieux.IlYA(20))))).Refuse(409, "capacite.mesure-anterieure");
        Assert.Equal(5, (await client.GetAsync(route)).Nombre(Lits));
        Assert.Equal(6, (await client.PutAsync($"{route}?forcer=true", Lieux.Mesures(Lieux.Disponibles(6, dateMaj: Lieux.IlYA(20))))).Doit(200).Nombre(Lits));

        // Offsets are the same instant; a clock in the future is wrong.
        (await client.PutAsync(route, Lieux.Mesures(Lieux.Disponibles(8, dateMaj: DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(9)).ToString("yyyy-MM-ddTHH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture))))).Doit(200);
        (await client.PutAsync(route, Lieux.Mesures(Lieux.Disponibles(9, dateMaj: Lieux.IlYA(-30))))).Doit(422).Contient("/indicateurs/0/dateMaj", "capacite.mesure-future");
        (await client.PutAsync($"{route}?forcer=true", Lieux.Mesures(Lieux.Disponibles(9, dateMaj: Lieux.IlYA(-30))))).Refuse(422, "capacite.mesure-future");
        Assert.Equal(8, (await client.GetAsync(route)).Nombre(Lits));
    }

    [Fact]
    public async Task Par_etablissement_et_identifiant_externe_inconnu_ambigu_et_faux_se_distinguent()
    {
        var (gestionnaire, client) = (await _serveur.EnAsync("plateforme-occitanie"), await _serveur.EnAsync("responsable-ch-albi"));
        const string route = "/api/v1/capacites?etablissement=1810990010&lieuExterne=";
        var ecrit = (await gestionnaire.PutAsync($"{route}ZL-CHIR-2", Lieux.Mesures(Lieux.Disponibles(5)))).Doit(200);
        Assert.Equal((Lieux.Chirurgie, 5), (ecrit.Corps.Lu("lieuId"), ecrit.Nombre(Lits)));

        (await gestionnaire.PutAsync($"{route}RIEN", Lieux.Mesures(Lieux.Disponibles(5)))).Refuse(404, "lieu.introuvable");
        await client.CreerLieuAsync("Le double", "ZL-CHIR-2");
        var ambigu = (await gestionnaire.PutAsync($"{route}ZL-CHIR-2", Lieux.Mesures(Lieux.Disponibles(6)))).Refuse(412, "lieu.ambigu");
        Assert.Equal(2, ambigu.Corps.GetProperty("nombre").GetInt32());
        var parmi = (await gestionnaire.PutAsync("/api/v1/capacites/lieux?etablissement=1810990010&parElement=true", new { lieux = new[] { new { lieuExterne = "ZL-CHIR-2", indicateurs = new[] { Lieux.Disponibles(6) } } } })).Doit(200).Corps;
        Assert.Equal((412, 2, "lieu.ambigu"), (parmi.Membre("elements/0/statut").GetInt32(), parmi.Membre("elements/0/nombre").GetInt32(), parmi.Lu("elements/0/erreurs/0/code")));
        (await gestionnaire.PutAsync(Lieux.Capacites(Lieux.Chirurgie), Lieux.Mesures(Lieux.Indicateur("09", -1, "hier"), Lieux.Indicateur("05", 100000)))).Doit(422)
            .Contient("/indicateurs/0/statut", "code.inconnu").Contient("/indicateurs/0/nombre", "nombre.hors-bornes").Contient("/indicateurs/0/dateMaj", "capacite.instant-invalide")
            .Contient("/indicateurs/1/nombre", "nombre.hors-bornes").Contient("/indicateurs/1/typeFermeture", "capacite.combinaison-incomplete");

        // A date in the future is told beside what is wrong otherwise.
        (await gestionnaire.PutAsync(Lieux.Capacites(Lieux.Chirurgie), Lieux.Mesures(Lieux.Disponibles(-3), Lieux.Installes(7, "2099-01-01T00:00:00Z")))).Doit(422)
            .Contient("/indicateurs/0/nombre", "nombre.hors-bornes").Contient("/indicateurs/1/dateMaj", "capacite.mesure-future");
        Assert.Equal(5, (await gestionnaire.GetAsync(Lieux.Capacites(Lieux.Chirurgie))).Nombre(Lits));

        // Only the établissements of the token, and only their figures.
        (await gestionnaire.PutAsync("/api/v1/capacites?etablissement=1810990036&lieuExterne=RESIDENCE", Lieux.Mesures(Lieux.Disponibles(5)))).Refuse(404, "structure.introuvable");
        (await gestionnaire.PutAsync(Lieux.Capacites(Lieux.Ehpad), Lieux.Mesures(Lieux.Disponibles(5)))).Refuse(404, "lieu.introuvable");
        (await gestionnaire.GetAsync($"/api/v1/lieux/{Lieux.Chirurgie}")).Refuse(404, "lieu.introuvable");
        (await (await _serveur.EnAsync("grand-public")).PutAsync(Lieux.Capacites(Lieux.Chirurgie), Lieux.Mesures(Lieux.Disponibles(5)))).Refuse(404, "lieu.introuvable");
        (await (await _serveur.EnAsync("medecin-liberal")).GetAsync(Lieux.Capacites(Lieux.Chirurgie))).Refuse(404, "lieu.introuvable");
    }

    [Fact]
    public async Task Un_professionnel_n_apprend_aucun_chiffre_par_les_totaux_de_son_offre()
    {
        var (responsable, medecin) = (await _serveur.EnAsync("referent-occitanie"), await _serveur.EnAsync("medecin-liberal"));
        var lieu = (await responsable.PostAsync($"/api/v1/entites-geographiques/{Liberal.Maison}/lieux", Lieux.Fiche("Cabinet 3"))).Doit(201).Corps.Lu("id");
        (await responsable.PutAsync(Lieux.Capacites(lieu), Lieux.Mesures(Lieux.Installes(42)))).Doit(200);
        (await medecin.AssocierAsync(lieu, Liberal.DansLaMaison)).Doit(200);

        const string route = $"/api/v1/offres/{Liberal.DansLaMaison}/capacites";
        var lus = (await medecin.GetAsync(route)).Doit(200).Corps;
        Assert.Equal((0, 0), (lus.GetProperty("lieux").GetInt32(), lus.GetProperty("totaux").GetArrayLength()));
        Assert.Equal(42, (await responsable.GetAsync(route)).Doit(200).Nombre("01.01.01.01._._._._"));
    }

    [Fact]
    public async Task Beaucoup_de_lieux_en_un_appel_tout_ou_rien_ou_lieu_par_lieu()
    {
        var (gestionnaire, client) = (await _serveur.EnAsync("plateforme-occitanie"), await _serveur.EnAsync("responsable-ch-albi"));
        var autre = (await client.CreerLieuAsync("Autre", "ZL-B")).Corps.Lu("id");
        const string route = "/api/v1/capacites/lieux?etablissement=1810990010";
        object Un(string externe, params object[] indicateurs) => new { lieuExterne = externe, indicateurs };
        var melange = new { lieux = new[] { Un("ZL-CHIR-2", Lieux.Disponibles(11)), Un("RIEN", Lieux.Disponibles(1)), new { lieu = autre, indicateurs = new[] { Lieux.Indicateur("01", 5, temporalite: "02") } }, Un("ZL-B", Lieux.Disponibles(4)) } };

        // All or nothing: the unknown one first, and nothing was stored.
        (await gestionnaire.PutAsync(route, melange)).Refuse(404, "lieu.introuvable").Contient("/lieux/1/lieuExterne", "lieu.introuvable");
        Assert.Null((await client.GetAsync(Lieux.Capacites(Lieux.Chirurgie))).Nombre(Lits));

        // One by one: each with its own answer.
        var par = (await gestionnaire.PutAsync($"{route}&parElement=true", melange)).Doit(200).Corps;
        Assert.Equal((2, 2), (par.GetProperty("acceptes").GetInt32(), par.GetProperty("refuses").GetInt32()));
        Assert.Equal([200, 404, 422, 200], par.GetProperty("elements").EnumerateArray().Select(e => e.GetProperty("statut").GetInt32()));
        Assert.Equal(["lieu.introuvable", "capacite.combinaison"], par.GetProperty("elements").EnumerateArray().Skip(1).Take(2).Select(e => e.Lu("erreurs/0/code")));
        Assert.Equal(11, (await client.GetAsync(Lieux.Capacites(Lieux.Chirurgie))).Nombre(Lits));

        // A row refused by itself does not stand in the way of the next one of the same lieu.
        Assert.Equal(4, (await client.GetAsync(Lieux.Capacites(autre))).Nombre(Lits));
        var repetee = (await gestionnaire.PutAsync($"{route}&parElement=true", new { lieux = new[] { Un("ZL-B", Lieux.Disponibles(4)), Un("ZL-B", Lieux.Disponibles(6)) } })).Doit(200).Corps;
        Assert.Equal(["/lieuExterne", "capacite.lieu-en-double"], new[] { repetee.Lu("elements/1/erreurs/0/champ"), repetee.Lu("elements/1/erreurs/0/code") });

        (await gestionnaire.PutAsync(route, new { lieux = new[] { Un("ZL-CHIR-2", Lieux.Disponibles(12)), Un("ZL-B", Lieux.Disponibles(3)) } })).Doit(200);
        var totaux = (await client.GetAsync($"/api/v1/entites-geographiques/{Demo.ChAlbi}/capacites")).Doit(200);
        Assert.Equal((15, 24), (totaux.Nombre(Lits), totaux.Nombre("01.01.01.01._._._._")));
        Assert.Equal((2, 1), (totaux.Corps.GetProperty("lieux").GetInt32(), totaux.Corps.GetProperty("perimes").GetInt32()));

        // Several faults of one kind are told as that kind, each with its row.
        (await gestionnaire.PutAsync(route, new { lieux = new[] { Un("RIEN", Lieux.Disponibles(1)), Un("RIEN NON PLUS", Lieux.Disponibles(1)) } })).Doit(404)
            .Contient("/lieux/0/lieuExterne", "lieu.introuvable").Contient("/lieux/1/lieuExterne", "lieu.introuvable");
        var vieilles = (await gestionnaire.PutAsync(route, new { lieux = new[] { Un("ZL-CHIR-2", Lieux.Disponibles(1, dateMaj: Lieux.IlYA(600))), Un("ZL-B", Lieux.Disponibles(1, dateMaj: Lieux.IlYA(600))) } })).Doit(409);
        Assert.Equal("capacite.mesure-anterieure", vieilles.Contient("/lieux/1/indicateurs/0/dateMaj", "capacite.mesure-anterieure").Corps.Lu("code"));

        (await gestionnaire.PutAsync(route, new { lieux = Enumerable.Range(0, 5000).Select(i => new { lieuExterne = $"Z{i}" }) })).Doit(422).Contient("/lieux", "liste.trop-longue");
        (await gestionnaire.PutAsync($"{route}&parElement=true", new { lieux = Enumerable.Range(0, 5000).Select(i => new { lieuExterne = $"Z{i}" }) })).Doit(422).Contient("/lieux", "liste.trop-longue");
        (await gestionnaire.PutAsync(route, new { })).Doit(422).Contient("/lieux", "champ.obligatoire");
        (await gestionnaire.PutAsync(route, new { lieux = new object[] { new { lieu = autre, lieuExterne = "ZL-B", indicateurs = new[] { Lieux.Disponibles(1) } }, new { indicateurs = new[] { Lieux.Disponibles(1) } } } })).Doit(422).Contient("/lieux/0/lieu", "capacite.lieu-non-designe").Contient("/lieux/1/lieu", "capacite.lieu-non-designe");
        (await gestionnaire.PutAsync(route, new { lieux = new object[] { new { lieu = Lieux.Ehpad, indicateurs = new[] { Lieux.Disponibles(1) } } } })).Refuse(404, "lieu.introuvable");
        (await gestionnaire.PutAsync("/api/v1/capacites/lieux", melange)).Doit(400);
        (await gestionnaire.PutAsync("/api/v1/capacites/lieux?etablissement=xx", melange)).Refuse(404, "structure.introuvable");
        (await gestionnaire.BrutAsync(HttpMethod.Put, route, Encoding.UTF8.GetBytes("{\"lieux\":[{\"lieuExterne\":\"ZL-B\",\"indicateurs\":[{\"nombre\":\"3\"}]}]}"))).Doit(400);
    }

    [Fact]
    public async Task Un_lieu_ferme_n_a_rien_de_disponible()
    {
        var client = await _serveur.EnAsync("responsable-ch-albi");
        var (route, capacites) = ($"/api/v1/lieux/{Lieux.Chirurgie}", Lieux.Capacites(Lieux.Chirurgie));
        (await client.PutAsync(capacites, Lieux.Mesures(Lieux.Disponibles(7)))).Doit(200);
        var ferme = (await client.PostAsync($"{route}/fermeture", new { type = Demo.Code("PRO"), dateFermeture = "2026-01-05" }, ("If-Match", (await client.GetAsync(route)).ETag))).Doit(200);
        Assert.Equal((0, 24), ((await client.GetAsync(capacites)).Nombre(Lits), (await client.GetAsync(capacites)).Nombre("01.01.01.01._._._._")));
        (await client.PutAsync(capacites, Lieux.Mesures(Lieux.Disponibles(3)))).Refuse(409, "capacite.offres-fermees");
        (await client.PutAsync(capacites, Lieux.Mesures(Lieux.Disponibles(0), Lieux.Installes(20)))).Doit(200);
        (await client.PostAsync($"{route}/reouverture", null, ("If-Match", ferme.ETag))).Doit(200);
        Assert.Equal(3, (await client.PutAsync(capacites, Lieux.Mesures(Lieux.Disponibles(3)))).Doit(200).Nombre(Lits));
    }

    [Fact]
    public async Task Mille_lieux_de_dix_indicateurs_passent_en_un_appel()
    {
        var gestionnaire = await _serveur.EnAsync("plateforme-occitanie");
        var indicateurs = Enumerable.Range(1, 5).SelectMany(t => new[] { "01", "02" }.Select(g => Lieux.Indicateur("02", t, temporalite: $"0{t}", genre: g))).ToArray();
        var lu = (await gestionnaire.PutAsync("/api/v1/capacites/lieux?etablissement=1810990010&parElement=true", new { lieux = Enumerable.Range(0, 1000).Select(i => new { lieuExterne = i == 500 ? "ZL-CHIR-2" : $"RIEN-{i}", indicateurs }) })).Doit(200).Corps;
        Assert.Equal((1, 999), (lu.GetProperty("acceptes").GetInt32(), lu.GetProperty("refuses").GetInt32()));
    }

    [Fact]
    public async Task Deux_gestionnaires_a_la_fois_ecrivent_chacun_leurs_chiffres()
    {
        var client = await _serveur.EnAsync("responsable-ch-albi");
        var route = Lieux.Capacites(Lieux.Chirurgie);
        var ecrits = await Task.WhenAll(Enumerable.Range(1, 5).Select(i => client.PutAsync(route, Lieux.Mesures(Lieux.Indicateur("02", i, temporalite: $"0{i}")))).Concat(Enumerable.Range(1, 8).Select(_ => client.PutAsync(route, Lieux.Mesures(Lieux.Indicateur("03", 17))))));
        Assert.All(ecrits.Take(5), e => e.Doit(200));

        // Of those of the same figure, one may be dated before the other.
        Assert.All(ecrits, e => Assert.Contains(e.Statut, new[] { 200, 409 }));
        var lus = (await client.GetAsync(route)).Doit(200);
        Assert.Equal([1, 2, 3, 4, 5], Enumerable.Range(1, 5).Select(i => lus.Nombre($"01.01.02.0{i}._._._._")!.Value));
        Assert.Equal(17, lus.Nombre("01.01.03.01._._._._"));
    }

    [Fact]
    public async Task Sans_offre_ouverte_rien_n_est_disponible_et_rouvrir_ne_rend_aucun_chiffre()
    {
        var client = await _serveur.EnAsync("responsable-ch-albi");
        var (premiere, etag1) = await client.PublierOffreAsync("Première");
        var (seconde, etag2) = await client.PublierOffreAsync("Seconde");
        foreach (var offre in new[] { premiere, seconde })
        {
            var associee = (await client.AssocierAsync(Lieux.Chirurgie, offre)).Doit(200);
            (await client.PostAsync($"/api/v1/offres/{offre}/validation", new { relu = true }, ("If-Match", associee.ETag))).Doit(200);
        }

        (await client.PutAsync(Lieux.Capacites(Lieux.Chirurgie), Lieux.Mesures(Lieux.Disponibles(5)))).Doit(200);
        var conservee = await FermerAsync(client, premiere);
        Assert.Equal(["capacite.disponibilites-conservees"], conservee.Corps.Liste("avertissements", "code"));
        Assert.Equal(5, (await client.GetAsync(Lieux.Capacites(Lieux.Chirurgie))).Nombre(Lits));

        var videe = await FermerAsync(client, seconde);
        Assert.Equal(["capacite.disponibilites-a-zero"], videe.Corps.Liste("avertissements", "code"));
        Assert.Contains("Bâtiment A", videe.Corps.Lu("avertissements/0/message"), StringComparison.Ordinal);
        var lus = (await client.GetAsync(Lieux.Capacites(Lieux.Chirurgie))).Doit(200);
        Assert.Equal((0, 0, 24), (lus.Nombre(Lits), lus.Nombre("01.01.02.01.01._._._"), lus.Nombre("01.01.01.01._._._._")));
        Assert.Equal([5, 0], (await client.ToutLireAsync($"{Lieux.Capacites(Lieux.Chirurgie)}/historique?cle={Lits}")).Select(m => m.GetProperty("nombre").GetInt32()));
        var monde = await _serveur.EnAsync("regulation");
        var publie = (await client.GetAsync($"/api/v1/lieux/{Lieux.Chirurgie}")).Corps.Lu("identifiant").Replace('/', '-');
        Assert.Equal(0, (await monde.GetAsync($"/api/v1/diffusion/lieux/{publie}")).Doit(200).Nombre(Lits));

        (await client.PutAsync(Lieux.Capacites(Lieux.Chirurgie), Lieux.Mesures(Lieux.Disponibles(2), Lieux.Installes(20)))).Refuse(409, "capacite.offres-fermees");
        (await client.PutAsync(Lieux.Capacites(Lieux.Chirurgie), Lieux.Mesures(Lieux.Disponibles(0), Lieux.Installes(20)))).Doit(200);
        (await client.PostAsync($"/api/v1/offres/{seconde}/reouverture", null, ("If-Match", await client.ETagAsync(seconde)))).Doit(200);
        Assert.Equal(0, (await client.GetAsync(Lieux.Capacites(Lieux.Chirurgie))).Nombre(Lits));
        (await client.PutAsync(Lieux.Capacites(Lieux.Chirurgie), Lieux.Mesures(Lieux.Disponibles(2)))).Doit(200);
    }

    [Fact]
    public async Task Chaque_profil_lit_sa_part_des_chiffres_et_le_flux_n_en_dit_pas_plus()
    {
        var client = await _serveur.EnAsync("responsable-ch-albi");
        var identifiant = (await client.GetAsync($"/api/v1/lieux/{Lieux.Chirurgie}")).Corps.Lu("identifiant").Replace('/', '-');
        (await client.PutAsync(Lieux.Capacites(Lieux.Chirurgie), Lieux.Mesures(Lieux.Indicateur("06", 2, lit: "01")))).Doit(200);
        var attendus = new Dictionary<string, int> { ["regulation"] = 5, ["plateforme-occitanie"] = 4, ["grand-public"] = 0 };
        foreach (var (persona, nombre) in attendus)
        {
            var lecteur = await _serveur.EnAsync(persona);
            var lu = (await lecteur.GetAsync($"/api/v1/diffusion/lieux/{identifiant}")).Doit(200).Corps;
            Assert.Equal(nombre, lu.GetProperty("capacites").GetArrayLength());
            Assert.Equal(persona == "plateforme-occitanie", lu.Possede("masques"));
            var totaux = (await lecteur.GetAsync("/api/v1/diffusion/capacites?departement=81")).Doit(200);
            Assert.Equal(nombre == 5 ? 2 : null, totaux.Nombre("01.01.06.01._._.01._"));
            Assert.Equal(nombre == 0 ? null : 24, totaux.Nombre("01.01.01.01._._._._"));
        }

        var (tout, ouvert) = (await _serveur.EnAsync("regulation"), await _serveur.EnAsync("grand-public"));
        var (depuis, depuisOuvert) = (await SuiteAsync(tout), await SuiteAsync(ouvert));
        (await client.PutAsync(Lieux.Capacites(Lieux.Chirurgie), Lieux.Mesures(Lieux.Disponibles(1)))).Doit(200);
        Assert.Equal(["/capacites"], (await ChangementsAsync(tout, depuis))[0].GetProperty("champs").EnumerateArray().Select(c => c.GetString()));
        Assert.Empty(await ChangementsAsync(ouvert, depuisOuvert));
        foreach (var mauvais in new[] { "", "?departement=999", "?region=xx", "?offre=zz", "?etablissement=12", "?departement=81&departement=82" })
        {
            (await tout.GetAsync($"/api/v1/diffusion/capacites{mauvais}")).Doit(400);
        }

        Assert.Equal(0, (await tout.GetAsync("/api/v1/diffusion/capacites?offre=76/199999")).Doit(200).Corps.GetProperty("lieux").GetInt32());
        Assert.Empty((await _serveur.Services.GetRequiredService<Reconstruction>().ExecuterAsync(CancellationToken.None)).Differences);
    }

    public ValueTask DisposeAsync() => _serveur.DisposeAsync();

    private static async Task<Reponse> FermerAsync(ClientRor client, string offre) =>
        (await client.PostAsync($"/api/v1/offres/{offre}/fermeture", new { type = Demo.Code("PRO"), dateFermeture = "2026-01-05" }, ("If-Match", await client.ETagAsync(offre)))).Doit(200);

    private static async Task<string> SuiteAsync(ClientRor client) => (await client.GetAsync("/api/v1/diffusion/changements?depuis=0&limite=200")).Doit(200).Corps.Lu("suivant");

    private static async Task<List<System.Text.Json.JsonElement>> ChangementsAsync(ClientRor client, string depuis) =>
        [.. (await client.GetAsync($"/api/v1/diffusion/changements?depuis={Uri.EscapeDataString(depuis)}")).Doit(200).Corps.GetProperty("elements").EnumerateArray()];
}
