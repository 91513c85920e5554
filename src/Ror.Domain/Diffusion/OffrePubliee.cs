using Ror.Domain.Commun;
using Ror.Domain.Identifiants;
using Ror.Domain.Offres;
using Ror.Domain.Structures;
using Ror.Domain.Territoires;

namespace Ror.Domain.Diffusion;

/// <summary>A structure as an offer names it.</summary>
/// <param name="Identifiant">idNat_Struct of an EJ or EG, regional identifier of a pôle or UF.</param>
public sealed record StructureNommee(Guid Id, string Identifiant, string Nom);

/// <summary>The branch of the tree above a published offer.</summary>
public sealed record StructuresPubliees(
    StructureNommee EntiteJuridique, StructureNommee EntiteGeographique, StructureNommee? Pole, StructureNommee? UniteFonctionnelle)
{
    /// <summary>The one that the offer hangs on.</summary>
    public StructureNommee Parent => UniteFonctionnelle ?? EntiteGeographique;
}

/// <summary>What is published of an offer beside its content.</summary>
/// <param name="FermeturePrevue">What closes it next, planned for itself or for a level above; published as PRE (J185) while it is open.</param>
/// <param name="ChampActivite">J20.</param>
/// <param name="UniteSensible">Rows of sensitive units are filtered in the query, so that totals do not betray them.</param>
/// <param name="SuccesseurSensible">Is the successor that the closing in force names a sensitive unit?</param>
/// <param name="SuccesseurPrevuSensible">The same of the planned closing.</param>
/// <param name="Lieux">Where it is delivered.</param>
/// <param name="AdresseEtablissement">Where its établissement stands, of an offer that has no address of its own.</param>
public sealed record EtatOffrePubliee(
    int NumeroVersion,
    DateTime ValideeLe,
    StatutOffre Statut,
    Fermeture? Fermeture,
    Fermeture? FermeturePrevue,
    string Region,
    string Departement,
    Secteur Secteur,
    StructuresPubliees Structures,
    string ChampActivite,
    bool UniteSensible,
    bool SuccesseurSensible,
    bool SuccesseurPrevuSensible,
    Liste<LieuNomme> Lieux,
    Adresse? AdresseEtablissement)
{
    /// <summary>As those read it who do not see sensitive units: neither a successor nor a lieu that is one is named.</summary>
    public EtatOffrePubliee Ouvert => SuccesseurSensible || SuccesseurPrevuSensible || Lieux.Any(l => l.UniteSensible)
        ? this with
        {
            Fermeture = SansSuccesseur(Fermeture, SuccesseurSensible),
            FermeturePrevue = SansSuccesseur(FermeturePrevue, SuccesseurPrevuSensible),
            Lieux = Lieux.Where(l => !l.UniteSensible).EnListe(),
        }
        : this;

    private static Fermeture? SansSuccesseur(Fermeture? fermeture, bool sensible) => sensible ? fermeture! with { Successeur = null } : fermeture;
}

/// <summary>What the world reads of an offer: one light row, searched by its columns; its content is a <see cref="ContenuPublie"/>.</summary>
public sealed class OffrePubliee : ObjetPublie
{
    private OffrePubliee()
    {
    }

    public IdentifiantRegional Identifiant { get; private init; } = null!;

    /// <summary>Number of the published version.</summary>
    public int NumeroVersion { get; private set; }

    public DateTime ValideeLe { get; private set; }

    public StatutOffre Statut { get; private set; }

    public Fermeture? Fermeture { get; private set; }

    public Fermeture? FermeturePrevue { get; private set; }

    public string Region { get; private set; } = null!;

    public string Departement { get; private set; } = null!;

    public Secteur Secteur { get; private set; }

    public Guid EntiteGeographiqueId { get; private set; }

    public StructuresPubliees Structures { get; private set; } = null!;

    public string ChampActivite { get; private set; } = null!;

    public bool UniteSensible { get; private set; }

    /// <summary>Named by the closing in force: whoever changes the sensitivity of that one finds this one.</summary>
    public IdentifiantRegional? Successeur { get; private set; }

    public bool SuccesseurSensible { get; private set; }

    /// <summary>Named by the planned closing.</summary>
    public IdentifiantRegional? SuccesseurPrevu { get; private set; }

    public bool SuccesseurPrevuSensible { get; private set; }

    public Liste<LieuNomme> Lieux { get; private set; } = [];

    public Adresse? AdresseEtablissement { get; private set; }

    public EtatOffrePubliee Etat => new(
        NumeroVersion, ValideeLe, Statut, Fermeture, FermeturePrevue, Region, Departement, Secteur, Structures, ChampActivite, UniteSensible, SuccesseurSensible, SuccesseurPrevuSensible, Lieux, AdresseEtablissement);

    public static OffrePubliee De(Guid id, IdentifiantRegional identifiant) => new() { Id = id, Identifiant = identifiant };

    /// <summary>The next version of what is read.</summary>
    public void Ecrire(EtatOffrePubliee etat)
    {
        Version++;
        (NumeroVersion, ValideeLe, Statut, Fermeture, FermeturePrevue, Region, Departement, Secteur, Structures, ChampActivite, UniteSensible, SuccesseurSensible, SuccesseurPrevuSensible, Lieux, AdresseEtablissement) = etat;
        EntiteGeographiqueId = etat.Structures.EntiteGeographique.Id;
        (Successeur, SuccesseurPrevu) = (IdentifiantRegional.Lire(etat.Fermeture?.Successeur), IdentifiantRegional.Lire(etat.FermeturePrevue?.Successeur));
    }
}

/// <summary>The published content of an offer, codes only; apart, so that closing or renaming ten thousand offers reads none of it.</summary>
public sealed class ContenuPublie
{
    private ContenuPublie()
    {
    }

    /// <summary>Id of the offer.</summary>
    public Guid Id { get; private init; }

    public ContenuOffre Contenu { get; private set; } = null!;

    public static ContenuPublie De(Guid id, ContenuOffre contenu) => new() { Id = id, Contenu = contenu };

    public void Ecrire(ContenuOffre contenu) => Contenu = contenu;
}
