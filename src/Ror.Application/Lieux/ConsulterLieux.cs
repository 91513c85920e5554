using MediatR;
using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Application.Lieux.Capacites;
using Ror.Application.Structures;
using Ror.Domain.Commun;
using Ror.Domain.Lieux;
using Ror.Domain.Structures;

namespace Ror.Application.Lieux;

public sealed record ConsulterLieuQuery(Guid Id) : IRequete<LieuLu>;

/// <summary>Lieux of the perimeter.</summary>
/// <param name="EntiteGeographique">Null: of every établissement.</param>
/// <param name="IdExterneSynchro">Null: whatever it is.</param>
public sealed record ListerLieuxQuery(Guid? EntiteGeographique, string? IdExterneSynchro, Page Page) : IRequete<Tranche<LieuResume>>;

internal sealed class ConsulterLieuxHandler(ISaisieDb db, LectureCapacites capacites, IAppelant appelant, IReferentiels referentiels) :
    IRequestHandler<ConsulterLieuQuery, Resultat<LieuLu>>,
    IRequestHandler<ListerLieuxQuery, Resultat<Tranche<LieuResume>>>
{
    public async Task<Resultat<LieuLu>> Handle(ConsulterLieuQuery request, CancellationToken cancellationToken)
    {
        if (await db.LieuxVisibles(appelant.Perimetre).SingleOrDefaultAsync(l => l.Id == request.Id, cancellationToken) is not { } lieu)
        {
            return LieuErreurs.Introuvable.Avec();
        }

        // A professional reads where their offer may be delivered, and nothing of the beds.
        var eg = await db.EntitesGeographiques.AsNoTracking().SingleAsync(e => e.Id == lieu.EntiteGeographiqueId, cancellationToken);
        var aLui = await db.EntitesGeographiques.Visibles(appelant.Perimetre).AnyAsync(e => e.Id == eg.Id, cancellationToken);

        var (fermeture, prevue) = FermetureLue.De(lieu, [eg], referentiels.Nomenclatures);
        var figures = !aLui ? null : await db.CapacitesLieux.AsNoTracking().Where(c => c.Id == lieu.Id).Select(c => c.Indicateurs).SingleAsync(cancellationToken);
        return new LieuLu(
            lieu.Id,
            lieu.Identifiant.Valeur,
            lieu.Nom,
            new(eg.Id, eg.Type, eg.Denomination, eg.IdNatStruct.Valeur, Liens.EntiteGeographique(eg.Id)),
            Statut(lieu),
            fermeture,
            prevue,
            lieu.Fiche,
            lieu.Equipements,
            await OffresAsync(lieu, cancellationToken),
            figures is null ? null : capacites.Lire(figures),
            lieu.CreeLe,
            lieu.ModifieLe,
            aLui ? ActionsLieu.De(lieu, eg, appelant.Perimetre) : [],
            lieu.Version);
    }

    public async Task<Resultat<Tranche<LieuResume>>> Handle(ListerLieuxQuery request, CancellationToken cancellationToken)
    {
        var lieux = db.LieuxVisibles(appelant.Perimetre);
        lieux = request.EntiteGeographique is { } eg ? lieux.Where(l => l.EntiteGeographiqueId == eg) : lieux;
        lieux = request.IdExterneSynchro is { } externe ? lieux.Where(l => l.IdExterneSynchro == externe) : lieux;
        int? total = request.Page.AvecTotal ? await lieux.CountAsync(cancellationToken) : null;
        lieux = request.Page.Apres is { } apres ? lieux.Where(l => l.Id > apres) : lieux;
        var lus = await lieux.OrderBy(l => l.Id).Take(request.Page.Limite + 1).ToListAsync(cancellationToken);
        return Tranche<LieuResume>.De([.. lus.Select(Resumer)], request.Page, l => l.Id, total);
    }

    private LieuResume Resumer(LieuRealisationOffre l) => new(
        l.Id,
        l.Identifiant.Valeur,
        l.Nom,
        l.Fiche.Fonction is { } fonction ? referentiels.Nomenclatures.Lire("J198", fonction.Code) : null,
        l.Fiche.Adresse!.Commune!,
        l.IdExterneSynchro,
        Statut(l),
        l.EntiteGeographiqueId,
        Liens.Lieu(l.Id));

    private CodeLu Statut(LieuRealisationOffre lieu) => referentiels.Nomenclatures.Lire("J224", LieuRealisationOffre.Statut(lieu.Etat));

    private async Task<List<OffreDuLieu>> OffresAsync(LieuRealisationOffre lieu, CancellationToken ct)
    {
        var lues = await db.LiensLieux.Where(l => l.Lieu == lieu.Identifiant).Join(db.OffresVisibles(appelant.Perimetre), l => l.OffreId, o => o.Id, (Lien, Offre) => new { Lien.Saisi, Lien.Publie, Offre }).ToListAsync(ct);
        return [.. lues.OrderBy(l => l.Offre.Id).Select(l => new OffreDuLieu(l.Offre.Id, l.Offre.Identifiant.Valeur, l.Offre.Nom, l.Offre.Statut, l.Saisi, l.Publie, Liens.Offre(l.Offre.Id)))];
    }
}

/// <summary>From what the domain allows to the calls that a front end shows.</summary>
internal static class ActionsLieu
{
    public static IReadOnlyList<ActionLue> De(LieuRealisationOffre lieu, EntiteGeographique eg, Domain.Acces.Perimetre perimetre)
    {
        var href = Liens.Lieu(lieu.Id);
        return lieu.RefuserModification() is null
            ? [.. ActionsStructure.Vie(lieu, eg, eg.Fermeture, perimetre), new("modifier-equipements", null, "PUT", $"{href}/equipements"), new("ecrire-capacites", null, "PUT", $"{href}/capacites")]
            : [.. ActionsStructure.Vie(lieu, eg, eg.Fermeture, perimetre)];
    }
}
