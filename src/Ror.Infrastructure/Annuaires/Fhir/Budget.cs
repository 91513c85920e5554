namespace Ror.Infrastructure.Annuaires.Fhir;

/// <summary>The time that one question may take: its requests, their retries and the waiting between them all draw on it.</summary>
internal sealed class Budget(TimeProvider horloge, TimeSpan total)
{
    private readonly long _debut = horloge.GetTimestamp();

    public static HttpRequestOptionsKey<Budget> Cle { get; } = new("budget");

    public TimeSpan Reste => total - horloge.GetElapsedTime(_debut) is var reste && reste > TimeSpan.Zero ? reste : TimeSpan.Zero;

    public static Budget De(HttpRequestMessage requete) =>
        requete.Options.TryGetValue(Cle, out var budget) ? budget : throw new InvalidOperationException("La requête n'a pas de budget.");
}
