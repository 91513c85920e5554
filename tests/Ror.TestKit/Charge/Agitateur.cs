using System.Text.Json.Nodes;

namespace Ror.TestKit.Charge;

/// <summary>
/// Somebody who closes, reopens, renames, moves and hides what is published, again and again; what another did first is not their business.
/// </summary>
public sealed class Agitateur(Func<Task<ClientRor>> noeud, int graine)
{
    private static readonly string[] Structures = [$"/api/v1/unites-fonctionnelles/{Demo.UfConsultations}", $"/api/v1/poles/{Demo.PoleMedecine}"];
    private static readonly string[] Offres = [$"/api/v1/offres/{Demo.ConsultationAnesthesie}", $"/api/v1/offres/{Demo.ConsultationCardiologie}"];

    // The one that the others name as their successor, and that becomes a sensitive unit and is one no more.
    private const string Successeur = "76/100002";
    private const string RouteSuccesseur = $"/api/v1/offres/{Demo.ConsultationOrthopedie}";

    private readonly Random _alea = new(graine);
    private readonly List<string> _anomalies = [];

    public IReadOnlyList<string> Anomalies => _anomalies;

    /// <summary>Acts done.</summary>
    public int Faits { get; private set; }

    public async Task AgirAsync(CancellationToken arret)
    {
        var client = await noeud();
        for (var n = 0; !arret.IsCancellationRequested; n++)
        {
            try
            {
                var reponse = await UnActeAsync(client, n);
                Faits += reponse.Statut == 200 ? 1 : 0;
                if (reponse.Statut is not (200 or 409 or 412 or 503) && reponse.Code != "fermeture.successeur-introuvable")
                {
                    _anomalies.Add(reponse.ToString());
                }
            }
            catch (Exception e) when (e is HttpRequestException or IOException or InvalidOperationException)
            {
                await Task.Delay(50, CancellationToken.None);
                client = await noeud();
            }
        }
    }

    private Task<Reponse> UnActeAsync(ClientRor client, int n) => _alea.Next(6) == 0 ? BasculerAsync(client) : ActeSurAsync(client, n);

    private static async Task<Reponse> BasculerAsync(ClientRor client)
    {
        var section = (await client.GetAsync($"{RouteSuccesseur}/sections/informations-generales")).Doit(200);
        var valeurs = JsonNode.Parse(section.Octets)!;
        valeurs["uniteSensible"] = !(bool)valeurs["uniteSensible"]!;
        var ecrite = await client.PutAsync($"{RouteSuccesseur}/sections/informations-generales", valeurs, ("If-Match", section.ETag));
        return ecrite.Statut == 200 ? await client.PostAsync($"{RouteSuccesseur}/validation", new { relu = true }, ("If-Match", ecrite.ETag)) : ecrite;
    }

    private async Task<Reponse> ActeSurAsync(ClientRor client, int n)
    {
        var (structure, offre) = (Structures[_alea.Next(Structures.Length)], Offres[_alea.Next(Offres.Length)]);
        var cible = _alea.Next(3) == 0 ? offre : structure;
        var si = ("If-Match", (await client.GetAsync(cible)).Doit(200).ETag);
        return (_alea.Next(6), cible == structure) switch
        {
            (5, false) => await client.PutAsync($"{cible}/successeur", new { successeur = Successeur }, si),
            (0, true) => await client.PutAsync(cible, new { nom = $"Renommée {graine} {n}" }, si),
            (0, false) => await client.PostAsync($"{cible}/transfert", new { type = "UniteFonctionnelle", id = _alea.Next(2) == 0 ? Demo.UfConsultations : Demo.UfMedicoChirurgicale }, si),
            (1 or 2, _) => await client.PostAsync($"{cible}/fermeture", new { type = Demo.Code("PRO"), dateFermeture = "2026-01-05" }, si),
            _ => await client.PostAsync($"{cible}/reouverture", null, si),
        };
    }
}
