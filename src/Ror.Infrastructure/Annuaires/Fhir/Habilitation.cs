using System.Net.Http.Headers;

namespace Ror.Infrastructure.Annuaires.Fhir;

/// <summary>What a request shows to be let in: a key, a token, or nothing. Only requests to the configured service carry it.</summary>
internal sealed class Habilitation(OptionsAnnuaire options, JetonOAuth? jetons)
{
    private readonly Uri _base = options.Base();

    public bool EstParJeton => jetons is not null;

    public async Task MontrerAsync(HttpRequestMessage requete, CancellationToken ct)
    {
        if (!_base.EstSousMoi(requete.RequestUri!))
        {
            throw new InvalidOperationException("Une clé n'est montrée qu'à l'annuaire configuré.");
        }

        if (options.Cle is { } cle)
        {
            requete.Headers.Remove(options.EnTeteCle);
            requete.Headers.TryAddWithoutValidation(options.EnTeteCle, cle);
        }
        else if (jetons is not null)
        {
            requete.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await jetons.ObtenirAsync(ct));
        }
    }

    /// <summary>The token that this request showed was refused: the next one gets another.</summary>
    public void Oublier(HttpRequestMessage requete) => jetons?.Oublier(requete.Headers.Authorization?.Parameter);
}
