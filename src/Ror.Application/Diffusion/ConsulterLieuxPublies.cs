using MediatR;
using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Application.Lieux.Capacites;
using Ror.Domain.Acces;
using Ror.Domain.Commun;
using Ror.Domain.Diffusion;
using Ror.Domain.Identifiants;
using Ror.Domain.Lieux;
using Ror.Domain.Territoires;

namespace Ror.Application.Diffusion;

public sealed record ListerLieuxPubliesQuery(Page Page) : IRequete<Tranche<LieuPublieLu>>;

public sealed record ConsulterLieuPublieQuery(IdentifiantRegional Identifiant) : IRequete<LieuPublieLu>;

/// <summary>Totals of the figures that the caller reads, over the lieux of an offer, of an établissement, of a département or of a région; several parameters narrow it.</summary>
/// <param name="Offre">identifiantOffre.</param>
/// <param name="Etablissement">idNat_Struct.</param>
/// <param name="Departement">INSEE code.</param>
/// <param name="Region">INSEE code.</param>
public sealed record ConsulterCapacitesPublieesQuery(string? Offre, string? Etablissement, string? Departement, string? Region) : IRequete<TotauxCapacites>;

internal sealed class ConsulterLieuxPubliesHandler(IDiffusionDb db, RenduDiffusion rendu, LectureCapacites lecture) :
    IRequestHandler<ListerLieuxPubliesQuery, Resultat<Tranche<LieuPublieLu>>>,
    IRequestHandler<ConsulterLieuPublieQuery, Resultat<LieuPublieLu>>,
    IRequestHandler<ConsulterCapacitesPublieesQuery, Resultat<TotauxCapacites>>
{
    public async Task<Resultat<Tranche<LieuPublieLu>>> Handle(ListerLieuxPubliesQuery request, CancellationToken cancellationToken)
    {
        var lieux = rendu.LieuxVisibles;
        int? total = request.Page.AvecTotal ? await lieux.CountAsync(cancellationToken) : null;
        var suite = request.Page.Apres is { } apres ? lieux.Where(l => l.Id > apres) : lieux;
        var lus = await suite.OrderBy(l => l.Id).Take(request.Page.Limite + 1).ToListAsync(cancellationToken);
        return Tranche<LieuPublieLu>.De([.. lus.Select(rendu.Lire)], request.Page, l => l.Id, total);
    }

    public async Task<Resultat<LieuPublieLu>> Handle(ConsulterLieuPublieQuery request, CancellationToken cancellationToken) =>
        await rendu.LieuxVisibles.SingleOrDefaultAsync(l => l.Identifiant == request.Identifiant, cancellationToken) is { } lieu ? rendu.Lire(lieu) : LieuErreurs.Introuvable.Avec();

    public async Task<Resultat<TotauxCapacites>> Handle(ConsulterCapacitesPublieesQuery request, CancellationToken cancellationToken)
    {
        if (Inconnu(request) is { } parametre)
        {
            return RequeteErreurs.ParametreInvalide.Avec(parametre);
        }

        var lieux = rendu.LieuxVisibles;
        if (request.Offre is not null)
        {
            var offre = IdentifiantRegional.Lire(request.Offre)!;
            var situee = await rendu.OffresVisibles.Where(o => o.Identifiant == offre).Select(o => o.Lieux).SingleOrDefaultAsync(cancellationToken) ?? [];
            var ids = situee.Select(l => l.Id).ToList();
            lieux = lieux.Where(l => ids.Contains(l.Id));
        }

        if (request.Etablissement is { } etablissement)
        {
            var idNat = IdNatStruct.Lire(etablissement)!.Valeur;
            lieux = lieux.Where(l => db.StructuresPubliees.Any(s => s.Identifiant == idNat && s.Id == l.EntiteGeographiqueId));
        }

        lieux = request.Departement is { } departement ? lieux.Where(l => l.Departement == departement) : lieux;
        lieux = request.Region is { } region ? lieux.Where(l => l.Region == region) : lieux;
        return await SommerAsync(lieux, cancellationToken);
    }

    private async Task<TotauxCapacites> SommerAsync(IQueryable<LieuPublie> lieux, CancellationToken ct)
    {
        var somme = new SommeCapacites(lecture);
        await foreach (var lieu in lieux.Select(l => new { l.Capacites, l.Secteur }).AsAsyncEnumerable().WithCancellation(ct))
        {
            somme.Ajouter(Visibilite.Capacites(lieu.Capacites, rendu.Profil, lieu.Secteur));
        }

        return somme.Totaux();
    }

    // Everything at once is an export.
    private static string? Inconnu(ConsulterCapacitesPublieesQuery q) =>
        q is { Offre: null, Etablissement: null, Departement: null, Region: null } ? "offre, etablissement, departement, region"
        : q.Offre is not null && IdentifiantRegional.Lire(q.Offre) is null ? "offre"
        : q.Etablissement is not null && IdNatStruct.Lire(q.Etablissement) is null ? "etablissement"
        : q.Departement is not null && Departements.Trouver(q.Departement) is null ? "departement"
        : q.Region is not null && !Departements.ParRegion.ContainsKey(q.Region) ? "region"
        : null;
}
