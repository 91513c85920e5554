using System.Collections.Concurrent;
using System.Reflection;
using MediatR;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Ror.Application.Acces;
using Ror.Domain.Offres;
using Ror.Domain.Structures;

namespace Ror.Api.Http;

/// <summary>Endpoint filters that hold on whole groups.</summary>
internal static class Filtres
{
    private static readonly ConcurrentDictionary<Endpoint, HashSet<string>> Connus = new();

    /// <summary>404 or 403 on the object that the path names, before anything else is read.</summary>
    public static TBuilder AvecAcces<TBuilder>(this TBuilder groupe, TypeNoeud type, ActionOffre action = ActionOffre.Modifier)
        where TBuilder : IEndpointConventionBuilder => groupe.AddEndpointFilter(async (contexte, suite) =>
        {
            var http = contexte.HttpContext;
            var id = Guid.Parse((string)http.GetRouteValue("id")!);
            var acces = await http.RequestServices.GetRequiredService<IMediator>().Send(new VerifierAccesQuery(type, id, action), http.RequestAborted);
            return acces.EstSucces ? await suite(contexte) : new Probleme(acces.Erreurs);
        });

    /// <summary>Unknown or repeated query parameters, and values that do not bind, are refused.</summary>
    public static TBuilder AvecParametresStricts<TBuilder>(this TBuilder groupe)
        where TBuilder : IEndpointConventionBuilder => groupe.AddEndpointFilter(async (contexte, suite) =>
        {
            var http = contexte.HttpContext;
            var connus = Connus.GetOrAdd(http.GetEndpoint()!, Parametres);
            if (http.Request.Query.Keys.FirstOrDefault(nom => !connus.Contains(nom)) is { } inconnu)
            {
                return new Probleme(HttpErreurs.ParametreInconnu.Avec(inconnu) with { ValeursAdmises = [.. connus] });
            }

            // The framework has marked the answer when a parameter did not bind.
            return http.Response.StatusCode == StatusCodes.Status400BadRequest
                ? new Probleme(HttpErreurs.ParametreInvalide.Avec(string.Join(", ", http.Request.Query.Keys)))
                : await suite(contexte);
        });

    private static HashSet<string> Parametres(Endpoint endpoint)
    {
        var route = ((RouteEndpoint)endpoint).RoutePattern.Parameters.Select(p => p.Name).ToHashSet();
        return endpoint.Metadata.GetOrderedMetadata<IParameterBindingMetadata>()
            .Where(p => EstValeur(p.ParameterInfo.ParameterType) && !route.Contains(p.Name))
            .Select(p => p.ParameterInfo.GetCustomAttribute<FromQueryAttribute>()?.Name ?? p.Name).ToHashSet();
    }

    // The other parameters of a handler are services.
    private static bool EstValeur(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) is var t && (t.IsPrimitive || t.IsEnum || t == typeof(string) || t == typeof(Guid) || t == typeof(string[]));
}
