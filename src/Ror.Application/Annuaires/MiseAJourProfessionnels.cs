using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Domain.Annuaires;
using Ror.Domain.Professionnels;

namespace Ror.Application.Annuaires;

/// <summary>A person of a national source.</summary>
/// <param name="Ligne">First line that tells of them.</param>
/// <param name="Entiere">All that the source tells of them could be read; otherwise nothing of theirs ends.</param>
public sealed record PersonneLue(PersonneNationale Personne, int? Ligne, bool Entiere = true)
{
    /// <summary>Of the person, when they are known.</summary>
    internal Guid? Id { get; init; }

    /// <summary>Structures where they were not liberal before.</summary>
    internal IReadOnlySet<string> Nouvelles { get; init; } = new HashSet<string>();
}

/// <param name="Du">Day of the national data.</param>
/// <param name="Fins">Situations that are no longer told of end now; otherwise they stay, and are named.</param>
/// <param name="Simulation">Nothing is stored.</param>
/// <param name="Vues">Places told of by earlier batches.</param>
public sealed record ContexteMiseAJour(DateOnly Du, bool Fins, bool Simulation, string Acte, string Auteur, IReadOnlySet<string> Vues)
{
    /// <summary>The directory was asked about these persons alone, then; null of a whole edition.</summary>
    public DateTime? VerifieLe { get; init; }

    /// <summary>What the source leaves out stays as it is.</summary>
    public bool Partielle { get; init; }
}

/// <param name="Vues">Places told of by this batch.</param>
/// <param name="EnSuspens">RPPS → how many of their situations are no longer told of, when these do not end now.</param>
public sealed record IssueMiseAJour(IReadOnlyCollection<string> Vues, IReadOnlyDictionary<string, int> EnSuspens);

/// <summary>Holds persons of a national source against those known here, in the open act: what is new is made, what changed is changed, what ended ends.</summary>
public sealed class MiseAJourProfessionnels
{
    /// <summary>Persons that one act takes on at most.</summary>
    public const int LotMax = LectureParLots.Taille;

    private readonly ISaisieDb _db;
    private readonly IReferentiels _referentiels;
    private readonly IAjoutEnMasse _ajout;
    private readonly OffresLiberales _offres;
    private readonly TimeProvider _horloge;

    internal MiseAJourProfessionnels(ISaisieDb db, IReferentiels referentiels, IAjoutEnMasse ajout, OffresLiberales offres, TimeProvider horloge) =>
        (_db, _referentiels, _ajout, _offres, _horloge) = (db, referentiels, ajout, offres, horloge);

    public async Task<IssueMiseAJour> AppliquerAsync(IReadOnlyList<PersonneLue> personnes, ContexteMiseAJour contexte, RapportAnnuaire rapport, CancellationToken ct)
    {
        var connus = await LireAsync(personnes, ct);
        var (nouveautes, changes, suspens) = (new Nouveautes(), new Dictionary<string, FicheProfessionnel>(StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal));
        var (maintenant, terminees) = (new List<PersonneLue>(personnes.Count), new List<(string Rpps, SituationExercice Situation)>());
        foreach (var personne in personnes)
        {
            var connu = connus.GetValueOrDefault(personne.Personne.Fiche.Rpps);
            var (avant, apres) = (connu?.Fiche, personne.Personne.Fiche);
            if (contexte.Partielle && avant is { Situations.Count: > 0 })
            {
                apres = apres.SansSituationsNouvelles(avant);
            }

            var disparues = avant?.Situations.Where(s => apres.Situations.All(a => a.Cle != s.Cle)).ToList() ?? [];
            apres = avant is null ? apres : apres.AvecConventionnements(avant);

            // Whom the directory itself brought after that day an older edition does not know yet.
            var entiere = personne.Entiere && !(connu is { VerifieLe: not null } && DateOnly.FromDateTime(connu.CreeLe) >= contexte.Du);
            var finissent = contexte.Fins && entiere;
            if (disparues.Count > 0 && !finissent)
            {
                apres = (apres with { Situations = [.. apres.Situations, .. disparues] }).Ordonnee();
                if (entiere)
                {
                    suspens[apres.Rpps] = disparues.Count;
                }
            }

            terminees.AddRange(finissent ? disparues.Select(s => (apres.Rpps, s)) : []);
            maintenant.Add(personne with { Personne = personne.Personne with { Fiche = apres }, Id = connu?.Id, Nouvelles = apres.StructuresLiberales().Except(avant?.StructuresLiberales() ?? []).ToHashSet() });
            Noter(avant, apres, contexte, nouveautes, changes, rapport);
        }

        await ChangerAsync(changes, contexte, nouveautes, ct);
        var cabinets = new Cabinets(_db, _referentiels, _horloge, contexte.Vues, contexte.Partielle);
        await _offres.SuivreAsync(maintenant, terminees, contexte, cabinets, nouveautes, rapport, ct);
        if (!contexte.Simulation)
        {
            await _ajout.AjouterAsync(nouveautes, contexte.Acte, contexte.Auteur, ct);
        }

        return new(cabinets.Vues, suspens);
    }

    private void Noter(FicheProfessionnel? avant, FicheProfessionnel apres, ContexteMiseAJour contexte, Nouveautes nouveautes, Dictionary<string, FicheProfessionnel> changes, RapportAnnuaire rapport)
    {
        if (avant is null)
        {
            nouveautes.Professionnels.Add(Professionnel.Creer(_horloge.NouvelId(), apres, contexte.Du, _horloge.Instant(), contexte.VerifieLe));
        }
        else if (avant != apres || contexte.VerifieLe is not null)
        {
            changes[apres.Rpps] = apres;
        }

        rapport.Compter(avant is null ? ActeAnnuaire.ProfessionnelCree : avant != apres ? ActeAnnuaire.ProfessionnelModifie : ActeAnnuaire.ProfessionnelInchange);
    }

    private async Task<Dictionary<string, Professionnel>> LireAsync(IReadOnlyList<PersonneLue> personnes, CancellationToken ct)
    {
        var connus = new Dictionary<string, Professionnel>(StringComparer.Ordinal);
        foreach (var lot in personnes.Select(p => p.Personne.Fiche.Rpps).Chunk(LectureParLots.Taille))
        {
            foreach (var professionnel in await _db.Professionnels.AsNoTracking().Where(p => lot.Contains(p.Rpps)).ToListAsync(ct))
            {
                connus[professionnel.Rpps] = professionnel;
            }
        }

        return connus;
    }

    private async Task ChangerAsync(Dictionary<string, FicheProfessionnel> changes, ContexteMiseAJour contexte, Nouveautes nouveautes, CancellationToken ct)
    {
        foreach (var lot in contexte.Simulation ? [] : changes.Keys.Chunk(LectureParLots.Taille))
        {
            foreach (var professionnel in await _db.Professionnels.Where(p => lot.Contains(p.Rpps)).ToListAsync(ct))
            {
                if (professionnel.Actualiser(changes[professionnel.Rpps], contexte.Du, _horloge.Instant(), contexte.VerifieLe))
                {
                    nouveautes.Modifies.Add(professionnel);
                }
            }
        }
    }
}
