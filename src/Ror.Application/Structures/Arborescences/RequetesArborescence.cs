using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Ror.Application.Commun;
using Ror.Domain.Lieux;
using Ror.Domain.Offres;
using Ror.Domain.Professionnels;
using Ror.Domain.Structures;

namespace Ror.Application.Structures.Arborescences;

/// <summary>
/// Both statements of a tree, compiled once per engine. The branches of a union have the same columns: one that does not have a column takes it from a row that
/// does not exist, so that it is of the right type.
/// </summary>
internal sealed class RequetesArborescence
{
    private const int Eg = (int)TypeNoeud.EntiteGeographique;
    private const int DuPole = (int)TypeNoeud.Pole;
    private const int Uf = (int)TypeNoeud.UniteFonctionnelle;
    private const int DeLOffre = (int)TypeNoeud.Offre;

    // Of one model each: an engine has its own.
    private static readonly ConcurrentDictionary<IModel, RequetesArborescence> Compilees = new();

    private readonly Func<DbContext, Guid, IAsyncEnumerable<LigneArborescence>> _lire = EF.CompileAsyncQuery((DbContext db, Guid id) =>
        db.Set<EntiteGeographique>().Where(e => e.Id == id).Select(e => new LigneArborescence
        {
            Rang = Eg,
            Id = e.Id,
            ParentId = e.EntiteJuridiqueId,
            Version = e.Version,
            IdNatStruct = e.IdNatStruct,
            Region = e.Region,
            Etablissement = e.Fiche,
            Organisation = db.Set<Pole>().Where(p => p.Id == Guid.Empty).Select(p => p.Fiche).FirstOrDefault(),
            Identifiant = db.Set<Pole>().Where(p => p.Id == Guid.Empty).Select(p => p.Identifiant).FirstOrDefault(),
            EstBrouillon = false,
            EstRattachee = false,
            VersionsLiees = db.Set<LieuRealisationOffre>().Where(l => l.EntiteGeographiqueId == e.Id).Sum(l => l.Version) + db.Set<DepartOffre>().LongCount(d => d.EntiteGeographiqueId == e.Id),
            Base = db.Set<ApercuOffre>().Where(a => a.OffreId == Guid.Empty).Select(a => a.Base).FirstOrDefault(),
            Apercu = db.Set<ApercuOffre>().Where(a => a.OffreId == Guid.Empty).Select(a => a.Contenu).FirstOrDefault(),
            Fermeture = e.Fermeture,
            FermeturePrevue = e.FermeturePrevue,
        }).Concat(db.Set<Pole>().Where(p => p.EntiteGeographiqueId == id).Select(p => new LigneArborescence
        {
            Rang = DuPole,
            Id = p.Id,
            ParentId = p.EntiteGeographiqueId,
            Version = p.Version,
            IdNatStruct = db.Set<EntiteGeographique>().Where(e => e.Id == Guid.Empty).Select(e => e.IdNatStruct).FirstOrDefault(),
            Region = db.Set<EntiteGeographique>().Where(e => e.Id == Guid.Empty).Select(e => e.Region).FirstOrDefault(),
            Etablissement = db.Set<EntiteGeographique>().Where(e => e.Id == Guid.Empty).Select(e => e.Fiche).FirstOrDefault(),
            Organisation = p.Fiche,
            Identifiant = p.Identifiant,
            EstBrouillon = false,
            EstRattachee = false,
            VersionsLiees = 0L,
            Base = db.Set<ApercuOffre>().Where(a => a.OffreId == Guid.Empty).Select(a => a.Base).FirstOrDefault(),
            Apercu = db.Set<ApercuOffre>().Where(a => a.OffreId == Guid.Empty).Select(a => a.Contenu).FirstOrDefault(),
            Fermeture = p.Fermeture,
            FermeturePrevue = p.FermeturePrevue,
        })).Concat(db.Set<UniteFonctionnelle>().Where(u => u.EntiteGeographiqueId == id).Select(u => new LigneArborescence
        {
            Rang = Uf,
            Id = u.Id,
            ParentId = u.PoleId,
            Version = u.Version,
            IdNatStruct = db.Set<EntiteGeographique>().Where(e => e.Id == Guid.Empty).Select(e => e.IdNatStruct).FirstOrDefault(),
            Region = db.Set<EntiteGeographique>().Where(e => e.Id == Guid.Empty).Select(e => e.Region).FirstOrDefault(),
            Etablissement = db.Set<EntiteGeographique>().Where(e => e.Id == Guid.Empty).Select(e => e.Fiche).FirstOrDefault(),
            Organisation = u.Fiche,
            Identifiant = u.Identifiant,
            EstBrouillon = false,
            EstRattachee = false,
            VersionsLiees = 0L,
            Base = db.Set<ApercuOffre>().Where(a => a.OffreId == Guid.Empty).Select(a => a.Base).FirstOrDefault(),
            Apercu = db.Set<ApercuOffre>().Where(a => a.OffreId == Guid.Empty).Select(a => a.Contenu).FirstOrDefault(),
            Fermeture = u.Fermeture,
            FermeturePrevue = u.FermeturePrevue,
        })).Concat(db.Set<Offre>().Where(o => o.EntiteGeographiqueId == id).Select(o => new LigneArborescence
        {
            Rang = DeLOffre,
            Id = o.Id,
            ParentId = o.ParentId,
            Version = o.Version,
            IdNatStruct = db.Set<EntiteGeographique>().Where(e => e.Id == Guid.Empty).Select(e => e.IdNatStruct).FirstOrDefault(),
            Region = db.Set<EntiteGeographique>().Where(e => e.Id == Guid.Empty).Select(e => e.Region).FirstOrDefault(),
            Etablissement = db.Set<EntiteGeographique>().Where(e => e.Id == Guid.Empty).Select(e => e.Fiche).FirstOrDefault(),
            Organisation = db.Set<Pole>().Where(p => p.Id == Guid.Empty).Select(p => p.Fiche).FirstOrDefault(),
            Identifiant = o.Identifiant,
            EstBrouillon = o.Statut == StatutOffre.Brouillon,
            EstRattachee = o.CabinetId != null && o.CabinetId != o.EntiteGeographiqueId,
            VersionsLiees = db.Set<Professionnel>().Where(p => p.Rpps == o.Rpps).Select(p => p.Version).FirstOrDefault(),
            Base = db.Set<ApercuOffre>().Where(a => a.OffreId == o.Id && a.Version == o.Version).Select(a => a.Base).FirstOrDefault(),
            Apercu = db.Set<ApercuOffre>().Where(a => a.OffreId == o.Id && a.Version == o.Version).Select(a => a.Contenu).FirstOrDefault(),
            Fermeture = o.Fermeture,
            FermeturePrevue = o.FermeturePrevue,
        })));

    private readonly Func<DbContext, Guid, IAsyncEnumerable<CumulLignes>> _cumuler = EF.CompileAsyncQuery((DbContext db, Guid id) =>
        db.Set<EntiteGeographique>().Where(e => e.Id == id).Select(e => new CumulLignes { Rang = Eg, Nombre = 1, Versions = e.Version, VersionsLiees = db.Set<LieuRealisationOffre>().Where(l => l.EntiteGeographiqueId == e.Id).Sum(l => l.Version) + db.Set<DepartOffre>().LongCount(d => d.EntiteGeographiqueId == e.Id), IdNatStruct = e.IdNatStruct, Region = e.Region })
        .Concat(db.Set<Pole>().Where(p => p.EntiteGeographiqueId == id).GroupBy(p => 1).Select(g => new CumulLignes
        {
            Rang = DuPole,
            Nombre = g.Count(),
            Versions = g.Sum(p => p.Version),
            VersionsLiees = 0L,
            IdNatStruct = db.Set<EntiteGeographique>().Where(e => e.Id == Guid.Empty).Select(e => e.IdNatStruct).FirstOrDefault(),
            Region = db.Set<EntiteGeographique>().Where(e => e.Id == Guid.Empty).Select(e => e.Region).FirstOrDefault(),
        })).Concat(db.Set<UniteFonctionnelle>().Where(u => u.EntiteGeographiqueId == id).GroupBy(u => 1).Select(g => new CumulLignes
        {
            Rang = Uf,
            Nombre = g.Count(),
            Versions = g.Sum(u => u.Version),
            VersionsLiees = 0L,
            IdNatStruct = db.Set<EntiteGeographique>().Where(e => e.Id == Guid.Empty).Select(e => e.IdNatStruct).FirstOrDefault(),
            Region = db.Set<EntiteGeographique>().Where(e => e.Id == Guid.Empty).Select(e => e.Region).FirstOrDefault(),
        })).Concat(db.Set<Offre>().Where(o => o.EntiteGeographiqueId == id)
            .SelectMany(o => db.Set<Professionnel>().Where(p => p.Rpps == o.Rpps).DefaultIfEmpty(), (o, p) => new { o.Version, Liee = p == null ? 0L : p.Version }).GroupBy(o => 1).Select(g => new CumulLignes
            {
                Rang = DeLOffre,
                Nombre = g.Count(),
                Versions = g.Sum(o => o.Version),
                VersionsLiees = g.Sum(o => o.Liee),
                IdNatStruct = db.Set<EntiteGeographique>().Where(e => e.Id == Guid.Empty).Select(e => e.IdNatStruct).FirstOrDefault(),
                Region = db.Set<EntiteGeographique>().Where(e => e.Id == Guid.Empty).Select(e => e.Region).FirstOrDefault(),
            })));

    /// <summary>The établissement first, then its levels from above, each by id; empty when there is no such établissement.</summary>
    public static async Task<List<LigneArborescence>> LireAsync(ISaisieDb saisie, Guid id, CancellationToken ct)
    {
        var db = Contexte(saisie);
        var lignes = await ToutAsync(De(db)._lire(db, id), ct);
        lignes.Sort((a, b) => (a.Rang, a.Id).CompareTo((b.Rang, b.Id)));
        return lignes;
    }

    /// <summary>The same rows, counted where they are.</summary>
    public static Task<List<CumulLignes>> CumulerAsync(ISaisieDb saisie, Guid id, CancellationToken ct)
    {
        var db = Contexte(saisie);
        return ToutAsync(De(db)._cumuler(db, id), ct);
    }

    private static DbContext Contexte(ISaisieDb saisie) => saisie.Offres.GetService<ICurrentDbContext>().Context;

    private static RequetesArborescence De(DbContext db) => Compilees.GetOrAdd(db.Model, _ => new());

    private static async Task<List<T>> ToutAsync<T>(IAsyncEnumerable<T> source, CancellationToken ct)
    {
        var tout = new List<T>();
        await foreach (var un in source.WithCancellation(ct))
        {
            tout.Add(un);
        }

        return tout;
    }
}
