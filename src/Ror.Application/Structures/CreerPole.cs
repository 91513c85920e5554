using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Domain.Commun;
using Ror.Domain.Structures;

namespace Ror.Application.Structures;

public sealed record CreerPoleCommand(Guid EntiteGeographiqueId, FicheOrganisationInterne Fiche) : ICommande;

internal sealed class CreerPoleValidator : AbstractValidator<CreerPoleCommand>
{
    public CreerPoleValidator(FicheValidator<FicheOrganisationInterne> fiche) => RuleFor(c => c.Fiche).SetValidator(fiche);
}

internal sealed class CreerPoleHandler(
    ISaisieDb db, FicheValidator<FicheOrganisationInterne> forme, IVerrous verrous, IAppelant appelant, INumerotation numerotation, TimeProvider horloge)
    : IRequestHandler<CreerPoleCommand, Resultat<Ecriture>>
{
    public async Task<Resultat<Ecriture>> Handle(CreerPoleCommand request, CancellationToken cancellationToken)
    {
        await verrous.Retenir<EntiteGeographique>(request.EntiteGeographiqueId, cancellationToken);
        var eg = await db.EntitesGeographiques.Visibles(appelant.Perimetre).SingleOrDefaultAsync(e => e.Id == request.EntiteGeographiqueId, cancellationToken);
        if (eg is null)
        {
            return StructureErreurs.Introuvable.Avec();
        }

        var identifiant = await numerotation.SuivantAsync(TypeIdentifiant.OrganisationInterne, eg.Region, cancellationToken);
        var pole = eg.OuvrirPole(horloge.NouvelId(), identifiant, request.Fiche, horloge.Instant());
        if (!pole.EstSucces || !forme.Validate(request.Fiche).IsValid)
        {
            return pole.EstSucces ? Ecriture.Aucune(TypeNoeud.Pole) : Resultat<Ecriture>.Echec(pole.Erreurs);
        }

        db.Poles.Add(pole.Valeur);
        return Ecriture.DUnNouveau(TypeNoeud.Pole, pole.Valeur);
    }
}
