using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Professionnels;
using Ror.Domain.Structures;
using Ror.Domain.Territoires;

namespace Ror.Domain.Offres.Sections;

/// <summary>What RPPS, FINESS and health insurance say of a liberal offer: immutable, compared by value. Nobody enters it (RG_EXP_031).</summary>
public sealed record ExtraitNational : IChamps
{
    public StructureExercice? Structure { get; init; }

    public ExerciceNational? Exercice { get; init; }

    /// <summary>Absent while unknown, which blocks nothing.</summary>
    public ConventionnementNational? Conventionnement { get; init; }

    public static IReadOnlyList<Champ> Champs { get; } =
    [
        Champ<ExtraitNational>.Objet("structure", "Informations liées à la structure", e => e.Structure, (e, v) => e with { Structure = v }) with { National = true, Aide = "La structure dans laquelle l'offre est exercée." },
        Champ<ExtraitNational>.Objet("exercice", "Informations liées à l'exercice", e => e.Exercice, (e, v) => e with { Exercice = v }) with { National = true, Aide = "Le professionnel et son exercice, d'après le RPPS." },
        Champ<ExtraitNational>.Objet("conventionnement", "Informations liées au conventionnement", e => e.Conventionnement, (e, v) => e with { Conventionnement = v }) with { National = true, Aide = "D'après l'assurance maladie ; absent quand il n'est pas connu." },
    ];

    /// <summary>JSON Pointers, into the section, of all that it may tell.</summary>
    public static IEnumerable<string> Pointeurs => Places.Keys;

    private static Dictionary<string, Champ> Places { get; } = Champs.SelectMany(groupe => groupe.Colonnes.Select(c => (Pointeur: $"/extrait{groupe.Pointeur}{c.Pointeur}", Champ: c))).ToDictionary(p => p.Pointeur, p => p.Champ);

    /// <summary>The field at one of them; null when there is none.</summary>
    public static Champ? Trouver(string? pointeur) => pointeur is null ? null : Places.GetValueOrDefault(pointeur);

    /// <summary>Pointers, into the section, of what one says and the other does not.</summary>
    public static IEnumerable<string> Differences(ExtraitNational avant, ExtraitNational apres) =>
        from groupe in Champs
        let a = groupe.Lire(avant)
        let b = groupe.Lire(apres)
        from colonne in groupe.Colonnes
        where !Equals(a is null ? null : Plein(colonne, a), b is null ? null : Plein(colonne, b))
        select $"/extrait{groupe.Pointeur}{colonne.Pointeur}";

    private static object? Plein(Champ colonne, object groupe) => colonne.EstRempli(groupe) ? colonne.Lire(groupe) : null;

    /// <param name="structure">Where the offer stands: the practice, or the maison de santé.</param>
    /// <param name="situation">Null: the directory no longer tells of it.</param>
    public static ExtraitNational De(FicheProfessionnel professionnel, SituationExercice? situation, ExerciceProfessionnel exercice, EntiteGeographique structure, CatalogueNomenclatures nomenclatures)
    {
        return new()
        {
            Structure = new()
            {
                IdNatStruct = structure.IdNatStruct.Valeur,
                Denomination = structure.Denomination,
                Categorie = Connu("J55", structure.Fiche.Categorie),
                Adresse = structure.Adresse,
            },
            Exercice = new()
            {
                Rpps = professionnel.Rpps,
                CiviliteExercice = professionnel.CiviliteExercice,
                Nom = professionnel.Nom,
                Prenom = professionnel.Prenom,
                Profession = Connu("J229", exercice.Profession),
                Specialites = exercice.Specialites.Select(s => Connu("J210", new(s))).OfType<CodeNos>().EnListe(),
                ModeExercice = situation?.Mode is { } mode ? Connu("J217", new(mode)) : null,
            },
            Conventionnement = situation?.Conventionnement is { } c ? new() { Secteur = Connu("J218", c.Secteur), Optam = c.Optam, CarteVitale = c.CarteVitale } : null,
        };

        // A code that the service's own list does not have is not for the professional to mend.
        CodeNos? Connu(string liste, CodeNos? code) => code is not null && nomenclatures[liste].Trouver(code) is not null ? code : null;
    }
}

/// <summary>Of FINESS, or of the RPPS for a practice.</summary>
public sealed record StructureExercice : IChamps
{
    public string? IdNatStruct { get; init; }

    public string? Denomination { get; init; }

    public CodeNos? Categorie { get; init; }

    public Adresse? Adresse { get; init; }

    public static IReadOnlyList<Champ> Champs { get; } =
    [
        Champ<StructureExercice>.Texte("idNatStruct", "Identifiant national de structure", s => s.IdNatStruct, (s, v) => s with { IdNatStruct = v }) with { National = true, Aide = "FINESS, ou RPPS-rang du cabinet." },
        Champ<StructureExercice>.Texte("denomination", "Dénomination", s => s.Denomination, (s, v) => s with { Denomination = v }) with { National = true, Aide = "Nom officiel de la structure." },
        Champ<StructureExercice>.Code("categorie", "Catégorie d'établissement", "J55", s => s.Categorie, (s, v) => s with { Categorie = v }) with { National = true, Aide = "Cabinet individuel, cabinet de groupe, maison de santé…" },
        Champ<StructureExercice>.Objet("adresse", "Adresse", s => s.Adresse, (s, v) => s with { Adresse = v }) with { National = true, Aide = "Celle que l'offre publie." },
    ];
}

/// <summary>Of the RPPS.</summary>
public sealed record ExerciceNational : IChamps
{
    public string? Rpps { get; init; }

    /// <summary>TRE_R11 (DR, PR…).</summary>
    public string? CiviliteExercice { get; init; }

    public string? Nom { get; init; }

    public string? Prenom { get; init; }

    public CodeNos? Profession { get; init; }

    public Liste<CodeNos> Specialites { get; init; } = [];

    public CodeNos? ModeExercice { get; init; }

    public static IReadOnlyList<Champ> Champs { get; } =
    [
        Champ<ExerciceNational>.Texte("rpps", "RPPS", e => e.Rpps, (e, v) => e with { Rpps = v }) with { National = true, Aide = "Onze chiffres." },
        Champ<ExerciceNational>.Texte("civiliteExercice", "Civilité d'exercice", e => e.CiviliteExercice, (e, v) => e with { CiviliteExercice = v }) with { National = true, Aide = "DR, PR…" },
        Champ<ExerciceNational>.Texte("nom", "Nom d'exercice", e => e.Nom, (e, v) => e with { Nom = v }) with { National = true, Aide = "Sous lequel le professionnel exerce." },
        Champ<ExerciceNational>.Texte("prenom", "Prénom d'exercice", e => e.Prenom, (e, v) => e with { Prenom = v }) with { National = true, Aide = "Sous lequel le professionnel exerce." },
        Champ<ExerciceNational>.Code("profession", "Profession", "J229", e => e.Profession, (e, v) => e with { Profession = v }) with { National = true, Aide = "Profession exercée dans cette structure." },
        Champ<ExerciceNational>.Codes("specialites", "Spécialités ordinales", "J210", e => e.Specialites, (e, v) => e with { Specialites = v ?? [] }) with { National = true, Aide = "Qualifications reconnues par l'Ordre." },
        Champ<ExerciceNational>.Code("modeExercice", "Mode d'exercice", "J217", e => e.ModeExercice, (e, v) => e with { ModeExercice = v }) with { National = true, Aide = "Libéral, salarié…" },
    ];
}

/// <summary>Of health insurance; each member is absent while unknown.</summary>
public sealed record ConventionnementNational : IChamps
{
    public CodeNos? Secteur { get; init; }

    public bool? Optam { get; init; }

    public bool? CarteVitale { get; init; }

    public static IReadOnlyList<Champ> Champs { get; } =
    [
        Champ<ConventionnementNational>.Code("secteur", "Secteur conventionné", "J218", c => c.Secteur, (c, v) => c with { Secteur = v }) with { National = true, Aide = "Secteur 1, 2, 3, ou non conventionné." },
        Champ<ConventionnementNational>.Booleen("optam", "OPTAM", c => c.Optam, (c, v) => c with { Optam = v }) with { National = true, Aide = "Option pratique tarifaire maîtrisée." },
        Champ<ConventionnementNational>.Booleen("carteVitale", "Carte Vitale acceptée", c => c.CarteVitale, (c, v) => c with { CarteVitale = v }) with { National = true, Aide = "Le professionnel lit la carte Vitale." },
    ];
}
