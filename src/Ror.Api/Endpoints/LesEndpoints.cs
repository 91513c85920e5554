namespace Ror.Api.Endpoints;

internal static class LesEndpoints
{
    /// <summary>Every group of the API, in the order of the guide's story.</summary>
    public static IReadOnlyList<Action<RouteGroupBuilder>> Tous { get; } =
    [
        StructuresEndpoints.Map,
        OffresEndpoints.Map,
        LieuxEndpoints.Map,
        CapacitesEndpoints.Map,
        QualiteEndpoints.Map,
        NomenclaturesEndpoints.Map,
        TerritoiresEndpoints.Map,
        ModelesSaisieEndpoints.Map,
        AnnuairesEndpoints.Map,
        AnomaliesEndpoints.Map,
        DiffusionEndpoints.Map,
    ];
}
