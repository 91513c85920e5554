using Ror.Domain.Commun;
using static Ror.Domain.Anomalies.RoleAnomalie;
using static Ror.Domain.Anomalies.StatutAnomalie;

namespace Ror.Domain.Anomalies;

/// <summary>Business status (J244); the number of each is its code.</summary>
public enum StatutAnomalie
{
    Cree = 1,
    ATraiter = 2,
    Annule = 3,

    /// <summary>No recipient was found.</summary>
    Bloque = 4,
    Envoye = 5,
    TolereTemporairement = 6,
    TolereDefinitivement = 7,
    Corrige = 8,
    Refuse = 9,
    AVerifier = 10,

    /// <summary>Blocked by its recipient, who is not the right one.</summary>
    DestinataireErrone = 11,
}

/// <summary>What somebody is to one anomaly; they may be several at once.</summary>
public enum RoleAnomalie
{
    Declarant,
    Destinataire,

    /// <summary>Of the region of the object.</summary>
    Referent,

    /// <summary>The service itself: the resolution of the recipient, the end of a tolerance, an import.</summary>
    Systeme,
}

/// <summary>One cell of the table of domain §10.</summary>
public sealed record TransitionAnomalie(StatutAnomalie De, StatutAnomalie Vers, IReadOnlyList<RoleAnomalie> Par);

/// <summary>The life of an anomaly, as data: what has no line here is impossible.</summary>
public static class CycleAnomalie
{
    public static IReadOnlyList<TransitionAnomalie> Table { get; } =
    [
        new(Cree, ATraiter, [Referent, Systeme]),
        new(Cree, Bloque, [Referent, Systeme]),
        new(Cree, Annule, [Declarant, Referent, Systeme]),

        new(ATraiter, Envoye, [Destinataire, Referent]),
        new(ATraiter, TolereTemporairement, [Referent]),
        new(ATraiter, TolereDefinitivement, [Referent]),
        new(ATraiter, Corrige, [Destinataire, Referent, Systeme]),
        new(ATraiter, Refuse, [Destinataire, Referent]),
        new(ATraiter, AVerifier, [Referent]),
        new(ATraiter, Annule, [Declarant, Referent]),
        new(ATraiter, DestinataireErrone, [Destinataire, Referent]),

        new(Bloque, ATraiter, [Referent]),
        new(Bloque, Annule, [Declarant, Referent, Systeme]),

        new(DestinataireErrone, ATraiter, [Referent]),
        new(DestinataireErrone, Annule, [Declarant, Referent, Systeme]),

        new(Envoye, TolereTemporairement, [Referent]),
        new(Envoye, TolereDefinitivement, [Referent]),
        new(Envoye, Corrige, [Destinataire, Referent, Systeme]),
        new(Envoye, Refuse, [Destinataire, Referent]),
        new(Envoye, AVerifier, [Referent]),
        new(Envoye, DestinataireErrone, [Destinataire, Referent]),
        new(Envoye, Annule, [Declarant, Referent]),

        new(TolereTemporairement, ATraiter, [Referent, Systeme]),
        new(TolereTemporairement, Corrige, [Destinataire, Referent, Systeme]),

        new(AVerifier, Corrige, [Destinataire, Referent, Systeme]),
        new(AVerifier, ATraiter, [Referent]),

        new(Corrige, AVerifier, [Referent]),
        new(Corrige, ATraiter, [Referent]),
    ];

    /// <summary>As J244 writes it.</summary>
    public static string Code(this StatutAnomalie statut) => ((int)statut).ToString("00", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Null when J244 has no such code.</summary>
    public static StatutAnomalie? DeCode(string? code) => Enum.GetValues<StatutAnomalie>().Cast<StatutAnomalie?>().FirstOrDefault(s => s!.Value.Code() == code);

    /// <summary>Neither final nor silenced nor corrected: another one on the same place would say the same.</summary>
    public static bool EstVivant(this StatutAnomalie statut) => statut is not (Annule or TolereDefinitivement or Refuse or Corrige);

    /// <summary>Where an anomaly ends when its gap is gone; null where nothing is left to end.</summary>
    public static StatutAnomalie? Resolu(StatutAnomalie statut) =>
        Table.Where(t => t.De == statut && t.Vers is (Corrige or Annule) && t.Par.Contains(Systeme)).Select(t => (StatutAnomalie?)t.Vers).SingleOrDefault();

    public static IEnumerable<StatutAnomalie> Possibles(StatutAnomalie statut, IReadOnlyCollection<RoleAnomalie> roles) =>
        Table.Where(t => t.De == statut && t.Par.Any(roles.Contains)).Select(t => t.Vers);

    /// <summary>Null when somebody with these roles may bring an anomaly there from somewhere.</summary>
    public static Erreur? RefuserRole(StatutAnomalie vers, IReadOnlyCollection<RoleAnomalie> roles) =>
        Table.Any(t => t.Vers == vers) && !Table.Any(t => t.Vers == vers && t.Par.Any(roles.Contains)) ? AnomalieErreurs.TransitionNonPermise.Avec(vers.Code()) : null;

    /// <summary>L7: the error names the state, the wanted status and those that are possible now.</summary>
    public static Erreur? Refuser(StatutAnomalie de, StatutAnomalie vers, IReadOnlyCollection<RoleAnomalie> roles) => Table.SingleOrDefault(t => t.De == de && t.Vers == vers) switch
    {
        null => AnomalieErreurs.TransitionInterdite.Avec(de.Code(), vers.Code()) with
        {
            Precisions = new Dictionary<string, object>
            {
                ["etat"] = de.Code(),
                ["statut"] = vers.Code(),
                ["statutsPossibles"] = Possibles(de, roles).Select(Code).ToList(),
            },
        },
        { } transition => transition.Par.Any(roles.Contains) ? null : AnomalieErreurs.TransitionNonPermise.Avec(vers.Code()),
    };
}
