using System.Data.Common;
using Microsoft.EntityFrameworkCore.Storage;

namespace Ror.Infrastructure.Persistence;

/// <summary>How server engines are retried: a failover or a deadlock is waited out, an outage is told within seconds.</summary>
public static class Reprises
{
    public const int Nombre = 3;

    public static readonly TimeSpan AttenteMax = TimeSpan.FromSeconds(2);

    /// <summary>The database could not be reached, or gave up for a reason that passes.</summary>
    public static bool EstPassagere(Exception exception) => exception is RetryLimitExceededException or DbException { IsTransient: true };
}
