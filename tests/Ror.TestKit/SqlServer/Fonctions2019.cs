using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Ror.TestKit.SqlServer;

/// <summary>
/// Functions that SQL Server 2019 has. The grammar takes any name for a function, and newer ones (GREATEST, DATETRUNC, GENERATE_SERIES…)
/// have no syntax of their own: only a closed list tells them apart.
/// </summary>
internal static class Fonctions2019
{
    /// <summary>Later versions gave these one more argument.</summary>
    private static readonly Dictionary<string, int> ArgumentsAuPlus = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ISJSON"] = 1,
        ["LTRIM"] = 1,
        ["RTRIM"] = 1,
        ["STRING_SPLIT"] = 2,
    };

    private static readonly HashSet<string> Connues = Lire(
        "APPROX_COUNT_DISTINCT AVG CHECKSUM_AGG COUNT COUNT_BIG GROUPING MAX MIN STDEV STDEVP STRING_AGG SUM VAR VARP",
        "CUME_DIST DENSE_RANK FIRST_VALUE LAG LAST_VALUE LEAD NTILE PERCENT_RANK RANK ROW_NUMBER",
        "ASCII CHAR CHARINDEX CONCAT CONCAT_WS DATALENGTH FORMAT LEN LOWER LTRIM NCHAR PATINDEX QUOTENAME REPLACE REPLICATE REVERSE",
        "RTRIM SPACE STR STRING_ESCAPE STRING_SPLIT STUFF SUBSTRING TRANSLATE TRIM UNICODE UPPER",
        "ABS ACOS ASIN ATAN ATN2 CEILING COS COT DEGREES EXP FLOOR LOG LOG10 PI POWER RADIANS RAND ROUND SIGN SIN SQRT SQUARE TAN",
        "DATEADD DATEDIFF DATEDIFF_BIG DATEFROMPARTS DATENAME DATEPART DATETIME2FROMPARTS DAY EOMONTH GETDATE GETUTCDATE MONTH",
        "SWITCHOFFSET SYSDATETIME SYSDATETIMEOFFSET SYSUTCDATETIME TIMEFROMPARTS TODATETIMEOFFSET YEAR",
        "ISJSON JSON_MODIFY JSON_QUERY JSON_VALUE CHECKSUM HASHBYTES ISDATE ISNULL ISNUMERIC NEWID",
        "DB_ID DB_NAME OBJECT_ID OBJECT_NAME SCHEMA_ID SCHEMA_NAME SCOPE_IDENTITY SERVERPROPERTY TYPE_ID");

    /// <returns>Null when SQL Server 2019 has it.</returns>
    public static string? Refuser(Identifier nom, int arguments) =>
        !Connues.Contains(nom.Value) ? $"{nom.Value} n'est pas une fonction connue de SQL Server 2019 (sinon, ajoutez-la à {nameof(Fonctions2019)})"
        : ArgumentsAuPlus.TryGetValue(nom.Value, out var max) && arguments > max ? $"{nom.Value} n'a que {max} argument(s) dans SQL Server 2019"
        : null;

    private static HashSet<string> Lire(params IEnumerable<string> lignes) => new(lignes.SelectMany(l => l.Split(' ')), StringComparer.OrdinalIgnoreCase);
}
