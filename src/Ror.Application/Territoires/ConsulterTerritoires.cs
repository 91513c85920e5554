using MediatR;
using Ror.Application.Commun;
using Ror.Domain.Commun;
using Ror.Domain.Territoires;

namespace Ror.Application.Territoires;

public sealed record ListerRegionsQuery : IRequete<IReadOnlyList<RegionLue>>;

public sealed record ListerDepartementsQuery(string Region) : IRequete<IReadOnlyList<DepartementLu>>;

/// <param name="Apres">Position of the last commune of the previous page; -1 to start.</param>
public sealed record ListerCommunesQuery(string Departement, int Apres, int Limite) : IRequete<CommunesTrouvees>;

/// <summary>Communes by name, postal code or INSEE code.</summary>
/// <param name="Apres">Position of the last commune of the previous page; -1 to start.</param>
public sealed record RechercherCommunesQuery(string Recherche, string? Departement, string? Region, int Apres, int Limite) : IRequete<CommunesTrouvees>;

public sealed record ConsulterCommuneQuery(string Code) : IRequete<CommuneLue>;

/// <param name="Code">INSEE.</param>
/// <param name="Departements">Address of its départements.</param>
public sealed record RegionLue(string Code, string Nom, string Departements);

/// <param name="Code">INSEE.</param>
/// <param name="Region">Code; absent of a collectivité that is in none.</param>
/// <param name="Communes">Address of its communes.</param>
public sealed record DepartementLu(string Code, string Nom, string? Region, string Communes);

/// <param name="Code">INSEE code of today.</param>
/// <param name="Departement">Code.</param>
/// <param name="Region">Code; absent in a collectivité that is in none.</param>
/// <param name="CodesPostaux">Ordinary ones; those of CEDEX are of no commune.</param>
/// <param name="Population">Legal municipal population.</param>
/// <param name="ArrondissementDe">Code of its commune, for an arrondissement of Paris, Lyon or Marseille.</param>
/// <param name="CodeDemande">The former code that was asked for, when it is not the one of today.</param>
public sealed record CommuneLue(
    string Code, string Nom, string Departement, string? Region, IReadOnlyList<string> CodesPostaux, int? Population, string? ArrondissementDe, string? CodeDemande);

/// <param name="Suivant">Position of the last element, when others follow.</param>
public sealed record CommunesTrouvees(IReadOnlyList<CommuneLue> Elements, int? Suivant, int Total);

internal sealed class ConsulterTerritoiresHandler :
    IRequestHandler<ListerRegionsQuery, Resultat<IReadOnlyList<RegionLue>>>,
    IRequestHandler<ListerDepartementsQuery, Resultat<IReadOnlyList<DepartementLu>>>,
    IRequestHandler<ListerCommunesQuery, Resultat<CommunesTrouvees>>,
    IRequestHandler<RechercherCommunesQuery, Resultat<CommunesTrouvees>>,
    IRequestHandler<ConsulterCommuneQuery, Resultat<CommuneLue>>
{
    private const int RechercheMax = 100;

    private const string Racine = $"{Liens.Racine}/territoires";

    public Task<Resultat<IReadOnlyList<RegionLue>>> Handle(ListerRegionsQuery request, CancellationToken cancellationToken) =>
        Task.FromResult<Resultat<IReadOnlyList<RegionLue>>>(Departements.Regions.Select(r => new RegionLue(r.Code, r.Nom, $"{Racine}/regions/{r.Code}/departements")).ToList());

    public Task<Resultat<IReadOnlyList<DepartementLu>>> Handle(ListerDepartementsQuery request, CancellationToken cancellationToken) =>
        Task.FromResult<Resultat<IReadOnlyList<DepartementLu>>>(Departements.ParRegion.ContainsKey(request.Region)
            ? Departements.Tous.Where(d => d.Region == request.Region).Select(d => new DepartementLu(d.Code, d.Nom, d.Region, $"{Racine}/departements/{d.Code}/communes")).ToList()
            : TerritoireErreurs.RegionIntrouvable.Avec(request.Region));

    public Task<Resultat<CommunesTrouvees>> Handle(ListerCommunesQuery request, CancellationToken cancellationToken) =>
        Task.FromResult<Resultat<CommunesTrouvees>>(Departements.Trouver(request.Departement) is null
            ? TerritoireErreurs.DepartementIntrouvable.Avec(request.Departement)
            : Page(Rangs(Communes.DuDepartement(request.Departement)), request.Apres, request.Limite));

    public Task<Resultat<CommunesTrouvees>> Handle(RechercherCommunesQuery request, CancellationToken cancellationToken) => Task.FromResult<Resultat<CommunesTrouvees>>(
        ParametreFautif(request) is { } parametre ? RequeteErreurs.ParametreInvalide.Avec(parametre)
        : Page(RechercheCommunes.Trouver(request.Recherche, Endroit(request)), request.Apres, request.Limite));

    public Task<Resultat<CommuneLue>> Handle(ConsulterCommuneQuery request, CancellationToken cancellationToken) => Task.FromResult<Resultat<CommuneLue>>(
        Communes.Trouver(request.Code) is { } commune
            ? Lire(commune) with { CodeDemande = commune.Code == request.Code ? null : request.Code }
            : TerritoireErreurs.CommuneIntrouvable.Avec(request.Code));

    private static string? ParametreFautif(RechercherCommunesQuery request) =>
        request.Recherche.Length > RechercheMax || Texte.Mots(request.Recherche).Count == 0 ? $"recherche (1–{RechercheMax})"
        : request.Departement is { } departement && Departements.Trouver(departement) is null ? "departement"
        : request.Region is { } region && !Departements.ParRegion.ContainsKey(region) ? "region"
        : null;

    // Null is everywhere.
    private static List<Range>? Endroit(RechercherCommunesQuery request) => request is { Departement: null, Region: null } ? null
        : [.. Departements.Tous.Where(d => (request.Departement ?? d.Code) == d.Code && (request.Region ?? d.Region) == d.Region).Select(d => Communes.DuDepartement(d.Code))];

    private static List<int> Rangs(Range communes) => [.. Enumerable.Range(communes.Start.Value, communes.End.Value - communes.Start.Value)];

    private static CommunesTrouvees Page(IReadOnlyList<int> rangs, int apres, int limite)
    {
        var elements = rangs.Skip(apres + 1).Take(limite).Select(rang => Lire(Communes.Lire(rang))).ToList();
        var dernier = apres + elements.Count;
        return new(elements, dernier + 1 < rangs.Count ? dernier : null, rangs.Count);
    }

    private static CommuneLue Lire(Commune c) => new(c.Code, c.Nom, c.Departement.Code, c.Departement.Region, c.CodesPostaux, c.Population, c.ArrondissementDe, null);
}
