namespace Ror.TestKit.Marche;

public enum GenreNoeud
{
    EntiteGeographique,
    Pole,
    UniteFonctionnelle,
    Offre,
}

public enum StatutNoeud
{
    Brouillon,
    Validee,
    FermeeTemporairement,
    FermeeDefinitivement,
}

public enum EtatEtape
{
    AFaire,
    Validee,
    ARevoir,
}

/// <param name="Type">Code J185: PRO, DEF, or PRE while it is only planned.</param>
/// <param name="Successeur">identifiantOffre of the offer that replaces this one.</param>
/// <param name="Origine">Of what is planned: id of the level above that it is planned for.</param>
public sealed record FermetureModele(string Type, DateOnly Date, DateOnly? Reouverture, string? Successeur = null, string? Origine = null)
{
    public override string ToString() => $"{Type} {Date:yyyy-MM-dd} {Reouverture:yyyy-MM-dd} {Successeur} {Origine}".Trim();
}

/// <summary>What the walk changes in an offer. Without a minimum age the offer lacks a mandatory field.</summary>
public sealed record ContenuModele(string Nom, int? AgeMin);

/// <summary>A node of the tree as domain.md tells it. A structure is never a Brouillon: it is open (Validee) or closed.</summary>
public sealed class NoeudModele(string id, GenreNoeud genre, NoeudModele? parent, string nom)
{
    public string Id { get; } = id;

    public GenreNoeud Genre { get; } = genre;

    public NoeudModele? Parent { get; set; } = parent;

    public List<NoeudModele> Enfants { get; } = [];

    /// <summary>Name of a structure.</summary>
    public string Nom { get; set; } = nom;

    public string Identifiant { get; set; } = "";

    /// <summary>Of an EG.</summary>
    public bool EstSanitaire { get; set; }

    public StatutNoeud Statut { get; set; } = genre == GenreNoeud.Offre ? StatutNoeud.Brouillon : StatutNoeud.Validee;

    /// <summary>The closing in force.</summary>
    public FermetureModele? Effective { get; set; }

    /// <summary>The node whose closing closed this one (H3): itself, or one above it.</summary>
    public NoeudModele? FermePar { get; set; }

    /// <summary>The level above that closed it last, whatever happened to that one since.</summary>
    public NoeudModele? EmporteePar { get; set; }

    /// <summary>The closing that waits for its day; its type is what it will be.</summary>
    public FermetureModele? Prevue { get; set; }

    public ContenuModele Travail { get; set; } = new(nom, null);

    /// <summary>Published contents, first to last.</summary>
    public List<ContenuModele> Versions { get; } = [];

    public EtatEtape[] Etapes { get; } = [EtatEtape.Validee, EtatEtape.AFaire, EtatEtape.AFaire];

    /// <summary>There before the walk: its content is not known.</summary>
    public bool Adoptee { get; set; }

    public string? ETag { get; set; }

    public string? ETagPerime { get; set; }

    public bool EstOffre => Genre == GenreNoeud.Offre;

    public bool EstFerme => Statut is StatutNoeud.FermeeTemporairement or StatutNoeud.FermeeDefinitivement;

    public bool EnAttente => Versions.Count > 0 && Travail != Versions[^1];

    public string NomLu => EstOffre ? Travail.Nom : Nom;

    /// <summary>As a representation shows it.</summary>
    public FermetureModele? Fermeture => Effective ?? (Prevision is null ? null : Prevision with { Type = "PRE", Origine = null });

    /// <summary>What closes it next, planned for itself or above.</summary>
    public FermetureModele? Prevision => ModelePrevisions.De(this, ModeleFermetures.Etat);

    public NoeudModele Eg => Genre == GenreNoeud.EntiteGeographique ? this : Parent!.Eg;

    public IEnumerable<NoeudModele> Ancetres => Parent is null ? [] : Parent.Ancetres.Prepend(Parent);

    public IEnumerable<NoeudModele> Sousarbre => Enfants.SelectMany(e => e.Sousarbre).Prepend(this);

    public bool SousFerme => Ancetres.Any(a => a.EstFerme);

    public bool SousFermeDefinitivement => Ancetres.Any(a => a.Statut == StatutNoeud.FermeeDefinitivement);

    public override string ToString() => $"{Genre} {Id[^6..]} « {NomLu} » {Statut} {Fermeture} (prévue {Prevue}) sous {string.Join(" < ", Ancetres.Select(a => $"{a.Id[^6..]} {a.Statut} {a.Fermeture}"))}";
}
