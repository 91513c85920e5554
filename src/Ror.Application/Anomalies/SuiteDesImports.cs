using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Ror.Application.Annuaires;
using Ror.Application.Commun;
using Ror.Domain.Anomalies;
using Ror.Domain.Commun;
using Ror.Domain.Professionnels;
using Ror.Domain.Structures;

namespace Ror.Application.Anomalies;

/// <summary>What national directories say now of objects that anomalies may be about.</summary>
internal interface IValeursNationales
{
    /// <param name="modifies">What an import, or a refresh, has just changed.</param>
    /// <returns>For each object, and section of an offer, of which something may have changed with them: the document that anomalies point into.</returns>
    Task<IReadOnlyDictionary<(Guid ObjetId, string? Section), Func<JsonNode?>>> LireAsync(IReadOnlyCollection<Agregat> modifies, CancellationToken ct);
}

/// <summary>The fiches themselves: of professionals, of établissements, of legal entities.</summary>
internal sealed class FichesNationales : IValeursNationales
{
    public Task<IReadOnlyDictionary<(Guid ObjetId, string? Section), Func<JsonNode?>>> LireAsync(IReadOnlyCollection<Agregat> modifies, CancellationToken ct) =>
        Task.FromResult<IReadOnlyDictionary<(Guid, string?), Func<JsonNode?>>>(modifies.Select(m => (m.Id, Fiche: Fiche(m))).Where(m => m.Fiche is not null)
            .ToDictionary(m => (m.Id, (string?)null), m => (Func<JsonNode?>)(() => JsonSerializer.SerializeToNode(m.Fiche, m.Fiche!.GetType(), JsonRor.Stockage))));

    private static object? Fiche(Agregat objet) => objet switch
    {
        Professionnel p => p.Fiche,
        EntiteGeographique eg => eg.Fiche,
        EntiteJuridique ej => ej.Fiche,
        _ => null,
    };
}

/// <summary>What follows of an import beyond what it writes.</summary>
public interface ISuiteDesImports
{
    /// <summary>Live anomalies whose proposed value is now the value are over (RG_EXP_031: only a directory brings it); in the open act.</summary>
    Task ConclureAsync(IReadOnlyCollection<Agregat> modifies, CancellationToken ct);
}

internal sealed class SuiteDesImports(ISaisieDb db, IEnumerable<IValeursNationales> sources, TimeProvider horloge) : ISuiteDesImports
{
    public async Task ConclureAsync(IReadOnlyCollection<Agregat> modifies, CancellationToken ct)
    {
        foreach (var source in sources)
        {
            var documents = await source.LireAsync(modifies, ct);
            foreach (var lot in documents.Keys.Select(c => c.ObjetId).Distinct().Chunk(LectureParLots.Taille))
            {
                foreach (var anomalie in await db.Anomalies.Where(a => lot.Contains(a.ObjetId) && a.CleVivante != null && a.ValeurProposee != null).ToListAsync(ct))
                {
                    Conclure(anomalie, documents);
                }
            }
        }
    }

    private void Conclure(Anomalie anomalie, IReadOnlyDictionary<(Guid ObjetId, string? Section), Func<JsonNode?>> documents)
    {
        var instant = horloge.Instant();
        if (documents.TryGetValue((anomalie.ObjetId, anomalie.Section), out var lire) && PointeurJson.DitPareil(PointeurJson.Lire(lire(), anomalie.Champ), anomalie.ValeurProposee!))
        {
            _ = anomalie.Resoudre(Anomalie.Import, AccesAnomalies.Jour(anomalie.Region, instant), instant);
        }
    }
}
