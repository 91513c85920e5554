using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;

namespace Ror.Application.Annuaires;

internal static class ActualisationConcurrente
{
    private const int EssaisMax = 3;

    /// <summary>What a directory says of an object, applied; again when somebody has just written the same object.</summary>
    public static async Task<RapportAnnuaire> ActualiserAsync(this IUniteDeTravail travail, Func<Task<RapportAnnuaire>> acte, CancellationToken ct)
    {
        for (var essai = 1; ; essai++)
        {
            try
            {
                return await travail.ExecuterAsync(acte, _ => true, ct);
            }
            catch (Exception e) when (e is DoublonException or DbUpdateConcurrencyException && essai < EssaisMax)
            {
                // The other's is there now.
            }
        }
    }
}
