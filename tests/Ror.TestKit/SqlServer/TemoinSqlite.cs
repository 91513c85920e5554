using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Ror.TestKit.SqlServer;

/// <summary>What was really done, as the other engine was told: what the spy saw must be the same.</summary>
public sealed partial class TemoinSqlite : DbCommandInterceptor
{
    private readonly ConcurrentDictionary<string, bool> _effets = new(StringComparer.Ordinal);

    /// <summary>Verb and table, as <c>UPDATE Offres</c>.</summary>
    public IReadOnlyCollection<string> Effets => [.. _effets.Keys];

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Noter(command, eventData.CommandSource);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        new(ReaderExecuting(command, eventData, result));

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        Noter(command, eventData.CommandSource);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        new(NonQueryExecuting(command, eventData, result));

    // Migrations, and what an engine writes by hand, are its own.
    private void Noter(DbCommand command, CommandSource origine)
    {
        if (origine is CommandSource.LinqQuery or CommandSource.SaveChanges or CommandSource.ExecuteUpdate or CommandSource.ExecuteDelete)
        {
            foreach (var trouve in Verbe().Matches(command.CommandText).Cast<Match>())
            {
                var verbe = trouve.Groups["verbe"].Value.Split(' ')[0];
                _effets.TryAdd($"{(verbe is "FROM" or "JOIN" ? "SELECT" : verbe)} {trouve.Groups["table"].Value}", true);
            }
        }
    }

    [GeneratedRegex(@"(?<verbe>INSERT INTO|UPDATE|DELETE FROM|FROM|JOIN) ""(?<table>[^""]+)""")]
    private static partial Regex Verbe();
}
