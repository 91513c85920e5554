using FluentValidation;
using MediatR;
using Ror.Domain.Commun;

namespace Ror.Application.Commun;

/// <summary>
/// Joins the shape errors to those of the aggregate, so that all the shortcomings come at once. The handler goes first: an unknown object,
/// a stale version or a wrong state tells more than a bad field (contract, rule 2). Nothing is saved before this returns.
/// </summary>
internal sealed class ValidationBehavior<TCommande>(IEnumerable<IValidator<TCommande>> validateurs) : IPipelineBehavior<TCommande, Resultat<Ecriture>>
    where TCommande : ICommande
{
    public async Task<Resultat<Ecriture>> Handle(TCommande request, CancellationToken cancellationToken, RequestHandlerDelegate<Resultat<Ecriture>> next)
    {
        var formes = validateurs.SelectMany(v => v.Validate(request).Errors).Select(f => (Erreur)f.CustomState).ToList();
        var reponse = await next();
        return formes.Count == 0 || reponse.Erreurs.Any(e => e.Type.Nature != Nature.Contenu)
            ? reponse
            : Resultat<Ecriture>.Echec([.. formes, .. reponse.Erreurs]);
    }
}
