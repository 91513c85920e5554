using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Domain.Diffusion;
using Ror.Domain.Identifiants;
using Ror.Domain.Lieux;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Offres;
using Ror.Domain.Structures;
using Ror.Domain.Territoires;

namespace Ror.Application.Lieux;

/// <summary>Where offers are delivered.</summary>
internal static class LieuxDesOffres
{
    private const int Lot = 500;

    /// <summary>Where a content says that its offer is, its lieux as they are now.</summary>
    /// <param name="lieux">Those that may be told.</param>
    public static async Task<IReadOnlyList<LocalisationLue>> LocaliserAsync(
        this IQueryable<LieuRealisationOffre> lieux, ContenuOffre contenu, EntiteGeographique eg, CatalogueNomenclatures nomenclatures, CancellationToken ct) => (await lieux.LocaliserAsync([(contenu, eg.Adresse)], nomenclatures, ct))[0];

    /// <summary>The same of a whole page, in its order: its lieux are read together, and nothing of them but what is told.</summary>
    /// <param name="contenus">Each with the address of its établissement.</param>
    public static async Task<IReadOnlyList<IReadOnlyList<LocalisationLue>>> LocaliserAsync(
        this IQueryable<LieuRealisationOffre> lieux, IReadOnlyList<(ContenuOffre Contenu, Adresse Etablissement)> contenus, CatalogueNomenclatures nomenclatures, CancellationToken ct)
    {
        var nommes = new Dictionary<string, LieuNomme>();
        foreach (var lot in contenus.SelectMany(c => Identifiants(c.Contenu)).Distinct().Select(IdentifiantRegional.Lire).OfType<IdentifiantRegional>().Chunk(Lot))
        {
            var ici = await lieux.Where(l => lot.Contains(l.Identifiant)).Select(l => new { l.Id, l.Identifiant, l.Fiche, l.Fermeture }).ToListAsync(ct);
            ici.ForEach(l => nommes[l.Identifiant.Valeur] = LieuNomme.De(l.Id, l.Identifiant, l.Fiche, l.Fermeture));
        }

        return [.. contenus.Select(c => Localiser(c.Contenu, c.Etablissement))];

        // Delivered where the caller may not look, it is not said to be elsewhere.
        IReadOnlyList<LocalisationLue> Localiser(ContenuOffre contenu, Adresse etablissement) =>
            Identifiants(contenu).Select(nommes.GetValueOrDefault).OfType<LieuNomme>().OrderBy(l => l.Id).ToList() is var siens && siens.Count == 0 && Identifiants(contenu).Count > 0 ? []
                : LocalisationLue.De(siens, contenu.Adresse, etablissement, nomenclatures, l => Liens.Lieu(l.Id));
    }

    /// <summary>Of the lieux that validations of these offers would publish anew, those that are closed for good.</summary>
    public static async Task<IReadOnlyCollection<string>> LieuxFermesAsync(this ISaisieDb db, IEnumerable<Offre> offres, CancellationToken ct)
    {
        var identifiants = offres.SelectMany(o => o.Lieux.Except(o.LieuxPublies)).Distinct().Select(IdentifiantRegional.Lire).OfType<IdentifiantRegional>().ToList();
        var fermes = identifiants.Count == 0 ? [] : await db.Lieux.AsNoTracking().Where(l => identifiants.Contains(l.Identifiant) && l.Fermeture != null).ToListAsync(ct);
        return fermes.Where(l => l.Etat == StatutOffre.FermeeDefinitivement).Select(l => l.Identifiant.Valeur).ToHashSet();
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

    private static IReadOnlyList<string> Identifiants(ContenuOffre contenu) => contenu.Lieux?.Lieux ?? [];
}
