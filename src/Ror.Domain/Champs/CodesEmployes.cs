using Ror.Domain.Commun;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Offres;
using Ror.Domain.Offres.Sections;

namespace Ror.Domain.Champs;

/// <summary>A code where it is used.</summary>
/// <param name="Liste">Short name of the value set of the field.</param>
public readonly record struct CodeEmploye(string Liste, CodeNos Code);

/// <summary>Every code that a content holds, read from the declarations.</summary>
public static class CodesEmployes
{
    public static IEnumerable<CodeEmploye> De(ContenuOffre contenu) => LesSections.Toutes.SelectMany(s => s.Lire(contenu) is { } section ? De(s.Champs, section) : []);

    /// <summary>With the place of each: the key of its section, and its JSON Pointer there. What a national directory gives is nobody's here to mend.</summary>
    public static IEnumerable<(string Section, string Champ, CodeEmploye Employe)> Places(ContenuOffre contenu) =>
        LesSections.Toutes.SelectMany(s => s.Lire(contenu) is { } section ? Places(s.Champs, section, "").Select(p => (s.Cle, p.Champ, p.Employe)) : []);

    private static IEnumerable<(string Champ, CodeEmploye Employe)> Places(IReadOnlyList<Champ> champs, object porteur, string prefixe) => champs.Where(c => !c.National).SelectMany(champ => (champ.Type, champ.Lire(porteur)) switch
    {
        (_, null) => [],
        (TypeChamp.Code, CodeNos code) => [(prefixe + champ.Pointeur, new CodeEmploye(champ.Nomenclature!, code))],
        (TypeChamp.Codes, Liste<CodeNos> codes) => codes.Select((code, i) => ($"{prefixe}{champ.Pointeur}/{i}", new CodeEmploye(champ.Nomenclature!, code))),
        (TypeChamp.Objet, { } objet) => Places(champ.Colonnes, objet, prefixe + champ.Pointeur),
        (TypeChamp.Lignes, System.Collections.IEnumerable lignes) => lignes.Cast<object>().SelectMany((ligne, i) => Places(champ.Colonnes, ligne, $"{prefixe}{champ.Pointeur}/{i}")),
        _ => [],
    });

    public static IEnumerable<CodeEmploye> De(IReadOnlyList<Champ> champs, object porteur) => champs.SelectMany(champ => (champ.Type, champ.Lire(porteur)) switch
    {
        (_, null) => [],
        (TypeChamp.Code, CodeNos code) => [new CodeEmploye(champ.Nomenclature!, code)],
        (TypeChamp.Codes, Liste<CodeNos> codes) => codes.Select(code => new CodeEmploye(champ.Nomenclature!, code)),
        (TypeChamp.Objet, { } objet) => De(champ.Colonnes, objet),
        (TypeChamp.Lignes, System.Collections.IEnumerable lignes) => lignes.Cast<object>().SelectMany(ligne => De(champ.Colonnes, ligne)),
        _ => [],
    });
}
