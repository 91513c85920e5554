using MediatR;
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

internal sealed class ConsulterOffresPublieesHandler(RenduDiffusion rendu, IDiffusionDb db, IReferentiels referentiels) :
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

        return await PagesOffresPubliees.LireAsync(db, request, rendu.VoitTout, cancellationToken);
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
