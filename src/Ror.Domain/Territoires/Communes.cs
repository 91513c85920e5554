using System.Text;
using Ror.Domain.Commun;

namespace Ror.Domain.Territoires;

/// <summary>
/// Communes of today and arrondissements municipaux, by code: <c>communes.csv</c>. Thirty-five thousand rows are kept as the bytes of the file, and
/// where each begins; a commune is an object only while somebody reads it.
/// </summary>
public static class Communes
{
    private const int LongueurCode = 5;

    private static readonly byte[] Octets = TableCsv.LireOctets("communes.csv");

    // Where each row begins, and where the last one ends.
    private static readonly int[] Debuts = Reperer();

    private static readonly Dictionary<string, int> Anciens = LireAnciens();

    public static int Nombre => Debuts.Length - 1;

    /// <summary>Codes that once named a commune, or name a commune déléguée or associée.</summary>
    public static IReadOnlyCollection<string> AnciensCodes => Anciens.Keys;

    /// <summary>The commune, or the one of today that a former code leads to. Null when no commune has or had that code.</summary>
    public static Commune? Trouver(string code) => Rang(code) is >= 0 and var rang ? Lire(rang) : null;

    /// <summary>The code of today. Null when no commune has or had that code.</summary>
    public static string? Resoudre(string code) => Rang(code) is >= 0 and var rang ? Encoding.UTF8.GetString(Code(rang)) : null;

    /// <summary>The communes of one département, by code.</summary>
    public static Range DuDepartement(string departement)
    {
        var prefixe = Encoding.UTF8.GetBytes(departement);
        var debut = ~Chercher(prefixe);
        var fin = debut;
        while (fin < Nombre && Code(fin).StartsWith(prefixe))
        {
            fin++;
        }

        return debut..fin;
    }

    /// <summary>Codes of the communes of one département, without the arrondissements, which are part of one.</summary>
    public static IEnumerable<string> CodesDuDepartement(string departement)
    {
        var rangs = DuDepartement(departement);
        return Enumerable.Range(rangs.Start.Value, rangs.End.Value - rangs.Start.Value).Select(Lire).Where(c => c.ArrondissementDe is null).Select(c => c.Code);
    }

    /// <param name="rang">In the order of the codes.</param>
    public static Commune Lire(int rang)
    {
        var cellules = Encoding.UTF8.GetString(Ligne(rang)).Split(';');
        return new(
            cellules[0],
            cellules[1],
            Departements.Trouver(Departements.DeCommune(cellules[0]))!,
            cellules[3].Split(' ', StringSplitOptions.RemoveEmptyEntries),
            cellules[2].Length > 0 ? int.Parse(cellules[2], System.Globalization.CultureInfo.InvariantCulture) : null,
            cellules[4].Length > 0 ? cellules[4] : null);
    }

    /// <summary>Negative when no commune of today has that code.</summary>
    internal static int RangActuel(string code) => code.Length == LongueurCode ? Chercher(Encoding.UTF8.GetBytes(code)) : -1;

    private static int Rang(string code) => RangActuel(code) is >= 0 and var rang ? rang : Anciens.GetValueOrDefault(code, -1);

    private static ReadOnlySpan<byte> Code(int rang) => Octets.AsSpan(Debuts[rang], LongueurCode);

    private static ReadOnlySpan<byte> Ligne(int rang) => Octets.AsSpan(Debuts[rang]..(Debuts[rang + 1] - 1));

    // As Array.BinarySearch answers: the rank, or the complement of where it would stand.
    private static int Chercher(ReadOnlySpan<byte> code)
    {
        var (bas, haut) = (0, Nombre - 1);
        while (bas <= haut)
        {
            var milieu = (bas + haut) / 2;
            switch (Code(milieu).SequenceCompareTo(code))
            {
                case 0: return milieu;
                case < 0: bas = milieu + 1; break;
                default: haut = milieu - 1; break;
            }
        }

        return ~bas;
    }

    private static int[] Reperer()
    {
        var debuts = new List<int>();
        for (var position = Suivante(0); position < Octets.Length; position = Suivante(position))
        {
            debuts.Add(position);
        }

        return [.. debuts, Octets.Length];

        static int Suivante(int position) => position + Octets.AsSpan(position).IndexOf((byte)'\n') + 1;
    }

    private static Dictionary<string, int> LireAnciens()
    {
        var anciens = new Dictionary<string, int>();
        for (var rang = 0; rang < Debuts.Length - 1; rang++)
        {
            var ligne = Ligne(rang);
            foreach (var ancien in Encoding.UTF8.GetString(ligne[(ligne.LastIndexOf((byte)';') + 1)..]).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                anciens.Add(ancien, rang);
            }
        }

        return anciens;
    }
}
