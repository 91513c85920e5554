using MediatR;
using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Domain.Commun;
using Ror.Domain.Structures;

namespace Ror.Application.Diffusion;

public sealed record ListerStructuresPublieesQuery(Page Page) : IRequete<Tranche<StructurePublieeLue>>;

public sealed record ConsulterStructurePublieeQuery(Guid Id) : IRequete<StructurePublieeLue>;

internal sealed class ConsulterStructurePublieeHandler(IDiffusionDb db, RenduDiffusion rendu) :
    IRequestHandler<ListerStructuresPublieesQuery, Resultat<Tranche<StructurePublieeLue>>>,
    IRequestHandler<ConsulterStructurePublieeQuery, Resultat<StructurePublieeLue>>
{
    public async Task<Resultat<Tranche<StructurePublieeLue>>> Handle(ListerStructuresPublieesQuery request, CancellationToken cancellationToken)
    {
        var structures = db.StructuresPubliees.AsNoTracking();
        int? total = request.Page.AvecTotal ? await structures.CountAsync(cancellationToken) : null;
        var suite = request.Page.Apres is { } apres ? structures.Where(s => s.Id > apres) : structures;
        var lues = await suite.OrderBy(s => s.Id).Take(request.Page.Limite + 1).ToListAsync(cancellationToken);
        return Tranche<StructurePublieeLue>.De([.. lues.Select(rendu.Lire)], request.Page, s => s.Id, total);
    }

    public async Task<Resultat<StructurePublieeLue>> Handle(ConsulterStructurePublieeQuery request, CancellationToken cancellationToken) =>
        await db.StructuresPubliees.AsNoTracking().SingleOrDefaultAsync(s => s.Id == request.Id, cancellationToken) is { } structure
            ? rendu.Lire(structure)
            : StructureErreurs.Introuvable.Avec();
}
