using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Application.Structures;
using Ror.Domain.Commun;
using Ror.Domain.Lieux;
using Ror.Domain.Structures;

namespace Ror.Application.Lieux;

public sealed record CreerLieuCommand(Guid EntiteGeographiqueId, FicheLieu Fiche) : ICommande;

internal sealed class CreerLieuValidator : AbstractValidator<CreerLieuCommand>
{
    public CreerLieuValidator(FicheValidator<FicheLieu> fiche) => RuleFor(c => c.Fiche).SetValidator(fiche);
}

internal sealed class CreerLieuHandler(ISaisieDb db, FicheValidator<FicheLieu> forme, IVerrous verrous, IAppelant appelant, INumerotation numerotation, TimeProvider horloge)
    : IRequestHandler<CreerLieuCommand, Resultat<Ecriture>>
{
    public async Task<Resultat<Ecriture>> Handle(CreerLieuCommand request, CancellationToken cancellationToken)
    {
        await verrous.Retenir<EntiteGeographique>(request.EntiteGeographiqueId, cancellationToken);
        var eg = await db.EntitesGeographiques.Visibles(appelant.Perimetre).SingleOrDefaultAsync(e => e.Id == request.EntiteGeographiqueId, cancellationToken);
        if (eg is null)
        {
            return StructureErreurs.Introuvable.Avec();
        }

        var refus = Hierarchie.Refuser(TypeNoeud.LieuRealisationOffre, TypeNoeud.EntiteGeographique, eg.Secteur, eg.Categorie, eg.Fermeture);
        if (refus is not null || !forme.Validate(request.Fiche).IsValid)
        {
            return refus is not null ? refus : Ecriture.Aucune(TypeNoeud.LieuRealisationOffre);
        }

        var identifiant = await numerotation.SuivantAsync(TypeIdentifiant.LieuRealisationOffre, eg.Region, cancellationToken);
        var lieu = eg.OuvrirLieu(horloge.NouvelId(), identifiant, request.Fiche, horloge.Instant());
        if (!lieu.EstSucces)
        {
            return Resultat<Ecriture>.Echec(lieu.Erreurs);
        }

        db.Lieux.Add(lieu.Valeur);
        db.CapacitesLieux.Add(CapacitesLieu.De(lieu.Valeur));
        return Ecriture.DUnNouveau(TypeNoeud.LieuRealisationOffre, lieu.Valeur);
    }
}
