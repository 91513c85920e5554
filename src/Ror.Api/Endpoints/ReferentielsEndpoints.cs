using MediatR;
using Ror.Api.Acces;
using Ror.Api.Http;
using Ror.Application.ModelesSaisie;
using Ror.Application.Nomenclatures;

namespace Ror.Api.Endpoints;

/// <summary>Nomenclatures and modèles de saisie, for reading.</summary>
internal static class ReferentielsEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var nomenclatures = api.MapGroup("/nomenclatures").RequireAuthorization(Authentification.RoleRequis).WithTags("Nomenclatures").AvecParametresStricts();
        nomenclatures.MapGet("", ListerNomenclatures).WithName(nameof(ListerNomenclatures)).WithSummary("Listes chargées").Lit<PageLue<NomenclatureLue>>();
        nomenclatures.MapGet("/{nom}/codes", RechercherCodes).WithName(nameof(RechercherCodes)).WithSummary("Codes d'une liste, dans son ordre ; recherche sans accents ni casse")
            .Lit<PageLue<CodeDeNomenclature>>(404).AvecExemple("nom", "J19").AvecExemple("recherche", "hospitalisation");

        var modeles = api.MapGroup("/modeles-saisie").RequireAuthorization(Authentification.RoleRequis).WithTags("Modèles de saisie").AvecParametresStricts();
        modeles.MapGet("", ListerModelesSaisie).WithName(nameof(ListerModelesSaisie)).WithSummary("Modèles ; avec un contexte, les actifs qui conviennent, du plus précis au moins précis")
            .Lit<PageLue<ModeleSaisieResume>>().AvecExemple("categorie", "355").AvecExemple("champActivite", "01");
        modeles.MapGet("/{id:guid}", ConsulterModeleSaisie).WithName(nameof(ConsulterModeleSaisie)).WithSummary("Un modèle avec ses règles")
            .Lit<ModeleSaisieLu>(404).AvecExemple("id", "01920000-0000-7000-8000-000000000a01");
    }

    private static async Task<IResult> ListerNomenclatures(IMediator mediator, JsonFil json, CancellationToken ct) =>
        Reponse.De(new PageLue<NomenclatureLue>((await mediator.Send(new ListerNomenclaturesQuery(), ct)).Valeur, null, null), json);

    private static async Task<IResult> RechercherCodes(
        string nom, string? recherche, [AsParameters] ParametresPage page, IMediator mediator, Pagination pagination, HttpContext http, JsonFil json, CancellationToken ct)
    {
        var lue = pagination.Lire(page, http.Request);
        if (!lue.EstSucces)
        {
            return new Probleme(lue.Erreurs);
        }

        var codes = await mediator.Send(new RechercherCodesQuery(nom, recherche, Rang(lue.Valeur.Apres), lue.Valeur.Limite), ct);
        return codes.EstSucces
            ? pagination.Repondre(codes.Valeur.Elements, Position(codes.Valeur.Suivant), page.Total is true ? codes.Valeur.Total : null, http, json)
            : new Probleme(codes.Erreurs);
    }

    private static async Task<IResult> ListerModelesSaisie(string? categorie, string? champActivite, IMediator mediator, JsonFil json, CancellationToken ct) =>
        Reponse.De(new PageLue<ModeleSaisieResume>((await mediator.Send(new ListerModelesSaisieQuery(categorie, champActivite), ct)).Valeur, null, null), json);

    private static async Task<IResult> ConsulterModeleSaisie(Guid id, IMediator mediator, JsonFil json, CancellationToken ct)
    {
        var lu = await mediator.Send(new ConsulterModeleSaisieQuery(id), ct);

        // A version of a modèle never changes.
        return lu.EstSucces ? Reponse.De(lu.Valeur, json, version: 1) : new Probleme(lu.Erreurs);
    }

    // A list of codes has its own order: the cursor carries a rank.
    private static int Rang(Guid? position) => position is { } p ? BitConverter.ToInt32(p.ToByteArray(), 0) : -1;

    private static Guid? Position(int? rang) => rang is { } r ? new Guid(r, 0, 0, new byte[8]) : null;
}
