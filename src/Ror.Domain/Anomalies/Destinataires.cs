using Ror.Domain.Acces;

namespace Ror.Domain.Anomalies;

/// <summary>What an anomaly may be about.</summary>
public enum TypeObjetAnomalie
{
    Offre,
    EntiteGeographique,
    EntiteJuridique,
    Pole,
    UniteFonctionnelle,
    Professionnel,
    LieuRealisationOffre,
}

/// <summary>Who is to treat an anomaly: everyone with that role over that key.</summary>
/// <param name="Role">A role of domain §11.</param>
/// <param name="Cle">idNat_Struct of a responsable, RPPS of a professionnel, region of a référent.</param>
public sealed record DestinataireAnomalie(string Role, string Cle)
{
    /// <summary>As it is stored and asked for.</summary>
    public override string ToString() => $"{Role}:{Cle}";

    /// <summary>Null when it is not <c>role:cle</c>.</summary>
    public static DestinataireAnomalie? Lire(string? texte) => texte?.Split(':') is [{ Length: > 0 } role, { Length: > 0 } cle] ? new(role, cle) : null;

    /// <summary>Everything that the caller is a recipient as.</summary>
    public static IReadOnlyList<DestinataireAnomalie> De(Perimetre perimetre) =>
    [
        .. perimetre.EtablissementsVisibles.Select(e => new DestinataireAnomalie(Acces.Role.ResponsableOffre, e)),
        .. perimetre.RppsPropre is { } rpps ? [new DestinataireAnomalie(Acces.Role.Professionnel, rpps)] : Array.Empty<DestinataireAnomalie>(),
        .. perimetre.RegionsVisibles.Select(r => new DestinataireAnomalie(Acces.Role.ReferentRor, r)),
    ];
}

/// <summary>The object of an anomaly, as far as its recipient depends on it.</summary>
/// <param name="Identifiant">As people know it: identifiantOffre, idNat_Struct, identifiantOI, RPPS.</param>
/// <param name="Etablissement">idNat_Struct of its EG; null of what has none.</param>
/// <param name="Region">Of its EG; null while none is known.</param>
/// <param name="Rpps">Of the professional whose offer it is, or who it is.</param>
/// <param name="Nationale">It comes from RPPS or FINESS.</param>
public sealed record CibleAnomalie(
    TypeObjetAnomalie Type, Guid Id, string Identifiant, Guid? EntiteGeographiqueId, string? Etablissement, string? Region, string? Rpps, bool Nationale);

/// <summary>One line: who is asked first, then who, for a field of such an object.</summary>
public sealed record LigneDestinataires(TypeObjetAnomalie Type, bool Liberale, bool Nationale, IReadOnlyList<string> Roles);

/// <summary>The recipient of an anomaly, as data: the first of the line who is known and is not the declarer.</summary>
public static class Destinataires
{
    private static readonly string[] Referent = [Role.ReferentRor];
    private static readonly string[] ResponsablePuisReferent = [Role.ResponsableOffre, Role.ReferentRor];

    /// <summary>What comes from FINESS or RPPS, and what only a référent edits, goes to the référent alone.</summary>
    public static IReadOnlyList<LigneDestinataires> Table { get; } =
    [
        new(TypeObjetAnomalie.Offre, Liberale: false, Nationale: false, ResponsablePuisReferent),
        new(TypeObjetAnomalie.Offre, Liberale: false, Nationale: true, Referent),
        new(TypeObjetAnomalie.Offre, Liberale: true, Nationale: false, [Role.Professionnel, Role.ReferentRor]),
        new(TypeObjetAnomalie.Offre, Liberale: true, Nationale: true, Referent),
        new(TypeObjetAnomalie.EntiteGeographique, Liberale: false, Nationale: false, Referent),
        new(TypeObjetAnomalie.EntiteGeographique, Liberale: false, Nationale: true, Referent),
        new(TypeObjetAnomalie.EntiteJuridique, Liberale: false, Nationale: false, Referent),
        new(TypeObjetAnomalie.EntiteJuridique, Liberale: false, Nationale: true, Referent),
        new(TypeObjetAnomalie.Pole, Liberale: false, Nationale: false, ResponsablePuisReferent),
        new(TypeObjetAnomalie.UniteFonctionnelle, Liberale: false, Nationale: false, ResponsablePuisReferent),
        new(TypeObjetAnomalie.LieuRealisationOffre, Liberale: false, Nationale: false, ResponsablePuisReferent),
        new(TypeObjetAnomalie.Professionnel, Liberale: false, Nationale: true, Referent),
    ];

    /// <summary>Null when there is nobody to send it to.</summary>
    /// <param name="nationale">The field comes from RPPS or FINESS.</param>
    /// <param name="declarant">Null of the service itself.</param>
    public static DestinataireAnomalie? Resoudre(CibleAnomalie cible, bool nationale, Perimetre? declarant)
    {
        var siens = declarant is null ? [] : DestinataireAnomalie.De(declarant);
        var liberale = cible.Type == TypeObjetAnomalie.Offre && cible.Rpps is not null;
        return Table.Single(l => l.Type == cible.Type && l.Liberale == liberale && l.Nationale == nationale).Roles
            .Select(role => Candidat(role, cible)).OfType<DestinataireAnomalie>().FirstOrDefault(d => !siens.Contains(d));
    }

    private static DestinataireAnomalie? Candidat(string role, CibleAnomalie cible) => role switch
    {
        Role.ResponsableOffre => cible.Etablissement is { } etablissement ? new(role, etablissement) : null,
        Role.Professionnel => cible.Rpps is { } rpps ? new(role, rpps) : null,
        _ => cible.Region is { } region ? new(role, region) : null,
    };
}
