using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;

namespace Ror.TestKit.SqlServer;

/// <summary>The same query, asked of another context: its roots, and those of the queries that it holds in variables, are replaced.</summary>
internal sealed class Transposition(DbContext vers) : ExpressionVisitor
{
    private readonly IAsyncQueryProvider _fournisseur = vers.GetService<IAsyncQueryProvider>();

    protected override Expression VisitExtension(Expression node) => node switch
    {
        EntityQueryRootExpression racine when racine.GetType() == typeof(EntityQueryRootExpression) =>
            new EntityQueryRootExpression(_fournisseur, vers.Model.FindEntityType(racine.EntityType.Name)!),
        QueryRootExpression => throw new NotSupportedException("Le SQL écrit à la main appartient au dossier d'un moteur."),
        _ => base.VisitExtension(node),
    };

    protected override Expression VisitMember(MemberExpression node) =>
        typeof(IQueryable).IsAssignableFrom(node.Type) && Valeur(node) is IQueryable requete ? Visit(requete.Expression) : base.VisitMember(node);

    // Set<T>() of a compiled query.
    protected override Expression VisitMethodCall(MethodCallExpression node) =>
        node.Object is ConstantExpression { Value: DbContext } && node.Method.Invoke(vers, null) is IQueryable requete ? requete.Expression : base.VisitMethodCall(node);

    protected override Expression VisitConstant(ConstantExpression node) => node.Value is IQueryable requete ? Visit(requete.Expression) : base.VisitConstant(node);

    private static object? Valeur(Expression? node) => node switch
    {
        ConstantExpression constante => constante.Value,
        MemberExpression { Member: FieldInfo champ } membre => champ.GetValue(Valeur(membre.Expression)),
        MemberExpression { Member: PropertyInfo propriete } membre => propriete.GetValue(Valeur(membre.Expression)),
        _ => null,
    };
}
