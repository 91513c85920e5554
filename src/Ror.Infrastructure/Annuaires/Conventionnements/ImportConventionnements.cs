using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Ror.Application.Annuaires;
using Ror.Application.Commun;
using Ror.Application.Imports;
using Ror.Domain.Annuaires;
using Ror.Domain.Commun;
using Ror.Domain.Professionnels;
using Ror.Infrastructure.Annuaires.Fichiers;
using Ror.Infrastructure.Imports;
using Ror.Infrastructure.Nomenclatures;
using Ror.Infrastructure.Persistence;

namespace Ror.Infrastructure.Annuaires.Conventionnements;

/// <summary>Conventionnements of known situations. A line changes what it names; what no line names stays.</summary>
internal sealed class ImportConventionnements(IServiceScopeFactory portees, TimeProvider horloge) : IImporteur
{
    private const string Acte = "importer-conventionnements";
    private const int LignesParLot = 500;

    public GenreImport Genre => GenreImport.Conventionnements;

    public async Task ExecuterAsync(DemandeImport demande, Suivi suivi, CancellationToken ct)
    {
        var suite = await SuiteDeLots.OuvrirAsync(portees, demande, horloge, ct);
        try
        {
            // Read once for nothing: of a file that ends badly, nothing is taken.
            var total = await LireAsync(demande, ct).CountAsync(ct);
            var (lot, faites) = (0, 0);
            await foreach (var lignes in LireAsync(demande, ct).Chunk(LignesParLot).WithCancellation(ct))
            {
                await suite.TraiterAsync(lot++, (services, sansEffet, rapport) => UnLotAsync(services, lignes, sansEffet ? null : demande.Auteur, rapport, ct), ct);
                suivi.Avancer(faites += lignes.Length, total);
            }
        }
        catch (FichierRefuseException faute)
        {
            await suite.RefuserAsync(faute, ct);
            throw;
        }
    }

    private async IAsyncEnumerable<LectureConventionnement> LireAsync(DemandeImport demande, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var dites = new Dictionary<(string Rpps, string Structure), Conventionnement>();
        await foreach (var (_, flux) in FichiersNationaux.OuvrirAsync(demande.Chemin, demande.Nom, nom => nom.EndsWith(".csv", StringComparison.OrdinalIgnoreCase), ct: ct))
        {
            await foreach (var ligne in new LecteurConventionnements(flux, DateOnly.FromDateTime(horloge.GetUtcNow().UtcDateTime)).LireAsync(ct))
            {
                // Of two lines that differ, nobody knows which is right: the first stands, the other is told.
                yield return ligne.Ligne is not { } l || dites.TryAdd((l.Rpps, l.Structure), l.Conventionnement) || dites[(l.Rpps, l.Structure)] == l.Conventionnement
                    ? ligne : new(ligne.Numero, null, RapprochementErreurs.EnDouble.Avec(l.Rpps, l.Structure));
            }
        }
    }

    // In a dry run the changes are dropped by whoever asked for them.
    private async Task<bool> UnLotAsync(IServiceProvider services, LectureConventionnement[] lignes, string? auteur, RapportAnnuaire rapport, CancellationToken ct)
    {
        var (db, modifies) = (services.GetRequiredService<RorDbContext>(), new HashSet<Professionnel>());
        var rpps = lignes.Select(l => l.Ligne?.Rpps).OfType<string>().Distinct().ToList();
        var connus = await db.Professionnels.Where(p => rpps.Contains(p.Rpps)).ToDictionaryAsync(p => p.Rpps, StringComparer.Ordinal, ct);
        foreach (var (numero, ligne, faute) in lignes)
        {
            rapport.Compter(ActeAnnuaire.LigneLue);
            var issue = ligne is null ? faute! : Appliquer(ligne, connus.GetValueOrDefault(ligne.Rpps));
            if (issue.EstSucces)
            {
                rapport.Compter(issue.Valeur);
                modifies.UnionWith(issue.Valeur == ActeAnnuaire.ConventionnementModifie ? [connus[ligne!.Rpps]] : []);
            }
            else
            {
                rapport.Refuser(numero, ligne?.Rpps, issue.Erreurs[0]);
            }
        }

        if (auteur is not null)
        {
            var nouveautes = new Nouveautes();
            nouveautes.Modifies.AddRange(modifies);
            await services.GetRequiredService<IAjoutEnMasse>().AjouterAsync(nouveautes, Acte, auteur, ct);
        }

        return true;
    }

    private Resultat<ActeAnnuaire> Appliquer(LigneConventionnement ligne, Professionnel? professionnel)
    {
        if (professionnel is null)
        {
            return RapprochementErreurs.ProfessionnelInconnu.Avec(ligne.Rpps);
        }

        var change = professionnel.Conventionner(ligne.Structure, ligne.Conventionnement, horloge.GetUtcNow().UtcDateTime, ligne.Datee);
        return change.EstSucces ? change.Valeur ? ActeAnnuaire.ConventionnementModifie : ActeAnnuaire.ConventionnementInchange : Resultat<ActeAnnuaire>.Echec(change.Erreurs);
    }
}
