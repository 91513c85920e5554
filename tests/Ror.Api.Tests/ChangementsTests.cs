using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Ror.Application.Diffusion;
using Ror.Infrastructure.Persistence;
using Ror.TestKit;

namespace Ror.Api.Tests;

/// <summary>The change feed: what happened, to whom it is told, and that nothing is ever missed.</summary>
public sealed class ChangementsTests : IAsyncDisposable
{
    private const string Route = "/api/v1/diffusion/changements";

    private readonly ServeurRor _serveur = new();

    [Fact]
    public async Task Depuis_0_l_etat_present_chaque_objet_une_fois_puis_rien()
    {
        var monde = await _serveur.EnAsync("plateforme-occitanie");
        var (elements, suivant) = await ToutLireAsync(monde, "0", "limite=3&contenu=true");
        Assert.All(elements, e => Assert.Equal("publication", e.Lu("nature")));
        Assert.Equal(elements.Count, elements.Select(e => e.Lu("objet/id")).Distinct().Count());
        var offres = await monde.ToutLireAsync("/api/v1/diffusion/offres?limite=200");
        var structures = await monde.ToutLireAsync("/api/v1/diffusion/structures?limite=200");
        Assert.Equal(offres.Select(o => o.GetRawText()).Order(), elements.Where(e => e.Possede("offre")).Select(e => e.GetProperty("offre").GetRawText()).Order());
        Assert.Equal(structures.Select(o => o.GetRawText()).Order(), elements.Where(e => e.Possede("structure")).Select(e => e.GetProperty("structure").GetRawText()).Order());
        var lieux = await monde.ToutLireAsync("/api/v1/diffusion/lieux?limite=200");
        Assert.Equal(lieux.Select(l => l.GetRawText()).Order(), elements.Where(e => e.Possede("lieu")).Select(e => e.GetProperty("lieu").GetRawText()).Order());
        Assert.Equal(offres.Count + structures.Count + lieux.Count, elements.Count);

        var rien = (await monde.GetAsync($"{Route}?depuis={suivant}")).Doit(200).Corps;
        Assert.Equal((0, false), (rien.GetProperty("elements").GetArrayLength(), rien.GetProperty("encore").GetBoolean()));
    }

    [Fact]
    public async Task Chaque_acte_dit_sa_nature_et_ce_qui_a_change()
    {
        var (client, referent, monde) = (await _serveur.EnAsync("responsable-ch-albi"), await _serveur.EnAsync("referent-occitanie"), await _serveur.EnAsync("plateforme-occitanie"));
        var (_, suivant) = await ToutLireAsync(monde, "0");

        var (id, etag) = await client.PublierOffreAsync("Suivie");
        var route = $"/api/v1/offres/{id}";
        suivant = await AttendreAsync(monde, suivant, $"publication Offre {id}");

        etag = (await client.PutAsync($"{route}/sections/contacts", new { patients = new[] { new { nature = Demo.Code("02"), telecoms = new[] { new { canal = Demo.Code("2"), valeur = "05 36 49 00 77" } } } } }, ("If-Match", etag))).Doit(200).ETag;
        suivant = await AttendreAsync(monde, suivant);
        etag = (await client.PostAsync($"{route}/validation", new { relu = true }, ("If-Match", etag))).Doit(200).ETag;
        suivant = await AttendreAsync(monde, suivant, $"modification Offre {id} /numeroVersion /sections/contacts/patients /sections/contacts/professionnels");

        etag = (await client.PostAsync($"{route}/fermeture", new { type = Demo.Code("PRO"), dateFermeture = "2026-01-05" }, ("If-Match", etag))).Doit(200).ETag;
        suivant = await AttendreAsync(monde, suivant, $"fermeture Offre {id} /statut /fermeture");
        etag = (await client.PostAsync($"{route}/reouverture", null, ("If-Match", etag))).Doit(200).ETag;
        suivant = await AttendreAsync(monde, suivant, $"reouverture Offre {id} /statut /fermeture");
        etag = (await client.PostAsync($"{route}/fermeture", new { type = Demo.Code("DEF"), dateFermeture = "2090-01-05" }, ("If-Match", etag))).Doit(200).ETag;
        suivant = await AttendreAsync(monde, suivant, $"modification Offre {id} /fermeture /fermeturePrevue");
        etag = (await referent.PostAsync($"{route}/transfert", new { type = "UniteFonctionnelle", id = Demo.UfConsultations }, ("If-Match", (await referent.GetAsync(route)).ETag))).Doit(200).ETag;
        suivant = await AttendreAsync(monde, suivant, $"transfert Offre {id} /structures/uniteFonctionnelle");

        // Nothing that the world reads: a draft, an entry that is refused, the same thing again.
        await client.BrouillonAsync("Jamais vue");
        (await client.PostAsync($"{route}/validation", new { relu = true }, ("If-Match", etag))).Doit(409);
        await AttendreAsync(monde, suivant);
    }

    [Fact]
    public async Task Un_niveau_renomme_ou_ferme_se_dit_sur_ce_qui_est_dessous_avec_sa_raison()
    {
        var (client, monde) = (await _serveur.EnAsync("responsable-ch-albi"), await _serveur.EnAsync("plateforme-occitanie"));
        var (_, suivant) = await ToutLireAsync(monde, "0");
        var uf = $"/api/v1/unites-fonctionnelles/{Demo.UfConsultations}";
        var lue = (await client.GetAsync(uf)).Doit(200);
        (await client.PutAsync(uf, new { nom = "Consultations externes" }, ("If-Match", lue.ETag))).Doit(200);
        var (elements, apres) = await ToutLireAsync(monde, suivant);
        Assert.Equal(lue.Corps.GetProperty("enfants").GetArrayLength() + 1, elements.Count);
        Assert.Equal(("UniteFonctionnelle", false), (elements[0].Lu("objet/type"), elements[0].Possede("raison")));
        Assert.All(elements.Skip(1), e =>
        {
            Assert.Equal(("Offre", "modification", Demo.UfConsultations, "Consultations externes"), (e.Lu("objet/type"), e.Lu("nature"), e.Lu("raison/id"), e.Lu("raison/nom")));
            Assert.Equal(["/structures/uniteFonctionnelle"], e.GetProperty("champs").EnumerateArray().Select(c => c.GetString()));
        });

        // Nothing below tells of the contacts of its UF.
        (await client.PutAsync(uf, new { nom = "Consultations externes", contacts = Demo.Contacts() }, ("If-Match", (await client.GetAsync(uf)).ETag))).Doit(200);
        (elements, apres) = await ToutLireAsync(monde, apres);
        Assert.Equal(["UniteFonctionnelle"], elements.Select(e => e.Lu("objet/type")));

        (await client.PostAsync($"{uf}/fermeture", new { type = Demo.Code("PRO"), dateFermeture = "2026-01-05" }, ("If-Match", (await client.GetAsync(uf)).ETag))).Doit(200);
        (elements, apres) = await ToutLireAsync(monde, apres);
        Assert.Equal(["fermeture"], elements.Select(e => e.Lu("nature")).Distinct());
        Assert.Equal(("UniteFonctionnelle", false), (elements[0].Lu("objet/type"), elements[0].Possede("raison")));
        Assert.All(elements.Skip(1), e => Assert.Equal(Demo.UfConsultations, e.Lu("raison/id")));
        Assert.Equal(lue.Corps.GetProperty("enfants").GetArrayLength() + 1, elements.Count);

        (await client.PostAsync($"{uf}/reouverture", null, ("If-Match", (await client.GetAsync(uf)).ETag))).Doit(200);
        (elements, apres) = await ToutLireAsync(monde, apres);
        Assert.All(elements.Skip(1), e => Assert.Equal(("reouverture", Demo.UfConsultations), (e.Lu("nature"), e.Lu("raison/id"))));

        // A new level has nothing below it.
        (await client.PostAsync($"/api/v1/poles/{Demo.PoleMedecine}/unites-fonctionnelles", new { nom = "Nouvelle UF" })).Doit(201);
        Assert.Equal(["UniteFonctionnelle publication"], (await ToutLireAsync(monde, apres)).Elements.Select(e => $"{e.Lu("objet/type")} {e.Lu("nature")}"));
    }

    [Fact]
    public async Task Les_numeros_se_suivent_pour_chacun_sans_trahir_ce_qu_il_ne_voit_pas()
    {
        var (client, regulation, public0) = (await _serveur.EnAsync("responsable-ch-albi"), await _serveur.EnAsync("regulation"), await _serveur.EnAsync("grand-public"));
        var (id, etag) = await client.PublierOffreAsync("Bientôt sensible");
        var (_, complet) = await ToutLireAsync(regulation, "0");
        var (_, ouvert) = await ToutLireAsync(public0, "0");

        etag = await SensibleAsync(client, id, etag, true);
        etag = (await client.PostAsync($"/api/v1/offres/{id}/fermeture", new { type = Demo.Code("PRO"), dateFermeture = "2026-01-05" }, ("If-Match", etag))).Doit(200).ETag;
        etag = (await client.PostAsync($"/api/v1/offres/{id}/reouverture", null, ("If-Match", etag))).Doit(200).ETag;
        await client.PublierOffreAsync("Une autre");
        await SensibleAsync(client, id, etag, false);

        var (vus, _) = await ToutLireAsync(regulation, complet);
        Assert.Equal(["modification", "fermeture", "reouverture", "publication", "modification"], vus.Select(e => e.Lu("nature")));
        Assert.Equal(Enumerable.Range(0, 5).Select(i => vus[0].GetProperty("sequence").GetInt64() + i), vus.Select(e => e.GetProperty("sequence").GetInt64()));

        var (lus, _) = await ToutLireAsync(public0, ouvert);
        Assert.Equal([$"retrait {id}", "publication", $"publication {id}"], lus.Select(e => e.Lu("nature") + (e.Lu("objet/id") == id ? $" {id}" : "")));
        Assert.Equal(Enumerable.Range(0, 3).Select(i => lus[0].GetProperty("sequence").GetInt64() + i), lus.Select(e => e.GetProperty("sequence").GetInt64()));
        Assert.False(lus[0].Possede("champs") || lus[0].Possede("raison") || lus[0].GetProperty("objet").Possede("href"));
    }

    [Fact]
    public async Task Un_champ_masque_se_distingue_d_un_champ_vide_au_dessus_du_profil_0()
    {
        var client = await _serveur.EnAsync("responsable-ch-albi");
        var (id, etag) = await client.PublierOffreAsync("Contact de régulation");
        var contacts = new { professionnels = new[] { new { fonction = Demo.Code("05"), nom = "Garde", niveauConfidentialite = Demo.Code("3"), telecoms = new[] { new { canal = Demo.Code("2"), valeur = "05 36 49 00 78" } } } } };
        etag = (await client.PutAsync($"/api/v1/offres/{id}/sections/contacts", contacts, ("If-Match", etag))).Doit(200).ETag;
        (await client.PostAsync($"/api/v1/offres/{id}/validation", new { relu = true }, ("If-Match", etag))).Doit(200);
        var route = $"/api/v1/diffusion/offres/{await client.IdentifiantAsync(id)}";
        var (regulation, plateforme, grandPublic) = ((await (await _serveur.EnAsync("regulation")).GetAsync(route)).Doit(200), (await (await _serveur.EnAsync("plateforme-occitanie")).GetAsync(route)).Doit(200), (await (await _serveur.EnAsync("grand-public")).GetAsync(route)).Doit(200));
        Assert.Equal("Garde", regulation.Corps.Lu("sections/contacts/professionnels/0/nom"));
        Assert.False(regulation.Corps.Possede("masques"));
        Assert.Equal(["/sections/contacts/professionnels"], plateforme.Corps.GetProperty("masques").EnumerateArray().Select(m => m.GetString()));
        Assert.DoesNotContain("Garde", plateforme.Texte, StringComparison.Ordinal);
        Assert.False(grandPublic.Corps.Possede("masques"));
        Assert.DoesNotContain("Garde", grandPublic.Texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_changement_dont_on_ne_lit_rien_n_est_pas_dit()
    {
        var (client, regulation, public0) = (await _serveur.EnAsync("responsable-ch-albi"), await _serveur.EnAsync("regulation"), await _serveur.EnAsync("grand-public"));
        var ((_, complet), (_, ouvert)) = (await ToutLireAsync(regulation, "0"), await ToutLireAsync(public0, "0"));
        var uf = $"/api/v1/unites-fonctionnelles/{Demo.UfConsultations}";
        var lue = (await client.GetAsync(uf)).Doit(200);
        var contacts = new { professionnels = new[] { new { fonction = Demo.Code("05"), nom = "Cadre", telecoms = new[] { new { canal = Demo.Code("2"), valeur = "05 36 49 00 79" } } } } };
        (await client.PutAsync(uf, new { nom = lue.Corps.Lu("nom"), contacts }, ("If-Match", lue.ETag))).Doit(200);
        Assert.Equal("/ficheOrganisationInterne/contacts", Assert.Single((await ToutLireAsync(regulation, complet)).Elements).GetProperty("champs")[0].GetString());
        Assert.Empty((await ToutLireAsync(public0, ouvert)).Elements);
    }

    [Fact]
    public async Task Un_masque_qui_vient_ou_s_en_va_se_dit_a_qui_le_lit()
    {
        var (client, plateforme, public0) = (await _serveur.EnAsync("responsable-ch-albi"), await _serveur.EnAsync("plateforme-occitanie"), await _serveur.EnAsync("grand-public"));
        var uf = $"/api/v1/unites-fonctionnelles/{Demo.UfConsultations}";
        foreach (var masque in new[] { true, false })
        {
            var ((_, suivi), (_, ouvert)) = (await ToutLireAsync(plateforme, "0"), await ToutLireAsync(public0, "0"));
            var lue = (await client.GetAsync(uf)).Doit(200);
            var professionnels = new[] { new { fonction = Demo.Code("05"), nom = "Garde", niveauConfidentialite = Demo.Code("3"), telecoms = new[] { new { canal = Demo.Code("2"), valeur = "05 36 49 00 79" } } } };
            (await client.PutAsync(uf, new { nom = lue.Corps.Lu("nom"), contacts = new { professionnels = masque ? professionnels : [] } }, ("If-Match", lue.ETag))).Doit(200);
            var change = Assert.Single((await ToutLireAsync(plateforme, suivi, "contenu=true")).Elements);
            Assert.Equal(masque, change.GetProperty("structure").Possede("masques"));
            Assert.Empty((await ToutLireAsync(public0, ouvert)).Elements);
        }
    }

    [Fact]
    public async Task Qui_ne_suit_qu_une_partie_voit_entrer_et_sortir()
    {
        var (client, referent, monde) = (await _serveur.EnAsync("responsable-ch-albi"), await _serveur.EnAsync("referent-occitanie"), await _serveur.EnAsync("plateforme-occitanie"));
        var autre = (await referent.PostAsync("/api/v1/entites-geographiques", MarcheDArbreCorps.Etablissement(true, "AUTRE SITE", 77))).Doit(201).Corps;
        var pole = (await referent.PostAsync($"/api/v1/entites-geographiques/{autre.Lu("id")}/poles", new { nom = "Pôle" })).Doit(201).Corps.Lu("id");
        var uf = (await referent.PostAsync($"/api/v1/poles/{pole}/unites-fonctionnelles", new { nom = "UF" })).Doit(201).Corps.Lu("id");
        var (ici, la, ailleurs) = ("etablissement=1810990010", $"etablissement={autre.Lu("idNatStruct")}", "region=11");
        var ((_, depuisIci), (_, depuisLa), (vides, depuisAilleurs)) = (await ToutLireAsync(monde, "0", ici), await ToutLireAsync(monde, "0", la), await ToutLireAsync(monde, "0", ailleurs));
        Assert.Empty(vides);

        var (id, _) = await client.PublierOffreAsync("Part bientôt");
        (await referent.PostAsync($"/api/v1/offres/{id}/transfert", new { type = "UniteFonctionnelle", id = uf }, ("If-Match", (await referent.GetAsync($"/api/v1/offres/{id}")).ETag))).Doit(200);
        (await referent.PostAsync($"/api/v1/offres/{id}/fermeture", new { type = Demo.Code("DEF"), dateFermeture = "2026-01-05" }, ("If-Match", (await referent.GetAsync($"/api/v1/offres/{id}")).ETag))).Doit(200);

        Assert.Equal(["publication", "retrait"], (await ToutLireAsync(monde, depuisIci, ici)).Elements.Select(e => e.Lu("nature")));
        Assert.Equal(["publication", "fermeture"], (await ToutLireAsync(monde, depuisLa, la)).Elements.Select(e => e.Lu("nature")));
        Assert.Empty((await ToutLireAsync(monde, depuisAilleurs, ailleurs)).Elements);
        Assert.All((await ToutLireAsync(monde, "0", "champActivite=04")).Elements, e => Assert.Equal("Offre", e.Lu("objet/type")));
    }

    [Fact]
    public async Task Qui_attend_est_reveille_aussitot_et_rendu_a_la_fin_du_delai()
    {
        var (client, monde) = (await _serveur.EnAsync("responsable-ch-albi"), await _serveur.EnAsync("plateforme-occitanie"));
        var (_, suivant) = await ToutLireAsync(monde, "0");
        var depart = DateTime.UtcNow;
        Assert.Empty((await monde.GetAsync($"{Route}?depuis={suivant}&attente=1")).Doit(200).Corps.GetProperty("elements").EnumerateArray());
        Assert.InRange((DateTime.UtcNow - depart).TotalSeconds, 0.9, 30);

        var attente = monde.GetAsync($"{Route}?depuis={suivant}&attente=60");
        var (id, _) = await client.PublierOffreAsync("Attendue");
        Assert.Equal(id, Assert.Single((await attente.WaitAsync(TimeSpan.FromSeconds(30))).Doit(200).Corps.GetProperty("elements").EnumerateArray()).Lu("objet/id"));
    }

    [Fact]
    public async Task Un_curseur_ne_sert_qu_a_ce_pour_quoi_il_a_ete_donne()
    {
        var monde = await _serveur.EnAsync("plateforme-occitanie");
        var suivant = (await monde.GetAsync($"{Route}?limite=2")).Doit(200).Corps.Lu("suivant");
        (await monde.GetAsync($"{Route}?depuis={suivant}x")).Refuse(400, "curseur.invalide");
        (await monde.GetAsync($"{Route}?depuis=-1")).Refuse(400, "curseur.invalide");
        (await monde.GetAsync($"{Route}?depuis=99999999999999999999")).Refuse(400, "curseur.invalide");
        (await monde.GetAsync($"{Route}?depuis={suivant}&region=76")).Refuse(400, "curseur.invalide");
        foreach (var autre in new[] { "regulation", "grand-public" })
        {
            (await (await _serveur.EnAsync(autre)).GetAsync($"{Route}?depuis={suivant}")).Refuse(400, "flux.autre-perimetre");
        }

        foreach (var faux in new[] { "limite=0", "limite=201", "attente=61", "attente=-1", "region=99", "champActivite=99", "etablissement=1810990044", "etablissement=x", "limite=x", "depuis=0&depuis=0" })
        {
            (await monde.GetAsync($"{Route}?{faux}")).Refuse(400, "parametre.invalide");
        }

        (await monde.GetAsync($"{Route}?toto=1")).Refuse(400, "parametre.inconnu");
        (await _serveur.Anonyme.GetAsync(Route)).Refuse(401, "acces.non-authentifie");

        // A number of the feed is a cursor too; one beyond the end is of another database.
        (await monde.GetAsync($"{Route}?depuis=999999")).Refuse(400, "flux.au-dela");
        var (tout, _) = await ToutLireAsync(monde, "1");
        Assert.Equal(2, tout[0].GetProperty("sequence").GetInt64());
    }

    [Fact]
    public async Task Reconstruire_remet_ce_qui_est_publie_d_accord_avec_la_saisie_et_le_prouve()
    {
        var monde = await _serveur.EnAsync("regulation");
        var reconstruction = _serveur.Services.GetRequiredService<Reconstruction>();
        var avant = await PublieAsync(monde);
        Assert.Empty((await reconstruction.ExecuterAsync(CancellationToken.None)).Differences);
        Assert.Equal(avant, await PublieAsync(monde));

        await using (var portee = _serveur.Services.CreateAsyncScope())
        {
            foreach (var ordre in new[]
            {
                "DELETE FROM \"ContenusPublies\"",
                "UPDATE \"OffresPubliees\" SET \"Departement\" = '99'",
                "DELETE FROM \"StructuresPubliees\" WHERE \"Type\" = 'Pole'",

                // One that has nothing behind it, and one that is missing.
                "UPDATE \"StructuresPubliees\" SET \"Id\" = 'FFFFFFFF-0000-7000-8000-000000000001' WHERE \"Identifiant\" = '1810990036'",
            })
            {
                await portee.ServiceProvider.GetRequiredService<RorDbContext>().Database.ExecuteSqlRawAsync(ordre);
            }
        }

        var (_, suivant) = await ToutLireAsync(monde, "0");
        var bilan = await reconstruction.ExecuterAsync(CancellationToken.None);
        Assert.NotEmpty(bilan.Differences);
        Assert.Equal(avant, await PublieAsync(monde));
        Assert.Equal(bilan.Differences.Count, (await ToutLireAsync(monde, suivant)).Elements.Count);
        Assert.Empty((await reconstruction.ExecuterAsync(CancellationToken.None)).Differences);
    }

    public ValueTask DisposeAsync() => _serveur.DisposeAsync();

    private static async Task<string> SensibleAsync(ClientRor client, string id, string etag, bool sensible)
    {
        var informations = new { nom = "Bientôt sensible", champActivite = Demo.Code("01"), modeleSaisie = Demo.ModeleChirurgie, uniteSensible = sensible };
        etag = (await client.PutAsync($"/api/v1/offres/{id}/sections/informations-generales", informations, ("If-Match", etag))).Doit(200).ETag;
        return (await client.PostAsync($"/api/v1/offres/{id}/validation", new { relu = true }, ("If-Match", etag))).Doit(200).ETag;
    }

    private static async Task<List<string>> PublieAsync(ClientRor client) =>
    [
        .. (await client.ToutLireAsync("/api/v1/diffusion/offres?limite=200")).Select(o => o.GetRawText()),
        .. (await client.ToutLireAsync("/api/v1/diffusion/structures?limite=200")).Select(o => o.GetRawText()),
    ];

    // What the feed tells after that cursor, and where it then stands.
    private static async Task<string> AttendreAsync(ClientRor client, string depuis, params string[] attendus)
    {
        var (elements, suivant) = await ToutLireAsync(client, depuis);
        Assert.Equal(attendus, elements.Select(e =>
            string.Join(' ', [e.Lu("nature"), e.Lu("objet/type"), e.Lu("objet/id"), .. e.Possede("champs") ? e.GetProperty("champs").EnumerateArray().Select(c => c.GetString()!) : []])));
        return suivant;
    }

    private static async Task<(List<JsonElement> Elements, string Suivant)> ToutLireAsync(ClientRor client, string depuis, string? filtre = null)
    {
        var elements = new List<JsonElement>();
        while (true)
        {
            var page = (await client.GetAsync($"{Route}?depuis={depuis}{(filtre is null ? "" : $"&{filtre}")}")).Doit(200).Corps;
            elements.AddRange(page.GetProperty("elements").EnumerateArray());
            depuis = page.Lu("suivant");
            if (!page.GetProperty("encore").GetBoolean())
            {
                return (elements, depuis);
            }
        }
    }
}
