using MediatR;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Ror.Api.Acces;
using Ror.Api.Http;
using Ror.Application.Annuaires;
using Ror.Application.Demo;
using Ror.Application.Imports;
using Ror.Application.Professionnels;
using Ror.Application.Structures;
using Ror.Domain.Acces;
using Ror.Domain.Offres;
using Ror.Domain.Structures;

namespace Ror.Api.Endpoints;

/// <summary>National directories: their files are imported, one object is asked about on demand, professionals are read.</summary>
internal static class AnnuairesEndpoints
{
    /// <summary>The extract of activities has some 820 MB of text.</summary>
    public const long TailleMax = 1L << 30;

    private const string RppsExemple = "10000000009";

    public static void Map(RouteGroupBuilder api)
    {
        var annuaires = api.MapGroup("/annuaires").RequireAuthorization(Authentification.RoleRequis).WithTags("Annuaires").AvecParametresStricts();
        annuaires.AvecRole(Role.Administrateur);
        annuaires.MapPost("/rpps/imports", ImporterRpps).Depose(nameof(ImporterRpps), "Importer l'extrait RPPS des activités (texte, gzip ou zip) ; le corps est le fichier lui-même", "PS_LibreAcces_Personne_activite_202611290800.txt");
        annuaires.MapPost("/finess/imports", ImporterFiness).Depose(nameof(ImporterFiness), "Importer FINESS : fichiers plats (entités juridiques, établissements, géolocalisation) ou JSON quotidien ; le corps est le fichier lui-même", "etalab-cs1100502-stock-20260512-0338.csv");
        annuaires.MapPost("/conventionnements/imports", ImporterConventionnements).Depose(nameof(ImporterConventionnements), "Importer des conventionnements (CSV : rpps;structure;secteur;optam;carteVitale;date)", "conventionnements.csv");
        annuaires.MapGet("/imports", ListerImportsAnnuaires).WithName(nameof(ListerImportsAnnuaires)).WithSummary("Imports de données nationales, le dernier d'abord").Lit<PageLue<ImportLu>>().AvecPersona("administrateur");

        var professionnel = api.MapGroup("/professionnels/{rpps}").RequireAuthorization(Authentification.RoleRequis).WithTags("Professionnels").AvecParametresStricts();
        professionnel.MapGet("", ConsulterProfessionnel).WithName(nameof(ConsulterProfessionnel)).WithSummary("Ce que les répertoires nationaux disent d'un professionnel, et depuis quand").Lit<ProfessionnelLu>(404).AvecPersona("medecin-liberal").AvecExemple("rpps", RppsExemple);
        professionnel.MapGet("/offres", ListerOffresProfessionnel).WithName(nameof(ListerOffresProfessionnel)).WithSummary("L'espace d'accueil d'un professionnel : ses offres, leur état, leur avancement").Lit<PageLue<OffreDuProfessionnel>>(404).AvecPersona("medecin-liberal").AvecExemple("rpps", RppsExemple);
        professionnel.MapPost("/actualisation", ActualiserProfessionnel).WithName(nameof(ActualiserProfessionnel)).WithSummary("Interroger l'annuaire national sur un professionnel, maintenant")
            .Produces<ActualisationLue<ProfessionnelLu>>().AvecProblemes(400, 401, 403, 404).AvecPersona("medecin-liberal").AvecExemple("rpps", RppsExemple);

        api.MapGroup("/entites-geographiques/{id:guid}/actualisation").RequireAuthorization(Authentification.RoleRequis).WithTags("Structures").AvecAcces(TypeNoeud.EntiteGeographique, ActionOffre.Modifier).AvecParametresStricts()
            .MapPost("", ActualiserEntiteGeographique).WithName(nameof(ActualiserEntiteGeographique)).WithSummary("Interroger l'annuaire national sur un établissement, maintenant")
            .Produces<ActualisationLue<EntiteGeographiqueLue>>().AvecProblemes(400, 401, 403, 404).AvecPersona("referent-occitanie").AvecExemple("id", IdsDemo.ChAlbi);
    }

    private static void Depose(this RouteHandlerBuilder builder, string nom, string resume, string fichier) => builder.WithName(nom).WithSummary(resume)
        .WithMetadata(new CorpsBinaire(), new AcceptsMetadata(["*/*"], typeof(CorpsBinaire)), new DisableRequestSizeLimitAttribute())
        .Produces<ImportLu>(StatusCodes.Status202Accepted).AvecProblemes(400, 401, 403, 413).AvecPersona("administrateur").AvecExemple("fichier", fichier).AvecExemple("simulation", true).WithMetadata(new ExempleDocumente(null, fichier));

    private static Task<IResult> ImporterRpps(bool? simulation, string? fichier, HttpContext http, IMediator mediator, JsonFil json, CancellationToken ct) =>
        ImportsEndpoints.Deposer(GenreImport.Rpps, TailleMax, simulation, fichier, http, mediator, json, ct);

    private static Task<IResult> ImporterFiness(bool? simulation, string? fichier, HttpContext http, IMediator mediator, JsonFil json, CancellationToken ct) =>
        ImportsEndpoints.Deposer(GenreImport.Finess, TailleMax, simulation, fichier, http, mediator, json, ct);

    private static Task<IResult> ImporterConventionnements(bool? simulation, string? fichier, HttpContext http, IMediator mediator, JsonFil json, CancellationToken ct) =>
        ImportsEndpoints.Deposer(GenreImport.Conventionnements, TailleMax, simulation, fichier, http, mediator, json, ct);

    private static Task<IResult> ListerImportsAnnuaires([AsParameters] ParametresPage page, IMediator mediator, Pagination pagination, HttpContext http, JsonFil json, CancellationToken ct) =>
        mediator.LirePage(p => new ListerImportsQuery(DeNomenclatures: false, p), page, pagination, http, json, ct);

    private static Task<IResult> ConsulterProfessionnel(string rpps, IMediator mediator, JsonFil json, CancellationToken ct) => mediator.Lire(new ConsulterProfessionnelQuery(rpps), json, ct);

    private static Task<IResult> ListerOffresProfessionnel(string rpps, bool? inclureFermees, [AsParameters] ParametresPage page, IMediator mediator, Pagination pagination, HttpContext http, JsonFil json, CancellationToken ct) =>
        mediator.LirePage(p => new ListerOffresProfessionnelQuery(rpps, inclureFermees is true, p), page, pagination, http, json, ct);

    private static async Task<IResult> ActualiserProfessionnel(string rpps, IMediator mediator, JsonFil json, CancellationToken ct)
    {
        var lue = await mediator.Send(new ActualiserProfessionnelCommand(rpps), ct);
        return lue.EstSucces ? Reponse.De(lue.Valeur, json, lue.Valeur.Objet?.Version) : new Probleme(lue.Erreurs);
    }

    private static async Task<IResult> ActualiserEntiteGeographique(Guid id, IMediator mediator, JsonFil json, CancellationToken ct)
    {
        var lue = await mediator.Send(new ActualiserEntiteGeographiqueCommand(id), ct);
        return lue.EstSucces ? Reponse.De(lue.Valeur, json, lue.Valeur.Objet?.Version) : new Probleme(lue.Erreurs);
    }
}
