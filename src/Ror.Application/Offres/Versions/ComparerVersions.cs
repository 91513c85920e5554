using MediatR;
using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Domain.Commun;
using Ror.Domain.Offres;

namespace Ror.Application.Offres.Versions;

/// <summary>What changed from one published version to another, field by field.</summary>
/// <param name="Avec">The version compared with: null is the one before, 0 is nothing at all.</param>
public sealed record ComparerVersionsQuery(Guid OffreId, int Numero, int? Avec) : IRequete<Comparaison>;

/// <param name="Avant">Null when compared with nothing.</param>
public sealed record Comparaison(VersionResumee? Avant, VersionResumee Apres, IReadOnlyList<Difference> Differences);

internal sealed class ComparerVersionsHandler(ISaisieDb db, AccesOffres offres) : IRequestHandler<ComparerVersionsQuery, Resultat<Comparaison>>
{
    public async Task<Resultat<Comparaison>> Handle(ComparerVersionsQuery request, CancellationToken cancellationToken)
    {
        var lu = await offres.Lire(request.OffreId, cancellationToken);
        if (!lu.EstSucces)
        {
            return Resultat<Comparaison>.Echec(lu.Erreurs);
        }

        ContenuOffre Montrer(ContenuOffre contenu) => offres.Montrer(contenu, lu.Valeur.Offre);
        var avec = request.Avec ?? request.Numero - 1;
        var versions = await db.VersionsOffre.AsNoTracking()
            .Where(v => v.OffreId == request.OffreId && (v.Numero == request.Numero || v.Numero == avec)).ToDictionaryAsync(v => v.Numero, cancellationToken);
        var avant = versions.GetValueOrDefault(avec);
        return !versions.TryGetValue(request.Numero, out var apres) ? OffreErreurs.VersionIntrouvable.Avec(request.Numero)
            : avant is null && avec != 0 ? OffreErreurs.VersionIntrouvable.Avec(avec)
            : new Comparaison(
                avant is null ? null : VersionResumee.De(avant), VersionResumee.De(apres), Difference.Entre(Montrer(avant?.Contenu ?? ContenuOffre.Vide), Montrer(apres.Contenu)));
    }
}
