using Ror.TestKit.SqlServer;

namespace Ror.Api.Tests.Sqlite;

/// <summary>The judge of what is played for SQL Server can say no.</summary>
public sealed class SqlServerGrammaireTests
{
    [Theory]
    [InlineData("SELECT FROM [Offres]")]
    [InlineData("SELEC 1")]
    [InlineData("""SELECT "o"."Id" FROM "Offres" AS "o" LIMIT 1""")]
    [InlineData("UPDATE [Offres] SET [Statut] = N'a' RETURNING 1")]
    [InlineData("EXEC(N'SELECT FROM [Offres]')")]
    [InlineData("SELECT dbo.Rang([Id]) FROM [Offres]")]
    public void Un_texte_faux_est_refuse(string sql) => Assert.NotEmpty(GrammaireSqlServer.Fautes(sql));

    [Theory]
    [InlineData("SELECT GREATEST(1, 2)")]
    [InlineData("SELECT LEAST(1, 2)")]
    [InlineData("SELECT DATETRUNC(day, GETDATE())")]
    [InlineData("SELECT DATE_BUCKET(day, 1, GETDATE())")]
    [InlineData("SELECT [value] FROM GENERATE_SERIES(1, 2)")]
    [InlineData("SELECT [value] FROM STRING_SPLIT(N'a', N',', 1)")]
    [InlineData("SELECT JSON_OBJECT(N'a':1)")]
    [InlineData("SELECT JSON_OBJECT()")]
    [InlineData("SELECT JSON_ARRAY(1)")]
    [InlineData("SELECT JSON_PATH_EXISTS(N'{}', N'$')")]
    [InlineData("SELECT ISJSON(N'{}', VALUE)")]
    [InlineData("SELECT JSON_VALUE([Contenu], N'$.a' RETURNING int) FROM [Offres]")]
    [InlineData("SELECT LTRIM(N'a', N'b')")]
    [InlineData("SELECT SUM([Version]) OVER w FROM [Offres] WINDOW w AS (PARTITION BY [Statut])")]
    [InlineData("SELECT 1 WHERE 1 IS DISTINCT FROM 2")]
    [InlineData("SELECT REGEXP_LIKE([Statut], N'a') FROM [Offres]")]
    [InlineData("CREATE TABLE [Offres] ([Contenu] json NULL)")]
    [InlineData("SELECT CAST([Contenu] AS json) FROM [Offres]")]
    public void Ce_qui_est_plus_recent_que_SQL_Server_2019_est_refuse(string sql) => Assert.NotEmpty(GrammaireSqlServer.Fautes(sql));

    [Theory]
    [InlineData("SELECT COUNT(*), COALESCE(MAX([Version]), 0) FROM [Offres] WHERE [Id] = @id")]
    [InlineData("SELECT [value] FROM STRING_SPLIT(N'a', N',')")]
    [InlineData("SELECT [v].[value] FROM OPENJSON(@p) WITH ([value] char(36) '$') AS [v]")]
    [InlineData("EXEC(N'INSERT INTO [Compteurs] ([Cle], [Valeur]) VALUES (N''a'', 1)')")]
    public void Ce_que_SQL_Server_2019_connait_est_accepte(string sql) => Assert.Empty(GrammaireSqlServer.Fautes(sql));

    [Fact]
    public void Un_texte_dit_ce_qu_il_fait_a_quelle_table()
    {
        Assert.Equal(["SELECT Offres", "SELECT Poles"], Effets("SELECT 1 FROM [Offres] AS [o] WHERE EXISTS (SELECT 1 FROM [Poles])"));
        Assert.Equal(["UPDATE Compteurs"], Effets("UPDATE [c] SET [c].[Valeur] = 1 FROM [Compteurs] AS [c]"));
        Assert.Equal(["DELETE Offres", "INSERT Audit"], Effets("DELETE FROM [o] FROM [Offres] AS [o]; INSERT INTO [Audit] ([Id]) VALUES (@a), (@b);"));

        static IEnumerable<string> Effets(string sql) => GrammaireSqlServer.Effets(sql).Order();
    }
}
