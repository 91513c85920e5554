using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Ror.Application.Annuaires;
using Ror.Application.Commun;
using Ror.Application.Imports;
using Ror.Domain.Annuaires;
using Ror.Domain.Structures;
using Ror.Infrastructure.Demarrage;
using Ror.Infrastructure.Imports;
using Ror.Infrastructure.Nomenclatures;
using Ror.Infrastructure.Persistence;

namespace Ror.Infrastructure.Annuaires.Finess;

/// <summary>
/// FINESS files, in batches in the order of the file. What a file does not tell of stays as it is: flat files hold the open établissements only, of some
/// territories perhaps; the daily JSON names those that closed.
/// </summary>
internal sealed class ImportFiness(IServiceScopeFactory portees, Referentiels referentiels, OptionsImports options, TimeProvider horloge) : IImporteur
{
    private const string Acte = "importer-finess";
    private const int ObjetsParLot = 1000;

    // A file is counted in parts of what it weighs: its objects are known at its end only.
    private const int Parts = 1000;

    public GenreImport Genre => GenreImport.Finess;

    public async Task ExecuterAsync(DemandeImport demande, Suivi suivi, CancellationToken ct)
    {
        var suite = await SuiteDeLots.OuvrirAsync(portees, demande, horloge, ct);
        LecteurFiness lecteur;
        try
        {
            lecteur = await LecteurFiness.OuvrirAsync(demande.Chemin, demande.Nom, null, ct);
        }
        catch (FichierRefuseException faute)
        {
            await suite.RefuserAsync(faute, ct);
            throw;
        }

        // A file may say any day: one to come would shut out every edition until then.
        var aujourdhui = DateOnly.FromDateTime(horloge.GetUtcNow().UtcDateTime);
        var du = lecteur.DonneesDu is { } jour && jour <= aujourdhui ? jour : aujourdhui;

        // Legal entities come in a file of their own, of a day of its own: its édition is not that of the établissements.
        await suite.DaterAsync(Genre, lecteur.DonneesDu is null || lecteur.EntitesSeules ? null : du, ct);
        var (vues, lot, connus) = (new HashSet<string>(StringComparer.Ordinal), 0, await ConnusAsync(demande.ImportId, ct));
        var objets = lecteur.LireAsync(code => referentiels.Nomenclatures["J219"].Trouver(new(code)) is not null, (lus, total) => suivi.Avancer((int)(lus * Parts / Math.Max(total, 1)), Parts), ct);
        var contexte = new ContexteMiseAJour(du, Fins: false, demande.Simulation, Acte, demande.Auteur, vues);
        var (aFermer, ouverts) = (new List<EtablissementLu>(), new HashSet<string>(StringComparer.Ordinal));
        await foreach (var morceau in objets.Chunk(ObjetsParLot).WithCancellation(ct))
        {
            aFermer.AddRange(await suite.TraiterAsync(lot++, (services, sansEffet, rapport) => UnLotAsync(services, morceau, contexte with { Simulation = sansEffet }, rapport, ct), ct));
            vues.UnionWith(demande.Simulation ? morceau.Select(o => o.Entite?.Fiche.IdNatStruct).OfType<string>() : []);
            ouverts.UnionWith(morceau.Select(o => o.Etablissement is { FermeLe: null } ouvert ? ouvert.Fiche.IdNatStruct : null).OfType<string>());
        }

        // The same number may be closed, then open, in one file: it is open.
        aFermer = [.. aFermer.Where(e => !ouverts.Contains(e.Etablissement.Fiche.IdNatStruct!)).DistinctBy(e => e.Etablissement.Fiche.IdNatStruct)];
        if (aFermer.Count > options.Limite(connus))
        {
            await suite.DireAsync(rapport => rapport.Signaler(null, null, RapprochementErreurs.VagueDeFermetures.Avec(options.Limite(connus), connus)), ct);
            aFermer = [];
        }

        foreach (var morceau in aFermer.Chunk(ObjetsParLot))
        {
            await suite.TraiterAsync(
                null,
                (services, sansEffet, rapport) => services.GetRequiredService<MiseAJourEtablissements>().AppliquerAsync(
                    morceau, new Dictionary<string, EntiteJuridique>(), contexte with { Fins = true, Simulation = sansEffet }, new(), rapport, ct),
                ct);
        }

        suivi.Avancer(Parts, Parts);
    }

    // Before this import, whichever run of it this is; the practices of liberal professionals are not FINESS's to close.
    private async Task<long> ConnusAsync(Guid id, CancellationToken ct)
    {
        await using var portee = portees.CreateAsyncScope();
        var db = portee.ServiceProvider.GetRequiredService<RorDbContext>();
        return await db.EntitesGeographiques.LongCountAsync(e => e.Origine != Origine.Rpps && db.Imports.Any(i => i.Id == id && e.CreeLe < i.CommenceLe), ct);
    }

    private static async Task<IReadOnlyList<EtablissementLu>> UnLotAsync(IServiceProvider services, ObjetFiness[] objets, ContexteMiseAJour contexte, RapportAnnuaire rapport, CancellationToken ct)
    {
        foreach (var objet in objets)
        {
            Noter(objet, rapport);
        }

        var nouveautes = new Nouveautes();
        var etablissements = objets.Where(o => o.Etablissement is not null).Select(o => new EtablissementLu(o.Etablissement!, o.Ligne)).ToList();
        var entites = await services.GetRequiredService<MiseAJourEntitesJuridiques>().AppliquerAsync(
            [.. objets.Where(o => o.Entite is not null).Select(o => new EntiteLue(o.Entite!, o.Ligne))],
            etablissements.Select(e => e.Etablissement.Fiche.EntiteJuridique).OfType<string>().Distinct(),
            contexte,
            nouveautes,
            rapport,
            ct);
        var aFermer = await services.GetRequiredService<MiseAJourEtablissements>().AppliquerAsync(etablissements, entites, contexte, nouveautes, rapport, ct);
        if (!contexte.Simulation)
        {
            await services.GetRequiredService<IAjoutEnMasse>().AjouterAsync(nouveautes, contexte.Acte, contexte.Auteur, ct);
        }

        return aFermer;
    }

    private static void Noter(ObjetFiness objet, RapportAnnuaire rapport)
    {
        var identifiant = objet.Etablissement?.Fiche.IdNatStruct ?? objet.Entite?.Fiche.IdNatStruct;
        rapport.Compter(ActeAnnuaire.LigneLue);
        if (objet.Faute is not null)
        {
            rapport.Refuser(objet.Ligne, identifiant, objet.Faute);
        }

        foreach (var signalement in objet.Signalements)
        {
            rapport.Signaler(objet.Ligne, identifiant, signalement);
        }
    }
}
