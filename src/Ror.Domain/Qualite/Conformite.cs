namespace Ror.Domain.Qualite;

/// <summary>What a quality rule says of an object.</summary>
public enum Conformite
{
    Conforme,
    Ecart,
    SansObjet,
}

/// <summary>An answer with its evidence.</summary>
/// <param name="Preuve">In French: the value found, what is missing, or why the rule does not apply.</param>
/// <param name="Valeurs">What was found, codes as codes; empty when nothing was.</param>
public sealed record Constat(Conformite Resultat, string Preuve, IReadOnlyList<string> Valeurs)
{
    public static Constat Conforme(string preuve, params IReadOnlyList<string> valeurs) => new(Conformite.Conforme, preuve, valeurs);

    public static Constat Ecart(string preuve, params IReadOnlyList<string> valeurs) => new(Conformite.Ecart, preuve, valeurs);

    public static Constat SansObjet(string preuve) => new(Conformite.SansObjet, preuve, []);
}
