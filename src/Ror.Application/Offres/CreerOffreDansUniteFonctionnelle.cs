using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Domain.Commun;
using Ror.Domain.Offres;
using Ror.Domain.Offres.Sections;
using Ror.Domain.Structures;

namespace Ror.Application.Offres;

public sealed record CreerOffreDansUniteFonctionnelleCommand(Guid UniteFonctionnelleId, InformationsGenerales Section) : ICommande;

internal sealed class CreerOffreDansUniteFonctionnelleValidator : AbstractValidator<CreerOffreDansUniteFonctionnelleCommand>
{
    public CreerOffreDansUniteFonctionnelleValidator(SectionValidator<InformationsGenerales> section) => RuleFor(c => c.Section).SetValidator(section);
}

internal sealed class CreerOffreDansUniteFonctionnelleHandler(ISaisieDb db, OuvertureOffres ouverture)
    : IRequestHandler<CreerOffreDansUniteFonctionnelleCommand, Resultat<Ecriture>>
{
    public async Task<Resultat<Ecriture>> Handle(CreerOffreDansUniteFonctionnelleCommand request, CancellationToken cancellationToken)
    {
        var entiteGeographiqueId = await db.UnitesFonctionnelles.Where(u => u.Id == request.UniteFonctionnelleId).Select(u => (Guid?)u.EntiteGeographiqueId).SingleOrDefaultAsync(cancellationToken);
        return entiteGeographiqueId is null
            ? StructureErreurs.Introuvable.Avec()
            : await ouverture.Ouvrir(
                entiteGeographiqueId.Value,
                new Rattachement(TypeNoeud.UniteFonctionnelle, request.UniteFonctionnelleId),
                request.Section,
                async (_, o) => (await db.UnitesFonctionnelles.FindAsync([request.UniteFonctionnelleId], cancellationToken))!.OuvrirOffre(o),
                cancellationToken);
    }
}
