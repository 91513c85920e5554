namespace Ror.Infrastructure.Tests.Fhir;

/// <summary>Time that passes when it is told to; timers fire in their order.</summary>
internal sealed class HorlogeDeTest : TimeProvider
{
    private readonly Lock _verrou = new();
    private readonly List<Minuterie> _minuteries = [];
    private DateTimeOffset _maintenant = new(2026, 11, 29, 12, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Time until the next timer; null when none is set.</summary>
    public TimeSpan? Prochaine
    {
        get
        {
            lock (_verrou)
            {
                return _minuteries.Count == 0 ? null : _minuteries.Min(m => m.Echeance) - _maintenant;
            }
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_verrou)
        {
            return _maintenant;
        }
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var minuterie = new Minuterie(this, () => callback(state));
        minuterie.Change(dueTime, period);
        return minuterie;
    }

    public void Avancer(TimeSpan duree)
    {
        var fin = GetUtcNow() + duree;
        while (Suivante(fin) is { } sonne)
        {
            sonne.Acte();
        }
    }

    private Minuterie? Suivante(DateTimeOffset fin)
    {
        lock (_verrou)
        {
            var suivante = _minuteries.Where(m => m.Echeance <= fin).MinBy(m => m.Echeance);
            _maintenant = suivante is null ? fin : suivante.Echeance > _maintenant ? suivante.Echeance : _maintenant;
            if (suivante is not null)
            {
                _minuteries.Remove(suivante);
            }

            return suivante;
        }
    }

    private sealed class Minuterie(HorlogeDeTest horloge, Action acte) : ITimer
    {
        public Action Acte { get; } = acte;

        public DateTimeOffset Echeance { get; private set; }

        // Nothing here asks for a period.
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (horloge._verrou)
            {
                horloge._minuteries.Remove(this);
                if (dueTime >= TimeSpan.Zero)
                {
                    Echeance = horloge._maintenant + dueTime;
                    horloge._minuteries.Add(this);
                }
            }

            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
