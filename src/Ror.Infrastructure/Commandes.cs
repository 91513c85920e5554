using System.Data.Common;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Ror.Application.Diffusion;
using Ror.Application.Imports;
using Ror.Infrastructure.Demarrage;
using Ror.Infrastructure.Imports;
using Ror.Infrastructure.Persistence;

namespace Ror.Infrastructure;

/// <summary>What the service does from the command line instead of serving: <c>Ror.Api migrer</c>.</summary>
public static class Commandes
{
    private static readonly Dictionary<string, Func<IServiceProvider, string[], Task>> Toutes = new(StringComparer.Ordinal)
    {
        ["importer-conventionnements"] = (services, arguments) => ImporterAsync(services, GenreImport.Conventionnements, "importer-conventionnements conventionnements.csv", arguments),
        ["importer-finess"] = (services, arguments) => ImporterAsync(services, GenreImport.Finess, "importer-finess finess.json.gz", arguments),
        ["importer-nos"] = (services, arguments) => ImporterAsync(services, GenreImport.Nomenclatures, "importer-nos nos.zip", arguments),
        ["importer-rpps"] = (services, arguments) => ImporterAsync(services, GenreImport.Rpps, "importer-rpps PS_LibreAcces.zip", arguments),
        ["migrer"] = MigrerAsync,
        ["reconstruire"] = ReconstruireAsync,
        ["sauvegarder"] = SauvegarderAsync,
    };

    /// <summary>Null when the arguments name no command; options (<c>--Cle=valeur</c>) belong to the configuration.</summary>
    /// <exception cref="DemarrageImpossibleException">A word that is no command, or a command that does not come first.</exception>
    public static Func<IServiceProvider, Task>? Lire(string[] arguments)
    {
        if (arguments.Length == 0 || EstOption(arguments[0]))
        {
            return arguments.FirstOrDefault(Toutes.ContainsKey) is { } egaree
                ? throw new DemarrageImpossibleException($"« {egaree} » se donne en premier, les options ensuite (--Cle=valeur).") : null;
        }

        return Toutes.TryGetValue(arguments[0], out var commande)
            ? services => ExecuterAsync(() => commande(services, [.. arguments.Skip(1).Where(a => !EstOption(a))]))
            : throw new DemarrageImpossibleException($"« {arguments[0]} » n'est pas une commande ({string.Join(", ", Toutes.Keys)}).");
    }

    private static bool EstOption(string argument) => argument.StartsWith("--", StringComparison.Ordinal);

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
        if (arguments.Length > 0)
        {
            throw new DemarrageImpossibleException("migrer ne prend pas d'argument ; une option s'écrit --Cle=valeur.");
        }

        await using var portee = services.CreateAsyncScope();
        var appliquees = await portee.ServiceProvider.GetRequiredService<PreparationBase>().MigrerAsync(CancellationToken.None);
        Console.WriteLine(appliquees.Count == 0 ? "La base est à jour." : $"Migrations appliquées : {string.Join(", ", appliquees)}.");
    }

    private static async Task ReconstruireAsync(IServiceProvider services, string[] arguments)
    {
        if (arguments.Length > 0)
        {
            throw new DemarrageImpossibleException("reconstruire ne prend pas d'argument ; une option s'écrit --Cle=valeur.");
        }

        await using var portee = services.CreateAsyncScope();
        await portee.ServiceProvider.GetRequiredService<Chargement>().LireAsync(CancellationToken.None);
        await portee.ServiceProvider.GetRequiredService<CodesDesObjets>().RefaireAsync(CancellationToken.None);
        var (etablissements, differences) = await services.GetRequiredService<Reconstruction>().ExecuterAsync(CancellationToken.None);
        foreach (var identifiant in differences)
        {
            Console.WriteLine($"réécrit : {identifiant}");
        }

        Console.WriteLine(differences.Count == 0
            ? $"Ce qui est publié est égal à ce que dit la saisie ({etablissements} établissements relus)."
            : $"{differences.Count} objets publiés différaient de la saisie ; ils sont réécrits ({etablissements} établissements relus).");
    }

    private static async Task ImporterAsync(IServiceProvider services, GenreImport genre, string exemple, string[] arguments)
    {
        var dossierAdmis = genre == GenreImport.Nomenclatures;
        if (arguments is not ([_] or [_, "simulation"]) || !(File.Exists(arguments[0]) || (dossierAdmis && Directory.Exists(arguments[0]))))
        {
            throw new DemarrageImpossibleException($"Donnez un fichier {(dossierAdmis ? "ou un dossier " : "")}qui existe ; « simulation » dit ce qui serait fait sans le faire : {exemple} simulation");
        }

        await using var portee = services.CreateAsyncScope();
        await portee.ServiceProvider.GetRequiredService<Chargement>().LireAsync(CancellationToken.None);
        var (refusees, etat) = await services.GetRequiredService<ImportEnLigneDeCommande>().ExecuterAsync(genre, arguments[0], arguments.Length > 1);
        if (etat != EtatImport.Termine)
        {
            throw new DemarrageImpossibleException("L'import n'a pas été mené à son terme.");
        }

        // A national file of millions of lines always has some that cannot be taken.
        if (refusees > 0 && genre == GenreImport.Nomenclatures)
        {
            throw new DemarrageImpossibleException($"{refusees} listes refusées ; leurs versions en vigueur restent.");
        }
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
