using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Ror.TestKit.SqlServer;

/// <summary>Verb and table of every statement of a text.</summary>
internal sealed class Effets : TSqlFragmentVisitor
{
    public HashSet<string> Trouves { get; } = new(StringComparer.Ordinal);

    public override void Visit(SelectStatement node) => node.Accept(new Lues(this));

    public override void Visit(InsertSpecification node) => Ajouter("INSERT", node.Target, null);

    public override void Visit(MergeSpecification node) => Ajouter("INSERT", node.Target, null);

    public override void Visit(UpdateSpecification node) => Ajouter("UPDATE", node.Target, node.FromClause);

    public override void Visit(DeleteSpecification node) => Ajouter("DELETE", node.Target, node.FromClause);

    public override void Visit(CreateTableStatement node) => Trouves.Add($"CREATE {node.SchemaObjectName.BaseIdentifier.Value}");

    // EF names the target by the alias that the FROM clause gives it.
    private void Ajouter(string verbe, TableReference cible, FromClause? source)
    {
        var nom = ((NamedTableReference)cible).SchemaObject.BaseIdentifier.Value;
        var lues = new Lues(null);
        source?.Accept(lues);
        Trouves.Add($"{verbe} {lues.ParAlias.GetValueOrDefault(nom, nom)}");
    }

    private sealed class Lues(Effets? effets) : TSqlFragmentVisitor
    {
        public Dictionary<string, string> ParAlias { get; } = new(StringComparer.Ordinal);

        public override void Visit(NamedTableReference node)
        {
            var table = node.SchemaObject.BaseIdentifier.Value;
            effets?.Trouves.Add($"SELECT {table}");
            if (node.Alias is { Value: var alias })
            {
                ParAlias[alias] = table;
            }
        }
    }
}
