using System.Diagnostics;
using System.Globalization;
using System.Security.Claims;
using Microsoft.Extensions.Options;
using Ror.Api.Http;
using Ror.Application.Commun;
using Ror.Domain.Acces;
using Ror.Domain.Commun;
using Ror.Domain.Identifiants;

namespace Ror.Api.Acces;

/// <summary>Names of the claims, so that any issuer can be used as it is.</summary>
public sealed class Revendications
{
    public string Roles { get; set; } = "ror_roles";

    public string Etablissements { get; set; } = "ror_etablissements";

    public string Regions { get; set; } = "ror_regions";

    public string Profil { get; set; } = "ror_profil";

    public string Rpps { get; set; } = "rpps";
}

/// <summary>The caller, read from the claims of the token; outside a request, the service itself.</summary>
internal sealed class AppelantHttp : IAppelant
{
    private static readonly string[] QuiParle = ["sub", "client_id", "azp"];

    public AppelantHttp(IHttpContextAccessor acces, IOptions<Revendications> revendications)
    {
        var http = acces.HttpContext;
        var utilisateur = http?.User ?? new ClaimsPrincipal();
        Sujet = SujetDe(utilisateur) ?? "service";
        Nom = utilisateur.FindFirstValue("name");
        Perimetre = Lire(utilisateur, revendications.Value);
        EnAnglais = http is not null && Langue.EnAnglais(http.Request);
        Origine = http?.Connection.RemoteIpAddress?.ToString();
        TraceId = Activity.Current?.TraceId.ToHexString();
    }

    public string Sujet { get; }

    public string? Nom { get; }

    public Perimetre Perimetre { get; }

    public bool EnAnglais { get; }

    public string? Origine { get; }

    public string? TraceId { get; }

    /// <summary>The subject, or the client of a machine token; null when the token names nobody, or in a way that the audit cannot keep.</summary>
    public static string? SujetDe(ClaimsPrincipal utilisateur) =>
        QuiParle.Select(utilisateur.FindFirstValue).FirstOrDefault(valeur => !string.IsNullOrWhiteSpace(valeur)) is { Length: <= 255 } sujet && Texte.EstSain(sujet) ? sujet : null;

    public static Liste<string> Roles(ClaimsPrincipal utilisateur, Revendications noms) =>
        utilisateur.FindAll(noms.Roles).Select(c => c.Value).Where(Role.Tous.Contains).Distinct().EnListe();

    // What cannot be read gives no right: an unknown role, a malformed establishment, a profile out of range.
    private static Perimetre Lire(ClaimsPrincipal utilisateur, Revendications noms) => new(
        Roles(utilisateur, noms),
        utilisateur.FindAll(noms.Etablissements).Select(c => c.Value).Where(v => IdNatStruct.Lire(v) is not null).Distinct().EnListe(),
        utilisateur.FindAll(noms.Regions).Select(c => c.Value).Where(Ror.Domain.Territoires.Departements.ParRegion.ContainsKey).Distinct().EnListe(),
        utilisateur.FindAll(noms.Profil).ToList() is [var unique] && int.TryParse(unique.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var profil)
            && profil <= Perimetre.ProfilMax ? profil : 0,
        utilisateur.FindFirstValue(noms.Rpps));
}
