using MediatR;
using Ror.Api.Acces;
using Ror.Api.Http;
using Ror.Application.Commun;
using Ror.Application.Demo;
using Ror.Application.Offres;
using Ror.Application.Qualite;
using Ror.Domain.Offres;
using Ror.Domain.Structures;

namespace Ror.Api.Endpoints;

/// <summary>How far what is published is filled, and how fresh it is; measured at each call. "Toujours exact" with it.</summary>
internal static class QualiteEndpoints
{
    private const string Etiquette = "Qualité";

    public static void Map(RouteGroupBuilder api)
    {
        Objet(api, "/offres", TypeNoeud.Offre, ActionOffre.Confirmer).MapPost("/confirmation", ConfirmerOffre).WithName(nameof(ConfirmerOffre))
            .WithSummary("« Toujours exact » : ce qui est publié est de nouveau frais, sans que rien ne change").EcritOffre().AvecExemple("id", IdsDemo.ConsultationOrthopedie);
        Objet(api, "/offres", TypeNoeud.Offre).MapGet("/qualite", ConsulterQualiteOffre).WithName(nameof(ConsulterQualiteOffre))
            .WithSummary("Peuplement et fraîcheur d'une offre, avec leurs preuves").Lit<QualiteOffreLue>(404).AvecExemple("id", IdsDemo.ConsultationAnesthesie);
        Objet(api, "/poles", TypeNoeud.Pole).MapGet("/qualite", ConsulterQualitePole).WithName(nameof(ConsulterQualitePole))
            .WithSummary("Peuplement et fraîcheur des offres ouvertes d'un pôle").Lit<QualiteStructureLue>(404).AvecExemple("id", IdsDemo.PoleAnesthesieChirurgie);
        Objet(api, "/entites-geographiques", TypeNoeud.EntiteGeographique).MapGet("/qualite", ConsulterQualiteEntiteGeographique).WithName(nameof(ConsulterQualiteEntiteGeographique))
            .WithSummary("Peuplement et fraîcheur (RE1.2) des offres ouvertes d'un établissement").Lit<QualiteStructureLue>(404).AvecExemple("id", IdsDemo.ChAlbi);

        Territoire(api, "/departements", estRegion: false).MapGet("/qualite", ConsulterQualiteDepartement).WithName(nameof(ConsulterQualiteDepartement))
            .WithSummary("Peuplement et fraîcheur des offres ouvertes d'un département").Lit<QualiteDepartementLue>(404).AvecPersona("referent-occitanie").AvecExemple("code", "81");
        Territoire(api, "/regions", estRegion: true).MapGet("/qualite", ConsulterQualiteRegion).WithName(nameof(ConsulterQualiteRegion))
            .WithSummary("Peuplement et fraîcheur des offres ouvertes d'une région, par département").Lit<QualiteRegionLue>(404).AvecPersona("referent-occitanie").AvecExemple("code", "76");
    }

    private static RouteGroupBuilder Objet(RouteGroupBuilder api, string collection, TypeNoeud type, ActionOffre? action = null) =>
        api.MapGroup(collection + "/{id:guid}").RequireAuthorization(Authentification.RoleRequis).WithTags(Etiquette).AvecAcces(type, action).AvecParametresStricts();

    private static RouteGroupBuilder Territoire(RouteGroupBuilder api, string collection, bool estRegion) =>
        api.MapGroup($"/territoires{collection}/{{code}}").RequireAuthorization(Authentification.RoleRequis).WithTags(Etiquette).AvecTerritoire(estRegion).AvecParametresStricts();

    private static Task<IResult> ConfirmerOffre(Guid id, EcritureHttp ecriture, CancellationToken ct) => ecriture.Executer(version => new ConfirmerOffreCommand(id, version), ct);

    private static Task<IResult> ConsulterQualiteOffre(Guid id, IMediator mediator, JsonFil json, CancellationToken ct) => mediator.Lire(new ConsulterQualiteOffreQuery(id), json, ct);

    private static Task<IResult> ConsulterQualitePole(Guid id, IMediator mediator, JsonFil json, CancellationToken ct) => mediator.Lire(new ConsulterQualitePoleQuery(id), json, ct);

    private static Task<IResult> ConsulterQualiteEntiteGeographique(Guid id, IMediator mediator, JsonFil json, CancellationToken ct) =>
        mediator.Lire(new ConsulterQualiteEntiteGeographiqueQuery(id), json, ct);

    private static Task<IResult> ConsulterQualiteDepartement(string code, IMediator mediator, JsonFil json, CancellationToken ct) => Lire(mediator, new ConsulterQualiteDepartementQuery(code), json, ct);

    private static Task<IResult> ConsulterQualiteRegion(string code, IMediator mediator, JsonFil json, CancellationToken ct) => Lire(mediator, new ConsulterQualiteRegionQuery(code), json, ct);

    private static async Task<IResult> Lire<T>(IMediator mediator, IRequete<T> requete, JsonFil json, CancellationToken ct)
    {
        var lu = await mediator.Send(requete, ct);
        return lu.EstSucces ? Reponse.De(lu.Valeur, json, Etiquettes.SansVersion) : new Probleme(lu.Erreurs);
    }
}
