using MediatR;
using Ror.Application.Commun;
using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Offres.Sections;

namespace Ror.Application.Offres.Sections;

/// <summary>One section, bare: exactly the body of its PUT.</summary>
public sealed record ConsulterSectionQuery<TSection>(Guid OffreId) : IRequete<SectionLue<TSection>>
    where TSection : class, ISection<TSection>, new();

public sealed record SectionLue<TSection>(TSection Section, long Version)
    where TSection : class, ISection<TSection>, new();

internal sealed class ConsulterSectionHandler<TSection>(AccesOffres offres) : IRequestHandler<ConsulterSectionQuery<TSection>, Resultat<SectionLue<TSection>>>
    where TSection : class, ISection<TSection>, new()
{
    public async Task<Resultat<SectionLue<TSection>>> Handle(ConsulterSectionQuery<TSection> request, CancellationToken cancellationToken)
    {
        var lu = await offres.Lire(request.OffreId, cancellationToken);
        return lu.EstSucces
            ? new SectionLue<TSection>((TSection?)LesSections.De<TSection>().Lire(offres.Montrer(lu.Valeur.Offre.Servi(lu.Valeur.Environnement), lu.Valeur.Offre)) ?? TSection.Proposer(lu.Valeur.Offre.Contexte(lu.Valeur.Environnement)) ?? new TSection(), lu.Valeur.Offre.Version)
            : Resultat<SectionLue<TSection>>.Echec(lu.Erreurs);
    }
}
