using FluentValidation;
using MediatR;
using Ror.Application.Commun;
using Ror.Domain.Commun;
using Ror.Domain.Lieux;

namespace Ror.Application.Lieux;

/// <summary>Replaces the equipment and the dwellings of a lieu.</summary>
public sealed record EquiperLieuCommand(Guid Id, VersionAttendue Version, EquipementsLieu Equipements) : ICommande;

internal sealed class EquiperLieuValidator : AbstractValidator<EquiperLieuCommand>
{
    public EquiperLieuValidator(FicheValidator<EquipementsLieu> equipements) => RuleFor(c => c.Equipements).SetValidator(equipements);
}

internal sealed class EquiperLieuHandler(AccesLieux lieux, FicheValidator<EquipementsLieu> forme, TimeProvider horloge) : IRequestHandler<EquiperLieuCommand, Resultat<Ecriture>>
{
    public Task<Resultat<Ecriture>> Handle(EquiperLieuCommand request, CancellationToken cancellationToken) =>
        lieux.ModifierAsync(request.Id, request.Version, forme.Validate(request.Equipements).IsValid ? lieu => lieu.Equiper(request.Equipements, horloge.Instant()) : null, cancellationToken);
}
