using MediatR;
using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Domain.Commun;
using Ror.Domain.Offres;

namespace Ror.Application.Offres.Versions;

/// <summary>The published versions of an offer, the first one first.</summary>
public sealed record ListerVersionsQuery(Guid OffreId, Page Page) : IRequete<Tranche<VersionResumee>>;

/// <param name="Auteur">Subject of the token of whoever validated.</param>
public sealed record VersionResumee(int Numero, DateTime Le, string Auteur, string Nom, string Href)
{
    public static VersionResumee De(VersionOffre v) => new(v.Numero, v.Le, v.Auteur, v.Contenu.InformationsGenerales?.Nom ?? "", Lien(v.OffreId, v.Numero));

    internal static string Lien(Guid offreId, int numero) => $"{Liens.Offre(offreId)}/versions/{numero}";
}

internal sealed class ListerVersionsHandler(ISaisieDb db, AccesOffres offres) : IRequestHandler<ListerVersionsQuery, Resultat<Tranche<VersionResumee>>>
{
    public async Task<Resultat<Tranche<VersionResumee>>> Handle(ListerVersionsQuery request, CancellationToken cancellationToken)
    {
        var lu = await offres.Lire(request.OffreId, cancellationToken);
        if (!lu.EstSucces)
        {
            return Resultat<Tranche<VersionResumee>>.Echec(lu.Erreurs);
        }

        var versions = db.VersionsOffre.AsNoTracking().Where(v => v.OffreId == request.OffreId);
        int? total = request.Page.AvecTotal ? await versions.CountAsync(cancellationToken) : null;
        var apres = Rang.De(request.Page.Apres);
        var lues = await versions.Where(v => v.Numero > apres).OrderBy(v => v.Numero).Take(request.Page.Limite + 1).ToListAsync(cancellationToken);
        return Tranche<VersionResumee>.De([.. lues.Select(VersionResumee.De)], request.Page, v => Rang.EnCurseur(v.Numero), total);
    }

    /// <summary>Cursors carry ids; the id of a version within its offer is its number.</summary>
    private static class Rang
    {
        public static Guid EnCurseur(int numero) => new(numero, 0, 0, new byte[8]);

        public static int De(Guid? curseur) => curseur is { } id ? BitConverter.ToInt32(id.ToByteArray(), 0) : 0;
    }
}
