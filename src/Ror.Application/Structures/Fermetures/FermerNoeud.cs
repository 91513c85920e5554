using FluentValidation;
using MediatR;
using Ror.Application.Commun;
using Ror.Domain.Commun;
using Ror.Domain.Offres;
using Ror.Domain.Structures;

namespace Ror.Application.Structures.Fermetures;

/// <summary>Closes a level with all below it (H3), or an offer; one slice for every level.</summary>
/// <param name="Simulation">Tells exactly what would be touched, and stores nothing.</param>
public sealed record FermerCommand<TNoeud>(Guid Id, VersionAttendue Version, DemandeFermeture Demande, bool Simulation) : ICommande
    where TNoeud : Noeud;

internal sealed class FermerValidator<TNoeud> : AbstractValidator<FermerCommand<TNoeud>>
    where TNoeud : Noeud
{
    public FermerValidator(FicheValidator<DemandeFermeture> demande) => RuleFor(c => c.Demande).SetValidator(demande);
}

internal sealed class FermerHandler<TNoeud>(AccesNoeuds noeuds) : IRequestHandler<FermerCommand<TNoeud>, Resultat<Ecriture>>
    where TNoeud : Noeud
{
    public Task<Resultat<Ecriture>> Handle(FermerCommand<TNoeud> request, CancellationToken cancellationToken) => noeuds.Appliquer<TNoeud>(
        request.Id,
        request.Version,
        request.Demande.Lue?.Type == TypeFermeture.Definitive ? ActionOffre.FermerDefinitivement : ActionOffre.FermerTemporairement,
        request.Simulation,

        // What is missing is told by the validator.
        cascade => request.Demande.Lue is { } fermeture ? cascade.Fermer(fermeture) : Array.Empty<Noeud>(),
        cancellationToken);
}
