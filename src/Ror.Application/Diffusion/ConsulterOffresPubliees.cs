using MediatR;
using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Domain.Commun;
using Ror.Domain.Identifiants;
using Ror.Domain.Offres;
using Ror.Domain.Territoires;

namespace Ror.Application.Diffusion;

/// <summary>Published offers that the caller's access profile may see.</summary>
public sealed record ListerOffresPublieesQuery(IReadOnlyList<string> ChampsActivite, IReadOnlyList<string> Regions, IReadOnlyList<string> Departements, Page Page)
    : IRequete<Tranche<OffreVisible>>;

/// <summary>What a page of a list holds, before it is read: enough to know what has been read already.</summary>
public sealed record OffreVisible(Guid Id, IdentifiantRegional Identifiant, long Version);

/// <summary>Those of these offers that the caller may see.</summary>
public sealed record LireOffresPublieesQuery(IReadOnlyList<Guid> Ids) : IRequete<IReadOnlyList<OffrePublieeLue>>;

public sealed record ConsulterOffrePublieeQuery(IdentifiantRegional Identifiant) : IRequete<OffrePublieeLue>;

internal sealed class ConsulterOffresPublieesHandler(RenduDiffusion rendu, IReferentiels referentiels) :
    IRequestHandler<ListerOffresPublieesQuery, Resultat<Tranche<OffreVisible>>>,
    IRequestHandler<LireOffresPublieesQuery, Resultat<IReadOnlyList<OffrePublieeLue>>>,
    IRequestHandler<ConsulterOffrePublieeQuery, Resultat<OffrePublieeLue>>
{
    public async Task<Resultat<Tranche<OffreVisible>>> Handle(ListerOffresPublieesQuery request, CancellationToken cancellationToken)
    {
        // A code that does not exist is a typo, not an empty answer.
        if (Inconnu(request) is { } parametre)
        {
            return RequeteErreurs.ParametreInvalide.Avec(parametre);
        }

        // Lists are made into a statement of their own each time: the usual one value is not one.
        var offres = rendu.OffresVisibles;
        var (champs, regions, departements) = (request.ChampsActivite, request.Regions, request.Departements);
        offres = champs is [var champ] ? offres.Where(o => o.ChampActivite == champ) : champs.Count > 0 ? offres.Where(o => champs.Contains(o.ChampActivite)) : offres;
        offres = regions is [var region] ? offres.Where(o => o.Region == region) : regions.Count > 0 ? offres.Where(o => regions.Contains(o.Region)) : offres;
        offres = departements is [var departement] ? offres.Where(o => o.Departement == departement) : departements.Count > 0 ? offres.Where(o => departements.Contains(o.Departement)) : offres;
        int? total = request.Page.AvecTotal ? await offres.CountAsync(cancellationToken) : null;
        offres = request.Page.Apres is { } apres ? offres.Where(o => o.Id > apres) : offres;
        var page = offres.OrderBy(o => o.Id).Take(request.Page.Limite + 1);
        var vues = await (rendu.VoitTout
            ? page.Select(o => new OffreVisible(o.Id, o.Identifiant, o.Sequence))
            : page.Select(o => new OffreVisible(o.Id, o.Identifiant, o.SequenceOuverte!.Value))).ToListAsync(cancellationToken);
        return Tranche<OffreVisible>.De(vues, request.Page, o => o.Id, total);
    }

    public async Task<Resultat<IReadOnlyList<OffrePublieeLue>>> Handle(LireOffresPublieesQuery request, CancellationToken cancellationToken) =>
        await rendu.Lire(request.Ids, cancellationToken);

    public async Task<Resultat<OffrePublieeLue>> Handle(ConsulterOffrePublieeQuery request, CancellationToken cancellationToken) =>
        await rendu.Lire(rendu.OffresVisibles.Where(o => o.Identifiant == request.Identifiant), cancellationToken) is [var offre]
            ? offre
            : OffreErreurs.Introuvable.Avec();

    private string? Inconnu(ListerOffresPublieesQuery request) =>
        request.ChampsActivite.Any(c => !referentiels.Nomenclatures["J20"].DeCode(c).Any()) ? "champActivite"
        : request.Regions.Any(r => !Departements.ParRegion.ContainsKey(r)) ? "region"
        : request.Departements.Any(d => Departements.Region(d) is null) ? "departement"
        : null;
}
