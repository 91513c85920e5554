using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Application.Offres;
using Ror.Domain.Offres;
using Ror.Domain.Structures;

namespace Ror.Application.Structures.Arborescences;

/// <summary>What trees tell of offers, kept beside them.</summary>
public interface IApercusDesOffres
{
    /// <summary>Of offers as they are saved, in the open transaction, which holds them; the rows are not saved yet.</summary>
    Task EcrireAsync(IReadOnlyCollection<Offre> offres, CancellationToken ct);
}

internal sealed class ApercusDesOffres(ISaisieDb db, EnvironnementsDesOffres environnements, IReferentiels referentiels, TimeProvider horloge) : IApercusDesOffres
{
    private const int Lot = 500;

    /// <summary>As the rows say; the content of an offer is read only where its row was written upon another base.</summary>
    /// <param name="lignes">Of one établissement, the first.</param>
    /// <returns>By id of the offer; one that has gone meanwhile is absent.</returns>
    public async Task<IReadOnlyDictionary<Guid, ContenuDuNoeud>> LireAsync(IReadOnlyList<LigneArborescence> lignes, EtatReferentiels etat, CancellationToken ct)
    {
        var (racine, connus, inconnus) = (lignes[0], new Dictionary<Guid, ContenuDuNoeud>(lignes.Count), new List<Guid>());
        var (categorie, deStructure) = (racine.Etablissement!.Categorie!.Code, etat.Base(racine.Etablissement.Categorie.Code));
        foreach (var ligne in lignes.Where(l => l.Type == TypeNoeud.Offre))
        {
            if (ligne.Base is { } lue && lue == (ligne.VersionsLiees == 0 ? deStructure : etat.Base(categorie, ligne.VersionsLiees, racine.Version)))
            {
                connus[ligne.Id] = ligne.Apercu!;
            }
            else
            {
                inconnus.Add(ligne.Id);
            }
        }

        foreach (var lot in inconnus.Chunk(Lot))
        {
            var offres = await db.Offres.AsNoTracking().Where(o => lot.Contains(o.Id) && o.EntiteGeographiqueId == racine.Id).ToListAsync(ct);
            foreach (var apercu in await EvaluerAsync(offres, ct))
            {
                connus[apercu.OffreId] = apercu.Contenu;
            }
        }

        return connus;
    }

    public async Task EcrireAsync(IReadOnlyCollection<Offre> offres, CancellationToken ct)
    {
        foreach (var lot in offres.Chunk(Lot))
        {
            var ids = lot.Select(o => o.Id).ToList();
            await db.ApercusOffres.Where(a => ids.Contains(a.OffreId)).ExecuteDeleteAsync(ct);
            db.ApercusOffres.AddRange(await EvaluerAsync(lot, ct));
        }
    }

    private async Task<IReadOnlyList<ApercuOffre>> EvaluerAsync(IReadOnlyCollection<Offre> offres, CancellationToken ct)
    {
        var etat = EtatReferentiels.De(referentiels, horloge);
        var (lieux, rpps) = (offres.Select(o => o.EntiteGeographiqueId).Distinct().ToList(), offres.Select(o => o.Rpps).OfType<string>().Distinct().ToList());
        var etablissements = await db.EntitesGeographiques.AsNoTracking().Where(e => lieux.Contains(e.Id)).ToDictionaryAsync(e => e.Id, ct);

        // Before what they say: what is read later can only be newer than its base, and is then worked out once more.
        var professionnels = rpps.Count == 0 ? [] : await db.Professionnels.Where(p => rpps.Contains(p.Rpps)).Select(p => new { p.Rpps, p.Version }).ToDictionaryAsync(p => p.Rpps, p => p.Version, ct);
        var autour = await environnements.LireAsync(offres, etablissements, ct);
        return [.. offres.Select(o => Evaluer(o, etablissements[o.EntiteGeographiqueId]))];

        ApercuOffre Evaluer(Offre offre, EntiteGeographique eg)
        {
            var (bilan, professionnel) = (offre.Bilan(autour[offre.Id]), offre.Rpps is null ? 0 : professionnels.GetValueOrDefault(offre.Rpps));
            return new(
                offre.Id,
                offre.Version,
                professionnel == 0 ? etat.Base(eg.Categorie) : etat.Base(eg.Categorie, professionnel, eg.Version),
                new(offre.Nom, offre.ModificationsEnAttente, new(bilan.Obligatoires, bilan.Renseignes, bilan.EstComplet), offre.Lieux.Count > 0 ? offre.Lieux : null));
        }
    }
}
