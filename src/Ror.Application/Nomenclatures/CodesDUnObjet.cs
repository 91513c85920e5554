using Ror.Domain.Champs;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Structures;

namespace Ror.Application.Nomenclatures;

/// <summary>
/// The codes that one offer or structure holds, on a light row of its own kept with it: who uses a code is asked of all of them, without reading what they
/// contain. A line per code, <c>J19:28</c> or <c>J186:10|système</c>, the whole between line ends.
/// </summary>
/// <param name="Saisie">Of a draft or a working copy; null where there is none.</param>
/// <param name="Publies">Of what the world reads, or of a structure.</param>
/// <param name="ModeleSaisi">Modèle de saisie of a draft or a working copy.</param>
/// <param name="ModelePublie">Of what the world reads.</param>
public sealed record CodesDUnObjet(Guid Id, TypeNoeud Type, string Identifiant, string? Saisie, string? Publies, string? ModeleSaisi = null, string? ModelePublie = null)
{
    public static string? Ecrire(IEnumerable<CodeEmploye>? codes) => codes is null ? null
        : $"\n{string.Join('\n', codes.Select(c => Ligne(c.Liste, c.Code)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))}\n";

    public static string Prefixe(string liste) => $"\n{liste}:";

    public static string Motif(string liste, CodeNos code) => $"\n{Ligne(liste, code)}\n";

    /// <summary>Codes of that list in a text.</summary>
    public static IEnumerable<CodeNos> Lire(string? texte, string liste) => (texte ?? "").Split('\n')
        .Where(l => l.StartsWith($"{liste}:", StringComparison.Ordinal))
        .Select(l => l[(liste.Length + 1)..].Split('|', 2))
        .Select(l => new CodeNos(l[0], l.Length > 1 ? l[1] : null));

    /// <summary>All the codes of a text, each with its list.</summary>
    public static IEnumerable<CodeEmploye> Lire(string? texte) => (texte ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(l => (Ligne: l, Fin: l.IndexOf(':', StringComparison.Ordinal)))
        .Select(l => (Liste: l.Ligne[..l.Fin], Code: l.Ligne[(l.Fin + 1)..].Split('|', 2)))
        .Select(l => new CodeEmploye(l.Liste, new(l.Code[0], l.Code.Length > 1 ? l.Code[1] : null)));

    private static string Ligne(string liste, CodeNos code) => code.Systeme is null ? $"{liste}:{code.Code}" : $"{liste}:{code.Code}|{code.Systeme}";
}
