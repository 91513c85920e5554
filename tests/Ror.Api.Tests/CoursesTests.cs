using System.Globalization;
using Ror.TestKit;
using Ror.TestKit.Charge;

namespace Ror.Api.Tests;

/// <summary>Sixteen clients at once on every node of one database: one winner, nothing lost, nothing twice, nothing 5xx (contract, rules 3 and 4).</summary>
[Collection(Grappe.Nom)]
public sealed class CoursesTests(Grappe grappe)
{
    private const int Clients = 16;
    private static readonly object Relu = new { relu = true };
    private static readonly string Creation = $"/api/v1/unites-fonctionnelles/{Demo.UfHcChirurgies}/offres";

    [Theory]
    [InlineData(2, 8)]
    [InlineData(Clients, 5)]
    public async Task Plusieurs_validations_d_un_brouillon_a_la_fois_une_seule_reussit(int validations, int tours)
    {
        var noeuds = await grappe.NoeudsAsync();
        var clients = await noeuds.ClientsAsync(validations);
        for (var tour = 0; tour < tours; tour++)
        {
            var (id, etag) = await clients[tour % validations].CreerOffreCompleteAsync($"Course de {validations} n° {tour}");
            await DoitGagnerSeuleAsync(clients, id, etag, numero: 1);
        }

        Constats.DoitTenir(noeuds.Connexion);
    }

    [Fact]
    public async Task Seize_publications_d_une_modification_a_la_fois_une_seule_reussit()
    {
        var noeuds = await grappe.NoeudsAsync();
        var clients = await noeuds.ClientsAsync(Clients);
        var (id, etag) = await clients[0].PublierOffreAsync("Course de publications");
        for (var numero = 2; numero <= 7; numero++)
        {
            var modifiee = (await clients[numero].PutAsync($"/api/v1/offres/{id}/sections/informations-generales", Demo.InformationsChirurgie($"Course, publication {numero}"), ("If-Match", etag))).Doit(200);
            etag = await DoitGagnerSeuleAsync(clients, id, modifiee.ETag, numero);
        }

        Constats.DoitTenir(noeuds.Connexion);
    }

    [Fact]
    public async Task Supprimer_modifier_et_valider_a_seize_une_seule_ecriture_passe()
    {
        var noeuds = await grappe.NoeudsAsync();
        var clients = await noeuds.ClientsAsync(Clients);
        for (var tour = 0; tour < 6; tour++)
        {
            var (id, etag) = await clients[0].CreerOffreCompleteAsync($"Course mêlée {tour}");
            var reponses = await Task.WhenAll(clients.Select((c, rang) => ((rang + tour) % 3) switch
            {
                0 => c.DeleteAsync($"/api/v1/offres/{id}", ("If-Match", etag)),
                1 => c.PostAsync($"/api/v1/offres/{id}/validation", Relu, ("If-Match", etag)),
                _ => c.PutAsync($"/api/v1/offres/{id}/sections/contacts", Demo.Contacts(), ("If-Match", etag)),
            }));
            var gagnante = Assert.Single(reponses, r => r.Statut is 200 or 204);
            var attendu = gagnante.Statut == 204 ? new[] { 404, 412 } : [412];
            Assert.All(reponses.Where(r => r != gagnante), r => Assert.True(attendu.Contains(r.Statut), $"{r.Requete} : {r.Statut} {r.Texte}"));
            (await clients[^1].GetAsync($"/api/v1/offres/{id}")).Doit(gagnante.Statut == 204 ? 404 : 200);
        }

        Constats.DoitTenir(noeuds.Connexion);
    }

    [Fact]
    public async Task Seize_clients_comptent_dans_une_meme_offre_et_rien_ne_se_perd()
    {
        const int ParClient = 4;
        var noeuds = await grappe.NoeudsAsync();
        var clients = await noeuds.ClientsAsync(Clients);
        var (id, etag) = await clients[0].BrouillonAsync("Compteur 0");
        var perimees = await Task.WhenAll(clients.Select(c => CompterAsync(c, id, ParClient)));

        var finale = (await clients[0].GetAsync($"/api/v1/offres/{id}")).Doit(200);
        Assert.Equal($"Compteur {Clients * ParClient}", finale.Corps.Lu("nom"));
        Assert.Equal(1 + (Clients * ParClient), OffreSuivie.VersionDe(finale));
        Assert.Equal('"' + "1", etag.Split('.')[0]);
        Assert.True(perimees.Sum() > 0, "Les seize ne se sont jamais croisés.");

        // The audit holds one line per version: the invariants compare them one by one.
        Constats.DoitTenir(noeuds.Connexion);
    }

    [Fact]
    public async Task Seize_creations_sous_une_cle_donnent_une_offre_et_seize_fois_la_meme_reponse()
    {
        var noeuds = await grappe.NoeudsAsync();
        var clients = await noeuds.ClientsAsync(Clients);
        for (var tour = 0; tour < 6; tour++)
        {
            var cle = ("Idempotency-Key", $"course-{Guid.NewGuid()}");
            var nom = $"Une clé pour seize {tour}";
            var reponses = await Task.WhenAll(clients.Select(c => c.PostAsync(Creation, Demo.InformationsChirurgie(nom), cle)));
            Assert.All(reponses, r => MemesReponses(reponses[0].Doit(201), r));
            Assert.Single(await clients[0].ToutLireAsync("/api/v1/offres?limite=200"), o => o.Lu("nom") == nom);
            (await clients[tour].PostAsync(Creation, Demo.InformationsChirurgie("Un autre corps"), cle)).Refuse(422, "idempotence.corps-different");
        }

        Constats.DoitTenir(noeuds.Connexion);
    }

    [Fact]
    public async Task Deux_corps_sous_une_cle_un_seul_gagne_et_l_autre_est_refuse()
    {
        var noeuds = await grappe.NoeudsAsync();
        var clients = await noeuds.ClientsAsync(Clients);
        for (var tour = 0; tour < 6; tour++)
        {
            var cle = ("Idempotency-Key", $"duel-{Guid.NewGuid()}");
            var reponses = await Task.WhenAll(clients.Select((c, rang) => c.PostAsync(Creation, Demo.InformationsChirurgie($"Duel {tour}, corps {rang / 3 % 2}"), cle)));
            var premiere = reponses.First(r => r.Statut == 201);
            Assert.All(reponses.Where(r => r.Statut == 201), r => MemesReponses(premiere, r));
            Assert.All(reponses.Where(r => r.Statut != 201), r => r.Refuse(422, "idempotence.corps-different"));
            var corps = premiere.Corps.Lu("nom")[^1] - '0';
            Assert.Equal(Enumerable.Range(0, Clients).Where(rang => rang / 3 % 2 == corps), Enumerable.Range(0, Clients).Where(rang => reponses[rang].Statut == 201));
            Assert.Single(await clients[0].ToutLireAsync("/api/v1/offres?limite=200"), o => o.Lu("nom").StartsWith($"Duel {tour},", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Sans_cle_ou_sous_des_cles_differentes_chaque_201_est_une_offre_et_un_identifiant()
    {
        const int ParClient = 4;
        var noeuds = await grappe.NoeudsAsync();
        var clients = await noeuds.ClientsAsync(Clients);
        var lot = Guid.NewGuid();
        var reponses = await Task.WhenAll(from rang in Enumerable.Range(0, Clients)
                                          from n in Enumerable.Range(0, ParClient)
                                          select clients[rang]
            .PostAsync(Creation, Demo.InformationsChirurgie($"Lot {lot}"), rang % 2 == 0 ? [] : [("Idempotency-Key", $"{lot} {rang} {n}")]));
        Assert.Equal(Clients * ParClient, reponses.Select(r => r.Doit(201).Corps.Lu("id")).Distinct().Count());
        Assert.Equal(Clients * ParClient, reponses.Select(r => r.Corps.Lu("identifiant")).Distinct().Count());
        Assert.Equal(Clients * ParClient, (await clients[0].ToutLireAsync("/api/v1/offres?limite=200")).Count(o => o.Lu("nom") == $"Lot {lot}"));
        Constats.DoitTenir(noeuds.Connexion);
    }

    private static async Task<string> DoitGagnerSeuleAsync(ClientRor[] clients, string id, string etag, int numero)
    {
        var reponses = await Task.WhenAll(clients.Select(c => c.PostAsync($"/api/v1/offres/{id}/validation", Relu, ("If-Match", etag))));
        var gagnante = Assert.Single(reponses, r => r.Statut == 200);
        Assert.Equal(numero, gagnante.Corps.GetProperty("numeroVersion").GetInt32());
        Assert.All(reponses.Where(r => r != gagnante), r => Assert.Equal(gagnante.ETag, r.Refuse(412, "version.perimee").ETag));

        // Who reads again finds that there is nothing left to validate.
        var relues = await Task.WhenAll(clients.Select(async c => await c.PostAsync($"/api/v1/offres/{id}/validation", Relu, ("If-Match", await c.ETagAsync(id)))));
        Assert.All(relues, r => r.Refuse(409, "offre.transition-interdite"));
        return gagnante.ETag;
    }

    // Reads a number and writes the next one, until it has done so that many times.
    private static async Task<int> CompterAsync(ClientRor client, string id, int fois)
    {
        var perimees = 0;
        for (var reussies = 0; reussies < fois;)
        {
            var lue = (await client.GetAsync($"/api/v1/offres/{id}/sections/informations-generales")).Doit(200);
            var suivant = int.Parse(lue.Corps.Lu("nom").Split(' ')[1], CultureInfo.InvariantCulture) + 1;
            var ecrite = await client.PutAsync($"/api/v1/offres/{id}/sections/informations-generales", Demo.InformationsChirurgie($"Compteur {suivant}"), ("If-Match", lue.ETag));
            perimees += ecrite.Statut == 200 ? 0 : ecrite.Refuse(412, "version.perimee").Statut / 412;
            reussies += ecrite.Statut == 200 ? 1 : 0;
        }

        return perimees;
    }

    private static void MemesReponses(Reponse attendue, Reponse lue) => Assert.Equal(
        (attendue.Statut, attendue.ETag, attendue.Entetes.Location, attendue.Type, Convert.ToHexString(attendue.Octets)),
        (lue.Statut, lue.ETag, lue.Entetes.Location, lue.Type, Convert.ToHexString(lue.Octets)));
}
