using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Ror.Application.Commun;
using Ror.Application.Imports;
using Ror.Application.Nomenclatures;
using Ror.Domain.Nomenclatures;
using Ror.Infrastructure.Demarrage;
using Ror.Infrastructure.Imports;
using Ror.Infrastructure.Persistence;
using Ror.Infrastructure.Persistence.Configurations;

namespace Ror.Infrastructure.Nomenclatures;

/// <summary>
/// Puts the lists of a file in force, one transaction per list. Files are read twice: terminologies first, on which value sets rest, then the others. A dry run
/// goes the same way and keeps nothing but its report.
/// </summary>
internal sealed class ImportNos(IServiceScopeFactory portees, Referentiels referentiels, TimeProvider horloge) : IImporteur
{
    private const int EssaisMax = 3;

    public GenreImport Genre => GenreImport.Nomenclatures;

    public async Task ExecuterAsync(DemandeImport demande, Suivi suivi, CancellationToken ct)
    {
        var (enVigueur, dites) = await CommencerAsync(demande, ct);
        var total = LecteurListes.Compter(demande.Chemin);
        var lus = 0;
        foreach (var terminologies in (bool[])[true, false])
        {
            string? dernier = null;
            await foreach (var lue in LecteurListes.LireAsync(demande.Chemin, demande.Nom, ct))
            {
                ct.ThrowIfCancellationRequested();
                if (lue.Fichier != dernier)
                {
                    dernier = lue.Fichier;
                    suivi.Avancer(Math.Min(++lus / 2, total), total);
                }

                // A fault is told once, with the others.
                if ((lue.Liste?.Genre == GenreListe.Terminologie) != terminologies)
                {
                    continue;
                }

                // What a run that died had done stays done, and told.
                if (dites.Add((lue.Fichier, lue.Liste?.NomOfficiel, lue.Liste?.Version)))
                {
                    await UneListeAsync(demande, lue, enVigueur, ct);
                }
            }

        }

        suivi.Avancer(total, total);
    }

    // A dry run that died begins again; a real one goes on from what its report says.
    private async Task<(Dictionary<string, JeuDeValeurs> EnVigueur, HashSet<(string, string?, string?)> Dites)> CommencerAsync(DemandeImport demande, CancellationToken ct)
    {
        await using var portee = portees.CreateAsyncScope();
        var db = portee.ServiceProvider.GetRequiredService<RorDbContext>();
        if (demande.Simulation)
        {
            await portee.ServiceProvider.GetRequiredService<IUniteDeTravail>().ExecuterAsync(() => db.LignesImport.Where(l => l.ImportId == demande.ImportId).ExecuteDeleteAsync(ct), _ => true, ct);
        }

        var dites = new HashSet<(string Fichier, string? Liste, string? Version)>();
        await foreach (var contenu in db.LignesImport.AsNoTracking().Where(l => l.ImportId == demande.ImportId).Select(l => l.Contenu).AsAsyncEnumerable().WithCancellation(ct))
        {
            var ligne = JsonSerializer.Deserialize<ListeImportee>(contenu, JsonRor.Stockage)!;
            dites.Add((ligne.Fichier, ligne.NomOfficiel, ligne.Version));
        }

        return ((await portee.ServiceProvider.GetRequiredService<Chargement>().EnVigueurAsync(referentiels.Nomenclatures, ct)).ToDictionary(l => l.Nom, StringComparer.Ordinal), dites);
    }

    private async Task UneListeAsync(DemandeImport demande, ListeDeFichier lue, Dictionary<string, JeuDeValeurs> enVigueur, CancellationToken ct)
    {
        for (var essai = 1; ; essai++)
        {
            try
            {
                await using var portee = portees.CreateAsyncScope();
                var services = portee.ServiceProvider;
                if (await services.GetRequiredService<IUniteDeTravail>().ExecuterAsync(() => EcrireAsync(demande, lue, enVigueur, services, ct), _ => true, ct) is { } nouvelle)
                {
                    enVigueur[nouvelle.Nom] = nouvelle;
                }

                return;
            }
            catch (DoublonException) when (essai < EssaisMax)
            {
                // Another import, of the command line, has replaced the same list meanwhile.
                await using var portee = portees.CreateAsyncScope();
                foreach (var liste in await portee.ServiceProvider.GetRequiredService<Chargement>().EnVigueurAsync(referentiels.Nomenclatures, ct))
                {
                    enVigueur[liste.Nom] = liste;
                }
            }
        }
    }

    /// <returns>The list that is in force from now on, or would be; null when nothing changes.</returns>
    private async Task<JeuDeValeurs?> EcrireAsync(DemandeImport demande, ListeDeFichier lue, Dictionary<string, JeuDeValeurs> enVigueur, IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<RorDbContext>();
        if (await db.Imports.Where(i => i.Id == demande.ImportId && i.Execution == demande.Execution && i.Etat == EtatImport.EnCours && !i.AnnulationDemandee).ExecuteUpdateAsync(i => i.SetProperty(x => x.Battement, horloge.Instant()), ct) == 0)
        {
            throw new ImportRetireException();
        }

        var (lignes, nouvelle) = await JugerAsync(lue, enVigueur, services.GetRequiredService<Usages>(), ct);
        var rang = await db.LignesImport.Where(l => l.ImportId == demande.ImportId).MaxAsync(l => (int?)l.Rang, ct) + 1 ?? 0;
        foreach (var ligne in lignes)
        {
            var ecrite = db.LignesImport.Add(new(demande.ImportId, rang++, JsonSerializer.Serialize(ligne, JsonRor.Stockage)));
            await db.SaveChangesAsync(ct);
            ecrite.State = EntityState.Detached;
        }

        if (nouvelle is not null && !demande.Simulation)
        {
            // After the one that was looked at: whoever replaced it meanwhile has taken that rank, and all is looked at again.
            await RemplacerAsync(db, demande, nouvelle, ct);
        }

        return nouvelle;
    }

    private async Task RemplacerAsync(RorDbContext db, DemandeImport demande, JeuDeValeurs liste, CancellationToken ct)
    {
        await db.Nomenclatures.Where(n => n.Nom == liste.Nom && n.EnVigueur).ExecuteUpdateAsync(n => n.SetProperty(x => x.EnVigueur, false), ct);
        db.Nomenclatures.Add(new(liste.Nom, liste.Rang, liste.Version, true, horloge.Instant(), demande.ImportId, FormatNomenclature.Ecrire(liste)));
        db.Audit.Add(new(Guid.CreateVersion7(), horloge.Instant(), demande.Auteur, "importer-nomenclature", liste.Nom, demande.ImportId, liste.Rang, null, null));
        await db.Compteurs.Where(c => c.Cle == CompteurConfiguration.Nomenclatures).ExecuteUpdateAsync(c => c.SetProperty(x => x.Valeur, x => x.Valeur + 1), ct);
    }

    private static async Task<(IEnumerable<ListeImportee> Lignes, JeuDeValeurs? Nouvelle)> JugerAsync(ListeDeFichier lue, Dictionary<string, JeuDeValeurs> enVigueur, Usages usages, CancellationToken ct)
    {
        if (lue.Liste is not { } liste)
        {
            return ([new(lue.Fichier, null, null, null, null, null, IssueListe.Refusee, 0, [new(ImportErreurs.Illisible.Code, lue.Faute!.Message, lue.Faute.Place)], [])], null);
        }

        var avant = enVigueur.GetValueOrDefault(liste.Nom);
        var ligne = new ListeImportee(lue.Fichier, liste.Nom, liste.NomOfficiel, liste.Genre, liste.Version, avant?.Version, IssueListe.Appliquee, 0, [], []);
        var construite = new MiseEnVigueur(avant, nom => enVigueur.Values.FirstOrDefault(l => l.Genre == GenreListe.Terminologie && (l.Url == nom || $"urn:oid:{l.Oid}" == nom))).Construire(liste);
        if (!construite.EstSucces)
        {
            return ([ligne with { Issue = IssueListe.Refusee, Fautes = [.. construite.Erreurs.Select(e => new FauteImport(e.Type.Code, e.Message(), e.Champ))] }], null);
        }

        var apres = construite.Valeur;
        ligne = ligne with { Nombre = apres.Nombre };
        if (avant is not null && FormatNomenclature.Empreinte(avant) == FormatNomenclature.Empreinte(apres))
        {
            return ([ligne with { Issue = IssueListe.Inchangee }], null);
        }

        var ecarts = EcartListe.Entre(avant, apres);
        var emplois = avant is not null && ecarts.Any(e => e.Nature != NatureEcart.Ajoute) ? await usages.DeListeAsync(avant, ct) : new Dictionary<CodeNos, UsagesCode>();
        return (ecarts.Select(e => Lire(e, emplois)).Chunk(ListeImportee.EcartsMax).DefaultIfEmpty([]).Select((morceau, rang) => ligne with { Ecarts = morceau, Suite = rang > 0 }), apres);
    }

    private static EcartLu Lire(EcartCode ecart, IReadOnlyDictionary<CodeNos, UsagesCode> emplois) => new(
        ecart.Nature, ecart.Code.Code, ecart.Code.Systeme, ecart.Avant, ecart.Apres, ecart.Nature == NatureEcart.Ajoute ? null : emplois.GetValueOrDefault(ecart.Code, UsagesCode.Aucun));
}
