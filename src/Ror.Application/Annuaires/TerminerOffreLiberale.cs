using MediatR;
using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Application.Structures.Fermetures;
using Ror.Domain.Commun;
using Ror.Domain.Offres;
using Ror.Domain.Structures;

namespace Ror.Application.Annuaires;

/// <summary>The situation that a liberal offer was born of has ended: a Brouillon goes, a published offer closes for good that day.</summary>
public sealed record TerminerOffreLiberaleCommand(Guid OffreId, DateOnly Le) : ICommande;

internal sealed class TerminerOffreLiberaleHandler(ISaisieDb db, IVerrous verrous, AccesNoeuds noeuds) : IRequestHandler<TerminerOffreLiberaleCommand, Resultat<Ecriture>>
{
    public async Task<Resultat<Ecriture>> Handle(TerminerOffreLiberaleCommand request, CancellationToken cancellationToken)
    {
        var etablissement = await db.Offres.Where(o => o.Id == request.OffreId).Select(o => (Guid?)o.EntiteGeographiqueId).SingleOrDefaultAsync(cancellationToken);
        if (etablissement is not { } id)
        {
            // Its author was faster.
            return Ecriture.Aucune(TypeNoeud.Offre);
        }

        await verrous.Retenir<EntiteGeographique>(id, cancellationToken);
        await verrous.Reserver<Offre>(request.OffreId, cancellationToken);
        var offre = await db.Offres.SingleOrDefaultAsync(o => o.Id == request.OffreId, cancellationToken);
        if (offre is null or { Statut: StatutOffre.FermeeDefinitivement })
        {
            return Ecriture.Aucune(TypeNoeud.Offre);
        }

        if (offre.Statut != StatutOffre.Brouillon)
        {
            return await noeuds.Appliquer<Offre>(
                offre.Id, version: null, ActionOffre.FermerDefinitivement, new Apercu(Simulation: false, Empreinte: null), cascade => cascade.Fermer(new(TypeFermeture.Definitive, request.Le)), cancellationToken);
        }

        db.Offres.Remove(offre);
        return new Ecriture(TypeNoeud.Offre, offre.Id, offre.Version, AChange: true, []);
    }
}
