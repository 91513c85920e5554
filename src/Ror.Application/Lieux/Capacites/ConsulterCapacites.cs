using System.Text.Json.Serialization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Application.Offres;
using Ror.Application.Structures;
using Ror.Domain.Commun;
using Ror.Domain.Identifiants;
using Ror.Domain.Lieux;
using Ror.Domain.Structures;

namespace Ror.Application.Lieux.Capacites;

public sealed record ConsulterCapacitesLieuQuery(Guid LieuId) : IRequete<CapacitesLues>;

/// <summary>What a figure of the lieu was, oldest first.</summary>
/// <param name="Cle">Null: every figure.</param>
public sealed record ListerMesuresQuery(Guid LieuId, string? Cle, Page Page) : IRequete<Tranche<MesureLue>>;

/// <summary>Totals over the lieux of an établissement; each lieu counts once.</summary>
public sealed record ConsulterCapacitesEntiteGeographiqueQuery(Guid Id) : IRequete<TotauxCapacites>;

/// <summary>Totals over the lieux of an offer, by its working copy; over those whose figures the caller may read.</summary>
public sealed record ConsulterCapacitesOffreQuery(Guid Id) : IRequete<TotauxCapacites>;

/// <summary>May the caller read and write figures of that lieu, or of that établissement?</summary>
public sealed record VerifierAccesCapacitesQuery(Guid? LieuId, string? Etablissement) : IRequete<Rien>;

/// <summary>The figures of a lieu.</summary>
/// <param name="Avertissements">In the answer of a write: more available than installed.</param>
public sealed record CapacitesLues(Guid LieuId, string Identifiant, string Nom, IReadOnlyList<IndicateurLu> Indicateurs, IReadOnlyList<ErreurLue>? Avertissements, [property: JsonIgnore] long Version) : IVersionnee;

/// <summary>What a figure was.</summary>
/// <param name="Source">J193.</param>
/// <param name="DateMaj">UTC instant of the measure.</param>
/// <param name="RecueLe">UTC instant at which it came.</param>
public sealed record MesureLue(Guid Id, string Cle, int Nombre, CodeLu Source, DateTime DateMaj, DateTime RecueLe, string Auteur);

internal sealed class ConsulterCapacitesHandler(ISaisieDb db, AccesOffres offres, LectureCapacites lecture, IAppelant appelant, IReferentiels referentiels) :
    IRequestHandler<ConsulterCapacitesLieuQuery, Resultat<CapacitesLues>>,
    IRequestHandler<ListerMesuresQuery, Resultat<Tranche<MesureLue>>>,
    IRequestHandler<ConsulterCapacitesEntiteGeographiqueQuery, Resultat<TotauxCapacites>>,
    IRequestHandler<ConsulterCapacitesOffreQuery, Resultat<TotauxCapacites>>,
    IRequestHandler<VerifierAccesCapacitesQuery, Resultat<Rien>>
{
    private IQueryable<LieuRealisationOffre> Visibles
    {
        get
        {
            var visibles = db.EntitesGeographiques.AvecCapacitesVisibles(appelant.Perimetre);
            return db.Lieux.AsNoTracking().Where(l => visibles.Any(e => e.Id == l.EntiteGeographiqueId));
        }
    }

    public async Task<Resultat<CapacitesLues>> Handle(ConsulterCapacitesLieuQuery request, CancellationToken cancellationToken)
    {
        var lu = await Visibles.Where(l => l.Id == request.LieuId).Join(db.CapacitesLieux.AsNoTracking(), l => l.Id, c => c.Id, (Lieu, Capacites) => new { Lieu, Capacites }).SingleOrDefaultAsync(cancellationToken);
        return lu is null ? LieuErreurs.Introuvable.Avec() : new CapacitesLues(lu.Lieu.Id, lu.Lieu.Identifiant.Valeur, lu.Lieu.Nom, lecture.Lire(lu.Capacites.Indicateurs), null, lu.Capacites.Version);
    }

    public async Task<Resultat<Tranche<MesureLue>>> Handle(ListerMesuresQuery request, CancellationToken cancellationToken)
    {
        if (!await Visibles.AnyAsync(l => l.Id == request.LieuId, cancellationToken))
        {
            return LieuErreurs.Introuvable.Avec();
        }

        var mesures = db.MesuresCapacite.AsNoTracking().Where(m => m.LieuId == request.LieuId);
        mesures = request.Cle is { } cle ? mesures.Where(m => m.Cle == cle) : mesures;
        int? total = request.Page.AvecTotal ? await mesures.CountAsync(cancellationToken) : null;
        mesures = request.Page.Apres is { } apres ? mesures.Where(m => m.Id > apres) : mesures;
        var lues = await mesures.OrderBy(m => m.Id).Take(request.Page.Limite + 1).ToListAsync(cancellationToken);
        return Tranche<MesureLue>.De([.. lues.Select(m => new MesureLue(m.Id, m.Cle, m.Nombre, referentiels.Nomenclatures.Lire("J193", m.Source), m.DateMaj, m.RecueLe, m.Auteur))], request.Page, m => m.Id, total);
    }

    public async Task<Resultat<TotauxCapacites>> Handle(ConsulterCapacitesEntiteGeographiqueQuery request, CancellationToken cancellationToken)
    {
        if (!await db.EntitesGeographiques.AvecCapacitesVisibles(appelant.Perimetre).AnyAsync(e => e.Id == request.Id, cancellationToken))
        {
            return StructureErreurs.Introuvable.Avec();
        }

        return await SommerAsync(db.CapacitesLieux.Where(c => c.EntiteGeographiqueId == request.Id), cancellationToken);
    }

    public async Task<Resultat<TotauxCapacites>> Handle(ConsulterCapacitesOffreQuery request, CancellationToken cancellationToken)
    {
        var lue = await offres.Lire(request.Id, cancellationToken);
        if (!lue.EstSucces)
        {
            return Resultat<TotauxCapacites>.Echec(lue.Erreurs);
        }

        var lieux = lue.Valeur.Offre.Lieux.Select(IdentifiantRegional.Lire).OfType<IdentifiantRegional>().ToList();
        return await SommerAsync(db.CapacitesLieux.Where(c => Visibles.Any(l => l.Id == c.Id && lieux.Contains(l.Identifiant))), cancellationToken);
    }

    public async Task<Resultat<Rien>> Handle(VerifierAccesCapacitesQuery request, CancellationToken cancellationToken)
    {
        if (request.LieuId is { } id)
        {
            return await Visibles.AnyAsync(l => l.Id == id, cancellationToken) ? default(Rien) : LieuErreurs.Introuvable.Avec();
        }

        var idNat = IdNatStruct.Lire(request.Etablissement);
        return idNat is not null && await db.EntitesGeographiques.AvecCapacitesVisibles(appelant.Perimetre).AnyAsync(e => e.IdNatStruct == idNat, cancellationToken) ? default(Rien) : StructureErreurs.Introuvable.Avec();
    }

    private async Task<TotauxCapacites> SommerAsync(IQueryable<CapacitesLieu> capacites, CancellationToken ct)
    {
        var somme = new SommeCapacites(lecture);
        await foreach (var indicateurs in capacites.AsNoTracking().Select(c => c.Indicateurs).AsAsyncEnumerable().WithCancellation(ct))
        {
            somme.Ajouter(indicateurs);
        }

        return somme.Totaux();
    }
}
