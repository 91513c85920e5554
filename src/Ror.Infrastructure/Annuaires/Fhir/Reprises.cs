using System.Net;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Ror.Infrastructure.Annuaires.Fhir;

/// <summary>
/// One request, until it is answered whole or the budget of its question is spent: budget, then retries, then the circuit, then the rate, then one attempt with its own
/// limit. The body is part of the attempt: a connection that dies in the middle of it is tried again like any other.
/// </summary>
internal sealed class Reprises : DelegatingHandler
{
    private static readonly ResiliencePropertyKey<HttpRequestMessage> Requete = new("requete");
    private static readonly HttpRequestOptionsKey<bool> JetonRenouvele = new("jeton-renouvele");

    // Of the whole budget: a second attempt must fit.
    private const double PartDUneTentative = 0.6;

    private readonly Habilitation _habilitation;
    private readonly Debit _debit;
    private readonly TimeProvider _horloge;
    private readonly ResiliencePipeline<HttpResponseMessage> _ensemble;
    private readonly ResiliencePipeline<HttpResponseMessage> _tentative;

    public Reprises(HttpMessageHandler suite, OptionsAnnuaire options, Habilitation habilitation, Debit debit, TimeProvider horloge)
        : base(suite)
    {
        (_habilitation, _debit, _horloge) = (habilitation, debit, horloge);
        _ensemble = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = horloge }
            .AddTimeout(new TimeoutStrategyOptions { TimeoutGenerator = e => new(Duree(BudgetDe(e.Context).Reste)) })
            .AddRetry(Reprise())
            .AddCircuitBreaker(Disjoncteur())
            .Build();
        // A little less than what is left: it is then the attempt that is too slow, and the circuit learns of it.
        _tentative = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = horloge }
            .AddTimeout(new TimeoutStrategyOptions
            {
                TimeoutGenerator = e => new(Duree(TimeSpan.FromTicks(Math.Min((options.DelaiQuestion * PartDUneTentative).Ticks, (BudgetDe(e.Context).Reste * 0.95).Ticks)))),
            })
            .Build();
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => ExecuterAsync(
        _ensemble, request, async (requete, ct) =>
        {
            await _debit.AttendreAsync(Budget.De(requete).Reste / 2, ct);
            return await ExecuterAsync(_tentative, requete, TenterAsync, ct);
        }, cancellationToken);

    private static async Task<HttpResponseMessage> ExecuterAsync(
        ResiliencePipeline<HttpResponseMessage> pipeline, HttpRequestMessage requete, Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> acte, CancellationToken ct)
    {
        var contexte = ResilienceContextPool.Shared.Get(ct);
        contexte.Properties.Set(Requete, requete);
        try
        {
            return await pipeline.ExecuteAsync(async c => await acte(requete, c.CancellationToken), contexte);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(contexte);
        }
    }

    private async Task<HttpResponseMessage> TenterAsync(HttpRequestMessage requete, CancellationToken ct)
    {
        await _habilitation.MontrerAsync(requete, ct);
        var reponse = await base.SendAsync(requete, ct);
        try
        {
            await CorpsBorne.RetenirAsync(reponse, ct);
            return reponse;
        }
        catch
        {
            reponse.Dispose();
            throw;
        }
    }

    private RetryStrategyOptions<HttpResponseMessage> Reprise() => new()
    {
        MaxRetryAttempts = 3,
        Delay = TimeSpan.FromMilliseconds(200),
        MaxDelay = TimeSpan.FromSeconds(2),
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        ShouldHandle = e => new(JetonPerime(e.Context, e.Outcome.Result) || (EstPassagere(e.Outcome) && (Attente(e.Outcome.Result) ?? TimeSpan.Zero) < BudgetDe(e.Context).Reste)),
        DelayGenerator = e => new(e.Outcome.Result?.StatusCode == HttpStatusCode.Unauthorized ? TimeSpan.Zero : Attente(e.Outcome.Result)),
        OnRetry = e =>
        {
            if (e.Outcome.Result?.StatusCode == HttpStatusCode.Unauthorized)
            {
                RequeteDe(e.Context).Options.Set(JetonRenouvele, true);
                _habilitation.Oublier(RequeteDe(e.Context));
            }

            e.Outcome.Result?.Dispose();
            return default;
        },
    };

    private static CircuitBreakerStrategyOptions<HttpResponseMessage> Disjoncteur() => new()
    {
        FailureRatio = 0.5,
        MinimumThroughput = 10,
        SamplingDuration = TimeSpan.FromSeconds(30),
        BreakDuration = TimeSpan.FromSeconds(15),
        ShouldHandle = e => new(EstUneFaute(e.Outcome.Exception) || e.Outcome.Result is { StatusCode: HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError }),
    };

    private static bool EstPassagere(Outcome<HttpResponseMessage> issue) => EstUneFaute(issue.Exception)
        || issue.Exception is PanneAnnuaireException { Passagere: true }
        || issue.Result?.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    private static bool EstUneFaute(Exception? exception) => exception is HttpRequestException or IOException or TimeoutRejectedException;

    // Once for a request: a new token that is refused too says that the client is.
    private bool JetonPerime(ResilienceContext contexte, HttpResponseMessage? reponse) =>
        _habilitation.EstParJeton && reponse?.StatusCode == HttpStatusCode.Unauthorized && !RequeteDe(contexte).Options.TryGetValue(JetonRenouvele, out _);

    /// <summary>What Retry-After asks for; null when it asks for nothing that can be read.</summary>
    private TimeSpan? Attente(HttpResponseMessage? reponse)
    {
        if (reponse?.Headers.RetryAfter is not { } entete)
        {
            // More seconds than a number holds is an answer too.
            return reponse?.Headers.TryGetValues("Retry-After", out var valeurs) == true && valeurs.First() is { Length: > 0 } texte && texte.All(char.IsAsciiDigit) ? TimeSpan.MaxValue : null;
        }

        var attente = entete.Delta ?? entete.Date - _horloge.GetUtcNow();
        return attente < TimeSpan.Zero ? TimeSpan.Zero : attente;
    }

    private static HttpRequestMessage RequeteDe(ResilienceContext contexte) => contexte.Properties.GetValue(Requete, null!);

    private static Budget BudgetDe(ResilienceContext contexte) => Budget.De(RequeteDe(contexte));

    // Polly takes zero for "no limit".
    private static TimeSpan Duree(TimeSpan duree) => duree > TimeSpan.FromMilliseconds(1) ? duree : TimeSpan.FromMilliseconds(1);
}
