using Ror.Domain.Acces;
using Ror.Domain.Structures;

namespace Ror.Application.Structures;

internal static class PerimetreEnRequete
{
    /// <summary>The same rule as <see cref="Perimetre.Voit"/>, as the database reads it.</summary>
    public static IQueryable<EntiteGeographique> Visibles(this IQueryable<EntiteGeographique> entites, Perimetre perimetre)
    {
        var etablissements = perimetre.EtablissementsVisibles.Select(Domain.Identifiants.IdNatStruct.Lire).OfType<Domain.Identifiants.IdNatStruct>().ToList();
        var regions = perimetre.RegionsVisibles.ToList();
        return entites.Where(eg => etablissements.Contains(eg.IdNatStruct) || regions.Contains(eg.Region));
    }
}
