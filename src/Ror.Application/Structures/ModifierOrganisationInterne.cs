using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Domain.Commun;
using Ror.Domain.Structures;

namespace Ror.Application.Structures;

/// <summary>One slice for pôles and UFs.</summary>
public sealed record ModifierCommand<TNoeud>(Guid Id, VersionAttendue Version, FicheOrganisationInterne Fiche) : ICommande
    where TNoeud : OrganisationInterne;

internal sealed class ModifierValidator<TNoeud> : AbstractValidator<ModifierCommand<TNoeud>>
    where TNoeud : OrganisationInterne
{
    public ModifierValidator(FicheValidator<FicheOrganisationInterne> fiche) => RuleFor(c => c.Fiche).SetValidator(fiche);
}

internal sealed class ModifierHandler<TNoeud>(
    ISaisieDb db, FicheValidator<FicheOrganisationInterne> forme, IVerrous verrous, IAppelant appelant, TimeProvider horloge)
    : IRequestHandler<ModifierCommand<TNoeud>, Resultat<Ecriture>>
    where TNoeud : OrganisationInterne
{
    public async Task<Resultat<Ecriture>> Handle(ModifierCommand<TNoeud> request, CancellationToken cancellationToken)
    {
        var egId = await db.Organisations<TNoeud>().Where(n => n.Id == request.Id).Select(n => n.EntiteGeographiqueId).SingleOrDefaultAsync(cancellationToken);
        await verrous.Reserver<EntiteGeographique>(egId, cancellationToken);
        var eg = await db.EntitesGeographiques.Visibles(appelant.Perimetre).SingleOrDefaultAsync(e => e.Id == egId, cancellationToken);
        if (eg is null)
        {
            return StructureErreurs.Introuvable.Avec();
        }

        var noeud = await db.Organisations<TNoeud>().SingleAsync(n => n.Id == request.Id, cancellationToken);
        if (!request.Version.Accepte(noeud.Version))
        {
            return RequeteErreurs.VersionPerimee.Avec();
        }

        if (noeud.RefuserModification() is { } refus)
        {
            return refus;
        }

        if (!forme.Validate(request.Fiche).IsValid)
        {
            return Ecriture.Aucune(noeud.Type);
        }

        var avant = noeud.Version;
        noeud.Modifier(request.Fiche, horloge.Instant());
        return new Ecriture(noeud.Type, noeud.Id, noeud.Version, noeud.Version != avant, []);
    }
}
