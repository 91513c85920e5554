using System.Text.Json.Serialization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Application.Lieux;
using Ror.Application.Structures;
using Ror.Domain.Commun;
using Ror.Domain.Offres;

namespace Ror.Application.Offres.Versions;

/// <summary>A published version as its authors entered it, kept for ever (L6).</summary>
public sealed record ConsulterVersionQuery(Guid OffreId, int Numero) : IRequete<VersionLue>;

/// <param name="Version">Of the offer: what the actions below want in <c>If-Match</c>.</param>
/// <param name="Auteur">Subject of the token of whoever validated.</param>
/// <param name="Localisations">By its own lieux and address: each lieu that the caller sees is told as it is now; without lieux or address, its établissement of today.</param>
public sealed record VersionLue(
    int Numero,
    DateTime Le,
    string Auteur,
    IReadOnlyList<LocalisationLue> Localisations,
    ContenuOffre Sections,
    IReadOnlyList<ActionLue> Actions,
    [property: JsonIgnore] long Version) : IVersionnee;

internal sealed class ConsulterVersionHandler(ISaisieDb db, AccesOffres offres, IAppelant appelant, IReferentiels referentiels) : IRequestHandler<ConsulterVersionQuery, Resultat<VersionLue>>
{
    public async Task<Resultat<VersionLue>> Handle(ConsulterVersionQuery request, CancellationToken cancellationToken)
    {
        var lu = await offres.Lire(request.OffreId, cancellationToken);
        if (!lu.EstSucces)
        {
            return Resultat<VersionLue>.Echec(lu.Erreurs);
        }

        var version = await db.VersionsOffre.AsNoTracking().SingleOrDefaultAsync(v => v.OffreId == request.OffreId && v.Numero == request.Numero, cancellationToken);
        return version is null
            ? OffreErreurs.VersionIntrouvable.Avec(request.Numero)
            : new VersionLue(
                version.Numero,
                version.Le,
                version.Auteur,
                await db.LieuxVisibles(appelant.Perimetre).LocaliserAsync(version.Contenu, lu.Valeur.EntiteGeographique, referentiels.Nomenclatures, cancellationToken),
                offres.Montrer(version.Contenu, lu.Valeur.Offre),
                Actions(lu.Valeur, version),
                lu.Valeur.Offre.Version);
    }

    private List<ActionLue> Actions(OffreEnPlace enPlace, VersionOffre version)
    {
        var href = VersionResumee.Lien(version.OffreId, version.Numero);
        var lecture = new ActionLue("comparer", null, "GET", $"{href}/differences");
        var (offre, eg, environnement) = enPlace;
        var permis = offre.Refuser(ActionOffre.Modifier, environnement) is null && appelant.Perimetre.Refuser(ActionOffre.Modifier, offre.Type, eg.Region, offre.Rpps) is null;
        return permis ? [lecture, new("restaurer", null, "POST", $"{href}/restauration")] : [lecture];
    }
}
