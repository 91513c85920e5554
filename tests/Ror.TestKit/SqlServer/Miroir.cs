using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Ror.Infrastructure.SqlServer;

namespace Ror.TestKit.SqlServer;

/// <summary>A context of the SQL Server engine as the service has it, without the server. Making one costs more than what is asked of it: they are lent.</summary>
public sealed class Miroir : IDisposable
{
    private static readonly ConcurrentBag<Miroir> Libres = [];

    private Miroir()
    {
        var options = new DbContextOptionsBuilder<SqlServerRorDbContext>();
        MoteurSqlServer.Configurer(options, "Server=absent;Database=ror");
        Contexte = new(options.AddInterceptors(Serveur).Options);

        // There is no transaction without a server; inside the one of an act, a save opens none either.
        Contexte.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
    }

    public SqlServerRorDbContext Contexte { get; }

    public SansServeur Serveur { get; } = new();

    /// <param name="reponse">Value that every query answers; no row when null.</param>
    public static Miroir Emprunter(object? reponse = null)
    {
        var miroir = Libres.TryTake(out var libre) ? libre : new();
        miroir.Serveur.Reponse = reponse;
        return miroir;
    }

    /// <summary>Gives it back, as it was.</summary>
    public void Dispose()
    {
        Contexte.ChangeTracker.Clear();
        Serveur.Instructions.Clear();
        Libres.Add(this);
    }
}
