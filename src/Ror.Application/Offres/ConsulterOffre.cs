using MediatR;
using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Application.Lieux;
using Ror.Application.Professionnels;
using Ror.Application.Structures;
using Ror.Domain.Commun;
using Ror.Domain.Offres;
using Ror.Domain.Structures;

namespace Ror.Application.Offres;

public sealed record ConsulterOffreQuery(Guid Id) : IRequete<OffreLue>;

/// <summary>The step indicator of an offer.</summary>
public sealed record ListerEtapesQuery(Guid Id) : IRequete<Etapes>;

public sealed record Etapes(string Parcours, bool OrdreStrict, IReadOnlyList<EtapeResumee> Elements, [property: System.Text.Json.Serialization.JsonIgnore] long Version) : IVersionnee;

internal sealed class ConsulterOffreHandler(ISaisieDb db, AccesOffres offres, IAppelant appelant, IReferentiels referentiels) :
    IRequestHandler<ConsulterOffreQuery, Resultat<OffreLue>>,
    IRequestHandler<ListerEtapesQuery, Resultat<Etapes>>
{
    public async Task<Resultat<OffreLue>> Handle(ConsulterOffreQuery request, CancellationToken cancellationToken)
    {
        var lu = await offres.Lire(request.Id, cancellationToken);
        if (!lu.EstSucces)
        {
            return Resultat<OffreLue>.Echec(lu.Erreurs);
        }

        var (offre, eg, environnement) = lu.Valeur;
        var bilan = offre.Bilan(environnement);
        var niveaux = await offres.Niveaux(offre, cancellationToken);
        var (fermeture, prevue) = FermetureLue.De(offre, [eg, .. niveaux], referentiels.Nomenclatures);
        var etablissement = Citer(eg);
        var localisations = await db.Lieux.LocaliserAsync(offre.Contenu, eg, referentiels.Nomenclatures, cancellationToken);
        return new OffreLue(
            offre.Id,
            offre.Identifiant.Valeur,
            offre.Nom,
            offre.CleParcours,
            offre.Statut,
            offre.ModificationsEnAttente,
            offre.Publie is null ? null : offre.NumeroVersion,
            niveaux is [.., UniteFonctionnelle uf] ? new(uf.Id, uf.Type, uf.Nom, uf.Identifiant.Valeur, Liens.UniteFonctionnelle(uf.Id)) : etablissement,
            etablissement,
            fermeture,
            prevue,
            offre.CreeLe,
            offre.ModifieLe,
            offre.ValideeLe,
            offre.ExacteLe,
            new(bilan.Obligatoires, bilan.Renseignes, Lire(bilan.Manquants)),
            Resumer(offre, environnement),
            offres.Montrer(offre.Servi(environnement), offre),
            ActionsOffre.De(lu.Valeur, appelant.Perimetre, [.. localisations.Select(l => l.Lieu?.Id).OfType<Guid>()]),
            offre.Version)
        {
            Cabinet = offre.CabinetId is { } cabinet ? Citer(cabinet == eg.Id ? eg : (await db.EntitesGeographiques.FindAsync([cabinet], cancellationToken))!) : null,
            Localisations = localisations,
            Preremplissages = offre is { EstLiberale: true, Publie: not null } && offre.Rpps == appelant.Perimetre.RppsPropre ? await Autres(offre, cancellationToken) : null,
        };
    }

    public async Task<Resultat<Etapes>> Handle(ListerEtapesQuery request, CancellationToken cancellationToken)
    {
        var lu = await offres.Lire(request.Id, cancellationToken);
        return lu.EstSucces
            ? new Etapes(lu.Valeur.Offre.CleParcours, lu.Valeur.Offre.Parcours.OrdreStrict, Resumer(lu.Valeur.Offre, lu.Valeur.Environnement), lu.Valeur.Offre.Version)
            : Resultat<Etapes>.Echec(lu.Erreurs);
    }

    private List<EtapeResumee> Resumer(Offre offre, Environnement environnement) =>
    [
        .. offre.EvaluerEtapes(environnement).Select(e => new EtapeResumee(
            e.Etape.Cle,
            e.Etape.Titre,
            e.Etape.ImportantASavoir,
            e.Etat,
            offre.RefuserEtape(e.Etape.Cle, environnement) is null,
            e.Prerempli ? true : null,
            Lire(e.Manquants),
            $"{Liens.Offre(offre.Id)}/etapes/{e.Etape.Cle}")),
    ];

    // A professional does not see the page of the structure where they exercise.
    private StructureCitee Citer(EntiteGeographique eg) => new(
        eg.Id, TypeNoeud.EntiteGeographique, eg.Denomination, eg.IdNatStruct.Valeur, appelant.Perimetre.Voit(eg.IdNatStruct.Valeur, eg.Region) ? Liens.EntiteGeographique(eg.Id) : null);

    private async Task<IReadOnlyList<OffreCitee>?> Autres(Offre offre, CancellationToken ct)
    {
        var autres = await db.Offres.AsNoTracking().Where(o => o.Rpps == offre.Rpps && o.Id != offre.Id && o.Statut != StatutOffre.FermeeDefinitivement)
            .OrderBy(o => o.Id).Select(o => new { o.Id, o.Identifiant }).ToListAsync(ct);
        return autres.Count == 0 ? null : [.. autres.Select(o => new OffreCitee(o.Id, o.Identifiant.Valeur, Liens.Offre(o.Id)))];
    }

    private List<ErreurLue> Lire(IEnumerable<Erreur> erreurs) => [.. erreurs.Select(e => ErreurLue.De(e, appelant.EnAnglais))];
}
