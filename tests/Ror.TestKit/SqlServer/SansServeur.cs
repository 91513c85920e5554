using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Ror.TestKit.SqlServer;

/// <summary>Opens nothing and sends nothing: keeps the commands, and answers as told.</summary>
public sealed class SansServeur : DbCommandInterceptor, IDbConnectionInterceptor
{
    public List<Instruction> Instructions { get; } = [];

    /// <summary>Value that every query answers; no row when null.</summary>
    public object? Reponse { get; set; }

    public InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => InterceptionResult.Suppress();

    public ValueTask<InterceptionResult> ConnectionOpeningAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
        new(InterceptionResult.Suppress());

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Garder(command, eventData);
        return InterceptionResult<DbDataReader>.SuppressWithResult(
            eventData.CommandSource == CommandSource.SaveChanges ? new LecteurFactice(1, sansFin: true) : new LecteurFactice(Reponse, sansFin: false));
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        new(ReaderExecuting(command, eventData, result));

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        Garder(command, eventData);
        return InterceptionResult<int>.SuppressWithResult(1);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        new(NonQueryExecuting(command, eventData, result));

    public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result) =>
        throw new NotSupportedException($"Commande à valeur unique : {command.CommandText}");

    private void Garder(DbCommand command, CommandEventData eventData) =>
        Instructions.Add(new(eventData.CommandSource, command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(p => p.DbType)]));
}
