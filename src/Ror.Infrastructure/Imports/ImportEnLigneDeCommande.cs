using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Ror.Application.Commun;
using Ror.Application.Imports;
using Ror.Application.Nomenclatures;
using Ror.Domain.Nomenclatures;
using Ror.Infrastructure.Persistence;

namespace Ror.Infrastructure.Imports;

/// <summary>The <c>importer-nos</c> command: the same import, carried out by this process on a file of its own, with a bar and its report on the console.</summary>
internal sealed class ImportEnLigneDeCommande(IServiceScopeFactory portees, ExecutionImport executions, TimeProvider horloge)
{
    private const string Auteur = "ligne de commande";
    private const int LargeurBarre = 40;

    /// <returns>Lists that were refused, and how it ended.</returns>
    public async Task<(int Refusees, EtatImport Etat)> ExecuterAsync(string chemin, bool simulation)
    {
        var execution = Guid.CreateVersion7();
        var import = await DeposerAsync(chemin, simulation, execution);
        using var interruption = new CancellationTokenSource();
        Console.CancelKeyPress += (_, e) =>
        {
            e.Cancel = true;
            interruption.Cancel();
        };
        var etat = await executions.ExecuterAsync(import, execution, chemin, Console.IsOutputRedirected ? null : Barre, interruption.Token);
        return (await DireAsync(import.Id), etat);
    }

    private static void Barre(int fait, int total) =>
        Console.Write($"\r[{new string('#', fait * LargeurBarre / Math.Max(total, 1)).PadRight(LargeurBarre, '.')}] {fait}/{total}{(fait == total ? "\n" : "")}");

    private async Task<Import> DeposerAsync(string chemin, bool simulation, Guid execution)
    {
        var fichier = File.Exists(chemin) ? new FileInfo(chemin) : null;
        var instant = horloge.Instant();
        await using var flux = fichier?.OpenRead();
        var import = new Import
        {
            Id = Guid.CreateVersion7(),
            Etat = EtatImport.EnCours,
            Simulation = simulation,
            Auteur = Auteur,
            Fichier = Path.GetFileName(Path.GetFullPath(chemin)),
            Taille = fichier?.Length ?? 0,
            Empreinte = flux is null ? "" : Convert.ToHexStringLower(await SHA256.HashDataAsync(flux)),
            DeposeLe = instant,
            CommenceLe = instant,
            Execution = execution,
            Battement = instant,
        };
        await using var portee = portees.CreateAsyncScope();
        var db = portee.ServiceProvider.GetRequiredService<RorDbContext>();
        return await portee.ServiceProvider.GetRequiredService<IUniteDeTravail>().ExecuterAsync(() => Task.FromResult(db.Imports.Add(import).Entity), _ => true, CancellationToken.None);
    }

    private async Task<int> DireAsync(Guid id)
    {
        await using var portee = portees.CreateAsyncScope();
        var lignes = await portee.ServiceProvider.GetRequiredService<RorDbContext>().LignesImport.AsNoTracking().Where(l => l.ImportId == id).OrderBy(l => l.Rang).Select(l => l.Contenu).ToListAsync();
        var refusees = 0;
        foreach (var liste in lignes.Select(l => JsonSerializer.Deserialize<ListeImportee>(l, JsonRor.Stockage)!))
        {
            refusees += liste.Issue == IssueListe.Refusee ? 1 : 0;
            Console.WriteLine($"{liste.Fichier} : {liste.NomOfficiel} {liste.Version} {liste.Issue}{Detail(liste)}");
        }

        return refusees;
    }

    private static string Detail(ListeImportee liste) => liste.Issue switch
    {
        IssueListe.Refusee => string.Concat(liste.Fautes.Select(f => $"\n  {f.Code} : {f.Message}{(f.Place is null ? "" : $" ({f.Place})")}")),
        IssueListe.Appliquee => $" ({string.Join(", ", liste.Ecarts.GroupBy(e => e.Nature).OrderBy(g => g.Key).Select(g => $"{g.Count()} {Dire(g.Key)}").DefaultIfEmpty("aucun écart"))})",
        _ => "",
    };

    private static string Dire(NatureEcart nature) => nature switch
    {
        NatureEcart.Ajoute => "ajoutés",
        NatureEcart.Renomme => "renommés",
        NatureEcart.Obsolete => "obsolètes",
        NatureEcart.Reactive => "réactivés",
        NatureEcart.Disparu => "disparus",
    };
}
