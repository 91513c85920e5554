using MediatR;
using Ror.Application.Commun;
using Ror.Application.Lieux;
using Ror.Application.Offres;
using Ror.Application.Structures;
using Ror.Domain.Commun;
using Ror.Domain.Qualite;

namespace Ror.Application.Qualite;

public sealed record ConsulterQualiteOffreQuery(Guid Id) : IRequete<QualiteOffreLue>;

internal sealed class ConsulterQualiteOffreHandler(ISaisieDb db, AccesOffres offres, IReferentiels referentiels, TimeProvider horloge) : IRequestHandler<ConsulterQualiteOffreQuery, Resultat<QualiteOffreLue>>
{
    public async Task<Resultat<QualiteOffreLue>> Handle(ConsulterQualiteOffreQuery request, CancellationToken cancellationToken)
    {
        var lu = await offres.Lire(request.Id, cancellationToken);
        if (!lu.EstSucces)
        {
            return Resultat<QualiteOffreLue>.Echec(lu.Erreurs);
        }

        var (offre, eg, environnement) = lu.Valeur;
        var annee = AnneeEcoulee.En(eg.Adresse.LireCommune().Departement, horloge.Instant());
        var (bilan, touchee) = (offre.Bilan(environnement), Fraicheur.ToucheeLe(offre.ValideeLe, offre.ExacteLe));
        var lieux = (await db.LieuxPubliesAsync([offre.Id], cancellationToken))[offre.Id];
        var peuplement = Peuplement.SansObjet(offre.Statut) ?? Peuplement.De(new(offre.Publie!, eg.Categorie, referentiels.Nomenclatures, annee.Jour, [.. lieux.Select(l => l.Fiche.Adresse!)]));
        return new QualiteOffreLue(
            offre.Id,
            offre.Identifiant.Valeur,
            (offre.Publie ?? offre.Contenu).InformationsGenerales?.Nom ?? "",
            offre.Statut,
            offre.Publie is null ? null : offre.NumeroVersion,
            PeuplementLu.De(peuplement),
            new(offre.ValideeLe, offre.ExacteLe, touchee, annee.Seuil, annee.Contient(touchee)),
            new CompletudeResumee(bilan.Obligatoires, bilan.Renseignes, bilan.EstComplet),
            Liens.Offre(offre.Id),
            offre.Version);
    }
}
