using System.Collections.Frozen;

namespace Ror.Domain.Nomenclatures;

/// <summary>
/// Which families (J51) an activity (J17) may be entered under, where the champ is médico-social: those that ASS_A14 links to it. Its sources are written two
/// ways: the number of a SERAFIN service, which opens the label of a code of TRE_R265 (<c>2.1.1.1</c> is <c>004</c>), or that code itself; blanks and tabs stray.
/// An activity none of whose links leads into J51 takes any family.
/// </summary>
public sealed class FamillesActivite(JeuDeValeurs familles, IEnumerable<PaireNos> paires)
{
    private readonly FrozenDictionary<string, IReadOnlyList<string>> _parActivite = Resoudre(familles, paires);

    /// <returns>Null when any family goes.</returns>
    public IReadOnlyList<string>? De(string activite) => _parActivite.GetValueOrDefault(activite);

    private static FrozenDictionary<string, IReadOnlyList<string>> Resoudre(JeuDeValeurs familles, IEnumerable<PaireNos> paires)
    {
        var presentes = familles.Entrees.Where(e => !e.HorsListe).ToList();
        var parNumero = presentes.Where(e => e.Libelle.Length > 0 && char.IsAsciiDigit(e.Libelle[0]))
            .GroupBy(e => e.Libelle.Split(' ')[0].TrimEnd('.')).ToDictionary(g => g.Key, g => g.First().Code);
        return paires.Select(p => (Activite: p.CodeCible.Trim(), Famille: Famille(p.CodeSource.Trim())))
            .Where(p => p.Famille is not null)
            .GroupBy(p => p.Activite, p => p.Famille!)
            .ToFrozenDictionary(g => g.Key, IReadOnlyList<string> (g) => [.. g.Distinct().Order(StringComparer.Ordinal)]);

        string? Famille(string source) => parNumero.GetValueOrDefault(source) ?? (source.Length == 3 && presentes.Any(e => e.Code == source) ? source : null);
    }
}
