using System.Security.Cryptography;
using System.Text;
using Ror.Domain.Commun;

namespace Ror.Domain.Anomalies;

/// <summary>One change of status.</summary>
/// <param name="De">Null at the creation.</param>
/// <param name="Par">Subject of a token, or <c>moteur</c>, or <c>import</c>.</param>
public sealed record PassageAnomalie(StatutAnomalie? De, StatutAnomalie Vers, string Par, DateTime Le, string? Commentaire);

/// <summary>What somebody, or a rule, has to say of an object.</summary>
/// <param name="Theme">J241.</param>
/// <param name="Action">J242.</param>
/// <param name="Systeme">That declares it: <c>saisie</c>, the client of a platform, <c>moteur-de-regles</c>.</param>
/// <param name="Declarant">Subject of a token; the system itself of a rule.</param>
/// <param name="Regle">Rule that found it, or question that it answers; null when somebody declares it unasked.</param>
public sealed record Declaration(
    CibleAnomalie Cible,
    Endroit Endroit,
    string Theme,
    string Action,
    ValeurJson? ValeurErronee,
    ValeurJson? ValeurProposee,
    string? Description,
    string Systeme,
    string Declarant,
    string? NomDeclarant,
    string? Regle);

/// <summary>An irregularity about an object, declared by somebody or detected (domain §10).</summary>
public sealed class Anomalie : Agregat
{
    /// <summary>Author of what happens by itself.</summary>
    public const string Moteur = "moteur";

    /// <summary>Author of what an import brings.</summary>
    public const string Import = "import";

    private Anomalie()
    {
    }

    public StatutAnomalie Statut { get; private set; }

    /// <summary>J241.</summary>
    public string Theme { get; private init; } = null!;

    /// <summary>J242.</summary>
    public string Action { get; private init; } = null!;

    public TypeObjetAnomalie ObjetType { get; private init; }

    public Guid ObjetId { get; private init; }

    public string ObjetIdentifiant { get; private init; } = null!;

    public Guid? EntiteGeographiqueId { get; private init; }

    /// <summary>Of the object, at the declaration.</summary>
    public string? Region { get; private init; }

    public string? Section { get; private init; }

    public string? Champ { get; private init; }

    public bool Nationale { get; private init; }

    public ValeurJson? ValeurErronee { get; private init; }

    public ValeurJson? ValeurProposee { get; private init; }

    public string? Description { get; private init; }

    public string Systeme { get; private init; } = null!;

    public string Declarant { get; private init; } = null!;

    public string? NomDeclarant { get; private init; }

    public string? Regle { get; private init; }

    /// <summary>Null as long as nobody is found.</summary>
    public DestinataireAnomalie? Destinataire { get; private set; }

    /// <summary>End of a tolerance; null in any other status.</summary>
    public DateOnly? Echeance { get; private set; }

    public Liste<PassageAnomalie> Historique { get; private set; } = [];

    /// <summary>Digest of (rule, object, section, field) as long as it is live: a unique index admits one. Null afterwards.</summary>
    public string? CleVivante { get; private set; }

    /// <summary>A digest, so that a key holds in the index of every engine.</summary>
    public static string Cle(string? regle, Guid objetId, Endroit endroit) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{regle}|{objetId}|{endroit.Section}|{endroit.Champ}")));

    /// <summary>Created, and sent to its recipient or blocked for want of one, in one act; both are in its history.</summary>
    /// <param name="perimetre">Of the declarer; null of the service itself.</param>
    public static Anomalie Declarer(Guid id, Declaration declaration, Acces.Perimetre? perimetre, DateTime instant)
    {
        var (cible, endroit) = (declaration.Cible, declaration.Endroit);
        var destinataire = Destinataires.Resoudre(cible, endroit.Nationale, perimetre);
        var anomalie = new Anomalie
        {
            Id = id,
            Theme = declaration.Theme,
            Action = declaration.Action,
            ObjetType = cible.Type,
            ObjetId = cible.Id,
            ObjetIdentifiant = cible.Identifiant,
            EntiteGeographiqueId = cible.EntiteGeographiqueId,
            Region = cible.Region,
            Section = endroit.Section,
            Champ = endroit.Champ,
            Nationale = endroit.Nationale,
            ValeurErronee = declaration.ValeurErronee,
            ValeurProposee = declaration.ValeurProposee,
            Description = declaration.Description,
            Systeme = declaration.Systeme,
            Declarant = declaration.Declarant,
            NomDeclarant = declaration.NomDeclarant,
            Regle = declaration.Regle,
            Destinataire = destinataire,
            CreeLe = instant,
            ModifieLe = instant,
        };
        anomalie.Entrer(null, StatutAnomalie.Cree, declaration.Declarant, null, instant);
        anomalie.Entrer(StatutAnomalie.Cree, destinataire is null ? StatutAnomalie.Bloque : StatutAnomalie.ATraiter, Moteur, null, instant);
        return anomalie;
    }

    /// <summary>What the caller is to it.</summary>
    public IReadOnlyCollection<RoleAnomalie> Roles(string sujet, Acces.Perimetre perimetre) =>
    [
        .. Declarant == sujet ? [RoleAnomalie.Declarant] : Array.Empty<RoleAnomalie>(),
        .. Destinataire is { } d && DestinataireAnomalie.De(perimetre).Contains(d) ? [RoleAnomalie.Destinataire] : Array.Empty<RoleAnomalie>(),
        .. Region is { } region && perimetre.RegionsVisibles.Contains(region) ? [RoleAnomalie.Referent] : Array.Empty<RoleAnomalie>(),
    ];

    /// <param name="jour">Where the object stands.</param>
    public Resultat<Rien> Passer(
        StatutAnomalie vers, IReadOnlyCollection<RoleAnomalie> roles, string par, string? commentaire, DateOnly? echeance, DateOnly jour, DateTime instant)
    {
        if (CycleAnomalie.Refuser(Statut, vers, roles) is { } refus)
        {
            return refus;
        }

        if (RefuserEcheance(vers, echeance, jour) is { } faute)
        {
            return faute;
        }

        // Blocked, or sent to somebody else: the référent who puts it back to work takes it upon themselves.
        if (vers == StatutAnomalie.ATraiter && Statut is (StatutAnomalie.Bloque or StatutAnomalie.DestinataireErrone))
        {
            Destinataire = new(Acces.Role.ReferentRor, Region!);
        }

        Echeance = echeance;
        Entrer(Statut, vers, par, commentaire, instant);
        Toucher(instant);
        return default(Rien);
    }

    /// <summary>The tolerance is over.</summary>
    /// <returns>Whether it was.</returns>
    public bool TerminerTolerance(DateOnly jour, DateTime instant) => Statut == StatutAnomalie.TolereTemporairement && Echeance <= jour && ParLeService(StatutAnomalie.ATraiter, Moteur, jour, instant);

    /// <summary>The gap is gone: corrected, or cancelled when nobody had it to treat.</summary>
    /// <returns>Whether something was left to end.</returns>
    public bool Resoudre(string par, DateOnly jour, DateTime instant) => CycleAnomalie.Resolu(Statut) is { } vers && ParLeService(vers, par, jour, instant);

    private bool ParLeService(StatutAnomalie vers, string par, DateOnly jour, DateTime instant) => Passer(vers, [RoleAnomalie.Systeme], par, null, null, jour, instant).EstSucces;

    private static Erreur? RefuserEcheance(StatutAnomalie vers, DateOnly? echeance, DateOnly jour) => (vers == StatutAnomalie.TolereTemporairement, echeance) switch
    {
        (true, null) => AnomalieErreurs.EcheanceRequise.Sur("/echeance"),
        (true, { } fin) when fin <= jour => AnomalieErreurs.EcheancePassee.Sur("/echeance"),
        (false, not null) => AnomalieErreurs.EcheanceSansObjet.Sur("/echeance"),
        _ => null,
    };

    private void Entrer(StatutAnomalie? de, StatutAnomalie vers, string par, string? commentaire, DateTime instant)
    {
        (Statut, Historique) = (vers, [.. Historique, new(de, vers, par, instant, commentaire)]);
        CleVivante = vers.EstVivant() ? Cle(Regle, ObjetId, new(Section, Champ, Nationale)) : null;
    }
}
