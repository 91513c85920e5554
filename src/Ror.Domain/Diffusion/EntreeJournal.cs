using Ror.Domain.Acces;
using Ror.Domain.Commun;
using Ror.Domain.Structures;

namespace Ror.Domain.Diffusion;

/// <summary>What happened to an object that the world reads.</summary>
public enum NatureChangement
{
    Publication,
    Modification,
    Fermeture,
    Reouverture,
    Transfert,
    Retrait,
}

/// <summary>Where an object stood, for those who follow one part of the directory only.</summary>
public sealed record Emplacement(string? Region, Guid? EntiteGeographiqueId, string? ChampActivite, bool UniteSensible);

/// <summary>A member that changed, and who may read that it did.</summary>
/// <param name="Champ">JSON Pointer into the published representation.</param>
/// <param name="Profils">One bit per access profile 0–5.</param>
public sealed record ChampModifie(string Champ, int Profils);

/// <summary>A structure above whose own change changed the object.</summary>
public sealed record RaisonChangement(TypeNoeud Type, Guid Id, string Identifiant, string Nom);

/// <summary>One change, in the order of commits; numbered last in its transaction (ADR 21). Never changed afterwards.</summary>
public sealed class EntreeJournal
{
    private static readonly int ProfilsOuverts = Enumerable.Range(0, Perimetre.ProfilMax + 1).Where(p => !Visibilite.VoitOffre(p, uniteSensible: true)).Sum(p => 1 << p);

    private EntreeJournal()
    {
    }

    /// <summary>1, 2, 3 … without gaps.</summary>
    public long Sequence { get; private set; }

    /// <summary>The numbers of those who do not see sensitive units, without gaps either; null when the entry tells of what they never see.</summary>
    public long? SequenceOuverte { get; private set; }

    public NatureChangement Nature { get; private init; }

    public TypeNoeud Type { get; private init; }

    public Guid ObjetId { get; private init; }

    public string Identifiant { get; private init; } = null!;

    public long Version { get; private init; }

    public DateTime Instant { get; private init; }

    /// <summary>Null: it was not published.</summary>
    public string? RegionAvant { get; private init; }

    public string? Region { get; private init; }

    public Guid? EntiteGeographiqueAvant { get; private init; }

    public Guid? EntiteGeographique { get; private init; }

    public string? ChampActivite { get; private init; }

    public bool SensibleAvant { get; private init; }

    public bool Sensible { get; private init; }

    public Liste<ChampModifie> Champs { get; private init; } = [];

    public RaisonChangement? Raison { get; private init; }

    /// <summary>May callers who do not see sensitive units know of it?</summary>
    public bool EstOuverte => ((Nature != NatureChangement.Publication && !SensibleAvant) || (Nature != NatureChangement.Retrait && !Sensible))
        && (Nature != NatureChangement.Modification || SensibleAvant != Sensible || Champs.Count == 0 || Champs.Any(c => (c.Profils & ProfilsOuverts) != 0));

    /// <param name="avant">Null when it was not published.</param>
    /// <param name="apres">Null when it is published no more.</param>
    public static EntreeJournal De(
        NatureChangement nature, TypeNoeud type, ObjetPublie objet, string identifiant, DateTime instant, Emplacement? avant, Emplacement? apres, Liste<ChampModifie> champs, RaisonChangement? raison) => new()
        {
            Nature = nature,
            Type = type,
            ObjetId = objet.Id,
            Identifiant = identifiant,
            Version = objet.Version,
            Instant = instant,
            RegionAvant = avant?.Region,
            Region = (apres ?? avant)?.Region,
            EntiteGeographiqueAvant = avant?.EntiteGeographiqueId,
            EntiteGeographique = (apres ?? avant)?.EntiteGeographiqueId,
            ChampActivite = (apres ?? avant)?.ChampActivite,
            SensibleAvant = avant?.UniteSensible ?? false,
            Sensible = (apres ?? avant)?.UniteSensible ?? false,
            Champs = champs,
            Raison = raison,
        };

    public void Numeroter(long sequence, long? sequenceOuverte) => (Sequence, SequenceOuverte) = (sequence, sequenceOuverte);
}
