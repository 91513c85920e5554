using Ror.Application.Commun;
using Ror.Domain.ModelesSaisie;
using Ror.Domain.Nomenclatures;

namespace Ror.Infrastructure.Demarrage;

/// <summary>The snapshots that every request reads; replaced whole, never changed.</summary>
internal sealed class Referentiels : IReferentiels
{
    private volatile Instantane? _courant;

    public CatalogueNomenclatures Nomenclatures => Courant.Nomenclatures;

    public CatalogueModeles Modeles => Courant.Modeles;

    /// <summary>-1 before the first loading.</summary>
    public long Generation => _courant?.Generation ?? -1;

    private Instantane Courant => _courant ?? throw new InvalidOperationException("Les nomenclatures ne sont pas encore chargées.");

    public void Remplacer(long generation, CatalogueNomenclatures nomenclatures, CatalogueModeles modeles) => _courant = new(generation, nomenclatures, modeles);

    private sealed record Instantane(long Generation, CatalogueNomenclatures Nomenclatures, CatalogueModeles Modeles);
}
