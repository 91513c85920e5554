using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Domain.Identifiants;
using Ror.Domain.Offres;
using Ror.Domain.Offres.Sections;
using Ror.Domain.Professionnels;

namespace Ror.Application.Offres;

/// <summary>What the national directories say now of liberal offers, in three questions whatever their number.</summary>
internal sealed class ExtraitsNationaux(ISaisieDb db, IReferentiels referentiels)
{
    /// <param name="enCours">With what the open act has changed and not saved yet.</param>
    /// <returns>By id of the offer; a structure's offer has none.</returns>
    public async Task<IReadOnlyDictionary<Guid, ExtraitNational>> LireAsync(IEnumerable<Offre> offres, CancellationToken ct, bool enCours = false)
    {
        var liberales = offres.Where(o => o.EstLiberale).ToList();
        if (liberales.Count == 0)
        {
            return new Dictionary<Guid, ExtraitNational>();
        }

        var (rpps, lieux) = (liberales.Select(o => o.Rpps!).Distinct().ToList(), liberales.SelectMany(o => new[] { o.EntiteGeographiqueId, o.CabinetId!.Value }).Distinct().ToList());
        var suivi = enCours ? QueryTrackingBehavior.TrackAll : QueryTrackingBehavior.NoTracking;
        var fiches = (await db.Professionnels.AsTracking(suivi).Where(p => rpps.Contains(p.Rpps)).ToListAsync(ct)).ToDictionary(p => p.Rpps, p => p.Fiche);
        var structures = await db.EntitesGeographiques.AsTracking(suivi).Where(e => lieux.Contains(e.Id)).ToDictionaryAsync(e => e.Id, ct);
        return liberales.Where(o => fiches.ContainsKey(o.Rpps!)).ToDictionary(o => o.Id, o =>
        {
            var (fiche, exercice, cabinet) = (fiches[o.Rpps!], o.Exercice!, structures[o.CabinetId!.Value].IdNatStruct);
            return ExtraitNational.De(
                fiche, Situation(fiche, exercice, cabinet), fiche.Exercices.FirstOrDefault(e => e.Profession == exercice.Profession) ?? exercice, structures[o.EntiteGeographiqueId], referentiels.Nomenclatures);
        });
    }

    // A person may exercise two professions in one place: the offer is of the one that it was born of.
    private static SituationExercice? Situation(FicheProfessionnel fiche, ExerciceProfessionnel exercice, IdNatStruct cabinet) =>
        fiche.Situations.Where(s => s.EstLiberale && s.Structure == cabinet.Valeur).OrderBy(s => s.Profession == exercice.Profession ? 0 : 1).FirstOrDefault();
}
