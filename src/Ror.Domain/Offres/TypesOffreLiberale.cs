using Ror.Domain.Commun;
using Ror.Domain.Professionnels;

namespace Ror.Domain.Offres;

/// <summary>Profession and savoir-faire → types d'offre (J238) of a liberal offer, as data: <c>type-offre-liberal.csv</c>.</summary>
public static class TypesOffreLiberale
{
    // The rank of the rows without a savoir-faire.
    private const int Profession = 4;

    public static IReadOnlyList<LigneTypeLiberal> Table { get; } =
        [.. TableCsv.Lire("type-offre-liberal.csv").Select(l => new LigneTypeLiberal(l[0], l[1], l[2], l[3], l[4], int.Parse(l[5], System.Globalization.CultureInfo.InvariantCulture)))];

    private static readonly ILookup<string, LigneTypeLiberal> ParProfession = Table.ToLookup(l => l.Profession, StringComparer.Ordinal);

    /// <summary>The rows of the smallest rank that has a match give the types; empty when the professional will have to choose.</summary>
    public static IReadOnlyList<string> De(ExerciceProfessionnel exercice)
    {
        var lignes = ParProfession[exercice.Profession.Code].Where(l => exercice.Profession.Systeme is null || l.Systeme == exercice.Profession.Systeme).ToList();
        var rang = lignes.Where(l => Convient(l, exercice, lignes)).GroupBy(l => l.Rang).MinBy(g => g.Key);
        return rang is null ? [] : [.. rang.Select(l => l.TypeOffre).Distinct()];
    }

    // A spécialité without a row does not make a généraliste; where one type is all that the profession has, it does not matter.
    private static bool Convient(LigneTypeLiberal ligne, ExerciceProfessionnel exercice, List<LigneTypeLiberal> lignes) => ligne.Rang == Profession
        ? !exercice.SavoirFaire.Any(s => s.Type is SavoirFaire.Specialite or SavoirFaire.CompetenceExclusive) || lignes.All(l => l.TypeOffre == ligne.TypeOffre)
        : exercice.SavoirFaire.Contains(new(ligne.TypeSavoirFaire, ligne.SavoirFaire));
}

/// <param name="Rang">1 compétence exclusive, 2 spécialité, 3 other savoir-faire, 4 the profession alone.</param>
public sealed record LigneTypeLiberal(string Profession, string Systeme, string TypeSavoirFaire, string SavoirFaire, string TypeOffre, int Rang);
