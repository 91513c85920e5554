using System.Collections.Concurrent;
using System.Reflection;
using MediatR;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Primitives;
using Ror.Application.Acces;
using Ror.Application.Anomalies;
using Ror.Application.Commun;
using Ror.Application.Qualite;
using Ror.Domain.Acces;
using Ror.Domain.Anomalies;
using Ror.Domain.Offres;
using Ror.Domain.Structures;

namespace Ror.Api.Http;

/// <summary>Endpoint filters that hold on whole groups.</summary>
internal static class Filtres
{
    private static readonly ConcurrentDictionary<Endpoint, Dictionary<string, IParameterBindingMetadata>> Connus = new();

    /// <summary>404 or 403 on the object that the path names, before anything else is read.</summary>
    public static TBuilder AvecAcces<TBuilder>(this TBuilder groupe, TypeNoeud type, ActionOffre? action = null)
        where TBuilder : IEndpointConventionBuilder => groupe.WithMetadata(new TypeDeRoute(type)).AddEndpointFilter(async (contexte, suite) =>
        {
            var http = contexte.HttpContext;
            var id = Guid.Parse((string)http.GetRouteValue("id")!);
            var acces = await http.RequestServices.GetRequiredService<IMediator>().Send(new VerifierAccesQuery(type, id, action), http.RequestAborted);
            return acces.EstSucces ? await suite(contexte) : new Probleme(acces.Erreurs);
        });

    /// <summary>404 where the offer that the path names does not have the step that it names, before anything else is read.</summary>
    public static TBuilder AvecParcours<TBuilder>(this TBuilder groupe, string parcours)
        where TBuilder : IEndpointConventionBuilder => groupe.AddEndpointFilter(async (contexte, suite) =>
        {
            var http = contexte.HttpContext;
            var (id, etape) = (Guid.Parse((string)http.GetRouteValue("id")!), http.Request.Path.Value!.TrimEnd('/').Split('/')[^1]);
            var connue = await http.RequestServices.GetRequiredService<IMediator>().Send(new VerifierParcoursQuery(id, parcours, etape), http.RequestAborted);
            return connue.EstSucces ? await suite(contexte) : new Probleme(connue.Erreurs);
        });

    /// <summary>403 to whoever may not write structures of that kind, before anything else is read.</summary>
    public static TBuilder AvecDroit<TBuilder>(this TBuilder groupe, TypeNoeud type)
        where TBuilder : IEndpointConventionBuilder => groupe.AddEndpointFilter((contexte, suite) =>
            contexte.HttpContext.RequestServices.GetRequiredService<IAppelant>().Perimetre.Refuser(ActionOffre.Modifier, type, region: null) is { } interdit
                ? ValueTask.FromResult<object?>(new Probleme(interdit))
                : suite(contexte));

    /// <summary>404 on an anomaly that the caller does not see, before anything else is read.</summary>
    public static TBuilder AvecAnomalie<TBuilder>(this TBuilder groupe)
        where TBuilder : IEndpointConventionBuilder => groupe.WithMetadata(new TypeDeRoute(TypeObjet.Anomalie)).AddEndpointFilter(async (contexte, suite) =>
        {
            var http = contexte.HttpContext;
            var acces = await http.RequestServices.GetRequiredService<IMediator>().Send(new VerifierAnomalieQuery(Guid.Parse((string)http.GetRouteValue("id")!)), http.RequestAborted);
            return acces.EstSucces ? await suite(contexte) : new Probleme(acces.Erreurs);
        });

    /// <summary>403 to whoever may not declare anomalies, before anything else is read.</summary>
    public static TBuilder AvecDroitDeDeclarer<TBuilder>(this TBuilder groupe)
        where TBuilder : IEndpointConventionBuilder => groupe.AddEndpointFilter((contexte, suite) =>
            contexte.HttpContext.RequestServices.GetRequiredService<IAppelant>().Perimetre.PeutDeclarer
                ? suite(contexte)
                : ValueTask.FromResult<object?>(new Probleme(AnomalieErreurs.DeclarationNonPermise.Avec())));

    /// <summary>404 or 403 on the territory that the path names, before anything else is read.</summary>
    public static TBuilder AvecTerritoire<TBuilder>(this TBuilder groupe, bool estRegion)
        where TBuilder : IEndpointConventionBuilder => groupe.AddEndpointFilter(async (contexte, suite) =>
        {
            var http = contexte.HttpContext;
            var acces = await http.RequestServices.GetRequiredService<IMediator>().Send(new VerifierTerritoireQuery(new((string)http.GetRouteValue("code")!, estRegion)), http.RequestAborted);
            return acces.EstSucces ? await suite(contexte) : new Probleme(acces.Erreurs);
        });

    /// <summary>403 to whoever does not have that role, before anything else is read.</summary>
    public static TBuilder AvecRole<TBuilder>(this TBuilder groupe, string role)
        where TBuilder : IEndpointConventionBuilder => groupe.AddEndpointFilter((contexte, suite) =>
            contexte.HttpContext.RequestServices.GetRequiredService<IAppelant>().Perimetre.Roles.Contains(role)
                ? suite(contexte)
                : ValueTask.FromResult<object?>(new Probleme(Perimetre.RoleRequis.Avec(role))));

    /// <summary>Unknown or repeated query parameters, and values that do not bind, are refused.</summary>
    public static TBuilder AvecParametresStricts<TBuilder>(this TBuilder groupe)
        where TBuilder : IEndpointConventionBuilder => groupe.AddEndpointFilter(async (contexte, suite) =>
        {
            var http = contexte.HttpContext;
            var connus = Connus.GetOrAdd(http.GetEndpoint()!, Parametres);
            if (http.Request.Query.Keys.FirstOrDefault(nom => !connus.ContainsKey(nom)) is { } inconnu)
            {
                return new Probleme(HttpErreurs.ParametreInconnu.Avec(inconnu));
            }

            var invalides = http.Request.Query.Where(p => !Admet(Type(connus[p.Key]), p.Value)).Select(p => p.Key).ToList();

            // The framework has marked the answer when a parameter did not bind, or is not there.
            return invalides.Count > 0 || http.Response.StatusCode == StatusCodes.Status400BadRequest
                ? new Probleme(RequeteErreurs.ParametreInvalide.Avec(string.Join(", ", invalides.Count > 0 ? invalides : Absents(connus, http.Request.Query) is { Count: > 0 } absents ? absents : http.Request.Query.Keys)))
                : await suite(contexte);
        });

    private static List<string> Absents(Dictionary<string, IParameterBindingMetadata> connus, IQueryCollection requete) =>
        [.. connus.Where(p => !p.Value.IsOptional && !Type(p.Value).IsArray && !requete.ContainsKey(p.Key)).Select(p => p.Key)];

    // Binding is lenient where the contract is not: it takes the first of several values, and a number or a sum for an enum.
    private static bool Admet(Type type, StringValues valeurs) =>
        type.IsArray || (valeurs.Count == 1 && (!type.IsEnum || Enum.GetNames(type).Contains(valeurs[0])));

    private static Dictionary<string, IParameterBindingMetadata> Parametres(Endpoint endpoint)
    {
        var route = ((RouteEndpoint)endpoint).RoutePattern.Parameters.Select(p => p.Name).ToHashSet();
        return endpoint.Metadata.GetOrderedMetadata<IParameterBindingMetadata>()
            .Where(p => EstValeur(Type(p)) && !route.Contains(p.Name))
            .ToDictionary(p => p.ParameterInfo.GetCustomAttribute<FromQueryAttribute>()?.Name ?? p.Name);
    }

    private static Type Type(IParameterBindingMetadata parametre) => Nullable.GetUnderlyingType(parametre.ParameterInfo.ParameterType) ?? parametre.ParameterInfo.ParameterType;

    // The other parameters of a handler are services.
    private static bool EstValeur(Type type) => type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(Guid) || type == typeof(DateOnly) || type == typeof(string[]);
}
