using Ror.Application.ModelesSaisie;
using Ror.Application.Offres;

namespace Ror.Api.Endpoints;

/// <summary>What the OpenAPI document says of an operation beyond its types.</summary>
internal sealed record ProblemesDocumentes(IReadOnlyList<int> Statuts);

/// <summary>The operation needs <c>If-Match</c>.</summary>
internal sealed record IfMatchDocumente;

/// <summary>The operation accepts <c>Idempotency-Key</c>.</summary>
internal sealed record IdempotenceDocumentee;

/// <summary>Values that make the operation work on the demo data.</summary>
internal sealed record ExempleDocumente(string? Parametre, object Valeur);

/// <summary>Whose token makes the example work.</summary>
internal sealed record PersonaDocumente(string Nom)
{
    public const string ParDefaut = "responsable-ch-albi";
}

internal static class Documentation
{
    public static RouteHandlerBuilder AvecPersona(this RouteHandlerBuilder builder, string persona) => builder.WithMetadata(new PersonaDocumente(persona));

    public static TBuilder AvecProblemes<TBuilder>(this TBuilder builder, params int[] statuts)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new ProblemesDocumentes(statuts));

    public static RouteHandlerBuilder AvecExemple(this RouteHandlerBuilder builder, string parametre, object valeur) =>
        builder.WithMetadata(new ExempleDocumente(parametre, valeur));

    /// <summary>Example of the body, in the shape of the body.</summary>
    public static RouteHandlerBuilder AvecCorpsExemple(this RouteHandlerBuilder builder, object corps) =>
        builder.WithMetadata(new ExempleDocumente(null, corps)).AvecProblemes(413, 415, 422);

    /// <summary>A write on an existing offer.</summary>
    public static RouteHandlerBuilder EcritOffre(this RouteHandlerBuilder builder, int statut = StatusCodes.Status200OK) =>
        statut == StatusCodes.Status204NoContent ? builder.AvecIfMatch().Produces(statut) : builder.Ecrit<OffreLue>();

    /// <summary>A write on an existing object, which answers its representation.</summary>
    public static RouteHandlerBuilder Ecrit<T>(this RouteHandlerBuilder builder) => builder.AvecIfMatch().Produces<T>();

    /// <summary>An act of an administrator on a modèle.</summary>
    public static RouteHandlerBuilder EcritModele(this RouteHandlerBuilder builder, Guid id, int statut = StatusCodes.Status200OK) => (statut switch
    {
        StatusCodes.Status204NoContent => builder.AvecIfMatch().Produces(statut),
        StatusCodes.Status201Created => builder.Cree<ModeleSaisieLu>(),
        _ => builder.Ecrit<ModeleSaisieLu>(),
    }).AvecPersona("administrateur").AvecExemple("id", id);

    /// <summary>Something that is added to an existing offer.</summary>
    public static RouteHandlerBuilder AjouteAOffre(this RouteHandlerBuilder builder) => builder.AvecIfMatch().Cree<OffreLue>();

    /// <summary>A creation.</summary>
    public static RouteHandlerBuilder Cree<T>(this RouteHandlerBuilder builder) =>
        builder.WithMetadata(new IdempotenceDocumentee()).AvecProblemes(400, 401, 403, 404, 409, 413, 415, 422).Produces<T>(StatusCodes.Status201Created);

    /// <summary>A read.</summary>
    public static RouteHandlerBuilder Lit<T>(this RouteHandlerBuilder builder, params int[] statuts) =>
        builder.Produces<T>().AvecProblemes([400, 401, 403, .. statuts]);

    private static RouteHandlerBuilder AvecIfMatch(this RouteHandlerBuilder builder) =>
        builder.WithMetadata(new IfMatchDocumente()).AvecProblemes(400, 401, 403, 404, 409, 412, 428);
}
