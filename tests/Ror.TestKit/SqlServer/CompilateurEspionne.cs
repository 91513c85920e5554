using System.Linq.Expressions;
using System.Runtime.CompilerServices;
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

    // Compiled once for all contexts: the spy and the values are those of each execution.
    public override Func<QueryContext, TResult> CreateCompiledQuery<TResult>(Expression query)
    {
        var compilee = base.CreateCompiledQuery<TResult>(query);
        return contexte =>
        {
            Espion(contexte).Jouer(new Valeurs(contexte.Parameters).Visit(query), (fournisseur, transposee) => fournisseur.Execute<TResult>(transposee));
            return compilee(contexte);
        };
    }

    public override Func<QueryContext, TResult> CreateCompiledAsyncQuery<TResult>(Expression query)
    {
        var compilee = base.CreateCompiledAsyncQuery<TResult>(query);
        return contexte =>
        {
            Espion(contexte).Jouer(new Valeurs(contexte.Parameters).Visit(query), (fournisseur, transposee) => fournisseur.ExecuteAsync<TResult>(transposee, CancellationToken.None));
            return compilee(contexte);
        };
    }

    private static EspionSqlServer Espion(QueryContext contexte) => contexte.Context.GetService<EspionSqlServer>();

    /// <summary>The parameters of a compiled query, as a query that is not would hold them.</summary>
    private sealed class Valeurs(IReadOnlyDictionary<string, object?> valeurs) : ExpressionVisitor
    {
        protected override Expression VisitExtension(Expression node) => node is QueryParameterExpression parametre
            ? Expression.Field(Expression.Constant(Activator.CreateInstance(typeof(StrongBox<>).MakeGenericType(node.Type), valeurs[parametre.Name])), nameof(StrongBox<>.Value))
            : base.VisitExtension(node);
    }
}
