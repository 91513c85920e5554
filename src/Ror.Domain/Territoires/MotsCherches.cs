using System.Text;
using Ror.Domain.Commun;

namespace Ror.Domain.Territoires;

/// <summary>What is searched among the communes, folded; each word begins with the space that stands before a word.</summary>
/// <param name="Mots">Every word, with its other reading where it may have two.</param>
/// <param name="Suites">All the words as they follow one another, in each reading.</param>
/// <param name="Designee">Rank of the commune whose INSEE code the search is; negative when it is none. Former codes do not count: hundreds of them are postal codes.</param>
internal sealed record MotsCherches(List<byte[][]> Mots, List<byte[]> Suites, int Designee)
{
    private static readonly Dictionary<string, string> Abreviations = new() { ["st"] = "saint", ["ste"] = "sainte", ["sts"] = "saints", ["stes"] = "saintes" };

    /// <summary>A name as it is searched: no accents, no hyphens, nothing abbreviated.</summary>
    public static string Plier(string nom) => string.Join(' ', Texte.Plier(nom).Split(' ').Select(Etendre));

    /// <summary>Null when nothing of it can be found.</summary>
    public static MotsCherches? Lire(string recherche)
    {
        var mots = Texte.Mots(recherche);
        if (mots.Count == 0)
        {
            return null;
        }

        // The last word may be still growing: "st" is Saint, or the beginning of Strasbourg.
        var debut = mots.SkipLast(1).Select(Etendre).ToList();
        var lectures = new[] { Etendre(mots[^1]), mots[^1] }.Distinct().ToList();
        return new(
            [.. debut.Select(mot => new[] { Octets(mot) }), [.. lectures.Select(Octets)]],
            [.. lectures.Select(dernier => Octets(string.Join(' ', debut.Append(dernier))))],
            mots is [var seul] ? Communes.RangActuel(seul.ToUpperInvariant()) : -1);
    }

    private static string Etendre(string mot) => Abreviations.GetValueOrDefault(mot, mot);

    private static byte[] Octets(string mots) => Encoding.ASCII.GetBytes($" {mots}");
}
