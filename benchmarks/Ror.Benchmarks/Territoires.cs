using System.Diagnostics;
using Ror.Domain.Territoires;

namespace Ror.Benchmarks;

/// <summary>Communes found while somebody types, in the whole table: each name, postal code and INSEE code, letter by letter, and the first page read.</summary>
internal static class Territoires
{
    private const int UneSur = 20;
    private const int Page = 50;

    public static int Mesurer()
    {
        var avant = GC.GetTotalMemory(forceFullCollection: true);
        var table = Chronometrer(() => Communes.Resoudre("81004"));
        var index = Chronometrer(() => RechercheCommunes.Trouver("albi"));
        var memoire = GC.GetTotalMemory(forceFullCollection: true) - avant;
        var recherches = Enumerable.Range(0, Communes.Nombre).Where(rang => rang % UneSur == 0).Select(Communes.Lire)
            .SelectMany(c => c.CodesPostaux.Take(1).Append(c.Nom).Append(c.Code)).SelectMany(t => Enumerable.Range(1, t.Length).Select(n => t[..n])).ToList();
        foreach (var recherche in recherches.Take(2_000))
        {
            _ = Lire(recherche);
        }

        var durees = recherches.Select(r => (Recherche: r, Duree: Chronometrer(() => Lire(r)))).OrderBy(d => d.Duree).ToList();
        Console.WriteLine($"{Communes.Nombre} communes ; table lue en {table.TotalMilliseconds:0} ms, recherche prête en {index.TotalMilliseconds:0} ms, {memoire / 1e6:0.0} Mo gardés");
        Console.WriteLine($"{durees.Count} recherches : p50 {Centile(50):0.00} ms, p99 {Centile(99):0.00} ms, max {durees[^1].Duree.TotalMilliseconds:0.00} ms (« {durees[^1].Recherche} »)");
        return 0;

        double Centile(int centile) => durees[(durees.Count - 1) * centile / 100].Duree.TotalMilliseconds;
    }

    private static int Lire(string recherche) => RechercheCommunes.Trouver(recherche).Take(Page).Select(Communes.Lire).Count(c => c.Nom.Length > 0);

    private static TimeSpan Chronometrer<T>(Func<T> acte)
    {
        var depart = Stopwatch.GetTimestamp();
        _ = acte();
        return Stopwatch.GetElapsedTime(depart);
    }
}
