using System.Collections.Concurrent;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Ror.Application.Commun;
using Ror.Domain.Diffusion;

namespace Ror.Application.Diffusion;

/// <summary>
/// Pages of published offers, one statement compiled per set of filters: to express it anew and find it in EF's cache costs as much as to run it
/// (ADR 22).
/// </summary>
internal static class PagesOffresPubliees
{
    private static readonly Expression<Func<OffrePubliee, string>>[] Colonnes = [o => o.ChampActivite, o => o.Region, o => o.Departement];

    // Of one model each: an engine has its own.
    private static readonly ConcurrentDictionary<(IModel Modele, bool VoitTout, Nombre Champs, Nombre Regions, Nombre Departements), Requetes> Compilees = new();

    // Several values make a statement of their own each time; the usual one is compared, and follows its index.
    private enum Nombre
    {
        Aucune,
        Une,
        Plusieurs,
    }

    public static async Task<Tranche<OffreVisible>> LireAsync(IDiffusionDb db, ListerOffresPublieesQuery demande, bool voitTout, CancellationToken ct)
    {
        var contexte = db.OffresPubliees.GetService<ICurrentDbContext>().Context;
        string[] champs = [.. demande.ChampsActivite], regions = [.. demande.Regions], departements = [.. demande.Departements];
        var requetes = Compilees.GetOrAdd((contexte.Model, voitTout, De(champs), De(regions), De(departements)), f => new(f.VoitTout, [f.Champs, f.Regions, f.Departements]));
        var (champ, region, departement) = (champs.FirstOrDefault(), regions.FirstOrDefault(), departements.FirstOrDefault());
        int? total = demande.Page.AvecTotal ? await requetes.Compter(contexte, champ, region, departement, champs, regions, departements) : null;
        var lues = new List<OffreVisible>(demande.Page.Limite + 1);
        await foreach (var lue in requetes.Lire(contexte, champ, region, departement, champs, regions, departements, demande.Page.Apres ?? Guid.Empty, demande.Page.Limite + 1).WithCancellation(ct))
        {
            lues.Add(lue);
        }

        return Tranche<OffreVisible>.De(lues, demande.Page, o => o.Id, total);
    }

    private static Nombre De(string[] valeurs) => (Nombre)Math.Min(valeurs.Length, (int)Nombre.Plusieurs);

    private sealed class Requetes
    {
        public Requetes(bool voitTout, IReadOnlyList<Nombre> nombres)
        {
            Expression<Func<DbContext, IQueryable<OffrePubliee>>> source = voitTout
                ? db => db.Set<OffrePubliee>()
                : db => db.Set<OffrePubliee>().Where(o => !o.UniteSensible);
            Expression<Func<IQueryable<OffrePubliee>, Guid, int, IQueryable<OffreVisible>>> page = voitTout
                ? (offres, apres, nombre) => offres.Where(o => o.Id > apres).OrderBy(o => o.Id).Take(nombre).Select(o => new OffreVisible(o.Id, o.Identifiant, o.Sequence))
                : (offres, apres, nombre) => offres.Where(o => o.Id > apres).OrderBy(o => o.Id).Take(nombre).Select(o => new OffreVisible(o.Id, o.Identifiant, o.SequenceOuverte!.Value));
            ParameterExpression[] une = [.. Colonnes.Select(c => Expression.Parameter(typeof(string), ((MemberExpression)c.Body).Member.Name))];
            ParameterExpression[] plusieurs = [.. Colonnes.Select(c => Expression.Parameter(typeof(string[]), $"{((MemberExpression)c.Body).Member.Name}s"))];
            var choisies = source.Body;
            for (var rang = 0; rang < Colonnes.Length; rang++)
            {
                var colonne = Colonnes[rang];
                Expression? condition = nombres[rang] switch
                {
                    Nombre.Une => Expression.Equal(colonne.Body, une[rang]),
                    Nombre.Plusieurs => Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [typeof(string)], plusieurs[rang], colonne.Body),
                    _ => null,
                };
                choisies = condition is null ? choisies : Expression.Call(typeof(Queryable), nameof(Queryable.Where), [typeof(OffrePubliee)], choisies, Expression.Quote(Expression.Lambda<Func<OffrePubliee, bool>>(condition, colonne.Parameters)));
            }

            ParameterExpression[] valeurs = [.. source.Parameters, .. une, .. plusieurs];
            Lire = EF.CompileAsyncQuery(Expression.Lambda<Func<DbContext, string?, string?, string?, string[], string[], string[], Guid, int, IQueryable<OffreVisible>>>(
                ReplacingExpressionVisitor.Replace(page.Parameters[0], choisies, page.Body), [.. valeurs, .. page.Parameters.Skip(1)]));
            Compter = EF.CompileAsyncQuery(Expression.Lambda<Func<DbContext, string?, string?, string?, string[], string[], string[], int>>(
                Expression.Call(typeof(Queryable), nameof(Queryable.Count), [typeof(OffrePubliee)], choisies), valeurs));
        }

        public Func<DbContext, string?, string?, string?, string[], string[], string[], Guid, int, IAsyncEnumerable<OffreVisible>> Lire { get; }

        public Func<DbContext, string?, string?, string?, string[], string[], string[], Task<int>> Compter { get; }
    }
}
