using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Domain.Annuaires;
using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Identifiants;
using Ror.Domain.Structures;

namespace Ror.Application.Annuaires;

/// <param name="Ligne">Where the file tells of it.</param>
public sealed record EntiteLue(EntiteNationale Entite, int? Ligne);

/// <summary>Holds legal entities of a national source against those known here, in the open act.</summary>
public sealed class MiseAJourEntitesJuridiques
{
    private readonly ISaisieDb _db;
    private readonly IReferentiels _referentiels;
    private readonly IVerrous _verrous;
    private readonly TimeProvider _horloge;

    internal MiseAJourEntitesJuridiques(ISaisieDb db, IReferentiels referentiels, IVerrous verrous, TimeProvider horloge) =>
        (_db, _referentiels, _verrous, _horloge) = (db, referentiels, verrous, horloge);

    /// <param name="parents">idNat_Struct of entities that this act needs besides.</param>
    /// <returns>Those known, and those that it makes.</returns>
    public async Task<Dictionary<string, EntiteJuridique>> AppliquerAsync(
        IReadOnlyList<EntiteLue> lues, IEnumerable<string> parents, ContexteMiseAJour contexte, Nouveautes nouveautes, RapportAnnuaire rapport, CancellationToken ct)
    {
        var connues = await LireAsync([.. lues.Select(l => l.Entite.Fiche.IdNatStruct).Concat(parents).Select(IdNatStruct.LireConnu).OfType<IdNatStruct>().Distinct()], ct);
        foreach (var lue in lues)
        {
            var issue = connues.TryGetValue(lue.Entite.Fiche.IdNatStruct!, out var connue) ? await SuivreAsync(lue, connue, contexte, nouveautes, rapport, ct) : Creer(lue, connues, nouveautes);
            if (!issue.EstSucces)
            {
                rapport.Refuser(lue.Ligne, lue.Entite.Fiche.IdNatStruct, issue.Erreurs[0]);
            }
            else if (issue.Valeur is { } acte)
            {
                rapport.Compter(acte, acte == ActeAnnuaire.EntiteJuridiqueModifiee ? lue.Entite.Fiche.IdNatStruct : null);
            }
        }

        // What an earlier batch of a dry run would have made is there for what hangs below it.
        foreach (var manquante in contexte.Simulation ? parents.Where(p => !connues.ContainsKey(p) && contexte.Vues.Contains(p)) : [])
        {
            connues[manquante] = EntiteJuridique.Importer(_horloge.NouvelId(), new() { IdNatStruct = manquante, RaisonSociale = manquante }, Origine.Finess, _horloge.Instant()).Valeur;
        }

        return connues;
    }

    private async Task<Dictionary<string, EntiteJuridique>> LireAsync(List<IdNatStruct> identifiants, CancellationToken ct)
    {
        var connues = new Dictionary<string, EntiteJuridique>(StringComparer.Ordinal);
        foreach (var lot in identifiants.Chunk(LectureParLots.Taille))
        {
            foreach (var ej in await _db.EntitesJuridiques.AsNoTracking().Where(e => lot.Contains(e.IdNatStruct)).ToListAsync(ct))
            {
                connues[ej.IdNatStruct.Valeur] = ej;
            }
        }

        return connues;
    }

    // One that is closed and was never known has nothing to be known for.
    private Resultat<ActeAnnuaire?> Creer(EntiteLue lue, Dictionary<string, EntiteJuridique> connues, Nouveautes nouveautes)
    {
        if (lue.Entite.FermeLe is not null)
        {
            return (ActeAnnuaire?)null;
        }

        if (Verifier(lue.Entite.Fiche) is { Count: > 0 } fautes)
        {
            return fautes;
        }

        var ej = EntiteJuridique.Importer(_horloge.NouvelId(), lue.Entite.Fiche, Origines.De(lue.Entite.Fiche.IdNatStruct!), _horloge.Instant());
        if (!ej.EstSucces)
        {
            return Resultat<ActeAnnuaire?>.Echec(ej.Erreurs);
        }

        connues[ej.Valeur.IdNatStruct.Valeur] = ej.Valeur;
        nouveautes.EntitesJuridiques.Add(ej.Valeur);
        return ActeAnnuaire.EntiteJuridiqueCreee;
    }

    private async Task<Resultat<ActeAnnuaire?>> SuivreAsync(EntiteLue lue, EntiteJuridique connue, ContexteMiseAJour contexte, Nouveautes nouveautes, RapportAnnuaire rapport, CancellationToken ct)
    {
        if (lue.Entite.FermeLe is { } jour)
        {
            rapport.Signaler(lue.Ligne, connue.IdNatStruct.Valeur, RapprochementErreurs.EntiteJuridiqueFermee.Avec(jour));
        }

        var fiche = contexte.Partielle ? Fiches.AvecSilences(lue.Entite.Fiche, connue.Fiche) : lue.Entite.Fiche;
        if (connue.EstAJour(fiche, Origines.De(fiche.IdNatStruct!)))
        {
            return ActeAnnuaire.EntiteJuridiqueInchangee;
        }

        if (Verifier(fiche) is { Count: > 0 } fautes)
        {
            return fautes;
        }

        if (!contexte.Simulation)
        {
            nouveautes.Modifies.Add(await ActualiserAsync(fiche, connue, ct));
        }

        return ActeAnnuaire.EntiteJuridiqueModifiee;
    }

    private async Task<EntiteJuridique> ActualiserAsync(FicheEntiteJuridique fiche, EntiteJuridique connue, CancellationToken ct)
    {
        await _verrous.Reserver<EntiteJuridique>(connue.Id, ct);
        var suivie = await _db.EntitesJuridiques.SingleAsync(e => e.Id == connue.Id, ct);
        suivie.Actualiser(fiche, Origines.De(fiche.IdNatStruct!), _horloge.Instant());

        // Its name stands with every offer below: nobody publishes there meanwhile.
        var sites = suivie.RaisonSociale == connue.RaisonSociale ? [] : await _db.EntitesGeographiques.Where(e => e.EntiteJuridiqueId == connue.Id).Select(e => e.Id).ToListAsync(ct);
        foreach (var id in sites.OrderBy(id => id.ToString(), StringComparer.Ordinal))
        {
            await _verrous.Reserver<EntiteGeographique>(id, ct);
        }

        return suivie;
    }

    private List<Erreur> Verifier(FicheEntiteJuridique fiche) =>
        [.. Fiches.Verifier(FicheEntiteJuridique.Champs, fiche, _referentiels.Nomenclatures, DateOnly.FromDateTime(_horloge.Instant()))];
}
