using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Ror.TestKit.SqlServer;

/// <summary>What the grammar of 2019 reads but the server of 2019 refuses.</summary>
internal sealed class Refus2019 : TSqlFragmentVisitor
{
    private static readonly HashSet<string> Procedures = new(StringComparer.OrdinalIgnoreCase) { "sp_getapplock", "sp_releaseapplock" };

    public List<string> Fautes { get; } = [];

    public override void Visit(FunctionCall node) =>
        Ajouter(node.CallTarget is null ? Fonctions2019.Refuser(node.FunctionName, node.Parameters.Count) : $"{node.FunctionName.Value} est une fonction de la base : la migration n'en crée pas");

    public override void Visit(GlobalFunctionTableReference node) => Ajouter(Fonctions2019.Refuser(node.Name, node.Parameters.Count));

    public override void Visit(SchemaObjectFunctionTableReference node) => Ajouter(Fonctions2019.Refuser(node.SchemaObject.BaseIdentifier, node.Parameters.Count));

    /// <summary>Types that came later (json, vector) are read as types of the user.</summary>
    public override void Visit(UserDataTypeReference node) => Ajouter($"{node.Name.BaseIdentifier.Value} n'est pas un type de SQL Server 2019");

    /// <summary>A misspelt first word is read as the call of a procedure of that name.</summary>
    public override void Visit(ExecutableProcedureReference node)
    {
        var nom = node.ProcedureReference.ProcedureReference?.Name.BaseIdentifier.Value;
        Ajouter(nom is not null && Procedures.Contains(nom) ? null : $"{nom} n'est pas une procédure connue");
    }

    /// <summary>
    /// Idempotent scripts hide statements in texts, so that they are compiled only when they run; a dropped column names its default constraint by a
    /// variable, which is read as a name.
    /// </summary>
    public override void Visit(ExecutableStringList node) => Fautes.AddRange(node.Strings.All(t => t is StringLiteral or VariableReference)
        ? GrammaireSqlServer.Fautes(string.Concat(node.Strings.Select(t => t is StringLiteral { Value: var sql } ? sql : "nom")))
        : ["EXEC d'un texte calculé"]);

    private void Ajouter(string? faute)
    {
        if (faute is not null)
        {
            Fautes.Add(faute);
        }
    }
}
