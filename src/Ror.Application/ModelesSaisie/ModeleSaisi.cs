using System.Text.Json.Serialization;
using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.ModelesSaisie;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Offres;
using Ror.Domain.Offres.Sections;
using static Ror.Domain.Champs.Champ<Ror.Application.ModelesSaisie.ModeleSaisi>;

namespace Ror.Application.ModelesSaisie;

/// <summary>A modèle as an administrator writes it. What it says may be contradictory as long as it is a Projet.</summary>
public sealed record ModeleSaisi : IChamps, IRegles
{
    public string? Url { get; init; }

    public string? Titre { get; init; }

    public string? Parcours { get; init; }

    public ContexteModele? Contexte { get; init; }

    public Liste<RegleSaisie> Regles { get; init; } = [];

    /// <summary>Default values, in the shape of the sections.</summary>
    public ContenuOffre? Prereglages { get; init; }

    public static IReadOnlyList<Champ> Champs { get; } =
    [
        Texte("url", "URL canonique", m => m.Url, (m, v) => m with { Url = v }) with
        {
            Exigence = Champ.Toujours,
            Obligatoire = "toujours",
            LongueurMax = Canoniques.UrlMax,
            Aide = "La même pour toutes les versions ; une offre garde « url|version ».",
        },
        Texte("titre", "Titre", m => m.Titre, (m, v) => m with { Titre = v }) with { Exigence = Champ.Toujours, Obligatoire = "toujours", Aide = "Montré à qui choisit le modèle." },
        Texte("parcours", "Parcours", m => m.Parcours, (m, v) => m with { Parcours = v }) with
        {
            Exigence = Champ.Toujours,
            Obligatoire = "toujours",
            ValeursAdmises = ParcoursAdmis,
            Aide = "structure : offres d'un établissement ; liberal : offres d'un professionnel.",
        },
        Objet<ContexteModele>("contexte", "Contexte", m => m.Contexte, (m, v) => m with { Contexte = v }) with { Aide = "Quand le modèle est proposé." },
        Lignes<RegleSaisie>("regles", "Règles", m => m.Regles, (m, v) => m with { Regles = v ?? [] }) with { NombreMax = 200, Aide = "Une au plus par champ." },
    ];

    private static IReadOnlyList<string> ParcoursAdmis => ["structure", "liberal"];

    IEnumerable<Erreur> IRegles.Regles() =>
        Url is { Length: <= Canoniques.UrlMax } url && !Canoniques.EstUrl(url) ? [ModeleErreurs.UrlInvalide.Sur("/url", url)] : [];

    /// <summary>A Projet with this content.</summary>
    internal ModeleSaisie EnProjet(Guid id, string version, CatalogueNomenclatures nomenclatures)
    {
        var regles = Regles.Select(r => r.Lire(Prereglages ?? ContenuOffre.Vide, nomenclatures)).ToList();
        var reglees = regles.Select(r => (r.Section, r.Champ)).ToHashSet();
        var seules = LesSections.Toutes.SelectMany(s => s.Champs, (s, c) => new RegleSaisie { Section = s.Cle, Champ = c.Nom }).Where(r => !reglees.Contains((r.Section!, r.Champ!)))
            .Select(r => r.Lire(Prereglages ?? ContenuOffre.Vide, nomenclatures)).Where(r => r.ParDefaut is not null);
        return new(id, Url!, version, Titre!, StatutModele.Projet, Parcours!, Contexte ?? new(), ReglesModele.Canoniques(regles.Concat(seules)));
    }
}

/// <summary>What a modèle says of one field.</summary>
public sealed record RegleSaisie : IChamps
{
    public string? Section { get; init; }

    public string? Champ { get; init; }

    public string? Libelle { get; init; }

    public bool? Fixe { get; init; }

    public bool? Obligatoire { get; init; }

    public bool? Masque { get; init; }

    /// <summary>Null leaves the list whole; empty admits nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Liste<CodeAutorise>? CodesAutorises { get; init; }

    public Liste<FamillesSaisies> Familles { get; init; } = [];

    public static IReadOnlyList<Champ> Champs { get; } =
    [
        Champ<RegleSaisie>.Texte("section", "Section", r => r.Section, (r, v) => r with { Section = v }) with { Exigence = Domain.Champs.Champ.Toujours, Obligatoire = "toujours", LongueurMax = 60, Aide = "Clé de la section : accueil-prise-en-charge." },
        Champ<RegleSaisie>.Texte("champ", "Champ", r => r.Champ, (r, v) => r with { Champ = v }) with { Exigence = Domain.Champs.Champ.Toujours, Obligatoire = "toujours", LongueurMax = 60, Aide = "Nom du champ dans la section : typesOffre." },
        Champ<RegleSaisie>.Texte("libelle", "Libellé du champ", r => r.Libelle, (r, v) => r with { Libelle = v }) with { Aide = "Servi, ignoré en écriture." },
        Champ<RegleSaisie>.Booleen("fixe", "Fixé", r => r.Fixe, (r, v) => r with { Fixe = v }) with { Aide = "La valeur préréglée est la seule admise, en lecture seule." },
        Champ<RegleSaisie>.Booleen("obligatoire", "Obligatoire", r => r.Obligatoire, (r, v) => r with { Obligatoire = v }) with { Aide = "Rend obligatoire un champ facultatif." },
        Champ<RegleSaisie>.Booleen("masque", "Masqué", r => r.Masque, (r, v) => r with { Masque = v }) with { Aide = "Le champ ne se saisit pas ; jamais un champ obligatoire." },
        Champ<RegleSaisie>.Lignes<CodeAutorise>("codesAutorises", "Codes autorisés", r => r.CodesAutorises, (r, v) => r with { CodesAutorises = v }) with { NombreMax = 2000, Aide = "Parmi ceux de la nomenclature du champ ; absent, toute la liste ; vide, une contradiction." },
        Champ<RegleSaisie>.Lignes<FamillesSaisies>("familles", "Familles par activité", r => r.Familles, (r, v) => r with { Familles = v ?? [] }) with { NombreMax = 500, Aide = "Pour le champ activites : familles (J51) admises avec une activité (J17)." },
    ];

    internal RegleChamp Lire(ContenuOffre prereglages, CatalogueNomenclatures nomenclatures)
    {
        var description = LesSections.Toutes.FirstOrDefault(s => s.Cle == Section);
        var champ = description?.Champs.FirstOrDefault(c => c.Nom == Champ);
        var liste = champ?.Nomenclature is { } nom ? nomenclatures.Trouver(nom) : null;
        var valeur = champ is not null && description!.Lire(prereglages) is { } section && champ.EstRempli(section) ? champ.Lire(section) : null;
        return new(
            Section!,
            Champ!,
            CodesAutorises?.Select(c => new CodeNos(c.Code!, c.Systeme)).Select(c => liste?.Reduire(c) ?? c).EnListe(),
            valeur,
            Fixe is true,
            Obligatoire is true,
            Familles.Count == 0 ? null : Familles.Select(f => new FamillesAdmises(f.Activite!, f.Familles)).EnListe())
        {
            Masque = Masque is true,
        };
    }
}

/// <summary>One code of a list.</summary>
public sealed record CodeAutorise : IChamps
{
    public string? Code { get; init; }

    public string? Libelle { get; init; }

    public string? Systeme { get; init; }

    public static IReadOnlyList<Champ> Champs { get; } =
    [
        Champ<CodeAutorise>.Texte("code", "Code", c => c.Code, (c, v) => c with { Code = v }) with { Exigence = Champ.Toujours, Obligatoire = "toujours", LongueurMax = 100, Aide = "De la nomenclature du champ." },
        Champ<CodeAutorise>.Texte("libelle", "Libellé", c => c.Libelle, (c, v) => c with { Libelle = v }) with { LongueurMax = 1000, Aide = "Servi, ignoré en écriture." },
        Champ<CodeAutorise>.Texte("systeme", "Système", c => c.Systeme, (c, v) => c with { Systeme = v }) with { LongueurMax = 300, Aide = "Requis si la nomenclature a ce code dans plusieurs systèmes." },
    ];
}

/// <summary>Familles that go with an activité.</summary>
public sealed record FamillesSaisies : IChamps
{
    public string? Activite { get; init; }

    public Liste<string> Familles { get; init; } = [];

    public static IReadOnlyList<Champ> Champs { get; } =
    [
        Champ<FamillesSaisies>.Texte("activite", "Activité", f => f.Activite, (f, v) => f with { Activite = v }) with { Exigence = Champ.Toujours, Obligatoire = "toujours", LongueurMax = 100, Aide = "Code J17." },
        Champ<FamillesSaisies>.Textes("familles", "Familles", f => f.Familles, (f, v) => f with { Familles = v ?? [] }) with { Exigence = Champ.Toujours, Obligatoire = "toujours", LongueurMax = 100, Aide = "Codes J51." },
    ];
}
