using Ror.Domain.ModelesSaisie;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Offres;
using Ror.Domain.Offres.Parcours;
using Ror.Domain.Offres.Sections;
using Ror.Domain.Professionnels;
using Ror.Domain.Structures;
using Ror.Domain.Territoires;

namespace Ror.Domain.Champs;

/// <summary>All that a field's declaration may ask about: the offer as it would be, where it stands, and the lists in force.</summary>
/// <param name="Parcours">Key of the parcours: <c>structure</c> or <c>liberal</c>.</param>
/// <param name="Categorie">Category (J55) of the établissement.</param>
/// <param name="Jour">The day by which codes are in force or not.</param>
public sealed record ContexteSaisie(
    string Parcours, Secteur Secteur, string Categorie, ContenuOffre Contenu, CatalogueNomenclatures Nomenclatures, CatalogueModeles Modeles, DateOnly Jour)
{
    private readonly ContenuOffre? _avant;

    private (bool Lu, ModeleSaisie? Modele) _modele;

    // Every field asks for the modèle: it is looked for once. A copy, whose content may differ, looks for its own.
    private ContexteSaisie(ContexteSaisie autre)
    {
        (Parcours, Secteur, Categorie, Contenu) = (autre.Parcours, autre.Secteur, autre.Categorie, autre.Contenu);
        (Nomenclatures, Modeles, Jour) = (autre.Nomenclatures, autre.Modeles, autre.Jour);
        (ModelesEpingles, AdresseEtablissement, Publie, Exercice) = (autre.ModelesEpingles, autre.AdresseEtablissement, autre.Publie, autre.Exercice);
        (_avant, ExtraitNational, LieuxFermes) = (autre._avant, autre.ExtraitNational, autre.LieuxFermes);
    }

    /// <summary>Modèles that the offer already had: they judge it for ever, even retired.</summary>
    public IReadOnlyList<string?> ModelesEpingles { get; init; } = [];

    public string? ChampActivite => Contenu.InformationsGenerales?.ChampActivite?.Code;

    /// <summary>Where the établissement stands.</summary>
    public Adresse? AdresseEtablissement { get; init; }

    /// <summary>Identifiers of lieux of the établissement that are closed for good.</summary>
    public IReadOnlyCollection<string> LieuxFermes { get; init; } = [];

    /// <summary>Of a liberal professional: modèles may be for a profession.</summary>
    public ExerciceProfessionnel? Exercice { get; init; }

    /// <summary>The content before the write that is judged; the content itself where nothing is written.</summary>
    public ContenuOffre Avant
    {
        get => _avant ?? Contenu;
        init => _avant = value;
    }

    /// <summary>What the national directories say now of a liberal offer.</summary>
    public ExtraitNational? ExtraitNational { get; init; }

    /// <summary>Of a liberal professional.</summary>
    public bool EstLiberal => Parcours == LesParcours.CleLiberal;

    /// <summary>What the world reads of the offer; null before the first publication.</summary>
    public ContenuOffre? Publie { get; init; }

    /// <summary>The modèle that the offer names and that fits it; one that does not fit judges nothing.</summary>
    public ModeleSaisie? Modele
    {
        get
        {
            if (!_modele.Lu)
            {
                _modele = (true, Modeles.Trouver(Contenu.InformationsGenerales?.ModeleSaisie) is { } m && Accepte(m) ? m : null);
            }

            return _modele.Modele;
        }
    }

    public IReadOnlyList<ModeleSaisie> ModelesProposes => [.. Modeles.Proposer(Parcours, Categorie, ChampActivite, Exercice).Where(m => !Exclus(m).Any())];

    public bool EstChamp(string champActivite) => ChampActivite == champActivite;

    /// <summary>Fields published for good whose value that modèle excludes.</summary>
    public IEnumerable<Champ> Exclus(ModeleSaisie modele) => Publie is null ? []
        : LesSections.Toutes.SelectMany(s => s.Champs.Where(c => c.Immuable && modele.Regle(s.Cle, c.Nom)?.Admet(Publiee(s, c)) == false));

    /// <summary>Leaving aside what is published: a version that the offer already had may be retired; one just chosen is active.</summary>
    public bool Convient(ModeleSaisie modele) =>
        (ModelesEpingles.Contains(modele.Reference) ? modele with { Statut = StatutModele.Actif } : modele).Convient(Parcours, Categorie, ChampActivite, Exercice);

    private bool Accepte(ModeleSaisie modele) => Convient(modele) && !Exclus(modele).Any();

    private CodeNos? Publiee(DescriptionSection description, Champ champ) => description.Lire(Publie!) is { } section ? champ.Lire(section) as CodeNos : null;
}
