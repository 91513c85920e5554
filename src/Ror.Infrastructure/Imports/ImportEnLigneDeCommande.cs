using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Ror.Application.Annuaires;
using Ror.Application.Commun;
using Ror.Application.Imports;
using Ror.Application.Nomenclatures;
using Ror.Domain.Nomenclatures;
using Ror.Infrastructure.Persistence;

namespace Ror.Infrastructure.Imports;

/// <summary>The commands <c>importer-…</c>: the same import, carried out by this process on a file of its own, with a bar and its report on the console.</summary>
internal sealed class ImportEnLigneDeCommande(IServiceScopeFactory portees, ExecutionImport executions, TimeProvider horloge)
{
    private const string Auteur = "ligne de commande";
    private const int LargeurBarre = 40;

    // An operator reads the first, and the others in the report.
    private const int LignesDites = 20;

    /// <returns>Lists, or lines, that were refused, and how it ended.</returns>
    public async Task<(long Refusees, EtatImport Etat)> ExecuterAsync(GenreImport genre, string chemin, bool simulation)
    {
        var execution = Guid.CreateVersion7();
        var import = await DeposerAsync(genre, chemin, simulation, execution);
        using var interruption = new CancellationTokenSource();
        Console.CancelKeyPress += (_, e) =>
        {
            e.Cancel = true;
            interruption.Cancel();
        };
        var etat = await executions.ExecuterAsync(import, execution, chemin, Console.IsOutputRedirected ? null : Barre, interruption.Token);
        return (genre == GenreImport.Nomenclatures ? await DireAsync(import.Id) : await DireBilanAsync(import.Id), etat);
    }

    private static void Barre(int fait, int total) =>
        Console.Write($"\r[{new string('#', fait * LargeurBarre / Math.Max(total, 1)).PadRight(LargeurBarre, '.')}] {fait}/{total}{(fait == total ? "\n" : "")}");

    private async Task<Import> DeposerAsync(GenreImport genre, string chemin, bool simulation, Guid execution)
    {
        var fichier = File.Exists(chemin) ? new FileInfo(chemin) : null;
        var instant = horloge.Instant();
        await using var flux = fichier?.OpenRead();
        var import = new Import
        {
            Id = Guid.CreateVersion7(),
            Genre = genre,
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

    private async Task<long> DireBilanAsync(Guid id)
    {
        await using var portee = portees.CreateAsyncScope();
        var db = portee.ServiceProvider.GetRequiredService<RorDbContext>();
        var bilan = ImportLu.De(await db.Imports.AsNoTracking().SingleAsync(i => i.Id == id), horloge.Instant()).Bilan ?? [];
        foreach (var compte in bilan)
        {
            Console.WriteLine($"{compte.Acte} : {compte.Nombre}{(compte.Exemples.Count == 0 ? "" : $" ({string.Join(", ", compte.Exemples)}{(compte.Nombre > compte.Exemples.Count ? ", …" : "")})")}");
        }

        var lignes = db.LignesImport.AsNoTracking().Where(l => l.ImportId == id);
        var total = await lignes.CountAsync();
        foreach (var contenu in await lignes.OrderBy(l => l.Rang).Take(LignesDites).Select(l => l.Contenu).ToListAsync())
        {
            var ligne = JsonSerializer.Deserialize<LigneAnnuaire>(contenu, JsonRor.Stockage)!;
            Console.WriteLine($"{ligne.Nature}{(ligne.Ligne is null ? "" : $" ligne {ligne.Ligne}")}{(ligne.Objet is null ? "" : $" ({ligne.Objet})")} {ligne.Code} : {ligne.Message}");
        }

        Console.WriteLine(total > LignesDites ? $"… {total - LignesDites} autres lignes : GET {Liens.Racine}/imports/{id}/lignes" : $"{total} lignes de rapport.");
        return bilan.FirstOrDefault(c => c.Acte == ActeAnnuaire.LigneRefusee)?.Nombre ?? 0;
    }

    private async Task<int> DireAsync(Guid id)
    {
        await using var portee = portees.CreateAsyncScope();
        var (refusees, derniere, ecarts) = (0, (ListeImportee?)null, new Dictionary<NatureEcart, int>());
        await foreach (var contenu in portee.ServiceProvider.GetRequiredService<RorDbContext>().LignesImport.AsNoTracking().Where(l => l.ImportId == id).OrderBy(l => l.Rang).Select(l => l.Contenu).AsAsyncEnumerable())
        {
            var ligne = JsonSerializer.Deserialize<ListeImportee>(contenu, JsonRor.Stockage)!;
            if (!ligne.Suite)
            {
                Dire(derniere, ecarts);
                refusees += ligne.Issue == IssueListe.Refusee ? 1 : 0;
                (derniere, ecarts) = (ligne, []);
            }

            foreach (var ecart in ligne.Ecarts)
            {
                ecarts[ecart.Nature] = ecarts.GetValueOrDefault(ecart.Nature) + 1;
            }
        }

        Dire(derniere, ecarts);
        return refusees;
    }

    private static void Dire(ListeImportee? liste, Dictionary<NatureEcart, int> ecarts)
    {
        if (liste is not null)
        {
            Console.WriteLine($"{liste.Fichier} : {liste.NomOfficiel} {liste.Version} {liste.Issue}{Detail(liste, ecarts)}");
        }
    }

    private static string Detail(ListeImportee liste, Dictionary<NatureEcart, int> ecarts) => liste.Issue switch
    {
        IssueListe.Refusee => string.Concat(liste.Fautes.Select(f => $"\n  {f.Code} : {f.Message}{(f.Place is null ? "" : $" ({f.Place})")}")),
        IssueListe.Appliquee => $" ({string.Join(", ", ecarts.OrderBy(e => e.Key).Select(e => $"{e.Value} {Dire(e.Key)}").DefaultIfEmpty("aucun écart"))})",
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
