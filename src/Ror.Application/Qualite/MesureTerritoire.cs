using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Domain.Qualite;

namespace Ror.Application.Qualite;

/// <summary>What is counted of one territory.</summary>
internal sealed class MesureTerritoire
{
    public CumulPeuplement Peuplement { get; } = new();

    /// <summary>Établissements by their answer to RE1.2.</summary>
    public Comptes Fraicheur { get; private set; } = Comptes.Aucun;

    public void Juger(Fraicheur fraicheur) => Fraicheur = Fraicheur.Avec(fraicheur.Resultat);
}

/// <summary>Every établissement of a région with its open offers, some hundreds at a time: the department is inside their fiche, where no query looks.</summary>
internal sealed class MesuresTerritoire(ISaisieDb db, OffresOuvertes ouvertes)
{
    /// <param name="mesures">Those that an établissement of that département is counted in; none leaves it out.</param>
    public async Task Mesurer(string region, AnneeEcoulee annee, Func<string, IReadOnlyList<MesureTerritoire>> mesures, CancellationToken ct)
    {
        var tous = await db.EntitesGeographiques.Where(e => e.Region == region).OrderBy(e => e.Id).Select(e => e.Id).ToListAsync(ct);
        foreach (var ids in tous.Chunk(OffresOuvertes.Lot))
        {
            var lus = await db.EntitesGeographiques.AsNoTracking().Where(e => ids.Contains(e.Id)).Select(e => new { e.Id, e.Fiche, e.Fermeture }).ToListAsync(ct);
            var lot = lus.Select(e => new Etablissement(e.Fiche.Categorie!.Code, e.Fermeture is null, mesures(e.Fiche.Adresse!.LireCommune().Departement), e.Id)).Where(e => e.Mesures.Count > 0);
            await Mesurer(lot.ToDictionary(e => e.Id), annee, ct);
        }
    }

    private async Task Mesurer(Dictionary<Guid, Etablissement> lot, AnneeEcoulee annee, CancellationToken ct)
    {
        var ids = lot.Keys.ToList();
        await foreach (var offre in ouvertes.Mesurer(db.Offres.Where(o => ids.Contains(o.EntiteGeographiqueId)), lot.ToDictionary(e => e.Key, e => e.Value.Categorie), annee.Jour, ct))
        {
            lot[offre.EntiteGeographiqueId].Ajouter(offre, annee);
        }

        foreach (var etablissement in lot.Values)
        {
            etablissement.Juger(annee);
        }
    }

    private sealed class Etablissement(string categorie, bool ouvert, IReadOnlyList<MesureTerritoire> mesures, Guid id)
    {
        private int _ouvertes;
        private int _touchees;

        public Guid Id => id;

        public string Categorie => categorie;

        public IReadOnlyList<MesureTerritoire> Mesures => mesures;

        public void Ajouter(OffreMesuree offre, AnneeEcoulee annee)
        {
            _ouvertes++;
            _touchees += annee.Contient(offre.ToucheeLe) ? 1 : 0;
            foreach (var mesure in mesures)
            {
                mesure.Peuplement.Ajouter(offre.Peuplement);
            }
        }

        public void Juger(AnneeEcoulee annee)
        {
            var fraicheur = Fraicheur.DeLEtablissement(categorie, ouvert, _ouvertes, _touchees, annee);
            foreach (var mesure in mesures)
            {
                mesure.Juger(fraicheur);
            }
        }
    }
}
