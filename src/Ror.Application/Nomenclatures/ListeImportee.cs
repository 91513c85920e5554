using Ror.Domain.Nomenclatures;

namespace Ror.Application.Nomenclatures;

public enum IssueListe
{
    /// <summary>In force, or would be.</summary>
    Appliquee,

    /// <summary>That very version is in force already.</summary>
    Inchangee,

    /// <summary>Nothing of it was taken; the version in force stays.</summary>
    Refusee,
}

/// <summary>Why a list, or a file, was refused.</summary>
/// <param name="Place">Line and column, JSON Pointer, or element at fault.</param>
public sealed record FauteImport(string Code, string Message, string? Place);

/// <summary>What uses a code.</summary>
/// <param name="Brouillons">Drafts, and working copies of published offers.</param>
/// <param name="Modeles">References (<c>url|version</c>) of modèles de saisie.</param>
/// <param name="Exemples">Identifiers of some of the offers and structures.</param>
public sealed record UsagesCode(int OffresPubliees, int Brouillons, int Structures, IReadOnlyList<string> Modeles, IReadOnlyList<string> Exemples)
{
    public static readonly UsagesCode Aucun = new(0, 0, 0, [], []);
}

/// <summary>What happens to one code.</summary>
/// <param name="Systeme">Only where the list holds that code in several systems.</param>
/// <param name="Usages">Absent of a new code.</param>
public sealed record EcartLu(NatureEcart Nature, string Code, string? Systeme, string? LibelleAvant, string? LibelleApres, UsagesCode? Usages);

/// <summary>A line of the report of an import: one list of one file, or the fault of that file. A list with many codes that change takes several lines.</summary>
/// <param name="Fichier">Of a file in an archive, <c>archive.zip/dossier/fichier</c>.</param>
/// <param name="VersionRemplacee">The one that was in force.</param>
/// <param name="Nombre">Codes, or links of an association.</param>
public sealed record ListeImportee(
    string Fichier, string? Nom, string? NomOfficiel, GenreListe? Genre, string? Version, string? VersionRemplacee, IssueListe Issue, int Nombre, IReadOnlyList<FauteImport> Fautes, IReadOnlyList<EcartLu> Ecarts)
{
    /// <summary>Of one line: the report of a list of any size is written, read and paged piece by piece.</summary>
    public const int EcartsMax = 500;

    /// <summary>True: this line goes on with the codes of the list of the line before.</summary>
    public bool Suite { get; init; }
}
