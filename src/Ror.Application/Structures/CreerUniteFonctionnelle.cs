using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Domain.Commun;
using Ror.Domain.Structures;

namespace Ror.Application.Structures;

public sealed record CreerUniteFonctionnelleCommand(Guid PoleId, FicheOrganisationInterne Fiche) : ICommande;

internal sealed class CreerUniteFonctionnelleValidator : AbstractValidator<CreerUniteFonctionnelleCommand>
{
    public CreerUniteFonctionnelleValidator(FicheValidator<FicheOrganisationInterne> fiche) => RuleFor(c => c.Fiche).SetValidator(fiche);
}

internal sealed class CreerUniteFonctionnelleHandler(
    ISaisieDb db, FicheValidator<FicheOrganisationInterne> forme, IVerrous verrous, IAppelant appelant, INumerotation numerotation, TimeProvider horloge)
    : IRequestHandler<CreerUniteFonctionnelleCommand, Resultat<Ecriture>>
{
    public async Task<Resultat<Ecriture>> Handle(CreerUniteFonctionnelleCommand request, CancellationToken cancellationToken)
    {
        var egId = await db.Poles.Where(p => p.Id == request.PoleId).Select(p => p.EntiteGeographiqueId).SingleOrDefaultAsync(cancellationToken);
        await verrous.Retenir<EntiteGeographique>(egId, cancellationToken);
        var eg = await db.EntitesGeographiques.Visibles(appelant.Perimetre).SingleOrDefaultAsync(e => e.Id == egId, cancellationToken);
        if (eg is null)
        {
            return StructureErreurs.Introuvable.Avec();
        }

        var pole = await db.Poles.SingleAsync(p => p.Id == request.PoleId, cancellationToken);
        var identifiant = await numerotation.SuivantAsync(TypeIdentifiant.OrganisationInterne, eg.Region, cancellationToken);
        var uf = pole.OuvrirUniteFonctionnelle(horloge.NouvelId(), identifiant, request.Fiche, eg.Fermeture, horloge.Instant());
        if (!uf.EstSucces || !forme.Validate(request.Fiche).IsValid)
        {
            return uf.EstSucces ? Ecriture.Aucune(TypeNoeud.UniteFonctionnelle) : Resultat<Ecriture>.Echec(uf.Erreurs);
        }

        db.UnitesFonctionnelles.Add(uf.Valeur);
        return Ecriture.DUnNouveau(TypeNoeud.UniteFonctionnelle, uf.Valeur);
    }
}
