using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Ror.Application.Commun;
using Ror.Application.Offres;
using Ror.Domain.Offres;
using Ror.Domain.Structures;

namespace Ror.Application.Structures.Arborescences;

/// <summary>What a tree tells of the content of an offer.</summary>
internal sealed record ContenuDuNoeud(string Nom, bool ModificationsEnAttente, CompletudeResumee Completude, IReadOnlyList<string>? Lieux);

/// <summary>All that <see cref="ContenuDuNoeud"/> depends upon besides the offer's id: another value, and it is worked out again.</summary>
/// <param name="Professionnel">Version of what the national directories say of its professional; 0 of a structure's offer.</param>
/// <param name="Etablissement">Of a liberal offer, the version of the place that they describe too; 0 of a structure's.</param>
/// <param name="LieuxFermes">How many lieux of the établissement are closed for good: they stay so.</param>
/// <param name="Generation">Of the nomenclatures and modèles.</param>
/// <param name="Jour">The day by which codes are in force.</param>
internal readonly record struct BaseDuNoeud(long Version, string Categorie, long Professionnel, long Etablissement, int LieuxFermes, long Generation, DateOnly Jour);

/// <summary>Contents of nodes as this process has worked them out; the least used go first.</summary>
internal sealed class MemoireNoeuds : IDisposable
{
    // Some 300 bytes each.
    private const int NombreMax = 200_000;

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = NombreMax });

    public ContenuDuNoeud? Trouver(Guid offre, BaseDuNoeud base_) => _cache.TryGetValue(offre, out Garde? garde) && garde!.Base == base_ ? garde.Contenu : null;

    public void Garder(Guid offre, BaseDuNoeud base_, ContenuDuNoeud contenu) => _cache.Set(offre, new Garde(base_, contenu), new MemoryCacheEntryOptions { Size = 1 });

    public void Dispose() => _cache.Dispose();

    private sealed record Garde(BaseDuNoeud Base, ContenuDuNoeud Contenu);
}

/// <summary>From memory; the content of an offer is read only where it is not there.</summary>
internal sealed class ContenusDesNoeuds(ISaisieDb db, MemoireNoeuds memoire, ExtraitsNationaux extraits, IReferentiels referentiels, TimeProvider horloge)
{
    private const int Lot = 500;

    /// <param name="lignes">Of one établissement, the first.</param>
    /// <returns>By id of the offer; one that has gone meanwhile is absent.</returns>
    public async Task<IReadOnlyDictionary<Guid, ContenuDuNoeud>> LireAsync(IReadOnlyList<LigneArborescence> lignes, EtatReferentiels etat, CancellationToken ct)
    {
        var (racine, connus, inconnues) = (lignes[0], new Dictionary<Guid, ContenuDuNoeud>(lignes.Count), new List<LigneArborescence>());
        var fermes = lignes.Where(l => l is { Type: TypeNoeud.LieuRealisationOffre, Etat: StatutOffre.FermeeDefinitivement }).Select(l => l.Identifiant!.Valeur).ToHashSet();
        foreach (var ligne in lignes.Where(l => l.Type == TypeNoeud.Offre))
        {
            if (memoire.Trouver(ligne.Id, Base(ligne, ligne.Version, racine, fermes.Count, etat)) is { } connu)
            {
                connus[ligne.Id] = connu;
            }
            else
            {
                inconnues.Add(ligne);
            }
        }

        if (inconnues.Count > 0)
        {
            await EvaluerAsync(inconnues, racine, fermes, etat, connus, ct);
        }

        return connus;
    }

    private async Task EvaluerAsync(List<LigneArborescence> lignes, LigneArborescence racine, HashSet<string> fermes, EtatReferentiels etat, Dictionary<Guid, ContenuDuNoeud> connus, CancellationToken ct)
    {
        var eg = await db.EntitesGeographiques.AsNoTracking().SingleAsync(e => e.Id == racine.Id, ct);
        var environnement = new Environnement(eg.Secteur, eg.Categorie, eg.Fermeture, referentiels.Nomenclatures, referentiels.Modeles, horloge.Instant()) { LieuxFermes = fermes };
        foreach (var lot in lignes.Chunk(Lot))
        {
            var (ids, parId) = (lot.Select(l => l.Id).ToList(), lot.ToDictionary(l => l.Id));
            var offres = await db.Offres.AsNoTracking().Where(o => ids.Contains(o.Id) && o.EntiteGeographiqueId == eg.Id).ToListAsync(ct);
            var nationaux = await extraits.LireAsync(offres, ct);
            foreach (var offre in offres)
            {
                var bilan = offre.Bilan(environnement with { ExtraitNational = nationaux.GetValueOrDefault(offre.Id) });
                connus[offre.Id] = new(offre.Nom, offre.ModificationsEnAttente, new(bilan.Obligatoires, bilan.Renseignes, bilan.EstComplet), offre.Lieux.Count > 0 ? offre.Lieux : null);
                memoire.Garder(offre.Id, Base(parId[offre.Id], offre.Version, racine, fermes.Count, etat), connus[offre.Id]);
            }
        }
    }

    private static BaseDuNoeud Base(LigneArborescence ligne, long version, LigneArborescence racine, int lieuxFermes, EtatReferentiels etat) => new(
        version, racine.Etablissement!.Categorie!.Code, ligne.Professionnel, ligne.Professionnel == 0 ? 0 : racine.Version, lieuxFermes, etat.Generation, etat.Jour);
}
