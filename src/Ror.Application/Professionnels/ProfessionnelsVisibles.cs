using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Domain.Acces;
using Ror.Domain.Identifiants;
using Ror.Domain.Professionnels;

namespace Ror.Application.Professionnels;

internal static class ProfessionnelsVisibles
{
    /// <summary>That professional, when they are known and in the caller's sight.</summary>
    public static async Task<Professionnel?> ProfessionnelVisibleAsync(this ISaisieDb db, Perimetre perimetre, string rpps, CancellationToken ct)
    {
        if (await db.Professionnels.AsNoTracking().SingleOrDefaultAsync(p => p.Rpps == rpps, ct) is not { } professionnel)
        {
            return null;
        }

        var lieux = professionnel.Fiche.Lieux();
        var regions = await db.EntitesGeographiques.Where(e => lieux.Contains(e.IdNatStruct)).Select(e => e.Region).Distinct().ToListAsync(ct);
        return perimetre.VoitProfessionnel(rpps, regions) ? professionnel : null;
    }

    /// <summary>Identifiers of the places where they exercise.</summary>
    public static List<IdNatStruct> Lieux(this FicheProfessionnel fiche) => [.. fiche.Situations.Select(s => IdNatStruct.LireConnu(s.Structure)).OfType<IdNatStruct>().Distinct()];
}
