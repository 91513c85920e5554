using MediatR;
using Ror.Api.Acces;
using Ror.Api.Http;
using Ror.Application.Anomalies;
using Ror.Application.Demo;

namespace Ror.Api.Endpoints;

/// <summary>Anomalies: declared by whoever sees the object, treated by their recipient.</summary>
internal static class AnomaliesEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var groupe = api.MapGroup("/anomalies").RequireAuthorization(Authentification.RoleRequis).WithTags("Anomalies").AvecParametresStricts();
        groupe.MapGet("", ListerAnomalies).WithName(nameof(ListerAnomalies)).WithSummary("Anomalies que je vois : celles que j'ai déclarées, celles qui m'attendent, celles de ma région")
            .Lit<PageLue<AnomalieResumee>>().AvecExemple("destinataire", "moi").AvecExemple("statut", Exemples.Statuts);
        groupe.MapPost("", DeclarerAnomalie).AvecDroitDeDeclarer().WithName(nameof(DeclarerAnomalie)).WithSummary("« Déclarer une anomalie » sur un objet que je vois ; son destinataire est trouvé aussitôt")
            .Cree<AnomalieLue>().AvecCorpsExemple(Exemples.Declaration);

        var anomalie = groupe.MapGroup("/{id:guid}").AvecAnomalie();
        anomalie.MapGet("", ConsulterAnomalie).WithName(nameof(ConsulterAnomalie)).WithSummary("Une anomalie, son histoire, et ce que je peux en faire")
            .Lit<AnomalieLue>(404).AvecExemple("id", IdsDemo.Anomalie);
        anomalie.MapPost("/transitions", ChangerStatutAnomalie).WithName(nameof(ChangerStatutAnomalie)).WithSummary("Changer le statut d'une anomalie ; ses actions disent lesquels me sont possibles")
            .Ecrit<AnomalieLue>().AvecExemple("id", IdsDemo.AnomalieATraiter).AvecCorpsExemple(Exemples.ChangementStatut);
        anomalie.MapPost("/acceptation", AccepterAnomalie).WithName(nameof(AccepterAnomalie)).WithSummary("Accepter la valeur proposée : elle est écrite comme par une modification, et l'anomalie est corrigée")
            .Ecrit<AnomalieLue>().AvecExemple("id", IdsDemo.AnomalieAAccepter).AvecProblemes(422);
    }

    private static Task<IResult> ListerAnomalies(
        string? destinataire, string? declarant, Guid? objet, string[]? statut, [AsParameters] ParametresPage page, IMediator mediator, Pagination pagination, HttpContext http, JsonFil json, CancellationToken ct) =>
        mediator.LirePage(p => new ListerAnomaliesQuery(destinataire, declarant, objet, statut ?? [], p), page, pagination, http, json, ct);

    private static Task<IResult> DeclarerAnomalie(Corps<DeclarationAnomalie> corps, EcritureHttp ecriture, CancellationToken ct) => ecriture.Creer(corps, declaration => new DeclarerAnomalieCommand(declaration), ct);

    private static Task<IResult> ConsulterAnomalie(Guid id, IMediator mediator, JsonFil json, CancellationToken ct) => mediator.Lire(new ConsulterAnomalieQuery(id), json, ct);

    private static Task<IResult> ChangerStatutAnomalie(Guid id, Corps<ChangementStatut> corps, EcritureHttp ecriture, CancellationToken ct) =>
        ecriture.Modifier(corps, (version, changement) => new ChangerStatutAnomalieCommand(id, version, changement), ct);

    private static Task<IResult> AccepterAnomalie(Guid id, EcritureHttp ecriture, CancellationToken ct) => ecriture.Executer(version => new AccepterAnomalieCommand(id, version), ct);
}
