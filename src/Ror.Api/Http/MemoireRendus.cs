using Microsoft.Extensions.Caching.Memory;
using Ror.Application.Commun;
using Ror.Application.Diffusion;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Structures;

namespace Ror.Api.Http;

/// <summary>
/// Published objects as this node has served them: one answer per object and access profile, under the nomenclatures that gave its labels. What changes
/// is forgotten (ADR 22).
/// </summary>
internal sealed class MemoireRendus(IReferentiels referentiels, TimeProvider horloge) : ISuiviPublication, IDisposable
{
    private const long TailleMax = 256 << 20;

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = TailleMax });
    private readonly Lock _verrou = new();
    private long _oublis;

    /// <summary>Taken before the database is read, and given back with what was read.</summary>
    public InstantMemoire Instant => new(Volatile.Read(ref _oublis), referentiels.Nomenclatures);

    /// <param name="version">That the database has just given; null takes what is there.</param>
    public Reponse? Trouver(string cle, int profil, long? version = null) =>
        _cache.TryGetValue(new Cle(cle, profil), out Garde? garde) && ReferenceEquals(garde!.Nomenclatures, referentiels.Nomenclatures) && (version is null || version == garde.Version)
        && !(garde.PerimeLe <= horloge.GetUtcNow().UtcDateTime)
            ? garde.Reponse : null;

    public void Garder(IRenduPublie rendu, int profil, Reponse reponse, InstantMemoire instant)
    {
        lock (_verrou)
        {
            // Something changed while it was being read: perhaps this.
            if (instant.Oublis == _oublis)
            {
                using var entree = _cache.CreateEntry(new Cle(rendu.Cle, profil));
                (entree.Value, entree.Size) = (new Garde(rendu.Version, rendu.PerimeLe, instant.Nomenclatures, reponse), 2L * reponse.Corps.Length);
            }
        }
    }

    public void Changes(IEnumerable<ObjetChange> objets)
    {
        lock (_verrou)
        {
            Volatile.Write(ref _oublis, _oublis + 1);
            foreach (var objet in objets)
            {
                var cle = objet.Type switch
                {
                    TypeNoeud.Offre => objet.Identifiant,
                    TypeNoeud.LieuRealisationOffre => LieuPublieLu.CleDe(objet.Identifiant),
                    _ => objet.Id.ToString(),
                };
                for (var profil = 0; profil <= Domain.Acces.Perimetre.ProfilMax; profil++)
                {
                    _cache.Remove(new Cle(cle, profil));
                }
            }
        }
    }

    public void ToutAChange()
    {
        lock (_verrou)
        {
            Volatile.Write(ref _oublis, _oublis + 1);
            _cache.Clear();
        }
    }

    public void Dispose() => _cache.Dispose();

    private readonly record struct Cle(string Nom, int Profil);

    private sealed record Garde(long Version, DateTime? PerimeLe, CatalogueNomenclatures Nomenclatures, Reponse Reponse);
}

/// <summary>What the memory was when the reading began.</summary>
internal readonly record struct InstantMemoire(long Oublis, CatalogueNomenclatures Nomenclatures);
