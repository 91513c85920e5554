namespace Ror.Application.Annuaires;

/// <summary>What asking the national directory gave.</summary>
/// <param name="Issue">Whether it answered.</param>
/// <param name="Raison">Why it did not.</param>
/// <param name="AChange">Something known here has changed.</param>
/// <param name="Comptes">What was done.</param>
/// <param name="Avertissements">What of it was left as it is here, and why.</param>
/// <param name="Objet">What is known here from now on, with how old it is; absent when nothing is.</param>
public sealed record ActualisationLue<T>(IssueAnnuaire Issue, string? Raison, bool AChange, IReadOnlyList<Imports.CompteImport> Comptes, IReadOnlyList<Imports.LigneLue> Avertissements, T? Objet)
{
    /// <param name="changements">Counts that mean that the object itself changed.</param>
    public static ActualisationLue<T> De(IssueAnnuaire issue, string? raison, T? objet, RapportAnnuaire? rapport, bool enAnglais, params ActeAnnuaire[] changements) => new(
        issue,
        raison,
        rapport is not null && changements.Any(rapport.Comptes.ContainsKey),
        rapport is null ? [] : [.. rapport.Comptes.Select(c => new Imports.CompteImport(c.Key, c.Value.Nombre, c.Value.Exemples))],
        rapport is null ? [] : [.. rapport.Lignes.Select(l => new Imports.LigneLue(l.Nature, l.Ligne, l.Objet, l.Code, enAnglais ? l.MessageAnglais : l.Message))],
        objet);
}
