using System.Text.Json.Serialization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Domain.Commun;
using Ror.Domain.Offres;

namespace Ror.Application.Offres.Versions;

/// <summary>A published version as its authors entered it, kept for ever (L6).</summary>
public sealed record ConsulterVersionQuery(Guid OffreId, int Numero) : IRequete<VersionLue>;

/// <param name="Version">Of the offer: what the actions below want in <c>If-Match</c>.</param>
/// <param name="Auteur">Subject of the token of whoever validated.</param>
public sealed record VersionLue(
    int Numero, DateTime Le, string Auteur, ContenuOffre Sections, IReadOnlyList<ActionLue> Actions, [property: JsonIgnore] long Version) : IVersionnee;

internal sealed class ConsulterVersionHandler(ISaisieDb db, AccesOffres offres) : IRequestHandler<ConsulterVersionQuery, Resultat<VersionLue>>
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
            : new VersionLue(version.Numero, version.Le, version.Auteur, version.Contenu, Actions(lu.Valeur, version), lu.Valeur.Offre.Version);
    }

    private static List<ActionLue> Actions(OffreEnPlace enPlace, VersionOffre version)
    {
        var href = VersionResumee.Lien(version.OffreId, version.Numero);
        var lecture = new ActionLue("comparer", null, "GET", $"{href}/differences");
        return enPlace.Offre.Refuser(ActionOffre.Modifier, enPlace.Environnement) is null ? [lecture, new("restaurer", null, "POST", $"{href}/restauration")] : [lecture];
    }
}
