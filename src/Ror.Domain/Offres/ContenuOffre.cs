using Ror.Domain.Offres.Sections;
using Ror.Domain.Territoires;

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

    public Adresse? Adresse { get; init; }

    public MessagerieSecurisee? MessagerieSecurisee { get; init; }

    public Horaires? Horaires { get; init; }

    public ZoneIntervention? ZoneIntervention { get; init; }

    public LieuxRealisation? Lieux { get; init; }

    /// <summary>Of a liberal offer.</summary>
    public DonneesNationales? DonneesNationales { get; init; }

    /// <summary>RG_EXP_018: as it is served on that local day.</summary>
    public ContenuOffre SansExceptionsPassees(DateOnly jour) =>
        Horaires?.SansExceptionsPassees(jour) is { } servis && !ReferenceEquals(servis, Horaires) ? this with { Horaires = servis } : this;
}
