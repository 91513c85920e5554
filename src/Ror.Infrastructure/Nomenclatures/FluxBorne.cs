namespace Ror.Infrastructure.Nomenclatures;

/// <summary>A stream whose first bytes can be looked at, and that gives no more than so many: what an archive says of its size is not believed.</summary>
internal sealed class FluxBorne(Stream source, long max) : FluxLecture
{
    private const int Debut = 512;

    private readonly byte[] _debut = new byte[Debut];
    private int _lus;
    private int _rendus;
    private long _total;

    /// <summary>The first bytes, which will be read again.</summary>
    public async Task<ReadOnlyMemory<byte>> RegarderAsync(CancellationToken ct)
    {
        _lus = await source.ReadAtLeastAsync(_debut, Debut, throwOnEndOfStream: false, ct);
        return _debut.AsMemory(0, _lus);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_rendus < _lus)
        {
            var nombre = Math.Min(buffer.Length, _lus - _rendus);
            _debut.AsSpan(_rendus, nombre).CopyTo(buffer.Span);
            _rendus += nombre;
            return Compter(nombre);
        }

        return Compter(await source.ReadAsync(buffer, cancellationToken));
    }

    private int Compter(int nombre) => (_total += nombre) <= max ? nombre : throw new FichierRefuseException($"Plus de {max >> 20} Mo.");
}
