using MediatR;
using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Domain.Commun;
using Ror.Domain.Offres;

namespace Ror.Application.Acces;

/// <summary>Has the offer that step? Asked before the body is read, as <see cref="VerifierAccesQuery"/> is, and after it.</summary>
/// <param name="Parcours">Key of the parcours of the step.</param>
public sealed record VerifierParcoursQuery(Guid OffreId, string Parcours, string Etape) : IRequete<Rien>;

internal sealed class VerifierParcoursHandler(ISaisieDb db) : IRequestHandler<VerifierParcoursQuery, Resultat<Rien>>
{
    public async Task<Resultat<Rien>> Handle(VerifierParcoursQuery request, CancellationToken cancellationToken) =>
        await db.Offres.AnyAsync(o => o.Id == request.OffreId && o.CleParcours == request.Parcours, cancellationToken) ? default(Rien) : OffreErreurs.EtapeInconnue.Avec(request.Etape);
}
