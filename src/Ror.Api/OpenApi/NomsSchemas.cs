using System.Text.RegularExpressions;
using Ror.Api.Http;
using Ror.Application.Annuaires;
using Ror.Application.Imports;
using Ror.Application.Offres;
using Ror.Application.Offres.ParcoursLiberal;
using Ror.Domain.Nomenclatures;

namespace Ror.Api.OpenApi;

/// <summary>Schema names that generated clients read well: <c>Offre</c>, <c>PageOffreResumee</c>, <c>EtapeContacts</c>.</summary>
internal static partial class NomsSchemas
{
    public static string De(Type type) => type switch
    {
        { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(PageLue<>) => $"Page{De(type.GetGenericArguments()[0])}",
        { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(EtapeLue<>) => $"Etape{De(type.GetGenericArguments()[0])}",
        { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(PreremplissageEtapeLu<>) => $"Preremplissage{De(type.GetGenericArguments()[0])}",
        { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(ActualisationLue<>) => $"Actualisation{De(type.GetGenericArguments()[0])}",
        _ when type == typeof(LigneLue) => "LigneDeRapport",
        _ when type == typeof(CodeNos) => "CodeSaisi",
        _ => Participe().Replace(type.Name, ""),
    };

    [GeneratedRegex("(Lue|Lu)$", RegexOptions.CultureInvariant)]
    private static partial Regex Participe();
}
