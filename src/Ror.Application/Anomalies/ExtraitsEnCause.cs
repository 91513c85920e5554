using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Application.Offres;
using Ror.Domain.Commun;
using Ror.Domain.Offres.Sections;
using Ror.Domain.Professionnels;
using Ror.Domain.Structures;

namespace Ror.Application.Anomalies;

/// <summary>What is told in step 1 of the liberal offers that an anomaly is open about.</summary>
internal sealed class ExtraitsEnCause(ISaisieDb db, ExtraitsNationaux extraits) : IValeursNationales
{
    public async Task<IReadOnlyDictionary<(Guid ObjetId, string? Section), Func<JsonNode?>>> LireAsync(IReadOnlyCollection<Agregat> modifies, CancellationToken ct)
    {
        var (rpps, lieux) = (modifies.OfType<Professionnel>().Select(p => p.Rpps).ToList(), modifies.OfType<EntiteGeographique>().Select(e => e.Id).ToList());
        var enCause = rpps.Count + lieux.Count == 0 ? [] : await db.Offres.AsNoTracking()
            .Where(o => (rpps.Contains(o.Rpps!) || lieux.Contains(o.EntiteGeographiqueId)) && db.Anomalies.Any(a => a.ObjetId == o.Id && a.CleVivante != null && a.Section == DonneesNationales.Cle)).ToListAsync(ct);
        var lus = await extraits.LireAsync(enCause, ct, enCours: true);
        return lus.ToDictionary(l => (l.Key, (string?)DonneesNationales.Cle), l => (Func<JsonNode?>)(() => JsonSerializer.SerializeToNode(new DonneesNationales { Extrait = l.Value }, JsonRor.Stockage)));
    }
}
