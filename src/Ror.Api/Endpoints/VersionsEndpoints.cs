using System.Text.Json;
using System.Text.Json.Nodes;
using MediatR;
using Ror.Api.Http;
using Ror.Application.Demo;
using Ror.Application.Offres.Versions;
using Ror.Domain.Champs;
using Ror.Domain.Offres;

namespace Ror.Api.Endpoints;

/// <summary>A field that changed, with its values as its section carries them.</summary>
/// <param name="Champ">JSON Pointer into the section.</param>
/// <param name="Avant">Absent when it was empty.</param>
/// <param name="Apres">Absent when it is empty.</param>
internal sealed record DifferenceLue(string Section, string TitreSection, string Champ, string Libelle, JsonNode? Avant, JsonNode? Apres);

/// <param name="Avant">Absent when compared with nothing.</param>
internal sealed record DifferencesLues(VersionResumee? Avant, VersionResumee Apres, IReadOnlyList<DifferenceLue> Differences);

/// <summary>L6: every published version, readable, comparable, restorable.</summary>
internal static class VersionsEndpoints
{
    public static void Map(RouteGroupBuilder offre)
    {
        var versions = offre.MapGroup("/versions").WithTags("Versions");
        versions.MapGet("", ListerVersions).WithName(nameof(ListerVersions)).WithSummary("Versions publiées, de la première à la dernière")
            .Lit<PageLue<VersionResumee>>(404).AvecExemple("id", IdsDemo.ConsultationAnesthesie);

        var version = versions.MapGroup("/{numero:int}");
        version.MapGet("", ConsulterVersion).WithName(nameof(ConsulterVersion)).WithSummary("Une version publiée ; ses lieux sont dits comme ils sont aujourd'hui")
            .Lit<VersionLue>(404).AvecExemple("id", IdsDemo.ConsultationAnesthesie).AvecExemple("numero", 1);
        version.MapGet("/differences", ComparerVersions).WithName(nameof(ComparerVersions)).WithSummary("Ce qui change d'une version à l'autre, champ par champ")
            .Lit<DifferencesLues>(404).AvecExemple("id", IdsDemo.ConsultationAnesthesie).AvecExemple("numero", 1).AvecExemple("avec", 0);
        version.MapPost("/restauration", RestaurerVersion).WithName(nameof(RestaurerVersion)).WithSummary("Remettre une version dans la copie de travail, sans la publier")
            .EcritOffre().AvecExemple("id", IdsDemo.ConsultationCardiologie).AvecExemple("numero", 1);
    }

    private static Task<IResult> ListerVersions(
        Guid id, [AsParameters] ParametresPage page, IMediator mediator, Pagination pagination, HttpContext http, JsonFil json, CancellationToken ct) =>
        mediator.LirePage(p => new ListerVersionsQuery(id, p), page, pagination, http, json, ct);

    private static Task<IResult> ConsulterVersion(Guid id, int numero, IMediator mediator, JsonFil json, CancellationToken ct) =>
        mediator.Lire(new ConsulterVersionQuery(id, numero), json, ct);

    private static async Task<IResult> ComparerVersions(Guid id, int numero, int? avec, IMediator mediator, JsonFil json, CancellationToken ct)
    {
        var lu = await mediator.Send(new ComparerVersionsQuery(id, numero, avec), ct);
        return lu.EstSucces ? Reponse.De(Lire(lu.Valeur, json), json, version: numero) : new Probleme(lu.Erreurs);
    }

    // What the path names is looked for before anything else.
    private static async Task<IResult> RestaurerVersion(Guid id, int numero, IMediator mediator, EcritureHttp ecriture, CancellationToken ct)
    {
        var connue = await mediator.Send(new ConsulterVersionQuery(id, numero), ct);
        return connue.EstSucces ? await ecriture.Executer(version => new RestaurerVersionCommand(id, version, numero), ct) : new Probleme(connue.Erreurs);
    }

    private static DifferencesLues Lire(Comparaison comparaison, JsonFil json) => new(
        comparaison.Avant,
        comparaison.Apres,
        [.. comparaison.Differences.Select(d => new DifferenceLue(
            d.Section.Cle, d.Section.Titre, d.Champ.Pointeur, d.Champ.Libelle, Valeur(d, d.Avant, json), Valeur(d, d.Apres, json)))]);

    // As the section serves it, labels included.
    private static JsonNode? Valeur(Difference difference, ISection section, JsonFil json) =>
        JsonSerializer.SerializeToNode(section, difference.Section.Type, json.Options)![difference.Champ.Nom]?.DeepClone();
}
