using MediatR;
using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Application.Offres;
using Ror.Domain.Commun;
using Ror.Domain.Identifiants;
using Ror.Domain.Offres;
using Ror.Domain.Territoires;

namespace Ror.Application.Diffusion;

/// <summary>Is it open then, by what is published?</summary>
/// <param name="Moment">UTC; null for now.</param>
/// <param name="Type">J41; null for any kind that opens the door.</param>
public sealed record ConsulterOuverturePublieeQuery(IdentifiantRegional Identifiant, DateTime? Moment, string? Type) : IRequete<OuvertureLue>;

internal sealed class ConsulterOuverturePublieeHandler(IDiffusionDb db, RenduDiffusion rendu, IReferentiels referentiels, TimeProvider horloge)
    : IRequestHandler<ConsulterOuverturePublieeQuery, Resultat<OuvertureLue>>
{
    public async Task<Resultat<OuvertureLue>> Handle(ConsulterOuverturePublieeQuery request, CancellationToken cancellationToken)
    {
        var lue = await rendu.OffresVisibles.Where(o => o.Identifiant == request.Identifiant)
            .Join(db.ContenusPublies.AsNoTracking(), o => o.Id, c => c.Id, (Offre, Publie) => new { Offre, Publie.Contenu }).SingleOrDefaultAsync(cancellationToken);
        return lue is null ? OffreErreurs.Introuvable.Avec()
            : OuvertureLue.RefuserType(request.Type, referentiels) is { } refus ? refus
            : OuvertureLue.De(
                lue.Contenu.Horaires, lue.Offre.Statut, lue.Offre.FermeturePrevue, Fuseaux.De(lue.Contenu.Adresse, lue.Offre.Departement), request.Moment ?? horloge.Instant(), request.Type, rendu.Numero(lue.Offre));
    }
}
