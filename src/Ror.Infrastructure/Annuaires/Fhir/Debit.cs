namespace Ror.Infrastructure.Annuaires.Fhir;

/// <summary>
/// A token bucket that every request of the process goes through: at most <paramref name="parSeconde"/> per second in the long run, and never more than
/// what the directory grants in any one second. Whoever must wait knows how long before waiting, in the order of arrival.
/// </summary>
// Ours, because the framework's measures time by itself: it neither follows a TimeProvider nor tells a waiter how long it will be.
internal sealed class Debit(int parSeconde, TimeProvider horloge)
{
    private static readonly string Encombrement = "Trop de questions à la fois pour le débit que permet l'annuaire national.";

    private readonly Lock _verrou = new();
    // Rounded up: seventeen of them must fill a second.
    private readonly TimeSpan _pas = Pas(parSeconde);
    private readonly TimeSpan _avance = Pas(parSeconde) * (Math.Min(4, OptionsAnnuaire.DebitMax + 1 - parSeconde) - 1);
    private readonly long _origine = horloge.GetTimestamp();
    private TimeSpan _prochain;

    /// <param name="auPlus">A longer wait is refused at once, and takes no place.</param>
    /// <exception cref="PanneAnnuaireException">Too many are waiting.</exception>
    public async Task AttendreAsync(TimeSpan auPlus, CancellationToken ct)
    {
        var attente = Reserver(auPlus) ?? throw new PanneAnnuaireException(Encombrement);
        if (attente > TimeSpan.Zero)
        {
            await Task.Delay(attente, horloge, ct);
        }
    }

    private static TimeSpan Pas(int parSeconde) => TimeSpan.FromTicks((TimeSpan.TicksPerSecond + parSeconde - 1) / parSeconde);

    // A caller who gives up while waiting leaves the place empty: fewer requests, never more.
    private TimeSpan? Reserver(TimeSpan auPlus)
    {
        lock (_verrou)
        {
            var maintenant = horloge.GetElapsedTime(_origine);
            var prevu = _prochain > maintenant ? _prochain : maintenant;
            var attente = prevu - _avance - maintenant;
            if (attente > auPlus)
            {
                return null;
            }

            _prochain = prevu + _pas;
            return attente;
        }
    }
}
