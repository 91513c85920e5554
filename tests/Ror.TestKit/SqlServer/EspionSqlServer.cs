using System.Collections;
using System.Collections.Concurrent;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;

namespace Ror.TestKit.SqlServer;

/// <summary>
/// Plays on SQL Server, without a server, what a service does on another engine: each query with its own parameters, each save with its own
/// changes. A statement that SQL Server would not take fails whoever asked for it.
/// </summary>
public sealed class EspionSqlServer
{
    private const string AucuneLigne = "Sequence contains no elements";

    private readonly ConcurrentDictionary<string, Instruction> _instructions = new(StringComparer.Ordinal);

    /// <summary>Distinct statements so far.</summary>
    public IReadOnlyCollection<Instruction> Instructions => [.. _instructions.Values];

    internal void Jouer<TResult>(Expression requete, Func<IAsyncQueryProvider, Expression, TResult> executer)
    {
        using var miroir = Miroir.Emprunter();
        var transposee = new Transposition(miroir.Contexte).Visit(requete);
        try
        {
            Consommer(executer(miroir.Contexte.GetService<IAsyncQueryProvider>(), transposee));
        }
        catch (InvalidOperationException e) when (miroir.Serveur.Instructions.Count > 0 && e.Message.StartsWith(AucuneLigne, StringComparison.Ordinal))
        {
            // The server answers no row, and this query wants one.
        }

        Garder(miroir.Serveur);
    }

    /// <summary>Plays the pending changes of a context, and leaves them pending.</summary>
    public void Jouer(ChangeTracker changements)
    {
        using var miroir = Miroir.Emprunter();
        if (miroir.Contexte.Copier(changements) > 0)
        {
            miroir.Contexte.SaveChanges();
            Garder(miroir.Serveur);
        }
    }

    private static void Consommer(object? resultat)
    {
        switch (resultat)
        {
            case Task tache:
                tache.GetAwaiter().GetResult();
                break;
            case IEnumerable lignes:
                foreach (var _ in lignes)
                {
                    // Reading is what sends the command.
                }

                break;
        }
    }

    private void Garder(SansServeur serveur)
    {
        if (serveur.Instructions.Count == 0)
        {
            throw new InvalidOperationException("Rien n'a été envoyé à SQL Server.");
        }

        serveur.Instructions.ForEach(i => _instructions.TryAdd(i.Texte, i.Verifier()));
    }
}
