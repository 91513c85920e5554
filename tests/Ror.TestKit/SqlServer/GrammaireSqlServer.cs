using System.Collections.Concurrent;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Ror.TestKit.SqlServer;

/// <summary>T-SQL as SQL Server 2019 reads it. Syntax and functions only: nothing is resolved against tables.</summary>
public static class GrammaireSqlServer
{
    // The whole suite sends few distinct texts, many times.
    private static readonly ConcurrentDictionary<string, TexteLu> Lus = new(StringComparer.Ordinal);

    /// <summary>Why SQL Server 2019 would not take that text; empty when it would.</summary>
    public static IReadOnlyList<string> Fautes(string sql) => Lire(sql).Fautes;

    /// <summary>What that text does to which table, as <c>UPDATE Offres</c>.</summary>
    public static IReadOnlySet<string> Effets(string sql) => Lire(sql).Effets;

    /// <summary>Batches of a script; GO belongs to the tools, not to the server.</summary>
    public static IReadOnlyList<string> Lots(string script) =>
        [.. script.ReplaceLineEndings("\n").Split("\nGO\n").Select(lot => lot.Trim()).Where(lot => lot.Length > 0)];

    private static TexteLu Lire(string sql) => Lus.GetOrAdd(sql, Analyser);

    private static TexteLu Analyser(string sql)
    {
        using var lecteur = new StringReader(sql);
        var arbre = new TSql150Parser(initialQuotedIdentifiers: true).Parse(lecteur, out var erreurs);
        if (erreurs.Count > 0)
        {
            return new([.. erreurs.Select(e => $"ligne {e.Line}, colonne {e.Column} : {e.Message}")], new HashSet<string>());
        }

        var (refus, effets) = (new Refus2019(), new Effets());
        arbre.Accept(refus);
        arbre.Accept(effets);
        return new(refus.Fautes, effets.Trouves);
    }

    private sealed record TexteLu(IReadOnlyList<string> Fautes, IReadOnlySet<string> Effets);
}
