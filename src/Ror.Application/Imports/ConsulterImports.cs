using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Application.Nomenclatures;
using Ror.Domain.Commun;
using Ror.Domain.Nomenclatures;

namespace Ror.Application.Imports;

/// <summary>Imports, the latest first.</summary>
public sealed record ListerImportsQuery(Page Page) : IRequete<Tranche<ImportLu>>;

public sealed record ConsulterImportQuery(Guid Id) : IRequete<ImportLu>;

/// <param name="Apres">Rank of the last line of the previous page; -1 to start.</param>
public sealed record LireRapportQuery(Guid Id, int Apres, int Limite) : IRequete<RapportLu>;

/// <summary>Asks an import to stop after the list that it is at; what it has put in force stays.</summary>
public sealed record AnnulerImportCommand(Guid Id) : IRequest<Resultat<ImportLu>>;

public sealed record RapportLu(IReadOnlyList<ListeImportee> Elements, int? Suivant, int Total);

internal sealed class ConsulterImportsHandler(IImportsDb db, IUniteDeTravail travail, TimeProvider horloge) :
    IRequestHandler<ListerImportsQuery, Resultat<Tranche<ImportLu>>>,
    IRequestHandler<ConsulterImportQuery, Resultat<ImportLu>>,
    IRequestHandler<LireRapportQuery, Resultat<RapportLu>>,
    IRequestHandler<AnnulerImportCommand, Resultat<ImportLu>>
{
    public async Task<Resultat<Tranche<ImportLu>>> Handle(ListerImportsQuery request, CancellationToken cancellationToken)
    {
        var imports = db.Imports.AsNoTracking();
        int? total = request.Page.AvecTotal ? await imports.CountAsync(cancellationToken) : null;
        imports = request.Page.Apres is { } apres ? imports.Where(i => i.Id < apres) : imports;
        var lus = await imports.OrderByDescending(i => i.Id).Take(request.Page.Limite + 1).ToListAsync(cancellationToken);
        return Tranche<ImportLu>.De([.. lus.Select(i => ImportLu.De(i, horloge.Instant()))], request.Page, i => i.Id, total);
    }

    public async Task<Resultat<ImportLu>> Handle(ConsulterImportQuery request, CancellationToken cancellationToken) =>
        await db.Imports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == request.Id, cancellationToken) is { } import
            ? ImportLu.De(import, horloge.Instant())
            : ImportErreurs.Introuvable.Avec();

    public async Task<Resultat<RapportLu>> Handle(LireRapportQuery request, CancellationToken cancellationToken)
    {
        if (!await db.Imports.AnyAsync(i => i.Id == request.Id, cancellationToken))
        {
            return ImportErreurs.Introuvable.Avec();
        }

        var lignes = db.LignesImport.AsNoTracking().Where(l => l.ImportId == request.Id);
        var page = await lignes.Where(l => l.Rang > request.Apres).OrderBy(l => l.Rang).Take(request.Limite + 1).ToListAsync(cancellationToken);
        var elements = page.Take(request.Limite).ToList();
        return new RapportLu(
            [.. elements.Select(l => JsonSerializer.Deserialize<ListeImportee>(l.Contenu, JsonRor.Stockage)!)],
            page.Count > request.Limite ? elements[^1].Rang : null,
            await lignes.CountAsync(cancellationToken));
    }

    public async Task<Resultat<ImportLu>> Handle(AnnulerImportCommand request, CancellationToken cancellationToken)
    {
        // One that waits is over at once; one that runs is told, and says itself when it has stopped; one that is over stays as it is.
        await travail.ExecuterAsync(
            async () =>
                await db.Imports.Where(i => i.Id == request.Id && i.Etat == EtatImport.EnAttente).ExecuteUpdateAsync(
                    i => i.SetProperty(x => x.Etat, EtatImport.Annule).SetProperty(x => x.AnnulationDemandee, true).SetProperty(x => x.TermineLe, horloge.Instant()), cancellationToken)
                + await db.Imports.Where(i => i.Id == request.Id && i.Etat == EtatImport.EnCours).ExecuteUpdateAsync(i => i.SetProperty(x => x.AnnulationDemandee, true), cancellationToken),
            _ => true,
            cancellationToken);
        return await Handle(new ConsulterImportQuery(request.Id), cancellationToken);
    }
}
