using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.Internal;
using Microsoft.EntityFrameworkCore.Storage;

#pragma warning disable EF1001 // Every query passes here with the values of its parameters; no public interceptor sees them.

namespace Ror.TestKit.SqlServer;

/// <summary>Plays each query on SQL Server before it is played where it was asked.</summary>
internal sealed class CompilateurEspionne(
    IQueryContextFactory contextes,
    ICompiledQueryCache cache,
    ICompiledQueryCacheKeyGenerator cles,
    IDatabase database,
    IDiagnosticsLogger<DbLoggerCategory.Query> journal,
    ICurrentDbContext courant,
    IEvaluatableExpressionFilter evaluables,
    IModel modele) : QueryCompiler(contextes, cache, cles, database, journal, courant, evaluables, modele)
{
    private const string Precompilee = "EF.CompileQuery échappe à EspionSqlServer : apprenez-lui à la jouer.";

    private readonly EspionSqlServer _espion = courant.Context.GetService<EspionSqlServer>();

    public override TResult Execute<TResult>(Expression query)
    {
        _espion.Jouer(query, (fournisseur, transposee) => fournisseur.Execute<TResult>(transposee));
        return base.Execute<TResult>(query);
    }

    public override TResult ExecuteAsync<TResult>(Expression query, CancellationToken cancellationToken = default)
    {
        _espion.Jouer(query, (fournisseur, transposee) => fournisseur.ExecuteAsync<TResult>(transposee, CancellationToken.None));
        return base.ExecuteAsync<TResult>(query, cancellationToken);
    }

    public override Func<QueryContext, TResult> CreateCompiledQuery<TResult>(Expression query) => throw new NotSupportedException(Precompilee);

    public override Func<QueryContext, TResult> CreateCompiledAsyncQuery<TResult>(Expression query) => throw new NotSupportedException(Precompilee);
}
