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
            foreach (var situation in Liberales(personne.Personne.Fiche, rapport))
            {
                if (await PlacerAsync(personne, situation, cabinets, nouveautes, rapport, ct) is { } cabinet && offres[personne.Personne.Fiche.Rpps].All(o => o.EntiteGeographiqueId != cabinet.Id || o.Statut == StatutOffre.FermeeDefinitivement))
                {
                    aNaitre.Add((personne, situation, cabinet));
                }
            }
        }

        await FaireNaitreAsync(aNaitre, contexte, nouveautes, rapport, ct);
    }

    // One per place, whatever the professions exercised there; the first counts.
    private static IEnumerable<SituationExercice> Liberales(FicheProfessionnel fiche, RapportAnnuaire rapport)
    {
        rapport.Compter(ActeAnnuaire.SituationNonLiberale, nombre: fiche.Situations.Count(s => !s.EstLiberale));
        return fiche.Situations.Where(s => s.EstLiberale).DistinctBy(s => s.Structure);
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
        var possibles = aNaitre.Where(n => ATypeOuLeDit(n.Personne, n.Situation, rapport)).ToList();
        if (!contexte.Simulation)
        {
            await RetenirAsync(possibles.Select(n => n.Cabinet), nouveautes, ct);
        }

        foreach (var region in possibles.GroupBy(n => n.Cabinet.Region).OrderBy(g => g.Key, StringComparer.Ordinal))
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

    private static bool ATypeOuLeDit(PersonneLue personne, SituationExercice situation, RapportAnnuaire rapport)
    {
        var exercice = personne.Personne.Fiche.Exercice(situation);
        if (TypesOffreLiberale.De(exercice).Count > 0)
        {
            return true;
        }

        rapport.Compter(ActeAnnuaire.SituationSansType, $"{personne.Personne.Fiche.Rpps} {situation.Structure}");
        rapport.Signaler(personne.Ligne, personne.Personne.Fiche.Rpps, OffreErreurs.SansTypeLiberal.Avec(exercice.Profession.Code));
        return false;
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

    private async Task TerminerAsync(
        IReadOnlyList<PersonneLue> personnes, IReadOnlyList<(string Rpps, SituationExercice Situation)> terminees, ILookup<string, OffreLiberale> offres, ContexteMiseAJour contexte, Cabinets cabinets, RapportAnnuaire rapport, CancellationToken ct)
    {
        var restantes = personnes.SelectMany(p => p.Personne.Fiche.Situations.Where(s => s.EstLiberale).Select(s => (p.Personne.Fiche.Rpps, s.Structure))).ToHashSet();
        foreach (var (rpps, situation) in terminees)
        {
            rapport.Compter(ActeAnnuaire.SituationTerminee, $"{rpps} {situation.Structure}");
            if (!situation.EstLiberale || restantes.Contains((rpps, situation.Structure)) || cabinets.Trouver(situation.Structure) is not { } cabinet)
            {
                continue;
            }

            foreach (var offre in offres[rpps].Where(o => o.EntiteGeographiqueId == cabinet.Id && o.Statut != StatutOffre.FermeeDefinitivement))
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
            lues.AddRange(await db.Offres.AsNoTracking().Where(o => lot.Contains(o.Rpps)).OrderBy(o => o.Id).Select(o => new OffreLiberale(o.Id, o.Identifiant, o.Rpps!, o.EntiteGeographiqueId, o.Statut)).ToListAsync(ct));
        }

        return lues.ToLookup(o => o.Rpps, StringComparer.Ordinal);
    }

    private sealed record OffreLiberale(Guid Id, IdentifiantRegional Identifiant, string Rpps, Guid EntiteGeographiqueId, StatutOffre Statut);
}
