using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Domain.ModelesSaisie;
using Ror.Domain.Nomenclatures;
using Ror.Infrastructure.Persistence;
using Ror.Infrastructure.Persistence.Configurations;

namespace Ror.Infrastructure.Demarrage;

/// <summary>Puts the shipped lists and modèles into an empty database, and reads what is in force into memory.</summary>
internal sealed class Chargement(RorDbContext db, IUniteDeTravail travail, Referentiels referentiels)
{
    /// <summary>Loads nothing twice: a list that the database has is left as it is, whatever its version; modèles are loaded into an empty database only.</summary>
    public Task<bool> RemplirAsync(CancellationToken ct) => travail.ExecuterAsync(async () =>
    {
        var connues = await db.Nomenclatures.Select(n => n.Nom).Distinct().ToListAsync(ct);
        db.Nomenclatures.AddRange(Livres("nomenclatures.json").Where(l => !connues.Contains(l.GetProperty("nom").GetString()!)).Select(l =>
            new NomenclatureStockee(l.GetProperty("nom").GetString()!, 0, l.GetProperty("version").GetString()!, true, null, null, l.GetRawText())));

        if (!await db.ModelesSaisie.AnyAsync(ct))
        {
            db.ModelesSaisie.AddRange(Livres("modeles.json").Select(m =>
                new ModeleStocke(m.GetProperty("id").GetGuid(), m.GetProperty("url").GetString()!, m.GetProperty("version").GetString()!, m.GetRawText(), 0)));
        }

        return true;
    }, reussi => reussi, ct);

    public async Task LireAsync(CancellationToken ct)
    {
        // The number first: what comes in between is read again.
        var generation = await db.Compteurs.Where(c => c.Cle == CompteurConfiguration.Nomenclatures).Select(c => c.Valeur).SingleAsync(ct);

        // All of them: a database put back from a copy may hold another content under the same rank.
        var listes = await EnVigueurAsync(null, ct);
        var modeles = await db.ModelesSaisie.Select(m => m.Contenu).ToListAsync(ct);
        referentiels.Remplacer(
            generation,
            new CatalogueNomenclatures(listes),
            new CatalogueModeles(modeles.Select(c => FormatModele.Lire(JsonElement.Parse(c)))));
    }

    /// <summary>The lists that the database says are in force.</summary>
    /// <param name="connues">Those that have the same rank here are not read again.</param>
    public async Task<List<JeuDeValeurs>> EnVigueurAsync(CatalogueNomenclatures? connues, CancellationToken ct)
    {
        var rangs = await db.Nomenclatures.Where(n => n.EnVigueur).Select(n => new { n.Nom, n.Rang }).ToListAsync(ct);
        var listes = rangs.Select(r => connues?.Trouver(r.Nom) is { } connue && connue.Rang == r.Rang ? connue : null).OfType<JeuDeValeurs>().ToList();
        var autres = rangs.Select(r => r.Nom).Except(listes.Select(l => l.Nom)).ToList();
        await foreach (var stockee in db.Nomenclatures.AsNoTracking().Where(n => n.EnVigueur && autres.Contains(n.Nom)).Select(n => new { n.Rang, n.Contenu }).AsAsyncEnumerable().WithCancellation(ct))
        {
            listes.Add(FormatNomenclature.Lire(stockee.Contenu, stockee.Rang));
        }

        return listes;
    }

    private static IReadOnlyList<JsonElement> Livres(string fichier)
    {
        using var flux = typeof(Chargement).Assembly.GetManifestResourceStream(fichier)!;
        return [.. JsonDocument.Parse(flux).RootElement.EnumerateArray()];
    }
}
