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

    private Instantane Courant => _courant ?? throw new InvalidOperationException("Les nomenclatures ne sont pas encore chargées.");

    public void Remplacer(CatalogueNomenclatures nomenclatures, CatalogueModeles modeles) => _courant = new(nomenclatures, modeles);

    private sealed record Instantane(CatalogueNomenclatures Nomenclatures, CatalogueModeles Modeles);
}
