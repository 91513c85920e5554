namespace Ror.Domain.Nomenclatures;

/// <summary>One line of a value set.</summary>
/// <param name="Systeme">Canonical URL of the code system (TRE).</param>
/// <param name="Debut">First day of validity; null when the source gives none.</param>
/// <param name="Fin">Last day of validity; null while the code is alive.</param>
public sealed record EntreeNomenclature(string Code, string Libelle, string Systeme, DateOnly? Debut, DateOnly? Fin)
{
    public bool EstValideLe(DateOnly jour) => (Debut is null || Debut <= jour) && (Fin is null || jour <= Fin);
}

/// <summary>A value set (JDV) of the NOS in one version.</summary>
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

    public IEnumerable<EntreeNomenclature> DeCode(string code) => _parCode[code];

    /// <summary>The single entry that the code names; null when unknown, or held in several systems without one being given.</summary>
    public EntreeNomenclature? Trouver(CodeNos code)
    {
        var candidates = DeCode(code.Code).Where(e => code.Systeme is null || e.Systeme == code.Systeme).Take(2).ToList();
        return candidates.Count == 1 ? candidates[0] : null;
    }

    /// <summary>The canonical form of a code: the system only where the code alone is ambiguous.</summary>
    public CodeNos Reduire(CodeNos code) =>
        code.Systeme is not null && Trouver(code) is not null && DeCode(code.Code).Count() == 1 ? code with { Systeme = null } : code;

    public CodeNos CodeDe(EntreeNomenclature entree) => Reduire(new CodeNos(entree.Code, entree.Systeme));
}
