using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Identifiants;
using Ror.Domain.Structures;

namespace Ror.Application.Annuaires;

/// <summary>
/// The places where liberal professionals exercise, of one batch: found, kept up to date, or made. The first line of an import that tells of a place counts:
/// several persons may tell of it differently.
/// </summary>
/// <param name="vues">Places told of by earlier batches of this import.</param>
/// <param name="partielle">One person alone is told of: a place that is known is not theirs to change.</param>
internal sealed class Cabinets(ISaisieDb db, IReferentiels referentiels, TimeProvider horloge, IReadOnlySet<string> vues, bool partielle)
{
    private readonly Dictionary<string, EntiteGeographique> _connus = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EntiteJuridique> _entites = new(StringComparer.Ordinal);

    /// <summary>Places, and legal entities, told of by this batch.</summary>
    public HashSet<string> Vues { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads those that are known, in as few questions as possible.</summary>
    public async Task LireAsync(IEnumerable<FicheEntiteGeographique> fiches, IEnumerable<string> cles, CancellationToken ct)
    {
        var identifiants = fiches.Select(f => f.IdNatStruct).Concat(cles).Select(IdNatStruct.LireConnu).OfType<IdNatStruct>().Distinct().ToList();
        foreach (var lot in identifiants.Chunk(LectureParLots.Taille))
        {
            await foreach (var eg in db.EntitesGeographiques.AsNoTracking().Where(e => lot.Contains(e.IdNatStruct)).AsAsyncEnumerable().WithCancellation(ct))
            {
                _connus[eg.IdNatStruct.Valeur] = eg;
            }
        }

        var parents = fiches.Where(f => !_connus.ContainsKey(f.IdNatStruct!)).SelectMany(f => new[] { f.EntiteJuridique, IdNatStruct.LireConnu(f.IdNatStruct) is { EstRang: true } rang ? rang.EntiteJuridiqueArtificielle().Valeur : null })
            .Select(IdNatStruct.LireConnu).OfType<IdNatStruct>().Distinct().ToList();
        foreach (var lot in parents.Chunk(LectureParLots.Taille))
        {
            await foreach (var ej in db.EntitesJuridiques.AsNoTracking().Where(e => lot.Contains(e.IdNatStruct)).AsAsyncEnumerable().WithCancellation(ct))
            {
                _entites[ej.IdNatStruct.Valeur] = ej;
            }
        }
    }

    public EntiteGeographique? Trouver(string structure) => _connus.GetValueOrDefault(structure);

    /// <summary>The établissement of that identifier, made or brought up to date where the directory of professionals says what it is.</summary>
    /// <param name="fiche">Of the directory; an établissement of FINESS is left to FINESS.</param>
    /// <returns>Null when FINESS must bring it first.</returns>
    public async Task<Resultat<EntiteGeographique?>> PlacerAsync(FicheEntiteGeographique fiche, Nouveautes nouveautes, RapportAnnuaire rapport, CancellationToken ct)
    {
        var premiere = !vues.Contains(fiche.IdNatStruct!) && Vues.Add(fiche.IdNatStruct!);
        if (_connus.GetValueOrDefault(fiche.IdNatStruct!) is { } connu)
        {
            return !premiere || partielle || connu.Origine == Origine.Finess ? connu : await ActualiserAsync(connu, fiche, nouveautes, rapport, ct);
        }

        // A FINESS number, and a place that is no practice, are not this directory's to tell.
        return fiche.IdNatStruct![0] == '1' || Secteurs.De(fiche.Categorie?.Code ?? "") != Secteur.Ville ? (EntiteGeographique?)null
            : Verifier(fiche) is { Count: > 0 } fautes ? fautes
            : Creer(fiche, nouveautes, premiere, rapport);
    }

    private async Task<Resultat<EntiteGeographique?>> ActualiserAsync(EntiteGeographique eg, FicheEntiteGeographique fiche, Nouveautes nouveautes, RapportAnnuaire rapport, CancellationToken ct)
    {
        if (eg.EstAJour(fiche, Origine.Rpps))
        {
            rapport.Compter(ActeAnnuaire.EtablissementInchange);
            return eg;
        }

        if (Verifier(fiche) is { Count: > 0 } fautes)
        {
            return fautes;
        }

        var suivi = await db.EntitesGeographiques.SingleAsync(e => e.Id == eg.Id, ct);
        var change = suivi.Actualiser(fiche, Origine.Rpps, horloge.Instant());
        if (!change.EstSucces)
        {
            return Resultat<EntiteGeographique?>.Echec(change.Erreurs);
        }

        nouveautes.Modifies.Add(suivi);
        _connus[eg.IdNatStruct.Valeur] = suivi;
        rapport.Compter(ActeAnnuaire.EtablissementModifie, eg.IdNatStruct.Valeur);
        return suivi;
    }

    // In a dry run, one that an earlier batch would have made is made again, and not told twice.
    private Resultat<EntiteGeographique?> Creer(FicheEntiteGeographique fiche, Nouveautes nouveautes, bool premiere, RapportAnnuaire rapport)
    {
        var (identifiant, instant) = (IdNatStruct.LireConnu(fiche.IdNatStruct)!, horloge.Instant());
        var entite = EntiteJuridiqueDe(identifiant, fiche, instant);
        var eg = entite.EstSucces ? entite.Valeur.ImporterEntiteGeographique(horloge.NouvelId(), fiche, Origine.Rpps, instant) : Resultat<EntiteGeographique>.Echec(entite.Erreurs);
        if (!eg.EstSucces)
        {
            return Resultat<EntiteGeographique?>.Echec(eg.Erreurs);
        }

        var ej = entite.Valeur;
        if (_entites.TryAdd(ej.IdNatStruct.Valeur, ej))
        {
            nouveautes.EntitesJuridiques.Add(ej);
            if (!vues.Contains(ej.IdNatStruct.Valeur) && Vues.Add(ej.IdNatStruct.Valeur))
            {
                rapport.Compter(ActeAnnuaire.EntiteJuridiqueCreee);
            }
        }

        _connus[identifiant.Valeur] = eg.Valeur;
        nouveautes.EntitesGeographiques.Add((ej, eg.Valeur));
        if (premiere)
        {
            rapport.Compter(ActeAnnuaire.EtablissementCree);
        }

        return eg.Valeur;
    }

    private Resultat<EntiteJuridique> EntiteJuridiqueDe(IdNatStruct identifiant, FicheEntiteGeographique fiche, DateTime instant)
    {
        var parent = identifiant.EstRang ? identifiant.EntiteJuridiqueArtificielle().Valeur : fiche.EntiteJuridique;
        return parent is null ? StructureErreurs.EntiteJuridiqueRequise.Avec()
            : _entites.TryGetValue(parent, out var connue) ? connue
            : EntiteJuridique.Importer(horloge.NouvelId(), new() { IdNatStruct = parent, RaisonSociale = fiche.Denomination }, Origine.Rpps, instant);
    }

    private List<Erreur> Verifier(FicheEntiteGeographique fiche) =>
        [.. Fiches.Verifier(FicheEntiteGeographique.Champs, fiche, referentiels.Nomenclatures, DateOnly.FromDateTime(horloge.Instant()))];
}
