using System.Data;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Ror.TestKit.SqlServer;

/// <summary>One command that would have gone to the server.</summary>
/// <param name="Origine">What EF sent it for.</param>
/// <param name="Types">Of its parameters, in order.</param>
public sealed record Instruction(CommandSource Origine, string Texte, IReadOnlyList<DbType> Types)
{
    /// <exception cref="TexteRefuseException">SQL Server 2019 would not take it.</exception>
    public Instruction Verifier() => GrammaireSqlServer.Fautes(Texte) is { Count: > 0 } fautes ? throw new TexteRefuseException(fautes, Texte) : this;
}

/// <summary>A statement that SQL Server 2019 would not take.</summary>
public sealed class TexteRefuseException(IReadOnlyList<string> fautes, string texte) : Exception($"SQL Server 2019 : {string.Join(" ; ", fautes)}\n{texte}");
