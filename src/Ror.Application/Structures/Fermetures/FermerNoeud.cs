using FluentValidation;
using MediatR;
using Ror.Application.Commun;
using Ror.Domain.Commun;
using Ror.Domain.Offres;
using Ror.Domain.Structures;

namespace Ror.Application.Structures.Fermetures;

/// <summary>Closes a level with all below it (H3), or an offer; one slice for every level.</summary>
public sealed record FermerCommand<TNoeud>(Guid Id, VersionAttendue Version, DemandeFermeture Demande, Apercu Apercu) : ICommande
    where TNoeud : Noeud;

internal sealed class FermerValidator<TNoeud> : AbstractValidator<FermerCommand<TNoeud>>
    where TNoeud : Noeud
{
    public FermerValidator(FicheValidator<DemandeFermeture> demande) => RuleFor(c => c.Demande).SetValidator(demande);
}

internal sealed class FermerHandler<TNoeud>(AccesNoeuds noeuds, Successions successions) : IRequestHandler<FermerCommand<TNoeud>, Resultat<Ecriture>>
    where TNoeud : Noeud
{
    public async Task<Resultat<Ecriture>> Handle(FermerCommand<TNoeud> request, CancellationToken cancellationToken)
    {
        var fermeture = request.Demande.Lue;
        var faute = fermeture?.Successeur is { } successeur ? await successions.Refuser<TNoeud>(request.Id, successeur, cancellationToken) : null;
        return await noeuds.Appliquer<TNoeud>(
            request.Id,
            request.Version,
            fermeture?.Type == TypeFermeture.Definitive ? ActionOffre.FermerDefinitivement : ActionOffre.FermerTemporairement,
            request.Apercu,

            // What is missing is told by the validator.
            cascade => faute is not null ? faute : fermeture is not null ? cascade.Fermer(fermeture) : Array.Empty<Noeud>(),
            cancellationToken);
    }
}
