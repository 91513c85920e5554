namespace Ror.Infrastructure.Persistence.Sqlite;

#pragma warning disable CA1001 // Lives as long as the process, and never made a wait handle.

/// <summary>One at a time, in the order of arrival.</summary>
internal sealed class FileDAttente
{
    private readonly SemaphoreSlim _place = new(1, 1);

    public async Task<IDisposable> EntrerAsync(CancellationToken ct)
    {
        await _place.WaitAsync(ct);
        return new Place(_place);
    }

    private sealed class Place(SemaphoreSlim place) : IDisposable
    {
        public void Dispose() => place.Release();
    }
}
