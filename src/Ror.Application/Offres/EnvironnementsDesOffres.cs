using Ror.Application.Commun;
using Ror.Application.Lieux;
using Ror.Domain.Offres;
using Ror.Domain.Structures;

namespace Ror.Application.Offres;

/// <summary>What the completeness of many offers asks about, read together.</summary>
internal sealed class EnvironnementsDesOffres(ISaisieDb db, ExtraitsNationaux extraits, IReferentiels referentiels, TimeProvider horloge)
{
    /// <param name="etablissements">Where they stand, by id.</param>
    /// <returns>By id of the offer.</returns>
    public async Task<IReadOnlyDictionary<Guid, Environnement>> LireAsync(IReadOnlyCollection<Offre> offres, IReadOnlyDictionary<Guid, EntiteGeographique> etablissements, CancellationToken ct)
    {
        var (nationaux, fermes) = (await extraits.LireAsync(offres, ct), await db.LieuxFermesAsync(offres, ct));
        return offres.ToDictionary(o => o.Id, o => De(etablissements[o.EntiteGeographiqueId]) with { ExtraitNational = nationaux.GetValueOrDefault(o.Id), LieuxFermes = fermes });
    }

    private Environnement De(EntiteGeographique eg) => new(eg.Secteur, eg.Categorie, eg.Fermeture, referentiels.Nomenclatures, referentiels.Modeles, horloge.Instant()) { AdresseEtablissement = eg.Adresse };
}
