using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Ror.Application.Commun;
using Ror.Domain.Commun;
using Ror.Domain.Lieux;
using Ror.Domain.Offres;
using Ror.Domain.Structures;
using Ror.Domain.Territoires;

namespace Ror.Application.Structures.Fermetures;

/// <summary>The day of a planned closing has come. Asked by every node; the first to hold the établissement does it, the others find nothing to do.</summary>
public sealed record ExecuterFermeturePrevueCommand<TNoeud>(Guid Id) : ICommande
    where TNoeud : Noeud;

internal sealed class ExecuterFermeturePrevueHandler<TNoeud>(AccesNoeuds noeuds) : IRequestHandler<ExecuterFermeturePrevueCommand<TNoeud>, Resultat<Ecriture>>
    where TNoeud : Noeud
{
    public Task<Resultat<Ecriture>> Handle(ExecuterFermeturePrevueCommand<TNoeud> request, CancellationToken cancellationToken) => noeuds.Appliquer<TNoeud>(
        request.Id, version: null, ActionOffre.FermerDefinitivement, new Apercu(Simulation: false, Empreinte: null), cascade => cascade.ExecuterLaFermeturePrevue(), cancellationToken);
}

/// <summary>All the closings whose day has come where they stand.</summary>
public sealed class FermeturesPrevues(IServiceScopeFactory portees, TimeProvider horloge, ILogger<FermeturesPrevues> journal)
{
    /// <summary>
    /// In the order of their days, from the établissement down: days that nobody carried out end as if each had been. Each is an act of its own: one that
    /// fails does not hold the others.
    /// </summary>
    public async Task ExecuterAsync(CancellationToken ct)
    {
        foreach (var (id, _, commande) in await Dues(ct))
        {
            await using var portee = portees.CreateAsyncScope();
            try
            {
                var resultat = await portee.ServiceProvider.GetRequiredService<IMediator>().Send(commande, ct);
                if (!resultat.EstSucces)
                {
                    journal.LogError("La fermeture planifiée de {Id} n'a pas pu se faire : {Erreurs}", id, string.Join(" ; ", resultat.Erreurs));
                }
            }
            catch (Exception e) when (!ct.IsCancellationRequested)
            {
                journal.LogError(e, "La fermeture planifiée de {Id} n'a pas pu se faire.", id);
            }
        }
    }

    private async Task<List<Due>> Dues(CancellationToken ct)
    {
        await using var portee = portees.CreateAsyncScope();
        var db = portee.ServiceProvider.GetRequiredService<ISaisieDb>();
        var instant = horloge.Instant();

        // The day begins in the east: each region then looks at its own.
        var dernier = DateOnly.FromDateTime(instant).AddDays(1);
        var eg = db.EntitesGeographiques;
        List<(string Region, Due Due)> dues =
        [
            .. await Lire<EntiteGeographique>(eg.Where(n => n.PrevueLe <= dernier).OrderBy(n => n.Id).Select(n => new Ligne(n.Id, n.PrevueLe!.Value, n.Region)), ct),
            .. await Lire<Pole>(from n in db.Poles where n.PrevueLe <= dernier join e in eg on n.EntiteGeographiqueId equals e.Id orderby n.Id select new Ligne(n.Id, n.PrevueLe!.Value, e.Region), ct),
            .. await Lire<UniteFonctionnelle>(
                from n in db.UnitesFonctionnelles where n.PrevueLe <= dernier join e in eg on n.EntiteGeographiqueId equals e.Id orderby n.Id select new Ligne(n.Id, n.PrevueLe!.Value, e.Region), ct),
            .. await Lire<Offre>(from n in db.Offres where n.PrevueLe <= dernier join e in eg on n.EntiteGeographiqueId equals e.Id orderby n.Id select new Ligne(n.Id, n.PrevueLe!.Value, e.Region), ct),
            .. await Lire<LieuRealisationOffre>(from n in db.Lieux where n.PrevueLe <= dernier join e in eg on n.EntiteGeographiqueId equals e.Id orderby n.Id select new Ligne(n.Id, n.PrevueLe!.Value, e.Region), ct),
        ];
        return [.. dues.Where(d => d.Due.Jour <= Fuseaux.JourDeRegion(d.Region, instant)).Select(d => d.Due).OrderBy(d => d.Jour)];
    }

    private static async Task<IEnumerable<(string Region, Due Due)>> Lire<TNoeud>(IQueryable<Ligne> lignes, CancellationToken ct)
        where TNoeud : Noeud =>
        (await lignes.ToListAsync(ct)).Select(l => (l.Region, new Due(l.Id, l.Jour, new ExecuterFermeturePrevueCommand<TNoeud>(l.Id))));

    private sealed record Ligne(Guid Id, DateOnly Jour, string Region);

    private sealed record Due(Guid Id, DateOnly Jour, IRequest<Resultat<Ecriture>> Commande);
}
