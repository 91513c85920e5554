using FluentValidation;
using MediatR;
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
        var uf = await db.UnitesFonctionnelles.FindAsync([request.UniteFonctionnelleId], cancellationToken);
        return uf is null
            ? StructureErreurs.Introuvable.Avec()
            : await ouverture.Ouvrir(
                uf.EntiteGeographiqueId, new Rattachement(TypeNoeud.UniteFonctionnelle, uf.Id), request.Section, (_, o) => uf.OuvrirOffre(o), cancellationToken);
    }
}
