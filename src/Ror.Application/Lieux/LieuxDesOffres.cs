using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Domain.Diffusion;
using Ror.Domain.Identifiants;
using Ror.Domain.Lieux;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Offres;
using Ror.Domain.Structures;

namespace Ror.Application.Lieux;

/// <summary>Where offers are delivered.</summary>
internal static class LieuxDesOffres
{
    private const int Lot = 500;

    /// <summary>Where the draft or working copy says it is.</summary>
    public static async Task<IReadOnlyList<LocalisationLue>> LocaliserAsync(this ISaisieDb db, Offre offre, EntiteGeographique eg, CatalogueNomenclatures nomenclatures, CancellationToken ct)
    {
        var identifiants = offre.Lieux.Select(IdentifiantRegional.Lire).OfType<IdentifiantRegional>().ToList();
        var lieux = identifiants.Count == 0 ? [] : await db.Lieux.AsNoTracking().Where(l => identifiants.Contains(l.Identifiant)).OrderBy(l => l.Id).ToListAsync(ct);
        return LocalisationLue.De([.. lieux.Select(LieuNomme.De)], offre.Contenu.Adresse, eg.Adresse, nomenclatures, l => Liens.Lieu(l.Id));
    }

    /// <summary>Those that a validation would publish anew and that are closed for good.</summary>
    public static async Task<IReadOnlyCollection<string>> LieuxFermesAsync(this ISaisieDb db, Offre offre, CancellationToken ct)
    {
        var identifiants = offre.Lieux.Except(offre.LieuxPublies).Select(IdentifiantRegional.Lire).OfType<IdentifiantRegional>().ToList();
        var fermes = identifiants.Count == 0 ? [] : await db.Lieux.AsNoTracking().Where(l => identifiants.Contains(l.Identifiant) && l.Fermeture != null).ToListAsync(ct);
        return [.. fermes.Where(l => l.Etat == StatutOffre.FermeeDefinitivement).Select(l => l.Identifiant.Valeur)];
    }

    /// <summary>Published: by id of the offer, in the order of the lieux.</summary>
    public static async Task<ILookup<Guid, LieuRealisationOffre>> LieuxPubliesAsync(this ISaisieDb db, IReadOnlyCollection<Guid> offres, CancellationToken ct)
    {
        var lus = new List<(Guid OffreId, LieuRealisationOffre Lieu)>();
        foreach (var lot in offres.Chunk(Lot))
        {
            var ici = await db.LiensLieux.Where(l => l.Publie && lot.Contains(l.OffreId)).Join(db.Lieux.AsNoTracking(), l => l.Lieu, x => x.Identifiant, (l, Lieu) => new { l.OffreId, Lieu }).ToListAsync(ct);
            lus.AddRange(ici.Select(l => (l.OffreId, l.Lieu)));
        }

        return lus.OrderBy(l => l.Lieu.Id).ToLookup(l => l.OffreId, l => l.Lieu);
    }
}
