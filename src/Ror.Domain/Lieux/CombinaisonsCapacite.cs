using Ror.Domain.Commun;

namespace Ror.Domain.Lieux;

/// <summary>May a dimension be there?</summary>
public enum Presence
{
    Interdite,
    Facultative,
    Obligatoire,
}

/// <summary>One line of the table: what goes with a status of capacity (J188).</summary>
/// <param name="Temporalites">J189.</param>
/// <param name="Genre">J190.</param>
/// <param name="TypeFermeture">J191.</param>
/// <param name="TypeLitSupplementaire">J192.</param>
/// <param name="TypeCrise">J194.</param>
public sealed record CombinaisonCapacite(string Statut, IReadOnlyList<string> Temporalites, Presence Genre, Presence TypeFermeture, Presence TypeLitSupplementaire, Presence TypeCrise);

/// <summary>
/// The valid combinations, as data (domain §9): the national list is not public. Affectation and nature go with each of them; a status that is not in the table
/// has no indicator.
/// </summary>
public static class CombinaisonsCapacite
{
    private const string Courant = "01";

    public static IReadOnlyList<CombinaisonCapacite> Table { get; } =
    [
        new(IndicateurCapacite.Installe, [Courant], Presence.Interdite, Presence.Interdite, Presence.Interdite, Presence.Interdite),
        new(IndicateurCapacite.Disponible, [Courant, "02", "03", "04", "05"], Presence.Facultative, Presence.Interdite, Presence.Interdite, Presence.Interdite),
        new(IndicateurCapacite.Occupe, [Courant], Presence.Interdite, Presence.Interdite, Presence.Interdite, Presence.Interdite),
        new(IndicateurCapacite.Reserve, [Courant], Presence.Interdite, Presence.Interdite, Presence.Interdite, Presence.Interdite),
        new(IndicateurCapacite.Ferme, [Courant], Presence.Interdite, Presence.Obligatoire, Presence.Interdite, Presence.Interdite),
        new(IndicateurCapacite.Supplementaire, [Courant], Presence.Interdite, Presence.Interdite, Presence.Obligatoire, Presence.Facultative),
    ];

    /// <summary>What is too much in the indicator, and what is missing; mandatory fields are told by their declarations.</summary>
    public static IEnumerable<Erreur> Verifier(IndicateurCapacite indicateur)
    {
        if (indicateur.Statut is not { Code: var statut })
        {
            return [];
        }

        if (Table.SingleOrDefault(l => l.Statut == statut) is not { } ligne)
        {
            return [CapaciteErreurs.Combinaison.Sur("/statut", new Bilingue("d'indicateur", "an indicator"), statut) with { ValeursAdmises = [.. Table.Select(l => l.Statut)] }];
        }

        return new[]
        {
            indicateur.Temporalite is { } temporalite && !ligne.Temporalites.Contains(temporalite.Code)
                ? CapaciteErreurs.Combinaison.Sur("/temporalite", new Bilingue($"la temporalité {temporalite.Code}", $"temporality {temporalite.Code}"), statut) with { ValeursAdmises = ligne.Temporalites } : null,
            Verifier(ligne.Genre, indicateur.Genre is not null, "/genre", new("de genre", "a sex"), new("un genre", "a sex"), statut),
            Verifier(ligne.TypeFermeture, indicateur.TypeFermeture is not null, "/typeFermeture", new("de type de fermeture", "a type of closing"), new("un type de fermeture", "a type of closing"), statut),
            Verifier(ligne.TypeLitSupplementaire, indicateur.TypeLitSupplementaire is not null, "/typeLitSupplementaire", new("de type de lit supplémentaire", "a type of extra bed"), new("un type de lit supplémentaire", "a type of extra bed"), statut),
            Verifier(ligne.TypeCrise, indicateur.TypeCrise is not null, "/typeCrise", new("de type de crise", "a type of crisis"), new("un type de crise", "a type of crisis"), statut),
        }.OfType<Erreur>();
    }

    private static Erreur? Verifier(Presence presence, bool present, string pointeur, Bilingue interdit, Bilingue demande, string statut) => (presence, present) switch
    {
        (Presence.Interdite, true) => CapaciteErreurs.Combinaison.Sur(pointeur, interdit, statut),
        (Presence.Obligatoire, false) => CapaciteErreurs.CombinaisonIncomplete.Sur(pointeur, demande, statut),
        _ => null,
    };
}
