using FluentValidation;
using MediatR;
using Ror.Application.Commun;
using Ror.Domain.Commun;
using Ror.Domain.Offres;
using Ror.Domain.Offres.Parcours;

namespace Ror.Application.Offres.ParcoursLiberal;

/// <summary>Step 3: at the practice, at a distance, at home.</summary>
public sealed record EnregistrerModalitesCommand(Guid OffreId, VersionAttendue Version, ModalitesIntervention Saisie) : ICommande;

internal sealed class EnregistrerModalitesValidator : AbstractValidator<EnregistrerModalitesCommand>
{
    public EnregistrerModalitesValidator(EtapeValidator<ModalitesIntervention> saisie) => RuleFor(c => c.Saisie).SetValidator(saisie);
}

internal sealed class EnregistrerModalitesHandler(AccesOffres offres) : IRequestHandler<EnregistrerModalitesCommand, Resultat<Ecriture>>
{
    public async Task<Resultat<Ecriture>> Handle(EnregistrerModalitesCommand request, CancellationToken cancellationToken)
    {
        var aUneZone = request.Saisie.Communes.Count > 0 || request.Saisie.Departements.Count > 0;
        var ecrit = await offres.Modifier(request.OffreId, request.Version, ActionOffre.Modifier, o =>
        {
            aUneZone |= o.Offre.Contenu.ZoneIntervention?.Communes.Count > 0;
            return o.Offre.ValiderEtape(request.Saisie, o.Environnement);
        }, cancellationToken);
        return ecrit.EstSucces && aUneZone && !request.Saisie.VaADomicile() ? ecrit.Valeur with { Avertissements = [.. ecrit.Valeur.Avertissements, OffreErreurs.ZoneEffacee.Avec()] } : ecrit;
    }
}
