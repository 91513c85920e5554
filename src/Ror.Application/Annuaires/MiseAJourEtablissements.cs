using MediatR;
using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Domain.Annuaires;
using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Identifiants;
using Ror.Domain.Structures;

namespace Ror.Application.Annuaires;

/// <param name="Ligne">Where the file tells of it.</param>
public sealed record EtablissementLu(EtablissementNational Etablissement, int? Ligne);

/// <summary>Holds établissements of a national source against those known here, in the open act: made, brought up to date, closed (H8).</summary>
public sealed class MiseAJourEtablissements
{
    private readonly ISaisieDb _db;
    private readonly IReferentiels _referentiels;
    private readonly IMediator _mediator;
    private readonly TimeProvider _horloge;

    internal MiseAJourEtablissements(ISaisieDb db, IReferentiels referentiels, IMediator mediator, TimeProvider horloge) =>
        (_db, _referentiels, _mediator, _horloge) = (db, referentiels, mediator, horloge);

    /// <returns>Open here, closed in the source; closed by this act where <see cref="ContexteMiseAJour.Fins"/> says so.</returns>
    /// <param name="entites">Legal entities known or made by this act, by idNat_Struct; those that an earlier batch of a dry run would have made come with the others.</param>
    public async Task<IReadOnlyList<EtablissementLu>> AppliquerAsync(
        IReadOnlyList<EtablissementLu> etablissements, IReadOnlyDictionary<string, EntiteJuridique> entites, ContexteMiseAJour contexte, Nouveautes nouveautes, RapportAnnuaire rapport, CancellationToken ct)
    {
        var identifiants = etablissements.Select(e => IdNatStruct.LireConnu(e.Etablissement.Fiche.IdNatStruct)).OfType<IdNatStruct>().Distinct();
        var connus = new Dictionary<string, EntiteGeographique>(StringComparer.Ordinal);
        foreach (var lot in identifiants.Chunk(LectureParLots.Taille))
        {
            foreach (var eg in await _db.EntitesGeographiques.AsNoTracking().Where(e => lot.Contains(e.IdNatStruct)).ToListAsync(ct))
            {
                connus[eg.IdNatStruct.Valeur] = eg;
            }
        }

        var aFermer = new List<EtablissementLu>();
        foreach (var lu in etablissements)
        {
            var connu = connus.GetValueOrDefault(lu.Etablissement.Fiche.IdNatStruct!);
            if (connu is not null && lu.Etablissement.FermeLe is { } jour && !EstFermeLe(connu, jour))
            {
                aFermer.Add(lu);
                if (!contexte.Fins)
                {
                    continue;
                }
            }

            var issue = connu is null ? Creer(lu, entites, nouveautes) : await SuivreAsync(lu, connu, contexte, nouveautes, rapport, ct);
            if (issue.EstSucces)
            {
                rapport.Compter(issue.Valeur, issue.Valeur is ActeAnnuaire.EtablissementModifie or ActeAnnuaire.EtablissementFerme ? lu.Etablissement.Fiche.IdNatStruct : null);
            }
            else
            {
                rapport.Refuser(lu.Ligne, lu.Etablissement.Fiche.IdNatStruct, issue.Erreurs[0]);
            }
        }

        return aFermer;
    }

    private static bool EstFermeLe(EntiteGeographique eg, DateOnly jour) =>
        eg.Fermeture is { Type: TypeFermeture.Definitive } || (eg.FermeturePrevue is { Type: TypeFermeture.Definitive } prevue && prevue.Date == jour);

    private Resultat<ActeAnnuaire> Creer(EtablissementLu lu, IReadOnlyDictionary<string, EntiteJuridique> entites, Nouveautes nouveautes)
    {
        var (fiche, fermeLe) = lu.Etablissement;
        if (fermeLe is not null)
        {
            return ActeAnnuaire.EtablissementFermeInconnu;
        }

        if (fiche.EntiteJuridique is null || !entites.TryGetValue(fiche.EntiteJuridique, out var ej))
        {
            return RapprochementErreurs.EntiteJuridiqueInconnue.Avec(fiche.EntiteJuridique ?? "");
        }

        if (Verifier(fiche) is { Count: > 0 } fautes)
        {
            return fautes;
        }

        var eg = ej.ImporterEntiteGeographique(_horloge.NouvelId(), fiche, Origines.De(fiche.IdNatStruct!), _horloge.Instant());
        if (!eg.EstSucces)
        {
            return Resultat<ActeAnnuaire>.Echec(eg.Erreurs);
        }

        nouveautes.EntitesGeographiques.Add((ej, eg.Valeur));
        return ActeAnnuaire.EtablissementCree;
    }

    private async Task<Resultat<ActeAnnuaire>> SuivreAsync(EtablissementLu lu, EntiteGeographique connu, ContexteMiseAJour contexte, Nouveautes nouveautes, RapportAnnuaire rapport, CancellationToken ct)
    {
        var fermeLe = lu.Etablissement.FermeLe;
        var fiche = contexte.Partielle ? Fiches.AvecSilences(lu.Etablissement.Fiche, connu.Fiche) : lu.Etablissement.Fiche;
        fiche = fiche with { Adresse = fiche.Adresse?.AvecPositionDe(connu.Adresse) };
        if (fermeLe is { } jour)
        {
            return EstFermeLe(connu, jour) ? ActeAnnuaire.EtablissementInchange : await FermerAsync(connu, jour, contexte, ct);
        }

        if (connu.Fermeture is { Type: TypeFermeture.Definitive })
        {
            rapport.Signaler(lu.Ligne, fiche.IdNatStruct, RapprochementErreurs.FermeIci.Avec());
            return ActeAnnuaire.EtablissementInchange;
        }

        if (connu.FermeturePrevue is { Type: TypeFermeture.Definitive } prevue)
        {
            rapport.Signaler(lu.Ligne, fiche.IdNatStruct, RapprochementErreurs.FermeturePrevueIci.Avec(prevue.Date));
        }

        if (fiche.EntiteJuridique is { } parent && parent != connu.Fiche.EntiteJuridique)
        {
            rapport.Signaler(lu.Ligne, fiche.IdNatStruct, RapprochementErreurs.AutreEntiteJuridique.Avec(connu.Fiche.EntiteJuridique ?? "", parent));
        }

        return connu.EstAJour(fiche, Origines.De(fiche.IdNatStruct!)) ? ActeAnnuaire.EtablissementInchange : await ActualiserAsync(fiche, connu, nouveautes, ct);
    }

    private async Task<Resultat<ActeAnnuaire>> ActualiserAsync(FicheEntiteGeographique fiche, EntiteGeographique connu, Nouveautes nouveautes, CancellationToken ct)
    {
        if (Verifier(fiche) is { Count: > 0 } fautes)
        {
            return fautes;
        }

        var suivi = await _db.EntitesGeographiques.SingleAsync(e => e.Id == connu.Id, ct);
        var change = suivi.Actualiser(fiche, Origines.De(fiche.IdNatStruct!), _horloge.Instant());
        if (!change.EstSucces)
        {
            return Resultat<ActeAnnuaire>.Echec(change.Erreurs);
        }

        nouveautes.Modifies.Add(suivi);
        return ActeAnnuaire.EtablissementModifie;
    }

    private async Task<Resultat<ActeAnnuaire>> FermerAsync(EntiteGeographique connu, DateOnly jour, ContexteMiseAJour contexte, CancellationToken ct)
    {
        var fermee = contexte.Simulation ? null : await _mediator.Send(new FermerParAnnuaireCommand(connu.Id, jour), ct);
        return fermee is null or { EstSucces: true } ? ActeAnnuaire.EtablissementFerme : Resultat<ActeAnnuaire>.Echec(fermee.Erreurs);
    }

    private List<Erreur> Verifier(FicheEntiteGeographique fiche) =>
        [.. Fiches.Verifier(FicheEntiteGeographique.Champs, fiche, _referentiels.Nomenclatures, DateOnly.FromDateTime(_horloge.Instant()))];
}
