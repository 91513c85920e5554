using System.Text;

namespace Ror.Domain.Territoires;

/// <summary>
/// Communes whose name or postal codes hold every word of a search as the beginning of one of theirs. First the exact name; then what begins the
/// name, a postal code, or is the INSEE code; then the words as they follow one another; then in any order. Among equals, the most populous first.
/// </summary>
public static class RechercheCommunes
{
    private const byte FinDuNom = (byte)'|';

    // One folded text per commune, " l hay les roses| 94240", one after the other: searching them is searching one array.
    private static readonly (byte[] Octets, int[] Debuts, int[] Populations) Index = Indexer();

    /// <summary>Their ranks in <see cref="Communes"/>, in the order to show.</summary>
    /// <param name="dans">Where to search; null searches everywhere.</param>
    public static IReadOnlyList<int> Trouver(string recherche, IReadOnlyCollection<Range>? dans = null)
    {
        var mots = MotsCherches.Lire(recherche);
        return mots is null ? [] : [.. Candidats(mots)
            .Where(rang => dans is null || dans.Any(r => rang >= r.Start.Value && rang < r.End.Value))
            .Select(rang => (rang, place: rang == mots.Designee ? Place.Debut : Placer(mots, rang)))
            .Where(t => t.place != Place.Aucune)
            .OrderBy(t => t.place).ThenByDescending(t => Index.Populations[t.rang]).ThenBy(t => t.rang)
            .Select(t => t.rang)];
    }

    // The longest word has the fewest hits.
    private static IEnumerable<int> Candidats(MotsCherches mots)
    {
        var rares = mots.Mots.MaxBy(m => m[0].Length)!;
        return rares.SelectMany(Porteurs).Append(mots.Designee).Where(rang => rang >= 0).Distinct();
    }

    private static List<int> Porteurs(byte[] mot)
    {
        var (rangs, rang) = (new List<int>(), 0);
        for (var position = Suivante(0); position >= 0; position = Suivante(Index.Debuts[rang]))
        {
            while (Index.Debuts[rang + 1] <= position)
            {
                rang++;
            }

            rangs.Add(rang++);
        }

        return rangs;

        int Suivante(int depuis) => Index.Octets.AsSpan(depuis).IndexOf(mot) is >= 0 and var trouve ? depuis + trouve : -1;
    }

    private static Place Placer(MotsCherches mots, int rang)
    {
        var texte = Index.Octets.AsSpan(Index.Debuts[rang]..Index.Debuts[rang + 1]);
        var fin = texte.IndexOf(FinDuNom);
        var place = Place.MotsEpars;
        foreach (var lectures in mots.Mots)
        {
            if (!PorteLUne(texte, lectures))
            {
                return Place.Aucune;
            }
        }

        foreach (var suite in mots.Suites)
        {
            var ici = texte.IndexOf(suite) switch
            {
                < 0 => place,
                0 when fin == suite.Length => Place.Exacte,
                0 => Place.Debut,
                var position when position > fin => Place.Debut,
                _ => Place.Suite,
            };
            place = ici < place ? ici : place;
        }

        return place;
    }

    private static bool PorteLUne(ReadOnlySpan<byte> texte, byte[][] lectures)
    {
        foreach (var mot in lectures)
        {
            if (texte.IndexOf(mot) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private static (byte[] Octets, int[] Debuts, int[] Populations) Indexer()
    {
        using var octets = new MemoryStream(1_000_000);
        var debuts = new int[Communes.Nombre + 1];
        var populations = new int[Communes.Nombre];
        for (var rang = 0; rang < Communes.Nombre; rang++)
        {
            var commune = Communes.Lire(rang);
            populations[rang] = commune.Population ?? 0;
            octets.Write(Encoding.ASCII.GetBytes($" {MotsCherches.Plier(commune.Nom)}|{string.Concat(commune.CodesPostaux.Select(c => $" {c}"))}"));
            debuts[rang + 1] = (int)octets.Length;
        }

        return (octets.ToArray(), debuts, populations);
    }

    private enum Place
    {
        Exacte,
        Debut,
        Suite,
        MotsEpars,
        Aucune,
    }
}
