using Ror.Domain.Commun;

namespace Ror.Domain.Offres;

/// <summary>What is proposed to a liberal professional of that type d'offre, as data: <c>propositions-liberal.csv</c>. Nothing of it is stored before they validate it.</summary>
public static class PropositionsLiberales
{
    private const string Activite = "activite";

    public static IReadOnlyList<PropositionLiberale> Table { get; } =
        [.. TableCsv.Lire("propositions-liberal.csv").Select(l => new PropositionLiberale(l[0], l[1] == Activite ? ChampPropose.Activites : ChampPropose.ActesSpecifiques, l[2], l[3] == "oui"))];

    private static readonly ILookup<string, PropositionLiberale> ParType = Table.ToLookup(p => p.TypeOffre, StringComparer.Ordinal);

    /// <summary>In the order of the table; a code that two types propose comes once.</summary>
    public static IReadOnlyList<PropositionLiberale> De(IEnumerable<string> typesOffre) =>
        [.. typesOffre.SelectMany(t => ParType[t]).GroupBy(p => (p.Champ, p.Code)).Select(g => g.First() with { Coeur = g.Any(p => p.Coeur) })];
}

/// <summary>The field that a proposal is for.</summary>
public enum ChampPropose
{
    Activites,
    ActesSpecifiques,
}

/// <param name="TypeOffre">J238.</param>
/// <param name="Code">J17 or J16.</param>
/// <param name="Coeur">It holds for nearly everyone of that type: it comes ticked.</param>
public sealed record PropositionLiberale(string TypeOffre, ChampPropose Champ, string Code, bool Coeur);
