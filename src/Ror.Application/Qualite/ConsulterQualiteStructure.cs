using MediatR;
using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Application.Structures;
using Ror.Domain.Commun;
using Ror.Domain.Offres;
using Ror.Domain.Qualite;
using Ror.Domain.Structures;

namespace Ror.Application.Qualite;

public sealed record ConsulterQualitePoleQuery(Guid Id) : IRequete<QualiteStructureLue>;

public sealed record ConsulterQualiteEntiteGeographiqueQuery(Guid Id) : IRequete<QualiteStructureLue>;

internal sealed class ConsulterQualiteStructureHandler(ISaisieDb db, OffresOuvertes ouvertes, IAppelant appelant, TimeProvider horloge) :
    IRequestHandler<ConsulterQualitePoleQuery, Resultat<QualiteStructureLue>>,
    IRequestHandler<ConsulterQualiteEntiteGeographiqueQuery, Resultat<QualiteStructureLue>>
{
    private const int EcartsMax = 200;

    public async Task<Resultat<QualiteStructureLue>> Handle(ConsulterQualitePoleQuery request, CancellationToken cancellationToken)
    {
        var pole = await db.Poles.AsNoTracking().SingleOrDefaultAsync(p => p.Id == request.Id, cancellationToken);
        if (pole is null || await Visible(pole.EntiteGeographiqueId, cancellationToken) is not { } eg)
        {
            return StructureErreurs.Introuvable.Avec();
        }

        var unites = db.UnitesFonctionnelles.Where(u => u.PoleId == pole.Id);
        return await Mesurer(
            eg,
            db.Offres.Where(o => unites.Any(u => u.Id == o.ParentId)),
            new(pole.Id, pole.Type, pole.Nom, pole.Identifiant.Valeur, Liens.Pole(pole.Id)),
            pole.Version,
            Fraicheur.DuPole,
            cancellationToken);
    }

    public async Task<Resultat<QualiteStructureLue>> Handle(ConsulterQualiteEntiteGeographiqueQuery request, CancellationToken cancellationToken) =>
        await Visible(request.Id, cancellationToken) is not { } eg ? StructureErreurs.Introuvable.Avec() : await Mesurer(
            eg,
            db.Offres.Where(o => o.EntiteGeographiqueId == eg.Id),
            new(eg.Id, eg.Type, eg.Denomination, eg.IdNatStruct.Valeur, Liens.EntiteGeographique(eg.Id)),
            eg.Version,
            (nombre, touchees, annee) => Fraicheur.DeLEtablissement(eg.Categorie, eg.Fermeture is null, nombre, touchees, annee),
            cancellationToken);

    private Task<EntiteGeographique?> Visible(Guid id, CancellationToken ct) =>
        db.EntitesGeographiques.AsNoTracking().Visibles(appelant.Perimetre).SingleOrDefaultAsync(e => e.Id == id, ct);

    private async Task<QualiteStructureLue> Mesurer(
        EntiteGeographique eg, IQueryable<Offre> offres, StructureCitee structure, long version, Func<int, int, AnneeEcoulee, Fraicheur> juger, CancellationToken ct)
    {
        var annee = AnneeEcoulee.En(eg.Adresse.LireCommune().Departement, horloge.Instant());
        var (cumul, touchees, ecarts) = (new CumulPeuplement(), 0, new List<OffreEnEcart>());
        await foreach (var offre in ouvertes.Mesurer(offres, new Dictionary<Guid, string> { [eg.Id] = eg.Categorie }, annee.Jour, ct))
        {
            cumul.Ajouter(offre.Peuplement);
            touchees += annee.Contient(offre.ToucheeLe) ? 1 : 0;
            if (offre.Peuplement.Etat != EtatPeuplement.Finalise && ecarts.Count <= EcartsMax)
            {
                ecarts.Add(new(offre.Id, offre.Identifiant.Valeur, offre.Nom, offre.Peuplement.Etat!.Value, [.. offre.Peuplement.Manquantes.Select(c => c.Cle)], Liens.Offre(offre.Id)));
            }
        }

        return new(
            structure,
            cumul.OffresOuvertes,
            ComptesPeuplement.De(cumul),
            ComptesCondition.De(cumul),
            FraicheurStructureLue.De(juger(cumul.OffresOuvertes, touchees, annee)),
            [.. ecarts.Take(EcartsMax)],
            ecarts.Count > EcartsMax,
            version);
    }
}
