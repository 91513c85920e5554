using MediatR;
using Ror.Api.Acces;
using Ror.Api.Http;
using Ror.Application.Nomenclatures;
using Ror.Domain.Acces;
using Ror.Domain.Commun;

namespace Ror.Api.Endpoints;

/// <summary>The lists of the NOS: reading for all, importing and usage for administrators.</summary>
internal static class NomenclaturesEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var nomenclatures = api.MapGroup("/nomenclatures").RequireAuthorization(Authentification.RoleRequis).WithTags("Nomenclatures").AvecParametresStricts();
        nomenclatures.MapGet("", ListerNomenclatures).WithName(nameof(ListerNomenclatures)).WithSummary("Listes en vigueur, avec leur version et leur nombre de codes").Lit<PageLue<NomenclatureLue>>();
        var liste = nomenclatures.MapGroup("/{nom}");
        liste.MapGet("", ConsulterNomenclature).WithName(nameof(ConsulterNomenclature)).WithSummary("Une liste")
            .Lit<NomenclatureLue>(404).AvecExemple("nom", "J19");
        liste.MapGet("/codes", RechercherCodes).WithName(nameof(RechercherCodes)).WithSummary("Codes d'une liste, dans son ordre ; recherche sans accents, ni casse, ni ordre des mots")
            .Lit<PageLue<CodeDeNomenclature>>(404).AvecExemple("nom", "J19").AvecExemple("recherche", "hospitalisation");
        liste.MapGet("/contenu", LireNomenclature).WithName(nameof(LireNomenclature)).WithSummary("La liste entière, dans sa version en vigueur")
            .Lit<ContenuNomenclature>(404).AvecExemple("nom", "J19");
        liste.MapGet("/versions", ListerVersionsNomenclature).WithName(nameof(ListerVersionsNomenclature)).WithSummary("Versions que le service a connues, la dernière d'abord")
            .Lit<PageLue<VersionNomenclature>>(404).AvecExemple("nom", "J19");
        liste.MapGet("/versions/{rang:int}", LireVersionNomenclature).WithName(nameof(LireVersionNomenclature)).WithSummary("La liste entière dans une version, qui ne change jamais : à garder aussi longtemps qu'on veut")
            .Lit<ContenuNomenclature>(404).AvecExemple("nom", "J19").AvecExemple("rang", 0);
        liste.MapGet("/usages", LireUsagesNomenclature).WithName(nameof(LireUsagesNomenclature)).WithSummary("Offres, brouillons, structures et modèles qui emploient chaque code")
            .Lit<PageLue<UsagesDUnCode>>(404).AvecRole(Role.Administrateur).AvecPersona("administrateur").AvecExemple("nom", "J19");
        liste.MapGet("/usages/{code}", LireUsagesDUnCode).WithName(nameof(LireUsagesDUnCode)).WithSummary("Offres et structures qui emploient un code")
            .Lit<PageLue<ObjetEmployeur>>(404, 422).AvecRole(Role.Administrateur).AvecPersona("administrateur").AvecExemple("nom", "J19").AvecExemple("code", "28");
        ImportsEndpoints.Map(
            nomenclatures.MapGroup("/imports"), api.MapGroup("/imports").RequireAuthorization(Authentification.RoleRequis).WithTags("Nomenclatures").AvecParametresStricts());
    }

    private static async Task<IResult> ListerNomenclatures(IMediator mediator, JsonFil json, CancellationToken ct) =>
        Reponse.De(new PageLue<NomenclatureLue>((await mediator.Send(new ListerNomenclaturesQuery(), ct)).Valeur, null, null), json);

    private static async Task<IResult> ConsulterNomenclature(string nom, IMediator mediator, JsonFil json, CancellationToken ct)
    {
        var lue = await mediator.Send(new ConsulterNomenclatureQuery(nom), ct);
        return lue.EstSucces ? Reponse.De(lue.Valeur, json, lue.Valeur.Rang) : new Probleme(lue.Erreurs);
    }

    private static async Task<IResult> RechercherCodes(
        string nom, string? recherche, DateOnly? valideLe, [AsParameters] ParametresPage page, IMediator mediator, Pagination pagination, HttpContext http, JsonFil json, CancellationToken ct)
    {
        var lue = pagination.Lire(page, http.Request);
        if (!lue.EstSucces)
        {
            return new Probleme(lue.Erreurs);
        }

        var codes = await mediator.Send(new RechercherCodesQuery(nom, recherche, valideLe, Rangs.Lire(lue.Valeur.Apres), lue.Valeur.Limite), ct);
        return codes.EstSucces
            ? pagination.Repondre(codes.Valeur.Elements, Rangs.Ecrire(codes.Valeur.Suivant), page.Total is true ? codes.Valeur.Total : null, http, json)
            : new Probleme(codes.Erreurs);
    }

    private static Task<IResult> LireNomenclature(string nom, IMediator mediator, JsonFil json, CancellationToken ct) => Contenu(new(nom, null), mediator, json, ct);

    private static Task<IResult> LireVersionNomenclature(string nom, int rang, IMediator mediator, JsonFil json, CancellationToken ct) => Contenu(new(nom, rang), mediator, json, ct);

    private static async Task<IResult> Contenu(LireContenuQuery demande, IMediator mediator, JsonFil json, CancellationToken ct)
    {
        var lu = await mediator.Send(demande, ct);
        return lu.EstSucces ? new ReponseDirecte<ContenuNomenclature>(lu.Valeur, json) { Etiquette = Etiquettes.DImmuable(lu.Valeur.Nom, lu.Valeur.Rang), Immuable = demande.Rang is not null } : new Probleme(lu.Erreurs);
    }

    private static async Task<IResult> ListerVersionsNomenclature(string nom, IMediator mediator, JsonFil json, CancellationToken ct) =>
        Tout(await mediator.Send(new ListerVersionsQuery(nom), ct), json);

    private static async Task<IResult> LireUsagesNomenclature(string nom, IMediator mediator, JsonFil json, CancellationToken ct) =>
        Tout(await mediator.Send(new LireUsagesQuery(nom), ct), json);

    private static Task<IResult> LireUsagesDUnCode(
        string nom, string code, string? systeme, [AsParameters] ParametresPage page, IMediator mediator, Pagination pagination, HttpContext http, JsonFil json, CancellationToken ct) =>
        mediator.LirePage(p => new LireUsagesDUnCodeQuery(nom, code, systeme, p), page, pagination, http, json, ct);

    private static IResult Tout<T>(Resultat<IReadOnlyList<T>> lus, JsonFil json) =>
        lus.EstSucces ? new ReponseDirecte<PageLue<T>>(new(lus.Valeur, null, null), json) : new Probleme(lus.Erreurs);
}

/// <summary>Cursors of what has an order of its own carry a rank.</summary>
internal static class Rangs
{
    public static int Lire(Guid? position) => position is { } p ? BitConverter.ToInt32(p.ToByteArray(), 0) : -1;

    public static Guid? Ecrire(int? rang) => rang is { } r ? new Guid(r, 0, 0, new byte[8]) : null;
}
