using System.Globalization;
using System.Text.RegularExpressions;
using MediatR;
using Ror.Api.Http;
using Ror.Application.Commun;
using Ror.Application.Demo;
using Ror.Application.Diffusion;
using Ror.Application.Offres;
using Ror.Application.Offres.ExceptionsHoraires;
using Ror.Domain.Identifiants;
using Ror.Domain.Offres;
using Ror.Domain.Offres.Sections;

namespace Ror.Api.Endpoints;

/// <summary>Exceptions of the typical week, one at a time; and what the hours come to: open then?</summary>
internal static partial class HorairesEndpoints
{
    public static void Map(RouteGroupBuilder offre)
    {
        var exceptions = offre.MapGroup("/exceptions-horaires").WithTags("Horaires");
        exceptions.MapPost("", AjouterExceptionHoraire).WithName(nameof(AjouterExceptionHoraire)).WithSummary("Ajouter une fermeture temporaire ou un horaire exceptionnel, aussitôt et sans valider d'étape")
            .AjouteAOffre().AvecExemple("id", IdsDemo.HcChirurgieBariatrique).AvecCorpsExemple(Exemples.ExceptionHoraire);
        exceptions.MapDelete("/{exceptionId:guid}", RetirerExceptionHoraire).WithName(nameof(RetirerExceptionHoraire)).WithSummary("Retirer une exception d'horaire")
            .EcritOffre().AvecExemple("id", IdsDemo.HcChirurgieBariatrique).AvecExemple("exceptionId", IdsDemo.ExceptionBariatrique);
        offre.MapGet("/ouverture", ConsulterOuverture).WithTags("Horaires").WithName(nameof(ConsulterOuverture)).WithSummary("Ouverte à cet instant ? D'après la copie de travail")
            .Lit<OuvertureLue>(404).AvecExemple("id", IdsDemo.ConsultationCardiologie).AvecExemple("le", Exemples.Instant).AvecExemple("type", Exemples.TypeHoraire);
    }

    public static void MapPubliees(RouteGroupBuilder offres) =>
        offres.MapGet("/{identifiant}/ouverture", ConsulterOuverturePubliee).WithName(nameof(ConsulterOuverturePubliee)).WithSummary("Ouverte à cet instant ? D'après ce qui est publié")
            .Lit<OuvertureLue>(404).AvecExemple("identifiant", "76-100001").AvecExemple("le", Exemples.Instant).AvecExemple("type", Exemples.TypeHoraire);

    private static Task<IResult> AjouterExceptionHoraire(Guid id, Corps<ExceptionHoraire> corps, EcritureHttp ecriture, CancellationToken ct) =>
        ecriture.Ajouter(corps, (version, exception) => new AjouterExceptionHoraireCommand(id, version, exception), ct);

    private static Task<IResult> RetirerExceptionHoraire(Guid id, Guid exceptionId, EcritureHttp ecriture, CancellationToken ct) =>
        ecriture.Executer(version => new RetirerExceptionHoraireCommand(id, version, exceptionId), ct);

    private static Task<IResult> ConsulterOuverture(Guid id, string? le, string? type, IMediator mediator, JsonFil json, CancellationToken ct) =>
        Lire(le, moment => mediator.Lire(new ConsulterOuvertureQuery(id, moment, type), json, ct));

    private static Task<IResult> ConsulterOuverturePubliee(string identifiant, string? le, string? type, IMediator mediator, JsonFil json, CancellationToken ct) =>
        IdentifiantRegional.Lire(identifiant) is { } lu
            ? Lire(le, moment => mediator.Lire(new ConsulterOuverturePublieeQuery(lu, moment, type), json, ct))
            : Task.FromResult<IResult>(new Probleme(OffreErreurs.Introuvable.Avec()));

    // Without an offset nobody knows which instant it is.
    private static Task<IResult> Lire(string? le, Func<DateTime?, Task<IResult>> suite) =>
        le is null ? suite(null)
        : FormeInstant().IsMatch(le) && DateTimeOffset.TryParse(le, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant) && instant.UtcDateTime is { Year: >= 1900 and <= 2100 } moment
            ? suite(moment)
            : Task.FromResult<IResult>(new Probleme(RequeteErreurs.ParametreInvalide.Avec("le")));

    [GeneratedRegex("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,7})?)?(Z|[+-][0-9]{2}:[0-9]{2})\\z", RegexOptions.CultureInvariant)]
    private static partial Regex FormeInstant();
}
