using Ror.Domain.Offres.Sections;

namespace Ror.Domain.Offres;

/// <summary>The content of an offer: its sections, each absent until it is written. Immutable, compared by value, stored as one JSON.</summary>
public sealed record ContenuOffre
{
    public static readonly ContenuOffre Vide = new();

    public InformationsGenerales? InformationsGenerales { get; init; }

    public AccueilPriseEnCharge? AccueilPriseEnCharge { get; init; }

    public Patientele? Patientele { get; init; }

    public Specificites? Specificites { get; init; }

    public Contacts? Contacts { get; init; }
}
