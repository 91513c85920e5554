using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Domain.Commun;
using Ror.Domain.Offres;
using Ror.Domain.Structures;

namespace Ror.Application.Structures;

public sealed record ModifierEntiteGeographiqueCommand(Guid Id, VersionAttendue Version, FicheEntiteGeographique Fiche) : ICommande;

internal sealed class ModifierEntiteGeographiqueValidator : AbstractValidator<ModifierEntiteGeographiqueCommand>
{
    public ModifierEntiteGeographiqueValidator(FicheModifieeValidator<FicheEntiteGeographique> fiche) => RuleFor(c => c.Fiche).SetValidator(fiche);
}

internal sealed class ModifierEntiteGeographiqueHandler(
    ISaisieDb db, FicheModifieeValidator<FicheEntiteGeographique> forme, IVerrous verrous, IAppelant appelant, TimeProvider horloge)
    : IRequestHandler<ModifierEntiteGeographiqueCommand, Resultat<Ecriture>>
{
    public async Task<Resultat<Ecriture>> Handle(ModifierEntiteGeographiqueCommand request, CancellationToken cancellationToken)
    {
        await verrous.Reserver<EntiteGeographique>(request.Id, cancellationToken);
        var eg = await db.EntitesGeographiques.Visibles(appelant.Perimetre).SingleOrDefaultAsync(e => e.Id == request.Id, cancellationToken);
        if (eg is null)
        {
            return StructureErreurs.Introuvable.Avec();
        }

        if (appelant.Perimetre.Refuser(ActionOffre.Modifier, TypeNoeud.EntiteGeographique, eg.Region) is { } interdit)
        {
            return interdit;
        }

        if (!request.Version.Accepte(eg.Version))
        {
            return RequeteErreurs.VersionPerimee.Avec();
        }

        if (eg.RefuserModification() is { } refus)
        {
            return refus;
        }

        if (!forme.Validate(request.Fiche).IsValid)
        {
            return Ecriture.Aucune(TypeNoeud.EntiteGeographique);
        }

        if (!appelant.Perimetre.RegionsVisibles.Contains((request.Fiche.Adresse ?? eg.Adresse).LireCommune().Region!))
        {
            return StructureErreurs.HorsRegion.Sur("/adresse/commune", request.Fiche.Adresse?.Commune ?? eg.Adresse.Commune!);
        }

        // H1: what hangs directly below must still be allowed there.
        var categorie = request.Fiche.Categorie?.Code ?? eg.Categorie;
        if (categorie != eg.Categorie && Hierarchie.Refuser(TypeNoeud.Offre, TypeNoeud.EntiteGeographique, eg.Secteur, categorie, null) is { } horsArbre
            && await db.Offres.AnyAsync(o => o.ParentId == eg.Id, cancellationToken))
        {
            return horsArbre;
        }

        var avant = eg.Version;
        var resultat = eg.Modifier(request.Fiche, horloge.Instant());
        if (!resultat.EstSucces)
        {
            return Resultat<Ecriture>.Echec(resultat.Erreurs);
        }

        return new Ecriture(TypeNoeud.EntiteGeographique, eg.Id, eg.Version, eg.Version != avant, []);
    }
}
