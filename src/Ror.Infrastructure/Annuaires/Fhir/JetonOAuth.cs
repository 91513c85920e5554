using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Ror.Infrastructure.Annuaires.Fhir;

/// <summary>Access token by client credentials, kept until shortly before it expires; asked for once, whoever many wait for it.</summary>
internal sealed partial class JetonOAuth(OptionsOAuth options, HttpMessageInvoker envoi, TimeProvider horloge) : IDisposable
{
    // RFC 6749 lets a server say no lifetime.
    private const int DureeInconnue = 60;

    private static readonly TimeSpan Marge = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _un = new(1);
    private volatile Jeton? _courant;

    /// <exception cref="PanneAnnuaireException">None is given.</exception>
    public async Task<string> ObtenirAsync(CancellationToken ct)
    {
        if (Valide() is { } connu)
        {
            return connu;
        }

        await _un.WaitAsync(ct);
        try
        {
            return Valide() ?? (_courant = await DemanderAsync(ct)).Valeur;
        }
        finally
        {
            _un.Release();
        }
    }

    /// <summary>Unless another was obtained meanwhile.</summary>
    public void Oublier(string? jeton)
    {
        if (_courant is { } courant && courant.Valeur == jeton)
        {
            Interlocked.CompareExchange(ref _courant, null, courant);
        }
    }

    public void Dispose() => _un.Dispose();

    private string? Valide() => _courant is { } jeton && horloge.GetUtcNow() < jeton.Jusqua ? jeton.Valeur : null;

    private async Task<Jeton> DemanderAsync(CancellationToken ct)
    {
        using var requete = new HttpRequestMessage(HttpMethod.Post, options.Jeton);
        requete.Headers.Authorization = new AuthenticationHeaderValue("Basic", Identite());
        requete.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        var champs = new Dictionary<string, string> { ["grant_type"] = "client_credentials" };
        if (!string.IsNullOrWhiteSpace(options.Portee))
        {
            champs["scope"] = options.Portee;
        }

        requete.Content = new FormUrlEncodedContent(champs);
        var recu = await RecevoirAsync(requete, ct);
        var duree = TimeSpan.FromSeconds(Math.Clamp(recu.Duree ?? DureeInconnue, 0, 86_400));
        return new(recu.Jeton!, horloge.GetUtcNow() + duree - (duree / 10 < Marge ? duree / 10 : Marge));
    }

    private async Task<Reponse> RecevoirAsync(HttpRequestMessage requete, CancellationToken ct)
    {
        try
        {
            using var reponse = await envoi.SendAsync(requete, ct);
            await CorpsBorne.RetenirAsync(reponse, ct);
            var statut = (int)reponse.StatusCode;
            if (statut != 200)
            {
                throw new PanneAnnuaireException($"Le service de jetons de l'annuaire national refuse ou ne sert pas ({statut}).", statut is 429 or >= 500);
            }

            var recu = JsonSerializer.Deserialize<Reponse>(await reponse.Content.ReadAsByteArrayAsync(ct));
            return recu?.Jeton is { } jeton && B64Token().IsMatch(jeton) && string.Equals(recu.Genre ?? "Bearer", "Bearer", StringComparison.OrdinalIgnoreCase) ? recu : throw new JsonException();
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new PanneAnnuaireException("Le service de jetons de l'annuaire national ne répond pas.", passagere: true);
        }
        catch (JsonException)
        {
            throw new PanneAnnuaireException("Le service de jetons de l'annuaire national a envoyé autre chose qu'un jeton.");
        }
    }

    // RFC 6749 §2.3.1: both are form-encoded before they are joined.
    private string Identite() => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(options.Client!)}:{Uri.EscapeDataString(options.Secret!)}"));

    [GeneratedRegex(@"^[A-Za-z0-9._~+/=-]{1,16384}\z", RegexOptions.CultureInvariant)]
    private static partial Regex B64Token();

    private sealed record Jeton(string Valeur, DateTimeOffset Jusqua);

    private sealed record Reponse(
        [property: JsonPropertyName("access_token")] string? Jeton,
        [property: JsonPropertyName("token_type")] string? Genre,
        [property: JsonPropertyName("expires_in"), JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)] long? Duree);
}
