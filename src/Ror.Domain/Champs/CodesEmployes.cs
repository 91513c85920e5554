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
