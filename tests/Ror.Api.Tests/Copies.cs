using Ror.TestKit;
using Ror.TestKit.Charge;

namespace Ror.Api.Tests;

/// <summary>A copy of the database made while people write: consistent at one instant, nothing missing that was answered before, ready to serve.</summary>
internal static class Copies
{
    private static readonly string Creation = $"/api/v1/unites-fonctionnelles/{Demo.UfHcChirurgies}/offres";

    /// <param name="copier">Copies the database of the nodes; answers the connection string of the copy, which the caller deletes.</param>
    public static async Task CopierPendantLesEcrituresAsync(NoeudsRor noeuds, Func<Task<string>> copier)
    {
        var alea = new Random(Grappe.Graine);
        var ecrivains = (await noeuds.ClientsAsync(6)).Select((client, rang) => new Ecrivain(client, $"Copie {Guid.NewGuid()} {rang}", alea.Next())).ToList();
        using var arret = new CancellationTokenSource();
        var travaux = ecrivains.Select(e => e.TravaillerAsync(arret.Token)).ToList();
        await Constats.AvancerAsync(ecrivains);
        await Constats.AvancerAsync(ecrivains);
        var avant = await AvantAsync(await noeuds.EnAsync(0), ecrivains);
        var copie = await copier();
        await Constats.AvancerAsync(ecrivains);
        await arret.CancelAsync();
        await Task.WhenAll(travaux);

        await Constats.DoitEtreCoherenteAsync(noeuds.Connexion, ecrivains, await noeuds.EnAsync(0));
        Constats.DoitTenir(copie);
        await using var restaure = await NoeudsRor.DemarrerAsync(1, copie);
        await DoitServirAsync(await restaure.EnAsync(0), avant);
        Constats.DoitTenir(copie);
    }

    private static async Task<Avant> AvantAsync(ClientRor client, List<Ecrivain> ecrivains)
    {
        var page = (await client.GetAsync("/api/v1/offres?limite=3")).Doit(200).Corps.Lu("suivant");
        var diffusee = (await client.GetAsync("/api/v1/diffusion/offres?limite=3")).Doit(200).Corps.Lu("suivant");
        string[] suites = [$"/api/v1/offres?limite=3&curseur={page}", $"/api/v1/diffusion/offres?limite=3&curseur={diffusee}"];
        var cle = $"copie-{Guid.NewGuid()}";
        var creee = (await client.PostAsync(Creation, Demo.InformationsChirurgie("Avant la copie"), ("Idempotency-Key", cle))).Doit(201);
        var confirmees = ecrivains.SelectMany(e => e.Offres).Where(o => o.EstListee).Select(o => (o, o.Id!, o.Version, o.NumeroVersion)).ToList();
        Assert.NotEmpty(confirmees);
        return new(confirmees, await LireAsync(client, suites), cle, creee.Octets);
    }

    private static async Task DoitServirAsync(ClientRor client, Avant avant)
    {
        foreach (var (offre, id, version, numero) in avant.Confirmees)
        {
            var lue = await client.GetAsync($"/api/v1/offres/{id}");

            // It may have been deleted between this list and the copy.
            Assert.True(lue.Statut == 200 ? OffreSuivie.VersionDe(lue) >= version : lue.Statut == 404 && !offre.EstListee, lue.ToString());
            Assert.True(numero == 0 || lue.Corps.GetProperty("numeroVersion").GetInt32() >= numero, lue.ToString());
        }

        Assert.Equal(avant.Suites, await LireAsync(client, avant.Suites.Keys));
        Assert.Equal(avant.Creee, (await client.PostAsync(Creation, Demo.InformationsChirurgie("Avant la copie"), ("Idempotency-Key", avant.Cle))).Doit(201).Octets);
        await client.PublierOffreAsync("Sur la copie");
    }

    private static async Task<Dictionary<string, string>> LireAsync(ClientRor client, IEnumerable<string> routes)
    {
        var lues = new Dictionary<string, string>();
        foreach (var route in routes)
        {
            lues[route] = (await client.GetAsync(route)).Doit(200).Texte;
        }

        return lues;
    }

    /// <param name="Suites">Second pages, by the cursors of the first ones.</param>
    private sealed record Avant(IReadOnlyList<(OffreSuivie Offre, string Id, long Version, int Numero)> Confirmees, Dictionary<string, string> Suites, string Cle, byte[] Creee);
}
