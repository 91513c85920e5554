using System.Text.RegularExpressions;
using Ror.Domain.Commun;

namespace Ror.Domain.Champs;

/// <summary>The form of a text: a regular expression that JSON Schema reads alike, and what is said of a text that does not fit.</summary>
public sealed record Motif(string Expression, TypeErreur Erreur)
{
    private readonly Regex _regex = new($"{Expression[..^1]}\\z", RegexOptions.CultureInvariant);

    public bool Convient(string texte) => _regex.IsMatch(texte);
}
