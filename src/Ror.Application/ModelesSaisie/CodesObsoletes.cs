using Ror.Application.Nomenclatures;
using Ror.Domain.ModelesSaisie;
using Ror.Domain.Nomenclatures;

namespace Ror.Application.ModelesSaisie;

/// <summary>Codes that a modèle names and that a newer list no longer admits.</summary>
internal static class CodesObsoletes
{
    public static IEnumerable<(string Liste, CodeNos Code)> De(ModeleSaisie modele, CatalogueNomenclatures nomenclatures, DateOnly jour) =>
        Usages.DuModele(modele).Distinct().Where(c => nomenclatures.Trouver(c.Liste) is { } liste && CodeErreurs.Verifier(liste, c.Code, "", jour) is not null);
}
