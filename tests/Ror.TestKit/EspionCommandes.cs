using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Ror.Infrastructure.Persistence.PostgreSql;
using Ror.Infrastructure.Persistence.Sqlite;
using Ror.Infrastructure.SqlServer;

namespace Ror.TestKit;

/// <summary>The statements that a service reads with, as the engine gets them.</summary>
public sealed class EspionCommandes : DbCommandInterceptor
{
    private readonly ConcurrentQueue<string> _lues = [];

    /// <summary>What has been read since the last call.</summary>
    public IReadOnlyList<string> Vider()
    {
        var lues = _lues.ToArray();
        _lues.Clear();
        return lues;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (eventData.CommandSource == CommandSource.LinqQuery)
        {
            _lues.Enqueue(command.CommandText);
        }

        return new(result);
    }

    /// <summary>Whatever the engine.</summary>
    public void Installer(IServiceCollection services) => services
        .ConfigureDbContext<SqliteRorDbContext>(o => o.AddInterceptors(this))
        .ConfigureDbContext<PostgreSqlRorDbContext>(o => o.AddInterceptors(this))
        .ConfigureDbContext<SqlServerRorDbContext>(o => o.AddInterceptors(this));
}
