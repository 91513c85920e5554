namespace Ror.Domain.Nomenclatures;

/// <summary>One line of a value set.</summary>
/// <param name="Systeme">Canonical URL of the code system (TRE).</param>
/// <param name="Debut">First day of validity; null when the source gives none.</param>
/// <param name="Fin">Last day of validity; null while the code is alive.</param>
/// <param name="HorsListe">A former version held it: what was entered with it stays readable, nothing new is.</param>
public sealed record EntreeNomenclature(string Code, string Libelle, string Systeme, DateOnly? Debut, DateOnly? Fin, bool HorsListe = false)
{
    /// <summary>Of a TRE: what value sets select by.</summary>
    public IReadOnlyDictionary<string, string> Proprietes { get; init; } = SansPropriete;

    public static readonly IReadOnlyDictionary<string, string> SansPropriete = new Dictionary<string, string>();

    public bool EstValideLe(DateOnly jour) => !HorsListe && (Debut is null || Debut <= jour) && (Fin is null || jour <= Fin);
}

/// <summary>A list of the NOS in one version: mostly a value set (JDV), else the terminology (TRE) that value sets pick from, or an association (ASS).</summary>
/// <param name="nom">Short name used in the service and its URLs: <c>J19</c>.</param>
/// <param name="nomOfficiel">Name published by the ANS: <c>JDV_J19_ModePriseEnCharge_ROR</c>.</param>
/// <param name="url">Canonical URL.</param>
public sealed class JeuDeValeurs(
    string nom, string nomOfficiel, string url, string oid, string version, DateOnly date, string titre, IReadOnlyList<EntreeNomenclature> entrees)
{
    private readonly ILookup<string, EntreeNomenclature> _parCode = entrees.ToLookup(e => e.Code, StringComparer.Ordinal);

    public string Nom { get; } = nom;

    public string NomOfficiel { get; } = nomOfficiel;

    public string Url { get; } = url;

    public string Oid { get; } = oid;

    public string Version { get; } = version;

    public DateOnly Date { get; } = date;

    public string Titre { get; } = titre;

    public IReadOnlyList<EntreeNomenclature> Entrees { get; } = entrees;

    public GenreListe Genre { get; init; } = GenreListe.JeuDeValeurs;

    /// <summary>Which of the versions that this service has known, from 0; with the name, it never means another content.</summary>
    public int Rang { get; init; }

    /// <summary>The whole list is no longer in use: it stays readable, and nothing new is entered from it.</summary>
    public bool Retiree { get; init; }

    /// <summary>Last day of the whole list; null while it is alive.</summary>
    public DateOnly? Fin { get; init; }

    /// <summary>Links of an association.</summary>
    public IReadOnlyList<PaireNos> Paires { get; init; } = [];

    /// <summary>Codes that this version holds; links, for an association.</summary>
    public int Nombre => Genre == GenreListe.Association ? Paires.Count : Entrees.Count(e => !e.HorsListe);

    public IEnumerable<EntreeNomenclature> DeCode(string code) => _parCode[code];

    /// <summary>The single entry that the code names; null when unknown, or held in several systems without one being given.</summary>
    public EntreeNomenclature? Trouver(CodeNos code)
    {
        var candidates = DeCode(code.Code).Where(e => code.Systeme is null || e.Systeme == code.Systeme).ToList();

        // The list has taken that code from another system: it says the same, or what was entered before keeps its meaning.
        return candidates switch
        {
            [var seule] => seule,
            [var une, var autre] when une.HorsListe != autre.HorsListe => (une.Libelle == autre.Libelle) == une.HorsListe ? autre : une,
            _ => null,
        };
    }

    /// <summary>May this entry be newly entered on that day?</summary>
    public bool Admet(EntreeNomenclature entree, DateOnly jour) => !Retiree && (Fin is null || jour <= Fin) && entree.EstValideLe(jour);

    /// <summary>The canonical form of a code: the system only where the code alone is ambiguous.</summary>
    public CodeNos Reduire(CodeNos code) =>
        code.Systeme is not null && Trouver(code) is { } entree && ReferenceEquals(entree, Trouver(code with { Systeme = null })) ? code with { Systeme = null } : code;

    public CodeNos CodeDe(EntreeNomenclature entree) => Reduire(new CodeNos(entree.Code, entree.Systeme));
}
