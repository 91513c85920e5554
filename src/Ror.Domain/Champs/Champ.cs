using Ror.Domain.Commun;
using Ror.Domain.Nomenclatures;

namespace Ror.Domain.Champs;

public enum TypeChamp
{
    Texte,
    Textes,
    Nombre,
    Booleen,
    Code,
    Codes,
    Age,
    Date,
    Lignes,
    Objet,
}

/// <summary>
/// The one declaration of a field. Input checks, forms, OpenAPI constraints, modèle mechanics, completeness and confidentiality read it.
/// </summary>
public abstract record Champ(string Nom, string Libelle, TypeChamp Type)
{
    /// <summary>"Bulle d'information" of the form.</summary>
    public string Aide { get; init; } = "";

    /// <summary>Short name of the value set (<c>J19</c>) of a code, or of the codes.</summary>
    public string? Nomenclature { get; init; }

    /// <summary>Characters, for texts.</summary>
    public int LongueurMax { get; init; } = 255;

    /// <summary>Elements, for lists.</summary>
    public int NombreMax { get; init; } = 100;

    /// <summary>Is the field mandatory in this context?</summary>
    public Func<ContexteSaisie, Exigence> Exigence { get; init; } = _ => Champs.Exigence.Facultatif;

    /// <summary>When it is mandatory, in words (<c>toujours</c>, or the condition); null when it never is.</summary>
    public string? Obligatoire { get; init; }

    /// <summary>Codes that this context admits, within the value set and beside the modèle; null when it restricts nothing.</summary>
    public Func<ContexteSaisie, CodeNos, bool>? Admet { get; init; }

    /// <summary>Codes that are admitted whatever the context; null when the whole value set is.</summary>
    public IReadOnlyList<string>? AdmetSansContexte { get; init; }

    /// <summary>Name of the rule behind <see cref="Admet"/> (<c>H2</c>, <c>RG_EXP_028</c>), for the message.</summary>
    public string RegleAdmission { get; init; } = "";

    /// <summary>Never changes after the first publication (RG_EXP_010, RG_EXP_011).</summary>
    public bool Immuable { get; init; }

    /// <summary>Nobody enters it in this context: it has the value of <see cref="ValeurFigee"/>.</summary>
    public Func<ContexteSaisie, bool> LectureSeule { get; init; } = _ => false;

    /// <summary>Preset at the birth of a liberal offer, from the national directories and tables; nobody enters it there.</summary>
    public static Func<ContexteSaisie, bool> EnLiberal { get; } = c => c.EstLiberal;

    public bool FigeEnLiberal => ReferenceEquals(LectureSeule, EnLiberal);

    /// <summary>The value of a field that nobody enters; null: the one that the offer has.</summary>
    public Func<ContexteSaisie, object?>? ValeurFigee { get; init; }

    /// <summary>It holds some of the codes of the field: what a modèle asks of the whole is not asked of it.</summary>
    public bool Partiel { get; init; }

    /// <summary>Changed by operations of its own alone: absent or equal in its section, and not for a modèle to rule.</summary>
    public bool ParOperations { get; init; }

    /// <summary>Comes from FINESS or RPPS where the object does: read-only there (RG_EXP_031).</summary>
    public bool National { get; init; }

    /// <summary>The closed list of a text that is not a NOS code.</summary>
    public IReadOnlyList<string>? ValeursAdmises { get; init; }

    /// <summary>The form of a text, or of each text of a list.</summary>
    public Motif? Motif { get; init; }

    /// <summary>A check that no regular expression tells: a key.</summary>
    public (Func<string, bool> EstJuste, TypeErreur Erreur)? Forme { get; init; }

    /// <summary>Bounds of a number.</summary>
    public (int Min, int Max) Bornes { get; init; } = (0, int.MaxValue);

    /// <summary>Line ends are admitted.</summary>
    public bool Multiligne { get; init; }

    /// <summary>Value taken when the field is left out.</summary>
    public object? ParDefaut { get; init; }

    public Confidentialite Confidentialite { get; init; }

    /// <summary>Fields of a row or of an object, for <see cref="TypeChamp.Lignes"/>, <see cref="TypeChamp.Objet"/> and <see cref="TypeChamp.Age"/>.</summary>
    public IReadOnlyList<Champ> Colonnes { get; init; } = [];

    /// <summary>For <see cref="TypeChamp.Lignes"/>: the value with each row changed, or left out where the change gives null.</summary>
    public Func<object, Func<object, object?>, object> ParLigne { get; init; } = (_, _) => throw new InvalidOperationException("Ce champ n'a pas de lignes.");

    /// <summary>.NET type of the value; defaults and modèle values have it too.</summary>
    public abstract Type TypeValeur { get; }

    public string Pointeur => "/" + Nom;

    public abstract object? Lire(object section);

    public abstract object Ecrire(object section, object? valeur);

    public bool EstRempli(object section) => EstRemplie(Lire(section));

    public static bool EstRemplie(object? valeur) => valeur switch
    {
        null => false,
        string texte => !string.IsNullOrWhiteSpace(texte),
        System.Collections.IEnumerable liste => liste.GetEnumerator().MoveNext(),
        _ => true,
    };

    /// <summary>Shorthand of <see cref="Exigence"/> and <see cref="Obligatoire"/> for a field that is always mandatory.</summary>
    public static Func<ContexteSaisie, Exigence> Toujours { get; } = _ => Champs.Exigence.Obligatoire;

    protected static T? Comme<T>(object? valeur) => valeur is null ? default : (T)valeur;
}

/// <summary>A field of <typeparamref name="TSection"/>, with its typed reader and writer.</summary>
public sealed record Champ<TSection, TValeur> : Champ
    where TSection : notnull
{
    private readonly Func<TSection, TValeur?> _lire;
    private readonly Func<TSection, TValeur?, TSection> _ecrire;

    public Champ(string nom, string libelle, TypeChamp type, Func<TSection, TValeur?> lire, Func<TSection, TValeur?, TSection> ecrire)
        : base(nom, libelle, type) => (_lire, _ecrire) = (lire, ecrire);

    /// <summary>The same field, borrowed by another record: one declaration, two places.</summary>
    internal Champ(Champ declaration, Func<TSection, TValeur?> lire, Func<TSection, TValeur?, TSection> ecrire)
        : base(declaration) => (_lire, _ecrire) = (lire, ecrire);

    public override Type TypeValeur => typeof(TValeur);

    public override object? Lire(object section) => _lire((TSection)section);

    public override object Ecrire(object section, object? valeur) => _ecrire((TSection)section, Comme<TValeur>(valeur));
}

/// <summary>Short constructors, one per type of field, so that a declaration reads as one line of a table.</summary>
public static class Champ<TSection>
    where TSection : notnull
{
    public static Champ<TSection, string> Texte(string nom, string libelle, Func<TSection, string?> lire, Func<TSection, string?, TSection> ecrire) =>
        new(nom, libelle, TypeChamp.Texte, lire, ecrire);

    public static Champ<TSection, Liste<string>> Textes(string nom, string libelle, Func<TSection, Liste<string>?> lire, Func<TSection, Liste<string>?, TSection> ecrire) =>
        new(nom, libelle, TypeChamp.Textes, lire, ecrire);

    public static Champ<TSection, bool?> Booleen(string nom, string libelle, Func<TSection, bool?> lire, Func<TSection, bool?, TSection> ecrire) =>
        new(nom, libelle, TypeChamp.Booleen, lire, ecrire);

    public static Champ<TSection, CodeNos> Code(string nom, string libelle, string liste, Func<TSection, CodeNos?> lire, Func<TSection, CodeNos?, TSection> ecrire) =>
        new(nom, libelle, TypeChamp.Code, lire, ecrire) { Nomenclature = liste };

    public static Champ<TSection, Liste<CodeNos>> Codes(
        string nom, string libelle, string liste, Func<TSection, Liste<CodeNos>?> lire, Func<TSection, Liste<CodeNos>?, TSection> ecrire) =>
        new(nom, libelle, TypeChamp.Codes, lire, ecrire) { Nomenclature = liste };

    public static Champ<TSection, DateOnly?> Date(string nom, string libelle, Func<TSection, DateOnly?> lire, Func<TSection, DateOnly?, TSection> ecrire) =>
        new(nom, libelle, TypeChamp.Date, lire, ecrire);

    public static Champ<TSection, TObjet> Objet<TObjet>(string nom, string libelle, Func<TSection, TObjet?> lire, Func<TSection, TObjet?, TSection> ecrire)
        where TObjet : class, IChamps =>
        new(nom, libelle, TypeChamp.Objet, lire, ecrire) { Colonnes = TObjet.Champs };

    public static Champ<TSection, Age> Age(string nom, string libelle, Func<TSection, Age?> lire, Func<TSection, Age?, TSection> ecrire) =>
        new(nom, libelle, TypeChamp.Age, lire, ecrire) { Colonnes = Champs.Age.Champs };

    public static Champ<TSection, Liste<TLigne>> Lignes<TLigne>(string nom, string libelle, Func<TSection, Liste<TLigne>?> lire, Func<TSection, Liste<TLigne>?, TSection> ecrire)
        where TLigne : IChamps =>
        new(nom, libelle, TypeChamp.Lignes, lire, ecrire)
        {
            Colonnes = TLigne.Champs,
            ParLigne = (valeur, acte) => ((Liste<TLigne>)valeur).Select(ligne => (TLigne?)acte(ligne)).OfType<TLigne>().EnListe(),
        };
}
