using MediatR;
using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Domain.Identifiants;
using Ror.Domain.Offres;
using Ror.Domain.Professionnels;
using Ror.Domain.Structures;

namespace Ror.Application.Annuaires;

/// <summary>Liberal offers follow the situations that they are born of: one per professional and place, ended with it.</summary>
internal sealed class OffresLiberales(ISaisieDb db, IReferentiels referentiels, INumerotation numerotation, IVerrous verrous, IMediator mediator, TimeProvider horloge)
{
    private static readonly IdentifiantRegional Essai = IdentifiantRegional.Creer("00", 0);

    public async Task SuivreAsync(
        IReadOnlyList<PersonneLue> personnes, IReadOnlyList<(string Rpps, SituationExercice Situation)> terminees, ContexteMiseAJour contexte, Cabinets cabinets, Nouveautes nouveautes, RapportAnnuaire rapport, CancellationToken ct)
    {
        var offres = await LireAsync([.. personnes.Select(p => p.Personne.Fiche.Rpps)], ct);
        await cabinets.LireAsync([.. personnes.SelectMany(p => p.Personne.Structures)], terminees.Select(t => t.Situation.Structure), ct);
        await TerminerAsync(personnes, terminees, offres, contexte, cabinets, rapport, ct);
        var aNaitre = new List<(PersonneLue Personne, SituationExercice Situation, EntiteGeographique Cabinet)>();
        foreach (var personne in personnes)
        {
            foreach (var situation in Liberales(personne, rapport))
            {
                if (await PlacerAsync(personne, situation, cabinets, nouveautes, rapport, ct) is { } cabinet && PeutNaitre(offres[personne.Personne.Fiche.Rpps], cabinet, personne.Nouvelles.Contains(situation.Structure)))
                {
                    aNaitre.Add((personne, situation, cabinet));
                }
            }
        }

        await FaireNaitreAsync(aNaitre, contexte, nouveautes, rapport, ct);
    }

    // One that was closed for good stays so as long as the situation goes on: another is born of another situation.
    private static bool PeutNaitre(IEnumerable<OffreLiberale> offres, EntiteGeographique cabinet, bool situationNouvelle) =>
        offres.Where(o => o.CabinetId == cabinet.Id).ToList() is var siennes && (siennes.Count == 0 || (situationNouvelle && siennes.All(o => o.Statut == StatutOffre.FermeeDefinitivement)));

    // One per place, whatever the professions exercised there: the first that has a type d'offre.
    private static IEnumerable<SituationExercice> Liberales(PersonneLue personne, RapportAnnuaire rapport)
    {
        var fiche = personne.Personne.Fiche;
        rapport.Compter(ActeAnnuaire.SituationNonLiberale, nombre: fiche.Situations.Count(s => !s.EstLiberale));
        foreach (var place in fiche.Situations.Where(s => s.EstLiberale).GroupBy(s => s.Structure))
        {
            if (place.FirstOrDefault(s => TypesOffreLiberale.De(fiche.Exercice(s)).Count > 0) is { } typee)
            {
                yield return typee;
                continue;
            }

            rapport.Compter(ActeAnnuaire.SituationSansType, $"{fiche.Rpps} {place.Key}");
            rapport.Signaler(personne.Ligne, fiche.Rpps, OffreErreurs.SansTypeLiberal.Avec(place.First().Profession.Code));
        }
    }

    private static async Task<EntiteGeographique?> PlacerAsync(PersonneLue personne, SituationExercice situation, Cabinets cabinets, Nouveautes nouveautes, RapportAnnuaire rapport, CancellationToken ct)
    {
        var exemple = $"{personne.Personne.Fiche.Rpps} {situation.Structure}";
        var fiche = personne.Personne.Structures.FirstOrDefault(s => s.IdNatStruct == situation.Structure);
        if (IdNatStruct.LireConnu(situation.Structure) is null)
        {
            rapport.Compter(ActeAnnuaire.SituationSansIdentifiant, exemple);
            return null;
        }

        // A situation that the source no longer tells of, and that has not ended, has its place here.
        if (fiche is null)
        {
            return null;
        }

        var place = await cabinets.PlacerAsync(fiche, nouveautes, rapport, ct);
        if (!place.EstSucces)
        {
            rapport.Refuser(personne.Ligne, exemple, place.Erreurs[0]);
            return null;
        }

        var refus = place.Valeur is not { } eg ? situation.Structure[0] == '1' ? ActeAnnuaire.SituationSansEtablissement : ActeAnnuaire.SituationHorsCabinet
            : eg.Secteur != Secteur.Ville || Secteurs.Pharmacies.Contains(eg.Categorie) ? ActeAnnuaire.SituationHorsCabinet
            : eg.Fermeture is not null ? ActeAnnuaire.SituationEtablissementFerme
            : (ActeAnnuaire?)null;
        if (refus is { } acte)
        {
            rapport.Compter(acte, exemple);
            return null;
        }

        return place.Valeur;
    }

    private async Task FaireNaitreAsync(
        List<(PersonneLue Personne, SituationExercice Situation, EntiteGeographique Cabinet)> aNaitre, ContexteMiseAJour contexte, Nouveautes nouveautes, RapportAnnuaire rapport, CancellationToken ct)
    {
        if (!contexte.Simulation)
        {
            await RetenirAsync(aNaitre.Select(n => n.Cabinet), nouveautes, ct);
            await ReserverAsync(aNaitre, ct);
        }

        foreach (var region in aNaitre.GroupBy(n => n.Cabinet.Region).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var identifiants = contexte.Simulation ? [.. Enumerable.Repeat(Essai, region.Count())] : await numerotation.SuivantsAsync(TypeIdentifiant.Offre, region.Key, region.Count(), ct);
            foreach (var ((personne, situation, cabinet), identifiant) in region.Zip(identifiants))
            {
                var fiche = personne.Personne.Fiche;
                var environnement = new Environnement(cabinet.Secteur, cabinet.Categorie, cabinet.Fermeture, referentiels.Nomenclatures, referentiels.Modeles, horloge.Instant());
                nouveautes.Offres.Add(cabinet.FaireNaitreOffre(new(horloge.NouvelId(), identifiant, fiche, fiche.Exercice(situation), environnement)).Valeur);
                rapport.Compter(ActeAnnuaire.OffreNee);
            }
        }
    }

    // Nobody closes them meanwhile.
    private async Task RetenirAsync(IEnumerable<EntiteGeographique> cabinets, Nouveautes nouveautes, CancellationToken ct)
    {
        var nouveaux = nouveautes.EntitesGeographiques.Select(e => e.EntiteGeographique.Id).ToHashSet();
        foreach (var id in cabinets.Select(c => c.Id).Where(id => !nouveaux.Contains(id)).Distinct().OrderBy(id => id.ToString(), StringComparer.Ordinal))
        {
            await verrous.Retenir<EntiteGeographique>(id, ct);
        }
    }

    // Whoever else takes on the same person has made their offer by now, or waits.
    private async Task ReserverAsync(List<(PersonneLue Personne, SituationExercice Situation, EntiteGeographique Cabinet)> aNaitre, CancellationToken ct)
    {
        foreach (var id in aNaitre.Select(n => n.Personne.Id).OfType<Guid>().Distinct().OrderBy(id => id.ToString(), StringComparer.Ordinal))
        {
            await verrous.Reserver<Professionnel>(id, ct);
        }

        var nees = await LireAsync([.. aNaitre.Where(n => n.Personne.Id is not null).Select(n => n.Personne.Personne.Fiche.Rpps).Distinct()], ct);
        aNaitre.RemoveAll(n => !PeutNaitre(nees[n.Personne.Personne.Fiche.Rpps], n.Cabinet, n.Personne.Nouvelles.Contains(n.Situation.Structure)));
    }

    private async Task TerminerAsync(
        IReadOnlyList<PersonneLue> personnes, IReadOnlyList<(string Rpps, SituationExercice Situation)> terminees, ILookup<string, OffreLiberale> offres, ContexteMiseAJour contexte, Cabinets cabinets, RapportAnnuaire rapport, CancellationToken ct)
    {
        var restantes = personnes.SelectMany(p => p.Personne.Fiche.Situations.Where(s => s.EstLiberale).Select(s => (p.Personne.Fiche.Rpps, s.Structure))).ToHashSet();
        var finies = new HashSet<Guid>();
        foreach (var (rpps, situation) in terminees)
        {
            rapport.Compter(ActeAnnuaire.SituationTerminee, $"{rpps} {situation.Structure}");
            if (!situation.EstLiberale || restantes.Contains((rpps, situation.Structure)) || cabinets.Trouver(situation.Structure) is not { } cabinet)
            {
                continue;
            }

            // Two professions in one place are two situations and one offer.
            foreach (var offre in offres[rpps].Where(o => o.CabinetId == cabinet.Id && o.Statut != StatutOffre.FermeeDefinitivement && finies.Add(o.Id)))
            {
                await FinirAsync(offre, contexte, rapport, ct);
            }
        }
    }

    private async Task FinirAsync(OffreLiberale offre, ContexteMiseAJour contexte, RapportAnnuaire rapport, CancellationToken ct)
    {
        rapport.Compter(offre.Statut == StatutOffre.Brouillon ? ActeAnnuaire.OffreSupprimee : ActeAnnuaire.OffreClose, offre.Identifiant.Valeur);
        if (contexte.Simulation)
        {
            return;
        }

        var finie = await mediator.Send(new TerminerOffreLiberaleCommand(offre.Id, contexte.Du), ct);
        if (!finie.EstSucces && finie.Erreurs[0].Type == RequeteErreurs.VersionPerimee)
        {
            // Somebody has just written the same object: the whole act is tried again.
            throw new DbUpdateConcurrencyException($"L'offre {offre.Identifiant} vient d'être modifiée.");
        }

        if (!finie.EstSucces)
        {
            throw new InvalidOperationException($"L'offre {offre.Identifiant} n'a pas pu finir : {string.Join(" ; ", finie.Erreurs)}");
        }
    }

    private async Task<ILookup<string, OffreLiberale>> LireAsync(IReadOnlyList<string> rpps, CancellationToken ct)
    {
        var lues = new List<OffreLiberale>();
        foreach (var lot in rpps.Chunk(LectureParLots.Taille))
        {
            lues.AddRange(await db.Offres.AsNoTracking().Where(o => lot.Contains(o.Rpps)).OrderBy(o => o.Id).Select(o => new OffreLiberale(o.Id, o.Identifiant, o.Rpps!, o.CabinetId!.Value, o.Statut)).ToListAsync(ct));
        }

        return lues.ToLookup(o => o.Rpps, StringComparer.Ordinal);
    }

    private sealed record OffreLiberale(Guid Id, IdentifiantRegional Identifiant, string Rpps, Guid CabinetId, StatutOffre Statut);
}
