using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Ror.Api.Tests;

/// <summary>A national FHIR directory on a port of its own, which answers what it is told to.</summary>
internal sealed class AnnuaireDeTest : IAsyncDisposable
{
    private const string Nos = "https://mos.esante.gouv.fr/NOS";

    private readonly WebApplication _serveur;

    private AnnuaireDeTest(WebApplication serveur) => _serveur = serveur;

    public string Adresse => _serveur.Urls.Single();

    /// <summary>What each kind of resource answers; nothing: an empty Bundle.</summary>
    public ConcurrentDictionary<string, string[]> Ressources { get; } = new();

    /// <summary>It answers this status instead.</summary>
    public int? Panne { get; set; }

    public static async Task<AnnuaireDeTest> DemarrerAsync()
    {
        var batisseur = WebApplication.CreateSlimBuilder();
        batisseur.Logging.ClearProviders();
        batisseur.WebHost.UseUrls("http://127.0.0.1:0");
        var annuaire = new AnnuaireDeTest(batisseur.Build());
        annuaire._serveur.Run(annuaire.RepondreAsync);
        await annuaire._serveur.StartAsync();
        return annuaire;
    }

    public static string Praticien(string rpps, string nom = "EXEMPLE") => $$"""
        {"resourceType":"Practitioner","id":"p1","active":true,"identifier":[{{Identifiant("RPPS", rpps)}}],
         "name":[{"family":"{{nom}}","given":["CAMILLE"],"prefix":["MME"],"suffix":["DR"]}],
         "qualification":[{"code":{"coding":[{{Code("G15", "10")}},{{Code("R09", "C")}}] } },{"code":{"coding":[{{Code("R04", "S")}},{{Code("R38", "SM54")}}] } }] }
        """;

    public static string Role() => $$"""
        {"resourceType":"PractitionerRole","id":"r1","active":true,"practitioner":{"reference":"Practitioner/p1"},"organization":{"reference":"Organization/o1"},
         "code":[{"coding":[{{Code("R22", "GENR01")}}] },{"coding":[{{Code("R23", "L")}}] }] }
        """;

    public static string Organisation(string type, string numero, string nom, string? categorie = null, bool actif = true) => $$"""
        {"resourceType":"Organization","id":"o1","active":{{(actif ? "true" : "false")}},"meta":{"lastUpdated":"2026-11-20T10:00:00Z"},"name":"{{nom}}",
         "identifier":[{{Identifiant(type, numero)}}],"type":[{"coding":[{{(categorie is null ? Code("R02", "SA07") : Code("R66", categorie))}}] }],
         "address":[{"city":"ALBI","postalCode":"81000","extension":[{"url":"https://hl7.fr/ig/fhir/core/StructureDefinition/fr-core-address-insee-code","valueCoding":{"code":"81004"} } ] } ] }
        """;

    public async ValueTask DisposeAsync() => await _serveur.DisposeAsync();

    private static string Code(string tre, string code) => $$"""{"system":"{{Nos}}/TRE_{{tre}}-Nom/FHIR/TRE-{{tre}}-Nom","code":"{{code}}" }""";

    private static string Identifiant(string type, string valeur) => $$"""{"value":"{{valeur}}","type":{"coding":[{"system":"https://hl7.fr/ig/fhir/core/CodeSystem/fr-core-cs-v2-0203","code":"{{type}}"} ] } }""";

    private async Task RepondreAsync(HttpContext http)
    {
        http.Response.ContentType = "application/fhir+json";
        if (Panne is { } panne)
        {
            http.Response.StatusCode = panne;
            return;
        }

        var entrees = Ressources.GetValueOrDefault(http.Request.Path.Value!.Split('/')[^1], []).Select(r => $$"""{"resource":{{r}} }""");
        await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes($$"""{"resourceType":"Bundle","type":"searchset","entry":[{{string.Join(',', entrees)}}] }"""));
    }
}
