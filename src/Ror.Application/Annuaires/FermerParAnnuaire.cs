using MediatR;
using Ror.Application.Commun;
using Ror.Application.Structures.Fermetures;
using Ror.Domain.Commun;
using Ror.Domain.Offres;
using Ror.Domain.Structures;

namespace Ror.Application.Annuaires;

/// <summary>An établissement is closed in the national directory: it closes here for good, with all that hangs below (H3, H8).</summary>
public sealed record FermerParAnnuaireCommand(Guid EntiteGeographiqueId, DateOnly Le) : ICommande;

internal sealed class FermerParAnnuaireHandler(AccesNoeuds noeuds) : IRequestHandler<FermerParAnnuaireCommand, Resultat<Ecriture>>
{
    public Task<Resultat<Ecriture>> Handle(FermerParAnnuaireCommand request, CancellationToken cancellationToken) => noeuds.Appliquer<EntiteGeographique>(
        request.EntiteGeographiqueId,
        version: null,
        ActionOffre.FermerDefinitivement,
        new Apercu(Simulation: false, Empreinte: null),
        cascade => cascade.Fermer(new(TypeFermeture.Definitive, request.Le)),
        cancellationToken);
}
