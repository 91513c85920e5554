using FluentValidation;
using MediatR;
using Ror.Application.Commun;
using Ror.Domain.Commun;
using Ror.Domain.Offres;
using Ror.Domain.Offres.Sections;
using Ror.Domain.Structures;

namespace Ror.Application.Offres;

public sealed record CreerOffreDansEntiteGeographiqueCommand(Guid EntiteGeographiqueId, InformationsGenerales Section) : ICommande;

internal sealed class CreerOffreDansEntiteGeographiqueValidator : AbstractValidator<CreerOffreDansEntiteGeographiqueCommand>
{
    public CreerOffreDansEntiteGeographiqueValidator(SectionValidator<InformationsGenerales> section) => RuleFor(c => c.Section).SetValidator(section);
}

internal sealed class CreerOffreDansEntiteGeographiqueHandler(OuvertureOffres ouverture) : IRequestHandler<CreerOffreDansEntiteGeographiqueCommand, Resultat<Ecriture>>
{
    public Task<Resultat<Ecriture>> Handle(CreerOffreDansEntiteGeographiqueCommand request, CancellationToken cancellationToken) => ouverture.Ouvrir(
        request.EntiteGeographiqueId,
        new Rattachement(TypeNoeud.EntiteGeographique, request.EntiteGeographiqueId),
        request.Section,
        (eg, o) => Task.FromResult(eg.OuvrirOffre(o)),
        cancellationToken);
}
