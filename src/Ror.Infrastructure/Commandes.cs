using System.Data.Common;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Ror.Infrastructure.Demarrage;
using Ror.Infrastructure.Persistence;

namespace Ror.Infrastructure;

/// <summary>What the service does from the command line instead of serving: <c>Ror.Api migrer</c>.</summary>
public static class Commandes
{
    private static readonly Dictionary<string, Func<IServiceProvider, string[], Task>> Toutes = new(StringComparer.Ordinal)
    {
        ["migrer"] = MigrerAsync,
        ["sauvegarder"] = SauvegarderAsync,
    };

    /// <summary>Null when the arguments name no command.</summary>
    /// <exception cref="DemarrageImpossibleException">The first argument is a word that is no command.</exception>
    public static Func<IServiceProvider, Task>? Lire(string[] arguments) =>
        arguments is not [var nom, .. var suite] || nom.StartsWith('-') || nom.StartsWith('/') ? null
        : Toutes.TryGetValue(nom, out var commande) ? services => ExecuterAsync(() => commande(services, suite))
        : throw new DemarrageImpossibleException($"« {nom} » n'est pas une commande ({string.Join(", ", Toutes.Keys)}).");

    // An operator reads a sentence, not a stack.
    private static async Task ExecuterAsync(Func<Task> commande)
    {
        try
        {
            await commande();
        }
        catch (Exception e) when (e is DbException or RetryLimitExceededException or IOException or UnauthorizedAccessException)
        {
            throw new DemarrageImpossibleException($"La commande a échoué : {(e is RetryLimitExceededException ? e.InnerException ?? e : e).Message}");
        }
    }

    private static async Task MigrerAsync(IServiceProvider services, string[] arguments)
    {
        await using var portee = services.CreateAsyncScope();
        var appliquees = await portee.ServiceProvider.GetRequiredService<PreparationBase>().MigrerAsync(CancellationToken.None);
        Console.WriteLine(appliquees.Count == 0 ? "La base est à jour." : $"Migrations appliquées : {string.Join(", ", appliquees)}.");
    }

    private static async Task SauvegarderAsync(IServiceProvider services, string[] arguments)
    {
        var (moteur, connexion, _) = services.GetRequiredService<Persistance>();
        var sauvegarde = moteur.Sauvegarde(connexion) ?? throw new DemarrageImpossibleException($"{moteur.Nom} se sauvegarde avec ses propres outils : voir docs/exploitation.md.");
        if (arguments is not [var fichier] || File.Exists(fichier))
        {
            throw new DemarrageImpossibleException("Donnez le fichier où copier la base ; il ne doit pas exister : sauvegarder copie.db");
        }

        await sauvegarde(fichier, CancellationToken.None);
        Console.WriteLine($"Base copiée dans {fichier}.");
    }
}
