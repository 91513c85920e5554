using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Application.Nomenclatures;
using Ror.Domain.Anomalies;
using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Lieux;
using Ror.Domain.Offres;
using Ror.Domain.Professionnels;
using Ror.Domain.Structures;

namespace Ror.Infrastructure.Persistence;

/// <summary>Keeps the row of codes of every object beside it: written by the same save, never read to be written. An offer that is closed or moved keeps its row as it is.</summary>
internal sealed class CodesDesObjets(RorDbContext db, IUniteDeTravail travail)
{
    private const int Lot = 500;
    private const int EssaisMax = 5;

    // What holds codes.
    private static readonly string[] Porteurs = [nameof(Offre.Contenu), nameof(Offre.Publie), nameof(EntiteGeographique.Fiche), nameof(LieuRealisationOffre.Equipements)];

    /// <summary>Before what changed is saved. A row that is not there, in a database that an older release wrote to meanwhile, is made.</summary>
    public static async Task SuivreAsync(RorDbContext db, CancellationToken ct)
    {
        var changes = db.ChangeTracker.Entries<Agregat>().Where(e => EnPorte(e.Entity))
            .Where(e => e.State is EntityState.Deleted or EntityState.Added || e.Properties.Any(p => p.IsModified && Porteurs.Contains(p.Metadata.Name))).ToList();
        var inconnues = changes.Where(e => e.State != EntityState.Added && db.CodesDesObjets.Local.FindEntry(e.Entity.Id) is null).Select(e => e.Entity.Id).ToList();
        if (inconnues.Count > 0)
        {
            await db.CodesDesObjets.Where(c => inconnues.Contains(c.Id)).ExecuteDeleteAsync(ct);
        }

        foreach (var entree in changes)
        {
            var suivie = db.CodesDesObjets.Local.FindEntry(entree.Entity.Id);
            if (entree.State == EntityState.Deleted)
            {
                _ = suivie is null ? null : db.CodesDesObjets.Remove(suivie.Entity);
            }
            else if (suivie is not null)
            {
                suivie.CurrentValues.SetValues(De(entree.Entity));
            }
            else
            {
                db.CodesDesObjets.Add(De(entree.Entity));
            }
        }
    }

    /// <summary>Rows of a database from before they were kept.</summary>
    public Task CompleterAsync(CancellationToken ct) => ParcourirAsync(manquantes: true, ct);

    /// <summary>Every row that does not say what its object holds.</summary>
    public Task RefaireAsync(CancellationToken ct) => ParcourirAsync(manquantes: false, ct);

    private async Task ParcourirAsync(bool manquantes, CancellationToken ct)
    {
        await ParcourirAsync(db.Offres, manquantes, ct);
        await ParcourirAsync(db.EntitesJuridiques, manquantes, ct);
        await ParcourirAsync(db.EntitesGeographiques, manquantes, ct);
        await ParcourirAsync(db.Poles, manquantes, ct);
        await ParcourirAsync(db.UnitesFonctionnelles, manquantes, ct);
        await ParcourirAsync(db.Lieux, manquantes, ct);
    }

    private async Task ParcourirAsync<T>(DbSet<T> objets, bool manquantes, CancellationToken ct)
        where T : Agregat
    {
        var dernier = Guid.Empty;
        for (var essai = 1; ;)
        {
            try
            {
                var apres = dernier;
                var lus = await travail.ExecuterAsync(() => AccorderAsync(objets.Where(o => o.Id > apres && (!manquantes || !db.CodesDesObjets.Any(c => c.Id == o.Id))), ct), _ => true, ct);
                db.ChangeTracker.Clear();
                if (lus.Count < Lot)
                {
                    return;
                }

                (dernier, essai) = (lus[^1], 1);
            }
            catch (DoublonException) when (essai++ < EssaisMax)
            {
                // Somebody has just written one of them.
            }
        }
    }

    private async Task<List<Guid>> AccorderAsync<T>(IQueryable<T> objets, CancellationToken ct)
        where T : Agregat
    {
        var lus = await objets.AsNoTracking().OrderBy(o => o.Id).Take(Lot).ToListAsync(ct);
        var ids = lus.Select(o => o.Id).ToList();
        var lignes = await db.CodesDesObjets.AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
        var fausses = lus.Select(De).Where(c => lignes.GetValueOrDefault(c.Id) != c).ToList();
        var presentes = fausses.Select(c => c.Id).Where(lignes.ContainsKey).ToList();
        await db.CodesDesObjets.Where(c => presentes.Contains(c.Id)).ExecuteDeleteAsync(ct);
        db.CodesDesObjets.AddRange(fausses);
        return ids;
    }

    /// <summary>A professional's codes are the national directory's business; those of an anomaly are quoted; figures pass with their measures.</summary>
    public static bool EnPorte(Agregat objet) => objet is not (Professionnel or Anomalie or CapacitesLieu);

    public static CodesDUnObjet De(Agregat objet) => objet switch
    {
        Offre o => new(
            o.Id, TypeNoeud.Offre, o.Identifiant.Valeur, o.Publie is null || o.ModificationsEnAttente ? CodesDUnObjet.Ecrire(CodesEmployes.De(o.Contenu)) : null, o.Publie is null ? null : CodesDUnObjet.Ecrire(CodesEmployes.De(o.Publie)),
            o.Publie is null || o.ModificationsEnAttente ? o.Contenu.InformationsGenerales?.ModeleSaisie : null, o.Publie?.InformationsGenerales?.ModeleSaisie),
        EntiteJuridique ej => new(ej.Id, TypeNoeud.EntiteJuridique, ej.IdNatStruct.Valeur, null, CodesDUnObjet.Ecrire(CodesEmployes.De(FicheEntiteJuridique.Champs, ej.Fiche))),
        EntiteGeographique eg => new(eg.Id, TypeNoeud.EntiteGeographique, eg.IdNatStruct.Valeur, null, CodesDUnObjet.Ecrire(CodesEmployes.De(FicheEntiteGeographique.Champs, eg.Fiche))),
        LieuRealisationOffre lieu => new(
            lieu.Id, lieu.Type, lieu.Identifiant.Valeur, null, CodesDUnObjet.Ecrire(CodesEmployes.De(FicheLieu.Champs, lieu.Fiche).Concat(CodesEmployes.De(EquipementsLieu.Champs, lieu.Equipements)))),
        OrganisationInterne oi => new(oi.Id, oi.Type, oi.Identifiant.Valeur, null, CodesDUnObjet.Ecrire(CodesEmployes.De(FicheOrganisationInterne.Champs, oi.Fiche))),
        _ => throw new NotSupportedException(objet.GetType().Name),
    };
}
