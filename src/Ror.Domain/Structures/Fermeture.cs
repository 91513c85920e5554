using Ror.Domain.Commun;

namespace Ror.Domain.Structures;

/// <summary>Kind of closing (J185): DEF, PRO; a planned one (PRE) is computed from its date.</summary>
public enum TypeFermeture
{
    Definitive,
    Provisoire,
}

/// <summary>H6: type and date go together; a reopening date only for a temporary closing, later than the closing.</summary>
public sealed record Fermeture(TypeFermeture Type, DateOnly Date, DateOnly? Reouverture = null)
{
    /// <summary>The level whose closing closed this one too (H3); null when it was closed by itself.</summary>
    public Guid? Cascade { get; init; }

    /// <summary>identifiantOffre of the offer that replaces this one.</summary>
    public string? Successeur { get; init; }

    public IEnumerable<Erreur> Verifier()
    {
        if (Reouverture is not null && Type == TypeFermeture.Definitive)
        {
            yield return FermetureErreurs.ReouvertureInterdite.Sur("/dateReouverture");
        }

        if (Reouverture <= Date)
        {
            yield return FermetureErreurs.ReouvertureAvantFermeture.Sur("/dateReouverture");
        }
    }
}
