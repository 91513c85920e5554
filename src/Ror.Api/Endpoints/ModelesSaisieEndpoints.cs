using System.Text.Json;
using MediatR;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Ror.Api.Acces;
using Ror.Api.Http;
using Ror.Application.Commun;
using Ror.Application.Demo;
using Ror.Application.Diffusion;
using Ror.Application.ModelesSaisie;
using Ror.Domain.Acces;

namespace Ror.Api.Endpoints;

/// <summary>Modèles de saisie: read by all, governed by administrators.</summary>
internal static class ModelesSaisieEndpoints
{
    private const string Administrateur = "administrateur";
    private const string TypeFhir = "application/fhir+json";
    private const int QuestionnaireMax = 4 << 20;

    public static void Map(RouteGroupBuilder api)
    {
        var lecture = Groupe(api);
        lecture.MapGet("", ListerModelesSaisie).WithName(nameof(ListerModelesSaisie)).WithSummary("Modèles ; avec un contexte, les actifs qui conviennent, du plus précis au moins précis")
            .Lit<PageLue<ModeleSaisieResume>>().AvecExemple("categorie", "355").AvecExemple("champActivite", "01");
        lecture.MapGet("/{id:guid}", ConsulterModeleSaisie).WithName(nameof(ConsulterModeleSaisie)).WithSummary("Un modèle avec ses règles")
            .Lit<ModeleSaisieLu>(404).AvecExemple("id", IdsDemo.ModeleChirurgie);

        var ecriture = Groupe(api).AvecRole(Role.Administrateur).AddEndpointFilter(AvecRelecture);
        ecriture.MapPost("", CreerModeleSaisie).WithName(nameof(CreerModeleSaisie)).WithSummary("Créer un modèle, en projet").Cree<ModeleSaisieLu>().AvecPersona(Administrateur).AvecCorpsExemple(Exemples.Modele);
        ecriture.MapGet("/{id:guid}/usages", ConsulterUsagesModele).WithName(nameof(ConsulterUsagesModele)).WithSummary("Offres d'une version d'un modèle, codes jamais choisis, codes qui ne sont plus en vigueur")
            .Lit<UsagesModele>(404).AvecPersona(Administrateur).AvecExemple("id", IdsDemo.ModeleChirurgie);

        ecriture.MapPost("/questionnaires", ImporterQuestionnaire).WithName(nameof(ImporterQuestionnaire)).WithSummary("Importer un Questionnaire FHIR R4 du profil ROR (SDC) ; ce qu'un modèle ne dit pas est énuméré dans les avertissements")
            .WithMetadata(new CorpsBinaire(), new AcceptsMetadata(["*/*"], typeof(CorpsBinaire)), new DisableRequestSizeLimitAttribute()).Cree<ModeleSaisieLu>().AvecPersona(Administrateur).WithMetadata(new ExempleDocumente(null, Exemples.Questionnaire));
        lecture.MapGet("/{id:guid}/questionnaire", ExporterQuestionnaire).WithName(nameof(ExporterQuestionnaire)).WithSummary("Le modèle comme Questionnaire FHIR R4, que l'import relit en ce même modèle")
            .Produces<JsonElement>(StatusCodes.Status200OK, TypeFhir).AvecProblemes(401, 403, 404, 409).AvecExemple("id", IdsDemo.ModeleChirurgie);

        var modele = ecriture.MapGroup("/{id:guid}").WithMetadata(new TypeDeRoute(TypeObjet.ModeleSaisie));
        modele.MapPut("", ModifierModeleSaisie).WithName(nameof(ModifierModeleSaisie)).WithSummary("Modifier un projet ; un modèle actif ne change jamais").EcritModele(IdsDemo.ModeleAModifier).AvecCorpsExemple(Exemples.Modele with { Url = "https://ror.example/modeles-saisie/service-autonomie-domicile" });
        modele.MapDelete("", SupprimerModeleSaisie).WithName(nameof(SupprimerModeleSaisie)).WithSummary("Supprimer un projet").EcritModele(IdsDemo.ModeleASupprimer, StatusCodes.Status204NoContent);
        modele.MapPost("/versions", CreerVersionModeleSaisie).WithName(nameof(CreerVersionModeleSaisie)).WithSummary("Créer la version suivante, en projet, avec le contenu de celle-ci").EcritModele(IdsDemo.ModeleGeneraliste, StatusCodes.Status201Created);
        modele.MapPost("/activation", ActiverModeleSaisie).WithName(nameof(ActiverModeleSaisie)).WithSummary("Activer un projet ; toutes ses contradictions sont dites, et la version active se retire").EcritModele(IdsDemo.ModeleAActiver);
        modele.MapPost("/retrait", RetirerModeleSaisie).WithName(nameof(RetirerModeleSaisie)).WithSummary("Retirer un modèle : il n'est plus proposé, et juge toujours les offres qui l'ont").EcritModele(IdsDemo.ModeleGeneraliste);
    }

    private static RouteGroupBuilder Groupe(RouteGroupBuilder api) =>
        api.MapGroup("/modeles-saisie").RequireAuthorization(Authentification.RoleRequis).WithTags("Modèles de saisie").AvecParametresStricts();

    // Whoever has just written finds it in the forms of this node at once; the others see it a moment later, as this one does when its database fails just then.
    private static async ValueTask<object?> AvecRelecture(EndpointFilterInvocationContext contexte, EndpointFilterDelegate suite)
    {
        var reponse = await suite(contexte);
        if (reponse is not Probleme && !HttpMethods.IsGet(contexte.HttpContext.Request.Method))
        {
            var services = contexte.HttpContext.RequestServices;
            await services.GetRequiredService<IVeilleJournal>().RattraperAsync(long.MaxValue, services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return reponse;
    }

    private static Task<IResult> ListerModelesSaisie(
        string? categorie, string? champActivite, string? profession, string? specialite, bool? codesObsoletes,
        [AsParameters] ParametresPage page, IMediator mediator, Pagination pagination, HttpContext http, JsonFil json, CancellationToken ct) =>
        mediator.LirePage(p => new ListerModelesSaisieQuery(categorie, champActivite, profession, specialite, codesObsoletes is true, p), page, pagination, http, json, ct);

    private static Task<IResult> ConsulterModeleSaisie(Guid id, IMediator mediator, JsonFil json, CancellationToken ct) => mediator.Lire(new ConsulterModeleSaisieQuery(id), json, ct);

    private static Task<IResult> ConsulterUsagesModele(Guid id, IMediator mediator, JsonFil json, CancellationToken ct) => mediator.Lire(new ConsulterUsagesModeleQuery(id), json, ct);

    private static Task<IResult> CreerModeleSaisie(Corps<ModeleSaisi> corps, EcritureHttp ecriture, CancellationToken ct) => ecriture.Creer(corps, modele => new CreerModeleSaisieCommand(modele), ct);

    private static async Task<IResult> ImporterQuestionnaire(HttpContext http, EcritureHttp ecriture, CancellationToken ct)
    {
        if (http.Request.ContentLength > QuestionnaireMax)
        {
            return new Probleme(HttpErreurs.TropGros.Avec(QuestionnaireMax));
        }

        using var corps = new MemoryStream();
        var bloc = new byte[64 << 10];
        for (int lus; (lus = await http.Request.Body.ReadAsync(bloc, ct)) > 0;)
        {
            corps.Write(bloc, 0, lus);
            if (corps.Length > QuestionnaireMax)
            {
                return new Probleme(HttpErreurs.TropGros.Avec(QuestionnaireMax));
            }
        }

        var octets = corps.ToArray();
        return octets.Length == 0 ? new Probleme(HttpErreurs.CorpsAbsent.Avec()) : await ecriture.Creer(octets, new ImporterQuestionnaireCommand(octets), ct);
    }

    private static async Task<IResult> ExporterQuestionnaire(Guid id, IMediator mediator, CancellationToken ct)
    {
        var ecrit = await mediator.Send(new ExporterQuestionnaireQuery(id), ct);
        return ecrit.EstSucces
            ? new Reponse(StatusCodes.Status200OK, new Dictionary<string, string> { ["Content-Type"] = $"{TypeFhir}; charset=utf-8", ["ETag"] = Etiquettes.De(ecrit.Valeur.Version, ecrit.Valeur.Json) }, ecrit.Valeur.Json)
            : new Probleme(ecrit.Erreurs);
    }

    private static Task<IResult> ModifierModeleSaisie(Guid id, Corps<ModeleSaisi> corps, EcritureHttp ecriture, CancellationToken ct) =>
        ecriture.Modifier(corps, (version, modele) => new ModifierModeleSaisieCommand(id, version, modele), ct);

    private static Task<IResult> SupprimerModeleSaisie(Guid id, EcritureHttp ecriture, CancellationToken ct) => ecriture.Supprimer(version => new SupprimerModeleSaisieCommand(id, version), ct);

    private static Task<IResult> CreerVersionModeleSaisie(Guid id, EcritureHttp ecriture, CancellationToken ct) => ecriture.Creer([], new CreerVersionModeleSaisieCommand(id), ct);

    private static Task<IResult> ActiverModeleSaisie(Guid id, EcritureHttp ecriture, CancellationToken ct) => ecriture.Executer(version => new ActiverModeleSaisieCommand(id, version), ct);

    private static Task<IResult> RetirerModeleSaisie(Guid id, EcritureHttp ecriture, CancellationToken ct) => ecriture.Executer(version => new RetirerModeleSaisieCommand(id, version), ct);
}
