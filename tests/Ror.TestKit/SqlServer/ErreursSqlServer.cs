using System.Reflection;
using Microsoft.Data.SqlClient;

namespace Ror.TestKit.SqlServer;

/// <summary>What a server would have said. The client makes these only from what it reads on the wire.</summary>
public static class ErreursSqlServer
{
    private const BindingFlags Cachee = BindingFlags.Instance | BindingFlags.Static | BindingFlags.NonPublic;

    /// <param name="gravite">20 and more: the connection is lost.</param>
    public static Exception Erreur(int numero, byte gravite = 14)
    {
        var erreur = Activator.CreateInstance(typeof(SqlError), Cachee, null, [numero, (byte)1, gravite, "serveur", "Violation of UNIQUE KEY constraint", "", 1, null], null);
        var erreurs = (SqlErrorCollection)Activator.CreateInstance(typeof(SqlErrorCollection), nonPublic: true)!;
        typeof(SqlErrorCollection).GetMethod("Add", Cachee)!.Invoke(erreurs, [erreur]);
        return (Exception)typeof(SqlException).GetMethod("CreateException", Cachee, [typeof(SqlErrorCollection), typeof(string)])!.Invoke(null, [erreurs, "15.0"])!;
    }
}
