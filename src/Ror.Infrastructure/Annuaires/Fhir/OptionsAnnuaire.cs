using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Ror.Infrastructure.Persistence;

namespace Ror.Infrastructure.Annuaires.Fhir;

/// <summary>Section <c>Annuaire</c> of the configuration: the national FHIR directory, and how it is asked. Nothing of it is ever written whole: it holds secrets.</summary>
public sealed partial class OptionsAnnuaire
{
    public const int DelaiMax = 60;

    /// <summary>What the directory grants one application, in requests per second.</summary>
    public const int DebitMax = 17;

    /// <summary>Base of the FHIR service, with its version; without it there is no directory.</summary>
    public string? Adresse { get; set; }

    public string? Cle { get; set; }

    public string EnTeteCle { get; set; } = "ESANTE-API-KEY";

    public OptionsOAuth? OAuth { get; set; }

    /// <summary>Seconds that one question may take, its pages and retries included.</summary>
    public int Delai { get; set; } = 10;

    /// <summary>Requests per second of this process, whatever they are sent for.</summary>
    public int Debit { get; set; } = 10;

    internal bool EstConfigure => !string.IsNullOrWhiteSpace(Adresse);

    internal TimeSpan DelaiQuestion => TimeSpan.FromSeconds(Delai);

    private bool PorteUnSecret => Cle is not null || OAuth is not null;

    /// <param name="fautes">Receives one sentence per fault; no secret is repeated.</param>
    /// <returns>Null when the section cannot be read.</returns>
    public static OptionsAnnuaire? Lire(IConfiguration configuration, ICollection<string> fautes)
    {
        var options = configuration.Lire<OptionsAnnuaire>("Annuaire", fautes);
        foreach (var faute in options?.Fautes() ?? [])
        {
            fautes.Add(faute);
        }

        return options;
    }

    /// <summary>The base, whose last segment is a folder: relative addresses go below it.</summary>
    internal Uri Base() => new(Adresse!.TrimEnd('/') + "/");

    private IEnumerable<string> Fautes()
    {
        if (!EstConfigure && PorteUnSecret)
        {
            yield return "Annuaire:Adresse : donnez-la, ou retirez Annuaire:Cle et Annuaire:OAuth.";
        }

        if (EstConfigure && FauteAdresse(Adresse!, PorteUnSecret) is { } faute)
        {
            yield return $"Annuaire:Adresse : {faute}";
        }

        if (Delai is < 1 or > DelaiMax)
        {
            yield return $"Annuaire:Delai : de 1 à {DelaiMax} secondes.";
        }

        if (Debit is < 1 or > DebitMax)
        {
            yield return $"Annuaire:Debit : de 1 à {DebitMax} requêtes par seconde.";
        }

        foreach (var autre in FautesDesSecrets())
        {
            yield return autre;
        }
    }

    private IEnumerable<string> FautesDesSecrets()
    {
        if (Cle is not null && OAuth is not null)
        {
            yield return "Annuaire:Cle et Annuaire:OAuth : donnez l'une ou l'autre.";
        }

        if (Cle is not null && !Visible().IsMatch(Cle))
        {
            yield return "Annuaire:Cle : des caractères ASCII visibles, sans espace.";
        }

        if (!EstUnEnTete(EnTeteCle))
        {
            yield return "Annuaire:EnTeteCle : un nom d'en-tête HTTP.";
        }

        if (OAuth is not null && (FauteAdresse(OAuth.Jeton ?? "", true) is { } faute))
        {
            yield return $"Annuaire:OAuth:Jeton : {faute}";
        }

        if (OAuth is not null && (string.IsNullOrWhiteSpace(OAuth.Client) || string.IsNullOrWhiteSpace(OAuth.Secret)))
        {
            yield return "Annuaire:OAuth : donnez Client et Secret.";
        }
    }

    private static string? FauteAdresse(string adresse, bool unSecretYVoyage) =>
        !Uri.TryCreate(adresse, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.UserInfo.Length + uri.Query.Length + uri.Fragment.Length > 0
            ? "une adresse http(s) complète, sans compte, sans « ? » ni « # »."
            : unSecretYVoyage && uri.Scheme != Uri.UriSchemeHttps && !uri.IsLoopback ? "https, puisqu'un secret y voyage." : null;

    // One that a request may carry: not that of a body.
    private static bool EstUnEnTete(string? nom)
    {
        using var essai = new HttpRequestMessage();
        return nom is not null && NomDEnTete().IsMatch(nom) && essai.Headers.TryAddWithoutValidation(nom, "");
    }

    [GeneratedRegex(@"^[\x21-\x7e]{1,4096}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Visible();

    [GeneratedRegex(@"^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}\z", RegexOptions.CultureInvariant)]
    private static partial Regex NomDEnTete();
}

/// <summary>OAuth2 client credentials, in place of a key.</summary>
public sealed class OptionsOAuth
{
    /// <summary>Address of the token endpoint.</summary>
    public string? Jeton { get; set; }

    public string? Client { get; set; }

    public string? Secret { get; set; }

    public string? Portee { get; set; }
}
