using FluentValidation;
using MediatR;
using Ror.Application.Commun;
using Ror.Domain.Commun;
using Ror.Domain.Lieux;

namespace Ror.Application.Lieux;

public sealed record ModifierLieuCommand(Guid Id, VersionAttendue Version, FicheLieu Fiche) : ICommande;

internal sealed class ModifierLieuValidator : AbstractValidator<ModifierLieuCommand>
{
    public ModifierLieuValidator(FicheValidator<FicheLieu> fiche) => RuleFor(c => c.Fiche).SetValidator(fiche);
}

internal sealed class ModifierLieuHandler(AccesLieux lieux, FicheValidator<FicheLieu> forme, TimeProvider horloge) : IRequestHandler<ModifierLieuCommand, Resultat<Ecriture>>
{
    public Task<Resultat<Ecriture>> Handle(ModifierLieuCommand request, CancellationToken cancellationToken) =>
        lieux.ModifierAsync(request.Id, request.Version, forme.Validate(request.Fiche).IsValid ? lieu => lieu.Modifier(request.Fiche, horloge.Instant()) : null, cancellationToken);
}
