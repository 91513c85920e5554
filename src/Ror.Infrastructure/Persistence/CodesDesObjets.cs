using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Application.Nomenclatures;
using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Offres;
using Ror.Domain.Structures;

namespace Ror.Infrastructure.Persistence;

/// <summary>Keeps the row of codes of every object beside it: written by the same save, never read to be written. An offer that is closed or moved keeps its row as it is.</summary>
internal sealed class CodesDesObjets(RorDbContext db, IUniteDeTravail travail)
{
    private const int Lot = 500;

    // What holds codes.
    private static readonly string[] Porteurs = [nameof(Offre.Contenu), nameof(Offre.Publie), nameof(EntiteGeographique.Fiche)];

    /// <summary>Before what changed is saved. A row that is not there, in a database that an older release wrote to meanwhile, is made.</summary>
    public static async Task SuivreAsync(RorDbContext db, CancellationToken ct)
    {
        var changes = db.ChangeTracker.Entries<Agregat>()
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

    /// <summary>All rows anew.</summary>
    public async Task RefaireAsync(CancellationToken ct)
    {
        await travail.ExecuterAsync(() => db.CodesDesObjets.ExecuteDeleteAsync(ct), _ => true, ct);
        await CompleterAsync(ct);
    }

    /// <summary>Rows of a database from before they were kept, some hundreds at a time; what has one is left alone.</summary>
    public async Task CompleterAsync(CancellationToken ct)
    {
        await CompleterAsync(db.Offres, ct);
        await CompleterAsync(db.EntitesJuridiques, ct);
        await CompleterAsync(db.EntitesGeographiques, ct);
        await CompleterAsync(db.Poles, ct);
        await CompleterAsync(db.UnitesFonctionnelles, ct);
    }

    private async Task CompleterAsync<T>(DbSet<T> objets, CancellationToken ct)
        where T : Agregat
    {
        while (await travail.ExecuterAsync(
            async () =>
            {
                var sans = await objets.AsNoTracking().Where(o => !db.CodesDesObjets.Any(c => c.Id == o.Id)).OrderBy(o => o.Id).Take(Lot).ToListAsync(ct);
                db.CodesDesObjets.AddRange(sans.Select(De));
                return sans.Count;
            },
            _ => true,
            ct) == Lot)
        {
            db.ChangeTracker.Clear();
        }
    }

    private static CodesDUnObjet De(Agregat objet) => objet switch
    {
        Offre o => new(
            o.Id, TypeNoeud.Offre, o.Identifiant.Valeur, o.Publie is null || o.ModificationsEnAttente ? CodesDUnObjet.Ecrire(CodesEmployes.De(o.Contenu)) : null, o.Publie is null ? null : CodesDUnObjet.Ecrire(CodesEmployes.De(o.Publie))),
        EntiteJuridique ej => new(ej.Id, TypeNoeud.EntiteJuridique, ej.IdNatStruct.Valeur, null, CodesDUnObjet.Ecrire(CodesEmployes.De(FicheEntiteJuridique.Champs, ej.Fiche))),
        EntiteGeographique eg => new(eg.Id, TypeNoeud.EntiteGeographique, eg.IdNatStruct.Valeur, null, CodesDUnObjet.Ecrire(CodesEmployes.De(FicheEntiteGeographique.Champs, eg.Fiche))),
        OrganisationInterne oi => new(oi.Id, oi.Type, oi.Identifiant.Valeur, null, CodesDUnObjet.Ecrire(CodesEmployes.De(FicheOrganisationInterne.Champs, oi.Fiche))),
        _ => throw new NotSupportedException(objet.GetType().Name),
    };
}
