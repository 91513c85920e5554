using MediatR;
using Ror.Api.Acces;
using Ror.Api.Http;
using Ror.Application.ModelesSaisie;

namespace Ror.Api.Endpoints;

/// <summary>Modèles de saisie, for reading.</summary>
internal static class ModelesSaisieEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var modeles = api.MapGroup("/modeles-saisie").RequireAuthorization(Authentification.RoleRequis).WithTags("Modèles de saisie").AvecParametresStricts();
        modeles.MapGet("", ListerModelesSaisie).WithName(nameof(ListerModelesSaisie)).WithSummary("Modèles ; avec un contexte, les actifs qui conviennent, du plus précis au moins précis")
            .Lit<PageLue<ModeleSaisieResume>>().AvecExemple("categorie", "355").AvecExemple("champActivite", "01");
        modeles.MapGet("/{id:guid}", ConsulterModeleSaisie).WithName(nameof(ConsulterModeleSaisie)).WithSummary("Un modèle avec ses règles")
            .Lit<ModeleSaisieLu>(404).AvecExemple("id", "01920000-0000-7000-8000-000000000a01");
    }

    private static async Task<IResult> ListerModelesSaisie(string? categorie, string? champActivite, IMediator mediator, JsonFil json, CancellationToken ct) =>
        Reponse.De(new PageLue<ModeleSaisieResume>((await mediator.Send(new ListerModelesSaisieQuery(categorie, champActivite), ct)).Valeur, null, null), json);

    private static async Task<IResult> ConsulterModeleSaisie(Guid id, IMediator mediator, JsonFil json, CancellationToken ct)
    {
        var lu = await mediator.Send(new ConsulterModeleSaisieQuery(id), ct);

        // A version of a modèle never changes.
        return lu.EstSucces ? Reponse.De(lu.Valeur, json, version: 1) : new Probleme(lu.Erreurs);
    }
}
