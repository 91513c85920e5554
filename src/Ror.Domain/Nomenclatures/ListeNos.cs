namespace Ror.Domain.Nomenclatures;

/// <summary>What a list of the NOS is.</summary>
public enum GenreListe
{
    /// <summary>TRE: owns its codes; obsolete ones stay in it for ever.</summary>
    Terminologie,

    /// <summary>JDV: picks codes from one or several TRE for one use.</summary>
    JeuDeValeurs,

    /// <summary>ASS: links codes of one system to codes of another.</summary>
    Association,
}

/// <summary>A code as a file gives it.</summary>
/// <param name="Systeme">Canonical URL, or <c>urn:oid:…</c> where the format names systems by their OID.</param>
/// <param name="Proprietes">Of a TRE: what value sets select by.</param>
public sealed record CodeLuNos(string Code, string Libelle, string Systeme, DateOnly? Debut, DateOnly? Fin, IReadOnlyDictionary<string, string> Proprietes);

/// <summary>One link of an association.</summary>
public sealed record PaireNos(string CodeSource, string SystemeSource, string CodeCible, string SystemeCible);

/// <summary>Codes that a value set takes from a TRE without listing them: those that meet every condition; all of them where there is none.</summary>
/// <param name="Conditions">Property of the TRE and its value.</param>
public sealed record FiltreNos(string Systeme, IReadOnlyDictionary<string, string> Conditions);

/// <summary>A list as a file gives it, before anything is known of the lists in force.</summary>
/// <param name="NomOfficiel"><c>JDV_J19_ModePriseEnCharge_ROR</c>, whatever the form in the file.</param>
/// <param name="Version">Fourteen digits in all formats; a later version is greater in the order of characters.</param>
/// <param name="Retiree">The whole list is no longer in use.</param>
public sealed record ListeNos(
    GenreListe Genre,
    string NomOfficiel,
    string? Url,
    string? Oid,
    string Version,
    string Titre,
    DateOnly? Fin,
    bool Retiree,
    IReadOnlyList<CodeLuNos> Codes,
    IReadOnlyList<FiltreNos> Filtres,
    IReadOnlyList<PaireNos> Paires)
{
    /// <summary>The URL was worked out from the address of a folder: one that is known already is better.</summary>
    public bool UrlDeduite { get; init; }

    /// <summary>The short name used in the service and its URLs: <c>J19</c>.</summary>
    public string Nom => NomsNos.Court(NomOfficiel)!;
}
