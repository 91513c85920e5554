using System.Globalization;

namespace Ror.Domain.Commun;

/// <summary>A kind of error, declared once: its stable dotted code and its message in both languages.</summary>
/// <param name="Code">Stable, dotted, in French without accents: <c>hierarchie.parent-interdit</c>.</param>
/// <param name="Nature">Decides the HTTP status.</param>
/// <param name="Francais">Message template; <c>{0}</c>, <c>{1}</c>… are the arguments of the occurrence.</param>
/// <param name="Anglais">The same in English.</param>
public sealed record TypeErreur(string Code, Nature Nature, string Francais, string Anglais)
{
    private const int ArgumentMax = 200;

    public Erreur Avec(params object[] arguments) => new(this) { Arguments = arguments };

    /// <summary>The error on one field; <paramref name="champ"/> is a JSON Pointer into the section.</summary>
    public Erreur Sur(string champ, params object[] arguments) => new(this) { Champ = champ, Arguments = arguments };

    public string Message(bool enAnglais, IReadOnlyList<object> arguments) =>
        string.Format(CultureInfo.InvariantCulture, enAnglais ? Anglais : Francais, [.. arguments.Select(a => Abreger(a is Bilingue deux ? enAnglais ? deux.Anglais : deux.Francais : a))]);

    // What the caller sent is quoted, not sent back whole.
    private static object Abreger(object argument) => argument is string { Length: > ArgumentMax } texte ? string.Concat(texte.AsSpan(0, ArgumentMax), "…") : argument;
}

/// <summary>An argument of a message that is words itself.</summary>
public sealed record Bilingue(string Francais, string Anglais);
