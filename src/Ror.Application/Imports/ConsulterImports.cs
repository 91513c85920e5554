using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Ror.Application.Annuaires;
using Ror.Application.Commun;
using Ror.Application.Nomenclatures;
using Ror.Domain.Commun;
using Ror.Domain.Nomenclatures;

namespace Ror.Application.Imports;

/// <summary>Imports of lists, or those of national data; the latest first.</summary>
public sealed record ListerImportsQuery(bool DeNomenclatures, Page Page) : IRequete<Tranche<ImportLu>>;

public sealed record ConsulterImportQuery(Guid Id) : IRequete<ImportLu>;

/// <summary>The report of an import of lists.</summary>
/// <param name="Apres">Rank of the last line of the previous page; -1 to start.</param>
public sealed record LireRapportQuery(Guid Id, int Apres, int Limite) : IRequete<RapportLu<ListeImportee>>;

/// <summary>The report of an import of national data: what was refused or told, line by line.</summary>
/// <param name="Apres">Rank of the last line of the previous page; -1 to start.</param>
public sealed record LireLignesQuery(Guid Id, int Apres, int Limite) : IRequete<RapportLu<LigneLue>>;

/// <summary>Asks an import to stop after the list that it is at; what it has put in force stays.</summary>
public sealed record AnnulerImportCommand(Guid Id) : IRequest<Resultat<ImportLu>>;

public sealed record RapportLu<T>(IReadOnlyList<T> Elements, int? Suivant, int Total);

/// <param name="Ligne">Line of the file, from 1; rank of the object in a JSON; absent when it is about the whole.</param>
/// <param name="Objet">Identifier of the person or structure, when it could be read.</param>
public sealed record LigneLue(NatureLigne Nature, int? Ligne, string? Objet, string Code, string Message);

internal sealed class ConsulterImportsHandler(IImportsDb db, IUniteDeTravail travail, IAppelant appelant, TimeProvider horloge) :
    IRequestHandler<ListerImportsQuery, Resultat<Tranche<ImportLu>>>,
    IRequestHandler<ConsulterImportQuery, Resultat<ImportLu>>,
    IRequestHandler<LireRapportQuery, Resultat<RapportLu<ListeImportee>>>,
    IRequestHandler<LireLignesQuery, Resultat<RapportLu<LigneLue>>>,
    IRequestHandler<AnnulerImportCommand, Resultat<ImportLu>>
{
    public async Task<Resultat<Tranche<ImportLu>>> Handle(ListerImportsQuery request, CancellationToken cancellationToken)
    {
        var imports = db.Imports.AsNoTracking().Where(i => (i.Genre == GenreImport.Nomenclatures) == request.DeNomenclatures);
        int? total = request.Page.AvecTotal ? await imports.CountAsync(cancellationToken) : null;
        imports = request.Page.Apres is { } apres ? imports.Where(i => i.Id < apres) : imports;
        var lus = await imports.OrderByDescending(i => i.Id).Take(request.Page.Limite + 1).ToListAsync(cancellationToken);
        return Tranche<ImportLu>.De([.. lus.Select(i => ImportLu.De(i, horloge.Instant()))], request.Page, i => i.Id, total);
    }

    public async Task<Resultat<ImportLu>> Handle(ConsulterImportQuery request, CancellationToken cancellationToken) =>
        await db.Imports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == request.Id, cancellationToken) is { } import
            ? ImportLu.De(import, horloge.Instant())
            : ImportErreurs.Introuvable.Avec();

    public Task<Resultat<RapportLu<ListeImportee>>> Handle(LireRapportQuery request, CancellationToken cancellationToken) =>
        LireAsync<ListeImportee, ListeImportee>(request.Id, deNomenclatures: true, request.Apres, request.Limite, liste => liste, cancellationToken);

    public Task<Resultat<RapportLu<LigneLue>>> Handle(LireLignesQuery request, CancellationToken cancellationToken) => LireAsync<LigneAnnuaire, LigneLue>(
        request.Id, deNomenclatures: false, request.Apres, request.Limite, l => new(l.Nature, l.Ligne, l.Objet, l.Code, appelant.EnAnglais ? l.MessageAnglais : l.Message), cancellationToken);

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

    private async Task<Resultat<RapportLu<TLue>>> LireAsync<TStockee, TLue>(Guid id, bool deNomenclatures, int apres, int limite, Func<TStockee, TLue> lire, CancellationToken ct)
    {
        if (!await db.Imports.AnyAsync(i => i.Id == id && (i.Genre == GenreImport.Nomenclatures) == deNomenclatures, ct))
        {
            return ImportErreurs.Introuvable.Avec();
        }

        var lignes = db.LignesImport.AsNoTracking().Where(l => l.ImportId == id);
        var page = await lignes.Where(l => l.Rang > apres).OrderBy(l => l.Rang).Take(limite + 1).ToListAsync(ct);
        var elements = page.Take(limite).ToList();
        return new RapportLu<TLue>(
            [.. elements.Select(l => lire(JsonSerializer.Deserialize<TStockee>(l.Contenu, JsonRor.Stockage)!))],
            page.Count > limite ? elements[^1].Rang : null,
            await lignes.CountAsync(ct));
    }
}
