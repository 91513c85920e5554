using MediatR;
using Ror.Application.Commun;
using Ror.Domain.Commun;
using Ror.Domain.Qualite;
using Ror.Domain.Territoires;

namespace Ror.Application.Qualite;

/// <summary>A département or a région of the Code officiel géographique; some share their code.</summary>
public sealed record Territoire(string Code, bool EstRegion);

/// <summary>404 for an unknown territory, 403 to whoever is not a référent of its région. Asked before the query string is read, and again with the read itself.</summary>
public sealed record VerifierTerritoireQuery(Territoire Territoire) : IRequete<Rien>;

public sealed record ConsulterQualiteDepartementQuery(string Code) : IRequete<QualiteDepartementLue>;

public sealed record ConsulterQualiteRegionQuery(string Code) : IRequete<QualiteRegionLue>;

internal sealed class ConsulterQualiteTerritoireHandler(MesuresTerritoire mesures, IAppelant appelant, TimeProvider horloge) :
    IRequestHandler<VerifierTerritoireQuery, Resultat<Rien>>,
    IRequestHandler<ConsulterQualiteDepartementQuery, Resultat<QualiteDepartementLue>>,
    IRequestHandler<ConsulterQualiteRegionQuery, Resultat<QualiteRegionLue>>
{
    public Task<Resultat<Rien>> Handle(VerifierTerritoireQuery request, CancellationToken cancellationToken) =>
        Task.FromResult<Resultat<Rien>>(Refuser(request.Territoire) is { } refus ? refus : default(Rien));

    public async Task<Resultat<QualiteDepartementLue>> Handle(ConsulterQualiteDepartementQuery request, CancellationToken cancellationToken)
    {
        if (Refuser(new(request.Code, EstRegion: false)) is { } refus)
        {
            return refus;
        }

        var (departement, mesure) = (Departements.Trouver(request.Code)!, new MesureTerritoire());
        var annee = AnneeEcoulee.En(departement.Code, horloge.Instant());
        await mesures.Mesurer(departement.Region!, annee, code => code == departement.Code ? [mesure] : [], cancellationToken);
        return Lire(departement, mesure, annee);
    }

    public async Task<Resultat<QualiteRegionLue>> Handle(ConsulterQualiteRegionQuery request, CancellationToken cancellationToken)
    {
        if (Refuser(new(request.Code, EstRegion: true)) is { } refus)
        {
            return refus;
        }

        // The départements of a région share their time.
        var annee = AnneeEcoulee.En(Departements.ParRegion[request.Code][0], horloge.Instant());
        var (total, parDepartement) = (new MesureTerritoire(), Departements.ParRegion[request.Code].ToDictionary(code => code, _ => new MesureTerritoire()));
        await mesures.Mesurer(request.Code, annee, code => [total, parDepartement[code]], cancellationToken);
        return new QualiteRegionLue(
            request.Code,
            Departements.Regions.Single(r => r.Code == request.Code).Nom,
            total.Peuplement.OffresOuvertes,
            ComptesPeuplement.De(total.Peuplement),
            ComptesCondition.De(total.Peuplement),
            FraicheurTerritoire.De(total.Fraicheur, annee.Seuil),
            [.. parDepartement.Select(d => Lire(Departements.Trouver(d.Key)!, d.Value, annee))]);
    }

    private Erreur? Refuser(Territoire territoire)
    {
        var (connu, region) = territoire.EstRegion
            ? (Departements.ParRegion.ContainsKey(territoire.Code), territoire.Code)
            : (Departements.Trouver(territoire.Code) is not null, Departements.Region(territoire.Code));
        return !connu ? (territoire.EstRegion ? TerritoireErreurs.RegionIntrouvable : TerritoireErreurs.DepartementIntrouvable).Avec(territoire.Code)
            : region is null || !appelant.Perimetre.RegionsVisibles.Contains(region) ? QualiteErreurs.HorsRegion.Avec(region ?? territoire.Code)
            : null;
    }

    private static QualiteDepartementLue Lire(Departement departement, MesureTerritoire mesure, AnneeEcoulee annee) => new(
        departement.Code,
        departement.Nom,
        Liens.QualiteDepartement(departement.Code),
        mesure.Peuplement.OffresOuvertes,
        ComptesPeuplement.De(mesure.Peuplement),
        ComptesCondition.De(mesure.Peuplement),
        FraicheurTerritoire.De(mesure.Fraicheur, annee.Seuil));
}
