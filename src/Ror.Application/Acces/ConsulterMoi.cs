using MediatR;
using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Application.Structures;
using Ror.Domain.Commun;
using Ror.Domain.Structures;

namespace Ror.Application.Acces;

/// <summary>Who am I, with what roles, over what.</summary>
public sealed record ConsulterMoiQuery : IRequete<MoiLu>;

/// <param name="Profil">Access profile of published reads, 0–5.</param>
/// <param name="Rpps">For a liberal professional.</param>
public sealed record MoiLu(string Sujet, string? Nom, IReadOnlyList<string> Roles, PerimetreLu Perimetre, int Profil, string? Rpps);

/// <param name="Etablissements">EGs named in the token that the service knows; unknown ones are ignored.</param>
/// <param name="Regions">INSEE region codes.</param>
public sealed record PerimetreLu(IReadOnlyList<StructureCitee> Etablissements, IReadOnlyList<string> Regions);

internal sealed class ConsulterMoiHandler(ISaisieDb db, IAppelant appelant) : IRequestHandler<ConsulterMoiQuery, Resultat<MoiLu>>
{
    public async Task<Resultat<MoiLu>> Handle(ConsulterMoiQuery request, CancellationToken cancellationToken)
    {
        var perimetre = appelant.Perimetre;
        var nommes = perimetre with { Regions = [] };
        var etablissements = await db.EntitesGeographiques.AsNoTracking().Visibles(nommes).OrderBy(eg => eg.Id).ToListAsync(cancellationToken);
        return new MoiLu(
            appelant.Sujet,
            appelant.Nom,
            perimetre.Roles,
            new([.. etablissements.Select(eg => new StructureCitee(eg.Id, TypeNoeud.EntiteGeographique, eg.Denomination, eg.IdNatStruct.Valeur, Liens.EntiteGeographique(eg.Id)))], perimetre.Regions),
            perimetre.Profil,
            perimetre.Rpps);
    }
}
